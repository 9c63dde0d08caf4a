// The band where challenge and skill meet: it fades, so that nobody can point at its edge.

import { s } from "../shared/kit.js";

const HALF = 3.4; // steps from the diagonal until nothing is left of it

/** Gives the band on a square from `low` to `high` whose y runs downwards from −high. */
export function bandOf(low, high, pad) {
  const id = `band-${Math.random().toString(36).slice(2, 10)}`;
  const middle = (low + high) / 2;
  const ends = { x1: middle - HALF / 2, y1: -middle - HALF / 2, x2: middle + HALF / 2, y2: -middle + HALF / 2 };
  const stops = [[0, 0], [0.35, 0.75], [0.5, 1], [0.65, 0.75], [1, 0]].map(([offset, part]) => s("stop", { offset, "stop-opacity": 0.2 * part }));
  const [from, side] = [low - pad, high - low + 2 * pad];
  return [
    s("defs", {}, s("linearGradient", { id, gradientUnits: "userSpaceOnUse", ...ends }, stops)),
    s("rect", { class: "band", x: from, y: -high - pad, width: side, height: side, fill: `url(#${id})` }),
  ];
}
