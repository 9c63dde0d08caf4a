import assert from "node:assert/strict";
import { test } from "node:test";
import { arrowOf, isSpot, kindOf, movedBy, nextOf, pixelOf, questionsOf, spotAt, spread, stepped } from "../../widgets/question_map/geometry.js";
import { fanned, walked, waysOf } from "../../widgets/question_wall/geometry.js";

test("a pixel and its place are one and the same, to a tenth, and the second axis runs downwards", () => {
  for (const place of [[-1, -1], [0.3, -0.7], [0, 0], [1, 1]]) assert.deepEqual(spotAt(...pixelOf(place, 340), 340), place);
  assert.ok(pixelOf([0, 1], 340)[1] > pixelOf([0, -1], 340)[1]);
  assert.deepEqual(spotAt(-50, 900, 340), [-1, 1]);
});

test("a kind is the field a mark stands in, and a line between two is neither", () => {
  assert.deepEqual([[-0.1, -0.1], [0.1, -0.1], [-0.1, 0.1], [0.1, 0.1]].map(kindOf), ["linear", "strategic", "circular", "reflexive"]);
  for (const mark of [[0, 0.5], [0.5, 0], null, [1], ["a", 1]]) assert.equal(kindOf(mark), "");
});

test("an arrow key goes one tenth on, from the middle at first, and stays on the map", () => {
  assert.deepEqual(stepped(null, "ArrowLeft"), [-0.1, 0]);
  assert.deepEqual(stepped([0.7, 0.2], "ArrowDown"), [0.7, 0.3]);
  assert.deepEqual(stepped([1, -1], "ArrowUp"), [1, -1]);
  assert.ok(isSpot(stepped(undefined, "ArrowRight")));
});

test("marks on one place stand apart, and all of them on the map", () => {
  const at = spread(Array.from({ length: 8 }, () => ({ at: [5, 5], r: 17 })), 300);
  at.forEach(([x, y], i) => {
    assert.ok(x >= 16 && y >= 16 && x <= 284 && y <= 284);
    for (const [ox, oy] of at.slice(0, i)) assert.ok(Math.hypot(x - ox, y - oy) > 14);
  });
});

test("marks that touch have no arrow between them", () => {
  assert.equal(arrowOf([0, 0], [30, 0], 17, 14, 9), null);
  assert.match(arrowOf([0, 0], [200, 0], 17, 14, 9).line, /^M17 0L/);
});

test("one goes on to the first question that has no mark, and round again when all have", () => {
  const ids = ["a", "b", "c", "d"];
  assert.equal(nextOf(ids, (id) => id !== "d", "b"), "d");
  assert.equal(nextOf(ids, (id) => id !== "a", "b"), "a");
  assert.equal(nextOf(ids, () => true, "d"), "a");
  assert.equal(nextOf(["a"], () => true, "a"), "a");
});

test("the order is the list's, and only questions are questions", () => {
  const items = [{ id: "a" }, { id: "b" }, { id: "c" }];
  assert.deepEqual(movedBy(items, "c", -1).map((one) => one.id), ["a", "c", "b"]);
  assert.equal(movedBy(items, "a", -1), items);
  assert.deepEqual(questionsOf({ questions: [null, { id: "a" }, { text: "?" }] }).map((one) => one.id), ["a"]);
  assert.deepEqual(questionsOf(null), []);
});

test("the wall lays arrows of one way side by side and counts ways, not who", () => {
  const pair = { from: [-0.5, -0.5], to: [0.5, -0.5], asked: "type_linear", heard: "type_strategic" };
  const [one, other] = fanned([pair, pair]);
  assert.ok(Math.abs(one.from[1] - other.from[1]) > 0.01);
  assert.deepEqual(waysOf([pair, pair]), [["type_linear", "type_strategic", 2]]);
  assert.equal(fanned([{ ...pair, to: pair.from }])[0].stays, true);
});

test("a group that has placed nothing has no way, and the others keep their numbers", () => {
  const value = { paths: [[], [[0.1, 0.1]]], orders: [[], ["type_reflexive"]], tables: ["2", "7"] };
  assert.deepEqual(walked(value).map((one) => one.table), ["7"]);
  assert.deepEqual(walked(undefined), []);
});
