// The trainer's desk: one page that runs the day. It shows numbers, never what anybody wrote.
import { dress, fill, h, icon, say } from "../shared/kit.js";
import { clockSkew, secondsLeft, timeOfDay } from "./day.js";
import { nowCard } from "./now.js";
import { mark } from "./parts.js";
import { acts, beforeTheDay, nextCard, runSheet } from "./plan.js";
import { groupsPanel, joinPanel, outPanel, wallPanel } from "./side.js";

const LANGUAGES = { da: "Dansk", en: "English" };
const CHOSEN = "laeringsdage-desk-language";
const UNHEARD = 3000; // ms until an unanswered press is said to be so
const LOOK = 15000; // ms between two looks: a dead kernel or room is noticed without a press

const NOTHING = { state: {}, blocks: [], counts: { written: 0, shared: 0, groups: {} }, exports: [], heard: 0 };

function chosenLanguage(fallback) {
  try {
    return localStorage.getItem(CHOSEN) || fallback;
  } catch {
    return fallback; // a browser that stores nothing still gets its desk
  }
}

function keepLanguage(language) {
  try {
    localStorage.setItem(CHOSEN, language);
  } catch {
    // see above: the choice then lasts as long as the page
  }
}

function topBar(desk, choose) {
  const day = h("strong", {});
  const about = h("span", { class: "quiet" });
  const clock = h("span", { class: "clock num" });
  const buttons = Object.entries(LANGUAGES).map(([language, name]) => ({
    language, node: h("button", { type: "button", lang: language, onclick: () => choose(language) }, name),
  }));
  const seg = h("div", { class: "seg", role: "group" }, buttons.map((one) => one.node));
  const node = h("div", { class: "top" }, h("p", { class: "which" }, day, about), h("div", { class: "row" }, seg, clock));
  const tick = () => say(clock, timeOfDay(desk.now(), desk.word("desk_clock_mark")));
  const draw = () => {
    const joined = desk.value().state.joined || 0;
    const how = joined === 0 ? "none" : joined === 1 ? "one" : "other";
    say(day, desk.dayName(true));
    say(about, [desk.dayTitle(), desk.word(`desk_here_${how}`, { n: joined })].filter(Boolean).join(" · "));
    mark(seg, "aria-label", desk.word("desk_languages"));
    buttons.forEach((one) => mark(one.node, "aria-pressed", String(one.language === desk.locale())));
    tick();
  };
  return { node, draw, tick };
}

function banner(desk) {
  const text = h("span", {});
  const line = h("div", { class: "banner", hidden: true }, icon("alert"), text);
  const node = h("div", { role: "alert" }, line);
  const draw = (unheard) => {
    const note = unheard ? desk.word("desk_unheard") : desk.title(desk.value().note) || "";
    say(text, note);
    line.hidden = !note;
  };
  return { node, draw };
}

export default {
  render({ model, el }) {
    const options = model.get("options") || {};
    let locale = chosenLanguage(options.locale || "da");
    if (!LANGUAGES[locale]) locale = "da";
    let skew = 0;
    let clockFrom = null; // the room time that `skew` was worked out from
    let waiting = null; // the press that has not been heard yet
    const undress = dress(el, "cockpit", locale);

    const value = () => ({ ...NOTHING, ...model.get("value") });
    const now = () => Date.now() + skew;
    const word = (key, facts) => fill(((model.get("words") || {})[locale] || {})[key] || key, facts);
    const title = (words) => (words ? words[locale] || words.da : "");
    const dayName = (capital) => {
      const number = /^day(\d+)/.exec(value().state.day || "");
      const name = word(number ? "desk_day" : "desk_some_day", { n: number ? number[1] : "" });
      return capital ? name.charAt(0).toUpperCase() + name.slice(1) : name;
    };
    const desk = {
      value, now, word, title, dayName, locale: () => locale,
      dayTitle: () => title(value().state.day_title),
      left: () => secondsLeft(value().state.timer, now()),
      press(button, given = {}) {
        const n = ((model.get("pressed") || {}).n || 0) + 1;
        waiting = { n, since: waiting ? waiting.since : Date.now() };
        model.set("pressed", { n, button, ...given });
        model.save_changes();
      },
    };

    desk.takeHome = () => desk.press("export", { language: locale });

    const top = topBar(desk, (language) => {
      locale = language;
      el.lang = language;
      keepLanguage(language);
      draw();
    });
    const notice = banner(desk);
    const sheet = runSheet(desk);
    const before = beforeTheDay(desk);
    const running = nowCard(desk);
    const next = nextCard(desk);
    const buttons = acts(desk);
    const sides = [groupsPanel(desk), wallPanel(desk), joinPanel(desk), outPanel(desk)];
    const grid = h("div", { class: "grid" }, sheet.node, h("div", { class: "middle" }, before.node, running.node, next.node),
      buttons.node, h("div", { class: "side" }, sides.map((panel) => panel.node)));
    el.replaceChildren(h("div", { class: "frame" }, top.node, notice.node, grid));

    function draw() {
      const { state, heard } = value();
      if (state.now !== clockFrom) skew = clockSkew(state, Date.now());
      clockFrom = state.now;
      if (waiting && heard >= waiting.n) waiting = null;
      grid.classList.toggle("before", !state.block);
      before.node.hidden = Boolean(state.block);
      running.node.hidden = !state.block;
      const shown = state.block ? running : before;
      [top, sheet, shown, next, buttons, ...sides].forEach((part) => part.draw());
      notice.draw(late());
    }
    function late() {
      return Boolean(waiting) && Date.now() - waiting.since > UNHEARD;
    }
    function tick() {
      top.tick();
      if (value().state.block) running.tick();
      sides[1].tick();
      notice.draw(late());
    }

    draw();
    const ticking = [setInterval(tick, 500), setInterval(() => desk.press("look"), LOOK)];
    ["value", "words"].forEach((name) => model.on(`change:${name}`, draw));
    desk.press("look"); // the room's own clock, as fresh as it gets
    return () => {
      ticking.forEach(clearInterval);
      ["value", "words"].forEach((name) => model.off(`change:${name}`, draw));
      undress();
    };
  },
};
