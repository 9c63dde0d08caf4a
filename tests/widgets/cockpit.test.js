import assert from "node:assert/strict";
import { test } from "node:test";
import * as day from "../../widgets/cockpit/day.js";
import { foremost } from "../../widgets/cockpit/out.js";

const BLOCKS = [
  { id: "welcome", minutes: 30, stages: [] },
  { id: "positioning", minutes: 67, stages: [
    { stage: "talk", minutes: 12 }, { stage: "individual", minutes: 6 }, { stage: "plenary", minutes: 15 },
  ] },
  { id: "lenses", minutes: 35, stages: [{ stage: "group", minutes: 35 }] },
];
const NOON = Date.parse("2026-11-26T12:00:00Z");
const GROUP = { here: 5, written: 3, done: 0, ready: 0, released: 0, help: 0 };

test("a countdown follows the room's clock, not this device's", () => {
  const deviceNow = NOON - 90_000; // this device is a minute and a half behind
  const skew = day.clockSkew({ now: "2026-11-26T12:00:00+00:00" }, deviceNow);
  const timer = { ends: "2026-11-26T12:03:12+00:00", minutes: 6 };
  assert.equal(day.secondsLeft(timer, deviceNow + skew), 192);
});

test("a countdown ends at zero and stays there", () => {
  const timer = { ends: "2026-11-26T11:59:00+00:00", minutes: 6 };
  assert.equal(day.secondsLeft(timer, NOON), 0);
});

test("no timer is not the same as no time left", () => {
  assert.equal(day.secondsLeft(null, NOON), null);
  assert.equal(day.secondsLeft({ ends: null, minutes: 6 }, NOON), null);
});

test("a state without a clock leaves this device's clock alone", () => {
  assert.equal(day.clockSkew({}, NOON), 0);
  assert.equal(day.clockSkew(null, NOON), 0);
});

test("digits have two seconds, and minutes may pass an hour", () => {
  assert.deepEqual([0, 65, 192, 4500].map(day.digits), ["0:00", "1:05", "3:12", "75:00"]);
});

test("the bar is full with time given on top, and empty without a timer", () => {
  assert.equal(day.partLeft(180, 6), 50);
  assert.equal(day.partLeft(600, 6), 100);
  assert.equal(day.partLeft(null, 6), 0);
  assert.equal(day.partLeft(5, 0), 0);
});

test("a screen reader hears the time once a minute and at the end", () => {
  const heard = [];
  for (let left = 125; left >= 0; left -= 1) {
    const minutes = day.spokenMinutes(left);
    if (heard.at(-1) !== minutes) heard.push(minutes);
  }
  assert.deepEqual(heard, [3, 2, 1, 0]);
});

test("the main button goes through the stages, then to the next block", () => {
  const step = (block, stage) => day.nextStep(BLOCKS, { block, stage });
  assert.deepEqual(step(null, "talk"), { button: "go", block: "welcome" });
  assert.deepEqual(step("welcome", "talk"), { button: "go", block: "positioning" });
  assert.deepEqual(step("positioning", "talk"), { button: "stage", stage: "individual" });
  assert.deepEqual(step("positioning", "individual"), { button: "stage", stage: "plenary" });
  assert.deepEqual(step("positioning", "plenary"), { button: "go", block: "lenses" });
  assert.equal(step("lenses", "group"), null);
});

test("without a plan there is no next step", () => {
  assert.equal(day.nextStep([], {}), null);
});

test("a stage that the block does not list takes the block's minutes", () => {
  assert.equal(day.stageMinutes(BLOCKS[1], "individual"), 6);
  assert.equal(day.stageMinutes(BLOCKS[1], "group"), 67);
  assert.equal(day.stageMinutes(null, "group"), 0);
});

test("groups stand in table order, ten after nine", () => {
  const rows = day.groupRows({ 10: GROUP, 9: GROUP, 1: GROUP }, "individual");
  assert.deepEqual(rows.map((row) => row.table), ["1", "9", "10"]);
});

test("a raised hand is seen before anything else", () => {
  assert.equal(day.groupMood({ ...GROUP, done: 5, ready: 1, help: 1 }, "group"), "help");
});

test("alone a group is ready when everybody is, together when its sheet is ticked", () => {
  assert.equal(day.groupMood({ ...GROUP, done: 4 }, "individual"), "busy");
  assert.equal(day.groupMood({ ...GROUP, done: 5 }, "individual"), "ready");
  assert.equal(day.groupMood({ ...GROUP, done: 5 }, "group"), "busy");
  assert.equal(day.groupMood({ ...GROUP, ready: 1 }, "group"), "ready");
});

test("an empty table is not ready", () => {
  assert.equal(day.groupMood({ ...GROUP, here: 0 }, "individual"), "away");
});

test("there is a mark for each person, filled for those who have written", () => {
  assert.deepEqual(day.writtenMarks(GROUP), [true, true, true, false, false]);
  assert.deepEqual(day.writtenMarks({ ...GROUP, here: 1, written: 2 }), [true, true]);
  assert.deepEqual(day.writtenMarks({ ...GROUP, here: 12 }), []);
});

test("only a group that has shared in plenary can be lifted out", () => {
  const groups = { 3: { ...GROUP, released: 1 }, 1: GROUP, 2: { ...GROUP, released: 1, help: 1 } };
  assert.deepEqual(day.releasedTables(groups), ["2", "3"]);
  assert.deepEqual(day.releasedTables(undefined), []);
});

test("file sizes are said as people say them", () => {
  const said = [0, 900, 18_400, 1_834_000].map((bytes) => day.fileSize(bytes, ","));
  assert.deepEqual(said, ["0 B", "900 B", "18 kB", "1,8 MB"]);
});

test("a code is read aloud in two halves", () => {
  assert.equal(day.codeInHalves("K7MQ4X"), "K7M Q4X");
  assert.equal(day.codeInHalves(""), "");
});

test("arrow keys stop at the ends of the list", () => {
  const to = (key, at) => day.keyTarget(key, at, 3);
  assert.deepEqual([to("ArrowDown", 0), to("ArrowDown", 2), to("ArrowUp", 0), to("End", 0), to("Home", 2)], [1, 2, 0, 2, 0]);
  assert.equal(to("Enter", 1), null);
});

test("a time that cannot be read is left out", () => {
  assert.equal(day.timeOfDay("soon", "."), "");
  assert.match(day.timeOfDay("2026-11-26T09:05:00", "."), /^9\.05$/);
});

const AGENDA = [
  { id: "welcome", at: "9.00", state: "done" }, { id: "positioning", at: "9.30", state: "now" },
  { id: "lenses", at: "10.37", state: "skipped" }, { id: "out", at: "10.37", state: "next" },
];

test("what comes next is the first block that is not skipped", () => {
  const state = { block: "positioning", stage: "plenary", agenda: AGENDA };
  const blocks = [...BLOCKS, { id: "out", minutes: 20 }];
  assert.equal(day.blockAfter(blocks, state).id, "out");
  assert.equal(day.blockAfter(blocks, state).minutes, 20);
  assert.equal(day.blockAfter(blocks, state, 2), null);
  assert.deepEqual(day.nextStep(blocks, state), { button: "go", block: "out" });
});

test("without the room's own order the day stands as it was planned", () => {
  const states = day.rows(BLOCKS, { block: "positioning" }).map((one) => one.state);
  assert.deepEqual(states, ["done", "now", "next"]);
  assert.deepEqual(day.rows(BLOCKS, {}).map((one) => one.state), ["later", "later", "later"]);
});

test("a stage that is not in the plan leads on to the next block", () => {
  assert.deepEqual(day.nextStep(BLOCKS, { block: "positioning", stage: "group" }), { button: "go", block: "lenses" });
});

test("a pause keeps the seconds that were left, and a clock that stood still stays so", () => {
  assert.equal(day.secondsShown({ paused: true, left: 61.2, timer: null }, NOON), 62);
  assert.equal(day.secondsShown({ paused: true, left: null, timer: null }, NOON), null);
});

test("late, early and on time each have their word", () => {
  assert.deepEqual(day.onTime({ behind: 4 }), { key: "time_behind", n: 4, late: true });
  assert.deepEqual(day.onTime({ behind: -3 }), { key: "time_ahead", n: 3, late: false });
  assert.equal(day.onTime({ behind: 0 }).key, "time_on_plan");
  assert.equal(day.onTime(null), null);
});

test("a time is written as the reader writes times", () => {
  assert.equal(day.clockIn("9.30", ":"), "9:30");
  assert.equal(day.clockIn("15.30", "."), "15.30");
  assert.equal(day.clockIn(undefined, "."), "");
});

test("the pace is told in a fixed order, and what nobody says is left out", () => {
  assert.deepEqual(day.paceRows({ pace_lost: 1, pace_ok: 9, pace_faster: 0, other: 3 }), [
    { said: "pace_ok", n: 9 }, { said: "pace_lost", n: 1 },
  ]);
  assert.deepEqual(day.paceRows(undefined), []);
});

test("ready groups are counted among those where somebody sits", () => {
  const groups = { 1: { ...GROUP, ready: 1 }, 2: GROUP, 3: { ...GROUP, here: 0 } };
  assert.deepEqual(day.readyOf(groups, "group"), { n: 1, m: 2 });
});

test("the whole day's files stand behind its zip, what came later before it", () => {
  const named = (...names) => names.map((name) => ({ name }));
  const files = named("script.pdf", "day.zip", "day.docx", "day-a.docx", "day-b.pdf", "day.pdf", "day.xlsx");
  const order = foremost(files).map((one) => one.name);
  assert.deepEqual(order, ["script.pdf", "day.zip", "day.docx", "day.pdf", "day.xlsx", "day-a.docx", "day-b.pdf"]);
  assert.deepEqual(foremost(named("a.pdf")), named("a.pdf"));
});
