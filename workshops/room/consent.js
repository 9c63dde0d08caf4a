// A group's yes to its sheet being an example in the method handbook; asked when the sheet is shared, taken back at will.

import { h, icon, say } from "../../widgets/shared/kit.js";

/** Gives the question and what keeps it true; `ask(on)` says yes, or takes it back. */
export function consentPart(ask) {
  const title = h("b", {});
  const text = h("span", { class: "small quiet" });
  const word = h("span", {});
  const button = h("button", { class: "btn", type: "button", onclick: () => ask(button.getAttribute("aria-pressed") !== "true") }, word);
  const node = h("section", { class: "control consent", hidden: true }, h("p", { class: "row" }, icon("words"), h("span", {}, title, " ", text)), h("div", { class: "row wrap" }, button));

  function show(w, { shared, up }) {
    const said = shared.includes("handbook");
    node.hidden = !shared.includes("plenary");
    node.classList.toggle("mine", said);
    say(title, w.room_handbook_ask);
    say(text, said ? w.room_handbook_yes_hint : w.room_handbook_hint);
    say(word, said ? w.room_handbook_back : w.room_handbook_yes);
    button.setAttribute("aria-pressed", String(said));
    button.disabled = !up;
  }
  return { node, show };
}
