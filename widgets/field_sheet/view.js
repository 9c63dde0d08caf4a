import { fill, h, host, icon, keep, leafAt, mount, ownWords, s, say, shown, withLeaf } from "../shared/kit.js";
import { standingWhole } from "../shared/standing.js";
import { foldParts } from "./fold.js";
import { bothTexts, freshId, inOrder, isWhen, limitOf, onStage, partsOf, rowsOf, shifted, signOf, stemOf } from "./geometry.js";
import { readPart } from "./read.js";
import { withUnclear } from "./unclear.js";
import { whenPart } from "./when.js";

const TIGHTEST = 4; // steps in which a sheet gets closer on the big screen

/** Gives the part under a field for two texts: both in full, three equal buttons. */
function twoTexts(its, path) {
  const [who, kept, text] = [h("b"), h("span", { class: "quiet" }), h("p", { class: "voice" })];
  const words = ["ui_keep_mine", "ui_keep_other", "ui_keep_both"].map((key) => shown(its, "span", key));
  const other = () => (its.options().others || {})[path];
  const pair = () => {
    const [here, there] = [leafAt(its.value(), path), other().value];
    return other().mine ? [there, here] : [here, there];
  };
  const choices = [() => pair()[0], () => pair()[1], () => bothTexts(...pair())];
  const buttons = choices.map((choice, i) => h("button", { class: "btn low", onclick: () => its.settle(path, choice()) }, words[i].node));
  const node = h("div", { class: "two", role: "group" }, h("p", { class: "small", role: "status" }, who, " ", kept), text, h("div", { class: "choices" }, buttons));
  const draw = () => {
    node.hidden = !other();
    if (node.hidden) return;
    node.setAttribute("aria-label", its.word("room_two"));
    say(who, `${other().by ? fill(its.word("room_two_texts"), other()) : its.word("room_two_texts_mine")}.`);
    say(kept, its.word("room_two_kept"));
    say(text, other().value);
    for (const word of words) word.draw();
  };
  return { node, draw };
}

/** Gives one field for words, with the sentence of a refusal and the second text under it. */
function textPart(its, path, names, { rows, long = true }) {
  const field = ownWords(its, path, names, { long, rows, limit: limitOf(its.options().limits, path) });
  const [two, no, sentence] = [twoTexts(its, path), h("p", { class: "wrong", role: "status" }), h("span")];
  field.input.dataset.path = path;
  field.node.append(no, two.node);
  const draw = () => {
    field.draw();
    two.draw();
    const refused = (its.options().refused || {})[path];
    const over = field.input.getAttribute("aria-invalid") === "true";
    const facts = { most: limitOf(its.options().limits, path), has: [...field.input.value].length, field: "" };
    no.replaceChildren(...(refused && !over ? [icon("alert"), sentence] : []));
    say(sentence, refused && fill(its.word(refused) || refused, facts));
  };
  return { node: field.node, input: field.input, draw };
}

function choicePart(its, spec) {
  const label = shown(its, "span", spec.label || stemOf({ ...spec, word: "" }), { class: spec.bare ? "label sr" : "label", id: `sheet-${freshId([])}${freshId([])}` });
  const words = spec.options.map((option) => shown(its, "span", `${stemOf(spec)}_${option}`));
  const choose = (option) => {
    its.ink.write(spec.field, leafAt(its.value(), spec.field) === option && !spec.bare ? null : option);
    its.redraw();
  };
  const drawn = (option) => signOf(option) && s("svg", { class: "sign", viewBox: "0 0 56 40", "aria-hidden": "true" }, s("path", { d: signOf(option) }));
  const buttons = spec.options.map((option, i) => h("button", { onclick: () => choose(option) }, spec.signs && drawn(option), words[i].node));
  const node = h("div", { class: "field" }, label.node, h("div", { class: spec.signs ? "seg signs" : "seg", role: "group", "aria-labelledby": label.node.id, dataset: { n: buttons.length } }, buttons));
  const draw = () => {
    for (const word of [label, ...words]) word.draw();
    spec.options.forEach((option, i) => buttons[i].setAttribute("aria-pressed", String(leafAt(its.value(), spec.field) === option)));
  };
  return { node, draw };
}

/** Gives the way past a question: pressed, the other fields go, and what was written in them stays. */
function skipPart(its, spec) {
  const stem = stemOf(spec);
  const on = () => leafAt(its.value(), spec.field) === true;
  const [word, sentence] = [h("span"), h("p", { class: "lead", role: "status" })];
  const act = () => (its.ink.write(spec.field, on() ? null : true), its.redraw());
  const node = h("div", { class: "skip" }, sentence, h("button", { class: "btn plain", onclick: act }, word));
  const draw = () => {
    say(word, its.word(on() ? `${stem}_back` : "ui_skip"));
    say(sentence, on() ? its.word(stem) : "");
    if (node.parentNode) node.parentNode.classList.toggle("skipped", on());
  };
  return { node, draw };
}

/** Gives one row of a list: its number, its parts, and the buttons that move and remove it. */
function rowPart(its, spec, id, act) {
  const stem = stemOf(spec);
  const write = (path, text, join) => {
    if (its.items().some((item) => item.id === id)) its.ink.write(path, text, join);
    else act.keep(id, path.split(".").pop(), text);
  };
  const own = Object.assign(Object.create(its), { ink: { write, rest: its.ink.rest } });
  const part = ({ part: name, kind, options }) => {
    const [path, word] = [`${spec.field}.${id}.${name}`, `${stem}_${name}`];
    if (kind === "choice") return choicePart(own, { field: path, kind, options, word, label: word });
    if (isWhen(kind)) return whenPart(own, path, { label: word, hint: `${word}_hint` }, kind);
    return textPart(own, path, { label: word, placeholder: `${word}_hint` }, { rows: limitOf(its.options().limits, `${spec.field}.*.${name}`) < 200 ? 1 : 2 });
  };
  const specs = partsOf(spec);
  const parts = specs.map(part);
  const nodes = (fold) => parts.filter((_, i) => (specs[i].fold || "") === fold).map((one) => one.node);
  const grid = (fold) => h("div", { class: "parts", dataset: { n: Math.min(nodes(fold).length, 4) } }, nodes(fold));
  const folds = [...new Set(specs.map(({ fold }) => fold).filter(Boolean))].map((fold) => {
    const name = shown(its, "span", `${stem}_fold_${fold}`);
    return { name, node: h("details", { class: "fold" }, h("summary", {}, icon("chevron"), name.node), grid(fold)) };
  });
  const number = h("span", { class: "label num" });
  const tool = (name, use) => h("button", { class: "btn square plain", onclick: use }, icon(name));
  const [up, down, off] = [tool("up", () => act.move(id, -1)), tool("down", () => act.move(id, 1)), tool("close", () => act.remove(id))];
  const head = h("div", { class: "row between head" }, number, h("div", { class: "tools" }, up, down, off));
  const group = h("div", { role: "group" }, head, grid(""), folds.map((one) => one.node));
  const node = h("li", { class: "item" }, group);
  const step = { ArrowUp: -1, ArrowDown: 1 };
  node.addEventListener("keydown", (event) => {
    if (!event.altKey || !step[event.key]) return;
    event.preventDefault();
    act.move(id, step[event.key]);
  });
  const draw = (place, count, stored) => {
    const name = say(number, fill(its.word(`${stem}_number`) || "{n}.", { n: place + 1 })).textContent;
    group.setAttribute("aria-label", name);
    const tools = [[up, its.word("ui_move_up"), !place], [down, its.word("ui_move_down"), place === count - 1], [off, its.word(`${stem}_remove`) || its.word("ui_remove"), !stored && count <= (spec.at_least || 0)]];
    for (const [button, word, disabled] of tools) {
      button.setAttribute("aria-label", `${word}: ${name}`);
      button.setAttribute("aria-disabled", String(disabled));
    }
    for (const one of [...parts, ...folds.map(({ name }) => name)]) one.draw();
  };
  return { node, draw, focus: () => parts[0].input.focus(), rest: () => off.focus() };
}

/** Gives a list: rows stay as they are while their order, number and words change around them. */
function itemsPart(sheet, spec) {
  const its = Object.assign(Object.create(sheet), { items: () => leafAt(sheet.value(), spec.field) || [] });
  const stem = stemOf(spec);
  const [title, hint, added] = [shown(its, "h3", stemOf({ ...spec, kind: "text", word: "" })), shown(its, "p", `${spec.field}_hint`, { class: "small quiet" }), shown(its, "span", its.word(`${stem}_add`) ? `${stem}_add` : "ui_add")];
  const list = h("ol", { class: "items" });
  const more = h("button", { class: "btn", onclick: () => act.add() }, icon("plus"), added.node);
  const rows = new Map();
  const asked = new Set(); // empty rows that somebody asked for
  let ids = [];
  const stored = () => its.items().map((item) => item.id);
  const here = () => ids.filter((id) => rows.has(id) && rows.get(id).node.contains(document.activeElement));
  const act = {
    keep: (id, part, text) => its.ink.write(spec.field, inOrder(its.items(), ids, [{ id, [part]: text }]), true),
    move(id, step) {
      ids = shifted(ids, id, step);
      its.ink.write(spec.field, inOrder(its.items(), ids));
      its.redraw();
    },
    remove(id) {
      if (!stored().includes(id) && ids.length <= (spec.at_least || 0)) return;
      const at = ids.indexOf(id);
      asked.delete(id);
      ids = ids.filter((one) => one !== id);
      its.ink.write(spec.field, its.items().filter((item) => item.id !== id));
      its.redraw();
      const next = rows.get(ids[Math.min(at, ids.length - 1)]);
      if (next) next.rest();
      else more.focus();
    },
    add() {
      const id = freshId(ids);
      ids = [...ids, id];
      for (const one of ids) asked.add(one);
      its.redraw();
      rows.get(id).focus();
    },
  };
  const settle = () => {
    for (const [id, row] of rows) if (!ids.includes(id)) row.node.remove();
    for (const id of rows.keys()) if (!ids.includes(id)) rows.delete(id);
    for (const id of ids) if (!rows.has(id)) rows.set(id, rowPart(its, spec, id, act));
    ids.forEach((id, i) => list.children[i] !== rows.get(id).node && list.insertBefore(rows.get(id).node, list.children[i] || null));
  };
  const draw = () => {
    for (const word of [title, hint, added]) word.draw();
    hint.node.hidden = !hint.node.textContent;
    for (const id of stored()) asked.delete(id);
    ids = rowsOf(stored(), ids, spec.at_least || 0, [...asked, ...here()]);
    keep(list, settle);
    ids.forEach((id, i) => rows.get(id).draw(i, ids.length, stored().includes(id)));
    more.hidden = Boolean(spec.at_most) && ids.length >= spec.at_most;
  };
  return { node: h("section", { class: "list" }, title.node, hint.node, list, more), draw };
}

function undoPart(its) {
  const word = shown(its, "span", "ui_undo");
  const node = h("button", { class: "btn plain low", onclick: () => its.undo() }, icon("undo"), word.node);
  const draw = () => {
    word.draw();
    node.hidden = its.options().undo === false || !word.node.textContent || !its.ink.canUndo();
  };
  return { node, draw };
}

function render({ model, el }) {
  const its = host(model);
  its.settle = (path, value) => {
    model.set("settled", { path, value });
    model.set("value", withLeaf(its.value(), path, value));
    model.save_changes();
    its.redraw();
  };
  const made = (spec) => {
    if (spec.kind === "items") return itemsPart(its, spec);
    if (spec.kind === "choice") return choicePart(its, spec);
    if (spec.kind === "skip") return skipPart(its, spec);
    const stem = stemOf(spec);
    const long = spec.kind === "text";
    if (isWhen(spec.kind)) return whenPart(its, spec.field, { label: stem, hint: `${stem}_hint` }, spec.kind);
    return textPart(its, spec.field, { label: stem, hint: `${stem}_hint` }, { rows: spec.rows || (long ? 3 : 1), long });
  };
  const edit = (spec) => (spec.unclear ? withUnclear(its, spec, made(spec)) : made(spec));
  return mount({ model, el }, "field_sheet", its, () => {
    const specs = its.readonly() ? its.options().fields || [] : onStage(its.options().fields, its.options().stage);
    const all = foldParts(its, specs, specs.map((spec) => (its.readonly() ? readPart(its, spec) : edit(spec))));
    if (!its.readonly() && !specs.every((spec) => spec.bare)) all.push(undoPart(its));
    const whole = its.readonly() ? [standingWhole(el, TIGHTEST)] : [];
    return { parts: [...all, ...whole], nodes: all.map(({ node }) => node) };
  });
}

export default { render };
