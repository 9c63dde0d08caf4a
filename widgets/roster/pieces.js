// Small pieces the views are made of, and a way to draw anew without losing the reader's place.
import { h, icon, s } from "../shared/kit.js";
import { badgeOf } from "./lists.js";

/** Draws a node anew when what it shows has changed; focus goes back to the element of the same key. */
export function drawn(node, facts, build) {
  const now = JSON.stringify(facts);
  if (node.dataset.facts === now) return;
  node.dataset.facts = now;
  const had = node.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  node.replaceChildren(...build().flat().filter(Boolean));
  const again = had && [...node.querySelectorAll("[data-key]")].find((one) => one.dataset.key === had);
  if (again) again.focus({ preventScroll: true });
}

export function act(word, onclick, { name = "", kind = "btn", key = "", label = "" } = {}) {
  const said = h("span", {}, word);
  return h("button", { class: kind, type: "button", onclick, dataset: key ? { key } : {}, "aria-label": label || undefined }, name ? icon(name) : "", said);
}

export function tableBadge(table) {
  const { tag, measures, y, kind } = badgeOf(table);
  return s("svg", { class: kind, viewBox: "-1 -1 26 26", "aria-hidden": "true" },
    s(tag, { class: "shape", ...measures }), s("text", { x: 12, y }, String(table)));
}

/** Gives a choice with its label; `choices` are [value, word]. */
export function choice(label, choices, value, onchoose, key) {
  const id = `roster-${key}`;
  const options = choices.map(([one, word]) => h("option", { value: one, selected: one === value }, word));
  const select = h("select", { class: "input", id, dataset: { key }, onchange: () => onchoose && onchoose(select.value) }, options);
  return { node: h("div", { class: "field" }, h("label", { class: "label", for: id }, label), select), input: select };
}

/** Gives a short text with its label; `onwrite` comes when the person leaves it or presses Enter. */
export function line(label, value, onwrite, key, more = {}) {
  const id = `roster-${key}`;
  const input = h("input", { class: "input", id, value, autocomplete: "off", maxlength: 60, dataset: { key }, ...more });
  if (onwrite) input.addEventListener("change", () => onwrite(input.value));
  return { node: h("div", { class: "field" }, h("label", { class: "label", for: id }, label), input), input };
}

export const areaChoices = (desk) => desk.value().areas.map((one) => [one, desk.word(`roster_area_${one}`)]);
export const roleChoices = (desk) => desk.value().roles.map((one) => [one, desk.word(`roster_role_${one}`)]);

export function qrDrawing(qr, label) {
  const svg = s("svg", { viewBox: `0 0 ${qr.size} ${qr.size}`, role: "img", "aria-label": label }, s("path", { d: qr.d }));
  return h("div", { class: "qr" }, svg);
}
