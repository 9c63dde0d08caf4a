// What the room has shared, as a small picture on the phone; the words beside it say the same.

import { fill, h, s } from "../../widgets/shared/kit.js";

/** Gives the picture of a plenary figure by its kind; `groups` are those it is made of, in its order. */
export function picture(figure, words, groups = []) {
  const draw = { arrows, lines, hierarchies, matrix, bars, loops, questions, dots, points, strips, timelines, stacks, shares }[figure && figure.kind];
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

/** Gives each group's bars in words: what they are made of, and how much of each. */
function stacks(figure, words, groups) {
  if (!figure.n) return noneYet(words);
  const made = (amounts) => amounts.map((amount, i) => amount && `${words[figure.parts[i]]} ${amount}`).filter(Boolean).join(", ");
  const told = (stack, at) => {
    const lines = figure.bars.map((key, i) => made(stack[i]) && h("li", {}, h("b", {}, words[key]), h("span", { class: "num" }, made(stack[i])))).filter(Boolean);
    return lines.length ? h("li", {}, h("b", {}, nameOfGroup(words, groups[at])), h("ul", { class: "cells" }, lines)) : null;
  };
  return h("figure", { class: "crossed" }, h("ul", {}, figure.stacks.map(told)), countLine(words, figure.n));
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

/** Gives what the whole room answered to an anonymous question: numbers, item by item. */
function shares(figure, words) {
  if (!figure.n) return noneYet(words);
  const part = (count, at) => h("li", {}, h("span", {}, words[figure.scale[at]]), h("b", { class: "num" }, String(count)));
  const rows = figure.items.map((key, at) => [h("dt", {}, words[key]), h("dd", {}, h("ul", { class: "cells" }, figure.counts[at].map(part)))]);
  return h("figure", { class: "crossed" }, h("dl", {}, rows.flat()), countLine(words, figure.n));
}

/** Gives each group's strip in words: when the hat changed, and to which one. */
function strips(figure, words, groups) {
  if (!figure.n) return noneYet(words);
  const clock = (at) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, "0")}`;
  const known = ({ announced, permission }) => [announced === true && words.key_said, announced === false && words.key_unsaid, permission && words.key_asked].filter(Boolean).join(" · ");
  const turn = (one) => h("li", {}, h("span", {}, `${clock(one.at)} ${words[`hat_${one.to}`]}`), known(one) ? h("span", { class: "small quiet" }, known(one)) : null);
  const told = (strip, at) => (strip ? h("li", {}, h("b", {}, nameOfGroup(words, groups[at])), h("ul", { class: "cells" }, turn({ at: 0, to: strip.first }), strip.shifts.map(turn))) : null);
  return h("figure", { class: "crossed" }, h("ul", {}, figure.strips.map(told)), countLine(words, figure.n));
}

/** Gives each group's meeting in words: when it turned, when it stopped, and the sentence the table chose. */
function timelines(figure, words, groups) {
  if (!figure.n) return noneYet(words);
  const clock = (at) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, "0")}`;
  const steps = ({ turns, timeouts }) => [...turns.map(({ at, to }) => [at, words[`level_${to}`]]), ...timeouts.map(({ at }, i) => [at, fill(words.timeout_n, { n: i + 1 })])].sort(([one], [other]) => one - other);
  const step = ([at, name]) => h("li", {}, h("span", {}, `${clock(at)} ${name}`));
  const told = (line, at) => (line ? h("li", {}, h("b", {}, nameOfGroup(words, groups[at])), h("ul", { class: "cells" }, steps(line).map(step), line.sentence ? h("li", {}, h("span", { class: "voice" }, line.sentence)) : null)) : null);
  return h("figure", { class: "crossed" }, h("ul", {}, figure.timelines.map(told)), countLine(words, figure.n));
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

/** Gives each plot as a list of its steps, with as many dots as chose them. */
function dots(figure, words) {
  if (!figure.n) return noneYet(words);
  const told = ({ key, low, high, stops, counts }) => {
    const ends = stops ? null : h("p", { class: "small quiet" }, `0: ${words[low]} · ${counts.length - 1}: ${words[high]}`);
    const steps = counts.map((count, at) => (count ? h("li", {}, h("span", {}, stops ? words[stops[at]] : String(at)), h("span", { class: "num" }, h("span", { class: "stack", "aria-hidden": "true" }, "●".repeat(count)), ` ${count}`)) : null));
    return [h("dt", {}, words[key]), h("dd", {}, ends, h("ul", { class: "cells" }, steps))];
  };
  return h("figure", { class: "crossed" }, h("dl", {}, figure.plots.map(told).flat()), countLine(words, figure.n));
}

/** Gives each activity's points as a small map that says the same in words. */
function points(figure, words) {
  if (!figure.n) return noneYet(words);
  const [, most] = figure.range;
  const told = ({ key, points: places }) => {
    if (!places.length) return [];
    const said = places.map(([skill, challenge, n]) => fill(words.point_in_words, { skill, challenge }) + (n > 1 ? ` (${n})` : ""));
    const svg = s("svg", { viewBox: `-0.8 ${-most - 0.8} ${most + 1.6} ${most + 1.6}`, role: "img", "aria-label": said.join(". ") });
    svg.append(s("path", { class: "cross", d: `M0 ${-most}V0H${most}` }));
    for (const [skill, challenge, n] of places) svg.append(s("circle", { class: "dot", cx: skill, cy: -challenge, r: 0.22 * Math.sqrt(n) }));
    return [h("dt", {}, words[key]), h("dd", {}, h("div", { class: "frame" }, svg, h("span", { class: "end t" }, words.axis_challenge), h("span", { class: "end b" }, words.axis_skill)))];
  };
  return h("figure", { class: "crossed arrows" }, h("dl", {}, figure.plots.map(told).flat()), countLine(words, figure.n));
}

/** Gives the questions the groups lend each other, so that everyone has the bank at hand afterwards. */
function bank(figure, words) {
  if (!figure.rows.length) return [];
  const when = words.line_use.replace(/\s*…$/, "");
  const told = ([question, use]) => h("li", {}, h("span", { class: "voice" }, question), use ? h("span", { class: "small quiet" }, `${when} ${use}`) : null);
  return [h("h3", {}, words.plenary_table), h("ul", { class: "cells" }, figure.rows.map(told))];
}

/** Gives the way each group took through the kinds of question, the arrows from asked to heard, and the bank. */
function questions(figure, words, groups) {
  if (!figure.n) return noneYet(words);
  const svg = s("svg", { viewBox: "-5.7 -5.7 11.4 11.4", "aria-hidden": "true" });
  svg.append(s("path", { class: "cross", d: "M-5.5 0h11M0 -5.5v11" }));
  const upright = ([x, y]) => [x * 5, -y * 5]; // the second axis runs downwards
  for (const pair of figure.pairs) svg.append(...one({ from: upright(pair.from), to: upright(pair.to) }));
  const ends = { t: words.axis_top, l: words.axis_left, r: words.axis_right, b: words.axis_bottom };
  const names = Object.entries(ends).map(([at, text]) => h("span", { class: `end ${at}` }, text));
  const told = (order, at) => (order.length ? h("li", {}, h("b", {}, nameOfGroup(words, groups[at])), h("p", {}, order.map((kind) => words[kind]).join(" → "))) : null);
  return h("figure", { class: "crossed" }, h("div", { class: "arrows" }, h("div", { class: "frame" }, svg, ...names)), h("h3", {}, words.view_path), h("ul", {}, figure.orders.map(told)), bank(figure, words), countLine(words, figure.n));
}
