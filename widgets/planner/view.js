// The planner: a day as blocks that can be moved, timed and rewritten. Python knows what a step does.
import { dress, fill, h, icon, say } from "../shared/kit.js";
import { mark } from "../shared/kept.js";
import { chosenLanguage, keepLanguage, languageSwitch } from "../shared/tongue.js";
import { belowPart, coveragePart, dayPart } from "./coverage.js";
import { said } from "./order.js";
import { drawing } from "./parts.js";
import { ribbonPart } from "./ribbon.js";
import { dayList } from "./rows.js";
import { WRITTEN, publishForm, standing, versionsPart } from "./versions.js";

const UNHEARD = 3000; // ms until a step without answer is said to be so
const LOOK = 15000; // ms between two looks: a dead kernel or room is noticed without a press

const NOTHING = { days: [], blocks: [], pieces: [], long: [], warnings: [], versions: [], coverage: {}, totals: {}, open: 0, start: "", end: "", heard: 0 };

function topBar(desk, choose) {
  const name = h("strong", {});
  const back = h("a", { class: "btn low" }, icon("chevron"), h("span", {}));
  const stands = standing(desk);
  const tongue = languageSwitch(desk, choose, "ui_language");
  const node = h("div", { class: "top" }, h("div", { class: "row wrap" }, back, name), tongue.node, stands.node);
  const draw = () => {
    const { day, days, desk: address } = desk.value();
    const here = days.find((one) => one.id === day);
    say(name, here ? `${desk.word("ui_day_plan")} · ${desk.word("planner_day_long", { n: here.n })}` : desk.word("ui_day_plan"));
    say(back.lastChild, desk.word("ui_cockpit"));
    mark(back, "href", address || null);
    back.hidden = !address;
    tongue.draw();
    stands.draw();
  };
  return { node, draw };
}

function banner(desk) {
  const text = h("span", {});
  const line = h("div", { class: "banner", hidden: true }, icon("alert"), text);
  const node = h("div", { role: "alert" }, line);
  const draw = (unheard) => {
    const note = unheard ? desk.word("planner_unheard") : desk.title(desk.value().note) || "";
    say(text, note);
    line.hidden = !note;
  };
  return { node, draw };
}

export default {
  render({ model, el }) {
    const options = model.get("options") || {};
    let locale = chosenLanguage(options.locale || "da");
    let waiting = null; // the press that has not been heard yet
    let opened = null; // the block that is being rewritten
    let asked = null; // the form that stands before a version: null, {} or {version}
    const undress = dress(el, "planner", locale);

    const value = () => ({ ...NOTHING, ...model.get("value") });
    const word = (key, facts) => fill(((model.get("words") || {})[locale] || {})[key] || key, facts);
    const title = (words) => (words ? words[locale] || words.da : "");
    const desk = {
      value, word, title, locale: () => locale, opened: () => opened, asked: () => asked,
      titleOf: (id) => title((value().blocks.find((one) => one.id === id) || {}).title),
      tag: (tag) => (tag.startsWith("K") ? `${tag} · ${word(`kq_${tag.slice(1)}`)}` : word(`planner_${tag}`)),
      clock: (time) => (time ? said(time, word("planner_clock_mark")) : ""),
      press(act, given = {}) {
        const n = ((model.get("pressed") || {}).n || 0) + 1;
        waiting = { n, since: waiting ? waiting.since : Date.now() };
        model.set("pressed", { n, act, ...given });
        model.save_changes();
      },
    };
    desk.open = (id) => {
      const before = opened;
      opened = opened === id ? null : id;
      desk.press("look", { block: opened });
      draw();
      const pencil = [...el.querySelectorAll(".pencil")].find((one) => one.closest("li").dataset.block === (opened || before));
      if (pencil) pencil.focus();
    };
    desk.ask = (what) => {
      asked = what;
      draw();
      if (!what) el.querySelector("h1").focus();
      else form.node.scrollIntoView({ block: "nearest" });
    };
    desk.undo = () => desk.press("undo");
    desk.day = (day) => {
      opened = null;
      asked = null;
      desk.press("look", { day, block: null, version: null });
    };
    desk.compare = (version) => {
      const { compare } = value();
      desk.press("look", { version: compare && compare.version === version ? null : version });
    };
    desk.versionName = (id) => {
      const one = value().versions.find((version) => version.id === id);
      if (id === WRITTEN || !one) return word("planner_written");
      const when = new Date(one.at);
      const day = when.toLocaleDateString(locale === "da" ? "da-DK" : "en-GB", { day: "numeric", month: "long" });
      return word("planner_version", { day, time: said(`${when.getHours()}.${when.getMinutes()}`, word("planner_clock_mark")) });
    };

    const top = topBar(desk, (language) => {
      locale = language;
      el.lang = language;
      keepLanguage(language);
      draw();
    });
    const notice = banner(desk);
    const list = dayList(desk);
    const form = publishForm(desk);
    const ribbon = ribbonPart(desk, list.goTo);
    const head = dayPart(desk);
    const parts = [top, form, head, ribbon, list, belowPart(desk), coveragePart(desk), versionsPart(desk)];
    el.replaceChildren(h("div", { class: "frame" }, top.node, notice.node, h("div", { class: "page" }, parts.slice(1).map((part) => part.node))));
    el.querySelector("h1").tabIndex = -1;

    function draw() {
      const { heard, blocks } = value();
      if (waiting && heard >= waiting.n) waiting = null;
      if (opened && !blocks.some((one) => one.id === opened)) opened = null;
      parts.forEach((part) => part.draw());
      notice.draw(late());
    }
    const late = () => Boolean(waiting) && Date.now() - waiting.since > UNHEARD;
    const undoKey = (event) => {
      const wanted = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z";
      if (!wanted || event.target.matches("input, textarea")) return;
      event.preventDefault();
      desk.undo();
    };

    draw();
    el.addEventListener("keydown", undoKey);
    const sized = new ResizeObserver(() => ribbon.draw());
    sized.observe(ribbon.node);
    const ticking = [setInterval(() => notice.draw(late()), 500), setInterval(() => desk.press("look"), LOOK)];
    ["value", "words"].forEach((name) => model.on(`change:${name}`, draw));
    return () => {
      ticking.forEach(clearInterval);
      sized.disconnect();
      el.removeEventListener("keydown", undoKey);
      ["value", "words"].forEach((name) => model.off(`change:${name}`, draw));
      undress();
    };
  },
};
