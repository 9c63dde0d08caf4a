// Where marks stand. A place is [skill, challenge], both 0…10 in whole steps; pixels run from the top left.

export const MOST = 10;
export const PAD = 0.9; // steps around the square, so that a mark at an end still stands wholly inside
export const SPAN = MOST + 2 * PAD;

export const OUTLINES = [ // in a square of 40: the shape tells marks apart, then the letter
  "M1.5 20a18.5 18.5 0 1 1 37 0a18.5 18.5 0 1 1-37 0",
  "M8 3h24a5 5 0 0 1 5 5v24a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5V8a5 5 0 0 1 5-5z",
  "M12.5 1.5h15L38.5 20l-11 18.5h-15L1.5 20z",
  "M20-1.5L41.5 20L20 41.5L-1.5 20z",
];
export const LETTERS = ["a", "b", "c", "d"];

/** Gives the marks an exercise asks for, at most four, each once. */
export function marksIn(options) {
  const given = options && Array.isArray(options.marks) ? options.marks : [];
  return [...new Set(given.filter((one) => typeof one === "string" && one))].slice(0, LETTERS.length);
}

const within = (step) => Math.max(0, Math.min(MOST, Math.round(step))) || 0;

/** Says whether a stored mark is a place at all. */
export function isPoint(mark) {
  return Array.isArray(mark) && mark.length === 2 && mark.every((part) => Number.isInteger(part) && part >= 0 && part <= MOST);
}

/** Gives the pixel of a place on a map with this side. */
export function pixelOf([skill, challenge], side) {
  return [((skill + PAD) / SPAN) * side, ((MOST - challenge + PAD) / SPAN) * side];
}

/** Gives the place under a pixel, in whole steps. */
export function pointAt(px, py, side) {
  return [within((px / side) * SPAN - PAD), within(MOST + PAD - (py / side) * SPAN)];
}

const STEPS = { right: [1, 0], left: [-1, 0], up: [0, 1], down: [0, -1] };

/** Gives the place one step on; a mark not yet placed starts in the middle. */
export function stepped(mark, way) {
  const [skill, challenge] = isPoint(mark) ? mark : [MOST / 2, MOST / 2];
  return [within(skill + STEPS[way][0]), within(challenge + STEPS[way][1])];
}

/** Gives the pixel of each mark that has a place; those on one place stand side by side. */
export function standing(places, side, size) {
  const met = {};
  for (const mark of Object.keys(places)) if (isPoint(places[mark])) (met[places[mark]] = met[places[mark]] || []).push(mark);
  return Object.fromEntries(Object.values(met).flatMap((marks) => marks.map((mark, at) => {
    const [x, y] = pixelOf(places[mark], side);
    const aside = (at - (marks.length - 1) / 2) * size * 0.9;
    return [mark, [Math.max(size / 2, Math.min(side - size / 2, x + aside)), y]];
  })));
}
