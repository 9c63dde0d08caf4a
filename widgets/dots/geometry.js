// Pure: how dots are laid, and what the plots say in words.

const FILLED = 0.86; // the part of its place that a dot fills

/** Gives the plots of a value that can be drawn. */
export function plotsIn(value) {
  return ((value && value.plots) || []).filter((one) => one && Array.isArray(one.counts) && one.counts.length);
}

/** Gives the highest stack of all plots. */
export function highest(plots) {
  return Math.max(0, ...plots.flatMap(({ counts }) => counts));
}

/**
 * Gives how dots are laid so that the highest stack fits its room: the distance between two, the
 * diameter, and how many stand abreast where a column is wide.
 */
export function layOf(room, most, largest) {
  const tries = [1, 2, 3, 4, 5].map((abreast) => {
    const step = Math.min(largest / FILLED, (room.width * 0.9) / abreast, room.height / Math.ceil(Math.max(1, most) / abreast));
    return { abreast, step, dot: step * FILLED };
  });
  return tries.reduce((best, one) => (one.step > best.step + 0.5 ? one : best));
}

/** Gives [step, how many] for the steps somebody chose. */
export function chosenOf({ counts, stops }, words) {
  return counts.map((n, at) => [stops ? words[stops[at]] || "" : String(at), n]).filter(([, n]) => n);
}
