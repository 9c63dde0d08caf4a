// A day or a time of day: the device's own picker, and beside it the day in words, so that the weekday can be checked.
import { fill, h, icon, leafAt, say } from "../shared/kit.js";
import { freshId, whenSaid } from "./geometry.js";

const SHAPES = { date: { type: "date", min: "2000-01-01", max: "2099-12-31" }, clock: { type: "time" } };

/** Gives a field for a day (`date`: "2026-03-04") or a time of day (`clock`: "14:30"); a half-typed one is not written. */
export function whenPart(its, path, names, kind) {
  const id = `when-${freshId([])}${freshId([])}`;
  const input = h("input", { class: "input num", id, ...SHAPES[kind], autocomplete: "off", "aria-describedby": `${id}-said ${id}-h`, dataset: { path } });
  const [label, spoken, hint] = [h("label", { class: "label", for: id }), h("span", { class: "quiet", id: `${id}-said` }), h("p", { class: "hint", id: `${id}-h` })];
  const [no, sentence] = [h("p", { class: "wrong", role: "status" }), h("span")];
  const kept = () => leafAt(its.value(), path) || "";
  const write = () => {
    if (!input.validity.valid) return;
    its.ink.write(path, input.value, true);
    its.redraw();
  };
  const leave = () => {
    its.ink.rest();
    if (input.value !== kept() || !input.validity.valid) input.value = kept();
    its.redraw();
  };
  input.addEventListener("input", write);
  input.addEventListener("change", write); // some pickers tell only at the end
  input.addEventListener("blur", leave);
  const draw = () => {
    const refused = (its.options().refused || {})[path];
    say(label, its.word(names.label));
    hint.hidden = !say(hint, its.word(names.hint)).textContent;
    if (input !== document.activeElement && input.value !== kept()) input.value = kept();
    say(spoken, kind === "date" ? whenSaid(kind, kept(), its.options().locale) : "");
    no.replaceChildren(...(refused ? [icon("alert"), sentence] : []));
    say(sentence, refused && fill(its.word(refused) || refused, { field: "" }));
  };
  return { node: h("div", { class: "field when" }, label, h("div", { class: "row wrap" }, input, spoken), hint, no), input, draw };
}
