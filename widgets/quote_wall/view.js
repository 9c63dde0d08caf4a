import { h, host, mount, watch } from "../shared/kit.js";
import { isOnScreen } from "../shared/standing.js";
import { roomFor, wallHead, wallPages } from "../shared/onwall.js";
import { FEW, columnsOf, pagesOf } from "./geometry.js";

const TURN = 20000; // ms a page stays before the next one comes
const WIDEST = { narrow: 1, middle: 2, wide: 3 };

const linesOf = (its) => its.value().lines || [];

/** Gives the lines: one list for the ear, dealt into columns for the eye. */
function wallPart(its, el) {
  const wall = h("div", { class: "columns", role: "list" });
  const nodes = new Map(); // a line that stays keeps its node; two alike have one each
  let known = null;
  const keys = () => linesOf(its).map((text, i, all) => `${all.slice(0, i).filter((one) => one === text).length} ${text}`);
  const made = (key) => nodes.get(key) || nodes.set(key, h("p", { class: "line voice", role: "listitem" }, key.slice(key.indexOf(" ") + 1))).get(key);
  const rows = () => keys().map(made);

  function room() {
    if (!isOnScreen()) return Infinity;
    return roomFor(el, wall) - parseFloat(getComputedStyle(wall).paddingBottom);
  }

  /** Measures every line at the width of a column and gives the pages. */
  function measured() {
    const all = rows();
    const columns = columnsOf(all.length, WIDEST[el.dataset.fit] || 3);
    el.classList.toggle("few", all.length <= FEW);
    wall.style.setProperty("--columns", columns);
    wall.replaceChildren(h("div", { class: "column" }, all));
    const heights = all.map((node) => node.offsetHeight);
    wall.replaceChildren();
    return isOnScreen() ? pagesOf(heights, columns, room()) : [pagesOf(heights, columns, Infinity).flatMap((page) => page)];
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
  let pages = [[]];
  const pager = wallPages(its, el, show, TURN);

  function show() {
    wall.show(pages[pager.at()]);
  }
  const draw = () => {
    pager.node.hidden = linesOf(its).length <= FEW; // its height counts while the lines are measured
    pages = wall.measured();
    pager.draw(pages.length);
    show();
  };
  let width = 0;
  const rest = watch(el, () => {
    if (el.clientWidth === width) return;
    width = el.clientWidth;
    draw();
  });
  window.addEventListener("resize", draw);
  const stop = () => {
    pager.stop();
    rest();
    window.removeEventListener("resize", draw);
  };
  return { node: pager.node, draw, stop };
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "quote_wall", its, () => {
    const [head, wall] = [wallHead(its, el, () => !linesOf(its).length), wallPart(its, el)];
    const pages = pagesPart(its, el, wall);
    return { parts: [head, wall, pages], nodes: [h("div", { class: "wall-head" }, head.node, pages.node), head.empty, wall.node] };
  });
}

export default { render };
