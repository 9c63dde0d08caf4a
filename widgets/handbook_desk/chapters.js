// The chapters of an edition: on and off, up and down, the examples in each, and words of one's own.
import { h, icon, say } from "../shared/kit.js";

const EXCERPT = 180; // letters of an example: enough to know it again

function example(desk, chapter, one) {
  const id = `book-${one.key}`;
  const box = h("input", { type: "checkbox", id, checked: one.on, dataset: { key: id }, onchange: () => desk.press("example", { of: chapter.of, key: one.key, on: box.checked }) });
  const text = one.text.length > EXCERPT ? `${one.text.slice(0, EXCERPT)} …` : one.text;
  return h("li", { class: "choice" }, box, h("label", { for: id, class: "voice" }, text || desk.said(one.title)));
}

/** Gives the examples exercise by exercise: each exercise is named once, above its own. */
function examplesOf(desk, chapter) {
  const names = [...new Set(chapter.examples.map((one) => desk.said(one.title)))];
  return names.map((name) => h("div", { class: "examples" }, h("h4", {}, name),
    h("ul", {}, chapter.examples.filter((one) => desk.said(one.title) === name).map((one) => example(desk, chapter, one)))));
}

function addition(desk, chapter, language) {
  const id = `book-${chapter.of}-${language}`;
  const input = h("textarea", { class: "input voice", id, lang: language, rows: 3, maxlength: desk.value().longest, dataset: { key: id } });
  input.value = chapter.local[language] || "";
  input.addEventListener("change", () => desk.press("local", { of: chapter.of, language, text: input.value }));
  return h("div", { class: "field" }, h("label", { class: "label", for: id }, desk.word(`book_desk_local_${language}`)), input);
}

function inside(desk, chapter) {
  const none = desk.word(chapter.examples ? "book_desk_examples_none" : "book_desk_examples_off");
  const examples = chapter.examples?.length ? examplesOf(desk, chapter) : h("p", { class: "quiet small" }, none);
  return h("div", { class: "inside" }, h("h3", {}, desk.word("book_desk_examples")), examples,
    ["da", "en"].map((language) => addition(desk, chapter, language)), h("p", { class: "quiet small" }, desk.word("book_desk_local_hint")));
}

function mover(desk, chapter, way, by) {
  const title = desk.said(chapter.title);
  const stuck = way === "up" ? chapter.first : chapter.last;
  return h("button", { class: "btn plain round", type: "button", "aria-label": desk.word(`book_desk_${way}`, { title }), "aria-disabled": stuck ? "true" : null, dataset: { key: `${way}-${chapter.of}` }, onclick: () => stuck || desk.press("move", { of: chapter.of, by }) }, icon(way));
}

function row(desk, chapter) {
  const id = `book-on-${chapter.of}`;
  const open = desk.isOpen(chapter.of);
  const title = desk.said(chapter.title);
  const box = h("input", { type: "checkbox", id, checked: chapter.on, dataset: { key: id }, onchange: () => desk.press("turn", { of: chapter.of, on: box.checked }) });
  const fold = h("button", { class: "btn plain fold", type: "button", "aria-expanded": String(open), "aria-label": desk.word("book_desk_open", { title }), dataset: { key: `fold-${chapter.of}` }, onclick: () => desk.fold(chapter.of) },
    h("span", { class: "num small" }, chapter.examples?.length ? String(chapter.examples.filter((one) => one.on).length) : ""), icon("chevron"));
  const node = h("li", { class: chapter.on ? "chapter" : "chapter off" },
    h("div", { class: "line" }, h("div", { class: "choice grow" }, box, h("label", { for: id }, title)), h("div", { class: "moves" }, mover(desk, chapter, "up", -1), mover(desk, chapter, "down", 1), fold)), open ? inside(desk, chapter) : "");
  node.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || event.target !== box) return;
    event.preventDefault();
    if (!(by < 0 ? chapter.first : chapter.last)) desk.press("move", { of: chapter.of, by });
  });
  return node;
}

/** Gives the rows, a day's name above its first where the edition keeps the days. */
function underDays(desk, chapters) {
  const names = chapters.map((one) => desk.said(one.day));
  return chapters.flatMap((one, at) => [...(names[at] && names[at] !== names[at - 1] ? [h("li", {}, h("h3", { class: "day" }, names[at]))] : []), row(desk, one)]);
}

export function chapterList(desk) {
  const title = h("h2", {});
  const hint = h("p", { class: "quiet small" });
  const list = h("ol", { class: "chapters" });
  const node = h("section", { class: "panel" }, title, hint, list);
  let before = "";
  const draw = () => {
    say(title, desk.word("book_desk_chapters"));
    say(hint, desk.word("book_desk_chapters_hint"));
    const { chapters, edition } = desk.value();
    const now = JSON.stringify([chapters, edition, desk.locale(), chapters.map((one) => desk.isOpen(one.of))]);
    const active = document.activeElement;
    const key = list.contains(active) ? active.dataset.key : null;
    // Somebody is writing: what they have not left yet must not be drawn over.
    if (now === before || (key && active.tagName === "TEXTAREA" && active.value !== (desk.saved(key) || ""))) return;
    before = now;
    list.replaceChildren(...underDays(desk, chapters));
    const again = key && [...list.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
    if (again) again.focus({ preventScroll: true });
  };
  return { node, draw };
}
