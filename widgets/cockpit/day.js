// What the desk can work out from its value alone: the clock, the next step, the groups' rows.

export const STAGES = ["talk", "individual", "group", "plenary"];

// Seconds left of a running timer, by the room's clock; null while none is running.
export function secondsLeft(timer, roomNow) {
  if (!timer || !timer.ends) return null;
  return Math.max(0, Math.ceil((Date.parse(timer.ends) - roomNow) / 1000));
}

// How far the room's clock is ahead of this device's, in milliseconds.
export function clockSkew(state, deviceNow) {
  const room = Date.parse((state && state.now) || "");
  return Number.isNaN(room) ? 0 : room - deviceNow;
}

export function digits(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

// The part of the time that is still there, 0–100; a timer prolonged by five minutes stays full.
export function partLeft(seconds, minutes) {
  if (seconds === null || !(minutes > 0)) return 0;
  return Math.min(100, Math.round((seconds / (minutes * 60)) * 1000) / 10);
}

// What a screen reader is told: once a minute, and when the time is up.
export function spokenMinutes(seconds) {
  return seconds === null ? null : Math.ceil(seconds / 60);
}

export function timeOfDay(moment, separator) {
  const when = new Date(moment);
  if (Number.isNaN(when.getTime())) return "";
  return `${when.getHours()}${separator}${String(when.getMinutes()).padStart(2, "0")}`;
}

export function blockOf(blocks, id) {
  return blocks.find((block) => block.id === id) || null;
}

export function stageNames(block) {
  return ((block && block.stages) || []).map((step) => step.stage);
}

export function stageMinutes(block, stage) {
  const step = ((block && block.stages) || []).find((one) => one.stage === stage);
  return step ? step.minutes : (block && block.minutes) || 0;
}

// The day in its order, each block with its time and state; before the room says so, as planned.
export function rows(blocks, state) {
  const agenda = state.agenda || blocks.map((block) => ({ ...block, at: "", state: "later" }));
  const here = agenda.findIndex((one) => one.id === state.block);
  return agenda.map((one, at) => {
    if (state.agenda) return one;
    return { ...one, state: here < 0 ? "later" : at < here ? "done" : at === here ? "now" : at === here + 1 ? "next" : "later" };
  });
}

// The next block in the day's order that is not skipped; `by` 2 gives the one after it.
export function blockAfter(blocks, state, by = 1) {
  const day = rows(blocks, state);
  const here = day.findIndex((one) => one.id === state.block);
  const found = day.slice(here + 1).filter((one) => one.state !== "skipped")[by - 1];
  return found ? { ...blockOf(blocks, found.id), ...found } : null;
}

// Where the room is, in one word: a press says where it was made, so that two do not move it twice.
export function placeOf(state) {
  return `${state.block || ""}/${state.stage || "talk"}`;
}

// The one thing to do now: the block's next stage, then the next block; null after the last.
export function nextStep(blocks, state) {
  const block = blockOf(blocks, state.block);
  if (block) {
    const names = stageNames(block);
    const at = names.indexOf(state.stage);
    const stage = at < 0 ? undefined : names[at + 1];
    if (stage) return { button: "stage", stage };
  }
  const after = blockAfter(blocks, state);
  return after ? { button: "go", block: after.id } : null;
}

// Whole seconds on the clock: running, or kept while the room has a pause; null without a clock.
export function secondsShown(state, roomNow) {
  if (state.paused) return typeof state.left === "number" ? Math.ceil(state.left) : null;
  return secondsLeft(state.timer, roomNow);
}

// How late the day is, as the key of a word and its number: on plan, behind, ahead; null before it.
export function onTime(clock) {
  if (!clock) return null;
  if (!clock.behind) return { key: "time_on_plan", late: false };
  return { key: clock.behind > 0 ? "time_behind" : "time_ahead", n: Math.abs(clock.behind), late: clock.behind > 0 };
}

// "15.32" in the language of the reader: Danish has a full stop, English a colon.
export function clockIn(time, separator) {
  return String(time || "").replace(/[.:]/, separator);
}

export const PACES = ["pace_ok", "pace_faster", "pace_slower", "pace_lost"];

// What people say of the pace, said at least once, in the same order always.
export function paceRows(pace) {
  return PACES.map((said) => ({ said, n: (pace || {})[said] || 0 })).filter((one) => one.n > 0);
}

// Groups in table order with one word for how they are: a hand up goes before everything else.
export function groupRows(groups, stage) {
  return Object.entries(groups || {})
    .map(([table, group]) => ({ table, ...group, mood: groupMood(group, stage) }))
    .sort((a, b) => Number(a.table) - Number(b.table));
}

// Alone, a group is ready when each of its members is; together, when it ticks its sheet.
export function groupMood(group, stage) {
  if (group.help) return "help";
  if (!group.here) return "away";
  const together = stage === "group" || stage === "plenary";
  return (together ? group.ready : group.done >= group.here) ? "ready" : "busy";
}

// One mark for each person; more than eight are said in digits only.
export function writtenMarks(group) {
  const here = Math.max(group.here || 0, group.written || 0);
  return here > 8 ? [] : Array.from({ length: here }, (_, at) => at < group.written);
}

// How many groups are ready, of those where somebody sits.
export function readyOf(groups, stage) {
  const here = groupRows(groups, stage).filter((group) => group.here || group.help);
  return { n: here.filter((group) => group.mood === "ready").length, m: here.length };
}

export function releasedTables(groups) {
  return groupRows(groups, "plenary").filter((group) => group.released).map((group) => group.table);
}

export function fileSize(bytes, comma) {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1e6) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1e6).toFixed(1).replace(".", comma)} MB`;
}

// A code is read aloud in two halves: K7M Q4X.
export function codeInHalves(code) {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`.trim();
}

// Where an arrow key leads in a list, as everywhere: not around the ends.
export function keyTarget(key, at, length) {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: length - 1 }[key];
  return to === undefined ? null : Math.max(0, Math.min(length - 1, to));
}
