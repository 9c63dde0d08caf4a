// Small pieces the panels are made of. Everything is updated in place, so that focus stays.
import { h, icon, s, say } from "../shared/kit.js";
import { mark } from "../shared/kept.js";

// Hides a button that is not needed now; focus goes to its neighbour, never to nowhere.
export function leave(node, away, neighbour) {
  if (away && node === document.activeElement && neighbour) neighbour.focus();
  node.hidden = away;
}

// A button with an icon before its word; `draw` gives it its word and says whether it can be used.
export function iconButton(name, onPress, kind = "btn", side = "before") {
  const text = h("span", {});
  const node = h("button", { class: kind, type: "button" });
  node.append(...(side === "after" ? [text, icon(name)] : [icon(name), text]));
  node.addEventListener("click", onPress);
  const draw = (word, usable = true) => {
    say(text, word);
    node.disabled = !usable;
  };
  return { node, draw };
}

const SHAPES = [
  ["circle", { cx: 12, cy: 12, r: 10.5 }, 16],
  ["rect", { x: 2.5, y: 2.5, width: 19, height: 19, rx: 2 }, 16],
  ["path", { d: "M12 1.5L23.5 21.5H.5z", "stroke-linejoin": "round" }, 19],
  ["path", { d: "M12 0l12 12-12 12L0 12z" }, 16],
  ["path", { d: "M6 1.6h12L24 12l-6 10.4H6L0 12z" }, 16],
];

// A table's shape with its number; tables 6–10 have the same five shapes, hollow.
export function shape(table) {
  const number = Number(table) || 1;
  const [tag, measures, y] = SHAPES[(number - 1) % 5];
  const hollow = number > 5;
  const kind = `g${((number - 1) % 5) + 1}${hollow ? " hollow" : ""}`;
  return s("svg", { class: kind, viewBox: "-1 -1 26 26", "aria-hidden": "true" },
    s(tag, { class: "shape", ...measures }), s("text", { x: 12, y }, String(table)));
}

// A row of choices of which one is on; `word(choice)` names it, `draw(on)` presses it in.
export function choices(list, press, word) {
  const buttons = list.map((one) => ({ one, node: h("button", { type: "button", onclick: () => press(one) }) }));
  const node = h("div", { class: "seg", role: "group" }, buttons.map((button) => button.node));
  const draw = (label, on) => {
    mark(node, "aria-label", label);
    buttons.forEach((button) => {
      say(button.node, word(button.one));
      mark(button.node, "aria-pressed", String(button.one === on));
    });
  };
  return { node, draw };
}

// A QR code is black on white in every theme, with its quiet zone inside.
export function drawQr(svg, qr) {
  if (svg.dataset.d === qr.d) return;
  svg.dataset.d = qr.d;
  svg.setAttribute("viewBox", `0 0 ${qr.size} ${qr.size}`);
  svg.replaceChildren(s("path", { d: qr.d }));
}
