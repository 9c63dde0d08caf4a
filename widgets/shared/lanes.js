// A strip of lanes: one hat a lane, one line that goes from lane to lane as time passes.

import { h } from "./kit.js";

const percent = (part, whole) => `${whole > 0 ? Math.min(100, Math.max(0, (100 * part) / whole)) : 0}%`;

/** Gives seconds as one says them from a watch: 2:05. */
export function inMinutes(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Gives which hat was worn from when to when: [{hat, from, to}], the last until `end`. */
export function wornIn(first, shifts, end) {
  const starts = [{ hat: first, from: 0 }, ...shifts.map(({ at, to }) => ({ hat: to, from: at }))];
  return starts.map((one, i) => ({ ...one, to: Math.max(one.from, i + 1 < starts.length ? starts[i + 1].from : end) }));
}

/** Gives how a change looks: said aloud is a filled disc, not said a hollow one, and asked for has a ring more. */
export function markOf({ announced, permission }) {
  const said = announced === true ? "said" : announced === false ? "unsaid" : "open";
  return permission === true ? `${said} asked` : said;
}

/** Gives the minutes that stand under a strip, at most six of them. */
export function ticksOf(scale) {
  const step = [1, 2, 5, 10, 15].find((minutes) => scale / 60 / minutes <= 6) || 30;
  return Array.from({ length: Math.floor(scale / 60 / step) + 1 }, (_, i) => i * step);
}

/**
 * Draws lanes into `ground`: `hats` from top to bottom, `worn` as `wornIn` gives it, a mark for each of the
 * `shifts` (`mark(shift)` gives its node), all along `scale` seconds. `ground` is positioned; the lanes share its height.
 */
export function drawLanes(ground, { hats, worn, shifts, scale, mark }) {
  const middle = (hat) => `${(100 * (hats.indexOf(hat) + 0.5)) / hats.length}%`;
  const rules = hats.map((hat) => {
    const rule = h("i", { class: "rule" });
    rule.style.top = middle(hat);
    return rule;
  });
  const spans = worn.map(({ hat, from, to }) => {
    const span = h("i", { class: "worn" });
    Object.assign(span.style, { left: percent(from, scale), width: percent(to - from, scale), top: middle(hat) });
    return span;
  });
  const turns = worn.slice(1).map(({ hat, from }, i) => {
    const [one, other] = [hats.indexOf(worn[i].hat), hats.indexOf(hat)].sort();
    const turn = h("i", { class: "turn" });
    Object.assign(turn.style, { left: percent(from, scale), top: middle(hats[one]), height: `${(100 * (other - one)) / hats.length}%` });
    return turn;
  });
  const marks = shifts.map((shift) => {
    const node = mark(shift);
    Object.assign(node.style, { left: percent(shift.at, scale), top: middle(shift.to) });
    return node;
  });
  const under = ground.firstChild || ground.appendChild(h("div"));
  under.replaceChildren(...rules, ...spans, ...turns);
  // A mark that is taken out and put back would slip from the finger that drags it.
  for (const old of [...ground.children].slice(1)) if (!marks.includes(old)) old.remove();
  marks.forEach((node, i) => ground.children[i + 1] !== node && ground.insertBefore(node, ground.children[i + 1] || null));
}
