// A page with a kernel: one screen at a time of the stage that runs, task beside clock and counts.
// In the shell it is told by it; alone (the desk, or a block opened by itself) it follows the room itself.

import { fill, h, icon, say } from "../../widgets/shared/kit.js";
import { badge } from "../room/badge.js";
import { follow, kernelOf } from "./live.js";
import { clockface } from "./clockface.js";
import { pages, turnTo } from "./fitting.js";
import { screens, tasks, turned } from "./screens.js";

const WORDY = ["title", "theory", "case", "task", "roles", "floor", "takeaway"];
const BROWS = { theory: "ui_theory_card", case: "ui_case_card", roles: "ui_roles", floor: "ui_exercise", takeaway: "ui_next_step" };
const KEYS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

const root = document.documentElement;
const main = document.getElementById("main");
const config = JSON.parse(document.getElementById("config").textContent);
const onWall = root.dataset.surface === "screen";
const words = () => config.words[root.lang] || {};
const all = (selector) => [...document.querySelectorAll(selector)];
let state = null;
let skew = 0;
let at = 0;

// ── screens ──
const button = (by, name) => h("button", { type: "button", class: name, onclick: () => turn(by) }, icon("chevron"));
const pager = h("nav", { class: "pager", hidden: true }, button(-1, "back"), h("span"), button(1, "next"));
const place = `screen ${location.pathname}`;

function here() {
  const parts = all(".part").map((one) => ({ part: one.dataset.part, language: one.lang, exercise: one.dataset.exercise }));
  return screens(root.dataset.stage, parts, root.lang, state && state.exercise);
}

let list = []; // the stage's screens as they fit: {on: [section], page}

function turn(by) {
  if (leaf(by, ".hierarchy_wall")) return;
  const to = turned(at, by, list.length);
  if (to === at) leaf(by, ".quotes, .quote_wall");
  if (to === at) return;
  at = to;
  sessionStorage.setItem(place, JSON.stringify([state && state.block, root.dataset.stage, at]));
  show();
}

/** Lets figures that have pages of their own turn one; says whether any did. */
function leaf(by, figures) {
  const key = by > 0 ? "PageDown" : "PageUp";
  const shown = all(figures).filter((figure) => figure.closest(".part.on"));
  return shown.filter((figure) => !figure.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }))).length > 0;
}

/** Finds how many screens the words of the stage need. */
function measure() {
  const sections = all(".part");
  list = here().flatMap((places) => {
    const on = places.map((one) => sections[one]);
    put(on);
    const wordy = WORDY.includes(on[0].dataset.part) || main.classList.contains("asking");
    return Array.from({ length: wordy ? pages(on[0]) : 1 }, (_, page) => ({ on, page }));
  });
}

function put(on) {
  for (const section of all(".part")) section.classList.toggle("on", on.includes(section));
  const doing = on.some((one) => one.classList.contains("beside"));
  main.classList.toggle("doing", doing);
  main.classList.toggle("asking", doing && on.length === 1 && asked.parentNode === on[0]);
  main.classList.toggle("figure", on.some((one) => one.dataset.part === "plenary"));
}

function show() {
  measure();
  at = turned(at, 0, list.length);
  const { on, page } = list[at] || { on: [], page: 0 };
  put(on);
  if (on[0]) turnTo(on[0], page);
  const [back, where, next] = pager.children;
  pager.hidden = list.length < 2;
  pager.setAttribute("aria-label", words().wall_screens);
  back.setAttribute("aria-label", words().ui_back);
  next.setAttribute("aria-label", words().ui_next);
  back.disabled = at === 0;
  next.disabled = at >= list.length - 1;
  say(where, main.classList.contains("figure") ? "" : `${at + 1} / ${list.length}`); // a figure may count pages of its own
}

/** Gives what follows a task's steps (roles, other group sizes) a screen of its own. */
function split(task) {
  const children = [...task.children];
  const exercises = [...new Set(all('.part[data-part="exercise"]').map((part) => part.dataset.exercise))];
  const title = children.find((one) => one.tagName === "H2");
  const made = (part, exercise, nodes) => h("section", { class: "part", lang: task.lang, dataset: { part, ...(exercise && { exercise }) } }, nodes);
  const parts = tasks(children.map((one) => one.tagName), exercises).flatMap(({ exercise, steps, roles, headed }) => {
    const head = headed || !title ? [] : [title.cloneNode(true)];
    const cut = ([from, to]) => children.slice(from, to);
    return [made("task", exercise, [...head, ...cut(steps)]), ...(roles ? [made("roles", roles.exercise, cut(roles.at))] : [])];
  });
  task.replaceWith(...parts);
}

function brow(section) {
  const word = (config.words[section.lang] || {})[BROWS[section.dataset.part]];
  const title = document.querySelector(`.part[data-part="title"][lang="${section.lang}"] h1`);
  if (word) section.prepend(h("p", { class: "eyebrow" }, [word, title && title.textContent].filter(Boolean).join(" · ")));
}

// ── the exercise's part: what is asked, clock, counts ──
const asked = h("div", { class: "ask" }, h("h2"), h("p", { class: "lead" }));
const run = clockface();
const counts = h("div", { class: "counts" });
const aside = h("aside", {}, run.node, counts);

const clockOnly = h("section", { class: "part", dataset: { part: "clock" } });

function ask() {
  const one = config.exercises[state.exercise];
  const holder = all('.part[data-part="exercise"]').find((part) => part.dataset.exercise === state.exercise) || clockOnly;
  if (aside.parentNode !== holder) {
    all(".part.beside").forEach((part) => part.classList.remove("beside"));
    holder.classList.add("beside");
    holder.replaceChildren(...(one ? [asked, aside] : [aside]));
  }
  const said = one && { ...one[root.lang], ...(state.texts || {})[root.lang] }; // as the desk has worded it
  const now = said ? [wording(said, "title"), wording(said, "task")] : ["", ""];
  if (asked.dataset.said === String(now)) return false;
  asked.dataset.said = String(now);
  say(asked.firstChild, now[0]);
  asked.lastChild.replaceChildren(...now[1].split(/(?<=[.?:])\s+/).flatMap((one) => [h("span", {}, one), " "]));
  return true;
}

/** Gives the exercise's words for the stage that runs: a group may have its own. */
const wording = (said, key) => (state.stage === "group" && said[`${key}_group`]) || said[key] || "";

function tick() {
  if (state) run.draw(state, skew, words(), root.lang);
}

let counted = "";
function count() {
  const { written = 0, groups = {} } = state.counts || {};
  const tables = Object.keys(groups).filter((table) => groups[table].here).sort((a, b) => a - b);
  const asGroups = state.stage === "group" && tables.length > 0;
  const now = JSON.stringify([root.lang, state.exercise, state.open, asGroups, written, state.joined, tables, tables.map((table) => groups[table].ready)]);
  if (now === counted) return;
  counted = now;
  if (asGroups) {
    const list = h("ul", { class: tables.length > 6 ? "groups crowd" : "groups" }, tables.map((table) => group(table, groups[table].ready)));
    counts.replaceChildren(h("h2", {}, words().wall_ready), list);
  } else if (!state.exercise) {
    counts.replaceChildren();
  } else if ((config.exercises[state.exercise] || {}).anonymous) {
    // No count: who counts along must not find out who has answered.
    counts.replaceChildren(...(state.open ? [h("p", {}, words().wall_anonymous)] : []));
  } else {
    const number = h("b", { class: "num" }, String(written));
    counts.replaceChildren(h("p", { class: "many" }, number, h("span", {}, fill(words().wall_written, { m: state.joined }))));
  }
}

function group(table, ready) {
  const sign = badge(table, fill(words().wall_group, { n: table }));
  const word = ready ? words().wall_group_ready : words().wall_group_busy;
  return h("li", { class: ready ? "ready" : "" }, sign, h("span", { class: "state" }, ready ? icon("check") : null, h("span", {}, word)));
}

// ── the room's state ──
function tell(now) {
  const before = state;
  const moved = !before || ["stage", "block", "exercise"].some((one) => before[one] !== now[one]);
  state = now;
  skew = Date.parse(now.now) - Date.now();
  if (!onWall) return;
  root.dataset.theme = now.theme || "light";
  root.dataset.scale = now.scale || 100;
  root.dataset.stage = now.stage;
  const worded = ask();
  count();
  tick();
  if (!moved) {
    if (worded || before.scale !== now.scale) show();
    const by = (now.turn || 0) - (before.turn || 0); // pressed on the desk, for the page that is shown
    if (by && location.pathname.includes(now.page)) turn(by);
    return;
  }
  const [block, stage, kept] = JSON.parse(sessionStorage.getItem(place) || "[]");
  at = block === now.block && stage === now.stage ? kept : 0;
  show();
}

// ── begin ──
if (onWall) {
  document.body.append(pager);
  all('.part[data-part="task"]').forEach(split);
  all(".part[lang]").forEach(brow);
  main.append(clockOnly);
  show();
  setInterval(tick, 250);
  addEventListener("resize", show);
  document.fonts.ready.then(show);
  addEventListener("keydown", (event) => {
    const busy = event.target.closest && event.target.closest("input, textarea, select, [role=application]");
    if (KEYS[event.key] && !busy) turn(KEYS[event.key]);
  });
}

const kernel = kernelOf(document);
addEventListener("pagehide", () => {
  const form = new FormData();
  form.append("_xsrf", (document.cookie.match("\\b_xsrf=([^;]*)\\b") || [])[1] || "");
  if (kernel) navigator.sendBeacon(`/voila/api/shutdown/${kernel}`, form);
});

if (window.parent !== window) {
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== location.origin || source !== window.parent) return;
    if (data.is === "state" && data.state) tell(data.state);
    if (data.is === "turn") turn(data.by);
  });
  window.parent.postMessage({ is: "ready", kernel }, location.origin);
} else {
  const banner = h("div", { class: "banner", role: "status", hidden: true }, icon("alert"), h("span"));
  document.body.prepend(banner);
  follow({
    told: tell,
    kernels: () => (kernel ? [kernel] : []),
    gone: () => location.reload(),
    line: (on) => {
      banner.hidden = on;
      say(banner.lastChild, on ? "" : words().wall_line_gone);
    },
  });
}
