// What the room has shared, as a small picture on the phone; the words beside it say the same.

import { fill, h, s } from "../../widgets/shared/kit.js";

/** Gives the picture of a plenary figure by its kind; `groups` are those it is made of, in its order. */
export function picture(figure, words, groups = []) {
  const draw = { arrows, lines, hierarchies, matrix, bars, loops }[figure && figure.kind];
  return draw ? draw(figure, words, groups) : null;
}

const noneYet = (words) => h("p", { class: "empty" }, words.plenary_too_few);
const countLine = (words, n) => h("figcaption", { class: "small quiet" }, fill(words.plenary_count, { n }));
const nameOfGroup = (words, group) => fill(words.room_plenary_group, { n: (group || {}).table });

/** Gives a matrix as one list a row: what was counted there, or what each group wrote. */
function matrix(figure, words, groups) {
  if (!figure.n) return noneYet(words);
  const columns = figure.across.length ? figure.across.map((key) => words[key]) : groups.map((group) => nameOfGroup(words, group));
  const told = (cell, at) => (typeof cell === "number" ? h("li", {}, h("span", {}, columns[at]), h("b", { class: "num" }, String(cell))) : h("li", {}, h("span", { class: "small quiet" }, columns[at]), h("span", { class: "voice" }, cell)));
  const rows = figure.down.map((key, at) => [h("dt", {}, words[key]), h("dd", {}, h("ul", { class: "cells" }, figure.cells[at].map((cell, column) => (cell ? told(cell, column) : null))))]);
  return h("figure", { class: "crossed" }, h("dl", {}, rows.flat()), countLine(words, figure.n));
}

function bars(figure, words) {
  if (!figure.n) return noneYet(words);
  const line = ([key, count]) => {
    const bar = h("span", { class: "track", "aria-hidden": "true" }, h("i"));
    bar.firstChild.style.width = `${figure.of ? (100 * count) / figure.of : 0}%`;
    return h("li", {}, h("span", {}, words[key]), h("b", { class: "num" }, String(count)), bar);
  };
  return h("figure", { class: "counted" }, h("ul", {}, figure.bars.map(line)), countLine(words, figure.n));
}

/** Gives each group's loop in words: who does something to whom. */
function loops(figure, words, groups) {
  if (!figure.n) return noneYet(words);
  const told = ({ actors, arrows: steps }, at) => {
    const name = (id) => (actors.find((one) => one.id === id) || {}).name || "…";
    const lines = steps.map(({ from, to, says }) => h("li", {}, `${name(from)} → ${name(to)}`, says ? h("span", { class: "voice" }, says) : null));
    return lines.length ? h("li", {}, h("b", {}, nameOfGroup(words, groups[at])), h("ul", { class: "cells" }, lines)) : null;
  };
  return h("figure", { class: "crossed" }, h("ul", {}, figure.loops.map(told)), countLine(words, figure.n));
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
