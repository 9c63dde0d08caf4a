import { directions, drawn, foldable, sharing, standing } from "../loop_map/geometry.js";
import { fill, h, host, mount, s, watch } from "../shared/kit.js";
import { isOnScreen } from "../shared/standing.js";
import { badgeOf, groupSign, roomFor, wallHead, wallPages } from "../shared/onwall.js";
import { FEW, columnsOf, dealt, linksOf, shownGroups } from "./geometry.js";

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
  const node = h("li", { class: `group g${badgeOf(group.table).colour}` }, groupSign(its, group.table), ground, mine, links.length > 0 && list);
  const lay = () => {
    const [width, room] = [ground.clientWidth, ground.clientHeight];
    if (!width) return true;
    const em = parseFloat(getComputedStyle(ground).fontSize);
    const shape = isOnScreen() && width > room * 1.25 ? "low" : width < em * 24 ? "tall" : "square";
    const places = directions(nodes.length, shape);
    sharing(places).forEach((is, i) => nodes[i].classList.toggle("beside", is));
    const sizes = nodes.map((one) => [one.offsetWidth, one.offsetHeight]);
    const { at, height } = standing(places, sizes, width, isOnScreen() ? room : Math.min(width * 0.7, em * 18), em * (shape === "low" ? 1.2 : 1.8));
    if (!isOnScreen()) ground.style.height = `${height}px`;
    const down = isOnScreen() ? Math.max(0, (room - height) / 2) : 0;
    const middles = at.map(([x, y]) => [x, y + down]);
    const high = isOnScreen() ? room : height;
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

/** Gives the pages: on the big screen one at a time, elsewhere all of them one under the other. */
function pagesPart(its, el) {
  const plots = h("div", { class: "plots" });
  const refit = () => {
    show();
    room();
  };
  const pager = wallPages(its, el, refit);
  let [pages, shown] = [[], ""];

  /** Gives the page the room it has, and its words less of it while they do not fit. */
  function room() {
    if (isOnScreen()) plots.style.setProperty("--room", `${Math.max(0, Math.floor(roomFor(el, plots)))}px`);
    for (const one of pages) {
      if (one.node.hidden) continue;
      for (const loop of one.loops) {
        for (const tight of ["", "1", "2", "3"]) {
          loop.node.dataset.tight = tight;
          if (loop.lay() || !isOnScreen()) break;
        }
      }
    }
  }
  function show() {
    pager.draw(pages.length);
    pages.forEach((one, at) => (one.node.hidden = isOnScreen() && at !== pager.at()));
  }
  const draw = () => {
    const groups = shownGroups(its.value());
    el.classList.toggle("few", groups.length > 0 && groups.length <= FEW);
    const now = JSON.stringify([groups, its.words()]);
    if (now !== shown) {
      shown = now;
      pages = dealt(groups).map((some) => pageOf(its, some, groups.length <= FEW));
      plots.replaceChildren(...pages.map((one) => one.node));
      plots.hidden = !pages.length;
    }
    refit();
  };
  const rest = watch(el, refit);
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
  return mount({ model, el }, "loop_wall", its, () => {
    const [head, pages] = [wallHead(its, el, () => !shownGroups(its.value()).length), pagesPart(its, el)];
    return { parts: [head, pages], nodes: [h("div", { class: "wall-head" }, head.node, pages.node), head.empty, pages.plots] };
  });
}

export default { render };
