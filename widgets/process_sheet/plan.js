// One plan: its minutes as a bar and in words, what may be asked about it, and its steps.
import { draggable, fill, h, icon, say, shown } from "../shared/kit.js";
import { MOST, PARTS, hintsOf, leftOut, minutesOf, nearestRow, widthOf } from "./geometry.js";
import { stepPart } from "./steps.js";

/** Gives the bar of the minutes, phase by phase, and the same in words. */
function minutesBar(my, plan) {
  const pieces = PARTS.map((part) => h("i", { class: part }));
  const end = h("b");
  const track = h("div", { class: "track", "aria-hidden": "true" }, pieces, end);
  const [sum, legend] = [h("p", { class: "sum num" }), h("ul", { class: "legend small num" })];
  const draw = () => {
    const [minutes, total] = [minutesOf(my.steps(plan)), my.total()];
    PARTS.forEach((part, i) => (pieces[i].style.width = `${widthOf(minutes[part], minutes.sum, total)}%`));
    end.style.left = `${widthOf(total, minutes.sum, total)}%`;
    end.hidden = minutes.sum <= total;
    say(sum, fill(my.word("sum"), { n: minutes.sum, of: total }));
    const told = PARTS.filter((part) => minutes[part]);
    legend.replaceChildren(...told.map((part) => h("li", {}, h("i", { class: part, "aria-hidden": "true" }), `${my.word(`phase_${part}`)} ${minutes[part]}`)));
  };
  return { node: h("div", { class: "minutes" }, sum, track, legend), draw };
}

/** Gives the questions a plan raises; they come and go, and stop nobody. */
function hintsPart(my, plan) {
  const list = h("ul", { class: "hints small" });
  const node = h("div", { role: "status" }, list);
  const draw = () => {
    const [on, writing] = (my.open || "").split(".");
    const asked = hintsOf(my.steps(plan), my.total(), { ...my.asks(), writing: on === plan ? writing : null });
    const told = asked.map(({ key, n }) => fill(my.word(n === 1 && my.word(`${key}_one`) ? `${key}_one` : key), { n }));
    node.hidden = !told.length;
    if (String([...list.children].map((one) => one.textContent)) !== String(told)) list.replaceChildren(...told.map((text) => h("li", {}, text)));
  };
  return { node, draw };
}

/** A drag moves a step by its grip; a tap on a grip lifts the step, the next tap sets it down there. */
function listen(my, plan, list) {
  const cards = () => [...list.children];
  let middles = null;
  const clear = () => cards().forEach((one) => one.classList.remove("aim"));
  const measured = () => cards().map((one) => {
    const { top, height } = one.getBoundingClientRect();
    return top + height / 2 + window.scrollY;
  });
  const move = (grip, x, y) => {
    const card = grip.closest("li");
    middles = middles || measured();
    card.classList.add("dragged");
    card.style.transform = "";
    const { top, height } = grip.getBoundingClientRect();
    card.style.transform = `translateY(${Math.round(y - top - height / 2)}px)`;
    my.draft = { plan, id: card.dataset.id, to: nearestRow(y + window.scrollY, middles) };
    clear();
    cards()[my.draft.to].classList.add("aim");
  };
  const drop = (grip, kept) => {
    const { draft } = my;
    Object.assign(my, { draft: null });
    middles = null;
    clear();
    const card = grip.closest("li");
    card.classList.remove("dragged");
    card.style.transform = "";
    if (kept && draft) my.place(plan, draft.id, draft.to);
    else my.redraw();
  };
  const tap = (event) => {
    const card = event.target.closest("li[data-id]");
    const isGrip = event.target.closest(".grip");
    const lifted = my.picked && my.picked.plan === plan ? my.picked.id : null;
    if (!card || !(isGrip || lifted) || (!isGrip && event.target.closest("button, textarea, input, select"))) return;
    const { id } = card.dataset;
    if (lifted && lifted !== id) my.place(plan, lifted, my.at(plan, id));
    else if (isGrip) my.pick(lifted ? null : { plan, id });
  };
  draggable(list, { pick: (target) => target.closest(".grip"), move, drop, tap });
}

/** Gives the list of steps: those that stay are left where they are, so focus and caret stay, too. */
function stepsPart(my, plan) {
  const [list, parts] = [h("ol", { class: "steps" }), new Map()];
  if (!my.readonly()) listen(my, plan, list);
  const settle = (ids) => {
    for (const [id, part] of [...parts]) {
      if (ids.includes(id)) continue;
      parts.delete(id); // first: a field that loses its focus draws everything anew
      part.node.remove();
    }
    for (const id of ids) if (!parts.has(id)) parts.set(id, stepPart(my, plan, id));
    if (String([...list.children].map((one) => one.dataset.id)) === String(ids)) return;
    const at = ids.findIndex((id) => parts.get(id).node.contains(document.activeElement));
    for (const id of ids.slice(0, Math.max(at, 0))) list.insertBefore(parts.get(id).node, parts.get(ids[at]).node);
    for (const id of ids.slice(at + 1)) list.append(parts.get(id).node);
  };
  const draw = () => {
    if (my.draft) return; // a step under a finger stays where it is
    const ids = my.steps(plan).map(({ id }) => id);
    settle(ids);
    ids.forEach((id, at) => parts.get(id).draw(at, ids.length));
    list.hidden = !ids.length;
  };
  my.focus[plan] = (id, pen) => parts.has(id) && parts.get(id)[pen ? "pen" : "focus"]();
  return { node: list, draw };
}

/** Gives one plan whole. */
export function planPart(my, plan) {
  const [title, bar, steps] = [shown(my, "h3", `with_${plan}`), minutesBar(my, plan), stepsPart(my, plan)];
  const [none, told, gone, added] = [h("p"), h("p", { class: "told small", role: "status" }), h("p", { class: "small quiet" }), h("span")];
  const copy = h("button", { class: "btn main copy", onclick: () => my.copy() }, icon("right"), shown(my, "span", "copy").node);
  const empty = h("div", { class: "empty stack" }, none, plan === "sixty" && !my.readonly() && copy);
  const add = h("button", { class: "btn low add", onclick: () => my.add(plan, my.steps(plan).length) }, icon("plus"), added);
  my.focusAdd[plan] = () => add.focus();
  const hints = my.readonly() ? null : hintsPart(my, plan);
  const node = h("div", { class: "plan", role: "group" }, title.node, bar.node, hints && hints.node, !my.readonly() && told, steps.node, empty, gone, !my.readonly() && add);
  const draw = () => {
    const [count, first] = [my.steps(plan).length, my.steps("six").length];
    for (const part of [title, bar, steps, hints]) if (part) part.draw();
    node.dataset.on = String(my.on === plan);
    node.setAttribute("aria-label", my.word(`with_${plan}`));
    bar.node.hidden = !count;
    empty.hidden = count > 0;
    say(none, my.word(my.readonly() ? "steps_none" : plan === "sixty" && first ? "steps_copy" : `steps_empty_${plan}`));
    say(copy.lastChild, my.word("copy"));
    copy.hidden = !first;
    say(added, my.word(count ? "step_add" : "step_first"));
    add.classList.toggle("main", !count && plan === "six");
    add.hidden = count >= MOST;
    const lifted = my.picked && my.picked.plan === plan;
    say(told, lifted ? fill(my.word("step_picked"), { name: my.called(plan, my.picked.id) }) : my.told[plan]);
    const left = plan === "sixty" ? leftOut(my.value()) : [];
    gone.hidden = !left.length;
    say(gone, left.length ? fill(my.word("left_out"), { names: left.map(({ id }) => my.called("six", id)).join(", ") }) : "");
  };
  return { node, draw };
}
