import { h, host, mount, say } from "../shared/kit.js";
import { isOnScreen } from "../shared/standing.js";
import { groupSign, roomFor, wallPages } from "../shared/onwall.js";
import { inQuotes, pagesOf } from "./geometry.js";

const TURN = 20000; // ms a page stays before the next one comes
const FEW = 5; // rows that may stand in large type
const CLOSE = 4; // columns from which on a long word has no room in it

const groupsOf = (its) => its.value().groups || [];

function headPart(its) {
  const node = h("h2");
  const draw = () => {
    const [first] = groupsOf(its);
    if (its.options().one) node.replaceChildren(...(first ? [groupSign(its, first.table, "span")] : []));
    else say(node, its.options().heading);
    node.hidden = !node.firstChild;
  };
  return { node, draw };
}

/** Gives the table; `rows()` are its lines as they stand, each with its group. */
function tablePart(its, el) {
  const empty = h("div", { class: "empty" }, h("p", { class: "lead" }));
  const head = h("tr", { role: "row" });
  const body = h("tbody", { role: "rowgroup" });
  const node = h("table", { role: "table" }, h("thead", { role: "rowgroup" }, head), body);
  let known = null;
  const cell = (heads, locale) => (text, i) => h("td", { class: "voice", role: "cell", dataset: { head: heads[i] || "" } }, i ? text : inQuotes(text, locale));
  const line = (table, texts, heads, fresh) => h("tr", { role: "row", dataset: { group: table }, class: fresh && "arriving" }, h("th", { scope: "row", role: "rowheader" }, groupSign(its, table, "span")), texts.map(cell(heads, its.options().locale)));
  const draw = () => {
    const { heads = [], heading = "" } = its.options();
    const lines = its.options().one ? [] : groupsOf(its).flatMap(({ table, rows }) => rows.map((texts) => ({ table, texts, key: JSON.stringify([table, texts]) })));
    const sign = JSON.stringify([heads, its.options().locale, its.word("plenary_group"), lines.map(({ key }) => key)]);
    say(empty.firstChild, its.options().empty);
    empty.hidden = its.options().one || lines.length > 0;
    node.hidden = !lines.length;
    el.classList.toggle("none", !empty.hidden);
    node.setAttribute("aria-label", heading);
    if (known && known.sign === sign) return;
    const fresh = ({ key }) => known && !known.keys.has(key);
    head.replaceChildren(h("th", { scope: "col", role: "columnheader" }, h("span", { class: "sr" }, its.word("ui_group"))), ...heads.map((text) => h("th", { scope: "col", role: "columnheader" }, text)));
    body.replaceChildren(...lines.map((one) => line(one.table, one.texts, heads, fresh(one))));
    known = { sign, keys: new Set(lines.map(({ key }) => key)) };
  };
  return { node, empty, body, rows: () => [...body.children], columns: () => head.children.length - 1, draw };
}

/** Gives the pages: on the big screen what does not fit waits for its turn. */
function pagesPart(its, el, table) {
  let pages = [[]];
  const pager = wallPages(its, el, show, TURN);

  /** Measures the rows and gives the pages; the large type is only for what then still is one page. */
  function measured() {
    const rows = table.rows();
    el.classList.toggle("wall", isOnScreen());
    for (const row of rows) row.hidden = false;
    if (!isOnScreen() || !table.node.offsetHeight) return [rows.map((_, i) => i)];
    const dealt = () => pagesOf(rows.map((row) => ({ height: row.offsetHeight, group: row.dataset.group })), roomFor(el, table.body));
    table.node.classList.toggle("few", rows.length <= FEW && table.columns() < CLOSE);
    pager.node.hidden = true; // one page has no buttons
    const large = dealt();
    if (large.length === 1) return large;
    table.node.classList.remove("few");
    pager.node.hidden = false; // its height counts as well
    return dealt();
  }

  function show() {
    let before = null;
    table.rows().forEach((row, i) => {
      row.hidden = !pages[pager.at()].includes(i);
      row.classList.toggle("again", !row.hidden && row.dataset.group === before);
      if (!row.hidden) before = row.dataset.group;
    });
  }

  const draw = () => {
    pages = measured();
    pager.draw(pages.length);
    show();
  };
  const sized = new ResizeObserver(() => draw());
  sized.observe(el);
  window.addEventListener("resize", draw);
  const stop = () => {
    pager.stop();
    sized.disconnect();
    window.removeEventListener("resize", draw);
  };
  return { node: pager.node, draw, stop };
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "quotes", its, () => {
    const [head, table] = [headPart(its), tablePart(its, el)];
    const pages = pagesPart(its, el, table);
    return { parts: [head, table, pages], nodes: [h("div", { class: "wall-head" }, head.node, pages.node), table.empty, table.node] };
  });
}

export default { render };
