// Pure: which groups are shown, the measure all bars share, and how wide a part is.

/** Gives the groups with anything in a bar, [{table, bars: [[key, amounts], …]}]; empty bars are left out. */
export function groupsOf(value) {
  const { bars = [], stacks = [], tables = [] } = value || {};
  const all = stacks.map((stack, at) => ({ table: tables[at], bars: bars.map((key, bar) => [key, stack[bar] || []]).filter(([, amounts]) => sumOf(amounts)) }));
  return all.filter((group) => group.bars.length);
}

/** Gives all of a bar. */
export const sumOf = (amounts) => amounts.reduce((sum, amount) => sum + amount, 0);

/** Gives the longest bar, at least 1: the measure of all the others. */
export const longestOf = (groups) => Math.max(1, ...groups.flatMap(({ bars }) => bars.map(([, amounts]) => sumOf(amounts))));

/** Gives a part's width in per cent of the longest bar. */
export const shareOf = (amount, longest) => (100 * amount) / longest;

/** Says how much room a part this wide (per cent) has for its number: "no", "slim" (on wide lines only) or "yes". */
export const roomIn = (share) => (share < 5 ? "no" : share < 13 ? "slim" : "yes");
