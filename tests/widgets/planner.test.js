// What the planner works out from its value alone.
import assert from "node:assert/strict";
import test from "node:test";

import { dropPlace, hours, keyPlace, lasting, minutesOf, said, shortened, span, toggled, wave } from "../../widgets/planner/order.js";

test("a row falls to the place its middle has passed", () => {
  assert.equal(dropPlace([10, 30, 50], 5), 0);
  assert.equal(dropPlace([10, 30, 50], 31), 2);
  assert.equal(dropPlace([10, 30, 50], 99), 3);
});

test("keys lead a row up and down, not around the ends", () => {
  assert.equal(keyPlace("ArrowUp", 0, 3), 0);
  assert.equal(keyPlace("ArrowDown", 1, 3), 2);
  assert.equal(keyPlace("Home", 2, 3), 0);
  assert.equal(keyPlace("End", 0, 3), 2);
  assert.equal(keyPlace("a", 0, 3), null);
});

test("a clock is said as the language says it", () => {
  assert.equal(minutesOf("09.30"), 570);
  assert.equal(said("09.05", "."), "9.05");
  assert.equal(said("13.00", ":"), "13:00");
  assert.equal(minutesOf(""), 0);
});

test("the ribbon reaches from the first to the last minute, planned or not", () => {
  const pieces = [{ at: 530, minutes: 30 }, { at: 560, minutes: 400 }];
  assert.deepEqual(span(pieces, "09.00", "15.30"), { from: 530, to: 960 });
  assert.deepEqual(span([], "09.00", "09.00"), { from: 540, to: 600 });
});

test("hours are written where there is room, every other one where there is not", () => {
  assert.deepEqual(hours({ from: 540, to: 720 }, 900), [540, 600, 660, 720]);
  assert.deepEqual(hours({ from: 540, to: 930 }, 300), [540, 660, 780, 900]);
});

test("a wave fills its width in whole swings", () => {
  assert.equal(wave(0, 10, 36), "M0 10q9 -7 18 0t18 0");
  assert.equal(wave(0, 10, 4), "M0 10q2 -7 4 0");
});

test("minutes are said in hours and minutes", () => {
  const words = { minutes: (n) => `${n} min.`, hours: (n) => `${n} t.` };
  assert.equal(lasting(45, words), "45 min.");
  assert.equal(lasting(60, words), "1 t.");
  assert.equal(lasting(125, words), "2 t. 5 min.");
});

test("a long text is cut between two words", () => {
  assert.equal(shortened("Hvad sagde de?", 20), "Hvad sagde de?");
  assert.equal(shortened("Hvad sagde de\ntil hinanden i går?", 20), "Hvad sagde de til …");
  assert.equal(shortened(undefined, 20), "");
});

test("a tag is put on and taken off", () => {
  assert.deepEqual(toggled(["K1"], "K2"), ["K1", "K2"]);
  assert.deepEqual(toggled(["K1", "K2"], "K1"), ["K2"]);
});
