// The map itself: four named fields, the marks on them, and what lies between the marks.
import { draggable, h, s, say, watch } from "../shared/kit.js";
import { ALONG, EDGE, KINDS, arrowOf, isSpot, pixelOf, spotAt, spread, stepped } from "./geometry.js";

const DOTS = [-1, -0.75, -0.5, -0.25, 0.25, 0.5, 0.75, 1].flatMap((x, _, all) => all.map((y) => `M${x} ${y}h0`)).join("");
const LINES = `M${-EDGE} 0H${EDGE}M0 ${-EDGE}V${EDGE}`;

/** Gives the empty map: dots, the two axes, the names of the four fields and of the axes' ends. */
export function groundPart(my) {
  const svg = s("svg", { class: "paper", viewBox: `${-EDGE} ${-EDGE} ${2 * EDGE} ${2 * EDGE}`, "aria-hidden": "true" }, s("path", { class: "dots", d: DOTS }), s("path", { class: "cross", d: LINES }));
  const fields = KINDS.map((kind) => ({ kind, name: h("b"), nick: h("span") }));
  const ends = ["left", "right"].map((end) => ({ end, node: h("span", { class: `end ${end}` }) }));
  const names = fields.map(({ kind, name, nick }) => h("p", { class: `kind ${kind}` }, name, nick));
  const draw = () => {
    for (const { kind, name, nick } of fields) {
      say(name, my.word(`type_${kind}`));
      nick.hidden = !say(nick, my.word(`nickname_${kind}`)).textContent;
    }
    for (const { end, node } of ends) say(node, my.word(`axis_${end}`));
  };
  return { nodes: [svg, ...names, ...ends.map((one) => one.node)], draw };
}

/** Gives the marks to be drawn: {id, n, at: place, is: "asked" | "heard", own}; others' only when they are shown. */
export function marksOf(my) {
  if (!my.isShown()) return my.items().filter((one) => isSpot(my.spot(one.id))).map((one) => ({ id: one.id, n: one.n, at: my.spot(one.id), is: my.layer(), own: true }));
  return my.items().flatMap(({ id, n, from, tos }) => [
    ...(isSpot(from) ? [{ id, n, at: from, is: "asked", own: true }] : []),
    ...(my.view === "path" ? [] : tos.map((at) => ({ id, n, at, is: "heard", own: false }))),
  ]);
}

function pin(my, mark) {
  const tag = mark.own && !my.readonly() ? "button" : "span";
  const node = h(tag, { class: `pin ${mark.is}`, dataset: { id: mark.id } }, h("span", { class: "mark num" }, String(mark.n)));
  if (tag === "button") {
    node.addEventListener("keydown", (event) => steer(my, mark.id, event));
    node.addEventListener("keyup", my.ink.rest);
  } else node.setAttribute("aria-hidden", "true");
  return node;
}

/** Moves a mark by the arrow keys; held down, it is one step of undo. */
export function steer(my, id, event) {
  if (!ALONG[event.key] || my.isShown() || event.altKey) return;
  event.preventDefault();
  my.chosen = id;
  my.place(id, stepped(my.spot(id), event.key), true);
}

function listen(my, map, draw) {
  const under = (x, y) => {
    const frame = map.getBoundingClientRect();
    return spotAt(x - frame.left - map.clientLeft, y - frame.top - map.clientTop, map.clientWidth);
  };
  const move = (node, x, y) => {
    my.chosen = node.dataset.id;
    my.draft = { id: my.chosen, at: under(x, y) };
    draw();
  };
  const drop = (_, kept) => {
    const { draft } = my;
    my.draft = null;
    if (draft && kept) my.place(draft.id, draft.at);
    my.redraw();
  };
  const tap = (event) => {
    const node = event.target.closest("button.pin");
    // A mark still to be placed may go right beside another one, where the finger hits that one's pin.
    if (node && (my.isShown() || isSpot(my.spot(my.chosen)) || !event.detail)) my.choose(node.dataset.id);
    else if (!my.isShown() && my.chosen) my.place(my.chosen, under(event.clientX, event.clientY));
  };
  draggable(map, { pick: (target) => (my.isShown() ? null : target.closest("button.pin")), move, drop, tap });
}

/** Gives the map: its pins are kept by what they are, so that focus stays while others draw. */
export function mapPart(my) {
  const ground = groundPart(my);
  const [top, bottom] = [h("p", { class: "axis" }), h("p", { class: "axis" })];
  const between = s("svg", { class: "between", "aria-hidden": "true" });
  const map = h("div", { class: "map", role: "group" }, ground.nodes, between);
  const pins = new Map();
  const spans = (marks, at) => {
    const head = parseFloat(getComputedStyle(map).fontSize) * 0.55;
    const link = (a, b, name) => {
      const found = arrowOf(at[a], at[b], marks[a].r, marks[b].r, head);
      return found ? [s("path", { class: `link ${name}`, d: found.line }), s("path", { class: `tip ${name}`, d: found.head })] : [];
    };
    if (my.isPath()) {
      const asked = marks.map((one, i) => [one, i]).filter(([one]) => one.is === "asked").map(([, i]) => i);
      return asked.slice(1).flatMap((i, k) => link(asked[k], i, "path"));
    }
    return marks.flatMap((one, i) => {
      const from = one.is === "heard" ? marks.findIndex((other) => other.id === one.id && other.is === "asked") : -1;
      return from < 0 ? [] : link(from, i, one.id === my.chosen ? "lit" : "");
    });
  };
  const draw = () => {
    ground.draw();
    map.setAttribute("aria-label", my.word("map"));
    say(top, my.word("axis_top"));
    say(bottom, my.word("axis_bottom"));
    const side = map.clientWidth;
    if (!side) return; // not on the page yet
    const em = parseFloat(getComputedStyle(map).fontSize);
    const marks = marksOf(my).map((one) => ({ ...one, r: one.own ? em : em * 0.8 }));
    const keys = marks.map((one, i) => [one.id, one.is, one.own ? "" : i, one.n].join());
    for (const [key, node] of [...pins]) if (!keys.includes(key)) (pins.delete(key), node.remove());
    const at = spread(marks.map((one) => ({ at: pixelOf(one.at, side), r: one.r })), side);
    marks.forEach((one, i) => {
      if (!pins.has(keys[i])) pins.set(keys[i], map.appendChild(pin(my, one)));
      const node = pins.get(keys[i]);
      node.classList.toggle("chosen", one.id === my.chosen);
      node.classList.toggle("small", !one.own);
      if (node.tagName === "BUTTON") node.setAttribute("aria-label", my.told(one.id));
      Object.assign(node.style, { left: `${at[i][0]}px`, top: `${at[i][1]}px` });
    });
    between.setAttribute("viewBox", `0 0 ${side} ${side}`);
    between.replaceChildren(...spans(marks, at));
  };
  if (!my.readonly()) listen(my, map, draw);
  return { node: h("div", { class: "plot" }, top, map, bottom), draw, stop: watch(map, draw) };
}
