// The quiet way from an exercise to its case card.

import { h, s } from "../../widgets/shared/kit.js";

const CARD = "M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3 10h18M7 15h4";

/** Gives the link: to the exercise's own case, or to them all; none where no case is asked for (""). */
export function caseCard(name) {
  if (name === "") return null;
  const drawn = s("svg", { class: "i", viewBox: "0 0 24 24", "aria-hidden": "true" }, s("path", { d: CARD }));
  return h("p", { class: "quiet" }, h("a", { class: "casecard", href: name ? `/cases/${name}` : "/cases" }, drawn, h("span", { dataset: { word: "ui_case_card" } })));
}
