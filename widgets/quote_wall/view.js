import { fill, h, host, icon, mount, say, watch } from "../shared/kit.js";
import { FEW, columnsOf, pagesOf } from "./geometry.js";

const TURN = 20000; // ms a page stays before the next one comes
const WIDEST = { narrow: 1, middle: 2, wide: 3 };

const linesOf = (its) => its.value().lines || [];
const onScreen = () => document.documentElement.dataset.surface === "screen";

function headPart(its) {
  const [count, title] = [h("p", { class: "eyebrow" }), h("h2")];
  const empty = h("div", { class: "empty" });
  const draw = () => {
    say(count, its.options().eyebrow);
    count.hidden = !count.textContent;
    say(title, its.options().heading);
    empty.hidden = linesOf(its).length > 0;
    empty.replaceChildren(...(its.options().empty || []).map((sentence) => h("p", { class: "lead" }, sentence)));
  };
  return { node: h("div", { class: "heads" }, count, title), empty, draw };
}

/** Gives the lines: one list for the ear, dealt into columns for the eye. */
function wallPart(its, el) {
  const wall = h("div", { class: "columns", role: "list" });
  const nodes = new Map(); // a line that stays keeps its node; two alike have one each
  let known = null;
  const keys = () => linesOf(its).map((text, i, all) => `${all.slice(0, i).filter((one) => one === text).length} ${text}`);
  const made = (key) => nodes.get(key) || nodes.set(key, h("p", { class: "line voice", role: "listitem" }, key.slice(key.indexOf(" ") + 1))).get(key);
  const rows = () => keys().map(made);

  function room() {
    if (!onScreen()) return Infinity;
    const frame = el.closest("main") || document.body;
    const { paddingTop, paddingBottom } = getComputedStyle(frame);
    const around = parseFloat(paddingTop) + parseFloat(paddingBottom) + parseFloat(getComputedStyle(wall).paddingBottom);
    return frame.clientHeight - around - (el.offsetHeight - wall.offsetHeight);
  }

  /** Measures every line at the width of a column and gives the pages. */
  function measured() {
    const all = rows();
    const columns = columnsOf(all.length, WIDEST[el.dataset.fit] || 3);
    el.classList.toggle("wall", onScreen());
    el.classList.toggle("few", all.length <= FEW);
    el.classList.toggle("none", !all.length);
    wall.style.setProperty("--columns", columns);
    wall.replaceChildren(h("div", { class: "column" }, all));
    const heights = all.map((node) => node.offsetHeight);
    wall.replaceChildren();
    return onScreen() ? pagesOf(heights, columns, room()) : [pagesOf(heights, columns, Infinity).flatMap((page) => page)];
  }

  function show(page) {
    const all = rows();
    const fresh = (node) => known && !known.has(node);
    for (const node of all) node.classList.toggle("arriving", Boolean(fresh(node)));
    known = new Set(all);
    wall.replaceChildren(...page.map((column) => h("div", { class: "column", role: "presentation" }, column.map((i) => all[i]))));
  }
  const draw = () => {
    const here = new Set(keys());
    for (const key of nodes.keys()) if (!here.has(key)) nodes.delete(key);
    wall.hidden = !linesOf(its).length;
    wall.setAttribute("aria-label", its.options().heading || "");
  };
  return { node: wall, measured, show, draw };
}

/** Gives the pages: what does not fit waits for its turn. */
function pagesPart(its, el, wall) {
  const where = h("span", { class: "num", role: "status" });
  const button = (name, step) => h("button", { class: `btn square plain ${name}`, onclick: () => turn(step, true) }, icon("chevron"));
  const [back, on] = [button("back", -1), button("on", 1)];
  const stay = h("button", { class: "btn plain low", onclick: () => hold(!held) }, h("span"));
  const node = h("div", { class: "pages" }, back, where, on, stay);
  let [page, pages, held] = [0, [[]], false];

  function show() {
    page = Math.min(page, pages.length - 1);
    wall.show(pages[page]);
    node.hidden = pages.length < 2;
    say(where, fill(its.word("plenary_page"), { n: page + 1, m: pages.length }));
  }
  function hold(wanted) {
    held = wanted;
    stay.setAttribute("aria-pressed", String(held));
  }
  function turn(step, byHand) {
    if (byHand) hold(true);
    page = (page + step + pages.length) % pages.length;
    show();
  }
  const draw = () => {
    back.setAttribute("aria-label", its.word("plenary_page_back"));
    on.setAttribute("aria-label", its.word("plenary_page_on"));
    say(stay.firstChild, its.word("plenary_page_stay"));
    hold(held);
    node.hidden = linesOf(its).length <= FEW; // its height counts while the lines are measured
    pages = wall.measured();
    show();
  };
  const clock = setInterval(() => !held && pages.length > 1 && turn(1, false), TURN);
  const keys = (event) => {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    if (!step || pages.length < 2) return;
    event.preventDefault();
    turn(step, true);
  };
  let width = 0;
  const rest = watch(el, () => {
    if (el.clientWidth === width) return;
    width = el.clientWidth;
    draw();
  });
  el.addEventListener("keydown", keys);
  window.addEventListener("resize", draw);
  const stop = () => {
    clearInterval(clock);
    rest();
    el.removeEventListener("keydown", keys);
    window.removeEventListener("resize", draw);
  };
  return { node, draw, stop };
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "quote_wall", its, () => {
    const [head, wall] = [headPart(its), wallPart(its, el)];
    const pages = pagesPart(its, el, wall);
    return { parts: [head, wall, pages], nodes: [h("div", { class: "over" }, head.node, pages.node), head.empty, wall.node] };
  });
}

export default { render };
