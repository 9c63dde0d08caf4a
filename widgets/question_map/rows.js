// The questions in words, in the order they were asked: to write them, to move them, to read the map.
import { fill, h, icon, keep, leafAt, ownWords, say, shown } from "../shared/kit.js";
import { isSpot, movedBy, newSign, questionsOf } from "./geometry.js";

/** Gives a field with the part under it for two texts: both in full, three equal buttons. */
function wordsPart(my, path, names, rows) {
  const field = ownWords(my, path, names, { long: true, rows, limit: my.limit(path) });
  const [who, kept, text] = [h("b"), h("span", { class: "quiet" }), h("p", { class: "voice" })];
  const words = ["ui_keep_mine", "ui_keep_other", "ui_keep_both"].map((key) => shown(my, "span", key));
  const other = () => (my.options().others || {})[path];
  const pair = () => {
    const [here, there] = [leafAt(my.value(), path), other().value];
    return other().mine ? [there, here] : [here, there];
  };
  const choices = [() => pair()[0], () => pair()[1], () => pair().filter(Boolean).join("\n")];
  const buttons = choices.map((choice, i) => h("button", { class: "btn low", onclick: () => my.settle(path, choice()) }, words[i].node));
  const two = h("div", { class: "two", role: "group" }, h("p", { class: "small", role: "status" }, who, " ", kept), text, h("div", { class: "choices" }, buttons));
  field.input.dataset.path = path;
  field.node.append(two);
  const draw = () => {
    field.draw();
    two.hidden = !other();
    if (two.hidden) return;
    two.setAttribute("aria-label", my.word("room_two"));
    say(who, `${other().by ? fill(my.word("room_two_texts"), other()) : my.word("room_two_texts_mine")}.`);
    say(kept, my.word("room_two_kept"));
    say(text, other().value);
    for (const word of words) word.draw();
  };
  return { node: field.node, input: field.input, draw };
}

/** Gives where a question stands, in words: this phone's own mark, or, when they lie open, all of them. */
function placesPart(my) {
  const node = h("dl", { class: "places" });
  let before = "";
  const draw = (one) => {
    const open = my.isShown();
    const told = open
      ? [[my.word(my.isGiven() ? "meant" : "asked"), one.from], ...one.heard]
      : [[my.word(my.layer()), my.spot(one.id)]];
    const lines = told.filter(([, at]) => isSpot(at) || (!open && my.layer())).map(([name, at]) => [name, my.named(at)]);
    if (before === JSON.stringify(lines)) return;
    before = JSON.stringify(lines);
    node.replaceChildren(...lines.map(([name, kind]) => h("div", {}, h("dt", {}, name), h("dd", {}, kind))));
  };
  return { node, draw };
}

/** Gives the focus person's mark: whether the question moved something, and what. */
function movedPart(my, id) {
  const path = `questions.${id}`;
  const word = h("span");
  const act = () => my.write(`${path}.moved`, leafAt(my.value(), `${path}.moved`) ? null : true);
  const press = h("button", { class: "btn low moving", onclick: act }, icon("flag"), word);
  const chip = h("p", { class: "chip group" }, icon("flag"), h("span"));
  const note = wordsPart(my, `${path}.effect_note`, { label: "effect_note", placeholder: "effect_note_hint" }, 1);
  const draw = () => {
    const is = leafAt(my.value(), `${path}.moved`) === true;
    const may = my.seat === "h1";
    say(word, my.word("moved"));
    say(chip.lastChild, my.word("moved_mark"));
    press.hidden = !may;
    press.setAttribute("aria-pressed", String(is));
    chip.hidden = may || !is;
    note.node.hidden = !is && !leafAt(my.value(), `${path}.effect_note`);
    note.draw();
  };
  return { node: h("div", { class: "effect" }, press, chip, note.node), draw };
}

function ownRow(my, id) {
  const number = h("button", { class: "place num", onclick: () => my.choose(id) });
  const text = wordsPart(my, `questions.${id}.text`, { label: "question", placeholder: "question_hint" }, 2);
  const tool = (name, act) => h("button", { class: "btn square plain", onclick: act }, icon(name));
  const tools = { ui_move_up: tool("up", () => my.shift(id, -1)), ui_move_down: tool("down", () => my.shift(id, 1)), question_remove: tool("close", () => my.remove(id)) };
  const [places, moved] = [placesPart(my), movedPart(my, id)];
  const node = h("li", { class: "row-of" }, number, h("div", { role: "group" }, text.node, places.node, moved.node, h("div", { class: "tools" }, Object.values(tools))));
  const draw = (one, count) => {
    const name = fill(my.word("question_number_n"), { n: one.n });
    say(number, one.n);
    number.setAttribute("aria-label", name);
    number.setAttribute("aria-pressed", String(one.id === my.chosen));
    node.lastChild.setAttribute("aria-label", name);
    for (const [key, button] of Object.entries(tools)) {
      const off = (key === "ui_move_up" && one.n === 1) || (key === "ui_move_down" && one.n === count);
      button.setAttribute("aria-label", `${my.word(key)}: ${name}`);
      button.setAttribute("aria-disabled", String(off));
    }
    text.draw();
    places.draw(one);
    moved.draw();
  };
  return { node, draw, focus: () => text.input.focus(), rest: () => number.focus() };
}

function readRow(my) {
  const [number, text, meant, places] = [h("span", { class: "place num" }), h("p", { class: "voice" }), h("p", { class: "meant voice" }), placesPart(my)];
  const [chip, note] = [h("p", { class: "chip group" }, icon("flag"), h("span")), h("p", { class: "voice note" })];
  const node = h("li", { class: "row-of" }, number, h("div", {}, text, meant, places.node, chip, note));
  const draw = (one) => {
    say(number, one.n);
    say(text, one.text || "–");
    meant.hidden = !say(meant, my.isGiven() && my.isShown() ? my.word(`meant_${one.id}`) : "").textContent;
    places.draw(one);
    say(chip.lastChild, my.word("moved_mark"));
    chip.hidden = !one.moved;
    note.hidden = !say(note, one.note).textContent;
  };
  return { node, draw };
}

/** Gives the list; rows that stay are left where they are, so focus and caret stay, too. */
export function rowsPart(my) {
  const [title, hint, added, none] = [h("h3"), shown(my, "p", "questions_hint", { class: "small quiet" }), shown(my, "span", "question_add"), shown(my, "p", "questions_none", { class: "quiet" })];
  const [list, rows] = [h("ol"), new Map()];
  const writes = () => !my.isGiven() && !my.readonly();
  const stored = () => questionsOf(my.value());
  my.shift = (id, step) => my.write("questions", movedBy(stored(), id, step));
  my.remove = (id) => {
    const at = stored().findIndex((one) => one.id === id);
    my.write("questions", stored().filter((one) => one.id !== id));
    const next = stored()[Math.min(at, stored().length - 1)];
    if (next) rows.get(next.id).rest();
    else more.focus();
  };
  const add = () => {
    const id = newSign(stored().map((one) => one.id));
    my.chosen = id;
    my.write("questions", [...stored(), { id }]);
    rows.get(id).focus();
  };
  const more = h("button", { class: "btn", onclick: add }, icon("plus"), added.node);
  const draw = () => {
    const all = my.items();
    for (const one of [hint, added, none]) one.draw();
    say(title, my.word(my.isGiven() ? "given" : "questions"));
    hint.node.hidden = !writes();
    none.node.hidden = all.length > 0 || writes();
    more.hidden = !writes() || all.length >= (my.options().most || 12);
    for (const [key, row] of [...rows]) {
      if (all.some((one) => one.id === key)) continue;
      rows.delete(key); // first: a field that loses its focus draws everything anew
      row.node.remove();
    }
    for (const one of all) if (!rows.has(one.id)) rows.set(one.id, writes() ? ownRow(my, one.id) : readRow(my));
    keep(list, () => all.forEach((one, i) => list.children[i] !== rows.get(one.id).node && list.insertBefore(rows.get(one.id).node, list.children[i] || null)));
    for (const one of all) rows.get(one.id).draw(one, all.length);
  };
  return { node: h("div", { class: "listed" }, title, hint.node, none.node, list, !my.readonly() && more), draw };
}
