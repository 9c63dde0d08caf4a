// The shell on the projector: it has no kernel and never ends. Two frames lie below its top line and join
// bar: the block shown now, and the next one, prepared behind it.

import { fill, h, icon, say } from "../../widgets/shared/kit.js";
import { clock, inWords } from "../room/clock.js";
import { asked } from "./debrief.js";
import { forms } from "./forms.js";
import { follow } from "./live.js";
import { stage } from "./stage.js";

const $ = (id) => document.getElementById(id);
const root = document.documentElement;
const config = JSON.parse($("config").textContent);
const words = config.words[config.language];
const STAGES = ["individual", "group", "plenary"];
const MOST_DOTS = 65;
let state = null;
let skew = 0;
let on = true;
let drawn = ""; // what the welcome shows already

const frames = stage($("frames"), (page) => `/voila/render/${page}.ipynb?face=wall&lang=${config.language}`);
const form = forms($("said"), words, config.language);
const told = (both) => (both && (both[config.language] || both.da)) || "";
const code = (text) => text.replace(/^(...)(?=...$)/, "$1 ");
const locale = { da: "da-DK", en: "en-GB" }[config.language];

function set() {
  const line = { "word-address": "wall_address", "word-code": "ui_join_code", "join-word": "ui_join_code", come: "wall_come", "rest-title": "wall_dark", "rest-line": "wall_dark", came: "wall_came", "paused-word": "wall_paused" };
  for (const [id, word] of Object.entries(line)) say($(id), words[word]);
  const steps = ["wall_step_net", "wall_step_scan", "wall_step_name"].map((word, at) => h("li", {}, h("b", {}, String(at + 1)), h("span", {}, words[word])));
  $("steps").append(...steps);
  const chips = STAGES.map((one) => h("li", { dataset: { stage: one } }, icon(one), words[`ui_${one}`]));
  $("stages").append(...chips);
  $("stages").setAttribute("aria-label", words.ui_stage);
  $("paused").prepend(icon("clock"));
  $("qr").alt = words.wall_qr;
}

// ── what the room says ──
function tell(now) {
  state = now;
  skew = Date.parse(now.now) - Date.now();
  root.dataset.theme = config.theme || now.theme || "light";
  root.dataset.scale = now.scale || 100;
  const page = now.block ? now.page : null;
  const welcome = !now.block || now.block === "welcome"; // the day's first block is said over the welcome picture
  frames.show(page, now.next_page, { ...now, theme: root.dataset.theme });
  $("frames").hidden = !page;
  $("said").hidden = Boolean(page) || welcome;
  $("hello").hidden = Boolean(page) || !welcome;
  $("join").hidden = !$("hello").hidden;
  const talk = now.kind === "dark" && Boolean(now.block);
  $("rest").hidden = !now.dark && !talk;
  say($("rest-prompt"), talk && !now.dark ? told(now.prompt) || told(now.block_title) : "");
  head();
  join();
  if (welcome) hello();
  if (!page && !welcome) form.draw(now, skew);
  tick();
}

function head() {
  const chips = Boolean(state.page) && STAGES.includes(state.stage);
  const day = fill(words.wall_day, { n: state.day_number || String(state.day).replace(/\D+/g, "") });
  say($("where"), $("hello").hidden ? [day, told(state.day_title)].filter(Boolean).join(" · ") : "");
  $("stages").hidden = !chips;
  $("clock").hidden = chips || !$("hello").hidden;
  $("paused").hidden = !state.paused;
  const planned = state.stages || [];
  for (const chip of $("stages").children) {
    chip.hidden = planned.length > 0 && ![...planned, state.stage].includes(chip.dataset.stage);
    if (chip.dataset.stage === state.stage) chip.setAttribute("aria-current", "step");
    else chip.removeAttribute("aria-current");
  }
}

function join() {
  say($("join-address"), state.join.address);
  say($("join-code"), code(state.join.code));
  const hint = state.stage === "plenary" && state.open ? words.wall_share : fill(words.wall_here, { n: state.joined });
  $("end").classList.toggle("gone", !on);
  say($("end"), on ? hint : words.wall_line_gone);
}

function hello() {
  const now = new Date(Date.now() + skew);
  const date = now.toLocaleDateString(locale, { weekday: "long", day: "numeric", month: "long" });
  say($("day"), [fill(words.wall_day, { n: state.day_number || "" }), date].join(" · "));
  say($("greeting"), `${now.getHours() < 10 ? words.wall_morning : words.wall_welcome}\n${words.wall_seat}`);
  say($("address"), state.join.address);
  say($("code"), code(state.join.code));
  const way = `${state.join.address} ${state.join.code}`;
  $("ticket").hidden = !state.join.address;
  if (state.join.address && drawn !== way) $("qr").src = `/wall/qr.svg?${encodeURIComponent((drawn = way))}`;
  $("count").hidden = !state.joined;
  say($("number"), state.joined);
  const dots = state.joined > MOST_DOTS ? 0 : state.joined;
  while ($("dots").childElementCount > dots) $("dots").lastChild.remove();
  while ($("dots").childElementCount < dots) $("dots").append(h("i"));
}

function tick() {
  const now = new Date();
  say($("clock"), clock(now, config.language));
  say($("rest-clock"), clock(now, config.language));
  say($("rest-end"), state && state.kind === "dark" && state.call_back ? fill(words.wall_dark_until, { time: inWords(state.call_back, config.language) }) : "");
  if (!$("said").hidden) form.tick();
  const question = state && state.page && !state.dark ? asked(state, now.getTime() + skew) : null;
  $("debrief").hidden = !question;
  if (!question) return;
  say($("debrief-word"), words[`db_${question.step}`]);
  $("debrief-bar").style.transform = `scaleX(${question.left})`;
}

// ── begin ──
set();
say($("greeting"), words.wall_soon);
if (config.state) tell(config.state);
setInterval(tick, 250);
follow({
  told: tell,
  kernels: frames.kernels,
  gone: frames.gone,
  line: (now) => {
    on = now;
    if (state) join();
  },
});
addEventListener("resize", () => state && !$("said").hidden && form.fitted());
addEventListener("keydown", (event) => {
  const by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
  if (by) frames.turn(by);
});

// A projector's machine must not go to sleep; 127.0.0.1 counts as a safe place, so the browser agrees.
const stayAwake = () => document.visibilityState === "visible" && navigator.wakeLock && navigator.wakeLock.request("screen").catch(() => {});
document.addEventListener("visibilitychange", stayAwake);
stayAwake();
