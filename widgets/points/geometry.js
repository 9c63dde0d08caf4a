// Pure: the discs of a map, in its own steps.

const ONE = 0.3; // the radius of one answer
const WIDEST = 0.6; // discs beside each other must not hide one another; the number says the rest

/** Gives the radius of a disc that `n` answers share: its area grows with them, as far as there is room. */
export function radiusOf(n) {
  return Math.min(WIDEST, ONE * Math.sqrt(Math.max(1, n)));
}

/** Gives the points of a plot that can be drawn, the biggest first, so that none lies hidden. */
export function drawnIn(plot) {
  const sound = (plot.points || []).filter((one) => Array.isArray(one) && one.length === 3 && one.every(Number.isFinite) && one[2] > 0);
  return [...sound].sort((one, other) => other[2] - one[2]);
}
