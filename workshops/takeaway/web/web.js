// Search in one page, without a server: what one types is marked, and chapters without it step aside.
const words = JSON.parse(document.getElementById("words").textContent);
const field = document.getElementById("find");
const told = document.getElementById("told");
const buttons = { before: document.getElementById("before"), next: document.getElementById("next"), clear: document.getElementById("clear") };
const leaves = [...document.querySelectorAll(".leaf")].filter((leaf) => !leaf.classList.contains("front"));
const entries = [...document.querySelectorAll(".side a")];
const DANISH = { æ: "ae", ø: "oe", å: "aa" };
const LONGEST = 200; // letters of a search; more is a paste by mistake
let marks = [];
let now = -1;

// A text as one looks for it: small letters, å as aa (a keyboard may have no å), no accents, no soft hyphens.
// `from` says for each letter of it where in the text it came from.
function folded(text) {
  let whole = "";
  const from = [];
  let at = 0;
  for (const letter of text) {
    const plain = letter.normalize("NFC").toLowerCase().replace(/[æøå]/g, (one) => DANISH[one]).normalize("NFKD").replace(/[\u0300-\u036f\u00ad]/g, "");
    const wanted = /\s/.test(plain) ? " " : plain;
    for (let number = 0; number < wanted.length; number += 1) from.push(at);
    whole += wanted;
    at += letter.length;
  }
  from.push(at);
  return { whole, from };
}

function unmark() {
  for (const mark of marks) {
    const parent = mark.parentNode;
    parent.replaceChild(document.createTextNode(mark.textContent), mark);
    parent.normalize();
  }
  marks = [];
  now = -1;
}

function textsIn(leaf) {
  const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT, {
    acceptNode: (node) => (node.parentElement.closest("svg, [aria-hidden]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
  });
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function placesOf(text, wanted) {
  const { whole, from } = folded(text);
  const found = [];
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + wanted.length)) {
    const end = from[at + wanted.length];
    found.push([from[at], end > from[at + wanted.length - 1] ? end : from[at + wanted.length - 1] + 1]);
  }
  return found;
}

function markIn(node, wanted) {
  const made = [];
  for (const [start, end] of placesOf(node.data, wanted).reverse()) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const mark = document.createElement("mark");
    range.surroundContents(mark);
    made.unshift(mark);
  }
  return made;
}

function show(leaf, on) {
  leaf.hidden = !on;
  for (const entry of entries) if (leaf.contains(document.getElementById(entry.hash.slice(1)))) entry.parentElement.hidden = !on;
}

function look() {
  const wanted = folded(field.value.slice(0, LONGEST)).whole.replace(/ +/g, " ").trim();
  unmark();
  document.body.classList.toggle("looking", wanted.length > 1);
  const found = new Set();
  for (const leaf of leaves) {
    const before = marks.length;
    if (wanted.length > 1) for (const node of textsIn(leaf)) marks.push(...markIn(node, wanted));
    if (marks.length > before) found.add(leaf);
  }
  const opening = new Set([...found].map(openingOf));
  for (const leaf of leaves) {
    show(leaf, wanted.length < 2 || found.has(leaf) || opening.has(leaf));
    leaf.classList.toggle("opens", opening.has(leaf) && !found.has(leaf));
  }
  tell(wanted, found.size);
}

// The leaf whose heading stands above a chapter's own: the day it belongs to. Its title stays with it.
function openingOf(leaf) {
  const above = leaves.slice(0, leaves.indexOf(leaf)).reverse();
  return above.find((one) => Number(one.dataset.level) < Number(leaf.dataset.level));
}

function tell(wanted, chapters) {
  const none = wanted.length > 1 && !marks.length;
  const some = marks.length === 1 ? words.found_one : words.found;
  told.textContent = none ? words.none : marks.length ? filled(some, chapters) : "";
  buttons.before.hidden = buttons.next.hidden = marks.length < 2;
  buttons.clear.hidden = !field.value;
}

function filled(sentence, chapters) {
  const said = chapters === 1 && marks.length > 1 ? words.found_in_one : sentence;
  return said.replace("{n}", marks.length).replace("{chapters}", chapters);
}

function step(by) {
  if (!marks.length) return;
  marks[now]?.classList.remove("now");
  now = (now + by + marks.length) % marks.length;
  marks[now].classList.add("now");
  marks[now].scrollIntoView({ block: "center" });
}

function clear() {
  field.value = "";
  look();
  field.focus();
}

let soon = 0;
field.addEventListener("input", () => {
  clearTimeout(soon);
  soon = setTimeout(look, 120);
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
  else if (event.key === "Escape") clear();
  else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target === field || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  field.select();
});
buttons.next.addEventListener("click", () => step(1));
buttons.before.addEventListener("click", () => step(now < 0 ? 0 : -1));
buttons.clear.addEventListener("click", clear);

// On a phone the contents lie above the text, and fold away once a chapter is chosen.
for (const entry of entries) entry.addEventListener("click", () => { if (matchMedia("(max-width: 56rem)").matches) document.getElementById("contents").open = false; });

const theme = document.getElementById("theme");
const dark = () => document.documentElement.dataset.theme === "dark" || (document.documentElement.dataset.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
function named() {
  theme.textContent = dark() ? words.light : words.dark;
}
theme.addEventListener("click", () => {
  document.documentElement.dataset.theme = dark() ? "light" : "dark";
  named();
});
named();
document.getElementById("contents").open = matchMedia("(min-width: 56rem)").matches;
