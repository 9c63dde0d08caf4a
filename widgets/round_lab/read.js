// The rounds in words: under the lab, on the wall, and on paper. What is still secret is not in it.
import { fill, h, icon, say, shown } from "../shared/kit.js";
import { ROUNDS, SEATS, isMarked, isOpen, isWritten, letterOf, picksOf, roleOf, rolesIn, roundOf, seatsOf } from "./geometry.js";

/** Gives one round as a line: who spoke, the card, what was heard, the sign. */
function roundRow(my, id, all) {
  const [round, seats] = [roundOf(my.value(), id), seatsOf(my.value())];
  const roles = rolesIn(ROUNDS.indexOf(id), seats, my.options().listen);
  const name = h("p", { class: "name" }, h("b", {}, fill(my.word("round_n"), { n: ROUNDS.indexOf(id) + 1 })), h("span", { class: "small quiet" }, fill(my.word("who"), { speaker: letterOf(roles.speaker), listener: letterOf(roles.listeners[0]) })));
  if (!all && !isOpen(my.value(), id)) return h("li", {}, name);
  const pair = (kind, label, ...said) => h("div", { class: kind }, h("dt", { class: "small quiet" }, label), h("dd", {}, ...said));
  const heard = SEATS.filter((seat) => isMarked(round.heard[seat]) || round.reply[seat]).map((seat) =>
    pair("", fill(my.word("heard"), { seat: letterOf(seat) }), picksOf(round.heard[seat]).map((key) => my.named(key, "mark")).join(" · "), round.reply[seat] && h("p", { class: "voice" }, round.reply[seat])));
  const taps = SEATS.filter((seat) => round.taps[seat] && roleOf(roles, seat) === "observer").map((seat) => round.taps[seat]);
  return h("li", {}, name, h("dl", {},
    round.drawn && pair("", my.word("card_was"), h("b", {}, my.word(`card_${round.drawn}`))), heard,
    round.sign && pair("long", my.word("sign"), h("p", { class: "voice" }, round.sign)),
    taps.length > 0 && pair("taps", my.word("taps_all"), h("span", { class: "num" }, taps.join(" · ")))));
}

function rowsPart(my, isAll) {
  const [list, none] = [h("ol", { class: "rows" }), shown(my, "p", "not_begun", { class: "quiet" })];
  const draw = () => {
    none.draw();
    const wanted = JSON.stringify([my.value().rounds, my.value().seats, my.words().who, my.words().card_was]);
    if (list.dataset.wanted === wanted) return;
    list.dataset.wanted = wanted;
    const ids = ROUNDS.filter((id) => isWritten(roundOf(my.value(), id)));
    list.replaceChildren(...ids.map((id) => roundRow(my, id, isAll())));
    none.node.hidden = ids.length > 0;
  };
  return { nodes: [list, none.node], draw };
}

/** Gives the rounds to be read only. On the wall the group has shared them, so nothing is secret. */
export function readPart(my) {
  const rows = rowsPart(my, () => document.documentElement.dataset.surface === "screen");
  return { node: h("div", { class: "read" }, rows.nodes), draw: rows.draw };
}

/** Gives the same under the lab, folded up until somebody wants it; paper always has it. */
export function twinPart(my) {
  const [rows, word] = [rowsPart(my, () => false), h("span")];
  const body = h("div", { class: "read folded" }, rows.nodes);
  const act = () => {
    body.classList.toggle("folded");
    draw();
  };
  const turn = h("button", { class: "btn plain low", onclick: act }, icon("words"), word);
  const draw = () => {
    say(word, my.word("in_words"));
    turn.setAttribute("aria-expanded", String(!body.classList.contains("folded")));
    rows.draw();
  };
  return { node: h("div", { class: "twin" }, turn, body), draw };
}
