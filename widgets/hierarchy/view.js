import { fill, h, host, icon, leafAt, mount, ownWords, say, shown, withLeaf } from "../shared/kit.js";
import { standingWhole } from "../shared/standing.js";
import { levelsPart } from "./cards.js";
import { DEONTICS, KINDS, LEAST, LEVELS, LOOPS, MOST_FORCES, SIDES, forcesOf, highestOf, newId, orderOf, placed, sideOf } from "./geometry.js";
import { partyName, readPart } from "./read.js";

/** Gives what the parts share: what the host holds now, and what only this screen knows. */
function state(model) {
  const my = Object.assign(host(model), { on: SIDES[0], picked: null, draft: null, told: {}, focus: {} });
  my.order = (side) => orderOf(my.value(), side);
  /** Gives a word as a group says it, wherever a group's sheet is shown. */
  my.spoken = (key) => (my.options().stage !== "individual" && my.word(`${key}_group`)) || my.word(key);
  my.party = (side) => sideOf(my.value(), side).name || my.spoken(`party_${side}`);
  my.isGuess = (side) => side === "theirs" || Boolean(sideOf(my.value(), side).name);
  my.called = (side) => (my.isGuess(side) ? `${my.party(side)} · ${my.spoken("guess")}` : my.party(side));
  my.write = (path, leaf, join) => {
    my.ink.write(path, leaf, join);
    my.redraw();
  };
  /** Takes a new order in, and says what happened to one level. */
  my.change = (side, order, key, level) => {
    my.picked = null;
    my.told = { [side]: fill(my.word(key), { level: my.word(`level_${level}`), n: order.indexOf(level) + 1, of: order.length }) };
    my.ink.write(`${side}.order`, order);
    my.redraw();
    if (order.includes(level)) my.focus[side](level);
  };
  my.place = (side, level, to) => {
    const next = placed(my.order(side), level, to);
    if (String(next) === String(my.order(side))) my.pick(null);
    else my.change(side, next, "level_moved", level);
  };
  my.step = (side, level, step) => {
    const to = my.order(side).indexOf(level) + step;
    if (to < 0 || to >= my.order(side).length) return;
    const had = document.activeElement;
    my.place(side, level, to);
    if (had && had.isConnected) had.focus();
  };
  my.remove = (side, level) => {
    const [order, at] = [my.order(side), my.order(side).indexOf(level)];
    if (order.length <= LEAST) return;
    const rest = order.filter((one) => one !== level);
    my.change(side, rest, "level_removed", level);
    my.focus[side](rest[Math.min(at, rest.length - 1)]);
  };
  my.flag = (side, level) => my.write(`${side}.highest`, highestOf(my.value(), side) === level ? null : level);
  my.pick = (picked) => {
    Object.assign(my, { picked, told: {} });
    my.redraw();
  };
  my.settle = (path, value) => {
    model.set("settled", { path, value });
    model.set("value", withLeaf(my.value(), path, value));
    model.save_changes();
    my.redraw();
  };
  return my;
}

/** Gives a labelled choice from a list; `options()` gives [value, word] pairs, the empty one first. */
function selectPart(my, label, now, write, options) {
  const [name, select] = [h("span", { class: "small quiet" }), h("select", { class: "input" })];
  select.addEventListener("change", () => write(select.value || null));
  const draw = () => {
    say(name, my.word(label));
    const wanted = [["", my.word("ui_choose")], ...options()];
    if (select.dataset.wanted !== String(wanted)) { // an open list must not be built anew
      select.replaceChildren(...wanted.map(([value, text]) => h("option", { value }, text)));
      select.dataset.wanted = String(wanted);
    }
    select.value = now() || "";
  };
  return { node: h("label", { class: "pick" }, name, select), draw };
}

function forceRow(my, side, id) {
  const path = (part) => `${side}.forces.${id}.${part}`;
  const pick = (label, part, options) => selectPart(my, label, () => leafAt(my.value(), path(part)), (leaf) => my.write(path(part), leaf), options);
  const worded = (keys, stem) => () => keys.map((key) => [key, my.word(`${stem}_${key}`)]);
  const levels = (part) => () => LEVELS.filter((level) => my.order(side).includes(level) || leafAt(my.value(), path(part)) === level).map((level) => [level, my.word(`level_${level}`)]);
  const picks = [pick("force", "kind", worded(KINDS, "force")), pick("force_felt", "deontic", worded(DEONTICS, "deontic")), pick("force_from", "from_level", levels("from_level")), pick("force_to", "to_level", levels("to_level"))];
  const [number, means, off] = [h("span", { class: "label num" }), h("p", { class: "small quiet" }), h("button", { class: "btn square plain" }, icon("close"))];
  off.addEventListener("click", () => my.write(`${side}.forces`, forcesOf(my.value(), side).filter((one) => one.id !== id)));
  const group = h("div", { role: "group" }, h("div", { class: "row between" }, number, off), h("div", { class: "picks" }, picks.map((one) => one.node)), means);
  const node = h("li", { class: "force" }, group);
  const draw = (at) => {
    group.setAttribute("aria-label", say(number, fill(my.word("force_number"), { n: at + 1 })).textContent);
    off.setAttribute("aria-label", `${my.word("ui_remove")}: ${number.textContent}`);
    for (const one of picks) one.draw();
    const kind = leafAt(my.value(), path("kind"));
    means.hidden = !say(means, kind ? my.word(`force_${kind}_hint`) : "").textContent;
  };
  return { node, draw };
}

/** Gives the pulls between levels; the words for how they are felt are the four of the theory. */
function forcesPart(my, side) {
  const [title, hint, added] = [shown(my, "h3", "forces"), shown(my, "p", "forces_hint", { class: "small quiet" }), shown(my, "span", "force_add")];
  const list = h("ol", { class: "forces" });
  const rows = new Map();
  const add = () => {
    const all = forcesOf(my.value(), side);
    const id = newId(all.map((one) => one.id));
    my.write(`${side}.forces`, [...all, { id }]);
    rows.get(id).node.querySelector("select").focus();
  };
  const more = h("button", { class: "btn low", onclick: add }, icon("plus"), added.node);
  const draw = () => {
    for (const word of [title, hint, added]) word.draw();
    const ids = forcesOf(my.value(), side).map((one) => one.id);
    const lost = [...rows.keys()].filter((id) => !ids.includes(id));
    const had = lost.some((id) => rows.get(id).node.contains(document.activeElement));
    for (const id of lost) {
      rows.get(id).node.remove();
      rows.delete(id);
    }
    ids.forEach((id, at) => {
      if (!rows.has(id)) rows.set(id, forceRow(my, side, id));
      const { node } = rows.get(id);
      if (list.children[at] !== node) list.insertBefore(node, list.children[at] || null);
      rows.get(id).draw(at);
    });
    more.hidden = ids.length >= MOST_FORCES;
    if (had) more.focus();
  };
  return { node: h("div", { class: "pulling" }, title.node, hint.node, list, more), draw };
}

/** Gives the question whether it goes round in a loop: an answer of people, never worked out. */
function loopPart(my, side) {
  const [title, hint] = [shown(my, "legend", "loop", { class: "label" }), shown(my, "p", "loop_hint", { class: "small quiet" })];
  const name = `loop-${side}-${newId([])}${newId([])}`;
  const rows = LOOPS.map((loop) => ({
    loop,
    input: h("input", { type: "radio", name, onchange: () => my.write(`${side}.loop`, loop) }),
    words: [shown(my, "span", `loop_${loop}`), shown(my, "span", `loop_${loop}_hint`, { class: "small quiet" })],
  }));
  const labels = rows.map(({ input, words }) => h("label", {}, input, h("span", {}, words[0].node, words[1].node)));
  const draw = () => {
    for (const part of [title, hint, ...rows.flatMap(({ words }) => words)]) part.draw();
    for (const { loop, input } of rows) input.checked = sideOf(my.value(), side).loop === loop;
  };
  return { node: h("fieldset", { class: "loops" }, title.node, hint.node, labels), draw };
}

function partyPart(my, side) {
  const title = partyName(my);
  const note = shown(my, "p", `note_${side}`, { class: "small quiet" });
  const name = ownWords(my, `${side}.name`, { label: `name_${side}`, hint: `name_${side}_hint`, placeholder: `party_${side}` }, { limit: 40 });
  const [levels, forces, loop] = [levelsPart(my, side), forcesPart(my, side), loopPart(my, side)];
  const [ask, onward, next] = [h("p", { class: "query small" }), h("span"), SIDES.find((one) => one !== side)];
  const turn = h("button", { class: "btn next", onclick: () => my.turn(next) }, icon("swap"), onward);
  const node = h("div", { class: "party" }, h("h2", {}, title.nodes), note.node, name.node, levels.nodes, ask, forces.node, loop.node, turn);
  const draw = () => {
    node.dataset.on = String(my.on === side);
    title.draw(side);
    say(onward, my.called(next));
    for (const part of [note, name, levels, forces, loop]) part.draw();
    const highest = highestOf(my.value(), side);
    const apart = highest && highest !== my.order(side)[0];
    ask.hidden = !say(ask, apart ? fill(my.word("highest_ask"), { level: my.word(`level_${highest}`) }) : "").textContent;
  };
  return { node, draw };
}

function switchPart(my) {
  const names = SIDES.map(() => h("span"));
  const buttons = SIDES.map((side, i) => h("button", { onclick: () => my.turn(side) }, names[i]));
  const node = h("div", { class: "seg turn", role: "group" }, buttons);
  const draw = () => {
    node.setAttribute("aria-label", my.word("whose"));
    SIDES.forEach((side, i) => {
      say(names[i], my.called(side));
      buttons[i].setAttribute("aria-pressed", String(my.on === side));
    });
  };
  my.turn = (side) => {
    Object.assign(my, { on: side, picked: null });
    my.redraw();
    node.scrollIntoView({ block: "nearest" });
    buttons[SIDES.indexOf(side)].focus({ preventScroll: true });
  };
  return { node, draw };
}

function headPart(my) {
  const utterance = ownWords(my, "utterance", { label: "utterance", hint: "utterance_hint" }, { long: true, limit: 200 });
  const situation = ownWords(my, "situation", { label: "situation", hint: "situation_hint" }, { limit: 160 });
  return { node: h("div", { class: "card utter stack" }, utterance.node, situation.node), draw: () => [utterance, situation].forEach((one) => one.draw()) };
}

/** Gives the group's question across the two: which level differs most. */
function differsPart(my) {
  const all = () => LEVELS.filter((level) => SIDES.some((side) => my.order(side).includes(level))).map((level) => [level, my.word(`level_${level}`)]);
  const pick = selectPart(my, "differs", () => my.value().differs, (leaf) => my.write("differs", leaf), all);
  const node = h("div", { class: "card" }, pick.node);
  const draw = () => {
    node.hidden = my.options().stage !== "group";
    pick.draw();
  };
  return { node, draw };
}

function undoPart(my) {
  const word = shown(my, "span", "ui_undo");
  const node = h("button", { class: "btn plain low undo", onclick: () => my.undo() }, icon("undo"), word.node);
  const draw = () => {
    word.draw();
    node.hidden = my.options().undo === false || !my.ink.canUndo();
  };
  return { node, draw };
}

function render({ model, el }) {
  const my = state(model);
  return mount({ model, el }, "hierarchy", my, () => {
    Object.assign(my, { picked: null, draft: null });
    if (my.readonly()) {
      const read = readPart(my, true);
      return { parts: [read, standingWhole(el, 4)], nodes: [read.node] };
    }
    const [head, turn, undo, differs, twin] = [headPart(my), switchPart(my), undoPart(my), differsPart(my), readPart(my, false)];
    const parties = SIDES.map((side) => partyPart(my, side));
    const both = h("div", { class: "parties" }, parties.map((one) => one.node));
    return { parts: [head, turn, ...parties, differs, undo, twin], nodes: [head.node, turn.node, both, undo.node, differs.node, twin.node] };
  });
}

export default { render };
