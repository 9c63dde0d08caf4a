import assert from "node:assert/strict";
import { test } from "node:test";
import { newKey, outbox } from "../../workshops/room/line.js";

function storage(full = false) {
  const kept = new Map();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem(name, text) {
      if (full) throw new Error("full");
      kept.set(name, text);
    },
    removeItem: (name) => kept.delete(name),
  };
}
const put = (field, key, seen = 0) => ({ is: "put", exercise: "e", subject: "me", field, value: key, seen, key });

test("what was not acknowledged is there after a reload", () => {
  const here = storage();
  const box = outbox("anna", here);
  box.add(put("a", "k1"), new Set());
  box.add(put("b", "k2"), new Set());
  box.drop("k1");
  assert.deepEqual(outbox("anna", here).all().map((one) => one.key), ["k2"]);
});

test("an unsent text gives way to the newer one but keeps what it had seen", () => {
  const box = outbox("anna", storage());
  box.add(put("a", "k1", 3), new Set());
  box.add(put("a", "k2", 9), new Set());
  assert.deepEqual(box.all().map((one) => [one.key, one.seen]), [["k2", 3]]);
});

test("a text already on the line is not taken back", () => {
  const box = outbox("anna", storage());
  box.add(put("a", "k1"), new Set());
  box.add(put("a", "k2"), new Set(["k1"]));
  assert.equal(box.all().length, 2);
});

test("somebody else's outbox on the same device is left alone", () => {
  const here = storage();
  outbox("anna", here).add(put("a", "k1"), new Set());
  assert.deepEqual(outbox("bo", here).all(), []);
});

test("a device that cannot store says so and goes on", () => {
  const box = outbox("anna", storage(true));
  box.add(put("a", "k1"), new Set());
  assert.equal(box.isKept(), false);
  assert.equal(box.all().length, 1);
});

test("keys are long and differ", () => {
  assert.match(newKey(), /^[0-9a-f]{24}$/);
  assert.notEqual(newKey(), newKey());
});
