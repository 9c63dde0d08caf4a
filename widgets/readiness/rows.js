// What the panels ask with: one choice among several, and one line to write.
import { h, say } from "../shared/kit.js";

let serial = 0;

// One choice among several, as a row a finger can hit.
export function choices(name, onchoose) {
  const group = `${name}-${(serial += 1)}`;
  const legend = h("legend", { class: "label" });
  const node = h("fieldset", { class: "choices" }, legend);
  let drawn = "";
  const draw = (label, options, chosen) => {
    say(legend, label);
    const now = JSON.stringify(options);
    if (now !== drawn) {
      drawn = now;
      const had = node.contains(document.activeElement) && document.activeElement.value;
      const rows = options.map(({ value, text, more }) => h("label", { class: "choice" },
        h("input", { type: "radio", name: group, value, onchange: () => onchoose(value) }), h("span", {}, text, more && h("small", { class: "quiet" }, more))));
      node.replaceChildren(legend, ...rows);
      if (had !== false) [...node.querySelectorAll("input")].filter((input) => input.value === had).forEach((input) => input.focus());
    }
    node.querySelectorAll("input").forEach((input) => { input.checked = input.value === chosen; });
  };
  return { node, draw };
}

export function line(onchange, shape = {}) {
  const id = `ready-${(serial += 1)}`;
  const label = h("label", { class: "label", for: id });
  const hint = h("p", { class: "hint", id: `${id}-h` });
  const input = h("input", { class: "input", id, autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-h`, ...shape });
  input.addEventListener("input", () => onchange(input.value));
  const node = h("div", { class: "field" }, label, input, hint);
  const draw = (name, help = "") => {
    say(label, name);
    hint.hidden = !say(hint, help).textContent;
  };
  return { node, input, draw };
}
