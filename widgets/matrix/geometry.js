// Pure: what kind of cells there are, how strongly a count is tinted, and what a page of texts holds.

/** Gives whether the cells are counts; a matrix without cells counts nothing. */
export const isCounted = (cells) => (cells || []).flat().some((cell) => typeof cell === "number");

/** Gives the largest count, at least 1. */
export const mostOf = (cells) => Math.max(1, ...(cells || []).flat().filter((cell) => typeof cell === "number"));

/** Gives a count's step of tint, 0 (nothing) to 4 (as many as the largest). */
export const tintOf = (count, most) => (count ? Math.max(1, Math.ceil((4 * count) / most)) : 0);

/** Gives the texts of one row with their group, [[table, text], …]; empty ones are left out. */
export function textsOf(row, tables) {
  return row.map((text, i) => [tables[i], text]).filter(([, text]) => String(text || "").trim());
}

/** Gives how many columns so many texts stand in on a big screen. */
export const columnsOf = (count) => (count <= 2 ? 1 : count <= 6 ? 2 : 3);
