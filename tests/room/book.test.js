import assert from "node:assert/strict";
import { test, mock } from "node:test";
import { book } from "../../workshops/room/book.js";

const LIMITS = { episode: 160, "lines.*.counter": 200 };

function made(focus) {
  const posted = [];
  const its = book({ exercise: "e", subject: "group", limits: LIMITS, post: (message) => posted.push(message), redraw() {}, writing: () => focus.at });
  return { its, posted };
}
const rows = (...entries) => ({ entries, shared: [], done: false, all: false });
const row = (id, field, value, more) => ({ id, field, value, by: "Bo", mine: false, other: null, ...more });

test("a mark goes at once, a text when the fingers rest", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { its, posted } = made({});
  its.save({ invited: [1, 2], episode: "he" });
  its.save({ invited: [1, 2], episode: "hej" });
  assert.deepEqual(posted.map((one) => one.field), ["invited"]);
  mock.timers.tick(500);
  assert.deepEqual(posted.map((one) => one.value), [[1, 2], "hej"]);
  mock.timers.reset();
});

test("own writing stays on the screen until it is acknowledged", () => {
  const { its, posted } = made({});
  its.save({ invited: [1, 2] });
  its.hear(rows(row(4, "invited", [0, 0])));
  assert.deepEqual(its.value().invited, [1, 2]);
  its.answered({ is: "ack", key: posted[0].key, id: 5 }, posted[0]);
  assert.deepEqual(its.value().invited, [1, 2]);
  its.hear(rows(row(6, "invited", [3, 3])));
  assert.deepEqual(its.value().invited, [3, 3]);
});

test("what another writes in the field I stand in waits until I leave it, and my next text has not seen it", () => {
  const focus = { at: "transfer" };
  const { its, posted } = made(focus);
  its.hear(rows(row(3, "transfer", "før", { mine: true })));
  its.hear(rows(row(7, "transfer", "fra Bo")));
  assert.equal(its.value().transfer, "før");
  its.save({ transfer: "fra mig" });
  its.flush();
  assert.equal(posted[0].seen, 3);
  focus.at = undefined;
});

test("leaving the field without writing shows what came meanwhile", () => {
  const focus = { at: "transfer" };
  const { its } = made(focus);
  its.hear(rows(row(7, "transfer", "fra Bo")));
  focus.at = undefined;
  its.flush();
  assert.equal(its.value().transfer, "fra Bo");
});

test("typing on does not settle two texts, choosing one does", () => {
  const { its, posted } = made({});
  const other = { id: 5, value: "fra Anna", by: "Anna" };
  its.hear(rows(row(8, "transfer", "fra mig", { mine: true, other })));
  its.save({ transfer: "fra mig og mere" });
  its.flush();
  assert.equal(posted[0].seen, 5);
  its.settle("transfer", "fra Anna");
  assert.equal(posted[1].seen, 8);
});

test("a text that is too long is not sent, and stays", () => {
  const { its, posted } = made({});
  its.save({ episode: "x".repeat(161) });
  its.flush();
  assert.equal(posted.length, 0);
  assert.equal(its.value().episode.length, 161);
  assert.ok(its.isDirty());
});

test("a refused mark falls back, a refused text stays", () => {
  const { its, posted } = made({});
  its.hear(rows(row(2, "invited", [1, 1])));
  its.save({ invited: [2, 2], episode: "tekst" });
  its.flush();
  for (const message of posted) its.answered({ is: "refused", key: message.key, why: { da: "lukket" } }, message);
  assert.deepEqual(its.value(), { invited: [1, 1], episode: "tekst" });
});

test("an emptied list is written as an empty order", () => {
  const { its, posted } = made({});
  its.hear(rows(row(1, "lines.#", ["a"]), row(2, "lines.a.counter", "x")));
  its.save({});
  assert.deepEqual(posted.map(({ field, value }) => [field, value]), [["lines.#", []]]);
});

test("a sheet that the trainer holds back says so until it is shown again", () => {
  const { its } = made({});
  its.hear({ ...rows(), shared: ["plenary"], held: true });
  assert.deepEqual([its.shared, its.held], [["plenary"], true]);
  its.hear({ ...rows(), shared: ["plenary"], held: false });
  assert.equal(its.held, false);
  its.hear(rows());
  assert.equal(its.held, false);
});
