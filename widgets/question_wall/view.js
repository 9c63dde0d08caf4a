import { dealt } from "../loop_wall/geometry.js";
import { arrowOf, pixelOf, spread } from "../question_map/geometry.js";
import { groundPart } from "../question_map/ground.js";
import { badgeOf } from "../quotes/geometry.js";
import { fill, h, host, icon, mount, s, say, watch } from "../shared/kit.js";
import { isOnScreen } from "../shared/standing.js";
import { fanned, strokeFor, walked, waysOf } from "./geometry.js";

const UNIT = 1000; // a map's side in its own drawing
const MANY = 60; // arrows from which on one looks at where they gather

function signOf(its, table) {
  const { colour, hollow, d, y } = badgeOf(table);
  const shape = s("path", { class: hollow ? "shape hollow" : "shape", d, "stroke-linejoin": "round" });
  const picture = s("svg", { viewBox: "-1 -1 26 26", "aria-hidden": "true" }, shape, s("text", { x: 12, y }, table));
  return h("h3", { class: `badge g${colour}` }, picture, h("span", { class: "name" }, fill(its.word("plenary_group"), { n: table })));
}

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
  return h("li", { class: "group" }, signOf(its, table), svg, h("p", { class: "sr" }, order.map((kind) => its.word(kind)).join(" → ")));
}

function headPart(its) {
  const [count, title, empty] = [h("p", { class: "eyebrow" }), h("h2"), h("div", { class: "empty" })];
  const draw = () => {
    const none = !walked(its.value()).length;
    count.hidden = !say(count, its.options().eyebrow).textContent;
    say(title, its.options().heading);
    empty.hidden = !none;
    empty.replaceChildren(...(none ? its.options().empty || [] : []).map((sentence) => h("p", { class: "lead" }, sentence)));
  };
  return { node: h("div", { class: "heads" }, count, title), empty, draw };
}

/** Gives the groups' ways: on the big screen a page at a time, elsewhere all of them. */
function pathsPart(its, el) {
  const [title, list, where] = [h("h3"), h("ul", { class: "paths" }), h("span", { class: "num", role: "status" })];
  const button = (name, step) => h("button", { class: `btn square plain ${name}`, onclick: () => turn(step) }, icon("chevron"));
  const [back, on] = [button("back", -1), button("on", 1)];
  const pager = h("div", { class: "pages" }, back, where, on);
  const node = h("div", { class: "orders" }, h("div", { class: "row between" }, title, pager), list);
  let [page, pages] = [0, []];
  const draw = () => {
    pages = isOnScreen() ? dealt(walked(its.value())) : [walked(its.value())];
    page = Math.min(page, Math.max(pages.length - 1, 0));
    const here = pages[page] || [];
    say(title, its.word("view_path"));
    list.dataset.count = String(here.length);
    list.replaceChildren(...here.map((one) => pathOf(its, one)));
    pager.hidden = pages.length < 2;
    say(where, fill(its.word("plenary_page"), { n: page + 1, m: pages.length }));
    for (const [one, word] of [[back, "plenary_page_back"], [on, "plenary_page_on"]]) one.setAttribute("aria-label", its.word(word));
  };
  function turn(step) {
    page = (page + step + pages.length) % pages.length;
    draw();
  }
  const keys = (event) => {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    if (!step || !pages[page + step] || !isOnScreen() || !el.offsetHeight) return; // beyond its ends the block's next screen comes
    event.preventDefault();
    turn(step);
  };
  el.addEventListener("keydown", keys);
  return { node, draw, stop: () => el.removeEventListener("keydown", keys) };
}

/** Gives the maps the room there is: the large one as high as the big screen, the small ones beside it. */
function roomPart(its, el, plots) {
  const draw = () => {
    el.classList.toggle("wall", isOnScreen());
    el.classList.toggle("none", !walked(its.value()).length);
    plots.hidden = !walked(its.value()).length;
    if (!isOnScreen() || plots.hidden) return;
    const frame = el.closest("main") || document.body;
    const { paddingTop, paddingBottom } = getComputedStyle(frame);
    const over = frame.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom) - (el.offsetHeight - plots.offsetHeight);
    plots.style.setProperty("--room", `${Math.max(0, Math.floor(over))}px`);
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
    const [head, pairs, paths] = [headPart(its), pairsPart(its), pathsPart(its, el)];
    const plots = h("div", { class: "plots" }, pairs.node, paths.node);
    return { parts: [head, pairs, paths, roomPart(its, el, plots)], nodes: [head.node, head.empty, plots] };
  });
}

export default { render };
