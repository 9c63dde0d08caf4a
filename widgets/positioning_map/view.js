import { draggable, fill, h, host, icon, mount, ownWords, s, say, shown, watch } from "../shared/kit.js";
import {
  CROSS, DOTS, EDGE, ENDS, LETTERS, MARKS, OUTLINES, SAID, around, centres, endBox, inWords, isPlace, moved, placeAt, settled, strokes,
} from "./geometry.js";

const KEYS = { ArrowLeft: "left", ArrowRight: "right", ArrowDown: "bottom", ArrowUp: "top" };
const WIDTHS = ["10em", "7.5em", "14em"];

/** Gives the picture of a mark: shape first, then line, then colour. */
function markPicture(mark) {
  const letter = s("text", { x: 20, y: 26.5, "font-size": 20 }, LETTERS[mark]);
  return s("svg", { class: `mark ${mark}`, viewBox: "0 0 40 40", "aria-hidden": "true" }, s("path", { d: OUTLINES[mark] }), letter);
}

/** Gives what the parts share: what the host holds now, and what only this screen knows. */
function state(model) {
  const my = Object.assign(host(model), { chosen: "", draft: null, focusChoice: () => {} });
  const back = my.undo;
  my.said = (name) => (my.value().words || {})[name] || "";
  my.end = (name) => (my.value().axes || {})[name] || my.word(`axis_${name}`);
  my.place = (mark) => (my.draft && my.draft.mark === mark ? my.draft.place : my.value()[mark]);
  my.inWords = (mark) => inWords(my.value()[mark], my.end, my.words());
  my.choose = (mark) => {
    my.chosen = mark || my.chosen;
    my.redraw();
  };
  my.write = (mark, place, join) => {
    my.ink.write(mark, place, join);
    my.choose(mark);
  };
  my.step = (mark, end, times) => my.write(mark, moved(my.value()[mark], end, times), true);
  my.undo = () => {
    const path = back();
    my.choose(MARKS.find((mark) => mark === path));
  };
  my.chosen = MARKS.find((mark) => !isPlace(my.value()[mark])) || MARKS[0];
  return my;
}

/** Moves or removes a mark by key, from its pin or from its button in the row above the map. */
function steer(my, mark, event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (KEYS[event.key]) my.step(mark, KEYS[event.key], event.shiftKey ? 2 : 1);
  else if (event.key === "Delete" || event.key === "Backspace") {
    my.write(mark, null);
    my.focusChoice();
  } else return;
  event.preventDefault();
}

function choicePart(my) {
  const names = MARKS.map((mark) => shown(my, "span", `mark_${mark}`));
  const buttons = MARKS.map((mark, index) => h("button", {
    dataset: { mark }, onclick: () => my.choose(mark), onkeydown: (event) => steer(my, mark, event), onkeyup: my.ink.rest,
  }, markPicture(mark), names[index].node));
  my.focusChoice = () => buttons[MARKS.indexOf(my.chosen)].focus();
  const node = h("div", { class: "choice", role: "group" }, buttons);
  const hint = h("p", { class: "small quiet" });
  const draw = () => {
    node.setAttribute("aria-label", my.word("mark_choose") || my.word("map"));
    for (const name of names) name.draw();
    for (const one of buttons) one.setAttribute("aria-pressed", String(one.dataset.mark === my.chosen));
    const more = my.word(`mark_${my.chosen}_hint`);
    hint.hidden = !say(hint, more && `${LETTERS[my.chosen]}: ${more}`).textContent;
  };
  return { nodes: [node, hint], draw };
}

/** Gives the drawn ground: dots, axes, guides and arrows; `draw` takes centres in pixels, gives lines. */
function ground() {
  const still = s("g", {}, s("path", { class: "dots", d: DOTS }), s("path", { class: "cross", d: CROSS }));
  const kinds = { guide: "guide", given: "tie", taken: "arrow", wished: "arrow dashed", taken_head: "head", wished_head: "head" };
  const drawn = Object.entries(kinds).map(([name, kind]) => [name, s("path", { class: kind })]);
  const node = s("svg", { class: "picture", "aria-hidden": "true" }, still, drawn.map(([, path]) => path));
  const draw = (at, side, size, guided) => {
    node.setAttribute("viewBox", `0 0 ${side} ${side}`);
    still.setAttribute("transform", `scale(${side / EDGE / 2}) translate(${EDGE} ${EDGE})`);
    const { paths, lines } = strokes(at, size);
    paths.guide = guided ? `M0 ${guided[1]}H${side}M${guided[0]} 0V${side}` : "";
    for (const [name, path] of drawn) path.setAttribute("d", paths[name]);
    return lines;
  };
  return { node, draw };
}

/** Gives the words on the map; `draw` settles them where they cover no mark, and says which found room. */
function labels(my) {
  const ends = { left: h("span", { class: "end" }), right: h("span", { class: "end" }) };
  const said = Object.fromEntries(Object.keys(SAID).map((name) => [name, h("q", { class: "said voice", "aria-hidden": "true" })]));
  const sizes = (node) => WIDTHS.map((widest) => {
    node.style.maxWidth = widest;
    return [node.offsetWidth, node.offsetHeight];
  });
  const stand = (node, box) => {
    node.classList.toggle("gone", !box);
    if (!box) return;
    node.style.transform = `translate(${Math.round(box.x)}px, ${Math.round(box.y)}px)`;
    node.style.maxWidth = WIDTHS[box.rank] || "";
  };
  const draw = (at, side, size, lines) => {
    const taken = Object.values(at).map((centre) => around(centre, size));
    for (const [name, node] of Object.entries(ends)) {
      say(node, my.end(name));
      taken.push(endBox(name === "right", [node.offsetWidth, node.offsetHeight], taken, lines, side));
      stand(node, taken[taken.length - 1]);
    }
    for (const [name, node] of Object.entries(said)) say(node, my.said(name));
    const asked = Object.entries(ends.left.closest("[data-fit='narrow']") ? {} : SAID)
      .filter(([name, marks]) => my.said(name) && marks.every((mark) => at[mark]))
      .map(([name, marks]) => ({ name, sizes: sizes(said[name]), clear: name === "given" ? size / 2 : 0, line: marks.flatMap((mark) => at[mark]) }));
    const boxes = settled(asked, taken, lines, side);
    for (const [name, node] of Object.entries(said)) stand(node, boxes[name]);
    return Object.keys(SAID).filter((name) => boxes[name]).join(" ");
  };
  return { nodes: [...Object.values(ends), ...Object.values(said)], draw };
}

/** A drag moves a mark, a tap places the chosen one. Elsewhere on the map a swipe still scrolls the page. */
function listen(my, map, draw) {
  const placeUnder = (x, y) => {
    const frame = map.getBoundingClientRect();
    return placeAt(x - frame.left - map.clientLeft, y - frame.top - map.clientTop, map.clientWidth);
  };
  const move = (pin, x, y) => {
    my.chosen = pin.dataset.mark;
    my.draft = { mark: my.chosen, place: placeUnder(x, y) };
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
    if (pin && (isPlace(my.value()[my.chosen]) || !event.detail)) my.choose(pin.dataset.mark);
    else my.write(my.chosen, placeUnder(event.clientX, event.clientY));
  };
  draggable(map, { pick: (target) => target.closest(".pin"), move, drop, tap });
}

function mapPart(my) {
  const [picture, words] = [ground(), labels(my)];
  const [top, bottom] = [h("p", { class: "axis" }), h("p", { class: "axis" })];
  const hands = (mark) => (my.readonly() ? {} : { onkeydown: (event) => steer(my, mark, event), onkeyup: my.ink.rest });
  const pins = MARKS.map((mark) => h(my.readonly() ? "span" : "button", { class: "pin", dataset: { mark }, ...hands(mark) }, markPicture(mark)));
  const map = h("div", { class: "map", role: "group" }, picture.node, words.nodes, pins);
  const draw = () => {
    map.setAttribute("aria-label", my.word("map"));
    say(top, my.end("top"));
    say(bottom, my.end("bottom"));
    const side = map.clientWidth;
    if (!side) return; // not on the page yet, or on a part that is not shown
    const size = parseFloat(getComputedStyle(map).fontSize) * 2;
    const at = centres(Object.fromEntries(MARKS.map((mark) => [mark, my.place(mark)])), side, size);
    map.classList.toggle("dragging", Boolean(my.draft));
    for (const node of pins) {
      const { mark } = node.dataset;
      node.hidden = !at[mark];
      node.classList.toggle("chosen", mark === my.chosen);
      if (!my.readonly()) node.setAttribute("aria-label", `${my.word(`mark_${mark}`)}: ${my.inWords(mark)}`);
      if (at[mark]) Object.assign(node.style, { left: `${at[mark][0]}px`, top: `${at[mark][1]}px` });
    }
    const lines = picture.draw(at, side, size, my.draft && at[my.draft.mark]);
    if (!my.draft) map.parentNode.dataset.told = words.draw(at, side, size, lines); // words would jump under the finger
  };
  if (!my.readonly()) listen(my, map, draw);
  return { nodes: [top, map, bottom], draw, stop: watch(map, draw) };
}

/** Gives undo, removal by touch, and four steps that only a screen reader's finger meets. */
function toolsPart(my) {
  const [help, undone, removed] = [shown(my, "p", "map_help", { class: "help tiny hush" }), shown(my, "span", "undo"), h("span")];
  const undo = h("button", { class: "btn plain low", onclick: () => my.undo() }, icon("undo"), undone.node);
  const remove = h("button", { class: "btn plain low", onclick: () => my.write(my.chosen, null) }, icon("close"), removed);
  const steps = ENDS.map((end) => h("button", { class: "sr", tabindex: "-1", onclick: () => my.step(my.chosen, end, 1) }));
  const draw = () => {
    help.draw();
    undone.draw();
    say(removed, fill(my.word("mark_remove"), { letter: LETTERS[my.chosen] }));
    steps.forEach((node, index) => node.setAttribute("aria-label", `${my.word(`mark_${my.chosen}`)}: ${my.end(ENDS[index])}`));
    const had = [undo, remove].find((node) => node === document.activeElement);
    undo.hidden = my.options().undo === false || !my.ink.canUndo();
    remove.hidden = !isPlace(my.place(my.chosen));
    if (had && had.hidden) my.focusChoice();
  };
  return { nodes: [help.node, h("div", { class: "tools" }, undo, remove, steps)], draw };
}

function fieldsPart(my) {
  const episode = ownWords(my, "episode", { label: "episode", hint: "episode_hint" }, { long: true, limit: 160 });
  const saying = (name) => ownWords(my, `words.${name}`, { label: `said_${name}` }, { limit: 60 });
  const said = [shown(my, "h2", "said"), ...Object.keys(SAID).map(saying)];
  const end = (name) => ownWords(my, `axes.${name}`, { label: `axis_${name}`, placeholder: `axis_${name}` }, { limit: 24 });
  const axes = [shown(my, "p", "axes_note", { class: "small quiet" }), ...ENDS.map(end)];
  const more = shown(my, "span", "axes_edit");
  const nodes = (parts) => parts.map(({ node }) => node);
  return {
    episode: episode.node,
    said: h("section", { class: "card stack" }, nodes(said)),
    axes: h("details", { class: "quiet-more" }, h("summary", {}, icon("chevron"), more.node), h("div", { class: "ends" }, nodes(axes))),
    draw: () => [episode, ...said, more, ...axes].forEach((part) => part.draw()),
  };
}

/** Gives the map in words: place by place, and on a map that is only looked at also what was said. */
function twinPart(my) {
  const [title, line] = [h("h2", { class: my.readonly() && "sr" }), h("p", { class: "voice episode" })];
  const rows = MARKS.map((mark) => {
    const [name, place, quote] = [h("span"), h("dd"), h("q")];
    const said = h("dd", { class: "voice", dataset: { told: mark } }, quote);
    const row = h("div", { "aria-atomic": "true" }, h("dt", {}, markPicture(mark), name), place, said);
    return { mark, name, place, quote, said, row };
  });
  const kind = my.readonly() ? { class: "twin" } : { class: "twin card sunk", "aria-live": "polite" };
  const node = h("section", kind, title, line, h("dl", {}, rows.map(({ row }) => row)));
  const draw = () => {
    const empty = !MARKS.some((mark) => isPlace(my.value()[mark]));
    say(title, my.word(my.readonly() ? "map" : my.options().stage === "group" ? "map_in_words_group" : "map_in_words"));
    line.hidden = !my.readonly() || !say(line, my.value().episode).textContent;
    for (const { mark, name, place, quote, said, row } of rows) {
      say(name, my.word(`mark_${mark}`));
      say(place, my.inWords(mark));
      said.hidden = !my.readonly() || !say(quote, my.said(mark)).textContent;
      row.hidden = my.readonly() && !empty && !isPlace(my.value()[mark]) && said.hidden;
    }
  };
  return { node, draw };
}

function render({ model, el }) {
  const my = state(model);
  return mount({ model, el }, "positioning_map", my, () => {
    my.draft = null;
    const [map, twin] = [mapPart(my), twinPart(my)];
    const [plot, side] = [h("div", { class: "plot" }), h("div", { class: "side" }, twin.node)];
    if (my.readonly()) {
      plot.append(...map.nodes);
      return { parts: [map, twin], nodes: [plot, side] };
    }
    const [choice, tools, fields] = [choicePart(my), toolsPart(my), fieldsPart(my)];
    plot.append(fields.episode, ...choice.nodes, ...map.nodes, ...tools.nodes);
    side.prepend(fields.said, fields.axes);
    return { parts: [choice, map, tools, fields, twin], nodes: [plot, side] };
  });
}

export default { render };
