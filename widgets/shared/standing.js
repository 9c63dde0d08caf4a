// On the big screen nothing scrolls: a sheet stands there whole, tighter if it must.

import { watch } from "./kit.js";

/** Gives whether this page is the big screen. */
export const isOnScreen = () => document.documentElement.dataset.surface === "screen";

/**
 * Gives the part that lets a whole sheet stand on the big screen: `data-tight` goes up to `tightest`, step
 * by step, until the sheet is no higher than its room; what a step leaves out is read on the phones.
 */
export function standingWhole(el, tightest) {
  const act = () => {
    el.classList.toggle("wall", isOnScreen());
    delete el.dataset.tight;
    if (!isOnScreen() || !el.offsetHeight) return;
    const frame = el.closest("main") || document.body;
    const { paddingTop, paddingBottom } = getComputedStyle(frame);
    const above = el.getBoundingClientRect().top - (el.closest(".spots") || el).getBoundingClientRect().top;
    const room = Math.min(frame.clientHeight || Infinity, window.innerHeight) - parseFloat(paddingTop) - parseFloat(paddingBottom) - above;
    for (let step = 1; step <= tightest && el.offsetHeight > room; step += 1) el.dataset.tight = step;
  };
  return { draw: act, stop: watch(el, act) };
}
