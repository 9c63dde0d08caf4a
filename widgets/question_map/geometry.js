// Where questions stand: [intention, assumption], −1…1 in tenths, the second one downwards. Pure.

export const EDGE = 1.14; // the map shows a little more, so that a mark at the end stands wholly inside
export const SLOTS = ["h1", "h2", "h3", "h4", "h5"];
export const KINDS = ["linear", "strategic", "circular", "reflexive"]; // row by row, as they are drawn
export const ALONG = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, -0.1], ArrowDown: [0, 0.1] };
const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Gives the nearest tenth on the map. */
export function tenth(part) {
  return Math.max(-1, Math.min(1, Math.round(part * 10) / 10)) || 0;
}

/** Says whether a stored mark is a place at all. */
export function isSpot(mark) {
  return Array.isArray(mark) && mark.length === 2 && mark.every((part) => typeof part === "number" && Number.isFinite(part));
}

/** Gives the pixel of a place on a map with this side. */
export function pixelOf([x, y], side) {
  return [x, y].map((part) => ((part + EDGE) / (2 * EDGE)) * side);
}

/** Gives the place under a pixel, to a tenth. */
export function spotAt(px, py, side) {
  return [px, py].map((part) => tenth((part / side) * 2 * EDGE - EDGE));
}

/** Gives the place one tenth on; a mark not yet placed starts in the middle. */
export function stepped(mark, key) {
  const [x, y] = isSpot(mark) ? mark : [0, 0];
  return [tenth(x + ALONG[key][0]), tenth(y + ALONG[key][1])];
}

/** Gives the kind whose field a mark stands in; on a line between two it is neither. */
export function kindOf(mark) {
  if (!isSpot(mark) || !mark[0] || !mark[1]) return "";
  return KINDS[(mark[1] > 0 ? 2 : 0) + (mark[0] > 0 ? 1 : 0)];
}

/** Gives the questions of a value that are questions. */
export function questionsOf(value) {
  const all = value && Array.isArray(value.questions) ? value.questions : [];
  return all.filter((one) => one && typeof one.id === "string");
}

/** Gives the centres, in pixels, of marks that must not hide each other: [{at, r}] → [[x, y]]. */
export function spread(marks, side, share = 0.8) {
  const inside = (part, r) => Math.max(r, Math.min(side - r, part));
  const found = marks.map(({ at, r }) => at.map((part) => inside(part, r)));
  for (let round = 0; round < 240; round += 1) {
    for (let i = 0; i < found.length; i += 1) {
      for (let k = i + 1; k < found.length; k += 1) {
        let [dx, dy] = [found[k][0] - found[i][0], found[k][1] - found[i][1]];
        if (!dx && !dy) [dx, dy] = [Math.cos(k * 2.4) / 100, Math.sin(k * 2.4) / 100]; // one on the other: each its own way
        const [away, wanted] = [Math.hypot(dx, dy), (marks[i].r + marks[k].r) * share];
        if (away >= wanted) continue;
        const push = (wanted - away) / 2 / away;
        [[i, -push], [k, push]].forEach(([at, by]) => (found[at] = [inside(found[at][0] + dx * by, marks[at].r), inside(found[at][1] + dy * by, marks[at].r)]));
      }
    }
  }
  return found;
}

/** Gives an arrow from mark to mark as {line, head} for a path, or null when there is no room for one. */
export function arrowOf(from, to, fromR, toR, head) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const stop = length - toR - 2;
  if (stop - fromR < head) return null;
  const [ux, uy] = [dx / length, dy / length];
  const on = (along, across) => `${from[0] + ux * along - uy * across} ${from[1] + uy * along + ux * across}`;
  return { line: `M${on(fromR, 0)}L${on(stop - head * 0.5, 0)}`, head: `M${on(stop - head, head * 0.5)}L${on(stop, 0)}L${on(stop - head, -head * 0.5)}z` };
}

/** Gives the question to go on with: the first after this one that has no mark yet, else the next. */
export function nextOf(ids, has, id) {
  const at = ids.indexOf(id);
  const round = [...ids.slice(at + 1), ...ids.slice(0, Math.max(at, 0))];
  return round.find((one) => !has(one)) || round[0] || id;
}

/** Gives a list with one item moved by `step`, or the same list when there is no room. */
export function movedBy(items, id, step) {
  const from = items.findIndex((one) => one.id === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= items.length) return items;
  const rest = items.filter((one) => one.id !== id);
  return [...rest.slice(0, to), items[from], ...rest.slice(to)];
}

/** Gives an id nobody here has. */
export function newSign(taken, random = Math.random) {
  for (;;) {
    const id = Array.from({ length: 4 }, () => SIGNS[Math.floor(random() * SIGNS.length)]).join("");
    if (!taken.includes(id)) return id;
  }
}
