// Where things stand on the map. Map steps: −5…5, y upwards. Pixels: from the top left corner.

export const EDGE = 6; // the map shows −6…6, so that a mark at the end still stands wholly inside
const END = 5;
const HIDDEN = 180; // what it costs not to show a label: above this, a place is too far off or covers too much
const GAP = 5; // pixels between an arrow and the marks at its ends

export const LETTERS = { invited: "a", taken: "b", wished: "c", given: "d" };
export const MARKS = Object.keys(LETTERS);
export const SAID = { taken: ["invited", "taken"], wished: ["taken", "wished"], given: ["given", "given"] }; // whose words go where
export const SHAPES = { invited: "disc", taken: "disc", wished: "square", given: "diamond" };
const STEPS = { left: [-0.5, 0], right: [0.5, 0], bottom: [0, -0.5], top: [0, 0.5] };
export const ENDS = Object.keys(STEPS);
export const OUTLINES = { // in a square of 40
  invited: "M1.5 20a18.5 18.5 0 1 1 37 0a18.5 18.5 0 1 1-37 0",
  taken: "M0 20a20 20 0 1 1 40 0a20 20 0 1 1-40 0",
  wished: "M8.5 1.5h23a7 7 0 0 1 7 7v23a7 7 0 0 1-7 7h-23a7 7 0 0 1-7-7v-23a7 7 0 0 1 7-7z",
  given: "M20-1.5L41.5 20L20 41.5L-1.5 20z",
};

/** Gives the dots and axes of the empty map, in map steps. */
export const DOTS = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5].flatMap((x, _, all) => all.map((y) => `M${x} ${y}h0`)).join("");
export const CROSS = `M${0.2 - EDGE} 0H${EDGE - 0.2}M0 ${0.2 - EDGE}V${EDGE - 0.2}`;

/** Gives the nearest half step on the map. */
export function snap(value) {
  return Math.max(-END, Math.min(END, Math.round(value * 2) / 2)) || 0;
}

/** Says whether a stored mark is a place at all. */
export function isPlace(mark) {
  return Array.isArray(mark) && mark.length === 2 && mark.every((part) => typeof part === "number" && Number.isFinite(part));
}

/** Gives the pixel of a place on a map with this side. */
export function pixel([x, y], side) {
  return [((x + EDGE) / (2 * EDGE)) * side, ((EDGE - y) / (2 * EDGE)) * side];
}

/** Gives the snapped place under a pixel. */
export function placeAt(px, py, side) {
  return [snap((px / side) * 2 * EDGE - EDGE), snap(EDGE - (py / side) * 2 * EDGE)];
}

/** Gives the place some half steps towards one end; a mark not yet placed starts in the middle. */
export function moved(mark, end, times = 1) {
  const [x, y] = isPlace(mark) ? mark : [0, 0];
  return [snap(x + STEPS[end][0] * times), snap(y + STEPS[end][1] * times)];
}

function step(value, low, high, words) {
  const [less, more] = [String(low || "").toLowerCase(), String(high || "").toLowerCase()];
  if (!value) return String(words.on_the_middle || "").replace(/\{(low|high)\}/g, (_, which) => (which === "low" ? less : more));
  return `${value > 0 ? more : less} ${String(Math.abs(value)).replace(".", () => words.decimal || ".")}`;
}

/** Gives a place in words, as the method's page() does: "viden 3,5, støtte og udvikling 4". */
export function inWords(mark, end, words) {
  if (!isPlace(mark)) return words.not_placed || "";
  return `${step(mark[0], end("left"), end("right"), words)}, ${step(mark[1], end("bottom"), end("top"), words)}`;
}

/** Gives each mark's centre in pixels; marks that would hide each other's letter stand a little apart. */
export function centres(places, side, size) {
  const names = Object.keys(places).filter((name) => isPlace(places[name]));
  const inside = (part, room = size / 2) => Math.max(room, Math.min(side - room, part));
  const found = names.map((name) => {
    const here = names.filter((other) => String(places[other]) === String(places[name]));
    const [x, y] = pixel(places[name], side);
    const half = ((here.length - 1) / 2) * size * 0.72;
    return [inside(x, half + size / 2) - half + here.indexOf(name) * size * 0.72, y];
  });
  const part = (one, other) => {
    const [dx, dy] = [other[0] - one[0], other[1] - one[1]];
    const [away, wanted] = [Math.hypot(dx, dy), size * 0.72];
    if (!away || away >= wanted) return;
    const [px, py] = [dx, dy].map((along) => ((wanted - away) / 4) * (along / away));
    one.splice(0, 2, inside(one[0] - px), inside(one[1] - py));
    other.splice(0, 2, inside(other[0] + px), inside(other[1] + py));
  };
  for (let round = 0; round < 60; round += 1) {
    found.forEach((one, index) => found.slice(index + 1).forEach((other) => part(one, other)));
  }
  return Object.fromEntries(names.map((name, index) => [name, found[index]]));
}

/** Gives how far a mark's edge lies from its centre in a direction. */
export function reach(shape, ux, uy, size) {
  if (shape === "square") return size / 2 / Math.max(Math.abs(ux), Math.abs(uy));
  if (shape === "diamond") return (size * 0.55) / (Math.abs(ux) + Math.abs(uy));
  return size / 2;
}

/**
 * Gives the line between two marks, from edge to edge: {line: [x1, y1, x2, y2], head: [[x, y] × 3]},
 * or null when the marks stand so close that no arrow could be read.
 */
export function arrow(from, to, size, head) {
  const [dx, dy] = [to.at[0] - from.at[0], to.at[1] - from.at[1]];
  const length = Math.hypot(dx, dy);
  if (!length) return null;
  const [ux, uy] = [dx / length, dy / length];
  const start = reach(from.shape, ux, uy, size) + GAP;
  const stop = length - reach(to.shape, ux, uy, size) - GAP;
  if (stop - start < head * 1.25) return null;
  const on = (along, across) => [from.at[0] + ux * along - uy * across, from.at[1] + uy * along + ux * across];
  return { line: [...on(start, 0), ...on(stop, 0)], head: [on(stop - head, head * 0.6), on(stop, 0), on(stop - head, -head * 0.6)] };
}

/**
 * Gives the paths to draw between the marks, and the lines as they lie: {paths: {taken, taken_head, …}, lines}.
 * a→b and b→c are arrows; from b a plain tie goes to d, the place given to the other.
 */
export function strokes(at, size) {
  const paths = {};
  const lines = [];
  for (const [name, from, to] of [["taken", "invited", "taken"], ["wished", "taken", "wished"], ["given", "taken", "given"]]) {
    const both = at[from] && at[to];
    const found = both ? arrow({ at: at[from], shape: SHAPES[from] }, { at: at[to], shape: SHAPES[to] }, size, size * 0.3) : null;
    const [x1, y1, x2, y2] = found ? found.line : [];
    paths[name] = found ? `M${x1} ${y1}L${x2} ${y2}` : "";
    paths[`${name}_head`] = found && name !== "given" ? `M${found.head.map((point) => point.join(" ")).join("L")}` : "";
    if (found) lines.push(found.line);
  }
  return { paths, lines };
}

/** Says whether two boxes {x, y, w, h} share ground. */
export function overlap(one, other) {
  return one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h;
}

/** Gives the square a mark takes, with some air. */
export function around([x, y], size, air = 3) {
  return { x: x - size / 2 - air, y: y - size / 2 - air, w: size + 2 * air, h: size + 2 * air };
}

/** Gives how many pixels of a line run under a box. */
export function under([x1, y1, x2, y2], box) {
  if (Math.max(x1, x2) < box.x || Math.min(x1, x2) > box.x + box.w || Math.max(y1, y2) < box.y || Math.min(y1, y2) > box.y + box.h) return 0;
  let [enter, leave] = [0, 1];
  for (const [from, delta, low, high] of [[x1, x2 - x1, box.x, box.x + box.w], [y1, y2 - y1, box.y, box.y + box.h]]) {
    if (!delta && (from < low || from > high)) return 0;
    if (!delta) continue;
    const [one, other] = [(low - from) / delta, (high - from) / delta];
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  return leave > enter ? (leave - enter) * Math.hypot(x2 - x1, y2 - y1) : 0;
}

/** Gives a place for the word at one end of the level axis: off marks, off arrows, near the line. */
export function endBox(atRight, [w, h], taken, lines, side, air = 4) {
  const x = atRight ? side - w - 2 * air : 2 * air;
  const boxes = [-h - air, air, -2 * h - air, air + h, -3 * h - air, air + 2 * h].map((dy) => ({ x, y: side / 2 + dy, w, h }));
  const cost = (box, rank) => rank * 8 + lines.reduce((sum, line) => sum + under(line, box), 0)
    + taken.filter((other) => overlap(box, other)).length * side;
  return boxes.reduce((best, box, rank) => (cost(box, rank) < best.cost ? { box, cost: cost(box, rank) } : best), { cost: Infinity }).box;
}

/** Gives how far a point lies from a line. */
export function aside([x, y], [x1, y1, x2, y2]) {
  const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const t = squared ? Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / squared)) : 0;
  return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1));
}

function* tries(label, side) {
  const [x1, y1, x2, y2] = label.line;
  const length = Math.hypot(x2 - x1, y2 - y1);
  for (const [rank, [w, h]] of label.sizes.entries()) {
    const boxed = (cx, cy, cost) => {
      const x = Math.max(4, Math.min(side - w - 4, cx - w / 2));
      const y = Math.max(4, Math.min(side - h - 4, cy - h / 2));
      return { box: { x, y, w, h, rank }, cost: cost + rank * 6 + 2 * Math.hypot(x + w / 2 - cx, y + h / 2 - cy) };
    };
    const turns = length ? [-1, 1] : [...Array(12).keys()];
    for (const t of length ? [0.45, 0.32, 0.58, 0.2, 0.7, 0.85] : [0]) {
      for (const turn of turns) {
        const angle = (turn * Math.PI) / 6;
        const [nx, ny] = length ? [(-turn * (y2 - y1)) / length, (turn * (x2 - x1)) / length] : [Math.cos(angle), Math.sin(angle)];
        for (const off of [6, 16, 34, 60]) {
          const out = off + (label.clear || 0) + (Math.abs(nx) * w) / 2 + (Math.abs(ny) * h) / 2;
          yield boxed(x1 + (x2 - x1) * t + nx * out, y1 + (y2 - y1) * t + ny * out, Math.abs(t - 0.45) * 40 + off);
        }
      }
    }
  }
}

// Every place that could do for one label alone, the best first.
function choices(label, others, taken, lines, side) {
  const roomy = ({ x, y, w, h }) => ({ x: x - 4, y: y - 4, w: w + 8, h: h + 8 });
  const found = [];
  for (const { box, cost } of tries(label, side)) {
    if (cost >= HIDDEN || box.x + box.w > side - 3 || box.y + box.h > side - 3) continue;
    if (taken.some((other) => overlap(box, other))) continue;
    const [right, foot] = [box.x + box.w, box.y + box.h];
    const points = [[box.x, box.y], [right, box.y], [box.x, foot], [right, foot], [box.x + box.w / 2, box.y + box.h / 2]];
    const near = (line) => Math.min(...points.map((point) => aside(point, line)));
    const own = near(label.line);
    const astray = others.reduce((sum, line) => sum + Math.max(0, own - near(line)), 0);
    const total = cost + 2 * astray + 3 * lines.reduce((sum, line) => sum + under(line, roomy(box)), 0);
    if (total < HIDDEN) found.push({ box, cost: total });
  }
  return found.sort((one, other) => one.cost - other.cost);
}

const orders = (all) => (all.length < 2 ? [all] : all.flatMap((one) => orders(all.filter((other) => other !== one)).map((rest) => [one, ...rest])));

/**
 * Gives a box for each label, or null where none is free: {taken: {x, y, w, h, rank}, …},
 * where `rank` says which of its sizes was used. A label never stands on a mark, on an axis word, on
 * another label or over the map's edge; it keeps off arrows, and nearer to its own arrow than to
 * another's, as far as it can. `labels`: [{name, line: [x1, y1, x2, y2], sizes: [[w, h], …], clear}], best
 * size first; a line without length is a point, and the label goes round it. At most three or four:
 * every order of settling is tried.
 */
export function settled(labels, taken, lines, side) {
  const open = labels.map((label) => {
    const others = labels.filter((other) => other !== label).map((other) => other.line);
    return { name: label.name, choices: choices(label, others, taken, lines, side) };
  });
  let least = { cost: Infinity, boxes: {} };
  for (const order of orders(open)) {
    const tried = { cost: 0, boxes: {} };
    for (const one of order) {
      const full = Object.values(tried.boxes).filter(Boolean);
      const free = one.choices.find(({ box }) => !full.some((other) => overlap(box, other)));
      tried.boxes[one.name] = free ? free.box : null;
      tried.cost += free ? free.cost : HIDDEN;
    }
    if (tried.cost < least.cost) least = tried;
  }
  return least.boxes;
}
