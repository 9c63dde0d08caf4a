import assert from "node:assert/strict";
import { test } from "node:test";
import * as it from "../../widgets/daisy/geometry.js";
import view from "../../widgets/daisy/view.js";

test("the view gives render and nothing else", () => {
  assert.deepEqual(Object.keys(view), ["render"]);
});

test("whatever is stored, only petals are drawn, each once, and at most eight", () => {
  for (const value of [null, {}, { petals: 3 }, { petals: [null, 4, {}] }]) assert.deepEqual(it.petalsOf(value), []);
  assert.deepEqual(it.petalsOf({ petals: [{ id: "a", talk: 4, near: "far" }, { id: "a" }] }), [{ id: "a", talk: "", near: null }]);
  assert.equal(it.petalsOf({ petals: [..."abcdefghijk"].map((id) => ({ id })) }).length, 8);
});

test("a tap brings a petal to the front, the next one sends it behind", () => {
  assert.deepEqual([null, "fore", "back"].map(it.tapped), ["fore", "back", "fore"]);
});

const MANY = [[], ["fore"], ["back", "back"], Array(5).fill("fore"), Array(8).fill("fore"), Array(8).fill("back"), Array(7).fill(null), ["fore", "back", null, "fore", "back", null, "fore", "back"]];

test("a flower has four places at least, and every petal stays inside it and off the middle", () => {
  for (const nears of MANY) {
    const places = it.placesOf(nears);
    assert.equal(places.length, Math.max(4, nears.length));
    for (const { x, y, r, out } of places) {
      assert.ok(Math.hypot(x, y) + r <= 1, `${nears}`);
      assert.ok(out > it.CORE, `${nears}`);
    }
  }
});

test("no two petals lie on top of each other", () => {
  for (const nears of MANY) {
    const places = it.placesOf(nears);
    places.forEach((one, at) => {
      const next = places[(at + 1) % places.length];
      assert.ok(Math.hypot(one.x - next.x, one.y - next.y) >= 0.98 * (one.r + next.r), `${nears}`);
    });
  }
});

test("a petal in front lies nearer the middle and is larger than one behind", () => {
  const [fore, back, open] = it.placesOf(["fore", "back", null, null]);
  assert.ok(fore.out < open.out && open.out < back.out);
  assert.ok(fore.r > open.r && open.r > back.r);
});

test("words find room on a petal or they do not, and never on the middle", () => {
  const [place] = it.placesOf(["fore"]);
  assert.ok(it.hasRoom(place, 300, [120, 40], 20));
  assert.ok(!it.hasRoom(place, 300, [220, 140], 20));
  assert.ok(!it.hasRoom({ x: 0, y: -0.35, r: 0.4 }, 300, [100, 120], 20));
});

test("an outline is closed and holds numbers only", () => {
  for (const place of it.placesOf(Array(6).fill("back"))) assert.match(it.outline(place, 144), /^M[\d. C-]+Z$/);
});

test("a drag inwards is the foreground, outwards the background, and a small one nothing", () => {
  assert.equal(it.dragged(100, 60, 10, null), "fore");
  assert.equal(it.dragged(100, 140, 10, "fore"), "back");
  assert.equal(it.dragged(100, 105, 10, "back"), "back");
});

test("an arrow key towards the middle is the foreground wherever the petal lies", () => {
  assert.equal(it.steered("ArrowDown", -Math.PI / 2), "fore");
  assert.equal(it.steered("ArrowUp", -Math.PI / 2), "back");
  assert.equal(it.steered("ArrowLeft", 0), "fore");
  assert.equal(it.steered("ArrowUp", 0), null);
  assert.equal(it.steered("Enter", 0), null);
});

test("an id is new, and two texts become one", () => {
  const chance = [0, 0, 0, 0.5, 0.5, 0.5][Symbol.iterator]();
  assert.equal(it.newId(["aaa"], () => chance.next().value), "sss");
  assert.equal(it.joinedTexts("min", "din"), "min\ndin");
});
