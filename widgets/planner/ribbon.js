// The rhythm of the day: width is minutes, height tempo, pattern form, wave body; a bracket = sat too long.
import { h, s, say } from "../shared/kit.js";
import { keptList, mark } from "../shared/kept.js";
import { FORMS, RESTS, TALL, hours, said, span, wave } from "./order.js";
import { drawing } from "./parts.js";

const [TOP, GROUND, FOOT] = [28, 136, 24]; // px: room above, where the pieces stand, room for the hours
let ribbons = 0; // several on one page must not share a pattern's name

function patterns(name) {
  const dots = s("pattern", { id: `${name}-par`, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
    s("circle", { class: "ink", cx: 4, cy: 4, r: 1.7 }));
  const lines = s("pattern", { id: `${name}-G`, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    s("path", { class: "line", d: "M0 0v8" }));
  return s("defs", {}, dots, lines);
}

function filling(name, form) {
  if (form === "plenum") return "plenum";
  return form === "I" ? "" : `url(#${name}-${form})`;
}

// One piece of the day: its box, its pattern, its wave.
function pieceOf(name, piece, x, width, { warned, title }) {
  const rest = RESTS.includes(piece.kind);
  const height = rest ? 24 : TALL[piece.tempo] || TALL.low;
  const box = { x: x + 1.5, y: GROUND - height, width: Math.max(2, width - 3), height, rx: Math.min(5, width / 4) };
  const fill = filling(name, piece.form);
  const shapes = [s("rect", { class: rest ? "pause" : fill === "plenum" ? "box full" : "box", ...box })];
  if (!rest && fill.startsWith("url")) shapes.push(s("rect", { ...box, fill, class: "over" }));
  if (piece.kind === "placeholder") shapes[0].setAttribute("class", `${shapes[0].getAttribute("class")} open`);
  if (!rest && piece.body === "moving") shapes.push(s("path", { class: "wave", d: wave(x + 3, GROUND - height - 8, Math.max(6, width - 6)) }));
  const label = rest && title.length * 7 < width - 8 ? s("text", { class: "hour", x: x + width / 2, y: GROUND - 8, "text-anchor": "middle" }, title) : "";
  return s("g", { class: warned ? "piece warned" : "piece", "data-block": piece.block }, shapes, label);
}

function key(desk, kind) {
  const text = h("span", {});
  const word = { I: "planner_form_I", par: "planner_form_par", G: "planner_form_G", plenum: "planner_form_plenum", moving: "body_moving", high: "tempo_high" }[kind];
  return { node: h("li", { class: `k-${kind}` }, h("i", { "aria-hidden": "true" }, kind === "moving" ? drawing("moving") : ""), text), draw: () => say(text, desk.word(word)) };
}

export function ribbonPart(desk, goTo) {
  const name = `planner-${(ribbons += 1)}`;
  const svg = s("svg", { role: "img", height: GROUND + FOOT });
  const keys = [...FORMS, "moving", "high"].map((one) => key(desk, one));
  const legend = h("ul", { class: "legend tiny quiet" }, keys.map((one) => one.node));
  const notes = h("ul", { class: "notes" });
  const calm = h("p", { class: "small quiet calm" });
  const node = h("section", { class: "card rhythm", tabindex: "-1" }, h("div", { class: "picture" }, svg), legend, notes, calm);
  svg.addEventListener("click", (event) => {
    const piece = event.target.closest("[data-block]");
    if (piece) goTo(piece.dataset.block);
  });
  const fillNotes = keptList(notes, () => adviceRow(desk, goTo));
  let drawn = "";
  const draw = () => {
    const { pieces, start, end, long, warnings, blocks } = desk.value();
    const width = Math.max(240, node.clientWidth - 2 * parseFloat(getComputedStyle(node).paddingLeft || 16));
    keys.forEach((one) => one.draw());
    fillNotes(warnings, (one) => `${one.word} ${one.blocks.join(" ")}`);
    notes.hidden = !warnings.length;
    say(calm, desk.word("planner_calm"));
    calm.hidden = Boolean(warnings.length) || !pieces.length;
    mark(svg, "aria-label", desk.word("planner_ribbon", { n: blocks.length, from: desk.clock(start), to: desk.clock(desk.value().ends) }));
    const now = JSON.stringify([pieces, start, end, long, width, desk.locale()]);
    if (now === drawn) return;
    drawn = now;
    const time = span(pieces, start, end);
    const scale = width / (time.to - time.from);
    const place = (minute) => (minute - time.from) * scale;
    mark(svg, "width", width);
    mark(svg, "viewBox", `0 0 ${width} ${GROUND + FOOT}`);
    const ticks = hours(time, width).flatMap((minute) => [
      s("path", { class: "tick", d: `M${place(minute)} ${TOP}V${GROUND}` }),
      s("text", { class: "hour", x: place(minute), y: GROUND + 18, "text-anchor": place(minute) < 18 ? "start" : place(minute) > width - 18 ? "end" : "middle" },
        said(`${minute / 60}.00`, desk.word("planner_clock_mark"))),
    ]);
    const late = minutesPast(time, end, place, width);
    const brackets = long.map(({ from, to }) => s("path", { class: "bracket", d: `M${place(from) + 2} 18v-8H${place(to) - 2}v8` }));
    const boxes = pieces.map((one) => pieceOf(name, one, place(one.at), one.minutes * scale, { warned: long.some((run) => one.at >= run.from && one.at < run.to), title: desk.titleOf(one.block) }));
    svg.replaceChildren(patterns(name), ...ticks, ...late, ...boxes, ...brackets);
  };
  return { node, draw };
}

// A line where the day should end, when it does not end there.
function minutesPast(time, end, place, width) {
  const [hour, minute] = end.split(".").map(Number);
  const x = place(60 * hour + minute);
  return x < width - 1 ? [s("path", { class: "end", d: `M${x} ${TOP}V${GROUND + 4}` })] : [];
}

// One thing to look at, with the step that helps.
function adviceRow(desk, goTo) {
  const text = h("span", {});
  const where = h("span", { class: "where" });
  const fixWord = h("span", {});
  const fix = h("button", { class: "btn low", type: "button" }, fixWord);
  let its = null;
  fix.addEventListener("click", () => {
    const { act, ...given } = its.fix;
    node.closest(".rhythm").focus({ preventScroll: true }); // the button goes with what it mends
    desk.press(act, given);
  });
  const node = h("li", { class: "note" }, drawing("alert"), h("p", {}, text, " ", where), fix);
  const fillWhere = keptList(where, (id) => {
    const button = h("button", { class: "link", type: "button", onclick: () => goTo(id) });
    return { node: button, draw: () => say(button, desk.titleOf(id)) };
  });
  const draw = (one) => {
    its = one;
    const facts = { ...one.facts };
    for (const part of ["time", "from", "to"]) if (facts[part]) facts[part] = desk.clock(facts[part]);
    say(text, desk.word(one.word, facts));
    fillWhere(one.blocks.slice(0, 8), (id) => id);
    fix.hidden = !one.fix;
    if (one.fix) say(fixWord, desk.word(one.fix.act === "add" ? "planner_fix_break" : "planner_fix_moving", { title: desk.titleOf(one.fix.block) }));
  };
  return { node, draw };
}
