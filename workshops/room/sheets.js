// What goes from one sheet to another, and out of the room as a file.

import { h, icon } from "../../widgets/shared/kit.js";

/** Gives what of one's own sheet the group's asks for, too: the rest was only ever for oneself. */
export function carried({ options }, mine) {
  const { fields = [] } = options.group || {};
  const alone = fields.filter((one) => one.stage === "individual").map((one) => one.field.split(".")[0]);
  return Object.fromEntries(Object.entries(mine).filter(([name]) => !alone.includes(name)));
}

/** Gives the way to a sheet as a file, where it is one that can be used alone. */
export function fileLink({ options }, id, whose) {
  if (!(options.group || {}).file) return null;
  const word = h("span", { dataset: { word: "room_take_file" } });
  return h("p", {}, h("a", { class: "btn low", href: `/take/${id}/${whose}.html`, download: true }, icon("download"), word));
}
