import assert from "node:assert/strict";
import { test } from "node:test";
import * as it from "../../widgets/hierarchy/geometry.js";
import view from "../../widgets/hierarchy/view.js";

const word = (key) => ({ level_relation: "Relation", level_speech_act: "Talehandling", force_contextual: "Kontekstuel kraft", deontic_must: "Skal" })[key] || key;
const mine = (side) => ({ mine: side });

test("the view gives render and nothing else", () => {
  assert.deepEqual(Object.keys(view), ["render"]);
});

test("without an order the levels stand as they do from the start", () => {
  for (const value of [null, undefined, {}, { mine: null }, mine({ order: null }), mine({ order: [] }), mine({ order: "self" }), mine([])]) {
    assert.deepEqual(it.orderOf(value, "mine"), it.DEFAULT);
  }
});

test("what is no level, or stands twice, is left out of an order", () => {
  assert.deepEqual(it.orderOf(mine({ order: ["self", "boss", "self", "culture"] }), "mine"), ["self", "culture"]);
});

test("a half-filled level is drawn as far as it goes", () => {
  assert.deepEqual(it.levelOf(mine({ levels: { self: { strength: 2 } } }), "mine", "self"), { story: "", strength: 2 });
  for (const broken of [null, 3, { self: null }, { self: { story: 4, strength: 9 } }]) {
    assert.deepEqual(it.levelOf(mine({ levels: broken }), "mine", "self"), { story: "", strength: null });
  }
});

test("a level goes where it is put, and no further than the ends", () => {
  const order = ["a", "b", "c"];
  assert.deepEqual(it.placed(order, "a", 2), ["b", "c", "a"]);
  assert.deepEqual(it.placed(order, "c", -4), ["c", "a", "b"]);
  assert.deepEqual(it.placed(order, "b", 9), ["a", "c", "b"]);
  assert.deepEqual(it.placed(order, "x", 0), order);
});

test("an added level takes its usual place, in an order of one's own too", () => {
  assert.deepEqual(it.added(it.DEFAULT, "organisation"), ["culture", "organisation", "self", "relation", "episode", "speech_act"]);
  assert.deepEqual(it.added(it.DEFAULT, "content").at(-1), "content");
  assert.deepEqual(it.added(["relation", "culture"], "profession"), ["profession", "relation", "culture"]);
  assert.deepEqual(it.added(["relation"], "relation"), ["relation"]);
  assert.deepEqual(it.missing(it.DEFAULT), ["organisation", "profession", "content"]);
});

test("a dragged card falls between the cards it is held between", () => {
  assert.deepEqual([0, 40, 60, 500].map((y) => it.placeFor(y, [10, 50, 90])), [0, 1, 2, 3]);
  assert.equal(it.placeFor(40, []), 0);
});

test("the highest level counts only while it is there, and is never guessed", () => {
  assert.equal(it.highestOf(mine({ highest: "self" }), "mine"), "self");
  assert.equal(it.highestOf(mine({ highest: "content" }), "mine"), null);
  assert.equal(it.highestOf(mine({ levels: { culture: { strength: 3 } } }), "mine"), null);
});

test("a force knows which way it pulls in the order of the moment", () => {
  const down = { from_level: "relation", to_level: "speech_act" };
  assert.equal(it.isUpward(down, it.DEFAULT), false);
  assert.equal(it.isUpward(down, ["speech_act", "relation"]), true);
  for (const half of [{}, { from_level: "self" }, { from_level: "self", to_level: "self" }, { from_level: "self", to_level: "content" }]) assert.equal(it.isUpward(half, it.DEFAULT), null);
});

test("a force is shown in the gap beside the level it comes from", () => {
  const [down, up] = [{ from_level: "culture", to_level: "speech_act" }, { from_level: "speech_act", to_level: "culture" }];
  const gaps = it.DEFAULT.map((_, at) => it.between([down, up, {}], it.DEFAULT, at).length);
  assert.deepEqual(gaps, [1, 0, 0, 1, 0]);
});

test("a force in words says only what somebody has chosen", () => {
  const whole = { kind: "contextual", from_level: "relation", to_level: "speech_act", deontic: "must" };
  assert.equal(it.forceInWords(whole, word), "Kontekstuel kraft · Relation → Talehandling · skal");
  assert.equal(it.forceInWords(whole, word, true), "Kontekstuel kraft · skal");
  assert.equal(it.forceInWords({ kind: "contextual" }, word), "Kontekstuel kraft");
  assert.equal(it.forceInWords({ from_level: "relation", deontic: "must" }, word), "");
});

test("a side is begun when somebody has done anything to it", () => {
  for (const empty of [{}, { order: null }, { levels: { self: { story: "" } } }, { forces: [] }, { name: "Læreren" }]) assert.equal(it.isBegun(mine(empty), "mine"), false);
  for (const begun of [{ order: ["self"] }, { levels: { self: { strength: 0 } } }, { loop: "none" }, { highest: "self" }]) assert.equal(it.isBegun(mine(begun), "mine"), true);
});

test("arrow keys go round in a row, other keys go nowhere", () => {
  assert.deepEqual(["ArrowRight", "ArrowLeft", "Home", "End", "a"].map((key) => it.stepped(3, key, 4)), [0, 2, 0, 3, null]);
  assert.equal(it.stepped(-1, "ArrowRight", 4), 1);
});

test("new ids do not collide, and both texts are the reader's first", () => {
  assert.match(it.newId([]), /^[a-z0-9]{3}$/);
  assert.equal(it.newId(["aaa"], () => 0), "aaaa");
  assert.equal(it.joinedTexts("mit", "dit"), "mit\ndit");
  assert.equal(it.joinedTexts("", "dit"), "dit");
});
