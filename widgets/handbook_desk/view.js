// The method handbook on the trainer's desk: choose the edition and what is in it, and build it.
import { dress, fill, h, icon, say } from "../shared/kit.js";
import { chosenLanguage, keepLanguage, languageSwitch } from "../shared/tongue.js";
import { chapterList } from "./chapters.js";

const UNANSWERED = 4000; // ms until an unanswered press is said to be so
const EMPTY = { edition: "", editions: [], chapters: [], files: [], busy: null, longest: 4000, note: null, heard: 0 };
const KILO = 1024;

function topLine(desk) {
  const title = h("h1", {});
  const back = h("a", { href: "/desk", class: "btn plain" });
  const tongue = languageSwitch(desk, desk.speak, "book_desk_languages");
  const node = h("header", { class: "top" }, h("div", { class: "row wrap" }, back, title), tongue.node);
  const draw = () => {
    say(title, desk.word("book_desk_title"));
    say(back, desk.word("book_desk_back"));
    tongue.draw();
  };
  return { node, draw };
}

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
  const list = h("ul", { class: "files" });
  const node = h("section", { class: "panel build" }, edition.node, language.node, go, bar, status, title, list);
  const draw = () => {
    const { editions, busy, files, edition: chosen } = desk.value();
    edition.draw(desk, editions.map((one) => [one.name, one.title[desk.locale()]]), chosen);
    language.draw(desk, ["da", "en"].map((one) => [one, desk.word(`book_desk_${one}`)]), desk.language());
    say(go.firstChild, desk.word("book_desk_build"));
    go.setAttribute("aria-disabled", String(Boolean(busy)));
    bar.hidden = !busy;
    bar.setAttribute("aria-label", desk.word("book_desk_build"));
    if (busy) Object.assign(bar, { max: busy.of, value: busy.done });
    say(status, busy ? desk.word("book_desk_building", busy) : files.length ? "" : desk.word("book_desk_files_none"));
    say(title, desk.word("book_desk_files"));
    list.replaceChildren(...files.map((one) => h("li", {}, h("a", { href: one.url, download: "" }, icon("download"), one.name), h("span", { class: "tiny quiet num" }, `${Math.ceil(one.bytes / KILO)} kB`))));
  };
  return { node, draw };
}

function notice(desk) {
  const text = h("span", {});
  const banner = h("div", { class: "banner", hidden: true }, icon("alert"), text);
  const node = h("div", { role: "alert" }, banner);
  const draw = (unheard) => {
    const note = desk.value().note;
    const said = unheard ? desk.word("book_desk_unheard") : note ? note[desk.locale()] || note.da : "";
    say(text, said);
    banner.hidden = !said;
  };
  return { node, draw };
}

export default {
  render({ model, el }) {
    const locale = chosenLanguage((model.get("options") || {}).locale || "da");
    const its = { locale, language: locale, open: new Set(), waiting: null };
    const undress = dress(el, "handbook_desk", its.locale);
    const desk = {
      value: () => ({ ...EMPTY, ...model.get("value") }),
      word: (key, facts) => fill(((model.get("words") || {})[its.locale] || {})[key] || key, facts),
      locale: () => its.locale,
      language: () => its.language,
      isOpen: (of) => its.open.has(of),
      saved: (key) => desk.value().chapters.flatMap((one) => ["da", "en"].map((language) => [`book-${one.of}-${language}`, one.local[language]])).find(([one]) => one === key)?.[1],
      press(button, given = {}) {
        const n = ((model.get("pressed") || {}).n || 0) + 1;
        its.waiting = { n, since: Date.now() };
        model.set("pressed", { n, button, ...given });
        model.save_changes();
      },
      fold(of) {
        if (!its.open.delete(of)) its.open.add(of);
        draw();
      },
      into(language) {
        its.language = language;
        draw();
      },
      speak(language) {
        its.locale = language;
        el.lang = language;
        keepLanguage(language);
        draw();
      },
    };
    const [top, told, build, chapters] = [topLine(desk), notice(desk), buildPanel(desk), chapterList(desk)];
    el.replaceChildren(h("div", { class: "frame" }, top.node, told.node, h("div", { class: "body" }, build.node, chapters.node)));
    const late = () => Boolean(its.waiting) && Date.now() - its.waiting.since > UNANSWERED;
    function draw() {
      if (its.waiting && desk.value().heard >= its.waiting.n) its.waiting = null;
      [top, build, chapters].forEach((part) => part.draw());
      told.draw(late());
    }
    draw();
    const ticking = setInterval(() => told.draw(late()), 500);
    for (const name of ["value", "words"]) model.on(`change:${name}`, draw);
    return () => {
      clearInterval(ticking);
      for (const name of ["value", "words"]) model.off(`change:${name}`, draw);
      undress();
    };
  },
};
