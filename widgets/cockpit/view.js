// The trainer's desk: one page that runs the day. It shows numbers, never what anybody wrote.
import { dress, fill, h, icon, say } from "../shared/kit.js";
import { keptList, mark } from "../shared/kept.js";
import { chosenLanguage, keepLanguage, languageSwitch } from "../shared/tongue.js";
import { acts } from "./acts.js";
import { clockSkew, onTime, placeOf, secondsShown, timeOfDay } from "./day.js";
import { groupsPanel } from "./groups.js";
import { heldPanel } from "./held.js";
import { nowCard } from "./now.js";
import { beforeTheDay, nextCard, runSheet } from "./plan.js";
import { leftSaid, wallPanel } from "./screen.js";
import { outPanel } from "./out.js";
import { joinPanel, remotePanel } from "./side.js";

const UNHEARD = 3000; // ms until an unanswered press is said to be so
const LOOK = 15000; // ms between two looks: a dead kernel or room is noticed without a press

const NOTHING = { state: {}, blocks: [], counts: { written: 0, shared: 0, groups: {} }, exports: [], heard: 0 };

// The trainer's other pages; only those that the kit has.
function pageLinks(desk) {
  const list = h("ul", {});
  const node = h("nav", { class: "links" }, list);
  const fillLinks = keptList(list, (name) => {
    const link = h("a", {});
    return { node: h("li", {}, link), draw: (one) => {
      say(link, desk.word(`desk_page_${name}`));
      mark(link, "href", one.url);
    } };
  });
  const draw = () => {
    const { pages, state } = desk.value();
    const wanted = (pages || []).filter((one) => one.name !== "begin" || !state.block); // once begun, it is no help
    mark(node, "aria-label", desk.word("desk_pages"));
    fillLinks(wanted, (one) => one.name);
    node.hidden = !wanted.length;
  };
  return { node, draw };
}

function topBar(desk, choose) {
  const day = h("strong", {});
  const about = h("span", { class: "quiet" });
  const clock = h("span", { class: "clock num" });
  const tongue = languageSwitch(desk, choose, "desk_languages");
  const late = h("p", { class: "chip" }, icon("clock"), h("span", {}));
  const pages = pageLinks(desk);
  const node = h("div", { class: "top" }, h("p", { class: "which" }, day, about), pages.node, h("div", { class: "row" }, late, tongue.node, clock));
  const tick = () => say(clock, timeOfDay(desk.now(), desk.word("desk_clock_mark")));
  const draw = () => {
    const joined = desk.value().state.joined || 0;
    const how = joined === 0 ? "none" : joined === 1 ? "one" : "other";
    say(day, desk.dayName(true));
    say(about, [desk.dayTitle(), desk.word(`desk_here_${how}`, { n: joined })].filter(Boolean).join(" · "));
    const plan = onTime(desk.value().state.clock);
    late.hidden = !plan;
    late.className = plan && plan.late ? "chip plenary" : "chip";
    say(late.lastChild, plan ? desk.word(plan.key, { n: plan.n }) : "");
    pages.draw();
    tongue.draw();
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
    let skew = 0;
    let clockFrom = null; // the room time that `skew` was worked out from
    let unheard = [];
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
      left: () => secondsShown(value().state, now()),
      clockLeft: () => leftSaid(desk),
      press(button, given = {}) {
        const n = ((model.get("pressed") || {}).n || 0) + 1;
        waiting = { n, since: waiting ? waiting.since : Date.now() };
        // While a kernel is busy only the newest press reaches it, so each brings the unheard ones along.
        unheard = unheard.filter((one) => one.n > value().heard);
        model.set("pressed", { n, button, ...given, ...(unheard.length ? { earlier: unheard } : {}) });
        if (button !== "look") unheard = [...unheard, { n, button, ...given }];
        model.save_changes();
      },
    };

    // A step says where it was made: desk and remote pressed at once move the room once.
    desk.step = (button, given) => desk.press(button, { at: placeOf(value().state), ...given });
    desk.takeHome = (wish = {}) => desk.press("export", { ...wish, language: locale });

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
    const sides = [groupsPanel(desk), wallPanel(desk), heldPanel(desk), joinPanel(desk), remotePanel(desk), outPanel(desk)];
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
