// Pure: how long a bar is.

/** Gives the part of the whole in per cent, 0 to 100; of nothing there is no part. */
export function partOf(count, of) {
  return of > 0 ? Math.min(100, Math.max(0, (100 * count) / of)) : 0;
}
