// The list of participants on the trainer's desk: the list, two boards of groups, cards to print.
import { dress, fill, h, icon, say } from "../shared/kit.js";
import { chosenLanguage, keepLanguage, languageSwitch } from "../shared/tongue.js";
import { boardView, learningBoard, tableBoard } from "./board.js";
import { peopleView } from "./people.js";
import { personPanel } from "./person.js";
import { printView } from "./print.js";

const UNANSWERED = 3000; // ms until an unanswered press is said to be so
const LOOKS = 15000; // ms between two looks
const VIEWS = ["people", "tables", "learning", "print"];
const EMPTY = { day: 1, people: [], known: [], tables: [], areas: [""], roles: ["participant"], repeats: 0, met_days: 0, heard: 0 };

function topLine(desk) {
  const title = h("h1", {});
  const back = h("a", { href: "/desk", class: "btn plain" });
  const undo = h("button", { class: "btn", type: "button", onclick: () => desk.press("undo") }, icon("undo"), h("span"));
  const tongue = languageSwitch(desk, desk.speak, "roster_languages");
  const node = h("header", { class: "top" }, h("div", { class: "row wrap" }, back, title), h("div", { class: "row wrap" }, undo, tongue.node));
  const draw = () => {
    const last = desk.value().undo;
    say(title, desk.word("roster_title"));
    say(back, desk.word("roster_back"));
    say(undo.lastChild, desk.word("roster_undo"));
    undo.title = last ? desk.word(`roster_undo_${last.what}`) : "";
    undo.setAttribute("aria-label", last ? desk.word(`roster_undo_${last.what}`) : desk.word("roster_undo"));
    undo.disabled = !last;
    tongue.draw();
  };
  return { node, draw };
}

function tabs(desk) {
  const buttons = VIEWS.map((name) => h("button", { onclick: () => desk.show(name), dataset: { view: name } }));
  const node = h("nav", { class: "seg views" }, buttons);
  const draw = () => {
    node.setAttribute("aria-label", desk.word("roster_views"));
    buttons.forEach((one) => {
      say(one, desk.word(`roster_tab_${one.dataset.view}`));
      one.setAttribute("aria-pressed", String(one.dataset.view === desk.shown()));
    });
  };
  return { node, draw };
}

function notice(desk) {
  const text = h("span", {});
  const banner = h("div", { class: "banner", hidden: true }, icon("alert"), text);
  const node = h("div", { role: "alert" }, banner);
  const draw = (unheard) => {
    const note = desk.value().note;
    const said = unheard ? desk.word("roster_unheard") : note ? note[desk.locale()] || note.da : "";
    say(text, said);
    banner.hidden = !said;
  };
  return { node, draw };
}

export default {
  render({ model, el }) {
    const asked = location.hash.slice(1); // another page of the desk may lead straight to a view
    const its = { locale: chosenLanguage((model.get("options") || {}).locale || "da"), view: VIEWS.includes(asked) ? asked : "people", picked: null, made: [], waiting: null };
    const undress = dress(el, "roster", its.locale);
    const desk = {
      value: () => ({ ...EMPTY, ...model.get("value") }),
      word: (key, facts) => fill(((model.get("words") || {})[its.locale] || {})[key] || key, facts),
      locale: () => its.locale,
      shown: () => its.view,
      picked: () => its.picked,
      made: () => its.made,
      press(button, given = {}) {
        const n = ((model.get("pressed") || {}).n || 0) + 1;
        its.waiting = { n, since: its.waiting ? its.waiting.since : Date.now() };
        model.set("pressed", { n, button, ...given });
        model.save_changes();
      },
      pick(id) {
        const before = its.picked;
        its.picked = id === its.picked ? null : id;
        draw();
        if (!its.picked && before) (el.querySelector(`[data-key="${before}"]`) || el).focus?.();
      },
      make(name) {
        if (![...desk.value().known, ...its.made].includes(name)) its.made = [...its.made, name];
        draw();
      },
      show(name) {
        if ((name === "print") !== (its.view === "print")) desk.press("cards", { on: name === "print" });
        its.view = name;
        draw();
      },
      speak(language) {
        its.locale = language;
        el.lang = language;
        keepLanguage(language);
        draw();
      },
    };

    const [top, which, told, panel] = [topLine(desk), tabs(desk), notice(desk), personPanel(desk)];
    const views = { people: peopleView(desk), tables: boardView(desk, tableBoard), learning: boardView(desk, learningBoard), print: printView(desk) };
    const body = h("div", { class: "body" }, h("div", { class: "main-part" }, Object.values(views).map((view) => view.node)), panel.node);
    el.replaceChildren(h("div", { class: "frame" }, top.node, told.node, h("div", { class: "bar" }, which.node), body));

    const late = () => Boolean(its.waiting) && Date.now() - its.waiting.since > UNANSWERED;
    function draw() {
      if (its.waiting && desk.value().heard >= its.waiting.n) its.waiting = null;
      if (its.picked && !desk.value().people.some((one) => one.id === its.picked)) its.picked = null;
      for (const [name, view] of Object.entries(views)) {
        view.node.hidden = name !== its.view;
        if (name === its.view) view.draw();
      }
      [top, which, panel].forEach((part) => part.draw());
      if (its.view !== "people") panel.node.hidden = true;
      body.classList.toggle("with-panel", !panel.node.hidden);
      told.draw(late());
    }

    draw();
    if (its.view === "print") desk.press("cards", { on: true });
    const ticking = [setInterval(() => told.draw(late()), 500), setInterval(() => desk.press("look"), LOOKS)];
    for (const name of ["value", "words"]) model.on(`change:${name}`, draw);
    return () => {
      ticking.forEach(clearInterval);
      for (const name of ["value", "words"]) model.off(`change:${name}`, draw);
      undress();
    };
  },
};
