import { fill, h, host, icon, mount, say } from "../shared/kit.js";
import { isOnScreen } from "../shared/standing.js";
import { groupSign, roomFor } from "../shared/onwall.js";
import { inQuotes, pagesOf } from "./geometry.js";

const TURN = 20000; // ms a page stays before the next one comes
const FEW = 5; // rows that may stand in large type

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
function tablePart(its) {
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
    node.classList.toggle("few", lines.length <= FEW);
    node.setAttribute("aria-label", heading);
    if (known && known.sign === sign) return;
    const fresh = ({ key }) => known && !known.keys.has(key);
    head.replaceChildren(h("th", { scope: "col", role: "columnheader" }, h("span", { class: "sr" }, its.word("ui_group"))), ...heads.map((text) => h("th", { scope: "col", role: "columnheader" }, text)));
    body.replaceChildren(...lines.map((one) => line(one.table, one.texts, heads, fresh(one))));
    known = { sign, keys: new Set(lines.map(({ key }) => key)) };
  };
  return { node, empty, body, rows: () => [...body.children], draw };
}

/** Gives the pages: on the big screen what does not fit waits for its turn. */
function pagesPart(its, el, table) {
  const where = h("span", { class: "num", role: "status" });
  const button = (name, step) => h("button", { class: `btn square plain ${name}`, onclick: () => turn(step, true) }, icon("chevron"));
  const [back, on] = [button("back", -1), button("on", 1)];
  const stay = h("button", { class: "btn plain low", onclick: () => hold(!held) }, h("span"));
  const node = h("div", { class: "wall-pages" }, back, where, on, stay);
  let [page, pages, held] = [0, [[]], false];

  function measured() {
    el.classList.toggle("wall", isOnScreen());
    for (const row of table.rows()) row.hidden = false;
    if (!isOnScreen() || !table.node.offsetHeight) return [table.rows().map((_, i) => i)];
    return pagesOf(table.rows().map((row) => ({ height: row.offsetHeight, group: row.dataset.group })), roomFor(el, table.body));
  }

  function show() {
    page = Math.min(page, pages.length - 1);
    let before = null;
    table.rows().forEach((row, i) => {
      row.hidden = !pages[page].includes(i);
      row.classList.toggle("again", !row.hidden && row.dataset.group === before);
      if (!row.hidden) before = row.dataset.group;
    });
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
    pages = measured();
    show();
  };
  const clock = setInterval(() => !held && pages.length > 1 && turn(1, false), TURN);
  const keys = (event) => {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    if (!step || pages.length < 2) return;
    event.preventDefault();
    turn(step, true);
  };
  const sized = new ResizeObserver(() => draw());
  sized.observe(el);
  el.addEventListener("keydown", keys);
  window.addEventListener("resize", draw);
  const stop = () => {
    clearInterval(clock);
    sized.disconnect();
    el.removeEventListener("keydown", keys);
    window.removeEventListener("resize", draw);
  };
  return { node, draw, stop };
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "quotes", its, () => {
    const [head, table] = [headPart(its), tablePart(its)];
    const pages = pagesPart(its, el, table);
    return { parts: [head, table, pages], nodes: [h("div", { class: "wall-head" }, head.node, pages.node), table.empty, table.node] };
  });
}

export default { render };
