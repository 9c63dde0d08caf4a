import assert from "node:assert/strict";
import { test } from "node:test";
import * as it from "../../widgets/loop_map/geometry.js";
import view from "../../widgets/loop_map/view.js";

const actors = (...ids) => ids.map((id) => ({ id }));
const arrow = (from_actor, to_actor, id = `${from_actor}${to_actor}`) => ({ id, from_actor, to_actor });

test("the view gives render and nothing else", () => {
  assert.deepEqual(Object.keys(view), ["render"]);
});

test("whatever is stored, only actors and arrows come out", () => {
  for (const value of [null, undefined, {}, { actors: "a" }, { actors: [null, 3, {}, { id: "" }] }]) {
    assert.deepEqual(it.itemsOf(value, "actors"), []);
    assert.deepEqual(it.arrowsOf(value), []);
  }
  assert.equal(it.itemsOf({ actors: actors("a", "a", "b") }, "actors").length, 2);
});

test("an arrow without both its actors is not shown, nor one to itself", () => {
  const value = { actors: actors("a", "b"), arrows: [arrow("a", "b"), arrow("b", "gone"), arrow("a", "a"), { id: "x" }] };
  assert.deepEqual(it.arrowsOf(value).map((one) => one.id), ["ab"]);
});

test("a part with a stage is asked on that stage only", () => {
  const parts = ["does", { part: "punctuation", stage: "group" }];
  assert.deepEqual(it.partsOf(parts, "individual").map((one) => one.part), ["does"]);
  assert.equal(it.partsOf(parts, "group").length, 2);
  assert.equal(it.partsOf(parts, undefined).length, 2);
  assert.deepEqual(it.partsOf(undefined, "group"), []);
});

test("a loop is open at the one from whom nothing goes on, and closed once something goes round", () => {
  assert.equal(it.openAt([]), null);
  assert.equal(it.openAt([arrow("a", "b")]), "b");
  assert.equal(it.openAt([arrow("a", "b"), arrow("b", "c")]), "c");
  assert.equal(it.openAt([arrow("a", "b"), arrow("b", "a")]), null);
  assert.equal(it.openAt([arrow("a", "b"), arrow("b", "c"), arrow("c", "a"), arrow("c", "d")]), null);
  assert.equal(it.openAt([arrow("a", "b"), arrow("c", "b"), arrow("a", "c")]), "b");
});

test("rows stand ready, and those that were written elsewhere take their place", () => {
  assert.equal(it.rowsOf([], [], 3).length, 3);
  assert.deepEqual(it.rowsOf(["a"], ["x", "y", "z"], 3), ["a", "x", "y"]);
  assert.deepEqual(it.rowsOf(["y"], ["x", "y", "z"], 3), ["x", "y", "z"]);
  assert.deepEqual(it.rowsOf(["a", "b", "c"], ["x", "y"], 3, ["y"]).length, 4);
});

const clear = ([[ax, ay], [aw, ah]], [[bx, by], [bw, bh]]) => Math.abs(ax - bx) >= (aw + bw) / 2 - 0.5 || Math.abs(ay - by) >= (ah + bh) / 2 - 0.5;

test("no two actors overlap, on a phone and on the wall, and all of them stand on the ground", () => {
  for (const [shape, width, em] of [["tall", 278, 17], ["tall", 348, 17], ["square", 560, 16], ["low", 560, 28]]) {
    for (let count = 2; count <= 6; count += 1) {
      const places = it.directions(count, shape);
      const shares = it.sharing(places);
      const sizes = shares.map((is) => [width * (is ? 0.4 : 0.58), em * 4]);
      const { at, height } = it.standing(places, sizes, width, em * 14, em * 1.8);
      at.forEach((one, i) => {
        assert.ok(one[0] - sizes[i][0] / 2 >= 0 && one[0] + sizes[i][0] / 2 <= width, `${shape} ${count}`);
        assert.ok(one[1] - sizes[i][1] / 2 >= 0 && one[1] + sizes[i][1] / 2 <= height, `${shape} ${count}`);
        for (let j = 0; j < i; j += 1) assert.ok(clear([one, sizes[i]], [at[j], sizes[j]]), `${shape} ${count}: ${i} ${j}`);
      });
    }
  }
  assert.deepEqual(it.standing([], [], 300, 200, 17).at, []);
  assert.equal(it.standing(it.directions(1, "tall"), [[80, 44]], 300, 200, 17).at.length, 1);
});

test("two arrows between the same two bend apart, and no number covers another or an actor", () => {
  const [at, sizes] = [[[150, 40], [150, 260], [40, 150]], [[90, 44], [90, 44], [70, 44]]];
  const all = it.drawn([[0, 1], [1, 0], [0, 1], [2, 0]], at, sizes, 26, [300, 300]);
  all.forEach(({ sign, path, head }, i) => {
    assert.match(path + head, /^M[\d. L-]+M[\d. L-]+z$/);
    all.slice(0, i).forEach((other) => assert.ok(Math.hypot(sign[0] - other.sign[0], sign[1] - other.sign[1]) > 26));
    at.forEach((middle, j) => assert.ok(clear([sign, [26, 26]], [middle, sizes[j]])));
  });
});

test("a finger beside an actor still finds it, and the nearer of two", () => {
  const [at, sizes] = [[[50, 50], [150, 50]], [[60, 40], [60, 40]]];
  assert.equal(it.under([50, 50], at, sizes), 0);
  assert.equal(it.under([92, 50], at, sizes), 0);
  assert.equal(it.under([109, 50], at, sizes), 1);
  assert.equal(it.under([100, 200], at, sizes), -1);
});

test("a long role may be folded where it is put together, a short one is left alone", () => {
  assert.equal(it.foldable("Ressourcepersonerne"), "Ressource\u00ADpersonerne");
  assert.equal(it.foldable("Læringspartneren og lederen"), "Lærings\u00ADpartneren og lederen");
  assert.equal(it.foldable("Pædagogerne"), "Pædagogerne");
  assert.equal(it.foldable(""), "");
});
