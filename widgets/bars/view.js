import { fill, h, host, mount } from "../shared/kit.js";
import { wallHead } from "../shared/onwall.js";
import { partOf } from "./geometry.js";

const MANY = 8; // lines that stand under each other on a big screen

function line(its, [key, count], of) {
  const bar = h("span", { class: "track", "aria-hidden": "true" }, h("i"));
  bar.firstChild.style.width = `${partOf(count, of)}%`;
  const number = h("span", { class: "num" }, its.word("bars_of") ? fill(its.word("bars_of"), { n: count, m: of }) : String(count));
  return h("li", { class: count ? "" : "zero" }, h("span", { class: "what" }, its.word(key)), bar, number);
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "bars", its, () => {
    const [head, list] = [wallHead(its, el), h("ul")];
    const draw = () => {
      const waits = its.options().empty || [];
      const { bars = [], of = 0 } = its.value();
      el.classList.toggle("crowded", bars.length > MANY);
      list.hidden = waits.length > 0;
      list.replaceChildren(...bars.map((one) => line(its, one, of)));
      list.style.setProperty("--lines", String(Math.ceil(bars.length / 2)));
    };
    return { parts: [head, { draw }], nodes: [head.node, head.empty, list] };
  });
}

export default { render };
