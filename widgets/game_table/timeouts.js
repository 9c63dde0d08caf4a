// Time-outs: the adjusting talk while it runs, and afterwards each of them to look at, mend and choose.
import { fill, h, icon, ownWords, say, shown } from "../shared/kit.js";
import { keptList } from "../shared/kept.js";
import { inMinutes } from "../shared/lanes.js";
import { openTimeout, sentenceOf, talkOf, timeoutsOf } from "./geometry.js";

const TALK = ["noticed", "asked", "decided"];

/** Gives the three fields of one time-out. */
function fieldsPart(my, id) {
  const shape = (name) => ({ rows: 1, limit: (my.options().limits || {})[`timeouts.*.${name}`] });
  const fields = TALK.map((name) => ownWords(my, `timeouts.${id}.${name}`, { label: name, hint: `${name}_hint` }, shape(name)));
  const draw = () => {
    for (const one of fields) {
      one.draw();
      one.input.disabled = !my.may();
    }
  };
  return { node: h("div", { class: "talk" }, fields.map((one) => one.node)), first: fields[0].input, draw };
}

/** Gives the time-out that runs: the meeting waits, and everybody may write. */
export function timeoutPart(my) {
  const [title, clock] = [h("h3"), h("p", { class: "num quiet", role: "timer" })];
  const words = ["everyone", "back_hint"].map((key) => shown(my, "p", key, { class: "quiet" }));
  const [home, gone] = ["back", "remove"].map((key) => shown(my, "span", key));
  const back = h("button", { class: "btn main wide", onclick: () => my.back() }, home.node);
  const off = h("button", { class: "btn plain low", onclick: () => my.drop((openTimeout(my.value()) || {}).id) }, icon("close"), gone.node);
  const holder = h("div");
  const node = h("div", { class: "card paused", tabindex: "-1" }, h("div", { class: "row between" }, title, clock), words[0].node, holder, words[1].node, back, off);
  let [fields, of] = [null, ""];
  const draw = () => {
    const open = openTimeout(my.value());
    if (!open) return;
    if (of !== open.id) {
      [fields, of] = [fieldsPart(my, open.id), open.id];
      holder.replaceChildren(fields.node);
    }
    for (const one of [...words, home, gone, fields]) one.draw();
    say(title, fill(my.word("timeout_n"), { n: timeoutsOf(my.value()).findIndex((one) => one.id === open.id) + 1 }));
    say(clock, inMinutes(Math.max(0, (my.now() - open.t) / 1000)));
    back.disabled = off.disabled = !my.may();
  };
  return { node, draw, focus: () => node.focus() };
}

/** Gives one time-out of a meeting that is over: folded to its sentence, open to be written in. */
function oneTimeout(my, id) {
  const [number, when, sentence] = [h("b", { class: "disc num" }), h("span", { class: "num quiet" }), h("span", { class: "voice" })];
  const [chosen, gone] = [h("span"), shown(my, "span", "remove")];
  const top = h("button", { class: "top", onclick: () => my.pick(my.picked === id ? null : id) }, number, when, sentence, icon("chevron"));
  const choose = h("button", { class: "btn low choose", onclick: () => my.choose(id) }, icon("check"), chosen);
  const fields = fieldsPart(my, id);
  const less = h("button", { class: "btn low", onclick: () => my.move(id, -1) });
  const more = h("button", { class: "btn low", onclick: () => my.move(id, 1) });
  const off = h("button", { class: "btn plain low", onclick: () => my.drop(id) }, icon("close"), gone.node);
  const body = h("div", { class: "inner" }, fields.node, h("div", { class: "row wrap" }, less, more, off));
  const node = h("li", { class: "card one" }, top, body, choose);
  const draw = (item, at) => {
    const best = my.value().best === id;
    const open = my.picked === id;
    gone.draw();
    fields.draw();
    say(number, at + 1);
    say(when, inMinutes(talkOf(my.value()).timeouts[at].at));
    say(sentence, sentenceOf(item) || fill(my.word("timeout_n"), { n: at + 1 }));
    sentence.classList.toggle("quiet", !sentenceOf(item));
    say(less, my.word("earlier"));
    say(more, my.word("later"));
    say(chosen, my.word(best ? "best_chosen" : "best_choose"));
    choose.setAttribute("aria-pressed", String(best));
    choose.hidden = !sentenceOf(item) && !best;
    top.setAttribute("aria-expanded", String(open));
    body.hidden = !open;
    node.classList.toggle("best", best);
    for (const button of [less, more, off]) button.disabled = !my.may();
  };
  return { node, draw };
}

/** Gives the time-outs of a meeting that is over. */
export function timeoutsPart(my) {
  const [title, ask, put] = [shown(my, "h3", "best"), shown(my, "p", "best_ask", { class: "quiet" }), shown(my, "span", "add")];
  const list = h("ol", { class: "all" });
  const rows = keptList(list, (id) => oneTimeout(my, id));
  const add = h("button", { class: "btn low", onclick: () => my.add() }, icon("plus"), put.node);
  const node = h("div", { class: "stops" }, title.node, ask.node, list, add);
  const draw = () => {
    for (const one of [title, ask, put]) one.draw();
    const all = timeoutsOf(my.value());
    rows(all, (one) => one.id, all.length);
    ask.node.hidden = !all.some(sentenceOf);
    title.node.hidden = !all.length;
    add.disabled = !my.may();
  };
  return { node, draw };
}

/** Gives the time-outs to read, the chosen sentence large. */
export function timeoutsRead(my) {
  const [best, list] = [h("blockquote", { class: "voice chosen" }), h("ol", { class: "all" })];
  const [title, name] = [shown(my, "h3", "best"), shown(my, "h3", "timeouts")];
  const node = h("div", { class: "stops" }, title.node, best, name.node, list);
  const draw = () => {
    for (const one of [title, name]) one.draw();
    const all = timeoutsOf(my.value());
    const chosen = all.find((one) => one.id === my.value().best);
    title.node.hidden = best.hidden = !sentenceOf(chosen);
    say(best, sentenceOf(chosen));
    name.node.hidden = list.hidden = !all.length;
    const line = (key, text) => text && h("p", { class: key }, h("span", { class: "small quiet" }, my.word(key)), " ", h("span", { class: "voice" }, text));
    list.replaceChildren(...all.map((one, at) => h("li", { class: "read-one" }, h("b", { class: "disc num" }, String(at + 1)), h("div", {}, TALK.map((key) => line(key, one[key]))))));
  };
  return { node, draw };
}
