import { draggable, fill, h, host, icon, leafAt, mount, ownWords, say, shown } from "../shared/kit.js";
import { standingWhole } from "../shared/standing.js";
import { countOf, markAt, scalesIn, stepBy, stepOf, stepUnder } from "./geometry.js";

const placed = (node, step, count) => node.style.setProperty("--at", String(count > 1 ? step / (count - 1) : 0));

/** Gives what one line knows of itself: where its mark stands, how that is said, and how it is moved. */
function lineOf(my, scale) {
  const { field, stops, word = field.replace(/\./g, "_") } = scale;
  const count = countOf(scale);
  const its = { scale, count, word, draft: null };
  its.step = () => (its.draft === null ? stepOf(leafAt(my.value(), field), scale) : its.draft);
  its.name = () => fill(my.word(scale.head || word), { n: scale.n });
  its.stop = (at) => my.word(`${word}_${stops[at]}`);
  its.said = () => {
    const step = its.step();
    if (step < 0) return my.word("scale_empty");
    return stops ? its.stop(step) : fill(my.word("scale_of"), { n: step, most: count - 1 });
  };
  its.hint = () => (stops && its.step() >= 0 ? my.word(`${word}_${stops[its.step()]}_hint`) : "");
  its.set = (step, join) => {
    my.ink.write(field, markAt(step, scale), join);
    my.redraw();
  };
  its.go = (key) => {
    const step = stepBy(key, its.step(), count);
    if (step !== undefined) its.set(step, true);
    return step !== undefined;
  };
  return its;
}

/** Lets a finger set the mark anywhere on its line, or draw it along; up and down still scrolls the page. */
function touch(my, its, track, ticks) {
  let from = 0; // where on the line the finger came down: the line itself does not move
  const under = (x) => {
    const [start, end] = [ticks[0], ticks[ticks.length - 1]].map((tick) => tick.getBoundingClientRect().left);
    return stepUnder(x, start, end, its.count);
  };
  track.addEventListener("pointerdown", (event) => (from = event.clientX));
  draggable(track, {
    pick: () => track,
    move: (_, x) => {
      const { left, width } = track.getBoundingClientRect();
      its.draft = under(x - left - width / 2 + from);
      my.redraw();
    },
    drop: (_, kept) => {
      const step = its.draft;
      its.draft = null;
      if (kept) its.set(step);
      else my.redraw();
    },
    tap: (event) => event.detail && its.set(under(event.clientX)),
  });
}

function keys(my, its, track) {
  track.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !its.go(event.key)) return;
    event.preventDefault();
    event.stopPropagation(); // in Lab an arrow leaves the cell
  });
  track.addEventListener("keyup", my.ink.rest);
}

/** Gives the line itself. */
function trackPart(my, its) {
  const { stops } = its.scale;
  const ticks = Array.from({ length: its.count }, () => h("i", { class: "tick" }));
  ticks.forEach((tick, at) => placed(tick, at, its.count));
  const thumb = h("span", { class: "thumb" });
  const track = h("div", { class: "track" }, h("span", { class: "line" }), ticks, thumb);
  const names = (stops || []).map(() => h("span"));
  const under = h("div", { class: stops ? "stops tiny" : "ends small quiet", "aria-hidden": stops ? "true" : null }, stops ? names : [h("span"), h("span")]);
  names.forEach((name, at) => placed(name, at, its.count));
  if (my.readonly()) track.setAttribute("role", "img");
  else {
    for (const [name, is] of Object.entries({ role: "slider", tabindex: 0, "aria-valuemin": 0, "aria-valuemax": its.count - 1, "data-lm-suppress-shortcuts": "true" })) track.setAttribute(name, is);
    touch(my, its, track, ticks);
    keys(my, its, track);
  }
  const draw = () => {
    const step = its.step();
    thumb.hidden = step < 0;
    if (step >= 0) placed(thumb, step, its.count);
    track.classList.toggle("none", step < 0);
    const told = [its.said(), its.hint()].filter(Boolean).join(": ");
    track.setAttribute("aria-label", my.readonly() ? `${its.name()}: ${told}` : its.name());
    if (!my.readonly()) {
      track.setAttribute("aria-valuenow", Math.max(0, step));
      track.setAttribute("aria-valuetext", told);
    }
    if (stops) names.forEach((name, at) => say(name, its.stop(at)).classList.toggle("on", at === step));
    else ["low", "high"].forEach((end, at) => say(under.children[at], my.word(`${its.word}_${end}`)));
  };
  return { nodes: [track, under], draw, track };
}

/** Gives the way to take a mark off, and two steps that only a screen reader's finger meets. */
function toolsPart(my, its, track) {
  const off = h("button", { class: "btn plain low off" }, icon("close"), h("span"));
  off.addEventListener("click", () => {
    its.set(-1);
    track.focus();
  });
  const steps = ["ArrowLeft", "ArrowRight"].map((key) => h("button", { class: "sr", tabindex: "-1", onclick: () => its.go(key) && my.ink.rest() }));
  const draw = () => {
    say(off.lastChild, my.word("scale_clear"));
    off.setAttribute("aria-label", `${my.word("scale_clear")}: ${its.name()}`);
    off.classList.toggle("gone", its.step() < 0);
    ["scale_less", "scale_more"].forEach((word, at) => steps[at].setAttribute("aria-label", `${its.name()}: ${my.word(word)}`));
  };
  return { nodes: [off, ...steps], draw };
}

/** Gives own words: a field, or on a sheet that is only read what was written. */
function textPart(my, { text, says = text.replace(/\./g, "_") }) {
  if (!my.readonly()) return ownWords(my, text, { label: says, hint: `${says}_hint` }, { long: false });
  const [label, words] = [h("p", { class: "small quiet" }), h("p", { class: "voice" })];
  const node = h("div", { class: "told" }, label, words);
  const draw = () => {
    say(label, my.word(says));
    node.hidden = !say(words, leafAt(my.value(), text)).textContent;
  };
  return { node, draw };
}

function scalePart(my, scale) {
  const text = scale.text ? textPart(my, scale) : null;
  if (!scale.field) return { node: h("div", { class: "row-of" }, text.node), draw: text.draw };
  const its = lineOf(my, scale);
  const [name, said, hint] = [h("h3"), h("p", { class: "said num", "aria-hidden": "true" }), h("p", { class: "hint small quiet" })];
  const line = trackPart(my, its);
  const tools = my.readonly() ? { nodes: [], draw: () => {} } : toolsPart(my, its, line.track);
  const foot = h("div", { class: "under" }, said, hint, tools.nodes);
  const node = h("div", { class: scale.stops ? "row-of stopped" : "row-of", role: "group" }, name, text && text.node, scale.stops ? null : hint, line.nodes, foot);
  const draw = () => {
    if (text) text.draw();
    say(name, its.name());
    node.setAttribute("aria-label", its.name());
    say(said, its.said()).classList.toggle("quiet", its.step() < 0);
    hint.hidden = !say(hint, scale.stops ? its.hint() : my.word(`${its.word}_hint`)).textContent;
    line.draw();
    tools.draw();
    // What was not filled in says nothing to those who only read.
    const empty = its.step() < 0 && !(scale.text && leafAt(my.value(), scale.text));
    node.hidden = my.readonly() && empty;
  };
  return { node, draw };
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

function render({ model, el }) {
  const my = host(model);
  return mount({ model, el }, "scale", my, () => {
    const scales = scalesIn(my.options());
    const rows = scales.map((one) => scalePart(my, one));
    if (my.readonly()) return { parts: [...rows, standingWhole(el, 2)], nodes: rows.map(({ node }) => node) };
    // How a line is touched is said before the first one, not where one is through.
    rows.splice(scales.findIndex(({ field }) => field), 0, shown(my, "p", "scale_help", { class: "help small quiet" }));
    rows.push(undoPart(my));
    return { parts: rows, nodes: rows.map(({ node }) => node) };
  });
}

export default { render };
