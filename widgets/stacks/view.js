import { h, host, mount } from "../shared/kit.js";
import { groupSign, wallHead } from "../shared/onwall.js";
import { groupsOf, roomIn, longestOf, shareOf, sumOf } from "./geometry.js";

const MANY = 5; // groups that stand under each other on a big screen

function barLine(its, [key, amounts], longest) {
  const { parts = [] } = its.value();
  const pieces = amounts.map((amount, i) => {
    const share = shareOf(amount, longest);
    const piece = h("i", { class: `p${i + 1}`, dataset: { room: roomIn(share) } }, h("b", {}, String(amount)));
    piece.style.width = `${share}%`;
    return amount > 0 && piece;
  });
  const said = amounts.map((amount, i) => amount && `${its.word(parts[i])} ${amount}`).filter(Boolean).join(", ");
  return h("li", {}, h("span", { class: "what" }, its.word(key)), h("span", { class: "track num", "aria-hidden": "true" }, pieces), h("span", { class: "all num", "aria-hidden": "true" }, String(sumOf(amounts))), h("span", { class: "sr" }, `: ${said}`));
}

function render({ model, el }) {
  const its = host(model);
  return mount({ model, el }, "stacks", its, () => {
    const [head, list, legend] = [wallHead(its, el), h("ul", { class: "of-groups" }), h("ul", { class: "legend" })];
    const draw = () => {
      const [waits, groups] = [its.options().empty || [], groupsOf(its.value())];
      const { parts = [], stacks = [] } = its.value();
      const longest = longestOf(groups);
      el.classList.toggle("crowded", groups.length > MANY);
      list.dataset.count = String(groups.length);
      const used = parts.map((key, i) => [key, i + 1]).filter(([, at]) => stacks.flat().some((amounts) => amounts[at - 1] > 0));
      legend.hidden = list.hidden = waits.length > 0;
      legend.replaceChildren(...used.map(([key, at]) => h("li", {}, h("i", { class: `p${at}`, "aria-hidden": "true" }), its.word(key))));
      list.replaceChildren(...groups.map(({ table, bars }) => h("li", { class: "group" }, groupSign(its, table), h("ul", {}, bars.map((bar) => barLine(its, bar, longest))))));
      list.style.setProperty("--rows", String(Math.ceil(groups.length / 2)));
    };
    return { parts: [head, { draw }], nodes: [head.node, head.empty, legend, list] };
  });
}

export default { render };
