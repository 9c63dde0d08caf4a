import assert from "node:assert/strict";
import { test } from "node:test";
import { bothTexts, foldsOf, freshId, inOrder, isWritten, limitOf, onStage, rowsOf, shifted, stemOf, whenSaid } from "../../widgets/field_sheet/geometry.js";

const counting = () => {
  let at = 0;
  return () => ((at += 1) % 36) / 36;
};

test("an id is three signs, four when three keep colliding", () => {
  assert.match(freshId([]), /^[a-z0-9]{3}$/);
  assert.match(freshId(["aaa"], () => 0), /^aaaa$/);
});

test("rows stand ready without being stored", () => {
  const rows = rowsOf([], [], 3, [], counting());
  assert.equal(new Set(rows).size, 3);
  assert.deepEqual(rowsOf([], rows, 3), rows);
});

test("the row somebody writes in stays where it stands", () => {
  assert.deepEqual(rowsOf(["b"], ["a", "b", "c"], 3), ["a", "b", "c"]);
});

test("another device's row takes an empty row's place, never the one somebody is in", () => {
  assert.deepEqual(rowsOf(["x"], ["a", "b", "c"], 3, ["c"]).sort(), ["a", "c", "x"]);
  assert.deepEqual(rowsOf(["x"], ["a"], 1, ["a"]), ["a", "x"]);
});

test("the stored order counts", () => {
  assert.deepEqual(rowsOf(["c", "a", "b"], ["a", "b", "c"], 3), ["c", "a", "b"]);
});

test("a row that was asked for stays although nothing is written in it", () => {
  assert.deepEqual(rowsOf(["a", "b", "c"], ["a", "b", "c", "d"], 3, ["d"]), ["a", "b", "c", "d"]);
  assert.deepEqual(rowsOf(["a", "b", "c"], ["a", "b", "c", "d"], 3), ["a", "b", "c"]);
});

test("a row moves one place and stops at the ends", () => {
  assert.deepEqual(shifted(["a", "b", "c"], "c", -1), ["a", "c", "b"]);
  assert.deepEqual(shifted(["a", "b"], "a", 1), ["b", "a"]);
  assert.deepEqual(shifted(["a", "b"], "a", -1), ["a", "b"]);
  assert.deepEqual(shifted(["a", "b"], "x", 1), ["a", "b"]);
});

test("only rows with something in them are stored, in the order they stand", () => {
  const items = [{ id: "a", counter: "x" }, { id: "c" }];
  assert.deepEqual(inOrder(items, ["c", "e", "a"]), [{ id: "c" }, { id: "a", counter: "x" }]);
  assert.deepEqual(inOrder(items, ["e", "a", "c"], [{ id: "e", shift: "y" }])[0], { id: "e", shift: "y" });
});

test("words are found by path, of a list by its singular or a word of its own", () => {
  assert.equal(stemOf({ field: "words.taken", kind: "text" }), "words_taken");
  assert.equal(stemOf({ field: "lines", kind: "items" }), "line");
  assert.equal(stemOf({ field: "lines", kind: "text" }), "lines");
  assert.equal(stemOf({ field: "stories", kind: "items", word: "story" }), "story");
});

test("an item's limit is that of all items", () => {
  const limits = { rights: 400, "lines.*.counter": 200 };
  assert.equal(limitOf(limits, "lines.3f2.counter"), 200);
  assert.equal(limitOf(limits, "rights"), 400);
  assert.equal(limitOf(undefined, "rights"), 0);
});

test("both texts are kept, the reader's first", () => {
  assert.equal(bothTexts("min", "din"), "min\ndin");
  assert.equal(bothTexts("", "din"), "din");
});

test("a field that names a stage is asked for there only", () => {
  const specs = [{ field: "a" }, { field: "b", stage: "group" }, { field: "c", stage: "individual" }];
  const asked = (stage) => onStage(specs, stage).map(({ field }) => field);
  assert.deepEqual(asked("individual"), ["a", "c"]);
  assert.deepEqual(asked("group"), ["a", "b"]);
  assert.deepEqual(asked(undefined), ["a", "b", "c"]);
  assert.deepEqual(onStage(undefined, "group"), []);
});

test("neighbours of one fold stand together and the others each on its own", () => {
  const specs = [{ field: "a", fold: "x" }, { field: "b", fold: "x" }, { field: "c" }, { field: "d" }, { field: "e", fold: "x" }];
  const names = foldsOf(specs).map(({ name, specs: inner }) => [name, ...inner.map(({ field }) => field)]);
  assert.deepEqual(names, [["x", "a", "b"], ["", "c"], ["", "d"], ["x", "e"]]);
});

test("spaces alone are nothing written", () => {
  assert.deepEqual([undefined, null, "", " \n", "x", 0].map(isWritten), [false, false, false, false, true, true]);
});

test("a day is said with its weekday, a time of day with a full stop in Danish", () => {
  assert.equal(whenSaid("date", "2026-12-08"), "tirsdag den 8. december 2026");
  assert.match(whenSaid("date", "2026-12-08", "en"), /Tuesday,? 8 December 2026/);
  assert.equal(whenSaid("clock", "13:30"), "kl. 13.30");
  assert.equal(whenSaid("clock", "13:30", "en"), "13:30");
});

test("what is no day stays as it is", () => {
  assert.deepEqual(["", undefined, "i morgen"].map((text) => whenSaid("date", text)), ["", "", "i morgen"]);
});
