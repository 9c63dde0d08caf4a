import assert from "node:assert/strict";
import { test } from "node:test";
import { arrivals, colourOf, dressed, nearest, pickable, plainText, stepTo } from "../../widgets/chart/geometry.js";

const LOOK = { "--c-fjord": " #0B5663", "--d-grid": "#D8DAD3", "--f-kit": "Figtree, sans-serif" };
const look = (name) => LOOK[name] || "";
const axis = { range: [-5.5, 5.5] };
const FIGURE = {
  data: [
    { x: [0], y: [0], marker: { size: 4 } },
    { uid: "a", name: "one", x: [-5.5, -5.5, 5.5], y: [0, 0, 0] },
    { uid: "b", name: "two", x: [2, 2], y: [3, 3] },
  ],
  layout: { width: 720, height: 720, xaxis: axis, yaxis: axis },
};
const PLOT = { width: 1100, height: 1100 };

test("what looks like markup, a link or a formula stays plain text", () => {
  assert.equal(plainText('<a href="x">&amp; $x$</a>'), '&lt;a href="x"&gt;&amp;amp; &#36;x&#36;&lt;/a&gt;');
});

test("a text is cut at 80 letters and says so, and no letter is cut in two", () => {
  const long = plainText("å🙂".repeat(60));
  assert.equal([...long].length, 80);
  assert.ok(long.endsWith("…"));
  assert.equal(plainText("å".repeat(80)), "å".repeat(80));
});

test("colours are looked up in the theme, if wanted with a strength", () => {
  assert.equal(colourOf("var(--c-fjord)", look), "#0B5663");
  assert.equal(colourOf("var(--c-fjord) 80%", look), "rgba(11, 86, 99, 0.8)");
  assert.equal(colourOf("var(--c-fjord); x", look), null);
  assert.equal(colourOf("red", look), null);
});

test("a figure is dressed without being changed, and every text in it is plain", () => {
  const figure = { x: ["<b>a</b>"], text: ["$x$"], name: "a & b", line: { color: "var(--c-fjord)", width: 4 } };
  const before = JSON.stringify(figure);
  assert.deepEqual(dressed(figure, look, 1), {
    x: ["&lt;b&gt;a&lt;/b&gt;"], text: ["&#36;x&#36;"], name: "a &amp; b", line: { color: "#0B5663", width: 4 },
  });
  assert.equal(JSON.stringify(figure), before);
});

test("in a smaller place ink shrinks, places do not, and no line vanishes", () => {
  const trace = { x: [2, 4], width: [1], line: { width: 4 }, marker: { size: [10, 20], line: { width: [4, 0] } } };
  assert.deepEqual(dressed(trace, look, 0.25), { x: [2, 4], width: [1], line: { width: 1.25 }, marker: { size: [2.5, 5], line: { width: [1.25, 0] } } });
  const layout = { width: 720, xaxis: { range: [-5.5, 5.5], zerolinewidth: 4 }, margin: { l: 8 } };
  assert.deepEqual(dressed(layout, look, 0.5), { width: 720, xaxis: { range: [-5.5, 5.5], zerolinewidth: 2 }, margin: { l: 4 } });
});

test("only what has a place and words of its own can be picked", () => {
  assert.deepEqual(pickable(FIGURE).map((trace) => trace.uid), ["a", "b"]);
  assert.deepEqual(pickable({}), []);
});

test("a finger picks the nearest arrow anywhere along it, and nothing far from all", () => {
  assert.equal(nearest(FIGURE, PLOT, [300, 560], 28), "a");
  assert.equal(nearest(FIGURE, PLOT, [755, 245], 28), "b");
  assert.equal(nearest(FIGURE, PLOT, [300, 900], 28), null);
});

test("new arrows are those whose place was not there before", () => {
  assert.deepEqual(arrivals(FIGURE, new Set(["a", undefined])), ["b"]);
  assert.deepEqual(arrivals({}, new Set()), []);
});

test("keys walk round all arrows, Esc puts the arrow back, other keys do nothing", () => {
  const uids = ["a", "b", "c"];
  assert.equal(stepTo(uids, null, "ArrowRight"), "a");
  assert.equal(stepTo(uids, null, "ArrowLeft"), "c");
  assert.equal(stepTo(uids, "c", "ArrowDown"), "a");
  assert.equal(stepTo(uids, "a", "ArrowUp"), "c");
  assert.equal(stepTo(uids, "b", "End"), "c");
  assert.equal(stepTo(uids, "b", "Escape"), null);
  assert.equal(stepTo(uids, "b", "x"), undefined);
  assert.equal(stepTo([], null, "ArrowRight"), undefined);
});
