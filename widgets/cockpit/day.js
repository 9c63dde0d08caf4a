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

export function blockAfter(blocks, id) {
  const at = blocks.findIndex((block) => block.id === id);
  return blocks[at + 1] || null;
}

// The one thing to do now: the block's next stage, then the next block; null after the last.
export function nextStep(blocks, state) {
  const block = blockOf(blocks, state.block);
  if (block) {
    const names = stageNames(block);
    const stage = names[names.indexOf(state.stage) + 1];
    if (stage) return { button: "stage", stage };
  }
  const after = blockAfter(blocks, state.block);
  return after ? { button: "go", block: after.id } : null;
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
