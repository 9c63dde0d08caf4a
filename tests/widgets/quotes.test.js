import assert from "node:assert/strict";
import { test } from "node:test";
import { inQuotes, pagesOf } from "../../widgets/quotes/geometry.js";
import { badgeOf } from "../../widgets/shared/onwall.js";

const rows = (...groups) => groups.flatMap((heights, at) => heights.map((height) => ({ height, group: String(at + 1) })));

test("nothing is one empty page", () => {
  assert.deepEqual(pagesOf([], 100), [[]]);
});

test("what fits stands on one page", () => {
  assert.deepEqual(pagesOf(rows([10, 10], [10]), 30), [[0, 1, 2]]);
});

test("a group that fits on a page is not torn apart", () => {
  assert.deepEqual(pagesOf(rows([10, 10], [10, 10]), 30), [[0, 1], [2, 3]]);
});

test("a group larger than a page goes on on the next one", () => {
  assert.deepEqual(pagesOf(rows([20, 20, 20]), 45), [[0, 1], [2]]);
});

test("a row higher than a page gets one of its own, and none is lost", () => {
  assert.deepEqual(pagesOf(rows([10], [90], [10]), 40), [[0], [1], [2]]);
  const many = pagesOf(rows(...Array.from({ length: 10 }, () => [30, 30, 30])), 200);
  assert.deepEqual(many.flat(), Array.from({ length: 30 }, (_, i) => i));
});

test("groups differ by shape, the sixth has the first one's shape hollow", () => {
  const five = ["1", "2", "3", "4", "5"].map((table) => badgeOf(table).d);
  assert.equal(new Set(five).size, 5);
  assert.equal(badgeOf("6").d, badgeOf("1").d);
  assert.deepEqual([badgeOf("1").hollow, badgeOf("6").hollow, badgeOf("10").colour], [false, true, 5]);
});

test("what was said stands in quotation marks, once", () => {
  assert.equal(inQuotes("Bare sig det", "da"), "”Bare sig det”");
  assert.equal(inQuotes("Just say it", "en"), "“Just say it”");
  assert.equal(inQuotes("”Bare sig det”", "da"), "”Bare sig det”");
  assert.equal(inQuotes("", "da"), "");
});
