// A page with a kernel: one screen at a time of the stage that runs, task beside clock and counts.
// In the shell it is told by it; alone (the desk, or a block opened by itself) it follows the room itself.

import { fill, h, icon, say } from "../../widgets/shared/kit.js";
import { badge } from "../room/badge.js";
import { follow, kernelOf } from "./live.js";
import { clock, left, screens, turned } from "./screens.js";

const FITS = ["roomy", "calm", "close", "tight"];
const WORDY = ["theory", "case", "task", "roles", "floor", "takeaway"];
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

function turn(by) {
  const to = turned(at, by, here().length);
  if (to === at) return;
  at = to;
  sessionStorage.setItem(place, `${root.dataset.stage} ${at}`);
  show();
}

function show() {
  const found = here();
  at = turned(at, 0, found.length);
  const sections = all(".part");
  const on = (found[at] || []).map((one) => sections[one]);
  for (const section of sections) section.classList.toggle("on", on.includes(section));
  const doing = on.some((one) => one.classList.contains("beside"));
  main.classList.toggle("doing", doing);
  main.classList.toggle("asking", doing && on.length === 1 && asked.parentNode === on[0]);
  const figure = on.some((one) => one.dataset.part === "plenary");
  main.classList.toggle("figure", figure);
  const [back, where, next] = pager.children;
  pager.hidden = found.length < 2;
  pager.setAttribute("aria-label", words().wall_screens);
  back.setAttribute("aria-label", words().ui_back);
  next.setAttribute("aria-label", words().ui_next);
  back.disabled = at === 0;
  next.disabled = at >= found.length - 1;
  say(where, figure ? "" : `${at + 1} / ${found.length}`); // a figure may count pages of its own
  on.filter((one) => WORDY.includes(one.dataset.part)).forEach(fit);
}

/** Takes the largest type that fits. */
function fit(section) {
  const source = section.querySelector(":scope > .source");
  const inner = [...section.children].filter((child) => child !== source && child.tagName !== "FIGURE");
  const first = section.dataset.part === "task" ? 1 : 0; // steps are read while doing: no need for the largest
  for (const one of FITS.slice(first)) {
    section.dataset.fit = one;
    const room = section.clientHeight - (source ? 2 * source.offsetHeight : 0);
    const tall = inner.at(-1).getBoundingClientRect().bottom - inner[0].getBoundingClientRect().top;
    if (tall <= room) return;
  }
}

/** Gives what follows a task's steps (roles, other group sizes) a screen of its own. */
function split(task) {
  const steps = task.querySelector(":scope > ol");
  const rest = steps ? [...task.children].slice([...task.children].indexOf(steps) + 1) : [];
  if (rest.length) task.after(h("section", { class: "part", lang: task.lang, dataset: { part: "roles" } }, rest));
}

function brow(section) {
  const word = (config.words[section.lang] || {})[BROWS[section.dataset.part]];
  const title = document.querySelector(`.part[data-part="title"][lang="${section.lang}"] h1`);
  if (word) section.prepend(h("p", { class: "eyebrow" }, [word, title && title.textContent].filter(Boolean).join(" · ")));
}

// ── the exercise's part: what is asked, clock, counts ──
const asked = h("div", { class: "ask" }, h("h2"), h("p", { class: "lead" }));
const run = h("div", {}, h("p", { class: "eyebrow" }), h("p", { class: "timer", role: "timer" }), h("div", { class: "bar", role: "img" }, h("i")), h("p", { class: "small quiet until num" }));
const counts = h("div", { class: "counts" });
const aside = h("aside", {}, run, counts);

const clockOnly = h("section", { class: "part", dataset: { part: "clock" } });

function ask() {
  const one = config.exercises[state.exercise];
  const holder = all('.part[data-part="exercise"]').find((part) => part.dataset.exercise === state.exercise) || clockOnly;
  if (aside.parentNode !== holder) {
    all(".part.beside").forEach((part) => part.classList.remove("beside"));
    holder.classList.add("beside");
    holder.replaceChildren(...(one ? [asked, aside] : [aside]));
  }
  say(asked.firstChild, one && one[root.lang].title);
  say(asked.lastChild, one && one[root.lang].task);
}

function tick() {
  const rest = state && left(state.timer, Date.now() + skew);
  run.hidden = !rest;
  if (!rest) return;
  const [eyebrow, digits, bar, until] = run.children;
  run.classList.toggle("over", rest.over);
  say(eyebrow, words().ui_timer);
  say(digits, rest.over ? words().wall_over : rest.text);
  bar.setAttribute("aria-label", fill(words().wall_left, { ...rest, of: state.timer.minutes }));
  bar.firstChild.style.width = `${100 * rest.part}%`;
  const ends = clock(new Date(Date.parse(state.timer.ends) - skew));
  say(until, fill(words().wall_until, { n: state.timer.minutes, time: ends }));
}

let counted = "";
function count() {
  const { written = 0, groups = {} } = state.counts || {};
  const tables = Object.keys(groups).filter((table) => groups[table].here).sort((a, b) => a - b);
  const asGroups = state.stage === "group" && tables.length > 0;
  const now = JSON.stringify([root.lang, state.exercise, asGroups, written, state.joined, tables, tables.map((table) => groups[table].ready)]);
  if (now === counted) return;
  counted = now;
  if (asGroups) {
    const list = h("ul", { class: "groups" }, tables.map((table) => group(table, groups[table].ready)));
    counts.replaceChildren(h("h2", {}, words().wall_ready), list);
  } else if (!state.exercise) {
    counts.replaceChildren();
  } else {
    const number = h("b", { class: "num" }, String(written));
    counts.replaceChildren(h("p", { class: "many" }, number, h("span", {}, fill(words().wall_written, { m: state.joined }))));
  }
}

function group(table, ready) {
  const sign = badge(table, fill(words().wall_group, { n: table }));
  const word = ready ? words().wall_group_ready : words().wall_group_busy;
  return h("li", { class: ready ? "ready" : "" }, sign, h("span", { class: "state" }, ready ? icon("check") : null, word));
}

// ── the room's state ──
function tell(now) {
  const moved = !state || state.stage !== now.stage || state.block !== now.block || state.exercise !== now.exercise;
  state = now;
  skew = Date.parse(now.now) - Date.now();
  if (!onWall) return;
  root.dataset.theme = now.theme || "light";
  ask();
  count();
  tick();
  if (!moved) return;
  root.dataset.stage = now.stage;
  const [stage, kept] = (sessionStorage.getItem(place) || "").split(" ");
  at = stage === now.stage ? Number(kept) : 0;
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
