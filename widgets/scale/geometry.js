// Pure: what a line holds, and which step lies under a finger.

/** Gives the lines an exercise asks for; one without a field for its mark holds own words only. */
export function scalesIn(options) {
  const given = options && Array.isArray(options.scales) ? options.scales : [];
  return given.filter((one) => one && (typeof one.field === "string" || typeof one.text === "string"));
}

const MOST = 10;

/** Gives how many steps a line has. */
export function countOf({ stops, most = MOST }) {
  return stops ? stops.length : most + 1;
}

/** Gives the step a stored mark stands on, −1 when there is none. */
export function stepOf(mark, scale) {
  if (scale.stops) return scale.stops.indexOf(mark);
  return Number.isInteger(mark) && mark >= 0 && mark < countOf(scale) ? mark : -1;
}

/** Gives what is stored for a step; off the line nothing is. */
export function markAt(step, scale) {
  if (step < 0 || step >= countOf(scale)) return null;
  return scale.stops ? scale.stops[step] : step;
}

/** Gives the step nearest to x, when the first lies at `start` and the last at `end`. */
export function stepUnder(x, start, end, count) {
  const part = end > start ? (x - start) / (end - start) : 0;
  return Math.max(0, Math.min(count - 1, Math.round(part * (count - 1)))) || 0;
}

const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** Gives where a key leads from a step, undefined for a key that means nothing; −1 takes the mark off. */
export function stepBy(key, step, count) {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === "Delete" || key === "Backspace") return -1;
  if (!(key in STEPS)) return undefined;
  if (step < 0) return STEPS[key] > 0 ? 0 : count - 1;
  return Math.max(0, Math.min(count - 1, step + STEPS[key]));
}
