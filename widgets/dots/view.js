import { h, host, mount, s, watch } from "../shared/kit.js";
import { isOnScreen } from "../shared/standing.js";
import { wallHead } from "../shared/onwall.js";
import { chosenOf, highest, layOf, plotsIn } from "./geometry.js";

/** Gives the stacks of a plot, as high as the highest of all plots; words beside say the same. */
function stacks({ counts }, { step, dot, abreast, most }, width) {
  const each = width / counts.length;
  const height = Math.ceil(Math.max(1, most) / abreast) * step;
  const left = (n) => ((Math.min(n, abreast) - 1) / 2) * step; // a row stands in the middle of its column
  const place = (at, n, k) => ({ cx: (at + 0.5) * each - left(n) + (k % abreast) * step, cy: height - (Math.floor(k / abreast) + 0.5) * step, r: dot / 2 });
  const circles = counts.flatMap((n, at) => Array.from({ length: n }, (_, k) => s("circle", place(at, n, k))));
  return s("svg", { class: "stacks", width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" }, circles);
}

/** Gives the same as a table that only a screen reader meets. */
function twinOf(its, plot) {
  const rows = chosenOf(plot, its.words()).map(([step, n]) => h("tr", {}, h("th", { scope: "row" }, step), h("td", {}, String(n))));
  const name = [its.word(plot.key), its.word("plenary_spread")].filter(Boolean).join(": ");
  return h("div", { class: "sr" }, h("table", {}, h("caption", {}, name), h("tbody", {}, rows))); // a table alone is never 1 px
}

/** Gives one plot; without a width its words alone, to see how much room they leave. */
function plotOf(its, plot, sizes, width) {
  const { key, low, high, stops, counts } = plot;
  const numbers = h("p", { class: "steps num", "aria-hidden": "true" }, counts.map((n, at) => h("span", { class: n ? "on" : "" }, stops ? its.word(stops[at]) : String(at))));
  const ends = h("p", { class: "ends" }, h("span", {}, its.word(low)), h("span", {}, its.word(high)));
  const dots = h("div", { class: "room" }, width ? stacks(plot, sizes, width) : null);
  return h("li", { class: stops ? "plot stopped" : "plot" }, h("h3", {}, its.word(key)), dots, numbers, ends, twinOf(its, plot));
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "dots", its, () => {
    const [head, list] = [wallHead(its, el), h("ul", { class: "plots" })];
    const whole = h("div", { class: "whole" }, head.node, head.empty, list);
    let drawn = "";
    const draw = () => {
      const waits = its.options().empty || [];
      const plots = plotsIn(its.value());
      list.hidden = waits.length > 0;
      list.dataset.n = plots.length;
      const now = JSON.stringify([plots, its.words(), el.clientWidth, el.dataset.fit, window.innerHeight, waits.length]);
      if (now === drawn || list.hidden) return;
      drawn = now;
      list.replaceChildren(...plots.map((one) => plotOf(its, one, {}, 0)));
      const width = list.querySelector(".room") ? list.querySelector(".room").clientWidth : 0;
      if (!width) {
        drawn = ""; // not on the page yet
        return;
      }
      const type = parseFloat(getComputedStyle(el).fontSize);
      // On the big screen the stacks take what height is left; elsewhere the page is as long as it is.
      const left = isOnScreen() ? roomBelow(el, list) : type * 16;
      const columns = Math.max(...plots.map(({ counts }) => counts.length));
      const most = highest(plots);
      const sizes = { most, ...layOf({ width: width / columns, height: left }, most, type * (isOnScreen() ? 2 : 1)) };
      list.replaceChildren(...plots.map((one) => plotOf(its, one, sizes, width)));
    };
    return { parts: [head, { draw, stop: watch(el, draw) }], nodes: [whole] };
  });
}

/** Gives the height that is left for dots on the big screen, when all words stand. */
function roomBelow(el, list) {
  const frame = el.closest("main") || document.body;
  const { paddingTop, paddingBottom } = getComputedStyle(frame);
  const room = Math.min(frame.clientHeight || Infinity, window.innerHeight) - parseFloat(paddingTop) - parseFloat(paddingBottom);
  const foot = parseFloat(getComputedStyle(el).fontSize) * 2.4; // the switch between views stands there
  return Math.max(80, room - (list.getBoundingClientRect().bottom - el.getBoundingClientRect().top) - foot);
}

export default { render };
