import { fill, h, host, icon, keep, mount, say, shown } from "../shared/kit.js";
import { standingWhole } from "../shared/standing.js";
import { cardPart, dragPart } from "./cards.js";
import { cardsIn, namedIn, nextInTray, pileOf } from "./geometry.js";
import { readPart } from "./read.js";

/** Gives what the parts share: what the host holds now, and what only this screen knows. */
function state(model) {
  const my = Object.assign(host(model), { picked: null, draft: null, told: "", focus: () => {}, show: () => {} });
  my.named = namedIn(my.options());
  my.number = (card) => my.named.cards.indexOf(card) + 1;
  my.pick = (card) => {
    Object.assign(my, { picked: card, told: "" });
    my.redraw();
  };
  /** Puts a card where somebody wants it and says so; by key its place is brought into view. */
  my.place = (card, pile, byKey) => {
    my.picked = null;
    if (pileOf(my.value(), card, my.named.piles) !== pile) {
      my.ink.write(`placed.${card}`, pile);
      const left = cardsIn(my.value(), null, my.named).length;
      const facts = { n: my.number(card), pile: my.word(`pile_${pile}`), left };
      my.told = fill(my.word(pile === null ? "card_back" : "card_placed"), facts);
    }
    my.redraw();
    if (byKey) my.show(card);
  };
  /** Puts a card down by a tap; what was tapped is gone then, so the next card is gone on with. */
  my.settle = (card, pile) => {
    my.place(card, pile);
    my.focus(nextInTray(my.value(), card, my.named) || card, true);
  };
  return my;
}

/** Gives the place of some cards: a pile with its name, or the tray. */
function zonePart(my, pile) {
  const isTray = pile === null;
  const id = `sorting-${Math.random().toString(36).slice(2, 10)}`;
  const name = h("h3", { id });
  const words = [shown(my, "p", isTray ? "doubt" : `pile_${pile}_hint`, { class: "small quiet" }), shown(my, "p", isTray ? "tray_empty" : "pile_empty", { class: "none small quiet" })];
  const list = h("ul", { class: "cards" });
  const count = h("span", { class: "num small quiet", "aria-hidden": "true" });
  const above = h("div", { class: "above-cards" }, name, count);
  const node = h("div", { class: isTray ? "tray zone" : "pile zone", role: "group", "aria-labelledby": id, dataset: { pile: pile || "" } },
    above, !isTray && words[0].node, list, words[1].node, isTray && words[0].node);
  const draw = () => {
    const n = cardsIn(my.value(), pile, my.named).length;
    say(name, my.word(isTray ? "tray" : `pile_${pile}`));
    say(count, n);
    count.classList.toggle("gone", !n);
    for (const word of words) word.node.hidden = !word.draw().textContent;
    words[1].node.hidden = n > 0;
    if (isTray) words[0].node.hidden = !n || !words[0].node.textContent;
    above.hidden = isTray && !n;
    list.hidden = !n;
  };
  return { node, draw, list, pile };
}

/** Gives tray, piles and the cards in them; the card somebody stands on keeps its focus when it moves. */
function boardPart(my) {
  const { cards: keys, piles } = my.named;
  const cards = Object.fromEntries(keys.map((card) => [card, cardPart(my, card)]));
  const zones = [null, ...piles].map((pile) => zonePart(my, pile));
  const columns = h("div", { class: "piles", dataset: { n: piles.length } }, zones.slice(1).map((one) => one.node));
  const node = h("div", { class: "board" }, zones[0].node, columns);
  const settle = () => {
    for (const { list, pile } of zones) {
      cardsIn(my.value(), pile, my.named).forEach((card, at) => {
        if (list.children[at] !== cards[card].node) list.insertBefore(cards[card].node, list.children[at] || null);
      });
    }
  };
  const draw = () => {
    if (my.draft) return; // a card under a finger stays where it is
    node.classList.toggle("lifted", Boolean(my.picked));
    for (const one of zones) one.draw();
    keep(node, settle);
    for (const card of keys) cards[card].draw();
  };
  my.focus = (card, still) => cards[card].node.firstChild.focus({ preventScroll: Boolean(still) });
  my.show = (card) => cards[card].node.scrollIntoView({ block: "nearest" });
  return { node, draw };
}

/** Gives the line that says what to do, and after a move what happened. */
function toldPart(my) {
  const node = h("p", { class: "told small", role: "status" });
  const draw = () => {
    const lifted = my.picked && fill(my.word("card_lifted"), { n: my.number(my.picked) });
    say(node, lifted || my.told || my.word("sort_hint"));
  };
  return { node, draw };
}

function undoPart(my) {
  const word = shown(my, "span", "ui_undo");
  const back = () => {
    Object.assign(my, { picked: null, told: "" });
    const path = my.undo();
    const card = path && path.split(".").pop();
    if (my.named.cards.includes(card)) my.focus(card, true);
  };
  const node = h("button", { class: "btn plain low undo", onclick: back }, icon("undo"), word.node);
  const draw = () => {
    word.draw();
    node.hidden = my.options().undo === false || !my.ink.canUndo();
  };
  return { node, draw };
}

function render({ model, el }) {
  const my = state(model);
  return mount({ model, el }, "sorting", my, () => {
    Object.assign(my, { picked: null, draft: null, told: "", named: namedIn(my.options()) });
    if (my.readonly()) {
      const read = readPart(my, true);
      return { parts: [read, standingWhole(el, 4)], nodes: [read.node] };
    }
    const [told, board, undo, help, twin] = [toldPart(my), boardPart(my), undoPart(my), shown(my, "p", "sort_help", { class: "help tiny hush" }), readPart(my, false)];
    const dock = dragPart(my, board.node);
    return { parts: [told, board, undo, help, dock, twin], nodes: [told.node, board.node, undo.node, help.node, dock.node, twin.node] };
  });
}

export default { render };
