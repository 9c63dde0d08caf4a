import { h, host, mount, watch } from "../shared/kit.js";
import { isOnScreen } from "../shared/standing.js";
import { groupSign, roomFor, wallHead, wallPages } from "../shared/onwall.js";
import { columnsOf, isCounted, mostOf, textsOf, tintOf } from "./geometry.js";

const tablesOf = (its) => its.value().tables || [];
const cellsOf = (its) => its.value().cells || [];

function headsOf(its) {
  const { across = [] } = its.value();
  return across.length ? across.map((key) => its.word(key)) : tablesOf(its).map((table) => groupSign(its, table, "span"));
}

/** Gives a cell: a count is tinted by its size and says its number, a text is somebody's own words. */
function cellOf(cell, most) {
  if (typeof cell !== "number") return h("td", { class: "voice" }, cell || "");
  return h("td", { class: "count num", dataset: { tint: tintOf(cell, most) } }, h("span", {}, String(cell)));
}

function whole(its) {
  const { down = [] } = its.value();
  const cells = cellsOf(its);
  const most = mostOf(cells);
  const heads = headsOf(its);
  const [rowsAre, columnsAre] = [its.word("plenary_down"), its.word("plenary_across")];
  const above = columnsAre ? h("tr", { class: "axis" }, h("td"), h("th", { scope: "colgroup", colspan: heads.length }, columnsAre)) : null;
  const head = h("tr", {}, h(rowsAre ? "th" : "td", { class: "corner", scope: rowsAre && "col" }, rowsAre), heads.map((one) => h("th", { scope: "col" }, one)));
  const rows = down.map((key, at) => h("tr", {}, h("th", { scope: "row" }, its.word(key)), (cells[at] || []).map((cell) => cellOf(cell, most))));
  return h("table", { class: isCounted(cells) ? "counts" : "texts" }, h("thead", {}, above, head), h("tbody", {}, rows));
}

/** Gives the texts of one row alone, each under its group's sign. */
function oneRow(its, at) {
  const texts = textsOf(cellsOf(its)[at] || [], tablesOf(its));
  const cards = texts.map(([table, text]) => h("li", {}, groupSign(its, table, "span"), h("p", { class: "voice" }, text)));
  const list = cards.length ? h("ul", {}, cards) : h("p", { class: "quiet lead" }, its.word("matrix_nobody") || "–");
  if (cards.length) list.style.setProperty("--columns", String(columnsOf(cards.length)));
  return h("div", { class: "alone" }, h("h3", {}, its.word((its.value().down || [])[at])), list);
}

/** Gives the pages: the whole where it fits, else on the big screen one row after the other. */
function pagesPart(its, el) {
  const plots = h("div", { class: "plots", role: "group", tabindex: "0" }); // a narrow one scrolls sideways, by keys as well
  const pager = wallPages(its, el, show);
  let [pages, shown] = [[], ""];

  const room = () => roomFor(el, plots) - parseFloat(getComputedStyle(plots).paddingBottom); // the wall's own buttons lie there
  /** Takes the whole, or row by row when the big screen cannot hold it; counts get closer instead. */
  function fitted() {
    const all = whole(its);
    plots.replaceChildren(all);
    delete el.dataset.tight;
    pages = [all];
    if (!isOnScreen() || !all.offsetHeight) return;
    const spills = () => all.offsetHeight > room() || all.scrollWidth > el.clientWidth;
    for (const step of ["1", "2"]) if (spills()) el.dataset.tight = step;
    if (!spills() || isCounted(cellsOf(its))) return;
    delete el.dataset.tight;
    pages = (its.value().down || []).map((_, at) => oneRow(its, at));
    plots.replaceChildren(...pages);
  }
  function show() {
    pager.draw(pages.length);
    pages.forEach((one, at) => (one.hidden = isOnScreen() && at !== pager.at()));
  }
  const draw = () => {
    const none = (its.options().empty || []).length > 0;
    plots.hidden = none;
    plots.setAttribute("aria-label", its.options().heading || "");
    const now = JSON.stringify([its.value(), its.words(), none]);
    if (now !== shown) {
      shown = now;
      if (none) pages = [];
      else fitted();
    }
    show();
  };
  const refit = () => {
    shown = "";
    draw();
  };
  let wide = 0;
  const rest = watch(el, () => {
    if (el.clientWidth === wide) return; // only a new width, or the fonts, can change what fits
    wide = el.clientWidth;
    refit();
  });
  window.addEventListener("resize", refit);
  const stop = () => {
    rest();
    pager.stop();
    window.removeEventListener("resize", refit);
  };
  return { node: pager.node, plots, draw, stop };
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "matrix", its, () => {
    const [head, pages] = [wallHead(its, el), pagesPart(its, el)];
    return { parts: [head, pages], nodes: [h("div", { class: "wall-head" }, head.node, pages.node), head.empty, pages.plots] };
  });
}

export default { render };
