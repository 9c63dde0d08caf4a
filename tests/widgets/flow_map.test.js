import assert from "node:assert/strict";
import { test } from "node:test";
import * as it from "../../widgets/flow_map/geometry.js";
import view from "../../widgets/flow_map/view.js";

test("the view gives render and nothing else", () => assert.deepEqual(Object.keys(view), ["render"]));

test("at most four marks, each once", () => {
  assert.deepEqual(it.marksIn({ marks: ["a", "b", "a", "", "c", "d", "e"] }), ["a", "b", "c", "d"]);
  assert.deepEqual(it.marksIn(null), []);
});

test("a point is two whole steps from nought to ten", () => {
  assert.ok(it.isPoint([0, 10]));
  for (const none of [null, [1], [1, 11], [-1, 0], [1.5, 2], "12"]) assert.ok(!it.isPoint(none));
});

test("the place under a mark's own pixel is its place", () => {
  for (const point of [[0, 0], [10, 10], [3, 8]]) assert.deepEqual(it.pointAt(...it.pixelOf(point, 400), 400), point);
});

test("challenge grows upwards and skill to the right", () => {
  assert.ok(it.pixelOf([0, 10], 400)[1] < it.pixelOf([0, 0], 400)[1]);
  assert.ok(it.pixelOf([10, 0], 400)[0] > it.pixelOf([0, 0], 400)[0]);
});

test("a step stays on the map, and a mark not yet placed starts in the middle", () => {
  assert.deepEqual(it.stepped([10, 3], "right"), [10, 3]);
  assert.deepEqual(it.stepped([4, 3], "up"), [4, 4]);
  assert.deepEqual(it.stepped(undefined, "down"), [5, 4]);
});

test("marks on one place stand side by side", () => {
  const at = it.standing({ a: [5, 5], b: [5, 5], c: null }, 400, 30);
  assert.deepEqual(Object.keys(at), ["a", "b"]);
  assert.ok(at.b[0] - at.a[0] >= 24);
});
