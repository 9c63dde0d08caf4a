// The words of a map: the actors with theirs, and the numbered arrows with what each of them holds.
import { fill, h, icon, keep, leafAt, ownWords, say, shown } from "../shared/kit.js";
import { joinedTexts, newId } from "./geometry.js";

/** Gives a field with the part under it for two texts: both in full, three equal buttons. */
export function wordsPart(my, field, path) {
  const [who, kept, text] = [h("b"), h("span", { class: "quiet" }), h("p", { class: "voice" })];
  const words = ["ui_keep_mine", "ui_keep_other", "ui_keep_both"].map((key) => shown(my, "span", key));
  const other = () => (my.options().others || {})[path];
  const pair = () => {
    const [here, there] = [leafAt(my.value(), path), other().value];
    return other().mine ? [there, here] : [here, there];
  };
  const choices = [() => pair()[0], () => pair()[1], () => joinedTexts(...pair())];
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

/** Gives a row of options, of which none or one is chosen; a second tap takes the choice back. */
function choicePart(my, path, stem, options) {
  const label = shown(my, "span", my.key(stem), { class: "label" });
  const words = options.map((option) => shown(my, "span", `${stem}_${option}`));
  const choose = (option) => my.write(path, leafAt(my.value(), path) === option ? null : option);
  const buttons = options.map((option, i) => h("button", { onclick: () => choose(option) }, words[i].node));
  const row = h("div", { class: "seg", role: "group" }, buttons);
  const draw = () => {
    for (const word of [label, ...words]) word.draw();
    row.setAttribute("aria-label", my.word(stem));
    options.forEach((option, i) => buttons[i].setAttribute("aria-pressed", String(leafAt(my.value(), path) === option)));
  };
  return { node: h("div", { class: "field" }, label.node, row), draw };
}

function partPart(my, list, id, { part, kind, options }, label) {
  const [path, stem] = [`${list}.${id}.${part}`, `${list.replace(/s$/, "")}_${part}`];
  if (kind === "choice") return choicePart(my, path, stem, options);
  return wordsPart(my, ownWords(my, path, { label: label || my.key(stem), placeholder: `${stem}_hint` }, { long: true, rows: 1, limit: my.limit(path) }), path);
}

/** Lets rows follow their ids: those that stay are left where they are, so focus and caret stay, too. */
function followed(list, rows, ids, make) {
  for (const [id, row] of [...rows]) {
    if (ids.includes(id)) continue;
    rows.delete(id); // first: a field that loses its focus draws everything anew
    row.node.remove();
  }
  for (const id of ids) if (!rows.has(id)) rows.set(id, make(id));
  keep(list, () => ids.forEach((id, i) => list.children[i] !== rows.get(id).node && list.insertBefore(rows.get(id).node, list.children[i] || null)));
}

// ── actors ──
function actorRow(my, id) {
  const write = (path, text, join) => (my.isStored(id) ? my.ink.write(path, text, join) : my.keep([{ id, name: text }], true));
  const own = Object.assign(Object.create(my), { ink: { write, rest: my.ink.rest } });
  const path = `actors.${id}.name`;
  const name = ownWords(own, path, { placeholder: "actor_name" }, { limit: 40 });
  const named = wordsPart(own, name, path);
  const number = h("span", { class: "place num", "aria-hidden": "true" });
  const off = h("button", { class: "btn square plain", onclick: () => my.drop(id) }, icon("close"));
  const group = h("div", { role: "group" }, h("div", { class: "naming" }, number, named.node, off));
  const draw = (place, count) => {
    say(number, place + 1);
    named.draw();
    name.input.setAttribute("aria-label", fill(my.word("actor_number"), { n: place + 1 }));
    group.setAttribute("aria-label", my.name(id));
    off.setAttribute("aria-label", `${my.word("actor_remove")}: ${my.name(id)}`);
    off.setAttribute("aria-disabled", String(!my.isStored(id) && count <= my.least()));
  };
  return { node: h("li", { class: "row-of" }, group), draw, focus: () => name.input.focus(), rest: () => off.focus() };
}

/** Gives the actors' names, to be written where they stand. */
export function actorsPart(my) {
  const [title, hint, added] = [shown(my, "h3", "actors"), h("p", { class: "small quiet" }), shown(my, "span", "actor_add")];
  const [list, rows] = [h("ol"), new Map()];
  my.here = () => my.rows.filter((id) => rows.has(id) && rows.get(id).node.contains(document.activeElement));
  my.drop = (id) => {
    if (!my.isStored(id) && my.rows.length <= my.least()) return;
    const at = my.rows.indexOf(id);
    my.asked.delete(id);
    my.rows = my.rows.filter((one) => one !== id);
    if (my.picked === id) my.picked = null;
    my.ink.write("actors", my.actors().filter((one) => one.id !== id));
    my.redraw();
    rows.get(my.rows[Math.min(at, my.rows.length - 1)]).rest();
  };
  const add = () => {
    const id = newId(my.rows);
    my.rows = [...my.rows, id];
    for (const one of my.rows) my.asked.add(one);
    my.redraw();
    rows.get(id).focus();
  };
  const more = h("button", { class: "btn low", onclick: add }, icon("plus"), added.node);
  const draw = () => {
    for (const word of [title, added]) word.draw();
    hint.hidden = !say(hint, my.spoken("actors_hint")).textContent;
    followed(list, rows, my.rows, (id) => actorRow(my, id));
    my.rows.forEach((id, i) => rows.get(id).draw(i, my.rows.length));
    const had = more === document.activeElement;
    more.hidden = my.rows.length >= my.most();
    if (had && more.hidden) rows.get(my.rows[my.rows.length - 1]).focus();
  };
  return { node: h("div", { class: "listed actors" }, title.node, hint, list, more), draw };
}

/** Gives the question which of the actors is oneself; a second tap takes the choice back. */
export function selfPart(my) {
  const [label, row, buttons] = [h("span", { class: "label" }), h("div", { class: "seg", role: "group" }), new Map()];
  const node = h("div", { class: "field" }, label, row);
  const made = (id) => ({ node: h("button", { class: "voice", onclick: () => my.write("self_actor", my.isOwn(id) ? null : id) }) });
  const draw = () => {
    const ids = my.actors().map((one) => one.id);
    node.hidden = !my.options().asks_self || !ids.length;
    row.setAttribute("aria-label", say(label, my.spoken("self_ask")).textContent);
    followed(row, buttons, ids, made);
    for (const [id, button] of buttons) say(button.node, my.name(id)).setAttribute("aria-pressed", String(my.isOwn(id)));
  };
  return { node, draw };
}

/** Gives what the exercise asks of each actor; a single text is labelled with who it is about. */
export function saidPart(my) {
  const specs = my.parts("actor_parts");
  const [title, list, rows] = [h("h3"), h("ol"), new Map()];
  const one = specs.length === 1 && !specs[0].kind;
  const made = (id) => {
    const its = Object.assign(Object.create(my), { word: (key) => (key === "@name" ? my.name(id) : my.word(key)) });
    const who = h("h4", { class: "voice" });
    const parts = specs.map((spec) => partPart(its, "actors", id, spec, one && "@name"));
    const draw = () => {
      say(who, my.name(id));
      for (const part of parts) part.draw();
    };
    return { node: h("li", { class: "row-of" }, h("div", {}, !one && who, parts.map((part) => part.node))), draw };
  };
  const node = h("div", { class: "listed said" }, title, list);
  const draw = () => {
    const ids = my.actors().map((actor) => actor.id);
    node.hidden = !specs.length || !ids.length;
    if (node.hidden) return;
    say(title, my.spoken(one ? `actor_${specs[0].part}` : "actors_said"));
    followed(list, rows, ids, made);
    for (const id of ids) rows.get(id).draw();
  };
  return { node, draw };
}

// ── arrows ──
function arrowRow(my, id) {
  const parts = my.parts("arrow_parts").map((spec) => partPart(my, "arrows", id, spec));
  const [number, way] = [h("span", { class: "place num" }), h("h4", { class: "voice way" })];
  const off = h("button", { class: "btn square plain", onclick: () => my.erase(id) }, icon("close"));
  const group = h("div", { role: "group" }, h("div", { class: "naming" }, number, way, off), parts.map((one) => one.node));
  const node = h("li", { class: "row-of", tabindex: "-1", onfocusin: () => my.light(id), onfocusout: () => my.lit === id && my.light(null) }, group);
  const draw = (arrow, place) => {
    say(number, place + 1);
    say(way, my.ways(arrow));
    node.classList.toggle("lit", my.lit === id);
    group.setAttribute("aria-label", `${place + 1} · ${my.ways(arrow)}`);
    off.setAttribute("aria-label", `${my.word("arrow_remove")}: ${place + 1} · ${my.ways(arrow)}`);
    for (const one of parts) one.draw();
  };
  return { node, draw, focus: () => (parts.length && parts[0].input ? parts[0].input : node).focus() };
}

/** Gives the arrows in words: each with its number, from whom to whom, and what the exercise asks of it. */
export function arrowsPart(my) {
  const [title, hint] = [shown(my, "h3", "arrows", { tabindex: "-1" }), h("p", { class: "small quiet" })];
  const [list, rows] = [h("ol"), new Map()];
  my.focus.arrow = (id) => rows.get(id).focus();
  my.erase = (id) => {
    const all = my.arrows();
    const next = all[all.findIndex((one) => one.id === id) + 1] || all[all.length - 2];
    my.ink.write("arrows", all.filter((one) => one.id !== id));
    my.redraw();
    if (next) rows.get(next.id).node.focus();
    else title.node.focus();
  };
  const draw = () => {
    const all = my.arrows();
    title.draw();
    hint.hidden = all.length > 0 || !say(hint, my.spoken("arrows_hint")).textContent;
    followed(list, rows, all.map((one) => one.id), (id) => arrowRow(my, id));
    all.forEach((arrow, i) => rows.get(arrow.id).draw(arrow, i));
  };
  return { node: h("div", { class: "listed arrows" }, title.node, hint, list), draw };
}
