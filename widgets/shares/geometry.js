// Pure: how long the parts of a bar are.

/** Gives [{count, part}]: each count and its part of the bar in per cent; of nothing there are no parts. */
export function partsOf(counts) {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => ({ count, part: all ? (100 * count) / all : 0 }));
}
