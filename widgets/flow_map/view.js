import { draggable, fill, h, host, icon, leafAt, mount, ownWords, s, say, shown, watch } from "../shared/kit.js";
import { standingWhole } from "../shared/standing.js";
import { bandOf } from "./band.js";
import { LETTERS, MOST, OUTLINES, PAD, SPAN, isPoint, marksIn, pointAt, standing, stepped } from "./geometry.js";

const WAYS = { ArrowLeft: "left", ArrowRight: "right", ArrowDown: "down", ArrowUp: "up" };
const SAYING = { up: "step_challenge_more", down: "step_challenge_less", right: "step_skill_more", left: "step_skill_less" };

/** Gives the picture of a mark: its shape and its letter. */
function markOf(at) {
  return s("svg", { class: `mark m${at}`, viewBox: "-2 -2 44 44", "aria-hidden": "true" }, s("path", { d: OUTLINES[at] }), s("text", { x: 20, y: 26.5, "font-size": 20 }, LETTERS[at]));
}

/** Gives what the parts share: what the host holds now, and what only this screen knows. */
function state(model) {
  const my = Object.assign(host(model), { draft: null, focusChoice: () => {} });
  const back = my.undo;
  my.marks = marksIn(my.options());
  my.place = (mark) => (my.draft && my.draft.mark === mark ? my.draft.place : my.value()[mark]);
  my.textOf = (mark) => (my.options().text || {})[mark];
  my.inWords = (mark) => (isPoint(my.place(mark)) ? fill(my.word("point_in_words"), { skill: my.place(mark)[0], challenge: my.place(mark)[1] }) : my.word("not_placed"));
  my.letter = (mark) => LETTERS[my.marks.indexOf(mark)];
  my.choose = (mark) => {
    my.chosen = mark || my.chosen;
    my.redraw();
  };
  my.write = (mark, place, join) => {
    my.ink.write(mark, place, join);
    my.choose(mark);
  };
  my.step = (mark, way) => my.write(mark, stepped(my.value()[mark], way), true);
  my.undo = () => {
    const path = back();
    my.choose(my.marks.find((mark) => mark === path));
  };
  my.chosen = my.marks.find((mark) => !isPoint(my.value()[mark])) || my.marks[0];
  return my;
}

/** Moves or removes a mark by key, from its pin or from its button. */
function steer(my, mark, event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (WAYS[event.key]) my.step(mark, WAYS[event.key]);
  else if (event.key === "Delete" || event.key === "Backspace") {
    my.write(mark, null);
    my.focusChoice();
  } else return;
  event.preventDefault();
  event.stopPropagation(); // in Lab an arrow leaves the cell
}

/** Gives the row of activities; the one pressed is the one the next tap places. */
function choicePart(my) {
  const names = my.marks.map((mark) => shown(my, "span", `mark_${mark}`));
  const buttons = my.marks.map((mark, at) => h("button", {
    dataset: { mark }, onclick: () => my.choose(mark), onkeydown: (event) => steer(my, mark, event), onkeyup: my.ink.rest,
  }, markOf(at), names[at].node));
  my.focusChoice = () => buttons[my.marks.indexOf(my.chosen)].focus();
  const node = h("div", { class: "choice", role: "group" }, buttons);
  const help = shown(my, "p", "map_help", { class: "help small quiet" });
  const hint = h("p", { class: "small quiet" });
  const draw = () => {
    node.setAttribute("aria-label", my.word("mark_choose"));
    help.draw();
    for (const name of names) name.draw();
    for (const one of buttons) one.setAttribute("aria-pressed", String(one.dataset.mark === my.chosen));
    hint.hidden = !say(hint, my.word(`mark_${my.chosen}_hint`)).textContent;
  };
  return { nodes: [help.node, node, hint], draw };
}

/** Gives the ground: the band, a grid of dots, and the two axes. */
function ground() {
  const steps = Array.from({ length: MOST + 1 }, (_, at) => at);
  const dots = steps.flatMap((x) => steps.map((y) => `M${x} ${-y}h0`)).join("");
  const parts = [...bandOf(0, MOST, PAD), s("path", { class: "dots", d: dots }), s("path", { class: "axes", d: `M0 ${-MOST}V0H${MOST}` })];
  return s("svg", { class: "picture", viewBox: `${-PAD} ${-MOST - PAD} ${SPAN} ${SPAN}`, "aria-hidden": "true" }, parts);
}

/** A drag moves a mark, a tap places the chosen one. Elsewhere on the map a swipe still scrolls the page. */
function listen(my, map, draw) {
  const under = (x, y) => {
    const frame = map.getBoundingClientRect();
    return pointAt(x - frame.left - map.clientLeft, y - frame.top - map.clientTop, map.clientWidth);
  };
  const move = (pin, x, y) => {
    my.chosen = pin.dataset.mark;
    my.draft = { mark: my.chosen, place: under(x, y) };
    draw();
  };
  const drop = (_, kept) => {
    const draft = my.draft;
    my.draft = null;
    if (draft && kept) my.write(draft.mark, draft.place);
    my.redraw();
  };
  const tap = (event) => {
    const pin = event.target.closest(".pin");
    // A mark still to be placed may go right beside another one, where the finger hits that one's pin.
    if (pin && (isPoint(my.value()[my.chosen]) || !event.detail)) my.choose(pin.dataset.mark);
    else my.write(my.chosen, under(event.clientX, event.clientY));
  };
  draggable(map, { pick: (target) => target.closest(".pin"), move, drop, tap });
}

function mapPart(my) {
  const [up, along] = [h("p", { class: "axis" }, icon("up"), h("span")), h("p", { class: "axis along" }, h("span"), icon("right"))];
  const near = ["flow", "anxiety", "boredom"].map((name) => h("span", { class: `near ${name}` }));
  const hands = (mark) => (my.readonly() ? {} : { onkeydown: (event) => steer(my, mark, event), onkeyup: my.ink.rest });
  const pins = my.marks.map((mark, at) => h(my.readonly() ? "span" : "button", { class: "pin", dataset: { mark }, ...hands(mark) }, markOf(at)));
  const map = h("div", { class: "map", role: "group" }, ground(), near, pins);
  const draw = () => {
    map.setAttribute("aria-label", my.word("map"));
    say(up.lastChild, my.word("axis_challenge"));
    say(along.firstChild, my.word("axis_skill"));
    near.forEach((one) => say(one, my.word(`near_${one.className.split(" ")[1]}`)));
    const side = map.clientWidth;
    const size = parseFloat(getComputedStyle(map).fontSize) * 2;
    const at = side ? standing(Object.fromEntries(my.marks.map((mark) => [mark, my.place(mark)])), side, size) : {};
    for (const node of pins) {
      const { mark } = node.dataset;
      node.hidden = !at[mark];
      node.classList.toggle("chosen", mark === my.chosen);
      if (!my.readonly()) node.setAttribute("aria-label", `${my.word(`mark_${mark}`)}: ${my.inWords(mark)}`);
      if (at[mark]) Object.assign(node.style, { left: `${at[mark][0]}px`, top: `${at[mark][1]}px` });
    }
  };
  if (!my.readonly()) listen(my, map, draw);
  return { nodes: [up, map, along], draw, stop: watch(map, draw) };
}

/** Gives undo, removal by touch, and four steps that only a screen reader's finger meets. */
function toolsPart(my) {
  const [undone, removed] = [shown(my, "span", "ui_undo"), h("span")];
  const undo = h("button", { class: "btn plain low", onclick: () => my.undo() }, icon("undo"), undone.node);
  const remove = h("button", { class: "btn plain low", onclick: () => my.write(my.chosen, null) }, icon("close"), removed);
  const steps = Object.keys(SAYING).map((way) => h("button", { class: "sr", tabindex: "-1", onclick: () => my.step(my.chosen, way) }));
  const draw = () => {
    undone.draw();
    say(removed, fill(my.word("mark_remove"), { letter: my.letter(my.chosen) }));
    Object.values(SAYING).forEach((word, at) => steps[at].setAttribute("aria-label", `${my.word(`mark_${my.chosen}`)}: ${my.word(word)}`));
    const had = [undo, remove].find((node) => node === document.activeElement);
    undo.hidden = my.options().undo === false || !my.ink.canUndo();
    remove.hidden = !isPoint(my.place(my.chosen));
    if (had && had.hidden) my.focusChoice();
  };
  return { nodes: [h("div", { class: "tools" }, undo, remove, steps)], draw };
}

/** Gives the own words of a mark that has some. */
function textsPart(my) {
  const marks = my.readonly() ? [] : my.marks.filter(my.textOf);
  const fields = marks.map((mark) => ownWords(my, my.textOf(mark), { label: my.textOf(mark), hint: `${my.textOf(mark)}_hint` }));
  return { nodes: fields.map(({ node }) => node), draw: () => fields.forEach((one) => one.draw()) };
}

/** Gives the map in words, mark by mark. */
function twinPart(my) {
  const title = h("h3");
  const rows = my.marks.map((mark, at) => {
    const [name, place, own] = [h("span"), h("dd"), h("dd", { class: "voice" })];
    return { mark, name, place, own, row: h("div", { "aria-atomic": "true" }, h("dt", {}, markOf(at), name), own, place) };
  });
  const node = h("div", my.readonly() ? { class: "twin" } : { class: "twin card sunk", "aria-live": "polite" }, title, h("dl", {}, rows.map(({ row }) => row)));
  const draw = () => {
    say(title, my.word("map_in_words"));
    for (const { mark, name, place, own, row } of rows) {
      say(name, my.word(`mark_${mark}`));
      say(place, my.inWords(mark));
      own.hidden = !say(own, my.textOf(mark) && leafAt(my.value(), my.textOf(mark))).textContent;
      row.hidden = my.readonly() && !isPoint(my.place(mark)) && own.hidden;
    }
  };
  return { node, draw };
}

function render({ model, el }) {
  const my = state(model);
  return mount({ model, el }, "flow_map", my, () => {
    my.draft = null;
    const [map, twin, texts] = [mapPart(my), twinPart(my), textsPart(my)];
    const [plot, side] = [h("div", { class: "plot" }), h("div", { class: "beside" }, texts.nodes, twin.node)];
    if (my.readonly()) {
      plot.append(...map.nodes);
      return { parts: [map, twin, standingWhole(el, 1)], nodes: [plot, side] };
    }
    const [choice, tools] = [choicePart(my), toolsPart(my)];
    plot.append(...choice.nodes, ...map.nodes, ...tools.nodes);
    return { parts: [choice, map, tools, texts, twin], nodes: [plot, side] };
  });
}

export default { render };
