// One party's levels as cards: to move, to weigh, to tell a story on, to take away and to add.
import { draggable, fill, h, icon, leafAt, ownWords, say, shown } from "../shared/kit.js";
import { LEAST, LEVELS, added, between, forceInWords, forcesOf, highestOf, isUpward, joinedTexts, levelOf, missing, placeFor, stepped } from "./geometry.js";

/** Gives the part under a story for two texts: both in full, three equal buttons. */
function bothStories(my, path) {
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

function storyPart(my, side, level) {
  const path = `${side}.levels.${level}.story`;
  const made = ownWords(my, path, { label: `level_${level}`, placeholder: `hint_${level}` }, { long: true, rows: 1, limit: 200 });
  const two = bothStories(my, path);
  made.input.dataset.path = path;
  made.node.append(two.node);
  return { node: made.node, draw: () => [made, two].forEach((one) => one.draw()) };
}

/** Gives the row of four: none, and three bars that fill up. Arrow keys go from one to the next. */
function strengthPart(my, side, level) {
  const path = `${side}.levels.${level}.strength`;
  const now = () => levelOf(my.value(), side, level).strength;
  const steer = (event) => {
    const next = stepped(now() === null ? -1 : now(), event.key, 4);
    if (next === null || event.altKey) return;
    event.preventDefault();
    my.write(path, next);
    buttons[next].focus();
  };
  const buttons = [0, 1, 2, 3].map((step) => h("button", { role: "radio", class: step ? "step" : "step zero", onclick: () => my.write(path, step), onkeydown: steer }, h("i")));
  const word = h("span", { class: "felt small quiet", "aria-hidden": "true" });
  const node = h("div", { class: "strength" }, h("div", { class: "steps", role: "radiogroup" }, buttons), word);
  const draw = () => {
    node.firstChild.setAttribute("aria-label", `${my.word("strength")}: ${my.word(`level_${level}`)}`);
    buttons.forEach((one, step) => {
      one.setAttribute("aria-label", my.word(`strength_${step}`));
      one.setAttribute("aria-checked", String(now() === step));
      one.classList.toggle("on", step > 0 && now() !== null && step <= now());
      one.tabIndex = step === (now() || 0) ? 0 : -1;
    });
    say(word, now() === null ? my.word("strength_open") : my.word(`strength_${now()}`));
  };
  return { node, draw };
}

/** Gives the forces that pull over the gap under a level, in words. */
function gapPart(my, side) {
  const node = h("ul", { class: "gap" });
  const draw = (order, at) => {
    const found = between(forcesOf(my.value(), side), order, at).map((force) => {
      const up = isUpward(force, order);
      const near = Math.abs(order.indexOf(force.from_level) - order.indexOf(force.to_level)) === 1;
      const text = forceInWords(force, my.word, near);
      return text && h("li", { class: "chip me" }, icon(up ? "up" : "down"), h("span", {}, text));
    }).filter(Boolean);
    node.replaceChildren(...found);
    node.hidden = !found.length;
  };
  return { node, draw };
}

function levelCard(my, side, level) {
  const [story, strength, gap] = [storyPart(my, side, level), strengthPart(my, side, level), gapPart(my, side)];
  const [name, flagged, off] = [shown(my, "h3", `level_${level}`), shown(my, "span", "highest"), shown(my, "span", "ui_remove")];
  const badge = h("span", {}, icon("flag"));
  const grip = h("button", { class: "grip", dataset: { level } }, icon("grip"));
  const tool = (sign, step) => h("button", { class: "btn square plain", onclick: () => my.step(side, level, step) }, icon(sign));
  const [up, down] = [tool("up", -1), tool("down", 1)];
  const flag = h("button", { class: "btn plain low flag", onclick: () => my.flag(side, level) }, icon("flag"), flagged.node);
  const remove = h("button", { class: "btn plain low", onclick: () => my.remove(side, level) }, icon("close"), off.node);
  const head = h("div", { class: "above-story" }, grip, h("div", { class: "title" }, badge, name.node), h("div", { class: "tools" }, up, down));
  const card = h("div", { class: "level" }, head, story.node, strength.node, h("div", { class: "marks" }, flag, remove));
  const node = h("li", { dataset: { level } }, card, gap.node);
  grip.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === "Escape" && my.picked) my.pick(null);
    else if (step) my.step(side, level, step);
    else return;
    event.preventDefault();
  });
  const draw = (order) => {
    const at = order.indexOf(level);
    const isHighest = highestOf(my.value(), side) === level;
    const isPicked = Boolean(my.picked) && my.picked.side === side && my.picked.level === level;
    for (const part of [name, flagged, off, story, strength]) part.draw();
    gap.draw(order, at);
    const says = (button, key) => button.setAttribute("aria-label", `${my.word(key)}: ${my.word(`level_${level}`)}`);
    says(grip, "level_move");
    says(up, "ui_move_up");
    says(down, "ui_move_down");
    says(remove, "ui_remove");
    says(flag, "highest");
    flag.setAttribute("aria-pressed", String(isHighest));
    badge.hidden = !isHighest;
    card.classList.toggle("high", isHighest);
    card.classList.toggle("picked", isPicked);
    grip.setAttribute("aria-pressed", String(isPicked));
    for (const [button, no] of [[up, !at], [down, at === order.length - 1], [remove, order.length <= LEAST]]) button.setAttribute("aria-disabled", String(no));
  };
  return { node, draw, focus: () => grip.focus() };
}

/** A drag moves a card by its grip; a tap on a grip picks the card up, the next one sets it down there. */
function listen(my, side, list) {
  const line = h("div", { class: "drop", hidden: true });
  const others = (node) => [...list.children].filter((one) => one !== node && one.dataset.level);
  const middle = (node) => node.getBoundingClientRect().top + node.offsetHeight / 2;
  const move = (grip, _, y) => {
    const card = grip.closest("li");
    const rest = others(card);
    const to = placeFor(y, rest.map(middle));
    my.draft = { level: card.dataset.level, to };
    card.classList.add("dragged");
    card.style.transform = "";
    card.style.transform = `translateY(${Math.round(y - grip.getBoundingClientRect().top - grip.offsetHeight / 2)}px)`;
    const edge = to < rest.length ? rest[to].offsetTop : rest[to - 1].offsetTop + rest[to - 1].offsetHeight;
    line.hidden = false;
    line.style.transform = `translateY(${edge}px)`;
  };
  const drop = (grip, kept) => {
    const { draft } = my;
    my.draft = null;
    line.hidden = true;
    const card = grip.closest("li");
    card.classList.remove("dragged");
    card.style.transform = "";
    if (kept && draft) my.place(side, draft.level, draft.to);
  };
  const tap = (event) => {
    const card = event.target.closest("li[data-level]");
    const isGrip = event.target.closest(".grip");
    if (!card || !(isGrip || my.picked) || (!isGrip && event.target.closest("button, textarea"))) return;
    const { level } = card.dataset;
    const held = my.picked && my.picked.side === side ? my.picked.level : null;
    if (held && held !== level) my.place(side, held, my.order(side).indexOf(level));
    else if (isGrip) my.pick(held ? null : { side, level });
  };
  draggable(list, { pick: (target) => target.closest(".grip"), move, drop, tap });
  return line;
}

/** Gives a party's levels: cards in their order, and the levels that can be added. */
export function levelsPart(my, side) {
  const cards = Object.fromEntries(LEVELS.map((level) => [level, levelCard(my, side, level)]));
  const list = h("ol", { class: "levels" });
  const line = listen(my, side, list);
  const [hint, add] = [h("p", { class: "small", role: "status" }), shown(my, "p", "ui_add_level", { class: "label" })];
  const more = LEVELS.map((level) => ({ level, word: shown(my, "span", `level_${level}`) }));
  const buttons = more.map(({ level, word }) => h("button", { class: "btn low", onclick: () => my.change(side, added(my.order(side), level), "level_added", level) }, icon("plus"), word.node));
  /** Puts the cards in order around the one somebody is in: that one is never lifted off the page. */
  const settle = (order) => {
    if (String([...list.children].map((one) => one.dataset.level)) === String(order)) return;
    for (const level of missing(order)) cards[level].node.remove();
    const at = order.findIndex((level) => list.contains(cards[level].node) && cards[level].node.contains(document.activeElement));
    for (const level of order.slice(0, Math.max(at, 0))) list.insertBefore(cards[level].node, cards[order[at]].node);
    for (const level of order.slice(at + 1)) list.append(cards[level].node);
  };
  const draw = () => {
    const order = my.order(side);
    if (my.draft) return; // a card under a finger stays where it is
    settle(order);
    for (const level of order) cards[level].draw(order);
    say(hint, my.picked && my.picked.side === side ? fill(my.word("level_picked"), { level: my.word(`level_${my.picked.level}`) }) : my.told[side] || "");
    add.draw();
    add.node.hidden = order.length === LEVELS.length;
    more.forEach(({ level, word }, i) => {
      word.draw();
      buttons[i].hidden = order.includes(level);
    });
  };
  my.focus[side] = (level) => cards[level].focus();
  return { nodes: [hint, h("div", { class: "stack-of" }, list, line), add.node, h("div", { class: "row wrap more" }, buttons)], draw };
}
