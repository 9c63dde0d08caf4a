// One participant: facts, table, learning group, here or not, and the way off the list.
import { h, icon } from "../shared/kit.js";
import { byName, isSeated, tablesShown } from "./lists.js";
import { act, areaChoices, choice, drawn, line, roleChoices, tableBadge } from "./pieces.js";

export function personPanel(desk) {
  const node = h("aside", { class: "person" });
  let asking = null; // the person whose deletion is asked about once more
  let was = null;
  const draw = () => {
    const person = desk.value().people.find((one) => one.id === desk.picked());
    node.hidden = !person;
    const came = person && was !== person.id;
    was = person ? person.id : null;
    if (!person) return;
    if (asking && asking !== person.id) asking = null;
    const writing = node.contains(document.activeElement) && document.activeElement.matches("input");
    if (writing && !came) return; // what is being typed is not drawn over
    drawn(node, [desk.locale(), person, desk.value().known, asking, others(desk, person)], () => shownPerson(desk, person, asking, ask));
    if (came) node.querySelector("h2").focus({ preventScroll: false });
  };
  const ask = (id) => {
    asking = id;
    draw();
  };
  return { node, draw };
}

function others(desk, person) {
  if (person.device) return [];
  const waiting = new Set(desk.value().people.filter((one) => !one.device).map((one) => one.id));
  return desk.value().people.filter((one) => !waiting.has(one.id) && !one.district && !one.area).sort(byName(desk.locale()));
}

function shownPerson(desk, person, asking, ask) {
  const set = (fact) => (value) => desk.press("set", { who: person.id, [fact]: value });
  const group = choice(desk.word("roster_head_learning_group"),
    [["", desk.word("roster_no_group")], ...desk.value().known.map((one) => [one, one])], person.learning_group,
    (value) => desk.press("group", { who: person.id, group: value }), "set-group");
  return [
    h("div", { class: "row between" }, h("h2", { tabindex: "-1" }, person.alias),
      h("button", { class: "btn plain square", "aria-label": desk.word("roster_close"), onclick: () => desk.pick(null) }, icon("close"))),
    h("div", { class: "fields" },
      line(desk.word("roster_head_alias"), person.alias, set("alias"), "set-alias", { maxlength: 30 }).node,
      choice(desk.word("roster_head_area"), areaChoices(desk), person.area, set("area"), "set-area").node,
      line(desk.word("roster_head_district"), person.district, set("district"), "set-district").node,
      choice(desk.word("roster_head_role"), roleChoices(desk), person.role, set("role"), "set-role").node, group.node),
    isSeated(person) && tableChoice(desk, person),
    sameAs(desk, person),
    h("div", { class: "row wrap leave" },
      act(desk.word(person.absent ? "roster_is_here" : "roster_is_absent"), () => set("absent")(!person.absent), { name: person.absent ? "check" : "close", key: "absent" }),
      !person.device && act(desk.word("roster_remove"), () => desk.press("remove", { who: person.id }), { kind: "btn plain", key: "remove" }),
      person.device && asking !== person.id && act(desk.word("roster_forget", { alias: person.alias }), () => ask(person.id), { kind: "btn plain danger", key: "forget" })),
    asking === person.id && h("div", { class: "sure", role: "group" }, h("p", { class: "small" }, desk.word("roster_forget_lead")),
      h("div", { class: "row wrap" }, act(desk.word("roster_forget_no"), () => ask(null), { key: "forget" }),
        act(desk.word("roster_forget_yes"), () => desk.press("forget", { who: person.id }), { kind: "btn danger", key: "sure" }))),
  ];
}

function tableChoice(desk, person) {
  const { people, tables } = desk.value();
  const spots = ["", ...tablesShown(people, tables)].map((table) => h("button", {
    class: "spot", "aria-pressed": String(person.table === table), dataset: { key: `spot-${table}` },
    "aria-label": table ? desk.word("roster_group", { n: table }) : desk.word("roster_no_table"),
    onclick: () => desk.press("seat", { who: [person.id], table }) }, table ? tableBadge(table) : icon("close")));
  return h("div", { class: "field", role: "group", "aria-label": desk.word("roster_move_to") },
    h("p", { class: "label" }, desk.word("roster_move_to")), h("div", { class: "spots" }, spots));
}

function sameAs(desk, person) {
  const came = others(desk, person);
  if (!came.length) return null;
  const which = choice(desk.word("roster_is"), [["", desk.word("roster_is_none")], ...came.map((one) => [one.id, one.alias])], "",
    (id) => id && desk.press("is", { who: person.id, came: id }), "is");
  which.node.append(h("p", { class: "hint" }, desk.word("roster_is_hint")));
  return which.node;
}
