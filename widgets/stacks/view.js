import { badgeOf } from "../quotes/geometry.js";
import { fill, h, host, mount, s, say } from "../shared/kit.js";
import { groupsOf, roomIn, longestOf, shareOf, sumOf } from "./geometry.js";

const onScreen = () => document.documentElement.dataset.surface === "screen";
const MANY = 5; // groups that stand under each other on a big screen

function sign(its, table) {
  const { colour, hollow, d, y } = badgeOf(table);
  const shape = s("path", { class: hollow ? "shape hollow" : "shape", d, "stroke-linejoin": "round" });
  const picture = s("svg", { viewBox: "-1 -1 26 26", "aria-hidden": "true" }, shape, s("text", { x: 12, y }, table));
  return h("h3", { class: `badge g${colour}` }, picture, h("span", { class: "name" }, fill(its.word("plenary_group"), { n: table })));
}

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
    const [count, title, empty, list, legend] = [h("p", { class: "eyebrow" }), h("h2"), h("div", { class: "empty" }), h("ul", { class: "groups" }), h("ul", { class: "legend" })];
    const draw = () => {
      const [waits, groups] = [its.options().empty || [], groupsOf(its.value())];
      const { parts = [], stacks = [] } = its.value();
      const longest = longestOf(groups);
      el.classList.toggle("wall", onScreen());
      el.classList.toggle("none", waits.length > 0);
      el.classList.toggle("crowded", groups.length > MANY);
      list.dataset.count = String(groups.length);
      count.hidden = !say(count, its.options().eyebrow).textContent;
      say(title, its.options().heading);
      empty.hidden = !waits.length;
      empty.replaceChildren(...waits.map((one) => h("p", { class: "lead" }, one)));
      const used = parts.map((key, i) => [key, i + 1]).filter(([, at]) => stacks.flat().some((amounts) => amounts[at - 1] > 0));
      legend.hidden = list.hidden = waits.length > 0;
      legend.replaceChildren(...used.map(([key, at]) => h("li", {}, h("i", { class: `p${at}`, "aria-hidden": "true" }), its.word(key))));
      list.replaceChildren(...groups.map(({ table, bars }) => h("li", { class: "group" }, sign(its, table), h("ul", {}, bars.map((bar) => barLine(its, bar, longest))))));
      list.style.setProperty("--rows", String(Math.ceil(groups.length / 2)));
    };
    return { parts: [{ draw }], nodes: [h("div", { class: "heads" }, count, title), empty, legend, list] };
  });
}

export default { render };
