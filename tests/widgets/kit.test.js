import assert from "node:assert/strict";
import { test } from "node:test";
import * as kit from "../../widgets/shared/kit.js";

// The few things of a browser that building needs.
class FakeNode {
  constructor(tag) {
    Object.assign(this, { tag, dataset: {}, attributes: {}, heard: {}, childNodes: [], written: 0 });
  }

  append(...nodes) {
    this.childNodes.push(...nodes);
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  addEventListener(name, listener) {
    this.heard[name] = listener;
  }

  get textContent() {
    return this.childNodes.map((child) => child.textContent ?? child).join("");
  }

  set textContent(text) {
    this.written += 1;
    this.childNodes = [text];
  }
}
globalThis.document = { createElement: (tag) => new FakeNode(tag), createElementNS: (_, tag) => new FakeNode(tag) };

function fakeModel(value = {}) {
  const held = { value, words: { hello: "Hej" }, options: {} };
  return { get: (name) => held[name], set: (name, part) => { held[name] = part; }, save_changes() { this.saved += 1; }, saved: 0 };
}

test("what somebody wrote becomes text, never markup", () => {
  const node = kit.h("p", { class: "voice" }, "<b>fed</b>", null, 0);
  assert.deepEqual(node.childNodes, ["<b>fed</b>", 0]);
  assert.equal(node.attributes.class, "voice");
});

test("a button sends no form", () => {
  assert.equal(kit.h("button", {}).attributes.type, "button");
});

test("false, null and nothing are no attributes; true is an empty one", () => {
  assert.deepEqual(kit.h("p", { hidden: true, role: false, id: null, title: undefined }).attributes, { hidden: "" });
});

test("on… listens and dataset is data", () => {
  const press = () => {};
  const node = kit.h("i", { onclick: press, dataset: { mark: "a" } });
  assert.equal(node.heard.click, press);
  assert.deepEqual(node.dataset, { mark: "a" });
});

test("every icon has a path and says nothing to a screen reader", () => {
  for (const name of ["alert", "check", "close", "group", "lock", "plus", "undo", "up", "down"]) {
    const node = kit.icon(name);
    assert.equal(node.attributes["aria-hidden"], "true");
    assert.match(node.childNodes[0].attributes.d, /^M/);
  }
});

test("a sentence is filled, and a missing fact shows", () => {
  assert.equal(kit.fill("{n} kort · {m}", { n: 0 }), "0 kort · …");
  assert.equal(kit.fill("{n}", { n: "$& {n}" }), "$& {n}");
  assert.equal(kit.fill(undefined, {}), "");
});

test("the same text is not written again, so a live region stays quiet", () => {
  const node = kit.h("dd", {});
  kit.say(node, "viden 3");
  kit.say(node, "viden 3");
  kit.say(node, null);
  assert.equal(node.written, 2);
  assert.equal(node.textContent, "");
});

test("a leaf is found by its path, also in a list of items", () => {
  const value = { words: { taken: "x" }, lines: [{ id: "3f2", counter: "y" }] };
  assert.equal(kit.leafAt(value, "words.taken"), "x");
  assert.equal(kit.leafAt(value, "lines.3f2.counter"), "y");
  assert.equal(kit.leafAt(value, "axes.left"), undefined);
  assert.equal(kit.leafAt(null, "words.taken"), undefined);
  assert.equal(kit.leafAt({ words: null }, "words.taken"), undefined);
});

test("changing a leaf keeps all the rest and the old value as it was", () => {
  const value = { rights: "r", words: { taken: "x", own: 1 }, lines: [{ id: "a", shift: "s" }, { id: "b" }] };
  const before = JSON.stringify(value);
  assert.deepEqual(kit.withLeaf(value, "words.taken", "y").words, { taken: "y", own: 1 });
  assert.deepEqual(kit.withLeaf(value, "lines.a.counter", "c").lines, [{ id: "a", shift: "s", counter: "c" }, { id: "b" }]);
  assert.deepEqual(kit.withLeaf({ words: null }, "words.taken", "y"), { words: { taken: "y" } });
  assert.deepEqual(kit.withLeaf(null, "taken", [1, 2]), { taken: [1, 2] });
  assert.equal(JSON.stringify(value), before);
});

test("a write saves the whole value once, and writing the same saves nothing", () => {
  const model = fakeModel({ rights: "r" });
  const ink = kit.pen(model);
  ink.write("taken", [1, 2]);
  ink.write("taken", [1, 2]);
  assert.deepEqual(model.get("value"), { rights: "r", taken: [1, 2] });
  assert.equal(model.saved, 1);
});

test("undo takes back the last own write, one by one", () => {
  const model = fakeModel();
  const ink = kit.pen(model);
  assert.equal(ink.canUndo(), false);
  ink.write("taken", [1, 2]);
  ink.write("taken", [2, 2]);
  assert.equal(ink.undo(), "taken");
  assert.deepEqual(model.get("value").taken, [1, 2]);
  ink.undo();
  assert.equal(model.get("value").taken, null);
  assert.equal(ink.undo(), undefined);
});

test("typing is one step of undo until the person leaves the field", () => {
  const model = fakeModel({ episode: "før" });
  const ink = kit.pen(model);
  for (const text of ["D", "Du", "Du ved"]) ink.write("episode", text, true);
  ink.rest();
  ink.write("episode", "Du ved jo", true);
  ink.undo();
  assert.equal(model.get("value").episode, "Du ved");
  ink.undo();
  assert.equal(model.get("value").episode, "før");
});

test("undo never touches what somebody else has written since, and keeps their other fields", () => {
  const model = fakeModel();
  const ink = kit.pen(model);
  ink.write("wished", [1, 1]);
  ink.write("taken", [0, 0]);
  model.set("value", { ...model.get("value"), taken: [5, 5], rights: "deres" });
  assert.equal(ink.undo(), "wished");
  assert.deepEqual(model.get("value"), { wished: null, taken: [5, 5], rights: "deres" });
  assert.equal(ink.canUndo(), false);
});

test("an emptied leaf that the store lets fall out can still be taken back", () => {
  const model = fakeModel({ episode: "ord" });
  const ink = kit.pen(model);
  ink.write("episode", "");
  model.set("value", {});
  ink.undo();
  assert.equal(model.get("value").episode, "ord");
});

test("the host's facts are read anew each time and may be missing", () => {
  const model = fakeModel();
  const its = kit.host(model);
  assert.equal(its.word("hello"), "Hej");
  model.set("words", null);
  model.set("value", null);
  model.set("options", { readonly: 1 });
  assert.equal(its.word("hello"), "");
  assert.deepEqual(its.value(), {});
  assert.equal(its.readonly(), true);
});

test("room is measured in letters: 320 px is narrow, 390 middle, a desk wide", () => {
  assert.deepEqual([kit.fit(288, 17), kit.fit(358, 17), kit.fit(720, 16), kit.fit(1728, 36)], ["narrow", "middle", "middle", "wide"]);
});
