// The list: who is on it, a list put in with a look before it lands, and one who comes late.
import { h, icon } from "../shared/kit.js";
import { byName, counted, decodedFile, formOf } from "./lists.js";
import { act, areaChoices, choice, drawn, line, roleChoices, tableBadge } from "./pieces.js";

const COLUMNS = ["alias", "area", "district", "role", "learning_group", "table", "here"];

export function peopleView(desk) {
  const node = h("div", { class: "people" });
  const [entry, list] = [h("div", { class: "entry" }), h("section", { class: "list" })];
  node.append(entry, list);
  const draw = () => {
    const { preview, people } = desk.value();
    drawn(entry, [desk.locale(), preview, people.length === 0], () => (preview ? previewed(desk, preview) : entering(desk)));
    drawn(list, [desk.locale(), people, desk.picked()], () => listed(desk));
  };
  return { node, draw };
}

// ── a list put in ─────────────────────────────────────────────────────────
function entering(desk) {
  const empty = desk.value().people.length === 0;
  const text = h("textarea", { class: "input", id: "roster-text", rows: 7, spellcheck: "false", autocomplete: "off",
    placeholder: desk.word("roster_paste_example"), "aria-describedby": "roster-text-hint", dataset: { key: "text" } });
  const read = act(desk.word("roster_read"), () => desk.press("read", { text: text.value }), { kind: empty ? "btn main" : "btn", key: "read" });
  const file = h("input", { type: "file", class: "sr", id: "roster-file", accept: ".csv,.txt,.tsv,text/csv,text/plain", dataset: { key: "file" } });
  file.addEventListener("change", async () => {
    if (file.files[0]) text.value = decodedFile(await file.files[0].arrayBuffer());
    file.value = "";
    text.focus();
  });
  const paste = h("details", { class: "card fold", open: empty },
    h("summary", { dataset: { key: "paste" } }, icon("chevron"), desk.word("roster_paste")),
    h("div", { class: "field" }, h("label", { class: "label", for: "roster-text" }, desk.word("roster_paste_label")), text,
      h("p", { class: "hint", id: "roster-text-hint" }, desk.word("roster_paste_hint"))),
    h("div", { class: "row wrap" }, read, file, h("label", { class: "btn", for: "roster-file" }, desk.word("roster_file"))));
  return [paste, adding(desk)];
}

function previewed(desk, { rows, left_out: leftOut, too_many: tooMany }) {
  const usable = rows.filter((row) => !row.unclear.some((why) => why === "no_name" || why === "twice"));
  const fresh = usable.filter((row) => row.is_new).length;
  const go = fresh ? desk.word(`roster_land_${formOf(fresh)}`, { n: fresh }) : desk.word("roster_land_same");
  const warn = (is, key) => is && h("p", { class: "warn" }, icon("alert"), h("span", {}, desk.word(key)));
  return [h("section", { class: "card preview", "aria-labelledby": "roster-preview" },
    h("h2", { id: "roster-preview", tabindex: "-1" }, desk.word("roster_preview")),
    h("p", { class: "quiet" }, desk.word("roster_preview_lead")),
    warn(leftOut, "roster_left_out"), warn(tooMany, "roster_too_many"),
    h("div", { class: "scroll", tabindex: "0", role: "group", "aria-labelledby": "roster-preview" }, h("table", {},
      h("thead", {}, h("tr", {}, ["alias", "area", "district", "role", "learning_group"].map((name) => h("th", { scope: "col" }, desk.word(`roster_head_${name}`))), h("td"))),
      h("tbody", {}, rows.map((row) => previewRow(desk, row, usable.includes(row)))))),
    h("div", { class: "row wrap" },
      usable.length > 0 && act(go, () => desk.press("land"), { kind: "btn main", key: "land" }),
      act(desk.word("roster_leave"), () => desk.press("leave"), { kind: "btn plain", key: "leave" })))];
}

function previewRow(desk, row, usable) {
  const how = usable ? desk.word(row.is_new ? "roster_new" : "roster_known") : desk.word("roster_skipped");
  const cells = [desk.word(`roster_area_${row.area}`), row.district, desk.word(`roster_role_${row.role}`), row.learning_group];
  if (!row.area) cells[0] = "";
  return h("tr", { class: usable ? "" : "skipped" },
    h("th", { scope: "row" }, row.alias || "–"), cells.map((cell) => h("td", {}, cell || desk.word("roster_none"))),
    h("td", {}, h("span", { class: `chip ${usable && row.is_new ? "ready" : ""}` }, icon(usable ? "check" : "skip"), how),
      row.unclear.map((why) => h("p", { class: "warn small" }, icon("alert"), h("span", {}, desk.word(`roster_unclear_${why}`))))));
}

// ── one who comes late ────────────────────────────────────────────────────
function adding(desk) {
  const name = line(desk.word("roster_head_alias"), "", null, "add-alias", { maxlength: 30, required: true });
  const area = choice(desk.word("roster_head_area"), areaChoices(desk), "", null, "add-area");
  const district = line(desk.word("roster_head_district"), "", null, "add-district");
  const role = choice(desk.word("roster_head_role"), roleChoices(desk), "participant", null, "add-role");
  const form = h("form", { class: "fields", novalidate: true }, name.node, area.node, district.node, role.node,
    h("div", { class: "field go" }, h("button", { class: "btn", type: "submit", dataset: { key: "add" } }, icon("plus"), h("span", {}, desk.word("roster_add_go")))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    desk.press("add", { alias: name.input.value, area: area.input.value, district: district.input.value, role: role.input.value });
    name.input.value = "";
    name.input.focus();
  });
  return h("details", { class: "card fold" }, h("summary", { dataset: { key: "late" } }, icon("chevron"), desk.word("roster_add")),
    form, h("p", { class: "hint small quiet" }, desk.word("roster_add_hint")));
}

// ── who is on it ──────────────────────────────────────────────────────────
function listed(desk) {
  const { people } = desk.value();
  const { all, come, away } = counted(people);
  const said = [all && desk.word(`roster_on_list_${formOf(all)}`, { n: all }), come && desk.word("roster_come", { n: come }),
    away && desk.word("roster_away", { n: away })].filter(Boolean).join(" · ");
  if (!all) return [h("h2", {}, desk.word("roster_list")), h("p", { class: "empty" }, desk.word("roster_empty"))];
  const rows = [...people].sort(byName(desk.locale())).map((person) => listRow(desk, person));
  const unseen = people.some((one) => !one.device && !one.absent) && come > 0;
  return [h("div", { class: "row wrap between" }, h("h2", {}, desk.word("roster_list")), h("p", { class: "small quiet num" }, said),
    away > 0 && act(desk.word("roster_all_here"), () => desk.press("all_here"), { kind: "btn low", key: "all-here" })),
    h("table", { class: "all" },
      h("thead", {}, h("tr", {}, COLUMNS.map((name) => h("th", { scope: "col" }, desk.word(`roster_head_${name}`))))),
      h("tbody", {}, rows)),
    unseen && h("p", { class: "small quiet" }, desk.word("roster_device_hint"))];
}

function listRow(desk, person) {
  const name = h("button", { class: "name", dataset: { key: person.id }, "aria-expanded": String(desk.picked() === person.id), onclick: () => desk.pick(person.id) }, person.alias);
  const cell = (label, shown) => h("td", { class: shown ? "" : "none", dataset: { label: desk.word(`roster_head_${label}`) } }, shown || h("span", { class: "hush" }, desk.word("roster_none")));
  const role = person.role === "participant" ? "" : desk.word(`roster_role_${person.role}`);
  const here = person.absent ? ["close", "roster_absent"] : person.device ? ["check", "roster_has_device"] : ["individual", "roster_not_in"];
  return h("tr", { class: person.absent ? "away" : "" }, h("th", { scope: "row" }, name),
    cell("area", person.area && desk.word(`roster_area_${person.area}`)), cell("district", person.district),
    cell("role", role), cell("learning_group", person.learning_group),
    cell("table", person.table ? h("span", { class: "badge" }, tableBadge(person.table), h("span", { class: "sr" }, desk.word("roster_group", { n: person.table }))) : ""),
    cell("here", h("span", { class: `chip ${!person.absent && person.device ? "ready" : "me"}` }, icon(here[0]), desk.word(here[1]))));
}
