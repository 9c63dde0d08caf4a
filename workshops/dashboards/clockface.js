// The clock beside a task on the big screen: digits, bar, and when it ends.

import { fill, h, say } from "../../widgets/shared/kit.js";
import { clock, rest } from "../room/clock.js";

/** Gives the clock; `draw(state, skew, words, language)` keeps it true and says whether there is a timer. */
export function clockface() {
  const node = h("div", { class: "run" }, h("p", { class: "eyebrow" }), h("p", { class: "timer", role: "timer" }), h("div", { class: "bar", role: "img" }, h("i")), h("p", { class: "small quiet until num" }));
  const [eyebrow, digits, bar, until] = node.children;
  function draw(state, skew, words, language) {
    const now = rest(state, Date.now() + skew);
    node.hidden = !now;
    if (!now) return false;
    const over = now.over && !now.paused;
    node.classList.toggle("over", over);
    node.classList.toggle("still", Boolean(now.paused));
    say(eyebrow, words.ui_timer);
    say(digits, over ? words.wall_over : now.text);
    bar.hidden = Boolean(now.paused);
    until.hidden = Boolean(now.paused);
    if (now.paused) return true;
    bar.setAttribute("aria-label", fill(words.wall_left, { ...now, of: state.timer.minutes }));
    bar.firstChild.style.width = `${100 * now.part}%`;
    say(until, fill(words.wall_until, { n: state.timer.minutes, time: clock(new Date(Date.parse(state.timer.ends) - skew), language) }));
    return true;
  }
  return { node, draw };
}
