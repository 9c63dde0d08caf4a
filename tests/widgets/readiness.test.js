import assert from "node:assert/strict";
import { test } from "node:test";
import { tables, weekday } from "../../widgets/first_run/days.js";
import * as browser from "../../widgets/readiness/browser.js";

const finding = (key, state) => ({ key, state });

test("a browser is called by the name people know it by", () => {
  assert.equal(browser.browserName("Mozilla/5.0 AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0.1"), "Edge 140");
  assert.equal(browser.browserName("Mozilla/5.0 AppleWebKit/537.36 Chrome/139.0 Safari/537.36"), "Chrome 139");
  assert.equal(browser.browserName("Mozilla/5.0 Gecko/20100101 Firefox/128.0"), "Firefox 128");
  assert.equal(browser.browserName("Mozilla/5.0 (Macintosh) Version/17.4 Safari/605.1"), "Safari 17");
  assert.equal(browser.browserName("curl"), "Browser");
});

test("what has to be put right comes first, and the rest keeps its order", () => {
  const found = [finding("a", "ok"), finding("b", "look"), finding("c", "wrong"), finding("d", "ok"), finding("e", "look")];
  assert.deepEqual(browser.sorted(found).map((one) => one.key), ["c", "b", "e", "a", "d"]);
});

test("the sentence on top speaks of the most serious things only", () => {
  assert.deepEqual(browser.summary([]), { key: "none", n: 0 });
  assert.deepEqual(browser.summary([finding("a", "ok")]), { key: "fine", n: 0 });
  assert.deepEqual(browser.summary([finding("a", "look")]), { key: "look_one", n: 1 });
  assert.deepEqual(browser.summary([finding("a", "look"), finding("b", "look")]), { key: "look_other", n: 2 });
  assert.deepEqual(browser.summary([finding("a", "look"), finding("b", "wrong")]), { key: "wrong_one", n: 1 });
});

test("a window's size is its pixels, and none when it is closed or somebody else's", () => {
  const screen = { width: 960, height: 540 };
  assert.deepEqual(browser.windowSize({ innerWidth: 960, innerHeight: 540, devicePixelRatio: 2, screen }), { width: 1920, height: 1080, full: true });
  assert.equal(browser.windowSize({ innerWidth: 960, innerHeight: 440, screen }).full, false);
  assert.equal(browser.windowSize(null), null);
  assert.equal(browser.windowSize({ closed: true }), null);
  assert.equal(browser.windowSize({ get closed() { throw new Error("not yours"); } }), null);
});

test("seconds and times are written as the language writes them", () => {
  assert.equal(browser.seconds(0.0234, ","), "0,02");
  assert.equal(browser.seconds(21.4, "."), "21");
  assert.equal(browser.seconds(undefined, ","), "0,00");
  assert.match(browser.timeOf("2026-11-24T08:05:00Z", "."), /^\d{1,2}\.05$/);
  assert.equal(browser.timeOf("never", "."), "");
});

test("tables hold five, and a number of people that cannot be has none", () => {
  assert.deepEqual([0, 1, 5, 6, 25, 50, 51, NaN].map(tables), [0, 1, 1, 2, 5, 10, 0, 0]);
});

test("a date says its day of the week, and half a date says nothing", () => {
  assert.equal(weekday("2026-11-24", "da"), "tirsdag den 24. november 2026");
  assert.equal(weekday("2026-11-24", "en"), "Tuesday 24 November 2026");
  for (const text of ["", "2026-11", "2026-13-45", "soon"]) assert.equal(weekday(text, "da"), "");
});
