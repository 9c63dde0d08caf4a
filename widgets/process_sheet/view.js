import { fill, h, host, icon, mount, ownWords, say, shown, withLeaf } from "../shared/kit.js";
import { standingWhole } from "../shared/standing.js";
import { PLANS, freshStep, insertedStep, newId, placedStep, stepOf, stepsOf } from "./geometry.js";
import { planPart } from "./plan.js";
import { bothPurposes, minutesPart } from "./steps.js";

const TIGHTEST = 6;
const LEAST = 5; // minutes of a whole meeting

/** Gives what the parts share: what the host holds now, and what only this screen knows. */
function state(model) {
  const my = Object.assign(host(model), { on: "six", picked: null, draft: null, open: null, told: { six: "", sixty: "" }, focus: {}, focusAdd: {} });
  const setting = (name, without) => (my.options()[name] === undefined ? without : my.options()[name]);
  my.total = () => my.value().minutes || setting("minutes", 60);
  my.asks = () => ({ talk: setting("talk", 20), sit: setting("sit", 45) });
  my.steps = (plan) => stepsOf(my.value(), plan);
  my.at = (plan, id) => my.steps(plan).findIndex((one) => one.id === id);
  my.path = (plan, id, part) => `${plan}.steps.${id}.${part}`;
  my.limit = (path) => (my.options().limits || {})[path.replace(/steps\.\w+\./, "steps.*.")] || 0;
  /** Gives what a step is called: by its title, a pause by that word, or by its number. */
  my.called = (plan, id) => {
    const { title, method } = stepOf(my.steps(plan), id);
    return title.trim() || (method === "pause" ? my.word("method_pause") : fill(my.word("step_number"), { n: my.at(plan, id) + 1 }));
  };
  my.isOpen = (plan, id) => my.open === `${plan}.${id}` || Boolean((my.options().others || {})[my.path(plan, id, "purpose")]);
  my.write = (path, leaf, join) => {
    my.ink.write(path, leaf, join);
    my.redraw();
  };
  /** Takes new steps in, and says what happened. */
  my.change = (plan, steps, key, facts) => {
    my.picked = null;
    my.told[plan] = fill(my.word(key), facts);
    my.write(`${plan}.steps`, steps);
  };
  my.add = (plan, at) => {
    const steps = my.steps(plan);
    const id = newId(PLANS.flatMap((one) => my.steps(one)).map((one) => one.id));
    my.open = `${plan}.${id}`;
    my.change(plan, insertedStep(steps, at, freshStep(steps, at, id)), "step_added", { n: at + 1 });
    my.focus[plan](id);
  };
  my.remove = (plan, id) => {
    const [steps, at] = [my.steps(plan), my.at(plan, id)];
    const name = my.called(plan, id);
    const rest = steps.filter((one) => one.id !== id);
    my.change(plan, rest, "step_removed", { name });
    if (rest.length) my.focus[plan](rest[Math.min(at, rest.length - 1)].id, true);
    else my.focusAdd[plan]();
  };
  my.place = (plan, id, to) => {
    const [from, next] = [my.at(plan, id), placedStep(my.steps(plan), id, to)];
    const now = next.findIndex((one) => one.id === id);
    if (now === from) my.pick(null);
    else my.change(plan, next, "step_moved", { name: my.called(plan, id), n: now + 1 });
  };
  my.step = (plan, id, by) => {
    const to = my.at(plan, id) + by;
    const had = document.activeElement;
    if (to < 0 || to >= my.steps(plan).length) return;
    my.place(plan, id, to);
    if (had && had.isConnected) had.focus();
  };
  my.toggle = (plan, id) => {
    const opens = my.open !== `${plan}.${id}`;
    Object.assign(my, { open: opens ? `${plan}.${id}` : null, picked: null });
    my.redraw();
    my.focus[plan](id, !opens);
  };
  my.pick = (picked) => {
    my.picked = picked;
    my.redraw();
  };
  my.copy = () => my.change("sixty", my.steps("six").map((one) => ({ ...one })), "copied", { n: my.steps("six").length });
  my.settle = (path, value) => {
    model.set("settled", { path, value });
    model.set("value", withLeaf(my.value(), path, value));
    model.save_changes();
    my.redraw();
  };
  return my;
}

/** Gives what both plans stand under: what the meeting is for, and the time there is. */
function framePart(my) {
  const purpose = ownWords(my, "purpose", { label: "purpose_group", hint: "purpose_hint" }, { long: true, limit: 240 });
  const two = bothPurposes(my, "purpose");
  purpose.node.append(two.node);
  purpose.input.dataset.path = "purpose";
  const time = minutesPart(my, { read: my.total, write: (minutes) => my.write("minutes", minutes), label: "minutes_all", least: LEAST });
  return { node: h("div", { class: "frame" }, purpose.node, time.node), draw: () => [purpose, two, time].forEach((one) => one.draw()) };
}

/** Gives the choice between the two plans where only one of them has room. */
function tabsPart(my) {
  const words = PLANS.map((plan) => shown(my, "span", `with_${plan}`));
  const turn = (plan) => {
    my.on = plan;
    my.redraw();
  };
  const buttons = PLANS.map((plan, i) => h("button", { onclick: () => turn(plan) }, words[i].node));
  const node = h("div", { class: "seg tabs", role: "group" }, buttons);
  const draw = () => {
    for (const word of words) word.draw();
    node.setAttribute("aria-label", my.word("plans"));
    PLANS.forEach((plan, i) => buttons[i].setAttribute("aria-pressed", String(my.on === plan)));
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

function quotePart(my) {
  const text = h("p", { class: "voice" });
  const node = h("blockquote", { class: "quote" }, text);
  return { node, draw: () => (node.hidden = !say(text, my.value().purpose).textContent) };
}

function render({ model, el }) {
  const my = state(model);
  return mount({ model, el }, "process_sheet", my, () => {
    Object.assign(my, { picked: null, draft: null });
    const plans = PLANS.map((plan) => planPart(my, plan));
    const beside = h("div", { class: "plans" }, plans.map((one) => one.node));
    if (my.readonly()) {
      const quote = quotePart(my);
      return { parts: [quote, ...plans, standingWhole(el, TIGHTEST)], nodes: [quote.node, beside] };
    }
    const [frame, tabs, undo] = [framePart(my), tabsPart(my), undoPart(my)];
    return { parts: [frame, tabs, ...plans, undo], nodes: [frame.node, tabs.node, beside, undo.node] };
  });
}

export default { render };
