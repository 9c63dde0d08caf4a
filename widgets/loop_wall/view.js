import { directions, drawn, foldable, sharing, standing } from "../loop_map/geometry.js";
import { badgeOf } from "../quotes/geometry.js";
import { fill, h, host, icon, mount, s, say, watch } from "../shared/kit.js";
import { FEW, columnsOf, dealt, linksOf, shownGroups } from "./geometry.js";

const onScreen = () => document.documentElement.dataset.surface === "screen";

function signPart(its, table) {
  const { colour, hollow, d, y } = badgeOf(table);
  const shape = s("path", { class: hollow ? "shape hollow" : "shape", d, "stroke-linejoin": "round" });
  return h("h3", { class: `badge g${colour}` }, s("svg", { viewBox: "-1 -1 26 26", "aria-hidden": "true" }, shape, s("text", { x: 12, y }, table)), h("span", { class: "name" }, fill(its.word("plenary_group"), { n: table })));
}

/** Gives a group's loop; `lay` draws it into the room it has, and says whether all of it stands there. */
function loopPart(its, group, large) {
  const links = linksOf(group);
  const named = (i) => (group.actors[i].name || "").trim() || fill(its.word("actor_number"), { n: i + 1 });
  const nodes = group.actors.map((actor, i) => h("span", { class: actor.mine ? "actor own" : "actor" }, h("span", { class: "voice" }, foldable(named(i)))));
  const signs = links.map((_, i) => h("span", { class: "sign num" }, String(i + 1)));
  const picture = s("svg", { class: "picture" });
  const ground = h("div", { class: "ground", "aria-hidden": "true" }, picture, nodes, signs);
  const own = group.actors.findIndex((actor) => actor.mine);
  const mine = own >= 0 && h("p", { class: "sr" }, `${named(own)}: ${its.word("self_actor_group") || its.word("self_actor")}`);
  const said = ({ link: [from, to], says }, i) => h("li", { class: says ? "" : "sr" }, h("span", { class: "sign num" }, String(i + 1)), h("div", {}, h("p", { class: "sr" }, `${named(from)} → ${named(to)}`), says && h("p", { class: "voice says" }, says)));
  const list = h("ol", { class: large ? "said" : "said sr" }, links.map(said));
  const node = h("li", { class: `group g${badgeOf(group.table).colour}` }, signPart(its, group.table), ground, mine, links.length > 0 && list);
  const lay = () => {
    const [width, room] = [ground.clientWidth, ground.clientHeight];
    if (!width) return true;
    const em = parseFloat(getComputedStyle(ground).fontSize);
    const shape = onScreen() && width > room * 1.25 ? "low" : width < em * 24 ? "tall" : "square";
    const places = directions(nodes.length, shape);
    sharing(places).forEach((is, i) => nodes[i].classList.toggle("beside", is));
    const sizes = nodes.map((one) => [one.offsetWidth, one.offsetHeight]);
    const { at, height } = standing(places, sizes, width, onScreen() ? room : Math.min(width * 0.7, em * 18), em * (shape === "low" ? 1.2 : 1.8));
    if (!onScreen()) ground.style.height = `${height}px`;
    const down = onScreen() ? Math.max(0, (room - height) / 2) : 0;
    const middles = at.map(([x, y]) => [x, y + down]);
    const high = onScreen() ? room : height;
    picture.setAttribute("viewBox", `0 0 ${width} ${high}`);
    const lines = drawn(links.map(({ link }) => link), middles, sizes, em * 1.6, [width, high]);
    picture.replaceChildren(...lines.flatMap(({ path, head }) => [s("path", { class: "line", d: path }), s("path", { class: "tip", d: head })]));
    const stand = (one, [x, y]) => Object.assign(one.style, { left: `${x}px`, top: `${y}px` });
    nodes.forEach((one, i) => stand(one, middles[i]));
    signs.forEach((one, i) => stand(one, lines[i].sign));
    return height <= room + 1 && (!large || list.scrollHeight <= list.clientHeight + 1);
  };
  return { node, lay };
}

function pageOf(its, groups, large) {
  const loops = groups.map((group) => loopPart(its, group, large));
  const node = h("ul", { class: "loops" }, loops.map((one) => one.node));
  node.style.setProperty("--columns", String(columnsOf(groups.length)));
  node.dataset.count = String(groups.length);
  return { node, loops };
}

function headPart(its) {
  const [count, title, empty] = [h("p", { class: "eyebrow" }), h("h2"), h("div", { class: "empty" })];
  const draw = () => {
    count.hidden = !say(count, its.options().eyebrow).textContent;
    say(title, its.options().heading);
    empty.hidden = shownGroups(its.value()).length > 0;
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

  /** Gives the page the room it has, and its words less of it while they do not fit. */
  function room() {
    if (onScreen()) {
      const frame = el.closest("main") || document.body;
      const { paddingTop, paddingBottom } = getComputedStyle(frame);
      const over = frame.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom) - (el.offsetHeight - plots.offsetHeight);
      plots.style.setProperty("--room", `${Math.max(0, Math.floor(over))}px`);
    }
    for (const one of pages) {
      if (one.node.hidden) continue;
      for (const loop of one.loops) {
        for (const tight of ["", "1", "2", "3"]) {
          loop.node.dataset.tight = tight;
          if (loop.lay() || !onScreen()) break;
        }
      }
    }
  }
  function show() {
    page = Math.min(page, Math.max(pages.length - 1, 0));
    pages.forEach((one, at) => (one.node.hidden = onScreen() && at !== page));
    node.hidden = !onScreen() || pages.length < 2;
    say(where, fill(its.word("plenary_page"), { n: page + 1, m: pages.length }));
  }
  function turn(step) {
    page = (page + step + pages.length) % pages.length;
    show();
    room();
  }
  const draw = () => {
    const groups = shownGroups(its.value());
    el.classList.toggle("wall", onScreen());
    el.classList.toggle("none", !groups.length);
    el.classList.toggle("few", groups.length > 0 && groups.length <= FEW);
    for (const [one, word] of [[back, "plenary_page_back"], [on, "plenary_page_on"]]) one.setAttribute("aria-label", its.word(word));
    const now = JSON.stringify([groups, its.words()]);
    if (now !== shown) {
      shown = now;
      pages = dealt(groups).map((some) => pageOf(its, some, groups.length <= FEW));
      plots.replaceChildren(...pages.map((one) => one.node));
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
  return mount({ model, el }, "loop_wall", its, () => {
    const [head, pages] = [headPart(its), pagesPart(its, el)];
    return { parts: [head, pages], nodes: [h("div", { class: "over" }, head.node, pages.node), head.empty, pages.plots] };
  });
}

export default { render };
