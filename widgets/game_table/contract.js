// The contract: frame, direction, rules and how long, written before the meeting and mended during it.
import { fill, h, icon, ownWords, say, shown } from "../shared/kit.js";
import { lengthOfMeeting, phaseOf } from "./geometry.js";

const CLAUSES = ["frame", "direction", "rules"];
const MOST = 60;

function lengthPart(my) {
  const [label, told] = [shown(my, "p", "contract_time", { class: "label" }), h("span", { class: "num", role: "status" })];
  const now = () => lengthOfMeeting(my.value(), my.options());
  const step = (by) => (my.ink.write("contract.time", Math.min(MOST, Math.max(1, now() + by))), my.redraw());
  const less = h("button", { class: "btn square less", onclick: () => step(-1) }, h("i", { "aria-hidden": "true" }));
  const more = h("button", { class: "btn square", onclick: () => step(1) }, icon("plus"));
  const group = h("div", { class: "row", role: "group" }, less, told, more);
  const draw = () => {
    label.draw();
    group.setAttribute("aria-label", label.node.textContent);
    less.setAttribute("aria-label", my.word("time_less"));
    more.setAttribute("aria-label", my.word("time_more"));
    less.disabled = now() <= 1;
    more.disabled = now() >= MOST;
    say(told, fill(my.word("n_minutes"), { n: now() }));
  };
  return { node: h("div", { class: "length" }, label.node, group), draw };
}

/** Gives the contract as it is written; once the meeting has begun it stands folded. */
export function contractPart(my) {
  const title = shown(my, "span", "contract");
  const clauses = CLAUSES.map((name) => ownWords(my, `contract.${name}`, { label: `contract_${name}`, hint: `contract_${name}_hint` }, { rows: 1 }));
  const long = lengthPart(my);
  const body = h("div", { class: "clauses" }, clauses.map((one) => one.node), long.node);
  const node = h("details", { class: "quiet-more contract" }, h("summary", {}, icon("chevron"), h("h3", {}, title.node)), body);
  let was = "";
  const draw = () => {
    for (const one of [title, long, ...clauses]) one.draw();
    const is = phaseOf(my.value()) === "before" ? "open" : "folded";
    if (is !== was) node.open = is === "open";
    was = is;
  };
  return { node, draw };
}

/** Gives the contract to read. */
export function contractRead(my) {
  const [title, none, list] = [shown(my, "h3", "contract"), shown(my, "p", "contract_none", { class: "quiet" }), h("dl", {})];
  const node = h("div", { class: "agreed" }, title.node, list, none.node);
  const draw = () => {
    for (const one of [title, none]) one.draw();
    const told = my.value().contract || {};
    const facts = [...CLAUSES.map((name) => [name, told[name]]), ["time", told.time ? fill(my.word("n_minutes"), { n: told.time }) : ""]].filter(([, text]) => text);
    none.node.hidden = facts.length > 0;
    list.hidden = !facts.length;
    list.replaceChildren(...facts.map(([name, text]) => h("div", {}, h("dt", {}, my.word(`contract_${name}`)), h("dd", { class: name === "time" ? "num" : "voice" }, text))));
  };
  return { node, draw };
}
