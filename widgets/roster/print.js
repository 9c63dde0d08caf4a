// What is printed: a notice for the door, and a code card for each; two columns of cards on A4.
import { h, icon } from "../shared/kit.js";
import { act, drawn, qrDrawing } from "./pieces.js";

export function printView(desk) {
  const node = h("div", { class: "prints" });
  const draw = () => {
    const { cards } = desk.value();
    drawn(node, [desk.locale(), cards], () => (cards ? printed(desk, cards) : []));
  };
  return { node, draw };
}

function printed(desk, { address, code, qr, cards }) {
  return [
    h("div", { class: "head noprint" }, h("p", { class: "quiet" }, desk.word("roster_print_lead")),
      h("p", { class: "warn small" }, icon("lock"), h("span", {}, desk.word("roster_print_key"))),
      h("div", { class: "row wrap" }, act(desk.word("roster_print"), () => window.print(), { kind: "btn main", key: "print" }))),
    qr && doorNotice(desk, address, code, qr),
    h("h2", { class: "noprint" }, desk.word("roster_print_cards")),
    cards.length ? h("ul", { class: "cards" }, cards.map((one) => codeCard(desk, one))) : h("p", { class: "empty noprint" }, desk.word("roster_print_none")),
  ];
}

function doorNotice(desk, address, code, qr) {
  return h("section", { class: "sheet", "aria-label": desk.word("roster_sheet_title") },
    h("h2", {}, desk.word("roster_sheet_title")), h("p", { class: "lead" }, desk.word("roster_sheet_scan")),
    qrDrawing(qr, desk.word("roster_sheet_scan")), h("p", { class: "address" }, address),
    h("p", { class: "codeline" }, h("span", {}, desk.word("roster_sheet_code")), " ", h("strong", {}, code)),
    h("p", { class: "quiet" }, desk.word("roster_sheet_wifi")), h("p", { class: "quiet" }, desk.word("roster_sheet_card")));
}

function codeCard(desk, { alias, group, code, qr }) {
  return h("li", { class: "codecard" }, h("div", {}, h("p", { class: "alias" }, alias), h("p", { class: "tiny quiet" }, group),
    h("p", { class: "words" }, code), h("p", { class: "tiny quiet" }, desk.word("roster_card_use"))),
    qr && qrDrawing(qr, code));
}
