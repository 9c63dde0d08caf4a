import { fill, h, host, mount } from "../shared/kit.js";
import { drawLanes, inMinutes, markOf, ticksOf, wornIn } from "../shared/lanes.js";
import { standingWhole } from "../shared/standing.js";
import { groupSign, wallHead } from "../shared/onwall.js";
import { HATS } from "../hat_line/geometry.js";
import { BESIDE, begunGroups, clockOf, lengthOf } from "./geometry.js";

const KEYS = { said: "said", unsaid: "unsaid", open: "open", asked: "open asked" };

function toldOf(its, { at, to, announced, permission }) {
  const said = announced === null ? "" : its.word(announced ? "key_said" : "key_unsaid");
  return [`${inMinutes(at)} ${its.word(`hat_${to}`)}`, said, permission ? its.word("key_asked") : ""].filter(Boolean).join(", ");
}

function ticksPart(its, clock) {
  const minutes = ticksOf(clock);
  const node = h("div", { class: "ticks num", "aria-hidden": "true" });
  node.append(...minutes.map((minute, i) => {
    const tick = h("span", {}, i === minutes.length - 1 ? `${minute} ${its.word("unit_minutes")}` : String(minute));
    tick.style.left = `${(6000 * minute) / clock}%`;
    return tick;
  }));
  return node;
}

/** Gives one group's strip: its sign, its lanes, and the same in words for a screen reader. */
function stripPart(its, group, clock) {
  const ground = h("div", { class: "ground", "aria-hidden": "true" });
  const mark = (shift) => h("span", { class: `mark ${markOf(shift)}` }, h("i"));
  drawLanes(ground, { hats: HATS, worn: wornIn(group.first, group.shifts, lengthOf(group) || clock), shifts: group.shifts, scale: clock, mark });
  const names = h("div", { class: "names", "aria-hidden": "true" }, HATS.map((hat) => h("span", {}, its.word(`hat_${hat}`))));
  const begins = fill(its.word("strip_begins"), { hat: its.word(`hat_${group.first}`) });
  const words = h("ol", { class: "sr" }, [begins, ...group.shifts.map((one) => toldOf(its, one))].map((one) => h("li", {}, one)));
  return h("li", { class: "group" }, groupSign(its, group.table), names, ground, ticksPart(its, clock), words);
}

function keyPart(its) {
  const items = Object.entries(KEYS).map(([key, kind]) => h("li", {}, h("span", { class: `mark ${kind}` }, h("i")), h("span", {}, its.word(`key_${key}`))));
  return h("ul", { class: "key small", "aria-hidden": "true" }, items);
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "strip_wall", its, () => {
    const head = wallHead(its, el, () => !begunGroups(its.value()).length);
    const [list, key] = [h("ul", { class: "strips" }), h("div")];
    let drawn = "";
    const draw = () => {
      const groups = begunGroups(its.value());
      const clock = clockOf(groups);
      el.classList.toggle("many", groups.length >= BESIDE);
      el.classList.toggle("one", groups.length === 1);
      list.hidden = key.hidden = !groups.length;
      const now = JSON.stringify([groups, its.words()]);
      if (now === drawn) return;
      drawn = now;
      const rows = Math.ceil(groups.length / (groups.length >= BESIDE ? 2 : 1));
      list.style.setProperty("--rows", String(rows));
      list.replaceChildren(...groups.map((group) => stripPart(its, group, clock)));
      [...list.children].forEach((one, i) => one.classList.toggle("last", (i + 1) % rows === 0 || i === groups.length - 1));
      key.replaceChildren(keyPart(its));
    };
    return { parts: [head, { draw }, standingWhole(el, 3)], nodes: [head.node, head.empty, list, key] };
  });
}

export default { render };
