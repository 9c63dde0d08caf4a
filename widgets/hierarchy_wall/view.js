import { badgeOf } from "../quotes/geometry.js";
import { fill, h, host, icon, mount, s, say, watch } from "../shared/kit.js";
import { FEW, PARTIES, countsOf, linesOf, spreadOf, shownLevels } from "./geometry.js";

const onScreen = () => document.documentElement.dataset.surface === "screen";
const groupsOf = (its) => its.value().groups || [];

function sign(its, table) {
  const { colour, hollow, d, y } = badgeOf(table);
  const shape = s("path", { class: hollow ? "shape hollow" : "shape", d, "stroke-linejoin": "round" });
  return h("h3", { class: `badge g${colour}` }, s("svg", { viewBox: "-1 -1 26 26", "aria-hidden": "true" }, shape, s("text", { x: 12, y }, table)), h("span", { class: "name" }, fill(its.word("plenary_group"), { n: table })));
}

/** Gives who a side is; what stands for the other party is a guess and says so. */
const called = (its, party) => (party === "theirs" ? `${its.word("party_theirs")} · ${its.word("guess_group")}` : its.word("party_mine_group"));

function levelRow(its, { level, strength }, highest) {
  const isHighest = level === highest;
  const name = h(isHighest ? "b" : "span", { class: "level" }, isHighest && icon("flag"), its.word(`level_${level}`), isHighest && h("span", { class: "sr" }, `, ${its.word("highest")}`));
  const felt = strength !== null && strength !== undefined && h("span", { class: "sr" }, `, ${its.word(`strength_${strength}`)}`);
  return h("li", { class: isHighest && "high" }, name, felt, h("i", { class: "bar-of", dataset: { strength: strength === null || strength === undefined ? "none" : strength }, "aria-hidden": "true" }));
}

const goesRound = (side) => ["charmed", "strange"].includes((side || {}).loop);

function sidePart(its, party, side, keepsLine) {
  const levels = shownLevels(side);
  const rows = levels.length ? h("ol", {}, levels.map((one) => levelRow(its, one, side.highest))) : h("p", { class: "quiet" }, its.word("not_begun"));
  const round = keepsLine && h("p", { class: "loop" }, goesRound(side) ? [icon("repeat"), its.word(`loop_${side.loop}_short`)] : []);
  return h("div", { class: "side" }, h("p", { class: "whose" }, called(its, party)), rows, round);
}

function columns(its, groups) {
  const anyRound = groups.some((group) => PARTIES.some((party) => goesRound(group[party]))); // then all have its line, and rows stay level
  const list = groups.map((group) => h("li", { class: `group g${badgeOf(group.table).colour}` }, sign(its, group.table), PARTIES.map((party) => sidePart(its, party, group[party] || {}, anyRound))));
  const node = h("ul", { class: "multiples" }, list);
  node.style.setProperty("--groups", String(groups.length));
  node.style.setProperty("--lines", String(linesOf(groups)));
  return node;
}

/** Gives the counts: a block for each group that marked the level, and the number beside it. */
function counts(its) {
  const rows = countsOf(groupsOf(its), its.value().highest);
  const cell = (count) => h("td", {}, h("span", { class: "blocks", "aria-hidden": "true" }, Array.from({ length: count }, () => h("i"))), h("span", { class: "num" }, String(count)));
  const heads = [h("span", { class: "sr" }, its.word("level")), ...PARTIES.map((party) => called(its, party))];
  return h("table", { class: "counts" },
    h("caption", {}, icon("flag"), its.word("plenary_highest")),
    h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))),
    h("tbody", {}, rows.map(([level, ...both]) => h("tr", {}, h("th", { scope: "row" }, its.word(`level_${level}`)), both.map(cell)))));
}

function headPart(its) {
  const [count, title, empty] = [h("p", { class: "eyebrow" }), h("h2"), h("div", { class: "empty" })];
  const draw = () => {
    count.hidden = !say(count, its.options().eyebrow).textContent;
    say(title, its.options().heading);
    empty.hidden = groupsOf(its).length > 0;
    empty.replaceChildren(...(its.options().empty || []).map((sentence) => h("p", { class: "lead" }, sentence)));
  };
  return { node: h("div", { class: "heads" }, count, title), empty, draw };
}

/** Gives the pages: on the big screen one at a time, elsewhere all of them one under the other. */
function pagesPart(its, el) {
  const plots = h("div", { class: "plots" });
  const where = h("span", { class: "num", role: "status" });
  const button = (name, step) => h("button", { class: `btn square plain ${name}`, onclick: () => turn(step) }, icon("chevron"));
  const [back, on] = [button("back", -1), button("on", 1)];
  const node = h("div", { class: "pages" }, back, where, on);
  let [page, pages, shown] = [0, [], ""];

  function room() {
    if (!onScreen()) return;
    const frame = el.closest("main") || document.body;
    const { paddingTop, paddingBottom } = getComputedStyle(frame);
    const over = frame.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom) - (el.offsetHeight - plots.offsetHeight);
    plots.style.setProperty("--room", `${Math.max(0, Math.floor(over))}px`);
    const spills = () => [...plots.querySelectorAll("ol")].some((one) => one.offsetHeight && one.scrollHeight > one.clientHeight + 1);
    delete el.dataset.tight;
    for (const step of ["1", "2"]) if (spills()) el.dataset.tight = step;
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
    const groups = groupsOf(its);
    back.setAttribute("aria-label", its.word("plenary_page_back"));
    on.setAttribute("aria-label", its.word("plenary_page_on"));
    el.classList.toggle("wall", onScreen());
    el.classList.toggle("few", groups.length <= FEW);
    el.classList.toggle("none", !groups.length);
    const now = JSON.stringify([its.value(), its.words()]);
    if (now !== shown) {
      shown = now;
      pages = groups.length ? [...spreadOf(groups).map((some) => columns(its, some)), counts(its)] : [];
      plots.replaceChildren(...pages);
      plots.hidden = !pages.length;
    }
    show();
    room();
  };
  const keys = (event) => {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    const there = page + step >= 0 && page + step < pages.length;
    if (!step || !there || !onScreen() || !el.offsetHeight) return; // beyond its ends the block's next screen comes
    event.preventDefault();
    turn(step);
  };
  const rest = watch(el, () => [show, room].forEach((act) => act()));
  el.addEventListener("keydown", keys);
  window.addEventListener("resize", draw);
  const stop = () => {
    rest();
    el.removeEventListener("keydown", keys);
    window.removeEventListener("resize", draw);
  };
  return { node, plots, draw, stop };
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "hierarchy_wall", its, () => {
    const [head, pages] = [headPart(its), pagesPart(its, el)];
    return { parts: [head, pages], nodes: [h("div", { class: "over" }, head.node, pages.node), head.empty, pages.plots] };
  });
}

export default { render };
