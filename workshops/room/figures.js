// What the room has shared, as a small picture on the phone; the words beside it say the same.

import { fill, h, s } from "../../widgets/shared/kit.js";

/** Gives the picture of a plenary figure by its kind; nothing when there is nothing to show yet. */
export function picture(figure, words) {
  const draw = { arrows, lines, hierarchies }[figure && figure.kind];
  return draw ? draw(figure, words) : null;
}

function lines(figure, words) {
  if (!figure.lines.length) return h("p", { class: "empty" }, words.plenary_too_few);
  const count = h("figcaption", { class: "small quiet" }, fill(words.plenary_count, { n: figure.lines.length }));
  return h("figure", {}, h("ul", { class: "said-lines" }, figure.lines.map((line) => h("li", { class: "voice" }, line))), count);
}

/** Gives the marks as words: which level each party had as its highest context, and how many groups said so. */
function hierarchies(figure, words) {
  if (!figure.hierarchies.length) return h("p", { class: "empty" }, words.plenary_too_few);
  const names = { mine: words.party_mine_group, theirs: `${words.party_theirs} · ${words.guess_group}` };
  const told = (party) => Object.entries(figure.highest[party]).filter(([, n]) => n).map(([level, n]) => `${words[`level_${level}`]} ${n}`).join(", ");
  const sides = Object.keys(names).map((party) => h("li", {}, h("b", {}, names[party]), `: ${told(party) || words.plenary_none}`));
  const count = h("figcaption", { class: "small quiet" }, fill(words.plenary_count, { n: figure.hierarchies.length }));
  return h("figure", {}, h("h2", {}, words.plenary_highest), h("ul", {}, sides), count);
}

function arrows(figure, words) {
  if (!figure.arrows.length) return h("p", { class: "empty" }, words.plenary_too_few);
  const [low, high] = figure.range;
  const side = high - low;
  const label = fill(words.twin_arrows, { n: figure.arrows.length });
  const svg = s("svg", { viewBox: `${low} ${low} ${side} ${side}`, role: "img", "aria-label": label });
  svg.append(s("path", { class: "cross", d: `M${low + 0.2} 0h${side - 0.4}M0 ${low + 0.2}v${side - 0.4}` }));
  for (const arrow of figure.arrows) svg.append(...one(arrow));
  const ends = { t: words.axis_top, l: words.axis_left, r: words.axis_right, b: words.axis_bottom };
  const names = Object.entries(ends).map(([at, text]) => h("span", { class: `end ${at}` }, text));
  return h("figure", { class: "arrows" }, h("div", { class: "frame" }, svg, ...names), h("figcaption", { class: "small quiet" }, fill(words.plenary_count, { n: figure.arrows.length })));
}

function one({ from: [x1, y1], to: [x2, y2] }) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const ring = s("circle", { class: "ring", cx: x1, cy: -y1, r: 0.2 });
  if (length < 0.3) return [ring, s("circle", { class: "dot", cx: x1, cy: -y1, r: 0.07 })];
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - ux * 0.5, y2 - uy * 0.5];
  const head = `M${x2} ${-y2}L${bx - uy * 0.24} ${-(by + ux * 0.24)}L${bx + uy * 0.24} ${-(by - ux * 0.24)}z`;
  return [s("path", { class: "line", d: `M${x1 + ux * 0.2} ${-(y1 + uy * 0.2)}L${bx} ${-by}` }), s("path", { class: "head", d: head }), ring];
}
