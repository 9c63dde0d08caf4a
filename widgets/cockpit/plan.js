// The day in its order with its times, what to do before it, and what comes next.
import { h, icon, say } from "../shared/kit.js";
import { keptList, mark } from "../shared/kept.js";
import { blockAfter, clockIn, keyTarget, nextStep, rows } from "./day.js";
import { iconButton } from "./parts.js";

export function runSheet(desk) {
  const title = h("h2", {});
  const list = h("ol", { class: "plan" });
  const help = h("p", { class: "tiny hush" });
  const until = h("p", { class: "small quiet num" });
  const nothing = h("p", { class: "empty small" });
  const days = dayChoice(desk);
  const node = h("nav", { class: "sheet" }, title, list, nothing, until, help, days.node);
  let reached = null; // the row that Tab leads to

  list.addEventListener("keydown", (event) => {
    const buttons = [...list.querySelectorAll("[data-block]")];
    const to = keyTarget(event.key, buttons.indexOf(event.target), buttons.length);
    if (to === null || !buttons.includes(event.target)) return;
    event.preventDefault();
    reached = buttons[to].dataset.block;
    buttons.forEach((button) => { button.tabIndex = button.dataset.block === reached ? 0 : -1; });
    buttons[to].focus();
  });
  const fillList = keptList(list, (id) => {
    const at = h("span", { class: "num at" });
    const name = h("span", { class: "n" });
    const minutes = h("span", { class: "num m" }, h("span", {}), h("span", { class: "sr" }));
    const off = h("span", { class: "off small" });
    const button = h("button", { type: "button", dataset: { block: id } }, at, name, minutes);
    const back = iconButton("undo", () => desk.press("unskip", { block: id }), "btn plain low");
    button.addEventListener("click", () => desk.press("go", { block: id }));
    button.addEventListener("focus", () => { reached = id; });
    const draw = (one, place, day) => {
      const skipped = one.state === "skipped";
      say(at, skipped ? "–" : clockIn(one.at, desk.word("desk_clock_mark")));
      say(name, desk.title(one.title));
      say(minutes.firstChild, one.minutes);
      say(minutes.lastChild, ` ${desk.word("desk_minutes")}`);
      say(off, desk.word("desk_skipped"));
      if (skipped && !off.parentNode) name.after(off);
      if (!skipped) off.remove();
      mark(button, "aria-current", one.state === "now" ? "step" : null);
      button.className = one.state;
      button.tabIndex = id === (reached || desk.value().state.block || day[0].id) ? 0 : -1;
      back.draw(desk.word("desk_unskip"));
      mark(back.node, "aria-label", desk.word("desk_unskip_label", { title: desk.title(one.title) }));
      const over = day.findIndex((other) => other.state === "now") > place; // it can only be gone to
      off.className = over ? "sr" : "off small";
      back.node.hidden = !skipped || over;
    };
    return { node: h("li", {}, button, back.node), draw };
  });
  const draw = () => {
    const { blocks, state } = desk.value();
    const day = rows(blocks, state);
    if (!day.some((one) => one.id === reached)) reached = null;
    say(title, desk.word("desk_plan"));
    mark(node, "aria-label", desk.word("desk_plan_label"));
    fillList(day, (one) => one.id, day);
    const facts = state.clock ? { ends: clockIn(state.clock.ends, desk.word("desk_clock_mark")), planned: clockIn(state.clock.planned, desk.word("desk_clock_mark")) } : {};
    say(until, state.clock ? desk.word("desk_day_ends", facts) : "");
    until.hidden = !state.clock;
    say(help, desk.word("desk_plan_help"));
    help.hidden = day.length < 2;
    say(nothing, desk.word("desk_plan_empty"));
    nothing.hidden = day.length > 0;
    days.draw();
  };
  return { node, draw };
}

// Another of the learning days: seldom needed, so it lies behind a word.
function dayChoice(desk) {
  const title = h("span", {});
  const list = h("ul", {});
  const node = h("details", { class: "quiet-more days" }, h("summary", {}, icon("chevron"), title), list);
  const fillDays = keptList(list, (day) => {
    const name = h("span", {});
    const button = h("button", { class: "btn low", type: "button", onclick: () => { node.open = false; desk.press("day", { day }); } }, name);
    return { node: h("li", {}, button), draw: (one) => {
      say(name, `${desk.word("desk_go_day", { n: one.n })} · ${desk.title(one.title)}`);
      button.hidden = one.day === desk.value().state.day;
    } };
  });
  const draw = () => {
    const days = desk.value().days || [];
    say(title, desk.word("desk_other_day"));
    fillDays(days, (one) => one.day);
    node.hidden = days.length < 2;
  };
  return { node, draw };
}

// Before the first block: what to do first, in three steps.
export function beforeTheDay(desk) {
  const title = h("h1", {});
  const lead = h("p", { class: "lead quiet" });
  const wall = h("a", { target: "_blank", rel: "noopener" });
  const steps = ["desk_start_wall", "desk_start_code", "desk_start_hello"].map((key) => ({ key, text: h("span", {}) }));
  const list = h("ol", { class: "steps" }, steps.map((step, at) => h("li", {}, h("p", {}, at ? "" : [wall, " "], step.text))));
  const node = h("section", { class: "now card" }, title, lead, list);
  const draw = () => {
    const planned = desk.value().blocks.length > 0;
    say(title, planned ? desk.word("desk_start_title", { day: desk.dayName() }) : desk.word("desk_no_plan_title"));
    say(lead, desk.word(planned ? "desk_start_lead" : "desk_no_plan"));
    list.hidden = !planned;
    say(wall, desk.word("desk_start_open"));
    mark(wall, "href", desk.value().wall || null);
    steps.forEach((step) => say(step.text, desk.word(step.key)));
  };
  return { node, draw };
}

export function nextCard(desk) {
  const eyebrow = h("p", { class: "eyebrow" });
  const title = h("h2", {});
  const about = h("p", { class: "small quiet num" });
  const skip = iconButton("skip", () => desk.press("skip", { block: first().id }), "btn low");
  const swap = iconButton("swap", () => desk.press("swap", { block: first().id, with: second().id }), "btn low");
  const leap = iconButton("right", () => desk.step("go", { block: first().id }), "btn low");
  const node = h("section", { class: "coming" }, h("div", {}, eyebrow, title, about), h("div", { class: "row wrap" }, skip.node, swap.node, leap.node));
  const first = () => blockAfter(desk.value().blocks, desk.value().state);
  const second = () => blockAfter(desk.value().blocks, desk.value().state, 2);
  const stepsOf = (block) => (block.stages || [])
    .map(({ stage, minutes }) => `${desk.word(`desk_stage_${stage}`)} ${desk.word("desk_min", { n: minutes })}`);
  const how = (block) => [block.form && desk.word(`desk_form_${block.form}`), block.body === "moving" && desk.word("desk_body_moving"),
    block.lead && desk.word("desk_lead", { lead: block.lead })];
  const draw = () => {
    const { blocks, state } = desk.value();
    const [after, later] = [first(), second()];
    const parts = after ? [desk.word("desk_next_block", { n: after.minutes }), ...how(after)] : [desk.word("desk_next")];
    say(eyebrow, parts.filter(Boolean).join(" · "));
    say(title, after ? desk.title(after.title) : "");
    say(about, after ? stepsOf(after).join(" · ") : desk.word("desk_next_last"));
    about.hidden = !about.textContent;
    title.hidden = !after;
    skip.draw(desk.word("ui_skip"));
    swap.draw(desk.word("ui_swap"));
    mark(skip.node, "aria-label", after ? desk.word("desk_skip_label", { title: desk.title(after.title) }) : null);
    mark(swap.node, "aria-label", later ? desk.word("desk_swap_label", { one: desk.title(after.title), other: desk.title(later.title) }) : null);
    mark(swap.node, "title", swap.node.getAttribute("aria-label"));
    leap.draw(desk.word("desk_leap"));
    skip.node.hidden = !after;
    leap.node.hidden = (nextStep(blocks, state) || {}).button !== "stage" || !after; // else the main button goes there
    swap.node.hidden = !later;
    node.hidden = !state.block; // before the day, the first block is what the main button starts
  };
  return { node, draw };
}
