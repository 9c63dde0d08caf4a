import { fill, h, host, icon, mount, ownWords, say, shown } from "../shared/kit.js";
import { inMinutes } from "../shared/lanes.js";
import { standingWhole } from "../shared/standing.js";
import { tableActs } from "./acts.js";
import { cardOfAnother, cardPart } from "./card.js";
import { contractPart, contractRead } from "./contract.js";
import { LEVELS, beganAt, controlOf, goneOf, lengthOfMeeting, levelNow, phaseOf, talkOf, timeoutsOf, turnsOf } from "./geometry.js";
import { keyPart, stripPart, twinPart } from "./strip.js";
import { timeoutPart, timeoutsPart, timeoutsRead } from "./timeouts.js";

const TICK = 500;
const GOAL = 2; // time-outs one is asked to try: a hint that goes away, never a demand

/** Gives what the parts share: what the host holds now, and what only this page knows. */
function state(model) {
  const my = Object.assign(host(model), { picked: null, focus: "" });
  my.now = () => Date.now() + (my.options().skew || 0);
  my.control = () => controlOf(my.options());
  my.may = () => my.control().mine && !my.readonly();
  my.pick = (id) => ((my.picked = id), my.redraw());
  tableActs(my, model);
  return my;
}

/** Gives the line that says who holds the controls, where that is somebody else. */
function heldPart(my) {
  const node = h("p", { class: "held", role: "status" });
  const draw = () => {
    node.hidden = my.may();
    say(node, my.may() ? "" : fill(my.word("held_by"), { by: my.control().by }));
  };
  return { node, draw };
}

function beforePart(my) {
  const [begun, paper, held] = [shown(my, "span", "begin"), shown(my, "span", "without_clock"), heldPart(my)];
  const act = h("button", { class: "btn main wide", onclick: () => my.begin() }, begun.node);
  const skip = h("button", { class: "btn plain low", onclick: () => my.onPaper() }, icon("pen"), paper.node);
  const draw = () => {
    for (const one of [begun, paper, held]) one.draw();
    act.disabled = skip.disabled = !my.may();
  };
  return { node: h("div", { class: "phase" }, held.node, act, skip), draw, focus: () => act.focus() };
}

/** Gives the clock: how long the meeting has run, and when its time is up. */
function clockPart(my) {
  const [time, bar, now] = [h("p", { class: "timer num", role: "timer" }), h("i"), h("p", { class: "quiet" })];
  const bars = h("div", { class: "bar" }, bar);
  const draw = () => {
    const whole = 60 * lengthOfMeeting(my.value(), my.options());
    const gone = goneOf(my.value(), my.now());
    say(time, inMinutes(Math.floor(gone)));
    bar.style.width = `${Math.min(100, (100 * gone) / whole)}%`;
    bars.classList.toggle("late", gone >= whole);
    say(now, gone >= whole ? my.word("round_off") : fill(my.word("n_minutes"), { n: whole / 60 }));
  };
  return { node: h("div", { class: "clock" }, h("div", { class: "row between" }, time, now), bars), draw };
}

/** Gives the line to write beside the newest turn: it is another field with every turn. */
function notePart(my) {
  const node = h("div");
  let [made, of] = [null, ""];
  const draw = () => {
    const turns = turnsOf(my.value());
    const last = turns.length > 1 ? turns[turns.length - 1] : null;
    node.hidden = !last || !my.may();
    if (!last) return;
    if (of !== last.id) {
      made = ownWords(my, `log.${last.id}.note`, { label: "note", hint: "note_hint" }, { limit: (my.options().limits || {})["log.*.note"] });
      of = last.id;
      node.replaceChildren(made.node);
    }
    made.draw();
  };
  return { node, draw };
}

/** Gives what the gamemaster has while the meeting runs: two levels, and a calm way to stop. */
function runPart(my) {
  const [ask, close, hint] = [shown(my, "p", "talk_now", { class: "label" }), shown(my, "span", "close_now"), shown(my, "p", "timeouts_hint", { class: "small quiet" })];
  const names = LEVELS.map((level) => [shown(my, "b", `level_${level}`), shown(my, "span", `level_${level}_hint`, { class: "small" })]);
  const levels = LEVELS.map((level, i) => h("button", { class: "level", onclick: () => my.turn(level) }, names[i].map((one) => one.node)));
  const pause = [shown(my, "b", "timeout"), shown(my, "span", "timeout_hint", { class: "small" })];
  const stop = h("button", { class: "stopping", onclick: () => my.stop() }, icon("pause"), h("span", {}, pause.map((one) => one.node)));
  const end = h("button", { class: "btn plain low", onclick: () => my.close() }, icon("check"), close.node);
  const both = h("div", { class: "levels", role: "group" }, levels);
  const [clock, strip, note, held] = [clockPart(my), stripPart(my), notePart(my), heldPart(my)];
  const node = h("div", { class: "phase" }, clock.node, strip.node, held.node, ask.node, both, stop, hint.node, note.node, end);
  const draw = () => {
    for (const one of [ask, close, hint, ...names.flat(), ...pause, clock, strip, note, held]) one.draw();
    both.setAttribute("aria-label", ask.node.textContent);
    LEVELS.forEach((level, i) => {
      levels[i].setAttribute("aria-pressed", String(level === levelNow(my.value())));
      levels[i].disabled = !my.may();
    });
    stop.disabled = end.disabled = !my.may();
    hint.node.hidden = timeoutsOf(my.value()).length >= GOAL;
  };
  return { node, draw, focus: () => levels[0].focus() };
}

/** Gives the time-out, with the meeting's lanes standing still above it. */
function pausedPart(my) {
  const [strip, held, card] = [stripPart(my), heldPart(my), timeoutPart(my)];
  const node = h("div", { class: "phase" }, strip.node, held.node, card.node);
  return { node, draw: () => [strip, held, card].forEach((one) => one.draw()), focus: card.focus };
}

/** Gives the meeting when it is over: to be looked at, talked about and mended. */
function overPart(my) {
  const [ask, more] = [shown(my, "p", "look_ask", { class: "quiet" }), shown(my, "span", "resume")];
  const [strip, key, stops, held] = [stripPart(my), keyPart(my), timeoutsPart(my), heldPart(my)];
  const go = h("button", { class: "btn plain low", onclick: () => my.reopen() }, icon("clock"), more.node);
  const node = h("div", { class: "phase", tabindex: "-1" }, ask.node, strip.node, key.node, held.node, stops.node, go);
  const draw = () => {
    for (const one of [ask, more, strip, key, stops, held]) one.draw();
    const since = (my.now() - (beganAt(my.value()) || 0)) / 1000;
    go.hidden = since >= 60 * lengthOfMeeting(my.value(), my.options()); // ended by mistake while the talk goes on
    go.disabled = !my.may();
  };
  return { node, draw, focus: () => node.focus() };
}

const PHASES = { before: beforePart, run: runPart, timeout: pausedPart, over: overPart };

/** Gives the phase the table is in; it is built anew only when that is another one. */
function phasePart(my) {
  const [node, told] = [h("div", { class: "phase-of" }), h("p", { class: "sr", role: "status" })];
  let [built, part, timer] = ["", null, 0];
  const tick = () => ["run", "timeout"].includes(built) && my.redraw();
  const draw = () => {
    const is = phaseOf(my.value());
    if (is !== built) {
      const had = node.contains(document.activeElement);
      part = PHASES[is](my);
      node.replaceChildren(part.node, told);
      built = is;
      part.draw();
      if (had || my.focus === is) part.focus();
      my.focus = "";
    } else part.draw();
    const { timeouts } = talkOf(my.value());
    say(told, is === "timeout" ? fill(my.word("timeout_n"), { n: timeouts.length }) : is === "run" ? my.word(`level_${levelNow(my.value())}`) : "");
    timer = timer || setInterval(tick, TICK);
  };
  return { node, draw, stop: () => clearInterval(timer) };
}

function undoPart(my) {
  const word = shown(my, "span", "ui_undo");
  const node = h("button", { class: "btn plain low undo", onclick: () => my.undo() }, icon("undo"), word.node);
  const draw = () => {
    word.draw();
    node.hidden = my.options().undo === false || !my.ink.canUndo();
  };
  return { node, draw };
}

/** Gives the parts of the stage: one's own card, the table's meeting, or the meeting to read. */
function partsOf(my, el) {
  if (my.options().stage === "individual") return my.readonly() ? [cardPart(my)] : [cardPart(my), undoPart(my)];
  if (!my.readonly()) return [contractPart(my), phasePart(my), twinPart(my), undoPart(my)];
  if (my.value().card && !my.value().contract && beganAt(my.value()) === null) return [cardOfAnother(my)];
  return [stripPart(my), keyPart(my), timeoutsRead(my), contractRead(my), twinPart(my)];
}

function render({ model, el }) {
  const my = state(model);
  return mount({ model, el }, "game_table", my, () => {
    const parts = partsOf(my, el);
    return { parts: my.readonly() ? [...parts, standingWhole(el, 4)] : parts, nodes: parts.map((one) => one.node) };
  });
}

export default { render };
