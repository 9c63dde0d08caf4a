import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf, dealt, linksOf, shownGroups } from "../../widgets/loop_wall/geometry.js";

test("groups share pages as evenly as can be, at most six on each", () => {
  const counted = (n) => dealt(Array.from({ length: n })).map((page) => page.length);
  assert.deepEqual([0, 1, 6, 7, 10, 13].map(counted), [[], [1], [6], [4, 3], [5, 5], [5, 5, 3]]);
  assert.deepEqual([1, 2, 3, 4, 5, 6].map(columnsOf), [1, 2, 3, 2, 3, 3]);
});

test("a group that has drawn nothing is not shown", () => {
  assert.deepEqual(shownGroups({ groups: [{ table: "1", actors: [] }, { table: "2" }, { table: "3", actors: [{ id: "a" }] }] }).map((one) => one.table), ["3"]);
  for (const value of [null, {}, { groups: 3 }]) assert.deepEqual(shownGroups(value), []);
});

test("an arrow without an end falls out, and the others keep their words", () => {
  const group = { actors: [{ id: "a" }, { id: "b" }], arrows: [{ from: "a", to: "b", says: "Spørger" }, { from: "b", to: "gone" }, { from: "a", to: "a" }] };
  assert.deepEqual(linksOf(group), [{ link: [0, 1], says: "Spørger" }]);
  assert.deepEqual(linksOf({}), []);
});
