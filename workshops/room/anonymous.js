// An anonymous question on a phone: nothing is kept or sent before the one press, and then nothing is left.
// The phone notes that it has answered, not what: the room does not know it any more after a restart.

import { h, icon, say } from "../../widgets/shared/kit.js";

const DOUBLE = 1500; // milliseconds in which a second press is the same finger

const nameOf = (id, me) => `ld.answered.${me}.${id}`;

function isNoted(name) {
  try {
    return localStorage.getItem(name) === "1";
  } catch {
    return false;
  }
}

function note(name) {
  try {
    localStorage.setItem(name, "1");
  } catch {
    // a private window: the room still counts this device once
  }
}

/**
 * Gives the form of an anonymous question: {node, show, worded}. `mount(el, sheet)` puts the exercise's instrument
 * into an element; the sheet is a draft that lives on this page only. `tell(value)` sends it, once.
 */
export function anonymousForm({ id, mount, tell, me, news }) {
  let draft = {};
  let pressed = 0;
  const sheet = { value: () => draft, save: (value) => (draft = value), others: () => ({}), settle() {} };
  const text = (word, props) => h("span", { ...props, dataset: { word } });
  const promise = h("p", { class: "row own" }, icon("lock"), h("span", {}, h("b", { dataset: { word: "room_anonymous" } }), " ", text("room_anonymous_promise")));
  const tools = h("div");
  const act = h("button", { class: "btn main wide", type: "button", onclick: () => press() }, text("room_anonymous_send"));
  const once = h("p", { class: "small quiet", dataset: { word: "room_anonymous_once" } });
  const thanks = h("p", { class: "lead", role: "status", tabindex: "-1" });
  const form = h("div", { class: "stack" }, promise, tools, act, once);
  const node = h("div", { class: "anonymous" }, form, thanks);
  const press = () => {
    if (Date.now() - pressed < DOUBLE) return;
    pressed = Date.now();
    tell(draft);
  };
  const said = (words, question) => {
    if (question && question.state === "closed") return words[question.shown ? "room_anonymous_closed" : "room_anonymous_few"];
    const { first = true } = news.thanks[id] || {};
    return words[first ? "room_anonymous_thanks" : "room_anonymous_first"];
  };
  /** Gives the words of the plenary: when they were too few, there will be no picture to wait for. */
  const worded = (words) => {
    const { question } = news.plenary[id] || {};
    const few = question && question.state === "closed" && !question.shown;
    return few ? { ...words, plenary_too_few: words.plenary_few || words.plenary_too_few } : words;
  };
  /** Shows the form, or what one is told once it is done with; says whether it is still to be filled in. */
  const show = (words, { open, up }) => {
    if (!tools.firstChild && me()) {
      tools.append(h("div"));
      mount(tools.firstChild, sheet);
    }
    const { question } = news.plenary[id] || {};
    const closed = question && question.state === "closed";
    if (news.thanks[id] && me()) {
      note(nameOf(id, me().id));
      draft = {};
    }
    const done = news.thanks[id] || (me() && isNoted(nameOf(id, me().id)));
    const wasOpen = !form.hidden;
    form.hidden = Boolean(done || closed);
    thanks.hidden = !form.hidden;
    say(thanks, form.hidden ? said(words, question) : "");
    if (done && wasOpen && pressed) thanks.focus();
    act.disabled = !up || !open || !Object.values(draft).some(Boolean);
    return !form.hidden;
  };
  return { node, show, worded };
}
