import { fill, h, host, icon, mount, say, shown } from "../shared/kit.js";
import { ALL, SEATS, drawerOf, inClock, letterOf, markersOf, placeOf, roleOf, rolesIn, roundOf, roundsOf, seatsOf, timeOf } from "./geometry.js";
import { cardPart, darkPart, drawPart, markPart, resultPart, showPart, tapPart } from "./steps.js";
import { readPart, twinPart } from "./read.js";

const TICK = 500;

/** Gives what the parts share: what the host holds now, and what only this page knows. */
function state(model) {
  const my = Object.assign(host(model), { seat: null, at: 0, led: -1, peeked: true, tappedAt: 0, lit: "", turn: 0, focus: false });
  my.ids = () => roundsOf(my.options(), seatsOf(my.value()));
  my.id = () => my.ids()[my.at];
  my.round = () => roundOf(my.value(), my.id());
  my.roles = () => rolesIn(my.at, seatsOf(my.value()), my.options().listen);
  my.role = () => roleOf(my.roles(), my.seat);
  my.now = () => Date.now() + (my.options().skew || 0);
  my.time = () => timeOf(my.round(), my.now(), my.options().minutes);
  my.clock = () => inClock(my.time().left);
  my.markers = () => markersOf(my.roles(), my.options().mark);
  my.cards = () => (my.options().draw || {}).cards || [];
  my.drawer = () => drawerOf(my.roles(), my.options().draw);
  my.mayPeek = () => my.cards().length > 0 && (my.seat === ALL || my.seat === my.drawer());
  my.isFree = () => Boolean((my.options().draw || {}).free_last) && my.at === my.ids().length - 1;
  my.place = (seat) => fill(my.word("seat"), { seat: letterOf(seat) });
  my.named = (key, stem) => my.word(`${stem}_${key}`) || my.word(`card_${key}`);
  my.who = () => fill(my.word("who"), { speaker: letterOf(my.roles().speaker), listener: letterOf(my.roles().listeners[0]) });
  my.write = (path, leaf) => {
    my.ink.write(`rounds.${my.id()}.${path}`, leaf);
    my.redraw();
  };
  my.begin = (early = 0) => (Object.assign(my, { peeked: my.seat !== ALL }), my.write("began", Math.round(my.now() - early)));
  my.open = () => ((my.focus = true), my.write("shown", true));
  my.peek = (on) => (Object.assign(my, { peeked: on }), my.redraw());
  my.look = (at) => (Object.assign(my, { at, turn: 0, peeked: my.seat !== ALL, focus: true }), my.redraw());
  my.sit = (seat) => (Object.assign(my, { seat, turn: 0, peeked: seat !== ALL, focus: true }), my.redraw());
  my.isDark = () => my.time().phase === "talk" && (my.options().dark || []).includes(my.role()) && my.lit !== `${my.id()} ${my.round().began}`;
  my.light = () => (Object.assign(my, { lit: `${my.id()} ${my.round().began}`, focus: true }), my.redraw());
  return my;
}

/** Gives the one question of a phone: where at the table it is; and how many sit there. */
function seatPart(my) {
  const [ask, hint, many, all] = [shown(my, "h2", "seat_ask"), shown(my, "p", "seat_hint", { class: "small quiet" }), shown(my, "p", "seat_many", { class: "label" }), shown(my, "span", "seat_all")];
  const numbers = [3, 4, 5, 6];
  const counts = numbers.map((n) => h("button", { onclick: () => (my.ink.write("seats", n), my.redraw()) }, String(n)));
  const seats = SEATS.map((seat) => h("button", { class: "btn seat", onclick: () => my.sit(seat) }, letterOf(seat)));
  const one = h("button", { class: "btn wide", onclick: () => my.sit(ALL) }, all.node);
  const seg = h("div", { class: "seg", role: "group" }, counts);
  const node = h("div", { class: "card seating" }, many.node, seg, ask.node, hint.node, h("div", { class: "seats" }, seats), one);
  const draw = () => {
    for (const word of [ask, hint, many, all]) word.draw();
    const n = seatsOf(my.value());
    node.hidden = my.seat !== null;
    seg.setAttribute("aria-label", many.node.textContent);
    numbers.forEach((number, i) => counts[i].setAttribute("aria-pressed", String(number === n)));
    seats.forEach((seat, i) => {
      seat.setAttribute("aria-label", my.place(SEATS[i]));
      seat.hidden = i >= n;
    });
  };
  return { node, draw };
}

/** Gives the line above a round: this phone's seat and role, and the way to another round. */
function overPart(my) {
  const [seat, role, change] = [h("b"), h("span"), shown(my, "span", "seat_change")];
  const chip = h("p", { class: "chip group" }, icon("individual"), seat, role);
  const other = h("button", { class: "btn plain low", onclick: () => my.sit(null) }, icon("swap"), change.node);
  const rounds = SEATS.map((_, at) => h("button", { onclick: () => my.look(at) }, String(at + 1)));
  const seg = h("div", { class: "seg", role: "group" }, rounds);
  const draw = () => {
    change.draw();
    say(seat, my.seat === ALL ? my.word("seat_all") : my.place(my.seat));
    say(role, my.seat === ALL ? "" : `· ${my.word(`role_${my.role()}`)}`);
    const of = my.ids().length;
    rounds.forEach((one, at) => {
      one.hidden = at >= of;
      one.setAttribute("aria-label", fill(my.word("round_n"), { n: at + 1 }));
      one.setAttribute("aria-pressed", String(at === my.at));
    });
    seg.setAttribute("aria-label", fill(my.word("round_of"), { n: my.at + 1, of }));
  };
  return { nodes: [h("div", { class: "row between wrap" }, chip, other), seg], draw };
}

/** Gives what stands under a round that is about to begin. */
function beforePart(my) {
  const [draws, card, begun, clockless, waits] = [drawPart(my), cardPart(my), h("span"), shown(my, "span", "without_clock"), h("p")];
  const act = h("button", { class: "btn wide", onclick: () => my.begin() }, begun);
  const skip = h("button", { class: "btn plain low", onclick: () => my.begin(my.time().whole) }, icon("skip"), clockless.node);
  const draw = () => {
    for (const one of [draws, card, clockless]) one.draw();
    const open = Boolean(my.round().drawn) || !my.cards().length;
    const seat = letterOf(my.drawer());
    say(waits, open ? "" : fill(my.word(my.seat === ALL ? "hand_to" : "draw_waits"), { seat }));
    waits.className = my.seat === ALL ? "hand" : "quiet";
    waits.hidden = open || my.seat === my.drawer();
    say(begun, fill(my.word("begin"), { n: my.at + 1 }));
    act.classList.toggle("main", open);
  };
  return { nodes: [waits, draws.node, card.node, act, skip], draw };
}

/** Gives what a phone shows while somebody speaks: the time, the card or the button of its role. */
function talkPart(my) {
  const role = my.role();
  const [time, bar, close, again] = [h("p", { class: "timer", role: "timer" }), h("i"), shown(my, "span", "close_now"), shown(my, "span", "begin_again")];
  const card = cardPart(my, { prompt: Boolean(my.options().prompts) && role !== "speaker" });
  const tapping = my.options().taps && role === "observer" ? tapPart(my, my.seat) : null;
  const tools = h("div", { class: "row wrap" }, h("button", { class: "btn plain low", onclick: () => my.begin(my.time().whole) }, close.node), h("button", { class: "btn plain low", onclick: () => my.begin() }, icon("repeat"), again.node));
  const draw = () => {
    for (const one of [close, again, card, tapping]) if (one) one.draw();
    say(time, my.clock());
    bar.style.width = `${(my.time().left / my.time().whole) * 100}%`;
  };
  return { nodes: [card.node, tapping && tapping.node, h("div", { class: "clock" }, time, h("div", { class: "bar" }, bar)), tools], draw };
}

/** Gives the marking: this seat's, or with one phone seat by seat; then all of it laid open. */
function afterPart(my) {
  const mine = my.seat === ALL ? my.markers() : my.markers().filter((seat) => seat === my.seat);
  const marks = mine.map((seat) => markPart(my, seat));
  const [result, showing, left, next, done] = [resultPart(my), showPart(my), h("p", { class: "small quiet num" }), h("span"), shown(my, "p", "finished", { class: "lead" })];
  const turn = () => (Object.assign(my, { turn: my.turn + 1, focus: true }), my.redraw());
  const [handed, onward] = [h("button", { class: "btn main wide", onclick: turn }, next), h("span")];
  const go = h("button", { class: "btn main wide", onclick: () => my.look(my.at + 1) }, onward);
  const draw = () => {
    const [open, { left: ms }] = [my.round().shown, my.time()];
    const last = my.at === my.ids().length - 1;
    marks.forEach((one, i) => {
      const had = one.node.contains(document.activeElement);
      one.node.hidden = (my.seat === ALL && i !== my.turn) || (open && !(had && my.isWriting()));
      if (had && one.node.hidden) my.focus = true;
      one.draw();
    });
    for (const one of [result, showing, done]) one.draw();
    say(left, ms && !open ? `${my.word("time_left")} ${inClock(ms)}` : "");
    const more = my.seat === ALL && my.turn < marks.length - 1;
    handed.hidden = open || !more;
    if (more) say(next, fill(my.word("hand_to"), { seat: letterOf(mine[my.turn + 1]) }));
    showing.node.hidden = open || more;
    done.node.hidden = !open || !last;
    go.hidden = !open || last;
    say(onward, fill(my.word("next"), { n: my.at + 2 }));
  };
  return { nodes: [left, marks.map((one) => one.node), handed, showing.node, result.node, done.node, go], draw };
}

const PHASES = { before: beforePart, talk: talkPart, mark: afterPart };

/** Gives the round on the screen; it is built anew only when round, role or phase is another one. */
function stagePart(my, el) {
  const [title, who, lead, line] = [h("h2", { tabindex: "-1" }), h("p", { class: "quiet" }), h("p", { class: "lead" }), shown(my, "p", "say", { class: "voice say" })];
  const body = h("div", { class: "body" });
  const node = h("div", { class: "card round" }, title, who, line.node, lead, body);
  let [built, part] = ["", null];
  my.toStage = () => title.focus({ preventScroll: true });
  const draw = () => {
    const [{ phase }, role] = [my.time(), my.role()];
    const wanted = [my.id(), my.seat, role, phase, seatsOf(my.value())].join();
    const moved = wanted !== built;
    if (moved) {
      const had = body.contains(document.activeElement);
      part = PHASES[phase](my);
      body.replaceChildren(...part.nodes.flat().filter(Boolean));
      built = wanted;
      my.focus = my.focus || had;
    }
    const open = phase === "mark" && my.round().shown;
    say(title, phase === "mark" && !open ? my.word("round_off") : fill(my.word("round_of"), { n: my.at + 1, of: my.ids().length }));
    say(who, my.who());
    lead.hidden = !say(lead, my.word(open ? "do_shown" : `do_${role}_${phase}`)).textContent;
    line.draw();
    line.node.hidden = open || !line.node.textContent;
    node.dataset.phase = phase;
    part.draw();
    if (my.focus) my.toStage();
    my.focus = false;
    // On a phone the exercise's own words stand above: what is to be done now comes into sight.
    if (moved && el.closest("[data-surface='phone']") && !my.isWriting()) el.scrollIntoView({ block: "start" });
  };
  return { node, draw };
}

/** Keeps the phone with its table: a new round is followed, a change of phase is said once. */
function leadPart(my, el) {
  const told = h("p", { class: "sr", role: "status" });
  let [before, timer, ran] = ["", 0, false];
  my.isWriting = () => el.contains(document.activeElement) && document.activeElement.matches("textarea, input");
  const lead = () => {
    const newest = placeOf(my.value(), my.ids());
    if (newest !== my.led && !my.isWriting()) Object.assign(my, { led: newest, at: newest }, newest !== my.at && { turn: 0, peeked: my.seat !== ALL });
    my.at = Math.min(my.at, my.ids().length - 1);
    if (my.seat && my.seat !== ALL && SEATS.indexOf(my.seat) >= seatsOf(my.value())) my.seat = null;
  };
  const tick = () => {
    const runs = my.seat !== null && my.round().began !== null && my.time().left > 0;
    if (runs || ran) my.redraw(); // once more at zero
    ran = runs;
  };
  const draw = () => {
    lead();
    const { phase } = my.time();
    const now = [my.id(), phase, my.round().shown].join();
    const says = { before: fill(my.word("round_n"), { n: my.at + 1 }), talk: my.who(), mark: my.word("round_off") }[phase];
    const { shown: open, drawn } = my.round();
    if (before && before !== now) say(told, open ? drawn && `${my.word("card_was")}: ${my.word(`card_${drawn}`)}` : says);
    before = now;
    timer = timer || setInterval(tick, TICK);
  };
  return { node: told, draw, stop: () => clearInterval(timer) };
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

/** Gives all of the lab that a seat has to be chosen for. */
function labPart(my, el) {
  const [over, stage] = [overPart(my), stagePart(my, el)];
  const node = h("div", { class: "lab" }, over.nodes, stage.node);
  const draw = () => {
    node.hidden = my.seat === null;
    if (my.seat !== null) [over, stage].forEach((one) => one.draw());
  };
  return { node, draw };
}

function render({ model, el }) {
  const my = state(model);
  return mount({ model, el }, "round_lab", my, () => {
    if (my.readonly()) {
      const read = readPart(my);
      return { parts: [read], nodes: [read.node] };
    }
    const parts = [leadPart(my, el), seatPart(my), labPart(my, el), undoPart(my), twinPart(my), darkPart(my, el)];
    return { parts, nodes: parts.map((one) => one.node) };
  });
}

export default { render };
