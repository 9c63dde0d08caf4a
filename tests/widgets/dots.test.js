import assert from "node:assert/strict";
import { test } from "node:test";
import * as it from "../../widgets/dots/geometry.js";
import view from "../../widgets/dots/view.js";
import * as points from "../../widgets/points/geometry.js";

test("the view gives render and nothing else", () => assert.deepEqual(Object.keys(view), ["render"]));

test("the highest stack fits its room, whatever its height", () => {
  for (const most of [1, 5, 40]) {
    const { abreast, step } = it.layOf({ width: 60, height: 300 }, most, 40);
    assert.ok(Math.ceil(most / abreast) * step <= 300.01);
    assert.ok(abreast * step <= 60);
  }
});

test("dots stand abreast only where that makes them bigger", () => {
  assert.equal(it.layOf({ width: 200, height: 300 }, 5, 40).abreast, 1);
  assert.ok(it.layOf({ width: 200, height: 300 }, 40, 40).abreast > 1);
});

test("only steps that somebody chose are said", () => {
  assert.deepEqual(it.chosenOf({ counts: [0, 2, 1] }, {}), [["1", 2], ["2", 1]]);
  assert.deepEqual(it.chosenOf({ counts: [3, 0], stops: ["low", "high"] }, { low: "Ydre" }), [["Ydre", 3]]);
});

test("a disc grows by its area, and the biggest is drawn first", () => {
  assert.ok(Math.abs(points.radiusOf(4) - 2 * points.radiusOf(1)) < 1e-9);
  assert.ok(points.radiusOf(400) < 1);
  assert.deepEqual(points.drawnIn({ points: [[1, 1, 1], [2, 2, 5], "x", [3, 3, 0]] }), [[2, 2, 5], [1, 1, 1]]);
});
