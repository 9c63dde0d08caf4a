// One card: to take up, to put down by a tap or a key, and to drag by its grip (with a mouse: anywhere on it).
import { draggable, fill, h, icon, say } from "../shared/kit.js";
import { carried, neighbour, pileByKey, pileOf, zoneAt } from "./geometry.js";

const GAP = 16; // between a finger, or the row of piles, and the card that is carried, in pixels

/** Gives the row of piles under a card that is taken up, right where the finger is. */
function targetsPart(my, card) {
  const makes = (pile) => {
    const word = h("span");
    const button = h("button", { class: "btn low to", dataset: { pile: pile || "" }, onclick: () => my.settle(card, pile) }, pile === null && icon("undo"), word);
    return { pile, word, button };
  };
  const all = [...my.named.piles, null].map(makes);
  const node = h("div", { class: "targets", role: "group", dataset: { n: my.named.piles.length } }, all.map(({ button }) => button));
  const draw = () => {
    node.hidden = my.picked !== card;
    if (node.hidden) return;
    const now = pileOf(my.value(), card, my.named.piles);
    node.setAttribute("aria-label", fill(my.word("card_lifted"), { n: my.number(card) }));
    for (const { pile, word, button } of all) {
      say(word, pile === null ? my.word("put_back") : my.word(`pile_${pile}`));
      button.hidden = pile === null && now === null;
      if (pile !== null) button.setAttribute("aria-pressed", String(pile === now));
    }
  };
  return { node, draw };
}

/** Gives a card; its button is the whole of it, so a thumb cannot miss. */
export function cardPart(my, card) {
  const [number, text, where] = [h("span", { class: "num small quiet", "aria-hidden": "true" }), h("span", { class: "voice" }), h("span", { class: "sr" })];
  const button = h("button", { class: "one", dataset: { card } }, h("span", { class: "grip" }, icon("grip")), text, number, where);
  const targets = targetsPart(my, card);
  const node = h("li", { dataset: { card } }, button, targets.node);
  button.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const now = pileOf(my.value(), card, my.named.piles);
    const to = pileByKey(event.key, now, my.named.piles);
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === "Escape" && my.picked) my.pick(null);
    else if (step) my.focus(neighbour(card, my.named.cards, step));
    else if (to !== undefined) my.place(card, to, true);
    else return;
    event.preventDefault();
  });
  const draw = () => {
    const now = pileOf(my.value(), card, my.named.piles);
    say(number, my.number(card));
    say(text, my.word(`card_${card}`));
    say(where, `. ${fill(my.word("card_name"), { n: my.number(card) })}. ${now === null ? my.word("tray") : my.word(`pile_${now}`)}`);
    button.setAttribute("aria-expanded", String(my.picked === card));
    node.classList.toggle("picked", my.picked === card);
    targets.draw();
  };
  return { node, draw };
}

/** Gives the piles as a row at the foot of the screen, there only while a card is dragged on a small one. */
function dockPart(my) {
  const words = my.named.piles.map(() => h("span"));
  const node = h("div", { class: "dock", dataset: { n: my.named.piles.length }, hidden: true, "aria-hidden": "true" },
    my.named.piles.map((pile, i) => h("div", { class: "zone", dataset: { pile } }, words[i])));
  const draw = () => my.named.piles.forEach((pile, i) => say(words[i], my.word(`pile_${pile}`)));
  return { node, draw };
}

/**
 * Lets the cards under `board` be dragged to whatever bears `.zone` and a `data-pile` ("" is the tray), and
 * be taken up and put down by taps. Gives the dock.
 */
export function dragPart(my, board) {
  const dock = dockPart(my);
  let [touched, at] = [false, [0, 0]];
  const follow = (event) => {
    if (event.type === "pointerdown") touched = event.pointerType === "touch";
    at = [event.clientX, event.clientY];
  };
  for (const kind of ["pointerdown", "pointermove"]) board.addEventListener(kind, follow, true);
  const zones = () => [...dock.node.children, ...board.querySelectorAll(".zone")].map((node) => ({ node, pile: node.dataset.pile || null, ...node.getBoundingClientRect().toJSON() })).filter((one) => one.right > one.left);
  const mark = (over) => {
    for (const one of [...dock.node.children, ...board.querySelectorAll(".zone")]) one.classList.toggle("over", Boolean(over) && one === over.node);
  };
  const move = (node, x, y) => {
    const card = node.closest("li");
    my.draft = my.draft || { card: card.dataset.card };
    dock.node.hidden = false;
    card.classList.add("dragged");
    card.style.transform = "";
    const small = dock.node.offsetWidth > 0;
    const above = small && Math.min(at[1], dock.node.getBoundingClientRect().top) - GAP;
    const [right, down] = carried(x, small ? above : y, node.getBoundingClientRect(), document.documentElement.clientWidth, small);
    card.style.transform = `translate(${Math.round(right)}px, ${Math.round(down)}px)`;
    my.draft.over = zoneAt(...at, zones());
    mark(my.draft.over);
  };
  const drop = (node, kept) => {
    const { draft } = my;
    my.draft = null;
    dock.node.hidden = true;
    mark(null);
    const card = node.closest("li");
    card.classList.remove("dragged");
    card.style.transform = "";
    if (kept && draft && draft.over) my.place(draft.card, draft.over.pile);
    else my.redraw();
  };
  const tap = (event) => {
    if (event.target.closest(".to")) return;
    const card = event.target.closest(".one");
    const zone = event.target.closest(".zone");
    if (card) my.pick(my.picked === card.dataset.card ? null : card.dataset.card);
    else if (zone && my.picked && !event.target.closest(".targets")) my.settle(my.picked, zone.dataset.pile || null);
  };
  draggable(board, { pick: (target) => target.closest(touched ? ".grip" : ".one"), move, drop, tap });
  return dock;
}
