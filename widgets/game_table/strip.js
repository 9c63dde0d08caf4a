// The meeting on two lanes with its time-outs, and the same in words.
import { fill, h, icon, say, shown } from "../shared/kit.js";
import { inMinutes } from "../shared/lanes.js";
import { LEVELS, beganAt, goneOf, scaleOf, talkOf, toldOf } from "./geometry.js";
import { drawTalk, minuteMarks } from "./talk.js";

/** Gives what happened in one sentence: "3:10 Proces: Vi venter", "4:10–5:30 Time-out 1". */
export function sayStep(my, { at, until, level, number, note }) {
  if (level) return `${inMinutes(at)} ${my.word(`level_${level}`)}${note ? `: ${note}` : ""}`;
  const end = until === null ? "" : `–${inMinutes(until)}`;
  return `${inMinutes(at)}${end} ${fill(my.word("timeout_n"), { n: number })}`;
}

/** Gives the two lanes with their names; they grow while the meeting runs. */
export function stripPart(my) {
  const names = LEVELS.map((level) => shown(my, "span", `level_${level}`));
  const [ground, ticks] = [h("div", { class: "ground" }), h("div", { class: "ticks num" })];
  const labels = h("div", { class: "names" }, names.map((one) => one.node));
  const node = h("div", { class: "strip", "aria-hidden": "true" }, labels, ground, ticks);
  const draw = () => {
    for (const one of names) one.draw();
    node.hidden = beganAt(my.value()) === null;
    if (node.hidden) return;
    const scale = scaleOf(my.value(), my.now(), my.options());
    drawTalk(ground, { ...talkOf(my.value()), gone: goneOf(my.value(), my.now()), scale });
    ticks.replaceChildren(...minuteMarks(scale, my.word("unit_minutes")));
  };
  return { node, draw };
}

/** Gives what the marks mean, as far as they are there. */
export function keyPart(my) {
  const kinds = ["timeout", "best"];
  const words = kinds.map((kind) => shown(my, "span", `key_${kind}`));
  const items = kinds.map((kind, i) => h("li", {}, h("span", { class: kind === "best" ? "stop best" : "stop" }), words[i].node));
  const node = h("ul", { class: "key small", "aria-hidden": "true" }, items);
  const draw = () => {
    for (const one of words) one.draw();
    const { timeouts } = talkOf(my.value());
    node.hidden = !timeouts.length;
    items[1].hidden = !timeouts.some(({ best }) => best);
  };
  return { node, draw };
}

/** Gives the meeting in words, for a screen reader, for print and behind a button. */
export function twinPart(my) {
  const [name, none] = [shown(my, "span", "strip_words"), shown(my, "p", "strip_none", { class: "quiet" })];
  const [list, body] = [h("ol", { class: "told num" }), h("div", { class: "read" })];
  let isOpen = false;
  const turn = h("button", { class: "btn plain low", onclick: () => ((isOpen = !isOpen), draw()) }, icon("words"), name.node);
  body.append(list, none.node);
  const node = h("div", { class: "twin" }, turn, body);
  let drawn = "";
  function draw() {
    for (const one of [name, none]) one.draw();
    turn.hidden = my.readonly();
    turn.setAttribute("aria-expanded", String(isOpen));
    body.classList.toggle("folded", !isOpen);
    body.classList.toggle("sr", my.readonly());
    const told = toldOf(my.value()).map((one) => sayStep(my, one));
    none.node.hidden = told.length > 0;
    if (drawn === JSON.stringify(told)) return;
    drawn = JSON.stringify(told);
    list.replaceChildren(...told.map((text) => h("li", {}, say(h("span"), text))));
  }
  return { node, draw };
}
