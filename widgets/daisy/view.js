import { fill, h, host, icon, leafAt, mount, ownWords, say, shown, withLeaf } from "../shared/kit.js";
import { standingWhole } from "../shared/standing.js";
import { flowerPart } from "./flower.js";
import { LEAST, MOST, NEAR, joinedTexts, newId, petalsOf } from "./geometry.js";

const TIGHTEST = 3;
const onWall = () => document.documentElement.dataset.surface === "screen";

/** Gives what the parts share: what the host holds now, and what only this screen knows. */
function state(model) {
  const my = Object.assign(host(model), { draft: null, told: "", focus: () => {}, focusAdd: () => {} });
  my.petals = () => petalsOf(my.value()).filter(({ talk }) => !my.readonly() || talk);
  my.nears = () => my.petals().map(({ near }) => near);
  /** Gives the key of a word as a group says it, wherever a group's flower is shown. */
  my.spokenKey = (key) => (my.options().stage !== "individual" && my.word(`${key}_group`) ? `${key}_group` : key);
  my.nearWord = (near) => my.word(near ? `near_${near}` : "near_open");
  my.inWords = (at) => {
    const { talk, near } = my.petals()[at];
    return `${at + 1}. ${talk || my.word("talk_empty")}: ${my.nearWord(near).toLowerCase()}`;
  };
  my.write = (path, leaf, join) => {
    my.ink.write(path, leaf, join);
    my.redraw();
  };
  my.set = (at, near) => {
    const { id } = my.petals()[at];
    my.told = "";
    my.ink.write(`petals.${id}.near`, near);
    my.told = my.inWords(at);
    my.redraw();
  };
  my.add = () => {
    const { petals } = my.value();
    const id = newId(my.petals().map((one) => one.id));
    my.told = "";
    my.write("petals", [...(Array.isArray(petals) ? petals : []), { id }]);
    my.focus(id);
  };
  my.remove = (id) => {
    const [petals, at] = [my.petals(), my.petals().findIndex((one) => one.id === id)];
    my.told = fill(my.word("petal_removed"), { n: at + 1 });
    my.write("petals", my.value().petals.filter((one) => one && one.id !== id));
    const rest = petals.filter((one) => one.id !== id);
    if (rest.length) my.focus(rest[Math.min(at, rest.length - 1)].id, true);
    else my.focusAdd();
  };
  my.settle = (path, value) => {
    model.set("settled", { path, value });
    model.set("value", withLeaf(my.value(), path, value));
    model.save_changes();
    my.redraw();
  };
  return my;
}

/** Gives the part under a field for two texts: both in full, three equal buttons. */
function bothUtterances(my, path) {
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

function wordsPart(my) {
  const utterance = ownWords(my, "utterance", { label: "utterance", hint: "utterance_hint" }, { long: true, rows: 1, limit: 200 });
  const situation = ownWords(my, "situation", { label: "situation", hint: "situation_hint" }, { long: true, rows: 1, limit: 160 });
  const two = bothUtterances(my, "utterance");
  utterance.input.dataset.path = "utterance";
  utterance.node.append(two.node);
  const draw = () => {
    for (const part of [utterance, situation, two]) part.draw();
    situation.node.hidden = !my.word("situation");
  };
  return { node: h("div", { class: "card utter stack" }, utterance.node, situation.node), draw };
}

/** Gives one petal in the list: its number, its words, and whether it is in front or behind. */
function petalRow(my, id) {
  const path = (part) => `petals.${id}.${part}`;
  const talk = ownWords(my, path("talk"), { label: "talk", placeholder: "talk_hint" }, { long: true, rows: 1, limit: 80 });
  const number = h("span", { class: "nr num", "aria-hidden": "true" });
  const names = NEAR.map((near) => shown(my, "span", `near_${near}`));
  const at = () => my.petals().findIndex((one) => one.id === id);
  const choose = (near) => my.set(at(), my.petals()[at()].near === near ? null : near);
  const buttons = NEAR.map((near, i) => h("button", { onclick: () => choose(near) }, names[i].node));
  const seg = h("div", { class: "seg", role: "group" }, buttons);
  const off = h("button", { class: "btn square plain", onclick: () => my.remove(id) }, icon("close"));
  const node = h("li", { dataset: { id } }, number, h("div", { class: "is" }, talk.node, h("div", { class: "row between" }, seg, off)));
  const draw = (place) => {
    const { near } = my.petals()[place];
    for (const part of [talk, ...names]) part.draw();
    const called = fill(my.word("petal_number"), { n: place + 1 });
    say(number, place + 1);
    node.dataset.near = near || "open";
    talk.input.setAttribute("aria-label", `${called}: ${my.word("talk")}`);
    seg.setAttribute("aria-label", `${my.word("near")} ${called}`);
    off.setAttribute("aria-label", `${my.word("ui_remove")}: ${called}`);
    NEAR.forEach((one, i) => buttons[i].setAttribute("aria-pressed", String(near === one)));
  };
  return { node, draw, focus: (calm) => (calm ? off : talk.input).focus() };
}

function listPart(my) {
  const [title, hint, word] = [shown(my, "h3", "petals"), shown(my, "p", "petals_hint", { class: "small quiet" }), h("span")];
  const list = h("ol", { class: "petals" });
  const rows = new Map();
  const add = h("button", { class: "btn", onclick: () => my.add() }, icon("plus"), word);
  my.focus = (id, calm) => rows.has(id) && rows.get(id).focus(calm);
  my.focusAdd = () => add.focus();
  const draw = () => {
    const ids = my.petals().map(({ id }) => id);
    for (const part of [title, hint]) part.draw();
    for (const [id, row] of rows) {
      if (ids.includes(id)) continue;
      row.node.remove();
      rows.delete(id);
    }
    ids.forEach((id, at) => {
      if (!rows.has(id)) rows.set(id, petalRow(my, id));
      const { node } = rows.get(id);
      if (list.children[at] !== node) list.insertBefore(node, list.children[at] || null);
      rows.get(id).draw(at);
    });
    say(word, my.word(ids.length ? "petal_add" : "petal_first"));
    add.hidden = ids.length >= MOST;
    hint.node.hidden = ids.length >= LEAST;
    add.classList.toggle("main", !ids.length);
  };
  return { node: h("div", { class: "listed" }, title.node, hint.node, list, add), draw };
}

/** Gives help under the flower, what just happened, and the way back. */
function belowPart(my) {
  const [help, told, word] = [shown(my, "p", "flower_help", { class: "help small quiet" }), h("p", { class: "sr", role: "status" }), shown(my, "span", "ui_undo")];
  const undo = h("button", { class: "btn plain low undo", onclick: () => my.undo() }, icon("undo"), word.node);
  const draw = () => {
    help.draw();
    word.draw();
    say(told, my.told);
    help.node.hidden = !my.petals().length;
    undo.hidden = my.options().undo === false || !my.ink.canUndo();
  };
  return { nodes: [help.node, told, undo], draw };
}

/** Gives the words of a flower that is only read: the utterance, the petals in words, what was found. */
function readPart(my) {
  const [quote, situation] = [h("q"), h("p", { class: "small quiet" })];
  const before = h("blockquote", { class: "utter" }, h("p", { class: "voice" }, quote), situation);
  const [title, list, none] = [h("h3", { class: "sr" }), h("ol", { class: "petals" }), h("p", { class: "quiet" })];
  const more = ["surprising", "invite"].map((key) => ({ key, label: h("h3"), text: h("p", { class: "voice" }) }));
  const found = more.map((one) => h("div", { class: "found", dataset: { is: one.key } }, one.label, one.text));
  const row = ({ talk, near }, at) => h("li", { dataset: { near: near || "open" } }, h("span", { class: "nr num" }, at + 1), h("p", {}, h("span", { class: "voice" }, talk), " ", h("span", { class: "small quiet" }, near ? my.nearWord(near) : "")));
  const draw = () => {
    before.hidden = !say(quote, my.value().utterance).textContent;
    situation.hidden = !say(situation, my.value().situation).textContent;
    say(title, my.word("petals"));
    const petals = my.petals();
    list.replaceChildren(...petals.map(row));
    none.hidden = petals.length > 0;
    say(none, my.word("not_begun"));
    more.forEach(({ key, label, text }, i) => {
      say(label, my.word(`line_${key}`));
      found[i].hidden = !say(text, my.value()[key]).textContent;
    });
  };
  return { before, nodes: [title, none, list, ...found], draw };
}

function render({ model, el }) {
  const my = state(model);
  return mount({ model, el }, "daisy", my, () => {
    my.draft = null;
    if (my.readonly()) {
      const read = readPart(my);
      const wall = standingWhole(el, TIGHTEST);
      const flower = flowerPart(my);
      const both = h("div", { class: "both" }, h("div", { class: "plot" }, flower.node), h("div", { class: "side" }, read.nodes));
      return { parts: [read, wall, flower], nodes: [read.before, both] };
    }
    const [words, flower, below, list] = [wordsPart(my), flowerPart(my), belowPart(my), listPart(my)];
    const both = h("div", { class: "both" }, h("div", { class: "plot" }, flower.node, below.nodes), h("div", { class: "side" }, list.node));
    return { parts: [words, list, flower, below], nodes: [words.node, both] };
  });
}

export default { render };
