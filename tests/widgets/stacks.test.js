import assert from "node:assert/strict";
import { test } from "node:test";
import { groupsOf, longestOf, roomIn, shareOf } from "../../widgets/stacks/geometry.js";
import view from "../../widgets/stacks/view.js";

const value = { bars: ["six", "sixty"], parts: ["open", "close"], stacks: [[[10, 5], [0, 0]], [[0, 0], [0, 0]], [[0, 30], [20, 20]]], tables: ["2", "4", "7"] };

test("the view gives render and nothing else", () => {
  assert.deepEqual(Object.keys(view), ["render"]);
});

test("a group without minutes is left out, and so is an empty bar", () => {
  const groups = groupsOf(value);
  assert.deepEqual(groups.map(({ table }) => table), ["2", "7"]);
  assert.deepEqual(groups[0].bars, [["six", [10, 5]]]);
  assert.deepEqual(groupsOf({}), []);
});

test("all bars share the measure of the longest", () => {
  assert.equal(longestOf(groupsOf(value)), 40);
  assert.equal(longestOf([]), 1);
  assert.equal(shareOf(10, 40), 25);
});

test("a number stands only where there is room for it", () => {
  assert.deepEqual([2, 8, 30].map(roomIn), ["no", "slim", "yes"]);
});
