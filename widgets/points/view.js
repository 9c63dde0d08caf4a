import { bandOf } from "../flow_map/band.js";
import { fill, h, host, icon, mount, s } from "../shared/kit.js";
import { wallHead } from "../shared/onwall.js";
import { drawnIn, radiusOf } from "./geometry.js";

const PAD = 1; // steps around the square

/** Gives one activity's map. */
function mapOf(plot, [low, high]) {
  const span = high - low + 2 * PAD;
  const axes = s("path", { class: "axes", d: `M${low} ${-high}V${-low}H${high}` });
  const drawn = drawnIn(plot);
  const discs = drawn.map(([x, y, n]) => s("circle", { cx: x, cy: -y, r: radiusOf(n) }));
  const numbers = drawn.filter(([, , n]) => n > 1).map(([x, y, n]) => s("text", { x, y: -y + 0.2, "font-size": 0.6 }, String(n)));
  return s("svg", { class: "map", viewBox: `${low - PAD} ${-high - PAD} ${span} ${span}`, "aria-hidden": "true" }, bandOf(low, high, PAD), axes, discs, numbers);
}

function plotOf(its, plot) {
  const { range = [0, 10] } = its.value();
  const told = (plot.points || []).map(([skill, challenge, n]) => h("li", {}, fill(its.word("point_in_words"), { skill, challenge }) + (n > 1 ? ` (${n})` : "")));
  return h("li", { class: "plot" },
    h("h3", {}, its.word(plot.key)),
    h("p", { class: "axis" }, icon("up"), its.word("axis_challenge")),
    h("div", { class: "frame" }, mapOf(plot, range)),
    h("p", { class: "axis along" }, its.word("axis_skill"), icon("right")),
    h("ul", { class: "sr" }, told));
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "points", its, () => {
    const [head, list] = [wallHead(its, el), h("ul", { class: "plots" })];
    const draw = () => {
      const waits = its.options().empty || [];
      const { plots = [] } = its.value();
      list.hidden = waits.length > 0;
      list.replaceChildren(...plots.map((one) => plotOf(its, one)));
    };
    return { parts: [head, { draw }], nodes: [head.node, head.empty, list] };
  });
}

export default { render };
