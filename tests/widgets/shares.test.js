import assert from "node:assert/strict";
import { test } from "node:test";
import { partsOf } from "../../widgets/shares/geometry.js";
import view from "../../widgets/shares/view.js";

test("the view gives render and nothing else", () => {
  assert.deepEqual(Object.keys(view), ["render"]);
});

test("a bar is as long as all answers to its item, and of nothing there are no parts", () => {
  assert.deepEqual(partsOf([1, 0, 3]).map(({ part }) => part), [25, 0, 75]);
  assert.deepEqual(partsOf([0, 0, 0]).map(({ part }) => part), [0, 0, 0]);
  assert.deepEqual(partsOf([]), []);
});
