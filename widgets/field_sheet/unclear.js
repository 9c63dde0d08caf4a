// «Endnu uafklaret» beside a field: unknown is an answer like any other, and it may stand with or without words.
import { h, leafAt, s, say } from "../shared/kit.js";

const pathOf = (spec) => `unclear.${spec.field}`;
const ring = () => s("svg", { class: "i ring", viewBox: "0 0 24 24", "aria-hidden": "true" }, s("circle", { cx: 12, cy: 12, r: 8.5 }), s("circle", { cx: 12, cy: 12, r: 3.5 }));

/** Says whether the field is marked as unclear. */
export function isUnclear(its, spec) {
  return Boolean(spec.unclear) && leafAt(its.value(), pathOf(spec)) === true;
}

/** Gives the mark as it is read. */
export function unclearChip(its) {
  return h("p", {}, h("span", { class: "chip unclear" }, ring(), its.word("ui_unclear")));
}

/** Gives the field with the mark beside its label. */
export function withUnclear(its, spec, part) {
  const word = h("span");
  const press = () => (its.ink.write(pathOf(spec), isUnclear(its, spec) ? null : true), its.redraw());
  const button = h("button", { class: "unclear", onclick: press }, ring(), word);
  let above = part.node.querySelector(".above");
  if (!above) {
    above = h("div", { class: "above" });
    part.node.prepend(above);
    above.append(above.nextSibling);
  }
  const label = above.firstChild;
  above.append(button);
  const draw = () => {
    part.draw();
    say(word, its.word("ui_unclear"));
    const on = isUnclear(its, spec);
    button.setAttribute("aria-label", `${word.textContent}: ${label.textContent}`);
    button.setAttribute("aria-pressed", String(on));
    part.node.classList.toggle("unsettled", on);
  };
  part.node.classList.add("may_be_unclear");
  return { ...part, draw };
}
