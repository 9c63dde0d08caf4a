import assert from "node:assert/strict";
import { test } from "node:test";
import * as it from "../../widgets/ladder/geometry.js";
import view from "../../widgets/ladder/view.js";

const named = { steps: ["low", "middle", "high"], parties: ["a", "b"], ticks: [] };
const stood = (steps) => ({ steps, transfer: "kept" });

test("the view gives render and nothing else", () => {
  assert.deepEqual(Object.keys(view), ["render"]);
});

test("stairs and parties are what the exercise names, each once", () => {
  assert.deepEqual(it.namedOn({ steps: ["low", "low", "middle", 3, "high"], parties: ["a", "", "b"] }), named);
  for (const broken of [null, undefined, {}, { steps: 4, parties: "a", ticks: "x" }]) assert.deepEqual(it.namedOn(broken), { steps: [], parties: [], ticks: [] });
});

test("a row of options is asked for on its stage, and read on all", () => {
  const ticks = [{ field: "kinds", options: ["x"] }, { field: "ways", options: ["y"], stage: "group" }, { field: "none", options: [] }];
  const fields = (options) => it.namedOn({ ...named, ticks, ...options }).ticks.map((one) => one.field);
  assert.deepEqual(fields({ stage: "individual" }), ["kinds"]);
  assert.deepEqual(fields({ stage: "group" }), ["kinds", "ways"]);
  assert.deepEqual(fields({ stage: "plenary", readonly: true }), ["kinds", "ways"]);
});

test("a party waits at the foot until somebody has put it on a stair there is", () => {
  assert.equal(it.stepOf(stood({ a: 3 }), "a", named), 3);
  for (const value of [null, {}, { steps: 3 }, stood({}), stood({ a: null }), stood({ a: 0 }), stood({ a: 4 }), stood({ a: 1.5 }), stood({ a: "2" })]) assert.equal(it.stepOf(value, "a", named), null);
});

test("two may stand on one stair, and they keep the exercise's order", () => {
  assert.deepEqual(it.standingOn(stood({ b: 2, a: 2 }), 2, named), ["a", "b"]);
  assert.deepEqual(it.standingOn(stood({ b: 2 }), null, named), ["a"]);
});

test("arrows go one stair at a time and stop at the top and at the foot", () => {
  assert.equal(it.goneTo("ArrowUp", null, 3), 1);
  assert.equal(it.goneTo("ArrowRight", 3, 3), 3);
  assert.equal(it.goneTo("ArrowDown", 1, 3), null);
  assert.equal(it.goneTo("ArrowLeft", null, 3), undefined);
});

test("a number is a stair, and a key that is none moves nothing", () => {
  assert.equal(it.goneTo("2", null, 3), 2);
  assert.equal(it.goneTo("Delete", 2, 3), null);
  assert.deepEqual([it.goneTo("Home", 2, 3), it.goneTo("End", 2, 3)], [1, 3]);
  for (const key of ["4", "0", "x", "Tab", "Enter"]) assert.equal(it.goneTo(key, 2, 3), undefined);
});

test("a finger is over a stair, over the foot, or beside them", () => {
  const places = [{ at: 2, top: 0, bottom: 50 }, { at: 1, top: 50, bottom: 100 }, { at: null, top: 100, bottom: 190 }];
  assert.deepEqual([10, 50, 120, 300, -4].map((y) => it.stepUnder(y, places)), [2, 1, null, undefined, undefined]);
});

test("an option is kept by itself, or by party", () => {
  assert.equal(it.tickAt({ field: "ways" }, "x"), "ways.x");
  assert.equal(it.tickAt({ field: "kinds", each: true }, "x", "b"), "kinds.b.x");
});

test("both texts stand one under the other, the reader's first", () => {
  assert.equal(it.bothOf("mine", "theirs"), "mine\ntheirs");
  assert.equal(it.bothOf("", "theirs"), "theirs");
});
