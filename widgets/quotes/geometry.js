// Pure: how rows fall on pages, and how what was said is set in quotation marks.

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

/** Gives what was said in quotation marks, unless somebody has set some already. */
export function inQuotes(text, locale) {
  if (!text || /^["”“„«»']/.test(text)) return text || "";
  return locale === "en" ? `“${text}”` : `”${text}”`;
}
