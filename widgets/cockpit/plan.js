// The run sheet, what comes next, and the buttons that move the day.
import { h, say } from "../shared/kit.js";
import { blockAfter, blockOf, keyTarget, nextStep } from "./day.js";
import { iconButton, keptList, mark } from "./parts.js";

const TWICE = 700; // ms: a double click on the main button must not skip a stage

export function runSheet(desk) {
  const title = h("h2", {});
  const list = h("ol", { class: "plan" });
  const help = h("p", { class: "tiny hush" });
  const nothing = h("p", { class: "empty small" });
  const node = h("nav", { class: "sheet" }, title, list, nothing, help);
  let reached = null; // the row that Tab leads to

  list.addEventListener("keydown", (event) => {
    const rows = [...list.querySelectorAll("button")];
    const to = keyTarget(event.key, rows.indexOf(event.target), rows.length);
    if (to === null) return;
    event.preventDefault();
    reached = rows[to].dataset.block;
    rows.forEach((row) => { row.tabIndex = row.dataset.block === reached ? 0 : -1; });
    rows[to].focus();
  });
  const fillList = keptList(list, (id) => {
    const name = h("span", { class: "n" });
    const minutes = h("span", { class: "num m" });
    const button = h("button", { type: "button", dataset: { block: id } }, name, minutes);
    button.addEventListener("click", () => desk.press("go", { block: id }));
    button.addEventListener("focus", () => { reached = id; });
    const draw = (block, at) => {
      const { blocks, state } = desk.value();
      const here = blocks.findIndex((one) => one.id === state.block);
      say(name, desk.title(block.title));
      say(minutes, desk.word("desk_min", { n: block.minutes }));
      mark(button, "aria-current", at === here ? "step" : null);
      button.className = at < here ? "done" : at === here + 1 ? "next" : "";
      button.tabIndex = id === (reached || state.block || blocks[0].id) ? 0 : -1;
    };
    return { node: h("li", {}, button), draw };
  });
  const draw = () => {
    const { blocks } = desk.value();
    if (!blockOf(blocks, reached)) reached = null;
    say(title, desk.word("desk_plan"));
    mark(node, "aria-label", desk.word("desk_plan_label"));
    fillList(blocks, (block) => block.id);
    say(help, desk.word("desk_plan_help"));
    help.hidden = blocks.length < 2;
    say(nothing, desk.word("desk_plan_empty"));
    nothing.hidden = blocks.length > 0;
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
  const node = h("section", { class: "coming" }, eyebrow, title, about);
  const draw = () => {
    const { blocks, state } = desk.value();
    const after = blockAfter(blocks, state.block);
    const stages = after ? after.stages || [] : [];
    const step = ({ stage, minutes }) => `${desk.word(`desk_stage_${stage}`)} ${desk.word("desk_min", { n: minutes })}`;
    say(eyebrow, after ? desk.word("desk_next_block", { n: after.minutes }) : desk.word("desk_next"));
    say(title, after ? desk.title(after.title) : "");
    say(about, after ? stages.map(step).join(" · ") : desk.word("desk_next_last"));
    title.hidden = !after;
    node.hidden = !state.block; // before the day, the first block is what the main button starts
  };
  return { node, draw };
}

export function acts(desk) {
  let last = 0;
  const forward = () => {
    const now = Date.now();
    if (now - last < TWICE) return;
    last = now;
    const { button, ...given } = step();
    if (button === "export") desk.takeHome();
    else desk.press(button, given);
  };
  const step = () => {
    const { blocks, state } = desk.value();
    return nextStep(blocks, state) || { button: state.block ? "export" : "go" };
  };
  const main = iconButton("right", forward, "btn main big", "after");
  const more = iconButton("more-time", () => desk.press("more", { minutes: 5 }));
  const skip = iconButton("skip", () => desk.press("go", { block: blockAfter(desk.value().blocks, desk.value().state.block).id }), "btn skip");
  const node = h("div", { class: "acts", role: "group" }, main.node, more.node, skip.node);
  const named = ({ button, stage }) => {
    if (button === "stage") return desk.word(`desk_to_${stage}`);
    if (button === "export") return desk.word("exp_now");
    return desk.value().state.block ? desk.word("desk_to_block") : desk.word("desk_start", { day: desk.dayName() });
  };
  const draw = () => {
    const { blocks, state } = desk.value();
    const running = Boolean(state.block);
    mark(node, "aria-label", desk.word("desk_acts"));
    main.draw(named(step()), blocks.length > 0);
    main.node.lastChild.toggleAttribute("hidden", step().button === "export");
    more.draw(desk.word("desk_more"));
    mark(more.node, "aria-label", desk.word("desk_more_label"));
    skip.draw(desk.word("desk_to_block"));
    more.node.hidden = !running;
    skip.node.hidden = !running || step().button !== "stage" || !blockAfter(blocks, state.block);
  };
  return { node, draw };
}
