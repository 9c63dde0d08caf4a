import { badgeOf } from "../quotes/geometry.js";
import { fill, h, host, icon, mount, s, say, watch } from "../shared/kit.js";
import { columnsOf, isCounted, mostOf, textsOf, tintOf } from "./geometry.js";

const onScreen = () => document.documentElement.dataset.surface === "screen";
const tablesOf = (its) => its.value().tables || [];
const cellsOf = (its) => its.value().cells || [];

function sign(its, table) {
  const { colour, hollow, d, y } = badgeOf(table);
  const shape = s("path", { class: hollow ? "shape hollow" : "shape", d, "stroke-linejoin": "round" });
  const picture = s("svg", { viewBox: "-1 -1 26 26", "aria-hidden": "true" }, shape, s("text", { x: 12, y }, table));
  return h("span", { class: `badge g${colour}` }, picture, h("span", { class: "name" }, fill(its.word("plenary_group"), { n: table })));
}

function headsOf(its) {
  const { across = [] } = its.value();
  return across.length ? across.map((key) => its.word(key)) : tablesOf(its).map((table) => sign(its, table));
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
  const cards = texts.map(([table, text]) => h("li", {}, sign(its, table), h("p", { class: "voice" }, text)));
  const list = cards.length ? h("ul", {}, cards) : h("p", { class: "quiet lead" }, its.word("matrix_nobody") || "–");
  if (cards.length) list.style.setProperty("--columns", String(columnsOf(cards.length)));
  return h("div", { class: "alone" }, h("h3", {}, its.word((its.value().down || [])[at])), list);
}

function headPart(its) {
  const [count, title, empty] = [h("p", { class: "eyebrow" }), h("h2"), h("div", { class: "empty" })];
  const draw = () => {
    count.hidden = !say(count, its.options().eyebrow).textContent;
    say(title, its.options().heading);
    const none = (its.options().empty || []).length > 0;
    empty.hidden = !none;
    empty.replaceChildren(...(none ? its.options().empty.map((one) => h("p", { class: "lead" }, one)) : []));
  };
  return { node: h("div", { class: "heads" }, count, title), empty, draw };
}

/** Gives the pages: the whole where it fits, else on the big screen one row after the other. */
function pagesPart(its, el) {
  const plots = h("div", { class: "plots", role: "group", tabindex: "0" }); // a narrow one scrolls sideways, by keys as well
  const where = h("span", { class: "num", role: "status" });
  const button = (name, step) => h("button", { class: `btn square plain ${name}`, onclick: () => turn(step) }, icon("chevron"));
  const [back, on] = [button("back", -1), button("on", 1)];
  const node = h("div", { class: "pages" }, back, where, on);
  let [page, pages, shown] = [0, [], ""];

  function room() {
    const frame = el.closest("main") || document.body;
    const { paddingTop, paddingBottom } = getComputedStyle(frame);
    const below = parseFloat(getComputedStyle(plots).paddingBottom); // the wall's own buttons lie there
    return frame.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom) - (el.offsetHeight - plots.offsetHeight) - below;
  }
  /** Takes the whole, or row by row when the big screen cannot hold it; counts get closer instead. */
  function fitted() {
    const all = whole(its);
    plots.replaceChildren(all);
    delete el.dataset.tight;
    pages = [all];
    if (!onScreen() || !all.offsetHeight) return;
    const spills = () => all.offsetHeight > room() || all.scrollWidth > el.clientWidth;
    for (const step of ["1", "2"]) if (spills()) el.dataset.tight = step;
    if (!spills() || isCounted(cellsOf(its))) return;
    delete el.dataset.tight;
    pages = (its.value().down || []).map((_, at) => oneRow(its, at));
    plots.replaceChildren(...pages);
  }
  function show() {
    page = Math.min(page, Math.max(pages.length - 1, 0));
    pages.forEach((one, at) => (one.hidden = onScreen() && at !== page));
    node.hidden = !onScreen() || pages.length < 2;
    say(where, fill(its.word("plenary_page"), { n: page + 1, m: pages.length }));
  }
  function turn(step) {
    page = (page + step + pages.length) % pages.length;
    show();
  }
  const draw = () => {
    const none = (its.options().empty || []).length > 0;
    back.setAttribute("aria-label", its.word("plenary_page_back"));
    on.setAttribute("aria-label", its.word("plenary_page_on"));
    el.classList.toggle("wall", onScreen());
    el.classList.toggle("none", none);
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
  const keys = (event) => {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    const there = page + step >= 0 && page + step < pages.length;
    if (!step || !there || !onScreen() || !el.offsetHeight) return; // beyond its ends the block's next screen comes
    event.preventDefault();
    turn(step);
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
  el.addEventListener("keydown", keys);
  window.addEventListener("resize", refit);
  const stop = () => {
    rest();
    el.removeEventListener("keydown", keys);
    window.removeEventListener("resize", refit);
  };
  return { node, plots, draw, stop };
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "matrix", its, () => {
    const [head, pages] = [headPart(its), pagesPart(its, el)];
    return { parts: [head, pages], nodes: [h("div", { class: "over" }, head.node, pages.node), head.empty, pages.plots] };
  });
}

export default { render };
