// What the list's page works out from its value alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asProposed, badgeOf, columnBeside, columnsOf, counted, decodedFile, formOf, isSeated, tablesShown } from "../../widgets/roster/lists.js";

const person = (alias, more = {}) => ({ id: alias, alias, table: "", learning_group: "", role: "participant", absent: false, device: true, ...more });
const PEOPLE = [person("Åse", { table: "2" }), person("Bo", { table: "1" }), person("Anna", { table: "2" }), person("Kim")];

test("columns stand in order, whoever is in none comes first, and names sort as Danish does", () => {
  const columns = columnsOf(PEOPLE, "table", ["1", "2", "3"], "da");
  assert.deepEqual(columns.map((one) => [one.key, one.people.map((two) => two.alias)]), [["", ["Kim"]], ["1", ["Bo"]], ["2", ["Anna", "Åse"]], ["3", []]]);
});

test("a group that only people know of gets a column too", () => {
  const columns = columnsOf([person("Bo", { learning_group: "Tværs" })], "learning_group", ["Nord"], "da");
  assert.deepEqual(columns.map((one) => one.key), ["Nord", "Tværs"]);
});

test("the tables in use are shown, and the next one", () => {
  const all = ["1", "2", "3", "4"];
  assert.deepEqual(tablesShown(PEOPLE, all), ["1", "2", "3"]);
  assert.deepEqual(tablesShown([], all), ["1"]);
  assert.deepEqual(tablesShown([person("A", { table: "4" })], all), all);
});

test("a proposal is shown without changing anybody", () => {
  const shown = asProposed(PEOPLE, { tables: { 1: ["Kim", "Bo"], 2: ["Anna"] } });
  assert.deepEqual(shown.map((one) => one.table), ["", "1", "2", "1"]);
  assert.equal(PEOPLE[3].table, "");
});

test("arrows lead to the column beside, and nowhere at the edge", () => {
  const columns = columnsOf(PEOPLE, "table", ["1", "2"], "da");
  assert.equal(columnBeside(columns, "1", "ArrowRight"), "2");
  assert.equal(columnBeside(columns, "1", "ArrowLeft"), "");
  assert.equal(columnBeside(columns, "2", "ArrowRight"), null);
  assert.equal(columnBeside(columns, "2", "ArrowDown"), null);
});

test("the absent and the trainer have no place at a table", () => {
  assert.deepEqual([person("A"), person("B", { absent: true }), person("C", { role: "trainer" }), person("D", { role: "working_group" })].map(isSeated), [true, false, false, true]);
});

test("people are counted, and numbers take their form", () => {
  assert.deepEqual(counted([person("A"), person("B", { device: false }), person("C", { absent: true })]), { all: 3, come: 2, away: 1 });
  assert.deepEqual([0, 1, 2].map(formOf), ["none", "one", "other"]);
});

test("a file is read as UTF-8, or as Danish Excel writes it", () => {
  assert.equal(decodedFile(new TextEncoder().encode("Søren")), "Søren");
  assert.equal(decodedFile(Uint8Array.from([0x53, 0xf8, 0x72, 0x65, 0x6e])), "Søren");
});

test("ten tables have five shapes, the last five hollow", () => {
  assert.equal(badgeOf("1").kind, "g1");
  assert.equal(badgeOf("6").kind, "g1 hollow");
  assert.equal(badgeOf("10").tag, badgeOf("5").tag);
});
