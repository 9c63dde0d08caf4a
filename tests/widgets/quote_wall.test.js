import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST, columnsOf, dealt, even, pagesOf } from "../../widgets/quote_wall/geometry.js";

const same = (count, height = 10) => Array(count).fill(height);

test("few lines stand under each other, many in as many columns as there is room for", () => {
  assert.deepEqual([0, 5, 6, 25].map((count) => columnsOf(count, 3)), [1, 1, 3, 3]);
  assert.equal(columnsOf(25, 1), 1);
});

test("lines are dealt in reading order, and none goes missing", () => {
  assert.deepEqual(dealt(same(5), 3, 20), [[0, 1], [2, 3], [4]]);
  assert.equal(dealt(same(7), 3, 20), null);
});

test("columns are as even as they can be", () => {
  assert.deepEqual(even(same(6), 3, 100).map((one) => one.length), [2, 2, 2]);
});

test("a page holds at most so many lines, however low they are", () => {
  assert.deepEqual(pagesOf(same(60, 1), 3, 1000).map((page) => page.flat().length), [20, 20, 20]);
  assert.ok(pagesOf(same(200, 1), 3, 1000).every((page) => page.flat().length <= MOST));
});

test("no page is left with a last line alone", () => {
  assert.deepEqual(pagesOf(same(24), 3, 70).map((page) => page.flat().length), [12, 12]);
});

test("no column is higher than the room, and every line has its turn", () => {
  const heights = Array.from({ length: 60 }, (_, i) => 20 + ((i * 37) % 90));
  const pages = pagesOf(heights, 3, 300);
  for (const column of pages.flat()) assert.ok(column.reduce((sum, i) => sum + heights[i], 0) <= 300);
  assert.deepEqual(pages.flat(2), heights.map((_, i) => i));
});

test("a line higher than the room has a column of its own", () => {
  assert.deepEqual(pagesOf([10, 900, 10], 3, 300), [[[0], [1], [2]]]);
});

test("nothing is one empty page", () => {
  assert.deepEqual(pagesOf([], 3, 300), [[]]);
});
