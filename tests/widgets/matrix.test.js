import assert from "node:assert/strict";
import test from "node:test";
import { partOf } from "../../widgets/bars/geometry.js";
import { columnsOf, isCounted, mostOf, textsOf, tintOf } from "../../widgets/matrix/geometry.js";

test("a matrix of texts counts nothing, one of counts does", () => {
  assert.equal(isCounted([["a", ""], []]), false);
  assert.equal(isCounted([[0, 2]]), true);
  assert.equal(isCounted(undefined), false);
  assert.equal(mostOf([["a", 3], [7]]), 7);
  assert.equal(mostOf([]), 1);
});

test("a count is tinted by its part of the largest, and nothing is not tinted", () => {
  assert.deepEqual([0, 1, 2, 3, 4].map((n) => tintOf(n, 4)), [0, 1, 2, 3, 4]);
  assert.deepEqual([1, 10, 11, 40].map((n) => tintOf(n, 40)), [1, 1, 2, 4]);
});

test("a page of texts holds what was written, each with its group", () => {
  assert.deepEqual(textsOf(["a", " ", "c"], ["1", "2", "7"]), [["1", "a"], ["7", "c"]]);
  assert.deepEqual([1, 2, 3, 6, 7].map(columnsOf), [1, 1, 2, 2, 3]);
});

test("a bar is as long as its part, and of nothing there is no part", () => {
  assert.deepEqual([partOf(1, 4), partOf(3, 0), partOf(9, 4)], [25, 0, 100]);
});
