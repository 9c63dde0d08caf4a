// What runs now: its stages, its time, its exercise, and the trainer's own notes.
import { h, icon, say } from "../shared/kit.js";
import { keptList, mark } from "../shared/kept.js";
import { STAGES, blockOf, clockIn, digits, partLeft, rows, spokenMinutes, stageMinutes, stageNames, timeOfDay } from "./day.js";
import { lineForm, talkPages } from "./forms.js";
import { iconButton, leave } from "./parts.js";

const STAGE_ICONS = { talk: "words", individual: "individual", group: "group", plenary: "plenary" };

function stageButtons(desk) {
  const node = h("div", { class: "stages", role: "group" });
  const fillStages = keptList(node, (stage) => {
    const text = h("span", {});
    const minutes = h("span", { class: "num mins" });
    const unit = h("span", { class: "sr" });
    const button = h("button", { type: "button", dataset: { stage } }, icon(STAGE_ICONS[stage]), text, minutes, unit);
    button.addEventListener("click", () => desk.press("stage", { stage }));
    const draw = () => {
      const { blocks, state } = desk.value();
      say(text, desk.word(`desk_stage_${stage}`));
      say(minutes, stageMinutes(blockOf(blocks, state.block), stage));
      say(unit, desk.word("desk_minutes"));
      mark(button, "aria-pressed", state.stage === stage ? "true" : "false");
    };
    return { node: button, draw };
  });
  const draw = (block) => {
    const planned = stageNames(block).filter((stage) => STAGES.includes(stage));
    mark(node, "aria-label", desk.word("desk_stages"));
    fillStages(planned, (stage) => stage);
    node.hidden = !planned.length;
  };
  return { node, draw };
}

function clock(desk) {
  const face = h("p", { class: "timer num", role: "timer" });
  const bar = h("i", {});
  const line = h("p", { class: "small quiet" });
  const spoken = h("p", { class: "sr", "aria-live": "polite" });
  const node = h("div", { class: "clockrow" }, face, h("div", { class: "along" },
    h("div", { class: "bar", "aria-hidden": "true" }, bar), line), spoken);
  const ended = () => timeOfDay(desk.value().state.timer.ends, desk.word("desk_clock_mark"));
  const saying = (left) => {
    if (desk.value().state.paused) return desk.word("desk_paused");
    if (left === null) return desk.word("desk_time_none");
    return desk.word(left ? "desk_time_ends" : "desk_time_was_up", { time: ended() });
  };
  const aloud = (left) => {
    const minutes = spokenMinutes(left);
    if (minutes === null) return "";
    if (!minutes) return desk.word("desk_time_up");
    return desk.word(minutes === 1 ? "desk_time_left_one" : "desk_time_left_other", { n: minutes });
  };
  const planned = () => {
    const { blocks, state } = desk.value();
    return stageMinutes(blockOf(blocks, state.block), state.stage) * 60;
  };
  const tick = () => {
    const left = desk.left();
    const timer = desk.value().state.timer;
    const shown = digits(left === null ? planned() : left);
    node.classList.toggle("up", left === 0);
    node.classList.toggle("still", left === null || Boolean(desk.value().state.paused));
    say(face, left === 0 ? desk.word("desk_time_up") : shown);
    mark(face, "aria-label", left === 0 ? null : `${desk.word("desk_time")} ${shown}`);
    bar.style.width = `${left === 0 ? 100 : partLeft(left, timer ? timer.minutes : planned() / 60)}%`;
    say(line, saying(left));
    say(spoken, aloud(left));
  };
  return { node, draw: tick, tick };
}

function timerForm(desk) {
  const label = h("span", { class: "label" });
  const input = h("input", { class: "input num", type: "number", min: "1", max: "600", required: "" });
  const set = iconButton("clock", () => {});
  set.node.type = "submit";
  const stop = iconButton("close", () => desk.press("stop"), "btn plain");
  const node = h("form", { class: "set", novalidate: "" }, h("label", { class: "minutes" }, label, input), set.node, stop.node);
  let planned = "";
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    desk.press("timer", { minutes: Number(input.value) });
  });
  const draw = (block) => {
    const { state } = desk.value();
    const place = `${state.block} ${state.stage}`;
    if (place !== planned && input !== document.activeElement) {
      planned = place;
      input.value = String(stageMinutes(block, state.stage) || 5);
    }
    say(label, desk.word("desk_minutes"));
    set.draw(desk.word(desk.left() === null ? "desk_timer_start" : "desk_timer_set"));
    stop.draw(desk.word("desk_timer_stop"));
    leave(stop.node, desk.left() === null, set.node);
  };
  return { node, draw };
}

function exerciseRow(desk) {
  const state = h("span", { class: "chip" });
  const counts = h("span", { class: "small quiet num" });
  const turn = iconButton("lock", () => {
    const { state: room, question } = desk.value();
    desk.press(room.open ? "close" : "open");
    if (room.open && question && (room.stages || []).includes("plenary")) desk.press("stage", { stage: "plenary" }); // an anonymous one is closed and shown
  });
  const node = h("div", { class: "exercise" }, h("div", { class: "said" }, state, counts), turn.node);
  const icons = { open: icon("pen"), closed: icon("lock") };
  const text = h("span", {});
  const asked = ({ state: how, answers, shown }) => {
    if (how !== "closed") return desk.word("desk_anonymous_open");
    return desk.word(shown ? "desk_anonymous_shown" : "desk_anonymous_few", { n: answers });
  };
  const written = ({ counts: now, state: room, question }) => {
    if (question) return asked(question);
    if (!now.written) return desk.word("desk_counts_none");
    const shared = now.shared === 0 ? "none" : now.shared === 1 ? "one" : "other";
    const all = Math.max(room.joined || 0, now.written);
    return `${desk.word("desk_counts", { n: now.written, m: all })} · ${desk.word(`desk_shared_${shared}`, { n: now.shared })}`;
  };
  const draw = () => {
    const value = desk.value();
    const { open, exercise } = value.state;
    if (state.dataset.open !== String(open)) state.replaceChildren(open ? icons.open : icons.closed, text);
    state.dataset.open = String(open);
    state.className = open ? "chip group" : "chip me";
    say(text, desk.word(open ? "desk_open" : "desk_closed"));
    say(counts, written(value));
    const closing = value.question ? "desk_anonymous_close" : "ui_close_exercise";
    turn.draw(desk.word(open ? closing : "ui_open_exercise"));
    turn.node.hidden = Boolean(value.question && value.question.state === "closed"); // shown once, when it closes
    node.hidden = !exercise;
  };
  return { node, draw };
}

// An anonymous question that everybody has left is said until it is closed: nobody sees it otherwise.
function leftOpen(desk) {
  const node = h("div", {});
  const fillLeft = keptList(node, (exercise) => {
    const text = h("span", { class: "said" });
    const close = iconButton("lock", () => desk.press("close", { exercise }));
    const draw = ({ title }) => {
      say(text, desk.word("desk_anonymous_left", { title: desk.title(title) }));
      close.draw(desk.word("desk_anonymous_left_close"));
    };
    return { node: h("div", { class: "exercise" }, text, close.node), draw };
  });
  return { node, draw: () => fillLeft(desk.value().left_open || [], ({ exercise }) => exercise) };
}

export function nowCard(desk) {
  const eyebrow = h("p", { class: "eyebrow" });
  const title = h("h1", {});
  const stages = stageButtons(desk);
  const time = clock(desk);
  const form = timerForm(desk);
  const [exercise, left] = [exerciseRow(desk), leftOpen(desk)];
  const prompt = h("p", { class: "lead prompt" });
  const back = h("p", { class: "chip group" }, icon("clock"), h("span", {}));
  const [pages, line] = [talkPages(desk), lineForm(desk)];
  const cueTitle = h("h2", {});
  const cueList = h("ul", {});
  const cue = h("div", { class: "cue" }, cueTitle, cueList);
  const promise = h("span", {});
  const node = h("section", { class: "now card" }, h("div", { class: "head" }, eyebrow, stages.node), title, prompt, back, time.node,
    h("div", { class: "tools" }, form.node, pages.node), line.node, exercise.node, left.node, cue, h("p", { class: "small quiet promise" }, icon("lock"), promise));
  const fillCues = keptList(cueList, () => {
    const line = h("li", {});
    return { node: line, draw: (text) => say(line, text) };
  });
  const place = (block) => {
    const day = rows(desk.value().blocks, desk.value().state);
    const at = day.findIndex((one) => one.id === block.id) + 1;
    return at ? desk.word("desk_block_of", { n: at, m: day.length }) : "";
  };
  // When the block began, and when it will end as things stand: where the next one begins.
  const times = (block) => {
    const day = rows(desk.value().blocks, desk.value().state);
    const here = day.findIndex((one) => one.id === block.id);
    const next = day.slice(here + 1).find((one) => one.state === "next");
    const ends = next ? next.at : (desk.value().state.clock || {}).ends;
    const clockMark = desk.word("desk_clock_mark");
    if (here < 0 || !day[here].at || !ends) return "";
    return desk.word("desk_now_times", { began: clockIn(day[here].at, clockMark), ends: clockIn(ends, clockMark) });
  };
  const draw = () => {
    const { blocks, state } = desk.value();
    const block = blockOf(blocks, state.block) || { id: state.block, title: state.block_title, stages: [] };
    say(eyebrow, [desk.word("desk_now"), place(block), times(block)].filter(Boolean).join(" · "));
    say(title, desk.title(block.title));
    say(prompt, desk.title(state.prompt));
    prompt.hidden = !prompt.textContent;
    say(back.lastChild, desk.word("desk_call_back", { time: clockIn(state.call_back, desk.word("desk_clock_mark")) }));
    back.hidden = !state.call_back || (state.kind !== "walk" && state.kind !== "break");
    [stages, time, form, pages, line, exercise, left].forEach((part) => part.draw(block));
    const cues = desk.title(block.cues) || [];
    say(cueTitle, desk.word("desk_cues"));
    fillCues([...cues], (text) => cues.indexOf(text));
    cue.hidden = !cues.length;
    say(promise, desk.word("desk_promise"));
  };
  return { node, draw, tick: time.tick };
}
