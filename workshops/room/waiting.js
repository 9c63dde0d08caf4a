// The page of whoever waits, rests, walks or talks: it says what runs, and goes where a notebook runs.

import { fill, h, icon, say } from "../../widgets/shared/kit.js";
import { placeOf } from "./banner.js";
import { rest } from "./clock.js";
import { each, formOf } from "./form.js";
import { line, newKey } from "./line.js";
import { telling } from "./telling.js";

const $ = (id) => document.getElementById(id);
const config = JSON.parse($("config").textContent);
const { words } = config;
const language = document.documentElement.lang;
let { state, me } = config;
let here = [];
let help = false;
let skew = Date.parse(state.now) - Date.now();

const channel = line({
  hello: () => ({ is: "open", page: "waiting", exercises: [] }),
  hear(message) {
    if (message.is === "state") {
      if (message.me.id !== me.id || message.me.table !== me.table || message.me.learning_group !== me.learning_group) location.reload();
      ({ state, me } = message);
      skew = Date.parse(state.now) - Date.now();
      if (state.page) location.assign(placeOf(state));
    } else if (message.is === "table") ({ here, help } = message);
    if (message.is !== "beat") draw();
  },
  news: () => draw(),
});
const trainer = telling({ tell: (message) => channel.tell(message), hand: (on) => channel.send({ is: "help", on, key: newKey() }) });
$("foot").append(trainer.panel, trainer.button);

function draw() {
  const form = formOf(state, { me, here, words, language });
  const up = channel.isUp();
  say($("brow"), form.brow);
  say($("title"), form.title);
  say($("lead"), form.lead);
  for (const part of ["back", "next"]) $(part).hidden = !say($(part), form[part]).textContent;
  turns(form.order);
  circle();
  notice(up);
  trainer.show({ words, now: state, table: me.table, isUp: up, asksHelp: help });
  $("foot").hidden = trainer.button.hidden;
  tick();
}

function notice(up) {
  const text = up ? (state.paused ? words.room_paused : "") : words.room_offline_wait;
  const node = $("notice");
  node.hidden = !text;
  node.classList.toggle("news", up);
  if (node.dataset.text === text) return;
  node.dataset.text = text;
  node.replaceChildren(...(text ? [icon(up ? "clock" : "no-line"), h("span", {}, text)] : []));
}

function turns(order) {
  const mine = order.findIndex((one) => one.mine);
  const minutes = each(state, order.length);
  $("turns").hidden = !order.length;
  say($("turn"), mine < 0 ? words.room_form_order : fill(mine ? words.room_form_place : words.room_form_first, { n: mine + 1, m: order.length }));
  say($("each"), minutes ? fill(minutes === 1 ? words.room_form_each_one : words.room_form_each_other, { n: minutes }) : "");
  list($("order"), order.map((one) => one.name), mine);
}

/** Shows who is in the learning group, when the block is about it. */
function circle() {
  const on = state.kind === "groups" && Boolean(me.learning_group);
  $("learning").hidden = state.kind !== "groups";
  $("circle").hidden = !on;
  if (!on) return;
  say($("circle-name"), me.learning_group);
  list($("circle-people"), me.circle, me.circle.indexOf(me.alias));
}

function list(node, names, mine) {
  const sign = JSON.stringify([names, mine]);
  if (node.dataset.sign === sign) return;
  node.dataset.sign = sign;
  node.replaceChildren(...names.map((name, at) => h("li", { "aria-current": at === mine && "true" }, name)));
}

function tick() {
  const left = rest(state, Date.now() + skew);
  const timed = Boolean(left) && formOf(state, { me, here, words, language }).timed;
  $("timed").hidden = !timed;
  if (!timed) return;
  say($("left"), words.ui_timer);
  say($("time"), left.over && !left.paused ? words.room_form_over : left.text);
  $("timed").classList.toggle("still", Boolean(left.paused));
}

draw();
setInterval(tick, 500);
