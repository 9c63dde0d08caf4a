// What is written and ticked round the stairs: texts above, the parties' names, rows of options.
import { fill, h, leafAt, ownWords, say, shown } from "../shared/kit.js";
import { bothOf, tickAt } from "./geometry.js";

/** Gives a field with the part under it for two texts: both in full, three equal buttons. */
function textAt(my, path, names, shape) {
  const field = ownWords(my, path, names, shape);
  const [who, kept, text] = [h("b"), h("span", { class: "quiet" }), h("p", { class: "voice" })];
  const words = ["ui_keep_mine", "ui_keep_other", "ui_keep_both"].map((key) => shown(my, "span", key));
  const other = () => (my.options().others || {})[path];
  const pair = () => {
    const [here, there] = [leafAt(my.value(), path), other().value];
    return other().mine ? [there, here] : [here, there];
  };
  const choices = [() => pair()[0], () => pair()[1], () => bothOf(...pair())];
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

/** Gives the sign of a party: a disc, a dashed ring, a square. */
export function signOf(my, party) {
  return h("i", { class: "mark", "aria-hidden": "true", dataset: { sign: my.named.parties.indexOf(party) } });
}

/** Gives the texts over the stairs and the parties' names, each beside its sign. */
export function abovePart(my) {
  const texts = (my.options().above || []).map((name) => textAt(my, name, { label: name, hint: `${name}_hint` }, { long: true, limit: my.limit(name) }));
  const names = my.named.parties.map((party) => {
    const path = `parties.${party}`;
    const field = textAt(my, path, { label: `party_${party}`, placeholder: "party_name_hint" }, { limit: my.limit(path) || 40 });
    return { node: h("div", { class: "naming" }, signOf(my, party), field.node), draw: field.draw };
  });
  const node = h("div", { class: "above-all" }, texts.map((one) => one.node), h("div", { class: "names", dataset: { n: names.length } }, names.map((one) => one.node)));
  return { node, draw: () => [...texts, ...names].forEach((one) => one.draw()) };
}

/** Gives one row of options; any number of them may be on, and none is as good as many. */
function rowOf(my, tick, party) {
  const title = h("p", { class: "label" });
  const options = tick.options.map((option) => {
    const [name, hint] = [shown(my, "span", `${tick.field}_${option}`, { class: "label" }), shown(my, "span", `${tick.field}_${option}_hint`, { class: "hint small quiet" })];
    const path = tickAt(tick, option, party);
    const press = () => my.write(path, leafAt(my.value(), path) === true ? null : true);
    return { path, name, hint, node: h("button", { class: "tick", onclick: press }, h("i", { class: "box", "aria-hidden": "true" }), h("span", { class: "said" }, name.node, hint.node)) };
  });
  const node = h("div", { class: "row-of", role: "group" }, party && h("div", { class: "naming" }, signOf(my, party), title), h("div", { class: "options" }, options.map((one) => one.node)));
  const draw = () => {
    const name = party ? my.name(party) : my.word(tick.field);
    say(title, name);
    node.setAttribute("aria-label", party ? `${my.word(tick.field)} · ${name}` : name);
    for (const one of options) {
      one.name.draw();
      one.hint.node.hidden = !one.hint.draw().textContent;
      one.node.setAttribute("aria-pressed", String(leafAt(my.value(), one.path) === true));
    }
  };
  return { node, draw };
}

/** Gives the rows of options, one under the other; with `each` one for every party. */
export function ticksPart(my) {
  const parts = my.named.ticks.map((tick) => {
    const [title, hint] = [shown(my, "h3", tick.field), shown(my, "p", `${tick.field}_hint`, { class: "small quiet" })];
    const rows = (tick.each ? my.named.parties : [null]).map((party) => rowOf(my, tick, party));
    const node = h("div", { class: "ticks" }, title.node, hint.node, h("div", { class: "rows" }, rows.map((one) => one.node)));
    const draw = () => {
      title.draw();
      hint.node.hidden = !hint.draw().textContent;
      for (const one of rows) one.draw();
    };
    return { node, draw };
  });
  return { nodes: parts.map((one) => one.node), draw: () => parts.forEach((one) => one.draw()) };
}

/** Gives what is ticked as text: by row, and by party where each has its own. */
export function toldPart(my) {
  const said = (tick, party) => tick.options.filter((option) => leafAt(my.value(), tickAt(tick, option, party)) === true).map((option) => my.word(`${tick.field}_${option}`)).join(" · ");
  const [quotes, lists] = [h("div", { class: "quotes" }), h("dl", { class: "told-ticks" })];
  const draw = () => {
    const texts = (my.options().above || []).map((name) => leafAt(my.value(), name)).filter(Boolean);
    quotes.hidden = !texts.length;
    quotes.replaceChildren(...texts.map((text) => h("p", { class: "voice quote" }, text)));
    const lines = my.named.ticks.flatMap((tick) => {
      const rows = (tick.each ? my.named.parties : [null]).map((party) => [party, said(tick, party)]).filter(([, text]) => text);
      const told = rows.map(([party, text]) => h("dd", {}, party && h("span", { class: "naming" }, signOf(my, party), h("b", {}, my.name(party))), h("span", {}, text)));
      return told.length ? [h("div", {}, h("dt", { class: "label" }, my.word(`${tick.field}_told`) || my.word(tick.field)), told)] : [];
    });
    lists.hidden = !lines.length;
    lists.replaceChildren(...lines);
  };
  return { quotes, lists, draw };
}
