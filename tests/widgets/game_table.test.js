import assert from "node:assert/strict";
import { test } from "node:test";
import * as it from "../../widgets/game_table/geometry.js";
import { placesOf } from "../../widgets/game_table/talk.js";
import view from "../../widgets/game_table/view.js";
import wall from "../../widgets/talk_wall/view.js";
import { heldMeetings, lastOf, sharedClock } from "../../widgets/talk_wall/geometry.js";

const BEGAN = 1_790_000_000_000;
const at = (seconds) => BEGAN + 1000 * seconds;
const turn = (id, seconds, level) => ({ id, t: at(seconds), level });
const stop = (id, from, to) => ({ id, t: at(from), end: to === undefined ? undefined : at(to) });
const MEETING = { log: [turn("b", 180, "process"), turn("a", 0, "content")], timeouts: [stop("x", 250, 330)] };

test("each view gives render and nothing else", () => {
  for (const one of [view, wall]) assert.deepEqual(Object.keys(one), ["render"]);
});

test("what happened is read by the clock, and a broken piece falls out", () => {
  const value = { log: [...MEETING.log, { id: "c" }, null, turn("d", 9, "chaos")], timeouts: [{ id: "y" }, ...MEETING.timeouts] };
  const { turns, timeouts } = it.talkOf(value);
  assert.deepEqual(turns.map(({ id, at }) => [id, at]), [["a", 0], ["b", 180]]);
  assert.deepEqual(timeouts, [{ id: "x", at: 250, until: 330, best: false }]);
  for (const broken of [null, {}, { log: 3, timeouts: {} }]) assert.equal(it.phaseOf(broken), "before");
});

test("a meeting goes from before over run and time-out to its end", () => {
  assert.equal(it.phaseOf(MEETING), "run");
  assert.equal(it.phaseOf({ ...MEETING, timeouts: [stop("x", 250)] }), "timeout");
  assert.equal(it.phaseOf({ ...MEETING, timeouts: [stop("x", 250)], live: { over: at(900) } }), "over");
  assert.equal(it.openTimeout({ timeouts: [stop("x", 10), stop("y", 20)] }).id, "y");
});

test("a time-out is process, and the way back leads to content", () => {
  const lanes = it.lanesOf(it.talkOf(MEETING));
  assert.deepEqual(lanes.map(({ at: when, to }) => [when, to]), [[0, "content"], [180, "process"], [330, "content"]]);
  assert.equal(it.levelNow(MEETING), "content");
  assert.equal(it.levelNow({}), "content");
});

test("the strip is as long as the contract says, and as long as the talk once it is over", () => {
  assert.equal(it.scaleOf(MEETING, at(400), { minutes: 15 }), 900);
  assert.equal(it.scaleOf({ ...MEETING, contract: { time: 10 } }, at(400), {}), 600);
  assert.equal(it.scaleOf({ ...MEETING, live: { over: at(500) } }, at(9000), {}), 500);
  assert.equal(it.goneOf(MEETING, BEGAN - 5000), 0, "a clock that is behind never runs backwards");
});

test("a time-out is never too short to be seen, and one without an end does not take over the strip", () => {
  assert.deepEqual(it.bandOf({ at: 10, until: 12 }, 900), { from: 10, to: 30 });
  assert.equal(it.bandOf({ at: 10, until: null }, 900).to, 190);
});

test("where no host knows of controls everybody may press", () => {
  assert.deepEqual(it.controlOf({}), { mine: true, by: "", lent: false });
  assert.deepEqual(it.controlOf({ control: { mine: false, by: "Anna", lent: false } }), { mine: false, by: "Anna", lent: false });
});

test("another card is another card, and every card can come", () => {
  const drawn = new Set(Array.from({ length: 80 }, (_, i) => it.cardDrawn(3, () => (i % 8) / 8)));
  assert.equal(drawn.has(3), false);
  assert.equal(drawn.size, it.CARDS - 1);
  const all = new Set(Array.from({ length: 80 }, (_, i) => it.cardDrawn(null, () => (i % 8) / 8)));
  assert.equal(all.size, it.CARDS);
});

test("ids are not taken twice", () => assert.notEqual(it.freshId(["a"]), "a"));

test("all meetings on the wall share one clock of whole minutes", () => {
  const group = (seconds, until) => ({ table: "1", seconds, turns: [{ at: 0, to: "content" }], timeouts: [{ at: 100, until }] });
  const groups = heldMeetings({ groups: [group(0, null), group(610, 160), null, { table: "3" }] });
  assert.equal(groups.length, 2);
  assert.equal(lastOf(groups[0]), 115);
  assert.equal(sharedClock(groups), 660);
  assert.equal(sharedClock([]), 60);
});

test("a time-out right after another leaves that one's number free; one that comes later stands at its time", () => {
  assert.deepEqual(placesOf([{ at: 0 }, { at: 0 }], 100), ["0%", "max(0%, 0% + 1em)"]);
  assert.deepEqual(placesOf([{ at: 20 }, { at: 10 }], 100), ["20%", "10%"]);
});
