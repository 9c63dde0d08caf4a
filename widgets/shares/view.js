import { h, host, mount } from "../shared/kit.js";
import { standingWhole } from "../shared/standing.js";
import { wallHead } from "../shared/onwall.js";
import { partsOf } from "./geometry.js";

function itemPart(its, key, counts, scale) {
  const parts = partsOf(counts).map(({ count, part }, at) => {
    const node = h("span", { class: `part p${at + 1}` }, count ? h("b", { class: "num" }, String(count)) : null);
    node.style.width = `${part}%`;
    node.hidden = !count;
    return node;
  });
  const words = counts.map((count, at) => `${its.word(scale[at])}: ${count}`).join(", ");
  return h("li", {}, h("p", { class: "what" }, its.word(key)), h("p", { class: "sr" }, words), h("div", { class: "bars-of", "aria-hidden": "true" }, parts));
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "shares", its, () => {
    const head = wallHead(its, el);
    const [key, list] = [h("ul", { class: "key", "aria-hidden": "true" }), h("ul", { class: "items" })];
    const draw = () => {
      const waits = its.options().empty || [];
      const { items = [], scale = [], counts = [] } = its.value();
      key.hidden = list.hidden = waits.length > 0;
      key.replaceChildren(...scale.map((one, at) => h("li", {}, h("i", { class: `part p${at + 1}` }), its.word(one))));
      list.replaceChildren(...items.map((one, at) => itemPart(its, one, counts[at] || [], scale)));
    };
    return { parts: [head, { draw }, standingWhole(el, 2)], nodes: [head.node, head.empty, key, list] };
  });
}

export default { render };
