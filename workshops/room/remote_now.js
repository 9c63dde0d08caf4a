// The upper half of the remote: where the day is, the clock, and the trainer's own notes.

import { h, icon, say } from "../../widgets/shared/kit.js";
import { keptList, mark } from "../../widgets/shared/kept.js";
import { STAGES, blockOf, digits, onTime, partLeft, rows, secondsShown, stageMinutes, stageNames, timeOfDay } from "../../widgets/cockpit/day.js";
import { lineForm } from "../../widgets/cockpit/forms.js";

export const part = (tag, name, ...children) => h(tag, { class: name }, ...children);

export function header(its) {
  const clock = part("span", "num clock");
  const late = part("span", "chip");
  const lateText = h("span");
  late.append(icon("clock"), lateText);
  const day = part("span", "quiet");
  const node = part("p", "head", day, late, clock);
  const tick = () => say(clock, timeOfDay(its.now(), its.mark()));
  const show = () => {
    const plan = onTime(its.state().clock);
    say(day, `${its.word("remote_day", { n: its.state().day_number })} · ${its.word("remote_here", { n: its.state().joined })}`);
    late.hidden = !plan;
    late.className = plan && plan.late ? "chip plenary" : "chip";
    say(lateText, plan ? its.word(plan.key, { n: plan.n }) : "");
    tick();
  };
  return { node, show, tick };
}

function stagePart(its) {
  const node = h("div", { class: "stages", role: "group", "aria-label": its.word("desk_stages") });
  const draw = keptList(node, (stage) => {
    const name = h("span");
    const minutes = part("span", "num mins");
    const button = h("button", { type: "button", onclick: () => its.press("stage", { stage }) }, name, minutes);
    return { node: button, draw: () => {
      say(name, its.word(`desk_stage_${stage}`));
      say(minutes, its.word("desk_min", { n: stageMinutes(blockOf(its.told().blocks, its.state().block), stage) }));
      mark(button, "aria-pressed", String(stage === its.state().stage));
    } };
  });
  return { node, show: (block) => {
    const names = stageNames(block).filter((one) => STAGES.includes(one));
    node.hidden = names.length < 2;
    draw(names, (one) => one);
  } };
}

function clockPart(its) {
  const face = h("p", { class: "timer num", role: "timer" });
  const bar = h("i");
  const about = part("p", "small quiet");
  const node = part("div", "clockrow", face, h("div", { class: "bar", "aria-hidden": "true" }, bar), about);
  const saying = (left) => {
    if (its.state().paused) return its.word("desk_paused");
    if (left === null) return its.word("desk_time_none");
    return its.word(left ? "desk_time_ends" : "desk_time_was_up", { time: timeOfDay(its.state().timer.ends, its.mark()) });
  };
  const tick = () => {
    const left = secondsShown(its.state(), its.now());
    const planned = stageMinutes(blockOf(its.told().blocks, its.state().block), its.state().stage) * 60;
    const minutes = its.state().timer ? its.state().timer.minutes : planned / 60;
    node.classList.toggle("up", left === 0);
    node.classList.toggle("still", left === null || its.state().paused);
    say(face, left === 0 ? its.word("desk_time_up") : digits(left === null ? planned : left));
    bar.style.width = `${left === 0 ? 100 : partLeft(left, minutes)}%`;
    say(about, saying(left));
  };
  return { node, show: tick, tick };
}

export function nowPart(its) {
  const eyebrow = part("p", "eyebrow num");
  const title = h("h1");
  const prompt = part("p", "lead");
  const stages = stagePart(its);
  const clock = clockPart(its);
  // The trainer counts standing at the line, with the phone in the hand.
  const counted = lineForm({ value: () => ({ state: its.state() }), word: its.word, title: its.text, press: its.press });
  const cueTitle = h("h2");
  const list = h("ul");
  const cues = part("div", "cue", cueTitle, list);
  const node = part("section", "card stack", eyebrow, title, prompt, clock.node, stages.node, counted.node, cues);
  const fillCues = keptList(list, () => {
    const item = h("li");
    return { node: item, draw: (line) => say(item, line) };
  });
  const show = () => {
    const block = blockOf(its.told().blocks, its.state().block);
    node.hidden = !block;
    if (!block) return;
    const day = rows(its.told().blocks, its.state());
    const at = day.findIndex((one) => one.id === block.id) + 1;
    say(eyebrow, `${its.word("desk_now")} · ${its.word("desk_block_of", { n: at, m: day.length })}`);
    say(title, its.text(block.title));
    say(prompt, its.text(its.state().prompt));
    prompt.hidden = !prompt.textContent;
    clock.show();
    stages.show(block);
    counted.draw();
    const lines = its.text(block.cues) || [];
    say(cueTitle, its.word("desk_cues"));
    fillCues([...lines], (one) => lines.indexOf(one));
    cues.hidden = !lines.length;
  };
  return { node, show, tick: () => its.state().block && clock.tick() };
}

export function beforePart(its) {
  const title = h("h1");
  const lead = part("p", "lead quiet");
  const node = part("section", "card stack", title, lead);
  return { node, show: () => {
    node.hidden = Boolean(its.state().block);
    say(title, its.word("desk_start_title", { day: its.word("desk_day", { n: its.state().day_number }) }));
    say(lead, its.word("remote_before"));
  } };
}
