import assert from "node:assert/strict";
import { test } from "node:test";
import * as it from "../../widgets/serpentine/geometry.js";
import view from "../../widgets/serpentine/view.js";

const turns = (...ids) => ids.map((id) => ({ id }));

test("the view gives render and nothing else", () => {
  assert.deepEqual(Object.keys(view), ["render"]);
});

test("whatever is stored, only turns are drawn, each once, and at most twelve", () => {
  for (const value of [null, {}, { turns: 3 }, { turns: [null, 4, {}] }]) assert.deepEqual(it.turnsOf(value), []);
  assert.deepEqual(it.turnsOf({ turns: turns("a", "b", "a") }).map(({ id }) => id), ["a", "b"]);
  assert.equal(it.turnsOf({ turns: turns(..."abcdefghijklmn") }).length, 12);
});

test("a half-filled turn is drawn as far as it goes", () => {
  const value = { turns: [{ id: "a", who: "boss", text: 4, fork: "yes" }] };
  assert.deepEqual(it.turnOf(value, "a"), { who: null, text: "", made: "", fork: false });
  assert.equal(it.turnOf(value, "gone").who, null);
  assert.equal(it.nameOf({ names: { mine: 3 } }, "mine"), "");
});

test("the other one of two probably speaks next, and of a third nothing is guessed", () => {
  const all = [{ who: "mine" }, { who: "theirs" }, { who: "third" }, {}];
  assert.deepEqual([0, 1, 2, 3, 4].map((at) => it.nextWho(all, at)), [null, "theirs", "mine", null, null]);
});

test("a turn goes in between, and where it is put, and no further than the ends", () => {
  const names = (all) => all.map(({ id }) => id).join("");
  assert.equal(names(it.inserted(turns("a", "b"), 1, { id: "x" })), "axb");
  assert.equal(names(it.placed(turns("a", "b", "c"), "a", 1)), "bac");
  assert.equal(names(it.placed(turns("a", "b", "c"), "a", 9)), "bca");
  assert.equal(names(it.placed(turns("a", "b", "c"), "c", -2)), "cab");
  assert.equal(names(it.placed(turns("a"), "x", 0)), "a");
});

test("a dragged card aims at the place nearest to it", () => {
  assert.equal(it.nearest([10, 90], [[0, 0], [0, 100], [200, 100]]), 1);
});

test("rows are as even as can be and run to and fro", () => {
  assert.deepEqual([1, 4, 5, 7, 9, 12].map((count) => it.columnsFor(count, 4)), [2, 4, 3, 4, 3, 4]);
  const cells = [0, 1, 2, 3, 4, 5, 6].map((at) => Object.values(it.cellOf(at, 3)).join());
  assert.deepEqual(cells, ["1,1", "1,2", "1,3", "2,3", "2,2", "2,1", "3,1"]);
});

const down = [{ x: 20, y: 30, top: 10, end: 100 }, { x: 280, y: 150, top: 130, end: 220 }];
const rows = [{ x: 100, y: 20, row: 1 }, { x: 300, y: 30, row: 1 }, { x: 300, y: 220, row: 2 }, { x: 100, y: 210, row: 2 }, { x: 100, y: 420, row: 3 }];

test("the line starts at the first stop and ends at the last, whichever way it winds", () => {
  assert.equal(it.windDown([]), "");
  assert.equal(it.windDown(down.slice(0, 1)), "");
  assert.equal(it.windDown(down), "M20 30V100C20 115 280 115 280 130V150V150");
  const line = it.windRows(rows, [0, 400]);
  assert.match(line, /^M100 20/);
  assert.match(line, /H100$/);
  assert.doesNotMatch(line, /NaN/);
});

test("at the end of a row the line turns round at the edge it came to", () => {
  assert.match(it.windRows(rows.slice(1, 3), [0, 400]), /Q400 30 400 70V180Q400 220 360 220H300/);
  assert.match(it.windRows(rows.slice(3), [0, 400]), /Q0 210 0 250V380Q0 420 40 420H100/);
});

test("only a fork has a way out, and the last turn has one too", () => {
  assert.equal(it.waysOut(down, "down", 30), "");
  const forked = down.map((one) => ({ ...one, fork: true }));
  assert.equal(it.waysOut(forked, "down", 30), "M20 100V125.5M280 220V245.5");
  assert.match(it.waysOut(rows.map((one) => ({ ...one, fork: one.row === 2 })), "rows", 30), /^M300 220Q270 220 255 /);
  assert.match(it.waysOut([{ ...forked[0] }, { ...down[1], x: 20 }], "down", 30), /^M20 100Q20 115 50 115$/);
});

test("an id is new", () => {
  const chance = [0, 0, 0, 0.5, 0.5, 0.5][Symbol.iterator]();
  assert.equal(it.newId(["aaa"], () => chance.next().value), "sss");
});

test("two texts become one, the reader's first", () => {
  assert.equal(it.joinedTexts("min", "din"), "min\ndin");
  assert.equal(it.joinedTexts("", "din"), "din");
});
