import assert from "node:assert/strict";
import { test } from "node:test";
import * as it from "../../widgets/scale/geometry.js";
import view from "../../widgets/scale/view.js";

const stopped = { field: "place", stops: ["a", "b", "c"] };

test("the view gives render and nothing else", () => assert.deepEqual(Object.keys(view), ["render"]));

test("a line without a field for mark or words is left out", () => {
  assert.deepEqual(it.scalesIn({ scales: [{ field: "a" }, {}, null, { text: "b" }] }), [{ field: "a" }, { text: "b" }]);
  assert.deepEqual(it.scalesIn(undefined), []);
});

test("a line has eleven steps, or as many as it has stops", () => {
  assert.equal(it.countOf({ field: "a" }), 11);
  assert.equal(it.countOf({ field: "a", most: 4 }), 5);
  assert.equal(it.countOf(stopped), 3);
});

test("nought is a step and nothing is none", () => {
  assert.equal(it.stepOf(0, { field: "a" }), 0);
  for (const none of [undefined, null, "", 11, -1, 2.5, "3"]) assert.equal(it.stepOf(none, { field: "a" }), -1);
  assert.equal(it.stepOf("c", stopped), 2);
  assert.equal(it.stepOf("x", stopped), -1);
});

test("a step is stored as its number or its stop, off the line as nothing", () => {
  assert.equal(it.markAt(0, { field: "a" }), 0);
  assert.equal(it.markAt(1, stopped), "b");
  assert.equal(it.markAt(-1, stopped), null);
});

test("a finger beside the line still means its nearest end", () => {
  assert.equal(it.stepUnder(-50, 0, 100, 11), 0);
  assert.equal(it.stepUnder(34, 0, 100, 11), 3);
  assert.equal(it.stepUnder(500, 0, 100, 11), 10);
});

test("keys move by one, go to the ends, and take the mark off", () => {
  assert.equal(it.stepBy("ArrowRight", -1, 11), 0);
  assert.equal(it.stepBy("ArrowLeft", -1, 11), 10);
  assert.equal(it.stepBy("ArrowUp", 10, 11), 10);
  assert.equal(it.stepBy("End", 2, 11), 10);
  assert.equal(it.stepBy("Delete", 2, 11), -1);
  assert.equal(it.stepBy("Tab", 2, 11), undefined);
});
