// The piles to read only: on the wall, at the table, on paper, and in words behind the cards.
import { h, say } from "../shared/kit.js";
import { cardsIn } from "./geometry.js";

function readPile(my, pile) {
  const [name, none, list] = [h("h3"), h("p", { class: "quiet small" }), h("ol")];
  const node = h("div", { class: pile === null ? "read-pile rest" : "read-pile" }, name, none, list);
  const draw = () => {
    const cards = cardsIn(my.value(), pile, my.named);
    node.hidden = pile === null && !cards.length;
    say(name, pile === null ? my.word("tray") : my.word(`pile_${pile}`));
    none.hidden = cards.length > 0 || !say(none, my.word("pile_empty")).textContent;
    list.replaceChildren(...cards.map((card) => h("li", {}, h("span", { class: "num small quiet", "aria-hidden": "true" }, my.number(card)), h("p", { class: "voice" }, my.word(`card_${card}`)))));
    list.hidden = !cards.length;
  };
  return { node, draw };
}

/** Gives every pile with its cards in words, what lies in the tray last. */
export function readPart(my, whole) {
  const title = h("h2", { class: "sr" });
  const piles = [...my.named.piles, null].map((pile) => readPile(my, pile));
  const rest = piles[piles.length - 1].node;
  const columns = h("div", { class: "columns", dataset: { n: my.named.piles.length } }, piles.slice(0, -1).map((one) => one.node));
  const node = h("div", { class: whole ? "read" : "read twin sr" }, title, columns, rest);
  const draw = () => {
    say(title, my.word("in_words"));
    for (const one of piles) one.draw();
  };
  return { node, draw };
}
