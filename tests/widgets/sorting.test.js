import assert from "node:assert/strict";
import { test } from "node:test";
import * as it from "../../widgets/sorting/geometry.js";
import view from "../../widgets/sorting/view.js";

const named = { cards: ["a", "b", "c"], piles: ["near", "far"] };
const placed = (where) => ({ placed: where, transfer: "kept" });

test("the view gives render and nothing else", () => {
  assert.deepEqual(Object.keys(view), ["render"]);
});

test("cards and piles are what the exercise names, each once", () => {
  assert.deepEqual(it.namedIn({ ...named, cards: ["a", "b", "a", "", 3, "c"] }), named);
  for (const broken of [null, undefined, {}, { cards: "a", piles: 4 }]) {
    assert.deepEqual(it.namedIn(broken), { cards: [], piles: [] });
  }
});

test("a card lies in the tray until somebody has placed it in a pile that is known", () => {
  assert.equal(it.pileOf(placed({ a: "far" }), "a", named.piles), "far");
  for (const value of [null, {}, { placed: 3 }, { placed: [] }, placed({}), placed({ a: null }), placed({ a: "gone" })]) {
    assert.equal(it.pileOf(value, "a", named.piles), null);
  }
});

test("cards of a pile stand in the exercise's order, whoever came first", () => {
  assert.deepEqual(it.cardsIn(placed({ c: "far", a: "far" }), "far", named), ["a", "c"]);
  assert.deepEqual(it.cardsIn(placed({ c: "far", a: "far" }), null, named), ["b"]);
  assert.deepEqual(it.cardsIn(null, null, named), named.cards);
});

test("a number is a pile, and a number without one moves nothing", () => {
  assert.equal(it.pileByKey("2", null, named.piles), "far");
  for (const key of ["3", "0", "x", "Tab", "Enter"]) assert.equal(it.pileByKey(key, null, named.piles), undefined);
});

test("arrows go through tray and piles and stop at both ends", () => {
  assert.equal(it.pileByKey("ArrowRight", null, named.piles), "near");
  assert.equal(it.pileByKey("ArrowRight", "near", named.piles), "far");
  assert.equal(it.pileByKey("ArrowRight", "far", named.piles), "far");
  assert.equal(it.pileByKey("ArrowLeft", "near", named.piles), null);
  assert.equal(it.pileByKey("ArrowLeft", null, named.piles), null);
});

test("delete takes a card back to the tray from anywhere", () => {
  for (const key of ["Delete", "Backspace"]) assert.equal(it.pileByKey(key, "far", named.piles), null);
});

test("one goes from card to card wherever they lie", () => {
  assert.deepEqual([it.neighbour("a", named.cards, 1), it.neighbour("c", named.cards, 1), it.neighbour("a", named.cards, -1)], ["b", "c", "a"]);
});

test("after a card comes the next one in the tray, round to the first, and none when it is empty", () => {
  assert.equal(it.nextInTray(placed({ a: "far" }), "a", named), "b");
  assert.equal(it.nextInTray(placed({ c: "far", b: "far" }), "c", named), "a");
  assert.equal(it.nextInTray(placed({ a: "far", b: "far", c: "near" }), "c", named), undefined);
});

test("a point is in the first zone that holds it, edges too", () => {
  const zones = [{ pile: "near", left: 0, top: 0, right: 10, bottom: 10 }, { pile: "far", left: 10, top: 0, right: 20, bottom: 10 }];
  assert.equal(it.zoneAt(10, 5, zones).pile, "near");
  assert.equal(it.zoneAt(11, 5, zones).pile, "far");
  assert.equal(it.zoneAt(5, 11, zones), undefined);
});

test("a dragged card stays between the sides of the page, and over the finger on a small one", () => {
  const box = { left: 10, top: 100, width: 80, height: 40 };
  assert.deepEqual(it.carried(50, 120, box, 100, false), [0, 0]);
  assert.deepEqual(it.carried(500, 220, box, 100, false), [10, 100]);
  assert.deepEqual(it.carried(-500, 220, box, 100, false), [-10, 100]);
  assert.deepEqual(it.carried(500, 220, box, 100, true), [0, 80]);
});
