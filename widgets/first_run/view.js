// The first set-up: four steps, one question each, all of it filled in so that four presses are enough.
import { dress, fill, h, icon, say } from "../shared/kit.js";
import { chosenLanguage, keepLanguage, languageSwitch } from "../shared/tongue.js";
import { datesStep, groupsStep, printStep, programmeStep } from "./steps.js";

const UNHEARD = 5000; // ms until an unanswered press is said to be so
const NOTHING = { programme: {}, days: [], sources: [], links: {}, most: {}, heard: 0, note: null };
const EMPTY = { name: "", source: "", dates: {}, people: 25, learning_groups: [] };

function topBar(run, choose) {
  const tongue = languageSwitch(run, choose, "ready_languages");
  const desk = h("a", {});
  const node = h("div", { class: "top" }, desk, tongue.node);
  const draw = () => {
    const { links } = run.value();
    tongue.draw();
    say(desk, run.word("ready_to_desk"));
    desk.hidden = !links.desk;
    if (links.desk) desk.href = links.desk;
  };
  return { node, draw };
}

export default {
  render({ model, el }) {
    let locale = chosenLanguage((model.get("options") || {}).locale || "da");
    let at = 0;
    let waiting = null; // the press whose answer decides whether the next step comes
    const undress = dress(el, "first_run", locale);

    const value = () => ({ ...NOTHING, ...model.get("value") });
    const run = {
      value, locale: () => locale, redraw: () => draw(),
      word: (key, facts) => fill(((model.get("words") || {})[locale] || {})[key] || key, facts),
      text: (said) => (said ? said[locale] || said.da : ""),
      draft: { ...EMPTY, ...value().programme },
    };
    const steps = [programmeStep, datesStep, groupsStep, printStep].map((make) => make(run));
    const last = steps.length - 1;

    const top = topBar(run, (language) => {
      locale = language;
      el.lang = language;
      keepLanguage(language);
      draw();
    });
    const eyebrow = h("p", { class: "eyebrow num" });
    const marks = steps.map(() => h("i", {}));
    const title = h("h1", { tabindex: "-1" });
    const lead = h("p", { class: "lead quiet" });
    const wrong = h("p", { class: "wrong", role: "alert" });
    const body = h("div", { class: "body" });
    const back = h("button", { class: "btn", onclick: () => to(at - 1) }, h("span", {}));
    const next = h("button", { class: "btn main", onclick: () => keep() }, h("span", {}), icon("right"));
    const card = h("form", { class: "card", novalidate: true }, eyebrow, h("div", { class: "marks", "aria-hidden": "true" }, marks), title, lead, body, wrong, h("div", { class: "row acts" }, back, next));
    card.addEventListener("submit", (event) => event.preventDefault());
    card.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.target.matches("input")) return;
      event.preventDefault();
      if (at < last) keep();
    });
    el.replaceChildren(top.node, h("div", { class: "middle" }, card));

    function keep() {
      const n = ((model.get("pressed") || {}).n || 0) + 1;
      waiting = { n, since: Date.now() };
      model.set("pressed", { n, button: "keep", programme: run.draft });
      model.save_changes();
      draw();
    }
    function to(step) {
      at = Math.max(0, Math.min(last, step));
      body.replaceChildren(...steps[at].nodes);
      draw();
      title.focus({ preventScroll: true });
      el.scrollIntoView({ block: "start" });
    }
    function heard() {
      const answered = waiting && value().heard >= waiting.n;
      if (answered) waiting = null;
      if (answered && !value().note) {
        run.draft = { ...EMPTY, ...value().programme };
        to(at + 1);
      } else draw();
    }
    function draw() {
      const late = Boolean(waiting) && Date.now() - waiting.since > UNHEARD;
      top.draw();
      say(eyebrow, run.word("begin_step", { n: at + 1, m: steps.length }));
      marks.forEach((mark, number) => { mark.className = number <= at ? "on" : ""; });
      say(title, run.word(`begin_${steps[at].key}`));
      say(lead, at ? run.word(`begin_${steps[at].key}_lead`) : `${run.word("begin_lead")} ${run.word("begin_programme_lead")}`);
      steps[at].draw();
      const said = late ? run.word("ready_unheard") : run.text(value().note);
      if (said !== wrong.textContent) wrong.replaceChildren(...(said ? [icon("alert"), said] : []));
      say(back.firstChild, run.word("begin_back"));
      back.hidden = !at;
      say(next.firstChild, run.word("begin_next"));
      next.hidden = at === last;
      next.disabled = Boolean(waiting) && !late;
    }

    body.replaceChildren(...steps[0].nodes);
    draw();
    const ticking = setInterval(() => waiting && draw(), 1000);
    model.on("change:value", heard);
    model.on("change:words", draw);
    return () => {
      clearInterval(ticking);
      model.off("change:value", heard);
      model.off("change:words", draw);
      undress();
    };
  },
};
