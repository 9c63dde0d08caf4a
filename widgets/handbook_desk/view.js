// The method handbook on the trainer's desk: choose the edition and what is in it, and build it.
import { deskPage } from "../shared/deskpage.js";
import { h, icon, say } from "../shared/kit.js";
import { chapterList } from "./chapters.js";

const EMPTY = { edition: "", editions: [], chapters: [], files: [], busy: null, longest: 4000, undo: null, note: null, heard: 0 };
const KILO = 1024;

function chooser(id, word, onchoose) {
  const label = h("label", { class: "label", for: id });
  const select = h("select", { class: "input", id, onchange: () => onchoose(select.value) });
  const draw = (desk, choices, value) => {
    say(label, desk.word(word));
    const now = JSON.stringify([choices, value]);
    if (select.dataset.now === now) return;
    select.dataset.now = now;
    select.replaceChildren(...choices.map(([one, said]) => h("option", { value: one, selected: one === value }, said)));
  };
  return { node: h("div", { class: "field" }, label, select), draw };
}

function buildPanel(desk) {
  const edition = chooser("book-edition", "book_desk_edition", (name) => desk.press("edition", { name }));
  const language = chooser("book-language", "book_desk_in", (chosen) => desk.into(chosen));
  const go = h("button", { class: "btn main", type: "button", onclick: () => desk.value().busy || desk.press("build", { language: desk.language() }) }, h("span"));
  const bar = h("progress", { class: "far", max: 1, value: 0 });
  const status = h("p", { class: "small quiet", role: "status" });
  const title = h("h2", {});
  const none = h("p", { class: "empty small" });
  const list = h("ul", { class: "files" });
  const node = h("section", { class: "panel build" }, edition.node, language.node, go, bar, status, title, none, list);
  const draw = () => {
    const { editions, busy, files, edition: chosen } = desk.value();
    edition.draw(desk, editions.map((one) => [one.name, desk.said(one.title)]), chosen);
    language.draw(desk, ["da", "en"].map((one) => [one, desk.word(`book_desk_${one}`)]), desk.language());
    say(go.firstChild, desk.word("book_desk_build"));
    go.setAttribute("aria-disabled", String(Boolean(busy)));
    bar.hidden = !busy;
    bar.setAttribute("aria-label", desk.word("book_desk_build"));
    if (busy) Object.assign(bar, { max: busy.of, value: busy.done });
    say(status, busy ? desk.word("book_desk_building", busy) : "");
    say(none, desk.word("book_desk_files_none"));
    none.hidden = files.length > 0;
    say(title, desk.word("book_desk_files"));
    list.replaceChildren(...files.map((one) => h("li", {}, h("a", { href: one.url, download: "" }, icon("download"), one.name), h("span", { class: "tiny quiet num" }, `${Math.ceil(one.bytes / KILO)} kB`))));
  };
  return { node, draw };
}

export default {
  render({ model, el }) {
    const page = deskPage({ model, el }, "handbook_desk", "book_desk", EMPTY);
    const its = { language: page.desk.locale(), open: new Set() };
    const desk = {
      ...page.desk,
      language: () => its.language,
      isOpen: (of) => its.open.has(of),
      saved: (key) => desk.value().chapters.flatMap((one) => ["da", "en"].map((language) => [`book-${one.of}-${language}`, one.local[language]])).find(([one]) => one === key)?.[1],
      fold(of) {
        if (!its.open.delete(of)) its.open.add(of);
        desk.redraw();
      },
      into(language) {
        its.language = language;
        desk.redraw();
      },
    };
    const parts = [buildPanel(desk), chapterList(desk)];
    el.replaceChildren(h("div", { class: "frame" }, page.nodes, h("div", { class: "body" }, parts.map((part) => part.node))));
    return page.live(() => parts.forEach((part) => part.draw()));
  },
};
