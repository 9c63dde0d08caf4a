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

/** Gives the ways to a sheet as a file, where its exercise has any. */
export function fileLink({ options }, id, whose) {
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
  return h("div", { class: "tail stack" }, h("p", { class: "row wrap" }, links), none);
}

/** Goes to the date, or says where one stands that there is none yet. */
async function openDate(event, href, none) {
  event.preventDefault();
  const found = await fetch(href).catch(() => null);
  none.hidden = !found || found.status !== 404;
  if (none.hidden) location.assign(href);
  else none.scrollIntoView({ block: "center" });
}
