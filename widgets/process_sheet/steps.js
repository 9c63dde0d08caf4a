// One step of a plan as a card: to read, to open and write in, to move and to take away.
import { fill, h, icon, leafAt, ownWords, say, shown } from "../shared/kit.js";
import { FORMS, METHODS, MOST, PHASES, changedFrom, joinedTexts, nextMinutes, partOfStep, stepOf, typedMinutes } from "./geometry.js";

/** Gives the part under a field for two texts: both in full, three equal buttons. */
export function bothPurposes(my, path) {
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

/** Gives minutes to be tapped up and down, or typed. */
export function minutesPart(my, { read, write, label, least = 0 }) {
  const title = shown(my, "span", label, { class: "label" });
  const input = h("input", { class: "input num", inputmode: "numeric", maxlength: "3", autocomplete: "off" });
  const turn = (by) => write(Math.max(least, nextMinutes(read(), by)));
  const button = (sign, by) => h("button", { class: "btn square", onclick: () => turn(by) }, h("span", { "aria-hidden": "true" }, sign));
  const [fewer, more, unit] = [button("−", -1), button("+", 1), shown(my, "span", "minutes_unit", { class: "small" })];
  const typed = () => {
    const minutes = typedMinutes(input.value, least);
    if (minutes !== null) write(minutes);
    input.value = String(read());
  };
  input.addEventListener("change", typed);
  input.addEventListener("keydown", (event) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by || event.altKey) return;
    event.preventDefault();
    turn(by);
    input.value = String(read());
  });
  const draw = () => {
    for (const word of [title, unit]) word.draw();
    input.setAttribute("aria-label", my.word(label));
    fewer.setAttribute("aria-label", `${my.word("minutes_fewer")}: ${my.word(label)}`);
    more.setAttribute("aria-label", `${my.word("minutes_more")}: ${my.word(label)}`);
    if (document.activeElement !== input) input.value = String(read());
  };
  return { node: h("div", { class: "field time" }, title.node, h("div", { class: "turner" }, fewer, input, more, unit.node)), draw };
}

/** Gives a row of options, of which none or one is chosen; a second tap takes the choice back. */
function choicePart(my, path, label, options) {
  const title = shown(my, "span", label, { class: "label" });
  const words = options.map((option) => shown(my, "span", `${label}_${option}`));
  const choose = (option) => my.write(path, leafAt(my.value(), path) === option ? null : option);
  const buttons = options.map((option, i) => h("button", { onclick: () => choose(option) }, words[i].node));
  const row = h("div", { class: "seg", role: "group" }, buttons);
  const draw = () => {
    for (const word of [title, ...words]) word.draw();
    row.setAttribute("aria-label", my.word(label));
    options.forEach((option, i) => buttons[i].setAttribute("aria-pressed", String(leafAt(my.value(), path) === option)));
  };
  return { node: h("div", { class: "field" }, title.node, row), draw };
}

/** Gives the choice of a method: more of them than there is room for side by side. */
function methodPart(my, path) {
  const title = shown(my, "span", "method", { class: "label" });
  const options = ["", ...METHODS].map((method) => h("option", { value: method }));
  const select = h("select", { class: "input", onchange: () => my.write(path, select.value || null) }, options);
  const draw = () => {
    title.draw();
    select.setAttribute("aria-label", my.word("method"));
    ["", ...METHODS].forEach((method, i) => say(options[i], my.word(method ? `method_${method}` : "method_none")));
    if (document.activeElement !== select) select.value = leafAt(my.value(), path) || "";
  };
  return { node: h("label", { class: "field" }, title.node, select), draw };
}

/** Gives what an open step is written in; what it is for comes first. */
function editPart(my, plan, id) {
  const path = (part) => my.path(plan, id, part);
  const words = (part, long, rows = 1) => ownWords(my, path(part), { label: `step_${part}`, placeholder: `step_${part}_hint` }, { long, rows, limit: my.limit(path(part)) });
  const [purpose, title, lead, materials] = [words("purpose", true), words("title"), words("lead"), words("materials", true)];
  const two = bothPurposes(my, path("purpose"));
  purpose.node.append(two.node);
  purpose.input.dataset.path = path("purpose");
  const read = () => stepOf(my.steps(plan), id).minutes;
  const time = minutesPart(my, { read, write: (minutes) => my.write(path("minutes"), minutes), label: "minutes" });
  const [phase, form, tempo, body] = [["phase", PHASES], ["form", FORMS], ["tempo", ["low", "high"]], ["body", ["seated", "moving"]]].map(([part, all]) => choicePart(my, path(part), part, all));
  const method = methodPart(my, path("method"));
  const worded = { step_more: shown(my, "span", "step_more"), insert: shown(my, "span", "step_insert"), off: shown(my, "span", "ui_remove"), done: shown(my, "span", "ui_done") };
  const rest = h("details", { class: "quiet-more" }, h("summary", {}, icon("chevron"), worded.step_more.node), h("div", { class: "fields" }, tempo.node, body.node, lead.node, materials.node));
  const move = (sign, by) => h("button", { class: "btn square plain", onclick: () => my.step(plan, id, by) }, icon(sign));
  const [up, down] = [move("up", -1), move("down", 1)];
  const insert = h("button", { class: "btn plain low", onclick: () => my.add(plan, my.at(plan, id) + 1) }, icon("plus"), worded.insert.node);
  const remove = h("button", { class: "btn plain low", onclick: () => my.remove(plan, id) }, icon("close"), worded.off.node);
  const done = h("button", { class: "btn low", onclick: () => my.toggle(plan, id) }, icon("check"), worded.done.node);
  const node = h("div", { class: "fields" }, purpose.node, title.node, phase.node, time.node, form.node, method.node, rest, h("div", { class: "tools" }, up, down, insert, remove, done));
  const parts = [purpose, title, phase, time, form, method, tempo, body, lead, materials, two, ...Object.values(worded)];
  const draw = (at, count) => {
    for (const part of parts) part.draw();
    const name = my.called(plan, id);
    for (const [button, key] of [[up, "step_earlier"], [down, "step_later"], [remove, "ui_remove"], [insert, "step_insert"], [done, "ui_done"]]) button.setAttribute("aria-label", `${my.word(key)}: ${name}`);
    for (const [button, no] of [[up, !at], [down, at === count - 1]]) button.setAttribute("aria-disabled", String(no));
    insert.hidden = count >= MOST;
  };
  return { node, draw, focus: () => purpose.input.focus() };
}

/** Gives what is said of a step in one line: phase, form and method, tempo and body. */
function saidOf(my, step) {
  const { title, form, method, tempo, body } = step;
  const part = partOfStep(step);
  const said = [part !== "other" && my.word(`phase_${part}`), form && my.word(`form_${form}`), method && method !== "own" && (title || method !== "pause") && my.word(`method_${method}`), tempo && my.word(`tempo_${tempo}`), body && my.word(`body_${body}`)];
  return said.filter(Boolean).join(" · ");
}

const minutesSaid = (my, { minutes }) => (minutes ? fill(my.word("step_minutes"), { n: minutes }) : "");

/** Gives what is read of a step: what it is for, how, by whom, and what it was with six. */
function readPart(my, plan, id) {
  const [purpose, how, who, was] = [h("p", { class: "voice aim-of small" }), h("p", { class: "how small quiet" }), h("p", { class: "who small voice" }), h("p", { class: "was small" })];
  const node = h("div", { class: "words" }, purpose, how, who, was);
  const draw = () => {
    const step = stepOf(my.steps(plan), id);
    const before = plan === "sixty" ? changedFrom(my.value(), id) : null;
    purpose.hidden = !say(purpose, step.purpose).textContent;
    how.hidden = !say(how, saidOf(my, step)).textContent;
    who.hidden = !say(who, [step.lead, step.materials].filter(Boolean).join(" · ")).textContent;
    was.hidden = !before;
    if (before) say(was, fill(my.word("was"), { was: [before.title, saidOf(my, before), minutesSaid(my, before)].filter(Boolean).join(" · ") || "–" }));
  };
  return { node, draw };
}

/** Gives one step: its place, its minutes, its card. */
export function stepPart(my, plan, id) {
  const read = my.readonly();
  const [name, minutes] = [h("h4", { class: "voice" }), h("span", { class: "long num" })];
  const words = readPart(my, plan, id);
  const edit = read ? null : editPart(my, plan, id);
  const pen = h("button", { class: "btn square plain", onclick: () => my.toggle(plan, id) }, icon("pen"));
  const grip = h("button", { class: "grip" }, icon("grip"));
  const bar = h("div", { class: "over" }, !read && grip, name, minutes, !read && pen);
  const card = h("div", { class: "step" }, bar, words.node, edit && edit.node);
  const node = h("li", { dataset: { id } }, card);
  const keys = (event) => {
    const onGrip = event.target === grip;
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (onGrip && event.key === "Escape" && my.picked) my.pick(null);
    else if (by && (onGrip || event.altKey)) my.step(plan, id, by);
    else return;
    event.preventDefault();
  };
  if (!read) {
    words.node.addEventListener("click", () => !my.picked && my.toggle(plan, id));
    card.addEventListener("keydown", keys);
  }
  const draw = (at, count) => {
    const [step, isOpen] = [stepOf(my.steps(plan), id), !read && my.isOpen(plan, id)];
    words.draw();
    node.dataset.phase = partOfStep(step);
    say(name, my.called(plan, id));
    name.classList.toggle("hush", !step.title.trim());
    say(minutes, minutesSaid(my, step));
    words.node.hidden = isOpen;
    if (read) return;
    edit.draw(at, count);
    edit.node.hidden = !isOpen;
    pen.setAttribute("aria-expanded", String(isOpen));
    for (const [button, key] of [[grip, "step_move"], [pen, "ui_edit"]]) button.setAttribute("aria-label", `${my.word(key)}: ${my.called(plan, id)}`);
    const lifted = my.picked && my.picked.plan === plan && my.picked.id === id;
    grip.setAttribute("aria-pressed", String(Boolean(lifted)));
    card.classList.toggle("picked", Boolean(lifted));
  };
  return { node, draw, focus: () => (my.isOpen(plan, id) ? edit.focus() : pen.focus()), pen: () => pen.focus() };
}
