// Small pieces the planner is made of. Everything is updated in place, so that focus stays.
import { field, h, icon, s, say } from "../shared/kit.js";
import { mark } from "../shared/kept.js";
import { shortened } from "./order.js";

const MORE = {
  seated: "M7 4v9h9l1.5 7M7 13v7M7 16h9.5",
  moving: "M11.2 4.5a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0M9 21l2.5-6L14 17v4M11.5 15l.5-6-3.5 2-1 3M12 9l3 3 3 .5",
};
const PAUSE = 600; // ms after the last letter until a text is sent

export function drawing(name) {
  if (!MORE[name]) return icon(name);
  return s("svg", { class: "i", viewBox: "0 0 24 24", "aria-hidden": "true" }, s("path", { d: MORE[name] }));
}

export function iconButton(name, onPress, kind = "btn") {
  const text = h("span", {});
  const node = h("button", { class: kind, type: "button", onclick: onPress }, drawing(name), text);
  return { node, draw: (word) => say(text, word) };
}

// One of a few: buttons side by side. `choose(value)` comes on a press.
export function choice(desk, label, values, wordOf, choose) {
  const name = h("span", { class: "label" });
  const buttons = values.map((value) => ({ value, node: h("button", { type: "button", onclick: () => choose(value) }) }));
  const seg = h("div", { class: "seg", role: "group" }, buttons.map((one) => one.node));
  const draw = (chosen) => {
    say(name, desk.word(label));
    mark(seg, "aria-label", desk.word(label));
    for (const { value, node } of buttons) {
      say(node, desk.word(wordOf(value)));
      mark(node, "aria-pressed", String(value === chosen));
    }
  };
  return { node: h("div", { class: "choice" }, name, seg), draw };
}

// A text as it is written: sent a moment after the last letter, and when it is left.
// While it has focus, all that is sent counts as one step of undo.
export function written(desk, send, shape = {}) {
  let waiting = 0;
  let unsent = null;
  let joins = false;
  const flush = () => {
    clearTimeout(waiting);
    if (unsent === null) return;
    send(unsent, joins);
    joins = true;
    unsent = null;
  };
  const made = field({
    ...shape,
    onwrite: (text) => {
      unsent = text;
      clearTimeout(waiting);
      waiting = setTimeout(flush, PAUSE);
    },
    ondone: () => {
      flush();
      joins = false;
    },
  });
  return { ...made, flush };
}

// The same text in both languages, side by side.
export function pair(desk, send, shape = {}) {
  const name = h("legend", { class: "label" });
  const hint = h("p", { class: "hint small quiet" });
  const fields = ["da", "en"].map((language) => {
    const one = written(desk, (text, joins) => send(language, text, joins), shape);
    one.input.lang = language;
    return { language, ...one };
  });
  const node = h("fieldset", { class: "pair" }, name, hint, h("div", { class: "two" }, fields.map((one) => one.node)));
  const draw = (texts, { name: called, help = "", own = null }) => {
    say(name, called);
    say(hint, help);
    hint.hidden = !help;
    for (const { language, show } of fields) {
      const changed = own && texts[language] !== own[language];
      show({
        label: desk.word(`planner_in_${language}`), value: texts ? texts[language] : "", limit: shape.limit || 0,
        hint: changed ? desk.word("planner_own_was", { text: shortened(own[language], 160) }) : "", tooLong: desk.word("planner_too_long"),
      });
    }
  };
  return { node, draw, flush: () => fields.forEach((one) => one.flush()) };
}

// Minutes as a small field: sent when it is left or Enter is pressed, put back when it makes no sense.
export function minutesField(desk, send) {
  const unit = h("span", { class: "sr" });
  const input = h("input", { class: "input num mins", type: "number", min: 1, max: 600, inputmode: "numeric" });
  let now = 0;
  input.addEventListener("change", () => {
    const minutes = Number(input.value);
    if (Number.isInteger(minutes) && minutes >= 1 && minutes <= 600) send(minutes);
    else input.value = now;
  });
  input.addEventListener("keydown", (event) => event.key === "Enter" && input.blur());
  const draw = (minutes, label) => {
    now = minutes;
    say(unit, label);
    if (input !== document.activeElement && input.value !== String(minutes)) input.value = minutes;
  };
  return { node: h("label", { class: "minutes" }, unit, input), draw };
}
