import assert from "node:assert/strict";
import { test } from "node:test";
import * as it from "../../widgets/process_sheet/geometry.js";
import view from "../../widgets/process_sheet/view.js";

const step = (id, more = {}) => ({ id, purpose: "Til noget", phase: "open", minutes: 10, ...more });
const keys = (steps, total = 60, more) => it.hintsOf(steps, total, more).map(({ key }) => key);

test("the view gives render and nothing else", () => {
  assert.deepEqual(Object.keys(view), ["render"]);
});

test("whatever is stored, only steps come out, and each once", () => {
  for (const value of [null, {}, { six: 3 }, { six: { steps: "a" } }, { six: { steps: [null, 4, {}, []] } }]) assert.deepEqual(it.stepsOf(value, "six"), []);
  assert.equal(it.stepsOf({ six: { steps: [step("a"), step("a"), step("b")] } }, "six").length, 2);
  assert.equal(it.stepOf([{ id: "a", phase: "groan", minutes: "ti" }], "a").phase, null);
  assert.equal(it.stepOf([{ id: "a", minutes: "ti" }], "a").minutes, 0);
});

test("minutes add up by phase, and a pause is no phase", () => {
  const steps = [step("a"), step("b", { phase: "explore" }), step("c", { phase: "explore", method: "pause", minutes: 5 }), step("d", { phase: null, minutes: 3 })];
  assert.deepEqual(it.minutesOf(steps), { open: 10, explore: 10, close: 0, other: 8, sum: 28 });
});

test("an empty plan is asked nothing", () => {
  assert.deepEqual(it.hintsOf([], 60), []);
});

test("a plan that closes, has a pause, purposes and time is asked nothing", () => {
  const steps = [step("a", { minutes: 20 }), step("b", { method: "pause", purpose: "" }), step("c", { phase: "close", minutes: 20 })];
  assert.deepEqual(it.hintsOf(steps, 60), []);
});

test("what is missing is asked about: a purpose, a closing, a pause", () => {
  assert.deepEqual(keys([step("a", { purpose: " " }), step("b", { phase: "close" })]), ["hint_purpose"]);
  assert.deepEqual(keys([step("a")]), ["hint_close"]);
  assert.deepEqual(keys([step("a", { minutes: 46, phase: "close" })]), ["hint_pause"]);
  assert.deepEqual(keys([step("a", { minutes: 45, phase: "close" })]), []);
});

test("more than twenty minutes in plenary on end are asked about, and a pause ends the row", () => {
  const [first, last] = [step("a", { form: "plenum", minutes: 15 }), step("b", { form: "plenum", minutes: 10, phase: "close" })];
  assert.deepEqual(it.hintsOf([first, last], 60), [{ key: "hint_talk", n: 25 }]);
  assert.deepEqual(keys([first, step("c", { method: "pause" }), last]), []);
  assert.deepEqual(keys([{ ...first, minutes: 20 }, step("c", { form: "par", phase: "close" })]), []);
});

test("time that is over is said in minutes", () => {
  assert.deepEqual(it.hintsOf([step("a", { minutes: 30, phase: "close" })], 25), [{ key: "hint_over", n: 5 }]);
});

test("a step somebody is writing in is not yet asked what it is for", () => {
  assert.deepEqual(keys([step("a", { purpose: "", phase: "close" })], 60, { writing: "a" }), []);
});

test("a moved step ends inside the list, and a new one follows the phase before it", () => {
  const steps = [step("a"), step("b", { phase: "explore" }), step("c")];
  assert.deepEqual(it.placedStep(steps, "a", 9).map(({ id }) => id), ["b", "c", "a"]);
  assert.deepEqual(it.placedStep(steps, "c", -1).map(({ id }) => id), ["c", "a", "b"]);
  assert.equal(it.placedStep(steps, "x", 0), steps);
  assert.equal(it.freshStep(steps, 2, "n").phase, "explore");
  assert.equal(it.freshStep(steps, 0, "n").phase, "open");
});

test("minutes go by one up to five and then in fives, never below nothing", () => {
  assert.deepEqual([0, 4, 5, 7, 480].map((minutes) => it.nextMinutes(minutes, 1)), [1, 5, 10, 10, 480]);
  assert.deepEqual([0, 1, 5, 7, 10].map((minutes) => it.nextMinutes(minutes, -1)), [0, 0, 4, 5, 5]);
  assert.deepEqual([it.typedMinutes("12"), it.typedMinutes("9999"), it.typedMinutes("-3"), it.typedMinutes("ti"), it.typedMinutes("2", 5)], [12, 480, 0, null, 5]);
});

test("the bar is as long as the time, or as the plan when that is longer", () => {
  assert.equal(it.widthOf(15, 30, 60), 25);
  assert.equal(it.widthOf(60, 80, 60), 75);
  assert.equal(it.widthOf(0, 0, 0), 0);
});

test("what the second plan has changed or left out is known by the step it came from", () => {
  const value = { six: { steps: [step("a"), step("b"), step("c")] }, sixty: { steps: [step("a"), step("b", { minutes: 20, form: "G" }), step("n")] } };
  assert.equal(it.changedFrom(value, "a"), null);
  assert.equal(it.changedFrom(value, "n"), null);
  assert.deepEqual(it.changedFrom(value, "b"), { form: null, minutes: 10 });
  assert.deepEqual(it.leftOut(value).map(({ id }) => id), ["c"]);
  assert.deepEqual(it.leftOut({ six: value.six }), []);
});
