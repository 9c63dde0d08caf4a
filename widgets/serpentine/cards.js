// The turns as cards on the line: to read, to open and write in, to mark, to move and to take away.
import { draggable, fill, h, icon, leafAt, ownWords, say, shown } from "../shared/kit.js";
import { MOST, WHO, joinedTexts, nearest, turnOf } from "./geometry.js";

/** Gives the part under a field for two texts: both in full, three equal buttons. */
function bothTurns(my, path) {
  const [who, kept, text] = [h("b"), h("span", { class: "quiet" }), h("p", { class: "voice" })];
  const words = ["ui_keep_mine", "ui_keep_other", "ui_keep_both"].map((key) => shown(my, "span", key));
  const other = () => (my.options().others || {})[path];
  const pair = () => {
    const [here, there] = [leafAt(my.value(), path), other().value];
    return other().mine ? [there, here] : [here, there];
  };
  const choices = [() => pair()[0], () => pair()[1], () => joinedTexts(...pair())];
  const buttons = choices.map((choice, i) => h("button", { class: "btn low", onclick: () => my.settle(path, choice()) }, words[i].node));
  const node = h("div", { class: "two", role: "group" }, h("p", { class: "small", role: "status" }, who, " ", kept), text, h("div", { class: "choices" }, buttons));
  const draw = () => {
    node.hidden = !other();
    if (node.hidden) return;
    node.setAttribute("aria-label", my.word("room_two"));
    say(who, `${other().by ? fill(my.word("room_two_texts"), other()) : my.word("room_two_texts_mine")}.`);
    say(kept, my.word("room_two_kept"));
    say(text, other().value);
    for (const word of words) word.draw();
  };
  return { node, draw };
}

/** Gives the choice of who speaks; what is chosen can be let go again. */
function whoPart(my, id) {
  const names = WHO.map(() => h("span"));
  const choose = (who) => my.write(`turns.${id}.who`, turnOf(my.value(), id).who === who ? null : who);
  const buttons = WHO.map((who, i) => h("button", { onclick: () => choose(who) }, names[i]));
  const [label, row] = [shown(my, "span", "who", { class: "label" }), h("div", { class: "seg", role: "group" }, buttons)];
  const draw = () => {
    label.draw();
    row.setAttribute("aria-label", my.word("who"));
    WHO.forEach((who, i) => {
      say(names[i], my.party(who));
      buttons[i].setAttribute("aria-pressed", String(turnOf(my.value(), id).who === who));
    });
  };
  return { node: h("div", { class: "field" }, label.node, row), draw };
}

/** Gives what an open turn is written in: who, what was said, what it made; and its tools. */
function editPart(my, id) {
  const path = (part) => `turns.${id}.${part}`;
  const who = whoPart(my, id);
  const text = ownWords(my, path("text"), { label: "text", placeholder: "text_hint" }, { long: true, rows: 1, limit: 200 });
  const made = ownWords(my, path("made"), { label: my.spokenKey("made"), placeholder: "made_hint" }, { long: true, rows: 1, limit: 160 });
  const two = bothTurns(my, path("text"));
  text.node.append(two.node);
  text.input.dataset.path = path("text");
  const worded = { more: shown(my, "span", "turn_insert"), off: shown(my, "span", "ui_remove"), done: shown(my, "span", "ui_done") };
  const move = (sign, by) => h("button", { class: "btn square plain", onclick: () => my.step(id, by) }, icon(sign));
  const [up, down] = [move("up", -1), move("down", 1)];
  const more = h("button", { class: "btn plain low", onclick: () => my.add(my.at(id) + 1) }, icon("plus"), worded.more.node);
  const remove = h("button", { class: "btn plain low", onclick: () => my.remove(id) }, icon("close"), worded.off.node);
  const done = h("button", { class: "btn low", onclick: () => my.toggle(id) }, icon("check"), worded.done.node);
  const node = h("div", { class: "fields" }, who.node, text.node, made.node, h("div", { class: "tools" }, up, down, more, remove, done));
  const draw = (at, count) => {
    for (const part of [who, text, made, two, ...Object.values(worded)]) part.draw();
    for (const [button, key] of [[up, "turn_earlier"], [down, "turn_later"], [remove, "ui_remove"], [more, "turn_insert"], [done, "ui_done"]]) button.setAttribute("aria-label", `${my.word(key)}: ${my.called(at)}`);
    for (const [button, no] of [[up, !at], [down, at === count - 1]]) button.setAttribute("aria-disabled", String(no));
    more.hidden = count >= MOST;
  };
  return { node, draw, focus: () => text.input.focus() };
}

/** Gives what is read of a turn: the words, what they made, and the sign of a fork. */
function wordsPart(my, id) {
  const [text, label, made] = [h("p", { class: "voice" }), h("span", { class: "quiet" }), h("span", { class: "voice" })];
  const what = h("p", { class: "made small" }, label, " ", made);
  const node = h("div", { class: "words" }, text, what);
  const draw = () => {
    const turn = turnOf(my.value(), id);
    say(text, turn.text || my.word("turn_empty"));
    text.classList.toggle("hush", !turn.text);
    what.hidden = !say(made, turn.made).textContent;
    say(label, `${my.word("made_read")}:`);
  };
  return { node, draw };
}

/** Gives one turn: its stop on the line and its card. */
function turnPart(my, id) {
  const read = my.readonly();
  const [stop, number, name] = [h("span", { class: "stop num", "aria-hidden": "true" }), h("span", { class: "sr" }), h("h3")];
  const words = wordsPart(my, id);
  const edit = read ? null : editPart(my, id);
  const [fork, open] = [shown(my, "span", "fork"), h("button", { class: "btn square plain pen", onclick: () => my.toggle(id) }, icon("pen"))];
  const grip = h("button", { class: "grip", dataset: { id } }, icon("grip"));
  const mark = () => my.write(`turns.${id}.fork`, turnOf(my.value(), id).fork ? null : true);
  const sign = read ? h("p", { class: "fork" }, icon("split"), fork.node) : h("button", { class: "btn plain low fork", onclick: mark }, icon("split"), fork.node);
  const bar = h("div", { class: "over" }, !read && grip, h("div", { class: "name" }, number, name), !read && open);
  const card = h("div", { class: "turn" }, bar, words.node, edit && edit.node, sign);
  const node = h("li", { dataset: { id } }, stop, card);
  if (!read) words.node.addEventListener("click", () => !my.picked && my.toggle(id));
  const keys = (event) => {
    const onGrip = event.target === grip;
    const by = { ArrowUp: -1, ArrowDown: 1, ...(onGrip && { ArrowLeft: -1, ArrowRight: 1 }) }[event.key];
    if (onGrip && event.key === "Escape" && my.picked) my.pick(null);
    else if (by && (onGrip || event.altKey)) my.step(id, by);
    else return;
    event.preventDefault();
  };
  if (!read) card.addEventListener("keydown", keys);
  const drawTools = (at, count, isOpen) => {
    edit.draw(at, count);
    edit.node.hidden = !isOpen;
    open.setAttribute("aria-expanded", String(isOpen));
    for (const [button, key] of [[grip, "turn_move"], [open, "ui_edit"], [sign, "fork"]]) button.setAttribute("aria-label", `${my.word(key)}: ${my.called(at)}`);
    grip.setAttribute("aria-pressed", String(my.picked === id));
    sign.setAttribute("aria-pressed", String(turnOf(my.value(), id).fork));
  };
  const draw = (at, count) => {
    const turn = turnOf(my.value(), id);
    const isOpen = !read && my.isOpen(id);
    for (const part of [words, fork]) part.draw();
    say(stop, at + 1);
    say(number, `${my.called(at)}${read && turn.fork ? `, ${my.word("fork")}` : ""}`);
    say(name, turn.who ? my.party(turn.who) : read ? "" : my.word("who_open"));
    Object.assign(node.dataset, { who: turn.who || "none", fork: String(turn.fork) });
    words.node.hidden = isOpen;
    if (read) sign.hidden = !turn.fork;
    else drawTools(at, count, isOpen);
    card.classList.toggle("picked", my.picked === id);
  };
  return { node, stop, draw, focus: () => (my.isOpen(id) ? edit.focus() : open.focus()), pen: () => open.focus() };
}

/** A drag moves a card by its grip; a tap on a grip lifts the card, the next tap sets it down there. */
function listen(my, list) {
  const cards = () => [...list.children].filter((one) => one.dataset.id);
  const clear = () => cards().forEach((one) => one.classList.remove("aim"));
  let centres = null;
  const measured = () => cards().map((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return [list.dataset.lay === "rows" ? left + width / 2 : 0, top + height / 2 + window.scrollY];
  });
  const move = (grip, x, y) => {
    const card = grip.closest("li");
    centres = centres || measured();
    card.classList.add("dragged");
    card.style.transform = "";
    const { left, top, width, height } = grip.getBoundingClientRect();
    card.style.transform = `translate(${list.dataset.lay === "rows" ? Math.round(x - left - width / 2) : 0}px, ${Math.round(y - top - height / 2)}px)`;
    const box = card.getBoundingClientRect();
    const middle = [list.dataset.lay === "rows" ? box.left + box.width / 2 : 0, box.top + box.height / 2 + window.scrollY];
    my.draft = { id: card.dataset.id, to: nearest(middle, centres) };
    clear();
    cards()[my.draft.to].classList.add("aim");
  };
  const drop = (grip, kept) => {
    const { draft } = my;
    my.draft = null;
    centres = null;
    clear();
    const card = grip.closest("li");
    card.classList.remove("dragged");
    card.style.transform = "";
    if (kept && draft) my.place(draft.id, draft.to);
  };
  const tap = (event) => {
    const card = event.target.closest("li[data-id]");
    const isGrip = event.target.closest(".grip");
    if (!card || !(isGrip || my.picked) || (!isGrip && event.target.closest("button, textarea"))) return;
    const { id } = card.dataset;
    if (my.picked && my.picked !== id) my.place(my.picked, my.at(id));
    else if (isGrip) my.pick(my.picked ? null : id);
  };
  draggable(list, { pick: (target) => target.closest(".grip"), move, drop, tap });
}

/** Gives the list of turns; `drawn` is told when the cards stand, so that the line can be laid. */
export function turnsPart(my, drawn) {
  const list = h("ol", { class: "turns" });
  const parts = new Map();
  if (!my.readonly()) listen(my, list);
  /** Puts the cards in order around the one somebody is in: that one is never lifted off the page. */
  const settle = (ids) => {
    for (const [id, part] of parts) {
      if (ids.includes(id)) continue;
      part.node.remove();
      parts.delete(id);
    }
    for (const id of ids) if (!parts.has(id)) parts.set(id, turnPart(my, id));
    if (String([...list.children].map((one) => one.dataset.id)) === String(ids)) return;
    const at = ids.findIndex((id) => parts.get(id).node.contains(document.activeElement));
    for (const id of ids.slice(0, Math.max(at, 0))) list.insertBefore(parts.get(id).node, parts.get(ids[at]).node);
    for (const id of ids.slice(at + 1)) list.append(parts.get(id).node);
  };
  const draw = () => {
    if (my.draft) return; // a card under a finger stays where it is
    const ids = my.turns().map(({ id }) => id);
    settle(ids);
    ids.forEach((id, at) => parts.get(id).draw(at, ids.length));
    list.hidden = !ids.length;
    drawn(list, ids.map((id) => parts.get(id)));
  };
  my.focus = (id, pen) => parts.has(id) && parts.get(id)[pen ? "pen" : "focus"]();
  return { node: list, draw };
}
