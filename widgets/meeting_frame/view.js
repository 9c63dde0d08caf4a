import { fill, h, host, icon, leafAt, mount, ownWords, say, shown } from "../shared/kit.js";
import { standingWhole } from "../shared/standing.js";
import { OUTCOMES, agendaOf, dayInWords, listOf, pointsToRun } from "./geometry.js";
import { liveActs, livePart } from "./live.js";
import { rowActs, rowsPart } from "./rows.js";

const LETTERS = { i: "I", do: "DO", a: "A", r: "R", t: "T" };
const LIMITS = { meeting: 80, intention: 300, product: 200, knowledge: 200, feeling: 200, rules: 300, place: 80 };
const TIGHTEST = 3;

function state(model) {
  const my = host(model);
  rowActs(my);
  liveActs(my);
  return my;
}

/** Gives a part of the frame under its letter: name, question, and what it holds. */
function letterPart(my, letter, ...parts) {
  const [name, asks] = [shown(my, "span", `letter_${letter}`), shown(my, "p", `letter_${letter}_hint`, { class: "small quiet" })];
  const nodes = parts.flatMap((one) => one.nodes || [one.node]);
  const node = h("div", { class: `letter of-${letter}` }, h("h2", {}, h("b", { class: "sign", "aria-hidden": "true" }, LETTERS[letter]), name.node), asks.node, nodes);
  return { node, draw: () => [name, asks, ...parts].forEach((one) => one.draw()) };
}

const wordsPart = (my, path, long) => {
  const made = ownWords(my, path, { label: path, hint: `${path}_hint` }, { long, rows: long ? 2 : 1, limit: LIMITS[path] });
  made.input.dataset.path = path;
  return made;
};

/** Gives a field the browser has a picker for; the value is kept as the kit writes it. */
function pickPart(my, path, type, into, out) {
  const label = shown(my, "span", path, { class: "label" });
  const input = h("input", { class: "input num", type, onchange: () => (my.ink.write(path, into(input.value) || null), my.redraw()) });
  const draw = () => {
    label.draw();
    if (document.activeElement !== input) input.value = out(leafAt(my.value(), path) || "");
  };
  return { node: h("label", { class: "pick" }, label.node, input), draw };
}

/** Gives the sum of the minutes and when the meeting ends; in words, because nobody counts in a hurry. */
function sumPart(my) {
  const node = h("p", { class: "sum num", role: "status" });
  const draw = () => {
    const { sum, end } = agendaOf(listOf(my.value(), "points"), my.value().start);
    say(node, sum ? fill(my.word(end ? "sum_ends" : "sum_minutes"), { n: sum, time: end }) : my.word("sum_none"));
  };
  return { node, draw };
}

/** Gives the reading from the back: T, A, DO, I, each with its question. */
function backwardsPart(my) {
  const name = shown(my, "span", "backwards");
  const lines = ["t", "a", "do", "i"].map((letter) => shown(my, "li", `backwards_${letter}`));
  const node = h("details", { class: "quiet-more" }, h("summary", {}, icon("chevron"), name.node), h("ol", { class: "backwards" }, lines.map((one) => one.node)));
  return { node, draw: () => [name, ...lines].forEach((one) => one.draw()) };
}

/** Gives the button that begins the meeting, and why it cannot be pressed yet. */
function beginPart(my) {
  const [word, hint] = [shown(my, "span", "live_begin"), h("p", { class: "small quiet" })];
  const button = h("button", { class: "btn main", onclick: () => my.begin() }, icon("clock"), word.node);
  const undone = shown(my, "span", "ui_undo");
  const undo = h("button", { class: "btn plain low", onclick: () => my.undo() }, icon("undo"), undone.node);
  const draw = () => {
    word.draw();
    undone.draw();
    const can = pointsToRun(my.value()).length > 0;
    button.disabled = !can;
    button.hidden = my.stands().phase === "on";
    say(hint, button.hidden ? "" : my.word(can ? "live_begin_hint" : "live_begin_none"));
    undo.hidden = my.options().undo === false || !my.ink.canUndo();
  };
  return { node: h("div", { class: "begin" }, button, undo, hint), draw };
}

// ── to read only: one page, from I to T ──
function readPart(my) {
  const [meeting, sheet] = [h("p", { class: "lead" }), h("div", { class: "sheet" })];
  const cell = (letter, ...nodes) => h("div", { class: `letter of-${letter}` }, h("h2", {}, h("b", { class: "sign", "aria-hidden": "true" }, LETTERS[letter]), h("span", {}, my.word(`letter_${letter}`))), nodes);
  const text = (words) => (words ? h("p", { class: "voice" }, words) : null);
  const draw = () => {
    const value = my.value();
    const points = pointsToRun(value);
    const { at, sum, end } = agendaOf(points, value.start);
    const roles = listOf(value, "roles").filter((one) => one.role || one.who);
    meeting.hidden = !say(meeting, [value.meeting, dayInWords(value.date, my.options().locale), value.start, value.place].filter(Boolean).join(" · ")).textContent;
    const outcome = OUTCOMES.filter((one) => value[one]).map((one) => h("div", {}, h("dt", { class: "small quiet" }, my.word(one)), h("dd", { class: "voice" }, value[one])));
    const lines = points.map((one, i) => h("li", {}, h("span", { class: "at num" }, at[i] || (one.minutes ? fill(my.word("n_minutes"), { n: one.minutes }) : "")), h("span", {}, h("span", { class: "voice" }, one.what), h("span", { class: "small quiet" }, [one.how, one.lead].filter(Boolean).map((part) => ` · ${part}`).join("")))));
    const who = roles.map((one) => h("div", {}, h("dt", {}, one.role || ""), h("dd", { class: "voice" }, one.who || "")));
    sheet.replaceChildren(
      h("div", {}, cell("i", text(value.intention)), cell("do", h("dl", { class: "outcome" }, outcome))),
      h("div", {}, cell("a", h("ol", { class: "agenda" }, lines))),
      h("div", {}, cell("r", h("dl", { class: "who" }, who), text(value.rules)), cell("t", sum ? h("p", { class: "num" }, fill(my.word(end ? "sum_ends" : "sum_minutes"), { n: sum, time: end })) : null)));
  };
  return { nodes: [meeting, sheet], draw };
}

function render({ model, el }) {
  const my = state(model);
  return mount({ model, el }, "meeting_frame", my, () => {
    const live = livePart(my, el);
    if (my.readonly()) {
      const read = readPart(my);
      return { parts: [live, read, standingWhole(el, TIGHTEST)], nodes: [...live.nodes, ...read.nodes] };
    }
    const dot = (text) => text.replace(":", ".");
    const [title, date, start, place] = [wordsPart(my, "meeting"), pickPart(my, "date", "date", (one) => one, (one) => one), pickPart(my, "start", "time", dot, (one) => one.replace(".", ":")), wordsPart(my, "place")];
    const parts = [
      letterPart(my, "i", title, wordsPart(my, "intention", true)),
      letterPart(my, "do", ...OUTCOMES.map((one) => wordsPart(my, one, true))),
      letterPart(my, "a", rowsPart(my, "points")),
      letterPart(my, "r", rowsPart(my, "roles"), wordsPart(my, "rules", true)),
      letterPart(my, "t", { nodes: [h("div", { class: "when" }, date.node, start.node)], draw: () => [date, start].forEach((one) => one.draw()) }, place, sumPart(my)),
      backwardsPart(my), beginPart(my),
    ];
    return { parts: [live, ...parts], nodes: [...live.nodes, ...parts.map((one) => one.node)] };
  });
}

export default { render };
