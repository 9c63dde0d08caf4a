// What one round asks of a phone: to draw a card, to tap, to mark what was heard, to lay it open.
import { fill, h, icon, ownWords, say, shown } from "../shared/kit.js";
import { ALL, MOST_TAPS, REST, drawable, isMarked, letterOf, picksOf, tapped } from "./geometry.js";

/** Gives buttons under each other for a choice; arrow keys go from one to the next. */
function choicesPart(my, keys, { stem, on, act, label }) {
  const named = keys.map((key) => [h("b"), h("span", { class: "small quiet" })]);
  const steer = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.altKey) return;
    event.preventDefault();
    buttons[(buttons.indexOf(event.currentTarget) + step + buttons.length) % buttons.length].focus();
  };
  const buttons = keys.map((key, i) => h("button", { class: "choice", onclick: () => act(key), onkeydown: steer }, h("i", { class: "box" }, icon("check")), h("span", {}, named[i])));
  const node = h("div", { class: "choices", role: "group" }, buttons);
  const draw = () => {
    node.setAttribute("aria-label", label());
    keys.forEach((key, i) => {
      say(named[i][0], my.named(key, stem));
      named[i][1].hidden = !say(named[i][1], my.word(`${stem}_${key}_hint`) || "").textContent;
      buttons[i].setAttribute("aria-pressed", String(on(key)));
    });
  };
  return { node, draw };
}

/** Gives the drawn card, to be looked at and to be covered again. */
export function cardPart(my, { prompt = false } = {}) {
  const [yours, name, hint, word] = [shown(my, "p", "card_yours", { class: "small quiet" }), h("p", { class: "name" }), h("p"), h("span")];
  const turn = h("button", { class: "btn low", onclick: () => my.peek(!my.peeked) }, icon("eye"), word);
  const face = h("div", { class: "face" }, name, hint);
  const node = h("div", { class: "secret" }, h("div", { class: "row between wrap" }, yours.node, turn), face);
  const draw = () => {
    const { drawn } = my.round();
    node.hidden = !drawn || !my.mayPeek();
    yours.draw();
    face.hidden = !my.peeked;
    say(word, my.word(my.peeked ? "card_hide" : "card_see"));
    turn.setAttribute("aria-pressed", String(my.peeked));
    const asked = prompt && my.word(`prompt_${drawn}`);
    say(name, drawn && my.peeked ? my.word(`card_${drawn}`) : "");
    say(hint, drawn && my.peeked ? asked || my.word(`card_${drawn}_hint`) : "");
    face.classList.toggle("asks", Boolean(asked));
  };
  return { node, draw };
}

/** Gives the drawing: a card by chance, in a free round by choice, or the one that was drawn on paper. */
export function drawPart(my) {
  const cards = () => my.cards();
  const take = (card) => {
    my.peeked = true;
    my.write("drawn", card);
  };
  const chance = () => {
    const all = drawable(cards(), my.value(), my.ids());
    take(all[Math.floor(Math.random() * all.length)]);
  };
  const [drawn, free, paper] = [shown(my, "span", "draw"), shown(my, "p", "draw_free", { class: "label" }), h("span")];
  const act = h("button", { class: "btn main wide", onclick: chance }, drawn.node);
  const list = choicesPart(my, cards(), { stem: "card", on: (card) => my.round().drawn === card, act: take, label: () => my.word("draw_free") });
  const more = h("details", { class: "quiet-more" }, h("summary", {}, icon("chevron"), paper));
  const node = h("div", { class: "draw" }, my.isFree() ? [free.node, list.node] : [act, more]);
  if (!my.isFree()) more.append(list.node);
  const draw = () => {
    for (const one of [drawn, free, list]) one.draw();
    say(paper, my.word("draw_paper"));
    node.hidden = !my.mayPeek() || (Boolean(my.round().drawn) && !my.isFree());
  };
  return { node, draw };
}

/** Gives the observers' one button: a tap for each change, then eyes up while it rests. */
export function tapPart(my, seat) {
  const path = `taps.${seat}`;
  const now = () => Number(my.round().taps[seat]) || 0;
  const resting = () => Date.now() - my.tappedAt < REST;
  const act = () => {
    if (resting() || now() >= MOST_TAPS) return;
    my.tappedAt = Date.now();
    my.write(path, now() + 1);
  };
  const [word, count] = [h("span"), h("p", { class: "small quiet num" })];
  const button = h("button", { class: "btn tap", onclick: act }, word);
  const draw = () => {
    say(word, my.word(resting() ? "tap_rest" : "tap"));
    button.setAttribute("aria-disabled", String(resting()));
    say(count, now() ? fill(my.word("taps"), { n: now() }) : "");
  };
  return { node: h("div", { class: "tapping" }, button, count), draw };
}

/** Gives what one seat marks: what it heard, what it would answer, the sign it went by. */
export function markPart(my, seat) {
  const { of = my.cards(), many, reply, sign } = my.options().mark || {};
  const heard = () => my.round().heard[seat];
  const act = (choice) => my.write(`heard.${seat}`, tapped(heard(), choice, of, many));
  const title = h("p", { class: "label" });
  const list = choicesPart(my, of, { stem: "mark", on: (choice) => picksOf(heard()).includes(choice), act, label: () => title.textContent });
  const path = (part) => `rounds.${my.id()}.${part}`;
  const fields = [
    reply && ownWords(my, path(`reply.${seat}`), { label: "reply", hint: "reply_hint" }, { rows: 1, limit: 120 }),
    sign && ownWords(my, path("sign"), { label: "sign", hint: "sign_hint" }, { long: true, rows: 2, limit: 160 }),
  ].filter(Boolean);
  const node = h("div", { class: "marks" }, title, list.node, fields.map((one) => one.node));
  const draw = () => {
    say(title, my.seat === ALL ? `${my.place(seat)}: ${my.word("mark_ask")}` : my.word("mark_ask"));
    for (const one of [list, ...fields]) one.draw();
  };
  return { node, draw, seat };
}

/** Gives what lies open after the round: the card, what each heard and would answer, the sign. */
export function resultPart(my) {
  const node = h("div", { class: "result" });
  const line = (label, ...said) => [h("dt", { class: "small quiet" }, label), h("dd", {}, ...said)];
  const draw = () => {
    const round = my.round();
    node.hidden = !round.shown;
    const wanted = JSON.stringify([round, my.words().card_was]);
    if (node.dataset.wanted === wanted) return;
    node.dataset.wanted = wanted;
    const list = h("dl");
    if (round.drawn) list.append(...line(my.word("card_was"), h("b", {}, my.word(`card_${round.drawn}`))));
    for (const seat of my.markers()) {
      const heard = picksOf(round.heard[seat]).map((key) => my.named(key, "mark")).join(" · ");
      const reply = round.reply[seat];
      if (heard || reply) list.append(...line(fill(my.word("heard"), { seat: letterOf(seat) }), h("b", {}, heard), reply && h("p", { class: "voice" }, reply)));
    }
    if (round.sign) list.append(...line(my.word("sign"), h("p", { class: "voice" }, round.sign)));
    const taps = my.roles().observers.map((seat) => round.taps[seat]).filter(Boolean);
    if (taps.length) list.append(...line(my.word("taps_all"), h("span", { class: "num" }, taps.join(" · "))));
    node.replaceChildren(list);
  };
  return { node, draw };
}

/** Gives how many have marked and the button that lays the round open. */
export function showPart(my) {
  const [count, word] = [h("p", { class: "small quiet num" }), shown(my, "span", "show")];
  const act = h("button", { class: "btn wide", onclick: () => my.open() }, word.node);
  const draw = () => {
    const markers = my.markers();
    const n = markers.filter((seat) => isMarked(my.round().heard[seat])).length;
    say(count, fill(my.word("marked"), { n, of: markers.length }));
    count.hidden = markers.length < 2;
    word.draw();
    act.classList.toggle("main", n === markers.length);
  };
  return { node: h("div", { class: "showing" }, count, act), draw };
}

/** Gives a phone gone dark: one line, the time, and the way back to light. */
export function darkPart(my, el) {
  const [line, time, word] = [shown(my, "p", "dark_line", { class: "lead" }), h("p", { class: "timer", role: "timer" }), shown(my, "span", "light")];
  const act = h("button", { class: "btn", onclick: () => my.light() }, word.node);
  const node = h("div", { class: "kit dark", role: "dialog", hidden: true, dataset: { theme: "dark" } }, line.node, time, act);
  node.addEventListener("keydown", (event) => event.key === "Escape" && my.light());
  const draw = () => {
    const [was, had] = [node.hidden, node.contains(document.activeElement)];
    node.hidden = !my.isDark();
    if (el.dataset.alone !== undefined) node.dataset.alone = "";
    for (const one of [line, word]) one.draw();
    node.setAttribute("aria-label", line.node.textContent);
    say(time, my.clock());
    if (was && !node.hidden && !my.isWriting()) act.focus();
    if (had && node.hidden) my.toStage();
  };
  return { node, draw };
}
