// The host of a notebook's page on a phone: gives instruments their model, and the page its frame.

import { isElsewhere, placeOf } from "./banner.js";
import { book } from "./book.js";
import { chrome } from "./chrome.js";
import { line, newKey } from "./line.js";

const page = JSON.parse(document.getElementById("config").textContent);
const root = document.documentElement;
const ids = Object.keys(page.exercises);
const books = {}; // exercise → {me, group}
const mounted = []; // {model, book, exercise, stage, readonly}
const reloaded = (performance.getEntriesByType("navigation")[0] || {}).type === "reload";
let now = null; // the room's state
let skew = 0; // how far the room's clock is ahead of this device's
let me = null;
let ready = false;
let at = null; // the stage this device looks at
const news = { told: {}, plenary: {}, thanks: {}, control: {}, table: { here: [], help: false } };

const cookie = (name) => (document.cookie.match(new RegExp(`(?:^|; )${name}=(\\w+)`)) || [])[1];
root.dataset.theme = { dark: "dark", auto: "auto" }[cookie("theme")] || "light";
root.lang = { da: "da", en: "en" }[cookie("lang")] || root.lang;

const language = () => (root.lang === "en" ? "en" : "da");
/** Gives all words in the reader's language; on the group's stage its own wording goes first. */
function words(exercise, stage) {
  const texts = now && now.exercise === exercise && now.texts ? now.texts[language()] : {}; // as the desk has worded it
  const own = exercise ? { ...page.exercises[exercise].words[language()], ...texts } : {};
  const group = Object.entries(own).filter(([key]) => stage === "group" && key.endsWith("_group"));
  return { ...page.words[language()], ...own, ...Object.fromEntries(group.map(([key, text]) => [key.slice(0, -6), text])) };
}
const writing = () => (document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.path : undefined);

/** Gives the model an instrument sees: six functions, as in a kernel. */
function model(data, onsave, onsend) {
  const heard = {};
  return {
    get: (name) => data[name],
    set: (name, value) => (data[name] = value),
    save_changes: () => onsave && onsave(data),
    on: (name, f) => (heard[name] = heard[name] || []).push(f),
    off: (name, f) => (heard[name] = f ? (heard[name] || []).filter((one) => one !== f) : []),
    send: (message) => onsend && onsend(message),
    tell(name, value) {
      data[name] = value;
      (heard[`change:${name}`] || []).slice().forEach((f) => f());
    },
  };
}

/** What an instrument may do; one that somebody stands in closes only when it is left. */
function options(exercise, stage, sheet, readonly, el) {
  const closed = (!now || !now.open || now.exercise !== exercise) && !(el && el.contains(document.activeElement));
  const known = page.exercises[exercise].options;
  const base = known[stage] || known.individual || {};
  const control = (stage === "group" && news.control[exercise]) || undefined;
  return { ...base, control, locale: language(), skew, undo: false, readonly: readonly || closed, others: sheet ? sheet.others() : {} };
}

/** Puts an instrument into the page; `sheet` is what it reads and writes, `value` what it only shows. */
async function place(el, name, exercise, stage, { sheet, value }) {
  const data = { words: words(exercise, stage), options: options(exercise, stage, sheet, !sheet, el), value: sheet ? sheet.value() : value };
  const made = model(data, (saved) => {
    if (!sheet) return;
    if (saved.settled) {
      sheet.settle(saved.settled.path, saved.settled.value);
      saved.settled = null;
    }
    sheet.save(saved.value);
    redraw(sheet, made);
    frame.show();
  }, (message) => {
    if (!sheet || !message.control) return;
    sheet.flush(); // what was written before goes first
    channel.send({ is: "control", act: message.control, exercise, key: newKey() });
  });
  const entry = { model: made, sheet, exercise, stage, el };
  mounted.push(entry);
  const view = await import(page.scripts[name]);
  entry.end = view.default.render({ model: made, el });
  return entry;
}

function unmount(el) {
  for (const entry of mounted.filter((one) => el.contains(one.el))) {
    if (typeof entry.end === "function") entry.end();
    mounted.splice(mounted.indexOf(entry), 1);
  }
}

function redraw(sheet, but) {
  for (const one of mounted) {
    if (one.sheet !== sheet) continue;
    if (one.model !== but) one.model.tell("value", sheet.value());
    one.model.tell("options", options(one.exercise, one.stage, sheet, false, one.el));
  }
}

function again() {
  for (const one of mounted) {
    one.model.tell("words", words(one.exercise, one.stage));
    one.model.tell("options", options(one.exercise, one.stage, one.sheet, !one.sheet, one.el));
  }
}

for (const exercise of ids) {
  const make = (subject) => {
    const made = book({
      exercise,
      subject,
      limits: (page.exercises[exercise].options.individual || {}).limits || {},
      post: (message) => channel.send(message),
      redraw: () => {
        redraw(made);
        frame.show();
      },
      writing,
    });
    return made;
  };
  books[exercise] = { me: make("me"), group: make("group") };
}
const every = () => Object.values(books).flatMap((one) => [one.me, one.group]);

const frame = chrome({
  page,
  words,
  language,
  books,
  news,
  mount: place,
  unmount,
  redraw: (sheet) => redraw(sheet),
  state: () => ({ now, me, at, skew }),
  look(stage) {
    at = stage;
    every().forEach((one) => one.flush());
    root.dataset.stage = stage;
    frame.show();
    scrollTo(0, 0);
  },
  ask: (message) => channel.send({ ...message, key: newKey() }),
  tell: (message) => channel.tell(message),
  line: () => (ready ? channel : null),
  speak(lang) {
    root.lang = lang;
    document.cookie = `lang=${lang};path=/;max-age=34560000;samesite=lax`;
    again();
    frame.show();
  },
});

function follow(state) {
  const before = now;
  now = state;
  skew = Date.parse(state.now) - Date.now();
  const elsewhere = isElsewhere(state, page.page);
  const busy = every().some((one) => one.isHalfWritten()) || writing() !== undefined;
  const was = before && at === before.stage;
  const withIt = before ? !isElsewhere(before, page.page) : reloaded; // whoever looks elsewhere is left in peace
  if (elsewhere && !busy && withIt) location.assign(placeOf(state));
  else if (!elsewhere && (!before || (was && !busy)) && at !== state.stage) {
    at = state.stage;
    root.dataset.stage = at;
  }
  if (!at) root.dataset.stage = at = elsewhere ? "talk" : state.stage;
  again();
}

function hear(message, about) {
  const mine = books[message.exercise];
  if (message.is === "state") {
    if (me && me.id !== message.me.id) location.reload();
    if (!me) resume(message.me);
    me = message.me;
    follow(message.state);
  } else if (message.is === "entries" && mine) mine[message.subject].hear(message);
  else if (message.is === "told" || message.is === "plenary") news[message.is][message.exercise] = message;
  else if (message.is === "control") {
    news.control[message.exercise] = message;
    again();
  } else if (message.is === "thanks") news.thanks[message.exercise] = message;
  else if (message.is === "table") news.table = message;
  if (about && about.is === "put" && books[about.exercise]) books[about.exercise][about.subject].answered(message, about);
  if (message.is === "ack" && message.at) frame.saved(message.at);
  if (message.is === "ack" && message.id === null) frame.refused({ why: { da: page.words.da.room_undo_none, en: page.words.en.room_undo_none } });
  if (message.is === "refused" && message.why) frame.refused(message);
  if (message.is !== "beat") frame.show();
}

function resume() {
  for (const one of channel.waiting()) if (one.is === "put" && books[one.exercise]) books[one.exercise][one.subject].resume(one);
}

const channel = line({
  hear,
  news: () => frame.show(),
  hello: () => ({ is: "open", page: page.page, exercises: ids }),
});

ready = true;
const leave = () => {
  every().forEach((one) => one.flush());
  if (now && !now.open) again();
};
addEventListener("focusout", () => setTimeout(leave));
for (const name of ["pagehide", "visibilitychange"]) addEventListener(name, () => every().forEach((one) => one.flush()));
frame.show();
