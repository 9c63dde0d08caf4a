// The buttons that move the day, always at hand: one main step, and what a day may need beside it.
import { h, say } from "../shared/kit.js";
import { mark } from "../shared/kept.js";
import { blockAfter, nextStep } from "./day.js";
import { iconButton } from "./parts.js";

const TWICE = 700; // ms: a double click on the main button must not skip a stage

export function acts(desk) {
  let last = 0;
  let open = false; // on a narrow desk the seldom ones lie behind one button
  const step = () => {
    const { blocks, state } = desk.value();
    return nextStep(blocks, state) || { button: state.block ? "export" : "go" };
  };
  const forward = () => {
    const now = Date.now();
    if (now - last < TWICE) return;
    last = now;
    const { button, ...given } = step();
    if (button === "export") desk.takeHome();
    else desk.step(button, given);
  };
  const main = iconButton("right", forward, "btn main big", "after");
  const more = iconButton("more-time", () => desk.press("more", { minutes: 5 }));
  const pause = iconButton("pause", () => desk.press(desk.value().state.paused ? "resume" : "pause"));
  const repeat = iconButton("repeat", () => desk.step("repeat"));
  const split = iconButton("split", () => desk.step("split"));
  const seldom = h("div", { class: "seldom", id: "cockpit-seldom" }, repeat.node, split.node);
  const others = h("button", { class: "btn others", "aria-controls": "cockpit-seldom", onclick: () => { open = !open; draw(); } }, h("span", {}));
  const node = h("div", { class: "acts", role: "group" }, main.node, more.node, pause.node, others, seldom);
  const named = ({ button, stage }) => {
    if (button === "stage") return desk.word(`desk_to_${stage}`);
    if (button === "export") return desk.word("exp_now");
    return desk.value().state.block ? desk.word("desk_to_block") : desk.word("desk_start", { day: desk.dayName() });
  };
  const draw = () => {
    const { blocks, state } = desk.value();
    const running = Boolean(state.block);
    const after = blockAfter(blocks, state);
    mark(node, "aria-label", desk.word("desk_acts"));
    main.draw(named(step()), blocks.length > 0);
    main.node.lastChild.toggleAttribute("hidden", step().button === "export");
    more.draw(desk.word("desk_more"));
    mark(more.node, "aria-label", desk.word("desk_more_label"));
    pause.draw(desk.word(state.paused ? "desk_resume" : "ui_pause"));
    mark(pause.node, "title", desk.word("desk_pause_label"));
    repeat.draw(desk.word("ui_repeat"));
    mark(repeat.node, "title", desk.word("desk_repeat_label"));
    split.draw(desk.word("ui_split"));
    mark(split.node, "title", desk.word("desk_split_label"));
    say(others.firstChild, desk.word("desk_more_acts"));
    mark(others, "aria-expanded", String(open));
    seldom.classList.toggle("open", open);
    for (const one of [more.node, pause.node, others, seldom]) one.hidden = !running;
    split.node.hidden = !after;
  };
  return { node, draw };
}
