import assert from "node:assert/strict";
import { test } from "node:test";
import * as it from "../../widgets/hat_line/geometry.js";
import view from "../../widgets/hat_line/view.js";
import { inMinutes, markOf, ticksOf, wornIn } from "../../widgets/shared/lanes.js";
import { begunGroups, clockOf, lengthOf } from "../../widgets/strip_wall/geometry.js";

const tap = (id, at, to, more) => ({ id, at, to, ...more });

test("the view gives render and nothing else", () => {
  assert.deepEqual(Object.keys(view), ["render"]);
});

test("changes are read by the clock, and a broken one falls out", () => {
  const value = { shifts: [tap("b", 9, "knowledge"), tap("a", 3, "authority"), { id: "c" }, null, tap("d", 4, "boss"), tap("e", -1, "knowledge")] };
  assert.deepEqual(it.shiftsOf(value).map((one) => one.id), ["a", "b"]);
  for (const broken of [null, {}, { shifts: 3 }, { shifts: {} }]) assert.deepEqual(it.shiftsOf(broken), []);
});

test("a talk begins with the facilitator until somebody says otherwise", () => {
  assert.equal(it.firstOf({ first: "boss" }), "facilitator");
  assert.equal(it.firstOf({ first: "authority" }), "authority");
  assert.equal(it.hatNow({ shifts: [tap("a", 3, "knowledge")] }), "knowledge");
});

test("the clock alone ends a line that everybody forgot", () => {
  const at = (value, seconds) => it.timeOf(value, 1000 * seconds, 480);
  assert.equal(at({}, 9).phase, "before");
  assert.deepEqual(at({ began: 0 }, 130), { phase: "run", gone: 130, left: 350 });
  assert.deepEqual(at({ began: 0 }, 500), { phase: "run", gone: 500, left: 0 });
  assert.deepEqual(at({ began: 0 }, 700), { phase: "after", gone: 480, left: 0 });
  assert.deepEqual(at({ began: 0, ended: 60000 }, 700), { phase: "after", gone: 60, left: 420 });
  assert.equal(at({ began: 9000 }, 0).gone, 0, "a clock that is behind never runs backwards");
});

test("the strip is as long as the talk and holds its last change", () => {
  assert.equal(it.scaleOf({ began: 0 }, 1000, 480), 480);
  assert.equal(it.scaleOf({ began: 0, ended: 300000 }, 0, 480), 300);
  assert.equal(it.scaleOf({ began: 0, ended: 300000, shifts: [tap("a", 320, "knowledge")] }, 0, 480), 320);
});

test("a change to the hat that is on already has a twin", () => {
  const shifts = it.shiftsOf({ shifts: [tap("a", 3, "knowledge"), tap("b", 5, "knowledge"), tap("c", 9, "facilitator")] });
  assert.equal(it.twinOf(shifts, "b", "facilitator").id, "a");
  assert.equal(it.twinOf(shifts, "c", "facilitator"), null);
  assert.equal(it.twinOf(shifts, "a", "knowledge").id, "", "the hat it began with is no tap");
  assert.equal(it.twinOf(shifts, "gone", "facilitator"), null);
});

test("two taps become one, which keeps what only the other says", () => {
  const list = [tap("a", 3, "knowledge", { announced: false, by: "s1" }), tap("b", 5, "knowledge", { announced: true, permission: true })];
  assert.deepEqual(it.merged(list, "a", "b"), [tap("a", 3, "knowledge", { announced: false, by: "s1", permission: true })]);
});

test("a change never leaves the line", () => {
  assert.deepEqual([-4, 12.4, 9999].map(it.within), [0, 12, 3600]);
});

test("time is said as minutes and seconds", () => {
  assert.deepEqual([0, 65, 480, 599.6].map(inMinutes), ["0:00", "1:05", "8:00", "10:00"]);
});

test("a hat is worn from its change to the next one, the last until the end", () => {
  assert.deepEqual(wornIn("facilitator", [tap("a", 10, "knowledge")], 30), [{ hat: "facilitator", from: 0, to: 10 }, { hat: "knowledge", from: 10, to: 30 }]);
  assert.deepEqual(wornIn("facilitator", [tap("a", 40, "knowledge")], 30).map(({ from, to }) => to - from), [40, 0]);
});

test("how a change looks never rests on colour alone", () => {
  assert.deepEqual([{ announced: true }, { announced: false }, {}, { announced: true, permission: true }].map(markOf), ["said", "unsaid", "open", "said asked"]);
});

test("a strip has few numbers under it", () => {
  assert.deepEqual(ticksOf(480), [0, 2, 4, 6, 8]);
  assert.deepEqual(ticksOf(60), [0, 1]);
  assert.ok(ticksOf(3600).length <= 7);
});

test("all groups share one clock, and those that did not begin are not shown", () => {
  const groups = begunGroups({ groups: [{ table: "1", seconds: 471, first: "facilitator", shifts: [] }, { table: "2" }, { table: "3", seconds: 0, first: "knowledge", shifts: [{ at: 500, to: "facilitator" }] }] });
  assert.deepEqual(groups.map((one) => one.table), ["1", "3"]);
  assert.equal(lengthOf(groups[1]), 515);
  assert.equal(clockOf(groups), 540);
  assert.equal(clockOf([]), 60);
  for (const value of [null, {}, { groups: 3 }]) assert.deepEqual(begunGroups(value), []);
});
