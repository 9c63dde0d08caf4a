// A card for one person alone: it is seen only while a finger or a key is held down.
import { h, icon, say, shown } from "../shared/kit.js";
import { CARDS, cardDrawn } from "./geometry.js";

/** Gives the card: drawn on this device, covered again when let go. */
export function cardPart(my) {
  const keys = ["card_ask", "card_draw", "card_yours", "card_look", "card_again", "card_back", "card_how"];
  const words = Object.fromEntries(keys.map((key) => [key, shown(my, ["card_ask", "card_how"].includes(key) ? "p" : "span", key, key === "card_how" ? { class: "quiet" } : {})]));
  const face = h("div", { class: "face", role: "status" });
  const cover = h("div", { class: "cover" }, icon("lock"), words.card_yours.node);
  const look = h("button", { class: "btn main wide hold" }, icon("eye"), words.card_look.node);
  const put = (card) => (my.ink.write("card", card), my.redraw());
  const draw1 = h("button", { class: "btn main wide", onclick: () => put(cardDrawn(null)) }, words.card_draw.node);
  const again = h("button", { class: "btn plain low", onclick: () => put(cardDrawn(my.value().card)) }, icon("repeat"), words.card_again.node);
  const back = h("button", { class: "btn plain low", onclick: () => put(null) }, words.card_back.node);
  const none = h("div", { class: "undealt" }, words.card_ask.node, draw1);
  const row = h("div", { class: "row wrap" }, again, back);
  const mine = h("div", { class: "dealt" }, h("div", { class: "playing-card" }, cover, face), look, words.card_how.node, row);
  const node = h("div", { class: "secret" }, none, mine);
  let seen = false;
  const turn = (up) => {
    if (seen !== up) (seen = up), draw();
  };
  const hold = (event) => {
    if (event.type === "keydown" && event.key !== " " && event.key !== "Enter") return;
    event.preventDefault(); // no click follows, and a long press opens no menu
    if (event.type === "pointerdown") look.focus();
    turn(true);
  };
  for (const type of ["pointerdown", "keydown"]) look.addEventListener(type, hold);
  for (const type of ["pointerup", "pointercancel", "pointerleave", "keyup", "blur"]) look.addEventListener(type, () => turn(false));
  look.addEventListener("contextmenu", (event) => event.preventDefault());
  // A screen reader's press cannot be held: it turns the card, and turns it back.
  look.addEventListener("click", (event) => event.detail === 0 && turn(!seen));
  const away = () => turn(false);
  document.addEventListener("visibilitychange", away);
  function draw() {
    for (const one of Object.values(words)) one.draw();
    const { card } = my.value();
    const has = Number.isInteger(card) && card >= 1 && card <= CARDS;
    none.hidden = has || my.readonly();
    mine.hidden = !has;
    row.hidden = my.readonly();
    cover.hidden = seen;
    face.hidden = !seen;
    const told = has && seen ? [h("h3", {}, my.word(`card_${card}_title`)), h("p", {}, my.word(`card_${card}_text`)), h("p", { class: "voice" }, my.word(`card_${card}_line`))] : [];
    face.replaceChildren(...told); // a covered card is not on the page at all
    look.setAttribute("aria-pressed", String(seen));
  }
  return { node, draw, stop: () => document.removeEventListener("visibilitychange", away) };
}

/** Gives what stands where somebody else's sheet with a card would stand. */
export function cardOfAnother(my) {
  const node = h("p", { class: "quiet" });
  return { node, draw: () => say(node, my.word("card_none")) };
}
