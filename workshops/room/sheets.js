// What goes from one sheet to another, and out of the room as a file.

import { h, icon } from "../../widgets/shared/kit.js";

// What an exercise's `[settings] files` may name; a date is opened where calendars are, not saved.
const FILES = { html: ["room_take_file", "download"], docx: ["room_take_docx", "download"], ics: ["room_take_ics", "clock"] };

/** Gives what of one's own sheet the group's asks for, too: the rest was only ever for oneself. */
export function carried({ options }, mine) {
  const { fields = [] } = options.group || {};
  const alone = fields.filter((one) => one.stage === "individual").map((one) => one.field.split(".")[0]);
  return Object.fromEntries(Object.entries(mine).filter(([name]) => !alone.includes(name)));
}

// What every group may take home of what it makes, shared or not: this sheet, and all of today's.
const OURS = [["group.docx", "room_take_word"], ["group.pdf", "room_take_pdf"], ["day.docx", "room_take_day_word"], ["day.pdf", "room_take_day_pdf"]];

/** Gives the ways to a sheet as a file: what its exercise has, and what every group's has. */
export function fileLink(given, id, whose) {
  const found = [ownFiles(given, id, whose), whose === "group" && ours(given, id), whose === "me" && onPaper(given, id)].filter(Boolean);
  return found.length ? h("div", { class: "tail stack" }, found) : null;
}

/** Gives the way to the card that is filled in by hand, where the exercise has one. */
function onPaper({ options }, id) {
  if (!(options.individual || {}).paper) return null;
  return h("p", {}, h("a", { href: `/paper/${id}`, dataset: { word: "room_paper_card" } }));
}

function ours({ options }, id) {
  const { files = [] } = options.individual || options.group || {};
  const links = OURS.filter(([file]) => !files.includes(file.replace("group.", ""))).map(([file, word]) => {
    const href = file.startsWith("day") ? `/take/${file}` : `/take/${id}/${file}`;
    return h("a", { class: "btn low", href, download: true }, icon("download"), h("span", { dataset: { word } }));
  });
  const told = h("p", { class: "small quiet", dataset: { word: "room_take_ours_hint" } });
  const typed = h("p", {}, h("a", { href: `/type/${id}`, dataset: { word: "room_type_in" } })); // who has worked on paper
  return h("details", { class: "card" }, h("summary", {}, h("span", { dataset: { word: "room_take_ours" } })), told, h("p", { class: "row wrap" }, links), typed);
}

function ownFiles({ options }, id, whose) {
  const kinds = ((options.individual || options.group || {}).files || []).filter((kind) => FILES[kind]);
  if (!kinds.length) return null;
  const none = h("p", { class: "small quiet", role: "status" }, h("span", { dataset: { word: "room_take_no_date" }, hidden: true }));
  const links = kinds.map((kind) => {
    const [word, sign] = FILES[kind];
    const href = `/take/${id}/${whose}.${kind}`;
    const dated = kind === "ics";
    const more = dated ? { onclick: (event) => openDate(event, href, none.firstChild) } : { download: true };
    return h("a", { class: "btn low", href, ...more }, icon(sign), h("span", { dataset: { word } }));
  });
  return h("div", { class: "stack" }, h("p", { class: "row wrap" }, links), none);
}

/** Goes to the date, or says where one stands that there is none yet. */
async function openDate(event, href, none) {
  event.preventDefault();
  const found = await fetch(href).catch(() => null);
  none.hidden = !found || found.status !== 404;
  if (none.hidden) location.assign(href);
  else none.scrollIntoView({ block: "center" });
}
