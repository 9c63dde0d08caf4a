// What the room runs by: taking a draft into use with who, why and which need; earlier versions.
import { field, h, icon, say } from "../shared/kit.js";
import { keptList, mark } from "../shared/kept.js";
import { nameOf } from "./editor.js";
import { drawing, iconButton } from "./parts.js";

const WHO = "laeringsdage-planner-who";
export const WRITTEN = "written";

function remembered() {
  try {
    return localStorage.getItem(WHO) || "";
  } catch {
    return "";
  }
}

function remember(who) {
  try {
    localStorage.setItem(WHO, who);
  } catch {
    // a browser that stores nothing asks again next time
  }
}

// The form that stands before a version: three short fields, none of them required.
export function publishForm(desk) {
  const title = h("h2", {});
  const lead = h("p", { class: "small quiet" });
  const texts = { who: remembered(), why: "", need: "" };
  const fields = Object.keys(texts).map((key) => ({
    key, ...field({ long: key === "why", onwrite: (text) => { texts[key] = text; }, ondone: () => {} }),
  }));
  const main = iconButton("check", () => publish(), "btn main");
  const cancel = h("button", { class: "btn plain", type: "button", onclick: () => desk.ask(null) });
  const node = h("section", { class: "card publish" }, title, lead, h("div", { class: "three" }, fields.map((one) => one.node)), h("div", { class: "row wrap" }, main.node, cancel));
  let shown = null;
  const publish = () => {
    const asked = desk.asked();
    remember(texts.who);
    desk.press("publish", { ...texts, ...(asked.version ? { version: asked.version } : {}) });
    desk.ask(null);
  };
  node.addEventListener("keydown", (event) => event.key === "Escape" && desk.ask(null));
  const draw = () => {
    const asked = desk.asked();
    node.hidden = !asked;
    if (!asked) {
      shown = null;
      return;
    }
    const fresh = shown !== asked;
    shown = asked;
    if (fresh) Object.assign(texts, { why: asked.version ? desk.word("planner_back_to", { version: desk.versionName(asked.version) }) : "", need: "" });
    say(title, desk.word(asked.version ? "planner_restore_title" : "planner_publish_title"));
    say(lead, desk.word(desk.value().live ? "planner_publish_live" : "planner_publish_lead"));
    fields.forEach(({ key, show }) => show({ label: desk.word(`planner_${key}`), hint: desk.word(`planner_${key}_hint`), value: texts[key], limit: { who: 60, why: 400, need: 200 }[key], tooLong: desk.word("planner_too_long") }));
    main.draw(desk.word(asked.version ? "ui_restore" : "planner_publish"));
    say(cancel, desk.word("ui_cancel"));
    if (fresh) fields[texts.who ? 1 : 0].input.focus();
  };
  return { node, draw };
}

function versionRow(desk, id) {
  const name = h("span", { class: "name" });
  const about = h("p", { class: "small quiet" });
  const now = h("span", { class: "chip ready" }, icon("check"), h("span", {}));
  const look = h("button", { class: "btn low", type: "button", onclick: () => desk.compare(id) });
  const back = h("button", { class: "btn low", type: "button", onclick: () => desk.ask({ version: id }) });
  const node = h("li", {}, h("div", { class: "about" }, h("p", { class: "row wrap" }, name, now), about), h("div", { class: "row wrap" }, look, back));
  const draw = (one, at) => {
    const compared = desk.value().compare && desk.value().compare.version === id;
    say(name, desk.versionName(id));
    say(about, [one.who && one.who !== "desk" ? one.who : "", one.why, one.need ? desk.word("planner_for_need", { need: one.need }) : ""].filter(Boolean).join(" · "));
    say(now.lastChild, desk.word("planner_in_use"));
    now.hidden = at !== 0;
    say(look, desk.word(compared ? "planner_compare_close" : "planner_compare"));
    mark(look, "aria-expanded", String(Boolean(compared)));
    say(back, desk.word("ui_restore"));
    back.hidden = at === 0;
  };
  return { node, draw };
}

function side(desk, row, key) {
  const one = row[key];
  if (!one) return h("td", { class: "none" }, desk.word("planner_not_there"));
  const minutes = one.skipped ? desk.word("planner_is_skipped") : desk.word("planner_minutes", { n: one.minutes });
  return h("td", { class: one.skipped ? "quiet" : "" }, h("p", { class: "cell" }, h("span", { class: "num time" }, one.skipped ? "–" : desk.clock(one.at)), h("span", {}, desk.title(one.title)), h("span", { class: "num small quiet" }, minutes)));
}

// What differs in a row, in words: left out and taken in again are not the same.
function partsOf(desk, row) {
  const name = (part) => (part === "skipped" && row.after && !row.after.skipped ? "included" : part);
  return row.changed.map((part) => desk.word(`planner_part_${name(part)}`)).join(", ");
}

// A text that differs: both wordings in full, and where it stands.
function textRow(desk, one) {
  const what = one.cell ? desk.word("planner_text_page") : nameOf(desk, { key: one.key, own: { [desk.locale()]: one.own } });
  const place = [one.block && desk.titleOf(one.block), what, desk.word(`planner_in_${one.language}`)].filter(Boolean).join(" · ");
  return h("tr", { class: "differs" }, [one.before, one.after].map((text) => h("td", { class: "voice small", lang: one.language }, text)), h("td", { class: "small" }, place));
}

// Two days side by side; what differs is said in words, not in colour.
function comparison(desk) {
  const title = h("h3", {});
  const heads = [h("th", { scope: "col" }), h("th", { scope: "col" }), h("th", { scope: "col" })];
  const rows = h("tbody", {});
  const table = h("div", { class: "scroll", tabindex: "0", role: "group" }, h("table", {}, h("thead", {}, h("tr", {}, heads)), rows));
  const node = h("section", { class: "comparison" }, title, table);
  const draw = () => {
    const { compare } = desk.value();
    node.hidden = !compare;
    if (!compare) return;
    say(title, desk.word("planner_compare_title"));
    mark(table, "aria-label", desk.word("planner_compare_title"));
    const total = (part) => desk.word("planner_from_to", { from: desk.clock(compare[part].start), to: desk.clock(compare[part].ends) });
    say(heads[0], `${desk.versionName(compare.version)} · ${total("before")}`);
    say(heads[1], `${desk.word("planner_draft")} · ${total("after")}`);
    say(heads[2], desk.word("planner_difference"));
    rows.replaceChildren(...compare.rows.map((row) => h("tr", { class: row.changed.length ? "differs" : "" },
      side(desk, row, "before"), side(desk, row, "after"), h("td", { class: "small" }, partsOf(desk, row)))), ...compare.texts.map((one) => textRow(desk, one)));
  };
  return { node, draw };
}

export function versionsPart(desk) {
  const title = h("h2", {});
  const lead = h("p", { class: "small quiet" });
  const list = h("ol", { class: "versions" });
  const against = comparison(desk);
  const node = h("section", { class: "panel" }, title, lead, list, against.node);
  const fill = keptList(list, (id) => versionRow(desk, id));
  const draw = () => {
    const { versions } = desk.value();
    say(title, desk.word("ui_versions"));
    say(lead, desk.word(versions.length ? "planner_versions_lead" : "planner_versions_none"));
    fill([...versions, { id: WRITTEN, who: "", why: desk.word("planner_written_about"), need: "" }], (one) => one.id);
    against.draw();
  };
  return { node, draw };
}

// Above the day: is it the room's, or still a draft?
export function standing(desk) {
  const text = h("span", {});
  const chip = h("span", { class: "chip" });
  const undo = iconButton("undo", () => desk.undo(), "btn plain");
  const main = iconButton("check", () => desk.ask({}), "btn main");
  const node = h("div", { class: "standing row wrap" }, chip, undo.node, main.node);
  let drawn = "";
  const draw = () => {
    const { open, undo: can, versions } = desk.value();
    const state = open ? "plenary" : "ready";
    if (drawn !== state) chip.replaceChildren(drawing(open ? "pen" : "check"), text);
    drawn = state;
    chip.className = `chip ${state}`;
    say(text, open ? desk.word(open === 1 ? "planner_open_one" : "planner_open_other", { n: open }) : desk.word(versions.length ? "planner_in_use" : "planner_as_written"));
    undo.draw(desk.word("ui_undo"));
    undo.node.disabled = !can;
    main.draw(desk.word("planner_publish"));
    main.node.hidden = !open || Boolean(desk.asked());
  };
  return { node, draw };
}
