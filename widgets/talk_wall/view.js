import { fill, h, host, mount } from "../shared/kit.js";
import { inMinutes } from "../shared/lanes.js";
import { standingWhole } from "../shared/standing.js";
import { groupSign, wallHead } from "../shared/onwall.js";
import { LEVELS } from "../game_table/geometry.js";
import { drawTalk, minuteMarks } from "../game_table/talk.js";
import { COLUMNS_FROM, heldMeetings, lastOf, sharedClock } from "./geometry.js";

const KINDS = ["timeout", "best"];

/** Gives a meeting as lines for a screen reader: "4:10 Time-out 1". */
function linesOf(its, { turns, timeouts }) {
  const said = turns.map(({ at, to }) => [at, its.word(`level_${to}`)]);
  const stopped = timeouts.map(({ at, best }, i) => [at, `${fill(its.word("timeout_n"), { n: i + 1 })}${best ? `, ${its.word("key_best")}` : ""}`]);
  return [...said, ...stopped].sort(([one], [other]) => one - other).map(([at, text]) => `${inMinutes(at)} ${text}`);
}

/** Gives one group's meeting: its sign, its lanes, the sentence it chose, and the same in words. */
function meetingPart(its, group, clock) {
  const ground = h("div", { class: "ground", "aria-hidden": "true" });
  drawTalk(ground, { ...group, gone: lastOf(group), scale: clock });
  const names = h("div", { class: "names", "aria-hidden": "true" }, LEVELS.map((level) => h("span", {}, its.word(`level_${level}`))));
  const ticks = h("div", { class: "ticks num", "aria-hidden": "true" }, minuteMarks(clock, its.word("unit_minutes")));
  const words = h("ol", { class: "sr" }, linesOf(its, group).map((one) => h("li", {}, one)));
  return h("li", { class: "group" }, groupSign(its, group.table), names, ground, ticks, h("p", { class: "voice sentence" }, group.sentence || ""), words);
}

function keyPart(its) {
  const items = KINDS.map((kind) => h("li", {}, h("span", { class: kind === "best" ? "stop best" : "stop" }), h("span", {}, its.word(`key_${kind}`))));
  return h("ul", { class: "key small", "aria-hidden": "true" }, items);
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "talk_wall", its, () => {
    const head = wallHead(its, el, () => !heldMeetings(its.value()).length);
    const [list, key] = [h("ul", { class: "meetings" }), h("div")];
    let drawn = "";
    const draw = () => {
      const groups = heldMeetings(its.value());
      const columns = groups.length >= COLUMNS_FROM ? 2 : 1;
      el.classList.toggle("many", columns > 1);
      el.classList.toggle("silent", !groups.some(({ sentence }) => sentence));
      el.classList.toggle("single", groups.length === 1);
      list.hidden = key.hidden = !groups.length;
      const now = JSON.stringify([groups, its.words()]);
      if (now === drawn) return;
      drawn = now;
      const rows = Math.ceil(groups.length / columns);
      list.style.setProperty("--rows", String(rows));
      list.replaceChildren(...groups.map((group) => meetingPart(its, group, sharedClock(groups))));
      [...list.children].forEach((one, i) => one.classList.toggle("last", (i + 1) % rows === 0 || i === groups.length - 1));
      key.replaceChildren(keyPart(its));
    };
    return { parts: [head, { draw }, standingWhole(el, 3)], nodes: [head.node, head.empty, list, key] };
  });
}

export default { render };
