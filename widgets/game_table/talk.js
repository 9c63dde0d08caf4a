// A meeting drawn on two lanes: the phone's own strip and the wall's strips are one drawing.
import { h } from "../shared/kit.js";
import { drawLanes, ticksOf, wornIn } from "../shared/lanes.js";
import { LEVELS, bandOf, lanesOf } from "./geometry.js";

const share = (part, whole) => `${(100 * Math.min(1, Math.max(0, part / whole)))}%`;

/** Gives where each time-out begins, as CSS has it: one that comes right after another leaves that one's number free. */
export function placesOf(timeouts, scale) {
  return timeouts.reduce((places, { at }, i) => {
    const follows = i > 0 && at >= timeouts[i - 1].at;
    return [...places, follows ? `max(${share(at, scale)}, ${places[i - 1]} + 1em)` : share(at, scale)];
  }, []);
}

/** Draws {turns, timeouts} along `scale` seconds into `ground`; the line is drawn until `gone`. */
export function drawTalk(ground, { turns, timeouts, gone, scale }) {
  const lanes = lanesOf({ turns, timeouts });
  const [first, ...rest] = lanes.length ? lanes : [{ to: LEVELS[0], at: 0 }];
  const until = Math.max(gone, ...lanes.map(({ at }) => at));
  const places = placesOf(timeouts, scale);
  const marks = timeouts.map((one, i) => {
    const { from, to } = bandOf(one, gone);
    const node = h("span", { class: one.best ? "stop best" : "stop" }, h("b", { class: "num" }, String(i + 1)));
    node.style.width = share(to - from, scale);
    node.style.marginLeft = `calc(${places[i]} - ${share(one.at, scale)})`;
    return { at: one.at, to: "content", node };
  });
  const worn = wornIn(first.to, rest, until);
  drawLanes(ground, { hats: LEVELS, worn, shifts: marks, scale, mark: ({ node }) => node });
}

/** Gives the minutes that stand under a strip. */
export function minuteMarks(scale, unit) {
  const minutes = ticksOf(scale);
  return minutes.map((minute, i) => {
    const tick = h("span", {}, i === minutes.length - 1 ? `${minute} ${unit}` : String(minute));
    tick.style.left = share(60 * minute, scale);
    return tick;
  });
}
