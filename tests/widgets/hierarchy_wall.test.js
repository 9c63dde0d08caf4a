import assert from "node:assert/strict";
import test from "node:test";
import { countsOf, linesOf, shownLevels, spreadOf } from "../../widgets/hierarchy_wall/geometry.js";

const level = (name, written = true) => ({ level: name, strength: null, written });
const group = (table, levels, highest = null) => ({ table, mine: { levels, highest }, theirs: { levels: [], highest: null } });

test("groups share pages as evenly as can be", () => {
  const counted = (n) => spreadOf(Array.from({ length: n })).map((page) => page.length);
  assert.deepEqual([0, 1, 5, 6, 7, 10].map(counted), [[], [1], [5], [3, 3], [4, 3], [5, 5]]);
});

test("an empty level falls out, unless it is marked or nothing else is there", () => {
  const levels = [level("self"), level("culture", false), level("episode", false)];
  assert.deepEqual(shownLevels({ levels, highest: "episode" }).map((one) => one.level), ["self", "episode"]);
  assert.equal(shownLevels({ levels: levels.slice(1) }).length, 2);
  assert.deepEqual(shownLevels(undefined), []);
  assert.equal(linesOf([group("1", levels), group("2", levels, "culture")]), 2);
});

test("the counts keep the levels' order and their zeros", () => {
  const counts = { mine: { culture: 0, self: 2, content: 0 }, theirs: { culture: 0, self: 0, content: 0 } };
  assert.deepEqual(countsOf([group("1", [level("culture")])], counts), [["culture", 0, 0], ["self", 2, 0]]);
});
