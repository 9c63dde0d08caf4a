// Pure: how rows fall on pages, and the shapes by which groups are told apart.

/**
 * Gives the pages for rows of these heights: [[0, 1, 2], [3]]. A group's rows stay together where a
 * page can hold them; a row that is higher than a page gets one of its own.
 */
export function pagesOf(rows, room) {
  const pages = [[]];
  let left = room;
  rows.forEach(({ height, group }, i) => {
    const page = pages[pages.length - 1];
    const starts = !i || rows[i - 1].group !== group;
    const whole = rows.filter((row) => row.group === group).reduce((sum, row) => sum + row.height, 0);
    const wanted = starts && whole <= room ? whole : height;
    if (page.length && wanted > left) {
      pages.push([i]);
      left = room - height;
    } else {
      page.push(i);
      left -= height;
    }
  });
  return pages;
}

const SHAPES = {
  circle: { d: "M1.5 12a10.5 10.5 0 1 0 21 0a10.5 10.5 0 1 0-21 0", y: 16 },
  square: { d: "M4.5 2.5h15a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2z", y: 16 },
  triangle: { d: "M12 1.5L23.5 21.5H.5z", y: 19 },
  diamond: { d: "M12 0l12 12-12 12L0 12z", y: 16 },
  hexagon: { d: "M6 1.6h12L24 12l-6 10.4H6L0 12z", y: 16 },
};

/** Gives how a group is drawn: shape first, colour third; from the sixth the same shapes hollow. */
export function badgeOf(table) {
  const number = Math.max(1, parseInt(table, 10) || 1) - 1;
  const kind = Object.keys(SHAPES)[number % 5];
  return { colour: (number % 5) + 1, hollow: number >= 5, ...SHAPES[kind] };
}

/** Gives what was said in quotation marks, unless somebody has set some already. */
export function inQuotes(text, locale) {
  if (!text || /^["”“„«»']/.test(text)) return text || "";
  return locale === "en" ? `“${text}”` : `”${text}”`;
}
