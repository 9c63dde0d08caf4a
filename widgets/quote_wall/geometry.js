// Pure: how lines fall into columns, and columns on pages.

export const MOST = 25; // lines on a page: more is a list nobody reads
export const FEW = 5; // lines that may stand in large type, one under the other

/** Gives how many columns so many lines want where there is room for `widest`. */
export function columnsOf(count, widest) {
  return count <= FEW ? 1 : Math.min(widest, 3);
}

/** Gives the indexes of `heights` dealt into columns in reading order, none higher than `room`; null when they do not fit. */
export function dealt(heights, columns, room) {
  const found = [[]];
  let left = room;
  for (const [i, height] of heights.entries()) {
    const column = found[found.length - 1];
    if (column.length && height > left) {
      if (found.length === columns) return null;
      found.push([i]);
      left = room - height;
    } else {
      column.push(i);
      left -= height;
    }
  }
  return found;
}

/** Gives the columns as even in height as reading order lets them be. */
export function even(heights, columns, room) {
  const whole = heights.reduce((sum, height) => sum + height, 0);
  for (let height = Math.max(whole / columns, ...heights, 1); height < room; height += Math.max(1, room / 50)) {
    const found = dealt(heights, columns, height);
    if (found) return found;
  }
  return dealt(heights, columns, room) || [heights.map((_, i) => i)];
}

/**
 * Gives pages of columns of indexes for lines of these heights: at most `MOST` lines a page, no column
 * higher than `room`. A line that is higher than the room has a column of its own.
 */
export function pagesOf(heights, columns, room) {
  const count = paged(heights, columns, room, MOST).length;
  const alike = paged(heights, columns, room, Math.ceil(heights.length / count)); // rather 12 and 12 than 23 and 1
  return alike.length === count ? alike : paged(heights, columns, room, MOST);
}

function paged(heights, columns, room, most) {
  const pages = [];
  let from = 0;
  while (from < heights.length) {
    let to = Math.min(from + most, heights.length);
    while (to - from > 1 && !dealt(heights.slice(from, to), columns, room)) to -= 1;
    const start = from;
    pages.push(even(heights.slice(from, to), columns, room).map((column) => column.map((i) => i + start)));
    from = to;
  }
  return pages.length ? pages : [[]];
}
