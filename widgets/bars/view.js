import { fill, h, host, mount, say } from "../shared/kit.js";
import { partOf } from "./geometry.js";

const onScreen = () => document.documentElement.dataset.surface === "screen";
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
    const [count, title, empty, list] = [h("p", { class: "eyebrow" }), h("h2"), h("div", { class: "empty" }), h("ul")];
    const draw = () => {
      const waits = its.options().empty || [];
      const { bars = [], of = 0 } = its.value();
      el.classList.toggle("wall", onScreen());
      el.classList.toggle("none", waits.length > 0);
      el.classList.toggle("crowded", bars.length > MANY);
      count.hidden = !say(count, its.options().eyebrow).textContent;
      say(title, its.options().heading);
      empty.hidden = !waits.length;
      empty.replaceChildren(...waits.map((one) => h("p", { class: "lead" }, one)));
      list.hidden = waits.length > 0;
      list.replaceChildren(...bars.map((one) => line(its, one, of)));
      list.style.setProperty("--lines", String(Math.ceil(bars.length / 2)));
    };
    return { parts: [{ draw }], nodes: [h("div", { class: "heads" }, count, title), empty, list] };
  });
}

export default { render };
