import { dealt } from "../loop_wall/geometry.js";
import { arrowOf, pixelOf, spread } from "../question_map/geometry.js";
import { groundPart } from "../question_map/ground.js";
import { h, host, icon, mount, s, say, watch } from "../shared/kit.js";
import { isOnScreen } from "../shared/standing.js";
import { groupSign, roomFor, wallHead, wallPages } from "../shared/onwall.js";
import { fanned, strokeFor, walked, waysOf } from "./geometry.js";

const UNIT = 1000; // a map's side in its own drawing
const MANY = 60; // arrows from which on one looks at where they gather

/** Gives an arrow without words; a mark that was heard where it was asked is a ring with its dot. */
function drawn(pair, width) {
  const [from, to] = [pair.from, pair.to].map((place) => pixelOf(place, UNIT));
  const r = width * 1.5 + 3;
  const start = s("circle", { class: "dot", cx: from[0], cy: from[1], r });
  const found = pair.stays ? null : arrowOf(from, to, r, 0, width * 3.4);
  if (!found) return [s("circle", { class: "ring", cx: to[0], cy: to[1], r: r * 2.1, "stroke-width": width * 0.8 }), start];
  return [s("path", { class: "way", d: found.line, "stroke-width": width }), s("path", { class: "tip", d: found.head }), start];
}

/** Gives the large map with every group's marks, and the same counted in words for a screen reader. */
function pairsPart(its) {
  const ground = groundPart(its);
  const arrows = s("svg", { class: "over-map", viewBox: `0 0 ${UNIT} ${UNIT}`, "aria-hidden": "true" });
  const [title, top, bottom, told] = [h("h3", {}), h("p", { class: "axis" }), h("p", { class: "axis" }), h("ul", { class: "sr" })];
  const [asked, heard] = [h("span"), h("span")];
  const key = h("p", { class: "key" }, h("i", { class: "asked", "aria-hidden": "true" }), asked, icon("right"), heard);
  const node = h("div", { class: "pairs" }, title, top, h("div", { class: "map" }, ground.nodes, arrows), bottom, key, told);
  const draw = () => {
    const pairs = its.value().pairs || [];
    ground.draw();
    for (const [part, word] of [[title, "view_pairs"], [top, "axis_top"], [bottom, "axis_bottom"], [asked, "asked"], [heard, "heard"]]) say(part, its.word(word));
    const width = strokeFor(pairs.length);
    arrows.classList.toggle("many", pairs.length > MANY);
    arrows.replaceChildren(...fanned(pairs).flatMap((pair) => drawn(pair, width)));
    told.replaceChildren(...waysOf(pairs).map(([from, to, n]) => h("li", {}, `${its.word(from)} → ${its.word(to)}: ${n}`)));
  };
  return { node, draw };
}

/** Gives one group's way: numbered marks in the order they were asked, small, without words. */
function pathOf(its, { table, path, order }) {
  const r = path.length > 8 ? 52 : 62;
  const at = spread(path.map((place) => ({ at: pixelOf(place, UNIT), r })), UNIT, 1);
  const links = at.slice(1).map((to, i) => arrowOf(at[i], to, r, r, 44)).filter(Boolean);
  const lines = links.flatMap(({ line, head }) => [s("path", { class: "way", d: line }), s("path", { class: "tip", d: head })]);
  const marks = at.flatMap(([x, y], i) => [s("circle", { class: "dot", cx: x, cy: y, r }), s("text", { x, y: y + r * 0.36, "font-size": r * 1.06 }, String(i + 1))]);
  const middle = UNIT / 2;
  const cross = s("path", { class: "cross", d: `M0 ${middle}H${UNIT}M${middle} 0V${UNIT}` });
  const svg = s("svg", { class: "small-map", viewBox: `0 0 ${UNIT} ${UNIT}`, "aria-hidden": "true" }, cross, lines, marks);
  return h("li", { class: "group" }, groupSign(its, table), svg, h("p", { class: "sr" }, order.map((kind) => its.word(kind)).join(" → ")));
}

/** Gives the groups' ways: on the big screen a page at a time, elsewhere all of them. */
function pathsPart(its, el) {
  const [title, list] = [h("h3"), h("ul", { class: "paths" })];
  const pager = wallPages(its, el, () => draw());
  const node = h("div", { class: "orders" }, h("div", { class: "row between" }, title, pager.node), list);
  const draw = () => {
    const pages = isOnScreen() ? dealt(walked(its.value())) : [walked(its.value())];
    pager.draw(pages.length);
    const here = pages[pager.at()] || [];
    say(title, its.word("view_path"));
    list.dataset.count = String(here.length);
    list.replaceChildren(...here.map((one) => pathOf(its, one)));
  };
  return { node, draw, stop: pager.stop };
}

/** Gives the maps the room there is: the large one as high as the big screen, the small ones beside it. */
function roomPart(its, el, plots) {
  const draw = () => {
    plots.hidden = !walked(its.value()).length;
    if (!isOnScreen() || plots.hidden) return;
    plots.style.setProperty("--room", `${Math.max(0, Math.floor(roomFor(el, plots)))}px`);
  };
  window.addEventListener("resize", draw);
  const rest = watch(el, draw);
  const stop = () => {
    rest();
    window.removeEventListener("resize", draw);
  };
  return { draw, stop };
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "question_wall", its, () => {
    const [head, pairs, paths] = [wallHead(its, el, () => !walked(its.value()).length), pairsPart(its), pathsPart(its, el)];
    const plots = h("div", { class: "plots" }, pairs.node, paths.node);
    return { parts: [head, pairs, paths, roomPart(its, el, plots)], nodes: [head.node, head.empty, plots] };
  });
}

export default { render };
