// The lists of a meeting: the agenda's points with their minutes and clock, and the roles.
import { fill, h, icon, leafAt, ownWords, say, shown } from "../shared/kit.js";
import { LEAST, MOST, agendaOf, frameId, listOf, movedBy, steppedMinutes } from "./geometry.js";

/** Gives one line of a row for people's own words; a row that is not stored yet is stored by its first letter. */
function cell(my, list, id, part, limit) {
  const path = `${list}.${id}.${part}`;
  const own = Object.assign(Object.create(my), { ink: { ...my.ink, write: (where, text, join) => my.writeRow(list, id, part, text, join) } });
  const made = ownWords(own, path, { label: `${my.stem(list)}_${part}`, placeholder: `${my.stem(list)}_${part}_hint` }, { limit });
  made.input.dataset.path = path;
  return made;
}

/** Gives the minutes of a point: a number one may write, and a step of five to either side. */
function minutesPart(my, id) {
  const now = () => leafAt(my.value(), `points.${id}.minutes`) || 0;
  const set = (minutes) => my.writeRow("points", id, "minutes", minutes);
  const [label, unit] = [shown(my, "span", "point_minutes", { class: "label" }), shown(my, "span", "minutes_unit", { class: "small quiet" })];
  const input = h("input", { id: `minutes-${frameId([])}${frameId([])}`, class: "input num", type: "number", min: 1, max: 240, inputmode: "numeric", onchange: () => set(Math.min(240, Math.max(0, Math.round(Number(input.value) || 0))) || null) });
  const [less, more] = [h("button", { class: "btn square", onclick: () => set(steppedMinutes(now(), -1)) }, "−"), h("button", { class: "btn square", onclick: () => set(steppedMinutes(now(), 1)) }, "+")];
  const node = h("div", {}, h("label", { for: input.id }, label.node), h("div", { class: "minutes" }, less, input, more, unit.node));
  const draw = () => {
    label.draw();
    unit.draw();
    less.setAttribute("aria-label", my.word("minutes_less"));
    more.setAttribute("aria-label", my.word("minutes_more"));
    if (document.activeElement !== input) input.value = now() || "";
  };
  return { node, draw };
}

function rowOf(my, list, id) {
  const tool = (name, act) => h("button", { class: "btn square plain", onclick: act }, icon(name));
  const tools = [tool("up", () => my.moveRow(list, id, -1)), tool("down", () => my.moveRow(list, id, 1)), tool("close", () => my.removeRow(list, id))];
  const at = h("span", { class: "at num" });
  const parts = list === "points" ? [cell(my, list, id, "what", 120), minutesPart(my, id), cell(my, list, id, "how", 80), cell(my, list, id, "lead", 40)] : [cell(my, list, id, "role", 40), cell(my, list, id, "who", 60)];
  const group = h("div", { role: "group" }, h("div", { class: "row between" }, at, h("div", { class: "tools" }, tools)), h("div", { class: `parts ${list}` }, parts.map((one) => one.node)));
  const node = h("li", { class: "line" }, group);
  node.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || !step) return;
    event.preventDefault();
    my.moveRow(list, id, step);
  });
  const draw = (place, count, begins, isStored) => {
    const name = fill(my.word(`${my.stem(list)}_number`), { n: place + 1 });
    group.setAttribute("aria-label", name);
    say(at, list === "points" && begins ? begins : name);
    const words = ["ui_move_up", "ui_move_down", "ui_remove"];
    const idle = [!isStored || !place, !isStored || place === count - 1, !isStored && count <= LEAST[list]];
    tools.forEach((one, i) => {
      one.setAttribute("aria-label", `${my.word(words[i])}: ${name}`);
      one.setAttribute("aria-disabled", String(idle[i]));
    });
    for (const one of parts) one.draw();
  };
  return { node, draw, focus: () => parts[0].input.focus() };
}

/** Gives a list that can be added to, moved and shortened; rows that stand ready are stored when written in. */
export function rowsPart(my, list) {
  const [rows, spare] = [new Map(), []];
  my.spares[list] = spare;
  const holder = h("ol", { class: "lines" });
  const added = shown(my, "span", `${my.stem(list)}_add`);
  const more = h("button", { class: "btn low", onclick: () => add() }, icon("plus"), added.node);
  const stored = () => listOf(my.value(), list).map((one) => one.id);
  const ids = () => {
    const kept = stored();
    const free = spare.filter((id) => !kept.includes(id));
    while (kept.length + free.length < LEAST[list]) free.push(frameId([...kept, ...free]));
    spare.splice(0, spare.length, ...free);
    return [...kept, ...free];
  };
  const add = () => {
    const id = frameId(ids());
    spare.push(id);
    my.redraw();
    rows.get(id).focus();
  };
  const draw = () => {
    added.draw();
    const all = ids();
    const { at } = agendaOf(listOf(my.value(), "points"), my.value().start);
    for (const [id, row] of rows) if (!all.includes(id)) (row.node.remove(), rows.delete(id));
    all.forEach((id, place) => {
      if (!rows.has(id)) rows.set(id, rowOf(my, list, id));
      const { node } = rows.get(id);
      if (holder.children[place] !== node) holder.insertBefore(node, holder.children[place] || null);
      rows.get(id).draw(place, all.length, list === "points" ? at[place] : "", stored().includes(id));
    });
    more.hidden = all.length >= MOST[list];
  };
  return { nodes: [holder, more], draw };
}

/** Gives what the rows ask of the whole: writing, moving and removing an item of a list. */
export function rowActs(my) {
  my.spares = {};
  my.stem = (list) => list.replace(/s$/, "");
  my.writeRow = (list, id, part, leaf, join) => {
    const items = listOf(my.value(), list);
    if (items.some((one) => one.id === id)) my.ink.write(`${list}.${id}.${part}`, leaf, join);
    else if (leaf) my.ink.write(list, [...items, { id, [part]: leaf }], join);
    if (!join) my.redraw();
  };
  my.moveRow = (list, id, step) => (my.ink.write(list, movedBy(listOf(my.value(), list), id, step)), my.redraw());
  my.removeRow = (list, id) => {
    const items = listOf(my.value(), list);
    if (items.some((one) => one.id === id)) my.ink.write(list, items.filter((one) => one.id !== id));
    else my.spares[list].splice(my.spares[list].indexOf(id), 1);
    my.redraw();
  };
}
