import assert from "node:assert/strict";
import test from "node:test";
import { agendaOf, clockOf, countdown, dayInWords, minutesOf, movedBy, pointsToRun, standsAt, steppedMinutes } from "../../widgets/meeting_frame/geometry.js";

const point = (id, minutes, what = id) => ({ id, minutes, what });

test("the agenda's clock follows from start and minutes", () => {
  const points = [point("a", 5), point("b", null), point("c", 20)];
  assert.deepEqual(agendaOf(points, "09.30"), { at: ["09.30", "09.35", "09.35"], sum: 25, end: "09.55" });
  assert.deepEqual(agendaOf(points, null), { at: ["", "", ""], sum: 25, end: "" });
  assert.deepEqual(agendaOf([], "09.30"), { at: [], sum: 0, end: "" });
  assert.deepEqual([minutesOf("23.59"), minutesOf("24.00"), clockOf(1445)], [1439, null, "00.05"]);
});

test("minutes step to the next five, never below five nor above four hours", () => {
  assert.deepEqual([[null, 1], [3, 1], [5, 1], [7, -1], [5, -1], [240, 1]].map(([n, by]) => steppedMinutes(n, by)), [5, 5, 10, 5, 5, 240]);
});

test("an item moves where there is room", () => {
  const items = [point("a"), point("b"), point("c")];
  assert.deepEqual(movedBy(items, "c", -1).map((one) => one.id), ["a", "c", "b"]);
  assert.equal(movedBy(items, "a", -1), items);
});

test("a meeting stands at its point; an empty row is none", () => {
  const value = { points: [point("a", 10), point("x", 5, " "), point("b", 5)], live: { point: "a", since: 1000, more: 5 } };
  assert.deepEqual(pointsToRun(value).map((one) => one.id), ["a", "b"]);
  const now = standsAt(value, 61000);
  assert.deepEqual([now.phase, now.at, now.next.id, now.left, now.of], ["on", 0, "b", 840, 15]);
  assert.equal(standsAt({ ...value, live: { point: "gone", since: 1 } }, 5).phase, "before");
  assert.equal(standsAt({ ...value, live: { over: true } }, 5).phase, "over");
  assert.equal(standsAt({}, 5).phase, "before");
});

test("a countdown says how far over it is", () => {
  assert.deepEqual([countdown(192), countdown(0), countdown(-30)], ["3:12", "0:00", "+0:30"]);
});

test("the day is told in words, and what is no day stands as it is", () => {
  assert.match(dayInWords("2026-12-03", "da"), /torsdag (den )?3\. december/);
  assert.equal(dayInWords("2026-12-03", "en"), "Thursday 3 December");
  assert.deepEqual([dayInWords(undefined, "da"), dayInWords("snart", "da")], ["", "snart"]);
});
