import assert from "node:assert/strict";
import { test } from "node:test";
import * as map from "../../widgets/positioning_map/geometry.js";
import view from "../../widgets/positioning_map/view.js";

const WORDS = { on_the_middle: "midt mellem {low} og {high}", not_placed: "ikke sat endnu", decimal: "," };
const AXES = { left: "Viden", right: "Facilitering", bottom: "Kontrol og tilsyn", top: "Støtte og udvikling" };
const end = (name) => AXES[name];
const inside = (box, side) => box.x >= 0 && box.y >= 0 && box.x + box.w <= side && box.y + box.h <= side;

// A small generator, so that a failing map can be found again.
function random(seed) {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

test("the view gives render and nothing else", () => {
  assert.deepEqual(Object.keys(view), ["render"]);
});

test("marks snap to half steps and stay on the map", () => {
  assert.deepEqual([0.24, 0.26, -0.26, 7, -7, 4.76].map(map.snap), [0, 0.5, -0.5, 5, -5, 5]);
  assert.ok(Object.is(map.snap(-0.1), 0), "no minus zero");
});

test("half-filled and broken marks are no places", () => {
  assert.deepEqual([[1, 2], null, undefined, [1], "x", [1, null], [1, NaN], [1, "2"]].map(map.isPlace), [true, false, false, false, false, false, false, false]);
});

test("a pixel and its place find each other at every width", () => {
  for (const side of [264, 288, 358, 512, 704]) {
    for (const place of [[0, 0], [-5, 5], [3.5, -2.5], [5, -5]]) assert.deepEqual(map.placeAt(...map.pixel(place, side), side), place);
  }
});

test("beyond the edge is the edge", () => {
  assert.deepEqual(map.placeAt(-40, 900, 288), [-5, -5]);
});

test("steps go towards an end, whole ones with two, and start in the middle", () => {
  assert.deepEqual(map.moved(null, "top"), [0, 0.5]);
  assert.deepEqual(map.moved([1, 1], "left", 2), [0, 1]);
  assert.deepEqual(map.moved([5, -5], "right"), [5, -5]);
  assert.deepEqual(map.moved([5, -5], "bottom"), [5, -5]);
});

test("a place in words follows the language and the axes", () => {
  assert.equal(map.inWords([-3.5, 4], end, WORDS), "viden 3,5, støtte og udvikling 4");
  assert.equal(map.inWords([3.5, -4], end, { ...WORDS, decimal: "." }), "facilitering 3.5, kontrol og tilsyn 4");
  assert.equal(map.inWords([0, -1], end, WORDS), "midt mellem viden og facilitering, kontrol og tilsyn 1");
  assert.equal(map.inWords(null, end, WORDS), "ikke sat endnu");
});

test("own words with signs in them are only words", () => {
  assert.equal(map.inWords([0, 1], (name) => ({ left: "$& {high}", right: "B", top: "T" })[name], WORDS), "midt mellem $& {high} og b, t 1");
});

test("an arrow runs from edge to edge of its marks", () => {
  const { line, head } = map.arrow({ at: [0, 0], shape: "disc" }, { at: [200, 0], shape: "square" }, 34, 10);
  assert.deepEqual(line, [22, 0, 178, 0]);
  assert.deepEqual(head[1], [178, 0]);
});

test("an arrow to a square's corner stops at the corner", () => {
  assert.ok(map.reach("square", Math.SQRT1_2, Math.SQRT1_2, 34) > map.reach("disc", Math.SQRT1_2, Math.SQRT1_2, 34));
  assert.ok(map.reach("diamond", 1, 0, 34) > map.reach("diamond", Math.SQRT1_2, Math.SQRT1_2, 34));
});

test("marks that touch have no arrow", () => {
  assert.equal(map.arrow({ at: [50, 50], shape: "disc" }, { at: [50, 50], shape: "disc" }, 34, 10), null);
  assert.equal(map.arrow({ at: [50, 50], shape: "disc" }, { at: [90, 50], shape: "disc" }, 34, 10), null);
});

test("what is not placed has no strokes; d has a tie and no head", () => {
  const none = map.strokes({ invited: [50, 50] }, 34);
  assert.deepEqual([none.lines, none.paths.taken, none.paths.wished_head], [[], "", ""]);
  const all = map.strokes({ invited: [20, 20], taken: [200, 20], wished: [200, 200], given: [20, 200] }, 34);
  assert.equal(all.lines.length, 3);
  assert.match(all.paths.taken_head, /^M.+L.+L/);
  assert.equal(all.paths.given_head, "");
});

test("a mark stands where it was put, as long as no letter hides another", () => {
  const at = map.centres({ invited: [-3.5, 3.5], taken: [2, -2], wished: null, given: [5, -5] }, 288, 34);
  assert.deepEqual(Object.keys(at), ["invited", "taken", "given"]);
  assert.deepEqual(at.invited, map.pixel([-3.5, 3.5], 288));
});

test("marks on one place stand side by side in order, on the map", () => {
  for (const place of [[-2, 1], [5, 5], [-5, 0]]) {
    const at = Object.values(map.centres({ invited: place, taken: place, wished: place, given: place }, 288, 34));
    at.slice(1).forEach(([x], index) => assert.ok(x - at[index][0] > 12, `${place}: ${x}`));
    for (const [x, y] of at) assert.ok(x >= 16 && x <= 272 && y >= 0 && y <= 288);
  }
});

test("lines are measured where they run under a box", () => {
  const box = { x: 10, y: 10, w: 20, h: 20 };
  assert.equal(map.under([0, 20, 100, 20], box), 20);
  assert.equal(map.under([0, 5, 100, 5], box), 0);
  assert.equal(map.under([15, 15, 15, 15], box), 0);
  assert.equal(map.under([20, 0, 20, 20], box), 10);
});

test("a point's way to a line", () => {
  assert.equal(map.aside([5, 5], [0, 0, 10, 0]), 5);
  assert.equal(map.aside([13, 4], [0, 0, 10, 0]), 5);
  assert.equal(map.aside([3, 4], [0, 0, 0, 0]), 5);
});

test("an axis word gives way to a mark at the end of the axis", () => {
  const free = map.endBox(false, [50, 18], [], [], 358);
  const mark = map.around(map.pixel([-5, 0.5], 358), 34);
  const moved = map.endBox(false, [50, 18], [mark], [], 358);
  assert.ok(free.y < 179 && free.y > 150);
  assert.ok(!map.overlap(moved, mark));
});

test("no words on the map: nothing to settle", () => {
  assert.deepEqual(map.settled([], [], [], 358), {});
});

test("words stand beside the middle of their own arrow", () => {
  const at = { invited: [60, 60], taken: [60, 300] };
  const { lines } = map.strokes(at, 34);
  const { taken } = map.settled([{ name: "taken", line: [...at.invited, ...at.taken], sizes: [[120, 40]], clear: 0 }], Object.values(at).map((one) => map.around(one, 34)), lines, 358);
  assert.ok(taken.x > 60 && taken.x < 80 && taken.y > 120 && taken.y + taken.h < 240, JSON.stringify(taken));
});

test("words too big for any free place are left to the list", () => {
  const at = { invited: [60, 60], taken: [60, 300] };
  assert.deepEqual(map.settled([{ name: "taken", line: [60, 60, 60, 300], sizes: [[400, 40]], clear: 0 }], Object.values(at).map((one) => map.around(one, 34)), [], 358), { taken: null });
});

for (const [side, size] of [[264, 34], [288, 34], [358, 34], [512, 32], [704, 56]]) {
  test(`at ${side} px words cover no mark, no axis word and no other word, whatever the map`, () => {
    const next = random(side);
    const place = () => [map.snap(next() * 10 - 5), map.snap(next() * 10 - 5)];
    let shown = 0;
    for (let round = 0; round < 60; round += 1) {
      const at = map.centres({ invited: place(), taken: place(), wished: place(), given: place() }, side, size);
      const { lines } = map.strokes(at, size);
      const marks = Object.values(at).map((one) => map.around(one, size, 0));
      const ends = [map.endBox(false, [48, 18], marks, lines, side), map.endBox(true, [80, 18], marks, lines, side)];
      const sizes = [[size * 4.4, size * 1.7], [size * 3.4, size * 2.2]];
      const labels = Object.entries(map.SAID).map(([name, [from, to]]) => ({ name, line: [...at[from], ...at[to]], sizes, clear: name === "given" ? size / 2 : 0 }));
      const boxes = Object.values(map.settled(labels, [...marks, ...ends], lines, side)).filter(Boolean);
      boxes.forEach((box, index) => {
        assert.ok(inside(box, side));
        for (const other of [...marks, ...ends, ...boxes.slice(index + 1)]) assert.ok(!map.overlap(box, other), JSON.stringify({ box, other }));
      });
      shown += boxes.length;
    }
    assert.ok(shown > 60, `only ${shown} of 180 found room`);
  });
}
