// The change that is talked about: when, to which hat, said aloud, asked for; merged or removed.
import { fill, h, icon, say, shown } from "../shared/kit.js";
import { inMinutes } from "../shared/lanes.js";
import { HATS, STEP, firstOf, twinOf } from "./geometry.js";

const ANSWERS = [true, false];

/** Gives a question with yes and no; a second tap takes the answer back. */
function yesNoPart(my, part) {
  const label = shown(my, "p", part, { class: "label" });
  const words = ["yes", "no"].map((key) => shown(my, "span", key));
  const now = () => (my.shifts().find((one) => one.id === my.picked) || {})[part];
  const choose = (answer) => my.write(`shifts.${my.picked}.${part}`, now() === answer ? null : answer);
  const buttons = ANSWERS.map((answer, i) => h("button", { onclick: () => choose(answer) }, words[i].node));
  const seg = h("div", { class: "seg", role: "group" }, buttons);
  const draw = () => {
    for (const one of [label, ...words]) one.draw();
    seg.setAttribute("aria-label", label.node.textContent);
    ANSWERS.forEach((answer, i) => buttons[i].setAttribute("aria-pressed", String(now() === answer)));
  };
  return { node: h("div", { class: "asked" }, label.node, seg), draw };
}

/** Gives the card of the picked change; without one it says nothing. */
export function pickedPart(my) {
  const [title, same] = [h("h3", { class: "num" }), shown(my, "p", "same_ask")];
  const [merge, remove] = ["merge", "remove"].map((key) => shown(my, "span", key));
  const names = HATS.map((hat) => shown(my, "span", `hat_${hat}`));
  const hats = HATS.map((hat, i) => h("button", { onclick: () => my.write(`shifts.${my.picked}.to`, hat) }, names[i].node));
  const [said, asked] = [yesNoPart(my, "announced"), yesNoPart(my, "permission")];
  const place = () => my.shifts().findIndex((one) => one.id === my.picked);
  const nudge = (by) => my.move(my.picked, my.shifts()[place()].at + by);
  const go = (by) => my.pick(my.shifts()[place() + by].id);
  const round = (name, label, act) => [h("button", { class: `btn square plain ${name}`, onclick: act }, icon("chevron")), label];
  const steps = [round("back", "before", () => go(-1)), round("on", "after_it", () => go(1))];
  const less = h("button", { class: "btn low", onclick: () => nudge(-STEP) });
  const more = h("button", { class: "btn low", onclick: () => nudge(STEP) });
  const join = h("button", { class: "btn low", onclick: () => my.merge(twin().id, my.picked) }, merge.node);
  const twins = h("div", { class: "twins" }, same.node, join);
  const off = h("button", { class: "btn plain low", onclick: () => my.drop(my.picked) }, icon("close"), remove.node);
  const seg = h("div", { class: "seg three", role: "group" }, hats);
  const top = h("div", { class: "row between" }, steps[0][0], title, steps[1][0]);
  const node = h("div", { class: "card picked" }, top, twins, seg, h("div", { class: "row" }, less, more), said.node, asked.node, off);
  const twin = () => twinOf(my.shifts(), my.picked, firstOf(my.value()));
  const draw = () => {
    const [shifts, at] = [my.shifts(), place()];
    const had = node.contains(document.activeElement) && document.activeElement;
    node.hidden = at < 0;
    if (node.hidden) return;
    for (const one of [same, merge, remove, said, asked, ...names]) one.draw();
    say(title, `${fill(my.word("shift_n"), { n: at + 1, of: shifts.length })} · ${inMinutes(shifts[at].at)}`);
    steps.forEach(([button, key], i) => {
      button.setAttribute("aria-label", my.word(key));
      button.style.visibility = shifts[at + (i ? 1 : -1)] ? "" : "hidden";
    });
    say(less, my.word("earlier"));
    say(more, my.word("later"));
    seg.setAttribute("aria-label", my.word("tap_ask"));
    HATS.forEach((hat, i) => hats[i].setAttribute("aria-pressed", String(shifts[at].to === hat)));
    twins.hidden = !twin();
    join.hidden = !(twin() || {}).id; // the hat it began with is no tap to merge with
    if (had && had.offsetParent === null) title.closest(".picked").querySelector("button").focus();
  };
  return { node, draw };
}
