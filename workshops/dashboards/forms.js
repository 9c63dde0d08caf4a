// The big screen of a block without a notebook: a round, a walk, a line on the floor, a break, said in large.

import { fill, h, say } from "../../widgets/shared/kit.js";
import { inWords, rest } from "../room/clock.js";
import { clockface } from "./clockface.js";

const FITS = ["roomy", "calm", "close", "tight"];
const BACK = { walk: "wall_walk_back", break: "wall_break_back" }; // kinds that show when to come back, instead of a countdown
const PLACES = 5;
const MOST_DOTS = 60;

/** Gives what a form says: {brow, title, steps, note}; the words are keys of the wall's. */
export function said(state, told) {
  const [title, prompt] = [told(state.block_title), told(state.prompt)];
  const asked = { brow: prompt ? title : "", title: prompt || title, steps: [], note: "" };
  if (state.kind === "round" && state.stage === "individual") return { ...asked, brow: "pause_write", steps: ["wall_write_alone", "wall_write_yours"] };
  if (state.kind === "round") return { ...asked, brow: "round", steps: ["wall_round_once", "wall_round_listen"], note: "wall_round_order" };
  if (state.kind === "walk") return { ...asked, brow: "walk_talk", steps: ["wall_walk_pairs"] };
  if (state.kind === "line") return { ...asked, note: state.tally ? "wall_line_talk" : "wall_line_stand" };
  if (state.kind === "groups") return { ...asked, note: (state.groups || []).length ? "wall_groups_phone" : "" };
  return asked;
}

/** Gives what comes after the running block, of the day's agenda; null when the day is over. */
export const upNext = (state) => (state.agenda || []).find((one) => one.state === "next") || null;

/** Gives the screens of forms in `holder`; `draw` is called with each state, `tick` four times a second. */
export function forms(holder, words, language) {
  const told = (both) => (both && (both[language] || both.da)) || "";
  const face = clockface();
  const digits = h("p", { class: "digits num" });
  let drawn = "";
  let state = null;
  let skew = 0;

  function draw(now, shift) {
    [state, skew] = [now, shift];
    const { kind, stage, block, ends, tally, groups, scale } = now;
    const sign = JSON.stringify([block, kind, stage, ends, tally, groups, scale, now.block_title, now.prompt, kind === "break" && upNext(now)]);
    if (sign !== drawn) {
      drawn = sign;
      holder.dataset.kind = kind || "block";
      holder.replaceChildren(...build(now));
    }
    tick();
    fitted();
  }

  function build(now) {
    const { brow, title, steps, note } = said(now, told);
    const heads = [h("p", { class: "eyebrow" }, words[brow] || brow), h("h1", {}, title)];
    const lines = steps.map((word) => h("li", {}, words[word]));
    const below = note ? [h("p", { class: "note" }, words[note])] : [];
    const column = h("div", { class: "asked" }, heads, lines.length ? h("ul", {}, lines) : null, now.kind === "line" ? null : below);
    if (now.kind === "line") return [column, ...line(now), ...below];
    if (now.kind === "groups") return [column, circles(now.groups || [])];
    if (BACK[now.kind]) return [column, h("div", { class: "back" }, h("p", { class: "lead" }), digits, after(now))];
    return [column, h("aside", {}, face.node)];
  }

  function after(now) {
    const next = now.kind === "break" && upNext(now);
    return next ? h("p", { class: "after" }, h("span", { class: "quiet" }, `${words.time_next}: `), told(next.title)) : null;
  }

  // ── the line on the floor ──
  function line({ ends, tally }) {
    const [from, to] = (ends && (ends[language] || ends.da)) || ["", ""];
    const counts = tally || Array(PLACES).fill(0);
    const many = counts.reduce((sum, one) => sum + one, 0);
    const dots = (count) => h("span", { class: "dots" }, many > MOST_DOTS ? [] : Array.from({ length: count }, () => h("i")));
    const places = counts.map((count) => h("li", {}, dots(count), h("b", { class: "num" }, tally ? String(count) : "")));
    const label = tally ? fill(words.wall_line_places, { a: from, b: to, counts: counts.join(", ") }) : fill(words.wall_line_empty, { a: from, b: to });
    const picture = h("div", { class: tally ? "stand told" : "stand", role: "img", "aria-label": label }, h("ol", { class: "places" }, places));
    return [h("div", { class: "floor" }, picture, h("div", { class: "ends", "aria-hidden": "true" }, h("p", {}, from), h("p", {}, to)))];
  }

  // ── the learning groups ──
  function circles(groups) {
    if (!groups.length) return h("p", { class: "empty" }, words.wall_groups_none);
    const card = ({ name, people }) => h("li", {}, h("h2", {}, name), h("p", { class: "people" }, people.join(", ") || words.wall_groups_nobody));
    return h("ul", { class: "circles" }, groups.map(card));
  }

  function tick() {
    if (!state) return;
    const timed = face.draw(state, skew, words, language);
    holder.classList.toggle("timed", timed);
    const back = holder.querySelector(".back");
    if (!back) return;
    const now = rest(state, Date.now() + skew);
    back.hidden = !now;
    if (!now) return;
    const late = now.over && !now.paused;
    say(back.firstChild, now.paused ? words.wall_paused : late ? words.wall_back_now : words[BACK[state.kind]]);
    say(digits, now.paused ? now.text : inWords(state.call_back, language));
    back.classList.toggle("late", late);
  }

  /** Takes the largest type that fits. */
  function fitted() {
    const room = () => holder.scrollHeight <= holder.clientHeight && holder.scrollWidth <= holder.clientWidth;
    for (const one of FITS) {
      holder.dataset.fit = one;
      if (room()) return;
    }
  }

  return { draw, tick, fitted };
}
