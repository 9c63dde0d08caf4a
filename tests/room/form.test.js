import assert from "node:assert/strict";
import { test } from "node:test";
import { isElsewhere, placeOf } from "../../workshops/room/banner.js";
import { clock, inWords, left, rest } from "../../workshops/room/clock.js";
import { each, formOf } from "../../workshops/room/form.js";

const words = new Proxy({}, { get: (_, key) => (String(key).includes("back") || key === "room_form_next" ? `${String(key)} {time}{block}` : String(key)) });
const both = (da, en) => ({ da, en });
const given = (more = {}) => ({ me: { alias: "Bo" }, here: ["Anna", "Bo", "Carl"], words, language: "da", ...more });
const round = { block: "r", kind: "round", stage: "group", block_title: both("Runde", "Round"), prompt: both("Hvad nu?", "What now?"), timer: { minutes: 15 } };

test("a round shows the question and one's own place in the order", () => {
  const form = formOf(round, given());
  assert.deepEqual([form.brow, form.title], ["round", "Hvad nu?"]);
  assert.deepEqual(form.order.filter((one) => one.mine), [{ name: "Bo", mine: true }]);
  assert.equal(each(round, form.order.length), 5);
  assert.equal(formOf(round, given({ language: "en" })).title, "What now?");
});

test("somebody alone at a table, or at none, has no order to follow", () => {
  assert.deepEqual(formOf(round, given({ here: ["Bo"] })).order, []);
  assert.equal(each(round, 0), 0);
  assert.equal(each({ timer: null }, 5), 0);
});

test("a round begins in silence", () => {
  const form = formOf({ ...round, stage: "individual" }, given());
  assert.deepEqual([form.brow, form.lead, form.order], ["pause_write", "room_form_write", []]);
});

test("a walk and a break say when to be back, in the reader's way of writing a time", () => {
  const walk = { ...round, kind: "walk", call_back: "09.42" };
  assert.match(formOf(walk, given()).back, /walk 9\.42/);
  assert.match(formOf(walk, given({ language: "en" })).back, /9:42/);
  assert.equal(formOf(walk, given()).timed, false);
  assert.equal(formOf({ ...walk, call_back: null }, given()).timed, true);
  const after = [{ state: "next", title: both("Magt", "Power") }];
  assert.match(formOf({ ...walk, kind: "break", agenda: after }, given()).next, /Magt/);
});

test("every other kind has its title and one calm sentence", () => {
  for (const kind of ["placeholder", "dark", "line", "groups", "block", "not known yet", null]) {
    const form = formOf({ ...round, kind, prompt: null }, given());
    assert.equal(form.title, "Runde");
    assert.ok(form.lead, String(kind));
  }
  assert.equal(formOf({ block: null }, given()).title, "room_wait_title");
  assert.equal(formOf({ block: "welcome", kind: "block" }, given()).title, "room_wait_title");
});

test("the clock counts down, stands still in a pause, and never below nothing", () => {
  const at = Date.parse("2026-11-26T10:00:00Z");
  assert.equal(left({ ends: "2026-11-26T10:03:12Z", minutes: 5 }, at).text, "3:12");
  assert.deepEqual(rest({ paused: true, left: 61.2 }, at).text, "1:02");
  assert.equal(rest({ paused: true, left: null }, at), null);
  assert.equal(rest(null, at), null);
  assert.equal(left({ ends: "2026-11-26T09:00:00Z", minutes: 5 }, at).over, true);
  assert.equal(clock(new Date(2026, 10, 26, 9, 5)), "9.05");
  assert.equal(clock(new Date(2026, 10, 26, 9, 5), "en"), "9:05");
  assert.equal(inWords("09.30", "en"), "9:30");
});

test("a phone knows where the room is, and that a reader before the day is nowhere else", () => {
  assert.equal(placeOf({ page: "day1/01" }), "/page/day1/01");
  assert.equal(placeOf({ page: null }), "/now");
  assert.equal(isElsewhere({ block: "b", page: null }, "day1/01"), true);
  assert.equal(isElsewhere({ block: "b", page: "day1/01" }, "day1/01"), false);
  assert.equal(isElsewhere({ block: null, page: null }, "day1/01"), false);
});
