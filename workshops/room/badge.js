// A group's badge: told by shape first, then number, then colour; 6–10 are the same shapes, hollow.

import { h, s } from "../../widgets/shared/kit.js";

const SHAPES = [
  ["circle", { cx: 12, cy: 12, r: 10.5 }, 16],
  ["rect", { x: 2.5, y: 2.5, width: 19, height: 19, rx: 2 }, 16],
  ["path", { d: "M12 1.5L23.5 21.5H.5z", "stroke-linejoin": "round" }, 19],
  ["path", { d: "M12 .8L23.2 12 12 23.2 .8 12z" }, 16],
  ["path", { d: "M6.3 2.2h11.4L23.5 12l-5.8 9.8H6.3L.5 12z" }, 16],
];

/** Gives a group's badge with its name. */
export function badge(table, name) {
  const at = (Number(table) - 1) % 5;
  const hollow = Number(table) > 5;
  const [tag, props, y] = SHAPES[at] || SHAPES[0];
  const shape = s(tag, { class: "shape", ...props });
  const number = s("text", { x: 12, y }, String(table));
  const svg = s("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, shape, number);
  return h("span", { class: `badge g${at + 1}${hollow ? " hollow" : ""}` }, svg, h("span", {}, name));
}
