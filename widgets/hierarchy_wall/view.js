import { h, host, icon, mount, watch } from "../shared/kit.js";
import { isOnScreen } from "../shared/standing.js";
import { badgeOf, groupSign, roomFor, wallHead, wallPages } from "../shared/onwall.js";
import { FEW, PARTIES, countsOf, linesOf, spreadOf, shownLevels } from "./geometry.js";

const groupsOf = (its) => its.value().groups || [];

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
  const list = groups.map((group) => h("li", { class: `group g${badgeOf(group.table).colour}` }, groupSign(its, group.table), PARTIES.map((party) => sidePart(its, party, group[party] || {}, anyRound))));
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

/** Gives the pages: on the big screen one at a time, elsewhere all of them one under the other. */
function pagesPart(its, el) {
  const plots = h("div", { class: "plots" });
  const pager = wallPages(its, el, show);
  let [pages, shown] = [[], ""];

  function room() {
    if (!isOnScreen()) return;
    plots.style.setProperty("--room", `${Math.max(0, Math.floor(roomFor(el, plots)))}px`);
    const spills = () => [...plots.querySelectorAll("ol")].some((one) => one.offsetHeight && one.scrollHeight > one.clientHeight + 1);
    delete el.dataset.tight;
    for (const step of ["1", "2"]) if (spills()) el.dataset.tight = step;
  }
  function show() {
    pager.draw(pages.length);
    pages.forEach((one, at) => (one.hidden = isOnScreen() && at !== pager.at()));
  }
  const draw = () => {
    const groups = groupsOf(its);
    el.classList.toggle("few", groups.length <= FEW);
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
  const rest = watch(el, () => [show, room].forEach((act) => act()));
  window.addEventListener("resize", draw);
  const stop = () => {
    rest();
    pager.stop();
    window.removeEventListener("resize", draw);
  };
  return { node: pager.node, plots, draw, stop };
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "hierarchy_wall", its, () => {
    const [head, pages] = [wallHead(its, el, () => !groupsOf(its).length), pagesPart(its, el)];
    return { parts: [head, pages], nodes: [h("div", { class: "wall-head" }, head.node, pages.node), head.empty, pages.plots] };
  });
}

export default { render };
