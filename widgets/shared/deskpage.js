// What a page of the trainer's desk does besides its own work: top line, presses with a number, undo, notice.
import { dress, fill, h, icon, say } from "./kit.js";
import { chosenLanguage, keepLanguage, languageSwitch } from "./tongue.js";

const UNANSWERED = 4000; // ms until an unanswered press is said to be so

function deskTop(desk, prefix) {
  const title = h("h1", {});
  const back = h("a", { href: "/desk", class: "btn plain" });
  const undo = h("button", { class: "btn", type: "button", onclick: () => desk.press("undo") }, icon("undo"), h("span"));
  const tongue = languageSwitch(desk, desk.speak, `${prefix}_languages`);
  const node = h("header", { class: "top" }, h("div", { class: "row wrap" }, back, title), h("div", { class: "row wrap" }, undo, tongue.node));
  const draw = () => {
    const last = desk.value().undo;
    const what = last && last.what ? desk.word(`${prefix}_undo_${last.what}`) : "";
    say(title, desk.word(`${prefix}_title`));
    say(back, desk.word(`${prefix}_back`));
    say(undo.lastChild, desk.word(`${prefix}_undo`));
    undo.title = what;
    undo.setAttribute("aria-label", what || desk.word(`${prefix}_undo`));
    undo.disabled = !last;
    tongue.draw();
  };
  return { node, draw };
}

function deskNotice(desk, prefix) {
  const text = h("span", {});
  const banner = h("div", { class: "banner", hidden: true }, icon("alert"), text);
  const node = h("div", { role: "alert" }, banner);
  const draw = () => {
    const note = desk.isLate() ? desk.word(`${prefix}_unheard`) : desk.said(desk.value().note);
    say(text, note);
    banner.hidden = !note;
  };
  return { node, draw };
}

/**
 * Gives a page of the desk: `desk` is what its parts ask, `nodes` stand above them, and `live(draw)` draws
 * at each change and gives what takes the page off again. Its words begin with `prefix`; `empty` is its
 * value until the kernel has given one. The newest press that is not answered waits; then it is said.
 */
export function deskPage({ model, el }, root, prefix, empty) {
  const its = { locale: chosenLanguage((model.get("options") || {}).locale || "da"), waiting: null, draw: () => {} };
  const undress = dress(el, root, its.locale);
  const desk = {
    value: () => ({ ...empty, ...model.get("value") }),
    word: (key, facts) => fill(((model.get("words") || {})[its.locale] || {})[key] || key, facts),
    said: (words) => (words ? words[its.locale] || words.da : ""),
    locale: () => its.locale,
    isLate: () => Boolean(its.waiting) && Date.now() - its.waiting.since > UNANSWERED,
    redraw: () => its.draw(),
    press(button, given = {}) {
      const n = ((model.get("pressed") || {}).n || 0) + 1;
      its.waiting = { n, since: its.waiting ? its.waiting.since : Date.now() };
      model.set("pressed", { n, button, ...given });
      model.save_changes();
    },
    speak(language) {
      its.locale = language;
      el.lang = language;
      keepLanguage(language);
      its.draw();
    },
  };
  const [top, notice] = [deskTop(desk, prefix), deskNotice(desk, prefix)];
  const undoKey = (event) => {
    const wanted = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z";
    if (!wanted || !desk.value().undo || event.target.matches("input:not([type=checkbox]), textarea")) return;
    event.preventDefault();
    desk.press("undo");
  };
  const live = (draw) => {
    its.draw = () => {
      if (its.waiting && desk.value().heard >= its.waiting.n) its.waiting = null;
      top.draw();
      draw();
      notice.draw();
    };
    its.draw();
    const ticking = setInterval(notice.draw, 500);
    el.addEventListener("keydown", undoKey);
    for (const name of ["value", "words"]) model.on(`change:${name}`, its.draw);
    return () => {
      clearInterval(ticking);
      el.removeEventListener("keydown", undoKey);
      for (const name of ["value", "words"]) model.off(`change:${name}`, its.draw);
      undress();
    };
  };
  return { desk, nodes: [top.node, notice.node], live };
}
