// What pictures of all groups share on the big screen: a group's sign, the head with its count, and pages.

import { fill, h, icon, s, say } from "./kit.js";
import { isOnScreen } from "./standing.js";

const FIGURES = {
  circle: { d: "M1.5 12a10.5 10.5 0 1 0 21 0a10.5 10.5 0 1 0-21 0", y: 16 },
  square: { d: "M4.5 2.5h15a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2z", y: 16 },
  triangle: { d: "M12 1.5L23.5 21.5H.5z", y: 19 },
  diamond: { d: "M12 0l12 12-12 12L0 12z", y: 16 },
  hexagon: { d: "M6 1.6h12L24 12l-6 10.4H6L0 12z", y: 16 },
};

/** Gives how a group is drawn: shape first, colour third; from the sixth the same shapes hollow. */
export function badgeOf(table) {
  const number = Math.max(1, parseInt(table, 10) || 1) - 1;
  const kind = Object.keys(FIGURES)[number % 5];
  return { colour: (number % 5) + 1, hollow: number >= 5, ...FIGURES[kind] };
}

/** Gives a group's sign with its name. */
export function groupSign(its, table, tag = "h3") {
  const { colour, hollow, d, y } = badgeOf(table);
  const shape = s("path", { class: hollow ? "shape hollow" : "shape", d, "stroke-linejoin": "round" });
  const picture = s("svg", { viewBox: "-1 -1 26 26", "aria-hidden": "true" }, shape, s("text", { x: 12, y }, table));
  return h(tag, { class: `badge g${colour}` }, picture, h("span", { class: "name" }, fill(its.word("plenary_group"), { n: table })));
}

/** Gives the head of a picture: how many there are, the question, and while `isEmpty()` what is waited for. */
export function wallHead(its, el, isEmpty = () => (its.options().empty || []).length > 0) {
  const [count, title, empty] = [h("p", { class: "eyebrow" }), h("h2"), h("div", { class: "empty" })];
  const draw = () => {
    const none = isEmpty();
    el.classList.toggle("wall", isOnScreen());
    el.classList.toggle("none", none);
    count.hidden = !say(count, its.options().eyebrow).textContent;
    say(title, its.options().heading);
    empty.hidden = !none;
    empty.replaceChildren(...(none ? its.options().empty || [] : []).map((one) => h("p", { class: "lead" }, one)));
  };
  return { node: h("div", { class: "wall-title" }, count, title), empty, draw };
}

/** Gives the height that is left for `part` of the instrument on the big screen. */
export function roomFor(el, part) {
  const frame = el.closest("main") || document.body;
  const { paddingTop, paddingBottom } = getComputedStyle(frame);
  return frame.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom) - (el.offsetHeight - part.offsetHeight);
}

/**
 * Gives the buttons that turn pages on the big screen: `draw(count)` says how many there are, `at()` which
 * is shown, `turned()` is called after a turn. Beyond the ends a key is left to the block's next screen.
 * With `every` ms the pages turn by themselves, until somebody turns one or lets one stay.
 */
export function wallPages(its, el, turned, every = 0) {
  const where = h("span", { class: "num", role: "status" });
  const button = (name, step) => h("button", { class: `btn square plain ${name}`, onclick: () => turn(step, true) }, icon("chevron"));
  const [back, on] = [button("back", -1), button("on", 1)];
  const stay = h("button", { class: "btn plain low", onclick: () => hold(!held) }, h("span"));
  const node = h("div", { class: "wall-pages" }, back, where, on, every ? stay : null);
  let [page, pages, held] = [0, 0, false];
  const draw = (count = pages) => {
    pages = count;
    page = Math.min(page, Math.max(pages - 1, 0));
    node.hidden = !isOnScreen() || pages < 2;
    say(where, fill(its.word("plenary_page"), { n: page + 1, m: pages }));
    back.setAttribute("aria-label", its.word("plenary_page_back"));
    on.setAttribute("aria-label", its.word("plenary_page_on"));
    if (every) say(stay.firstChild, its.word("plenary_page_stay"));
    hold(held);
  };
  function hold(wanted) {
    held = wanted;
    stay.setAttribute("aria-pressed", String(held));
  }
  function turn(step, byHand) {
    if (byHand) hold(true);
    page = (page + step + pages) % pages;
    draw();
    turned();
  }
  const clock = every ? setInterval(() => !held && !node.hidden && turn(1, false), every) : 0;
  const keys = (event) => {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    const there = page + step >= 0 && page + step < pages;
    if (!step || !there || !isOnScreen() || !el.offsetHeight) return;
    event.preventDefault();
    turn(step, true);
  };
  el.addEventListener("keydown", keys);
  const stop = () => {
    clearInterval(clock);
    el.removeEventListener("keydown", keys);
  };
  return { node, at: () => page, draw, stop };
}
