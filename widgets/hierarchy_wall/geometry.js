// Pure: which groups share a page, and which levels a column shows.

export const MOST = 5; // columns on a page: a sixth cannot be read from the last row
export const FEW = 2; // groups whose two parties stand beside each other
export const PARTIES = ["mine", "theirs"];

/** Gives the groups dealt onto pages as even as can be: six are three and three, never five and one. */
export function spreadOf(groups) {
  const count = Math.ceil(groups.length / MOST);
  const most = Math.ceil(groups.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, page) => groups.slice(page * most, (page + 1) * most));
}

/** Gives the levels of a side that hold something, from the top down; all of them while none does. */
export function shownLevels({ levels = [], highest } = {}) {
  const held = levels.filter(({ level, written }) => written || level === highest);
  return held.length ? held : levels;
}

/** Gives how many lines the fullest side of these groups needs: its levels, its name, its loop. */
export function linesOf(groups) {
  const sides = groups.flatMap((group) => PARTIES.map((party) => group[party] || {}));
  return Math.max(0, ...sides.map((side) => shownLevels(side).length));
}

/** Gives the levels with their counts, [[level, mine, theirs], …], in the order given; those nobody has in a column and nobody marked are left out. */
export function countsOf(groups, highest = {}) {
  const [mine = {}, theirs = {}] = PARTIES.map((party) => highest[party]);
  const seen = new Set(groups.flatMap((group) => PARTIES.flatMap((party) => shownLevels(group[party]).map(({ level }) => level))));
  return Object.keys(mine).filter((level) => mine[level] || theirs[level] || seen.has(level)).map((level) => [level, mine[level] || 0, theirs[level] || 0]);
}
