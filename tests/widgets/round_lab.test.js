import assert from "node:assert/strict";
import { test } from "node:test";
import * as it from "../../widgets/round_lab/geometry.js";
import view from "../../widgets/round_lab/view.js";

const MINUTES = { talk: 3, mark: 2 };
const held = (rounds) => ({ rounds });

test("the view gives render and nothing else", () => {
  assert.deepEqual(Object.keys(view), ["render"]);
});

test("a table has five seats until somebody says three, four or six", () => {
  for (const broken of [null, {}, { seats: 2 }, { seats: 7 }, { seats: "4" }, { seats: 4.5 }]) assert.equal(it.seatsOf(broken), 5);
  assert.equal(it.seatsOf({ seats: 3 }), 3);
});

test("there is a round for each seat, and at least as many as the exercise wants", () => {
  assert.equal(it.roundsOf({}, 3).length, 3);
  assert.equal(it.roundsOf({ rounds: 5 }, 3).length, 5);
  assert.equal(it.roundsOf({ rounds: 5 }, 6).length, 6);
  assert.equal(it.roundsOf({ rounds: 99 }, 6).length, 6);
});

test("the role goes round the table and begins again", () => {
  assert.deepEqual(it.rolesIn(0, 5, "one"), { speaker: "s1", listeners: ["s2"], observers: ["s3", "s4", "s5"] });
  assert.deepEqual(it.rolesIn(4, 5, "one"), { speaker: "s5", listeners: ["s1"], observers: ["s2", "s3", "s4"] });
  assert.deepEqual(it.rolesIn(3, 3, "one"), { speaker: "s1", listeners: ["s2"], observers: ["s3"] });
  assert.deepEqual(it.rolesIn(1, 4, "all"), { speaker: "s2", listeners: ["s1", "s3", "s4"], observers: [] });
});

test("everybody at the table speaks once and listens once when one listens", () => {
  for (const seats of [3, 4, 5, 6]) {
    const rounds = Array.from({ length: seats }, (_, at) => it.rolesIn(at, seats, "one"));
    assert.equal(new Set(rounds.map(({ speaker }) => speaker)).size, seats);
    assert.equal(new Set(rounds.map(({ listeners }) => listeners[0])).size, seats);
  }
});

test("the settings say who draws and who marks", () => {
  const roles = it.rolesIn(0, 4, "all");
  assert.equal(it.drawerOf(roles, { by: "speaker" }), "s1");
  assert.equal(it.drawerOf(it.rolesIn(0, 4, "one"), { by: "listener" }), "s2");
  assert.equal(it.drawerOf(roles, undefined), "");
  assert.deepEqual(it.markersOf(roles, { by: "listeners" }), ["s2", "s3", "s4"]);
  assert.deepEqual(it.markersOf(roles, { by: "speaker" }), ["s1"]);
});

test("the clock alone moves a round from talk to marking", () => {
  const at = (began, now) => it.timeOf({ began }, now, MINUTES);
  assert.equal(at(null, 9).phase, "before");
  assert.deepEqual(at(1000, 1000), { phase: "talk", left: 180000, whole: 180000 });
  assert.deepEqual(at(0, 179999), { phase: "talk", left: 1, whole: 180000 });
  assert.deepEqual(at(0, 180000), { phase: "mark", left: 120000, whole: 120000 });
  assert.equal(at(0, 10 ** 9).left, 0);
  assert.equal(at(5000, 0).left, 180000, "a clock that is behind never shows more than the whole");
});

test("a countdown shows the second that has begun", () => {
  assert.deepEqual([180000, 125000, 500, 0].map(it.inClock), ["3:00", "2:05", "0:01", "0:00"]);
});

test("one choice is exchanged or taken back, and many keep the order of the exercise", () => {
  const of = ["task", "role", "look"];
  assert.equal(it.tapped(null, "role", of, false), "role");
  assert.equal(it.tapped("role", "task", of, false), "task");
  assert.equal(it.tapped("role", "role", of, false), null);
  assert.deepEqual(it.tapped(["look"], "task", of, true), ["task", "look"]);
  assert.deepEqual(it.tapped(["task", "look"], "task", of, true), ["look"]);
});

test("a card may come twice but not a third time", () => {
  const value = held({ r1: { drawn: "a" }, r2: { drawn: "a" } });
  assert.deepEqual(it.drawable(["a", "b"], value, it.ROUNDS), ["b"]);
  assert.deepEqual(it.drawable(["a"], value, it.ROUNDS), ["a"], "never an empty pack");
});

test("the table is in the last round that somebody began or drew for", () => {
  assert.equal(it.placeOf({}, it.ROUNDS), 0);
  assert.equal(it.placeOf(held({ r1: { began: 1 }, r2: { drawn: "a" } }), it.ROUNDS), 1);
});

test("a round is secret until it is shown or left behind", () => {
  const value = held({ r1: { drawn: "a" }, r2: { drawn: "b" } });
  assert.equal(it.isOpen(value, "r1"), true);
  assert.equal(it.isOpen(value, "r2"), false);
  assert.equal(it.isOpen(held({ r2: { shown: true } }), "r2"), true);
});

test("a broken round is read as far as it goes", () => {
  for (const broken of [null, 3, { rounds: 4 }, held({ r1: [] }), held({ r1: { heard: "x", taps: [], began: "soon", drawn: 4 } })]) {
    const round = it.roundOf(broken, "r1");
    assert.deepEqual([round.drawn, round.began, round.shown, round.heard, round.sign], [null, null, false, {}, ""]);
    assert.equal(it.isWritten(round), false);
  }
});
