import { fill, h, host, icon, leafAt, mount, say, shown } from "../shared/kit.js";
import { inMinutes } from "../shared/lanes.js";
import { isOnScreen, standingWhole } from "../shared/standing.js";
import { BOUNCE, HATS, SEATS, firstOf, hatNow, letterOf, merged, newId, secondsOf, shiftsOf, timeOf, within } from "./geometry.js";
import { pickedPart } from "./picked.js";
import { keyPart, stripPart, twinPart } from "./strip.js";

const TICK = 500;

/** Gives what the parts share: what the host holds now, and what only this page knows. */
function state(model) {
  const my = Object.assign(host(model), { seat: null, picked: null, mine: [], tappedAt: 0, last: null, focus: "" });
  const undone = my.undo;
  my.now = () => Date.now() + (my.options().skew || 0);
  my.whole = () => secondsOf(my.options());
  my.time = () => timeOf(my.value(), my.now(), my.whole());
  my.shifts = () => shiftsOf(my.value());
  my.hat = (hat) => my.word(`hat_${hat}`);
  my.list = () => (Array.isArray(my.value().shifts) ? my.value().shifts : []);
  my.write = (path, leaf) => {
    my.ink.write(path, leaf);
    my.redraw();
  };
  my.begin = () => (Object.assign(my, { picked: null, last: null, focus: "run" }), my.write("began", Math.round(my.now())));
  my.end = () => ((my.focus = "after"), my.write("ended", Math.round(my.now())));
  my.onPaper = () => {
    my.ink.write("began", Math.round(my.now() - 1000 * my.whole()));
    my.end();
  };
  my.put = (hat, at) => {
    const id = newId(my.list().map((one) => one && one.id));
    my.mine.push(id);
    my.write("shifts", [...my.list(), { id, at: within(at), to: hat, ...(my.seat ? { by: my.seat } : {}) }]);
    return id;
  };
  my.tap = (hat) => {
    if (Date.now() - my.tappedAt < BOUNCE && my.last && my.last.hat === hat) return;
    Object.assign(my, { tappedAt: Date.now(), last: { hat, at: my.time().gone } });
    my.put(hat, my.last.at);
  };
  my.pick = (id) => ((my.picked = id), my.redraw());
  my.move = (id, at) => my.write(`shifts.${id}.at`, within(at));
  my.drop = (id) => my.write("shifts", my.list().filter((one) => one && one.id !== id));
  my.merge = (keep, drop) => ((my.picked = keep), my.write("shifts", merged(my.list(), keep, drop)));
  my.undo = () => {
    // A colleague's tap closes the way back to the whole list; one's own newest tap can still be taken out.
    if (my.ink.canUndo()) return undone();
    const own = my.mine.pop();
    if (!leafAt(my.value(), `shifts.${own}`)) return undefined;
    model.set("value", { ...my.value(), shifts: my.list().filter((one) => one && one.id !== own) });
    model.save_changes();
    return my.redraw();
  };
  my.canUndo = () => my.ink.canUndo() || my.mine.some((id) => leafAt(my.value(), `shifts.${id}`));
  return my;
}

/** Gives a row of choices, of which one is pressed. */
function segPart(my, key, choices, { word, now, choose }) {
  const label = shown(my, "p", key, { class: "label" });
  const buttons = choices.map((choice) => h("button", { onclick: () => choose(choice) }));
  const seg = h("div", { class: choices.length > 2 ? "seg three" : "seg", role: "group" }, buttons);
  const draw = () => {
    label.draw();
    seg.setAttribute("aria-label", label.node.textContent);
    choices.forEach((choice, i) => {
      say(buttons[i], word(choice));
      buttons[i].setAttribute("aria-pressed", String(now() === choice));
    });
  };
  return { node: h("div", { class: "asked" }, label.node, seg), draw };
}

function beforePart(my) {
  const hats = segPart(my, "start_hat", HATS, { word: my.hat, now: () => firstOf(my.value()), choose: (hat) => my.write("first", hat) });
  const seats = SEATS.slice(0, Number(my.options().observers) || 2);
  const sit = (seat) => ((my.seat = my.seat === seat ? null : seat), my.redraw());
  const who = segPart(my, "observer_ask", seats, { word: (seat) => fill(my.word("observer"), { seat: letterOf(seat) }), now: () => my.seat, choose: sit });
  const [begun, paper] = [shown(my, "span", "begin"), shown(my, "span", "without_clock")];
  const act = h("button", { class: "btn main wide", onclick: my.begin }, begun.node);
  const skip = h("button", { class: "btn plain low", onclick: my.onPaper }, icon("pen"), paper.node);
  const node = h("div", { class: "phase before" }, hats.node, who.node, act, skip);
  return { node, draw: () => [hats, who, begun, paper].forEach((one) => one.draw()), focus: () => act.focus() };
}

/** Gives what an observer has while it runs: the clock, and one large button for each hat. */
function runPart(my) {
  const [time, bar, now, told] = [h("p", { class: "timer num", role: "timer" }), h("i"), h("p", { class: "quiet" }), h("p", { class: "small quiet num", role: "status" })];
  const [ask, close, again] = ["tap_ask", "close_now", "begin_again"].map((key) => shown(my, key === "tap_ask" ? "p" : "span", key, key === "tap_ask" ? { class: "label" } : {}));
  const names = HATS.map(() => h("span"));
  const buttons = HATS.map((hat, i) => h("button", { class: "hat", onclick: () => my.tap(hat) }, names[i]));
  const end = h("button", { class: "btn low", onclick: my.end }, icon("check"), close.node);
  const back = h("button", { class: "btn plain low", onclick: my.begin }, icon("repeat"), again.node);
  const bars = h("div", { class: "bar" }, bar);
  const clock = h("div", { class: "clock" }, h("div", { class: "row between" }, time, now), bars);
  const node = h("div", { class: "phase run" }, clock, ask.node, h("div", { class: "hats", role: "group" }, buttons), told, h("div", { class: "row wrap between" }, end, back));
  const draw = () => {
    for (const one of [ask, close, again]) one.draw();
    const { gone, left } = my.time();
    const worn = hatNow(my.value());
    say(time, inMinutes(Math.floor(gone)));
    bar.style.width = `${Math.min(100, (100 * gone) / my.whole())}%`;
    bars.classList.toggle("over", left === 0);
    say(now, left === 0 ? my.word("round_off") : fill(my.word("now_hat"), { hat: my.hat(worn) }));
    HATS.forEach((hat, i) => {
      say(names[i], my.hat(hat));
      buttons[i].setAttribute("aria-pressed", String(hat === worn));
    });
    say(told, my.last ? fill(my.word("tapped"), { at: inMinutes(my.last.at), hat: my.hat(my.last.hat) }) : "");
    back.hidden = my.shifts().length > 0; // beginning again must not throw away what colleagues have tapped
  };
  return { node, draw, focus: () => buttons[0].focus() };
}

/** Gives the line laid open: to be looked at, talked about, and mended. */
function afterPart(my) {
  const [ask, more, added] = [shown(my, "p", "look_ask", { class: "quiet" }), shown(my, "span", "resume"), shown(my, "span", "add")];
  const [strip, key, picked] = [stripPart(my, true), keyPart(my), pickedPart(my)];
  const put = () => my.pick(my.put(HATS[(HATS.indexOf(hatNow(my.value())) + 1) % HATS.length], my.time().gone));
  const add = h("button", { class: "btn low", onclick: put }, icon("plus"), added.node);
  const go = h("button", { class: "btn plain low", onclick: () => ((my.focus = "run"), my.write("ended", null)) }, icon("clock"), more.node);
  const node = h("div", { class: "phase after", tabindex: "-1" }, ask.node, strip.node, key.node, picked.node, h("div", { class: "row wrap" }, add, go));
  const draw = () => {
    for (const one of [ask, more, added, strip, key, picked]) one.draw();
    const since = (my.now() - (my.value().began || 0)) / 1000;
    go.hidden = !my.value().ended || since >= my.whole(); // ended by mistake while the talk goes on
  };
  return { node, draw, focus: () => node.focus() };
}

const PHASES = { before: beforePart, run: runPart, after: afterPart };

/** Gives the phase the table is in; it is built anew only when that is another one. */
function stagePart(my) {
  const node = h("div", { class: "stage-of" });
  let [built, part, timer] = ["", null, 0];
  const tick = () => my.time().phase !== "before" && built !== "after" && my.redraw();
  const draw = () => {
    const { phase } = my.time();
    if (phase !== built) {
      const had = node.contains(document.activeElement);
      part = PHASES[phase](my);
      node.replaceChildren(part.node);
      built = phase;
      part.draw();
      if (had || my.focus === phase) part.focus();
      my.focus = "";
    } else part.draw();
    timer = timer || setInterval(tick, TICK);
  };
  return { node, draw, stop: () => clearInterval(timer) };
}

function undoPart(my) {
  const word = shown(my, "span", "ui_undo");
  const node = h("button", { class: "btn plain low undo", onclick: () => my.undo() }, icon("undo"), word.node);
  const draw = () => {
    word.draw();
    node.hidden = my.options().undo === false || !my.canUndo();
  };
  return { node, draw };
}

function render({ model, el }) {
  const my = state(model);
  return mount({ model, el }, "hat_line", my, () => {
    if (my.readonly()) {
      const parts = [stripPart(my, false), keyPart(my), twinPart(my, !isOnScreen())];
      return { parts: [...parts, standingWhole(el, 2)], nodes: parts.map((one) => one.node) };
    }
    const parts = [stagePart(my), undoPart(my), twinPart(my)];
    return { parts, nodes: parts.map((one) => one.node) };
  });
}

export default { render };
