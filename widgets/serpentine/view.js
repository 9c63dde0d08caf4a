import { fill, h, host, icon, mount, ownWords, s, say, shown, watch, withLeaf } from "../shared/kit.js";
import { standingWhole } from "../shared/standing.js";
import { turnsPart } from "./cards.js";
import { MOST, WHO, cellOf, columnsFor, inserted, isSaid, nameOf, newId, nextWho, placed, turnsOf, waysOut, windDown, windRows } from "./geometry.js";

const IN_A_ROW = 4;
const TIGHTEST = 4;
const onWall = () => document.documentElement.dataset.surface === "screen";

/** Gives what the parts share: what the host holds now, and what only this screen knows. */
function state(model) {
  const my = Object.assign(host(model), { picked: null, draft: null, open: null, told: "", focus: () => {}, focusAdd: () => {} });
  my.turns = () => turnsOf(my.value()).filter(({ id }) => !my.readonly() || isSaid(my.value(), id));
  my.at = (id) => my.turns().findIndex((one) => one.id === id);
  /** Gives the key of a word as a group says it, wherever a group's line is shown. */
  my.spokenKey = (key) => (my.options().stage !== "individual" && my.word(`${key}_group`) ? `${key}_group` : key);
  my.party = (who) => nameOf(my.value(), who) || my.word(my.spokenKey(`party_${who}`));
  my.called = (at) => fill(my.word("turn_number"), { n: at + 1 });
  my.isOpen = (id) => my.open === id || Boolean((my.options().others || {})[`turns.${id}.text`]);
  my.write = (path, leaf, join) => {
    my.ink.write(path, leaf, join);
    my.redraw();
  };
  /** Takes new turns in, and says what happened. */
  my.change = (turns, key, facts) => {
    Object.assign(my, { picked: null, told: fill(my.word(key), { of: turns.length, ...facts }) });
    my.write("turns", turns);
  };
  my.add = (at) => {
    const turns = my.turns();
    const [id, who] = [newId(turns.map((one) => one.id)), nextWho(turns, at)];
    my.open = id;
    my.change(inserted(turns, at, who ? { id, who } : { id }), "turn_added", { n: at + 1 });
    my.focus(id);
  };
  my.remove = (id) => {
    const [turns, at] = [my.turns(), my.at(id)];
    const rest = turns.filter((one) => one.id !== id);
    my.change(rest, "turn_removed", { n: at + 1 });
    if (rest.length) my.focus(rest[Math.min(at, rest.length - 1)].id, true);
    else my.focusAdd();
  };
  my.place = (id, to) => {
    const [from, next] = [my.at(id), placed(my.turns(), id, to)];
    const now = next.findIndex((one) => one.id === id);
    if (now === from) my.pick(null);
    else my.change(next, "turn_moved", { n: now + 1, from: from + 1 });
  };
  my.step = (id, by) => {
    const to = my.at(id) + by;
    const had = document.activeElement;
    if (to < 0 || to >= my.turns().length) return;
    my.place(id, to);
    if (had && had.isConnected) had.focus();
  };
  my.toggle = (id) => {
    const opens = my.open !== id;
    Object.assign(my, { open: opens ? id : null, picked: null, told: "" });
    my.redraw();
    my.focus(id, !opens);
  };
  my.pick = (picked) => {
    Object.assign(my, { picked, told: "" });
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

/** Gives the line and where the cards stand: down a page that is narrow, to and fro where it is wide. */
function linePart(my, el) {
  const [out, line] = [s("path", { class: "out" }), s("path", { class: "way" })];
  const picture = s("svg", { class: "line", "aria-hidden": "true" }, out, line);
  const lay = (list, parts) => {
    const [size, type] = [parseFloat(getComputedStyle(list).fontSize) || 16, list.clientWidth];
    const wide = el.dataset.fit === "wide";
    const rows = wide || onWall();
    const most = onWall() ? (wide ? IN_A_ROW : 2) : Math.max(2, Math.min(IN_A_ROW, Math.floor(type / size / 17)));
    const columns = columnsFor(parts.length, most);
    list.dataset.lay = rows ? "rows" : "down";
    list.style.setProperty("--columns", columns);
    parts.forEach(({ node }, at) => {
      const { row, column } = cellOf(at, columns);
      Object.assign(node.style, rows ? { gridRow: row, gridColumn: column } : { gridRow: "", gridColumn: "" });
    });
    return columns;
  };
  const draw = (list, parts) => {
    if (!list.clientWidth || my.draft) return;
    const columns = lay(list, parts);
    const frame = list.getBoundingClientRect();
    const stops = parts.map(({ node, stop }, at) => {
      const [box, disc] = [node.getBoundingClientRect(), stop.getBoundingClientRect()];
      return {
        x: disc.left - frame.left + disc.width / 2, y: disc.top - frame.top + disc.height / 2, top: box.top - frame.top, end: box.bottom - frame.top,
        row: cellOf(at, columns).row, fork: node.dataset.fork === "true", size: disc.width,
      };
    });
    const { size = 0 } = stops[0] || {};
    const rows = list.dataset.lay === "rows";
    line.setAttribute("d", rows ? windRows(stops, [size * 0.1, frame.width - size * 0.1]) : windDown(stops));
    out.setAttribute("d", waysOut(stops, list.dataset.lay, size * 0.9));
  };
  return { picture, draw };
}

/** Gives the winding line with its turns, and what to do when there is none yet. */
function windingPart(my, el) {
  const line = linePart(my, el);
  let drawn = () => {};
  const turns = turnsPart(my, (list, parts) => {
    drawn = () => line.draw(list, parts);
    drawn();
  });
  const [none, word, told] = [h("p"), h("span"), h("p", { class: "small", role: "status" })];
  const empty = h("div", { class: "empty" }, none);
  const add = h("button", { class: "btn add", onclick: () => my.add(my.turns().length) }, icon("plus"), word);
  my.focusAdd = () => add.focus();
  const node = h("div", { class: "winding" }, !my.readonly() && told, h("div", { class: "field-of" }, line.picture, turns.node), empty, !my.readonly() && add);
  const draw = () => {
    turns.draw();
    const count = my.turns().length;
    empty.hidden = count > 0;
    say(none, my.word(my.readonly() ? "not_begun" : "turns_empty"));
    say(word, my.word(count ? "turn_add" : "turn_first"));
    add.classList.toggle("main", !count);
    add.hidden = count >= MOST;
    const held = my.picked && my.at(my.picked);
    say(told, my.picked ? fill(my.word("turn_picked"), { n: held + 1 }) : my.told);
  };
  return { node, draw, stop: watch(turns.node, () => drawn()) };
}

function situationPart(my) {
  const field = ownWords(my, "situation", { label: my.spokenKey("situation"), hint: "situation_hint" }, { long: true, rows: 1, limit: 160 });
  const draw = () => {
    field.draw();
    field.node.hidden = !my.word("situation");
  };
  return { node: field.node, draw };
}

/** Gives the names of the voices; a voice without one is called what the exercise calls it. */
function namesPart(my) {
  const [title, hint] = [shown(my, "span", "names"), shown(my, "p", "names_hint", { class: "small quiet" })];
  const fields = WHO.map((who) => ownWords(my, `names.${who}`, { label: `name_${who}`, placeholder: my.spokenKey(`party_${who}`) }, { limit: 40 }));
  const node = h("details", { class: "quiet-more" }, h("summary", {}, icon("chevron"), title.node), hint.node, h("div", { class: "names" }, fields.map((one) => one.node)));
  return { node, draw: () => [title, hint, ...fields].forEach((one) => one.draw()) };
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

/** Gives what a line that is only read also says: the situation above, the other way to talk below. */
function readParts(my) {
  const situation = h("p", { class: "situation quiet" });
  const [label, instead, became, made] = [h("h3"), h("q"), h("span", { class: "quiet" }), h("span", { class: "voice" })];
  const what = h("p", { class: "small" }, became, " ", made);
  const after = h("div", { class: "after" }, label, h("p", { class: "voice" }, instead), what);
  const draw = () => {
    const { instead: other, made_instead: could } = my.value();
    situation.hidden = !say(situation, my.value().situation).textContent;
    say(label, my.word("instead"));
    say(became, `${my.word("made_instead_read")}:`);
    after.hidden = !say(instead, other).textContent;
    what.hidden = !say(made, could).textContent;
  };
  return { situation, after, draw };
}

function render({ model, el }) {
  const my = state(model);
  return mount({ model, el }, "serpentine", my, () => {
    Object.assign(my, { picked: null, draft: null });
    const winding = windingPart(my, el);
    if (my.readonly()) {
      const read = readParts(my);
      return { parts: [read, winding, standingWhole(el, TIGHTEST)], nodes: [read.situation, winding.node, read.after] };
    }
    const [situation, names, undo] = [situationPart(my), namesPart(my), undoPart(my)];
    return { parts: [situation, names, winding, undo], nodes: [situation.node, names.node, winding.node, undo.node] };
  });
}

export default { render };
