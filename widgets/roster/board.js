// A board of groups: people are moved by drag, by tap and tap, or by arrow keys.
import { draggable, h, icon, say } from "../shared/kit.js";
import { asProposed, columnBeside, columnsOf, formOf, isSeated, tablesShown } from "./lists.js";
import { act, drawn, line, tableBadge } from "./pieces.js";

export function boardView(desk, its) {
  const node = h("div", { class: "groups" });
  const [head, board, told] = [h("div", { class: "head" }), h("div", { class: "board" }), h("p", { class: "sr", role: "status" })];
  const help = h("p", { class: "small quiet" });
  node.append(head, board, help, told);
  let held = null; // being dragged: nothing is drawn anew meanwhile
  let chosen = null; // tapped, and waiting for where to go

  const fixed = () => Boolean(its.fixed(desk));
  const columns = () => its.columns(desk);
  const where = (id) => columns().find((column) => column.people.some((person) => person.id === id));
  const nameOf = (id) => (desk.value().people.find((one) => one.id === id) || { alias: "" }).alias;
  const moveTo = (id, key) => {
    chosen = null;
    const from = where(id);
    if (!from || from.key === key || fixed()) return draw();
    say(told, desk.word("roster_moved", { alias: nameOf(id), to: its.title(desk, key) }));
    its.move(desk, id, key);
    return draw();
  };
  const choose = (id) => {
    chosen = chosen === id ? null : id;
    if (chosen) say(told, desk.word("roster_picked", { alias: nameOf(id) }));
    draw();
  };
  const over = (x, y) => {
    const under = document.elementFromPoint(x, y);
    return under && board.contains(under) ? under.closest("[data-column]") : null;
  };
  const light = (column) => {
    for (const one of board.children) one.classList.toggle("target", one === column);
  };

  draggable(board, {
    pick: (target) => (fixed() ? null : target.closest("[data-person]")),
    move(one, x, y) {
      held = one;
      one.classList.add("held");
      one.style.transform = "";
      const { left, top, width, height } = one.getBoundingClientRect();
      one.style.transform = `translate(${x - left - width / 2}px, ${y - top - height / 2}px)`;
      light(over(x, y));
    },
    drop(one, kept) {
      const box = one.getBoundingClientRect();
      const column = over(box.left + box.width / 2, box.top + box.height / 2);
      one.classList.remove("held");
      one.style.transform = "";
      held = null;
      light(null);
      if (kept && column) moveTo(one.dataset.person, column.dataset.column);
      else draw();
    },
    tap(event) {
      const [one, column] = [event.target.closest("[data-person]"), event.target.closest("[data-column]")];
      if (event.target.closest(".open")) return;
      if (chosen && column && (!one || one.dataset.person !== chosen) && !fixed()) moveTo(chosen, column.dataset.column);
      else if (one && !fixed()) choose(one.dataset.person);
    },
  });
  board.addEventListener("keydown", (event) => {
    const one = event.target.closest("[data-person]");
    if (!one || fixed()) return;
    if (event.key === "Escape" && chosen) choose(chosen);
    const to = columnBeside(columns(), where(one.dataset.person).key, event.key);
    if (to === null) return;
    event.preventDefault();
    moveTo(one.dataset.person, to);
  });

  function draw() {
    if (held) return;
    if (chosen && !where(chosen)) chosen = null;
    const shown = columns();
    const empty = !desk.value().people.length;
    drawn(head, [desk.locale(), its.headFacts(desk)], () => its.head(desk));
    drawn(board, [desk.locale(), shown, chosen, fixed(), desk.value().people.some((one) => one.device)], () => (empty
      ? [h("p", { class: "empty" }, desk.word("roster_tables_empty"))]
      : shown.map((column) => columnNode(desk, its, column, { chosen, fixed: fixed(), nameOf }))));
    say(help, empty || fixed() ? "" : desk.word("roster_board_help"));
  }
  return { node, draw };
}

function columnNode(desk, its, { key, people }, { chosen, fixed, nameOf }) {
  const n = people.length;
  const small = its.small(key, n);
  const how = key ? its.count : "roster_loose";
  const about = small ? desk.word("roster_small_table", { n }) : n ? desk.word(`${how}_${formOf(n)}`, { n }) : desk.word(its.empty);
  const canGo = chosen && !fixed && !people.some((one) => one.id === chosen);
  return h("section", { class: `column${key ? "" : " loose"}`, dataset: { column: key }, "aria-label": its.title(desk, key) },
    h("h2", { class: "badge" }, its.badge(key), h("span", {}, its.title(desk, key))),
    h("p", { class: `small num ${small ? "warn" : "quiet"}` }, small ? icon("alert") : "", h("span", {}, about)),
    h("ul", {}, people.map((person) => h("li", {}, personNode(desk, person, { chosen, fixed })))),
    canGo && act(desk.word("roster_move_here", { alias: nameOf(chosen) }), () => {}, { name: "right", kind: "btn low here", key: `to-${key}` }));
}

function personNode(desk, person, { chosen, fixed }) {
  const about = [person.area && desk.word(`roster_area_${person.area}`), person.district].filter(Boolean).join(" · ");
  const begun = desk.value().people.some((one) => one.device); // before that, nobody is without
  const more = person.absent ? "roster_absent" : person.device || !begun ? "" : "roster_no_device";
  const said = [h("span", { class: "alias" }, person.alias), h("span", { class: "tiny about" }, [about, more && desk.word(more)].filter(Boolean).join(" · "))];
  if (fixed) return h("div", { class: "one" }, said);
  return h("button", { class: "one", "aria-pressed": String(chosen === person.id), dataset: { person: person.id, key: `one-${person.id}` } }, icon("grip"), h("span", { class: "said" }, said));
}

// ── the two boards ────────────────────────────────────────────────────────
export const tableBoard = {
  fixed: (desk) => desk.value().proposal,
  columns(desk) {
    const { people, tables, proposal } = desk.value();
    const here = (proposal ? asProposed(people, proposal) : people).filter(isSeated);
    const shown = tablesShown(here, tables);
    return columnsOf(here, "table", proposal ? shown.slice(0, -1) : shown, desk.locale());
  },
  title: (desk, key) => (key ? desk.word("roster_group", { n: key }) : desk.word("roster_no_table")),
  badge: (key) => (key ? tableBadge(key) : icon("individual")),
  count: "roster_at_table",
  empty: "roster_table_empty",
  small: (key, n) => key !== "" && n > 0 && n < 3,
  move: (desk, id, key) => desk.press("seat", { who: [id], table: key }),
  headFacts: ({ value }) => [value().day, value().proposal, value().repeats, value().met_days, value().people.filter(isSeated)],
  head: (desk) => tableHead(desk),
};

function tableHead(desk) {
  const { day, proposal, repeats, met_days: days, people } = desk.value();
  const seated = people.filter(isSeated);
  const loose = seated.filter((one) => !one.table).length;
  const again = (n) => days > 0 && h("p", { class: "small quiet num" }, desk.word(`roster_repeats_${formOf(n)}`, { n }));
  if (proposal) {
    return [h("h2", {}, desk.word("roster_proposal")), again(proposal.repeats), h("p", { class: "quiet" }, desk.word("roster_use_hint")),
      h("div", { class: "row wrap" }, act(desk.word("roster_use"), () => desk.press("use"), { kind: "btn main", key: "use" }),
        act(desk.word("roster_draw_again"), () => desk.press("draw"), { name: "repeat", key: "again" }),
        act(desk.word("roster_keep"), () => desk.press("leave"), { kind: "btn plain", key: "keep" }))];
  }
  const days4 = [1, 2, 3, 4].map((n) => h("button", { "aria-pressed": String(n === day), dataset: { key: `day-${n}` }, onclick: () => desk.press("day", { day: n }) }, String(n)));
  return [h("div", { class: "row wrap" }, h("p", { class: "label", id: "roster-day" }, desk.word("roster_for_day")), h("div", { class: "seg", role: "group", "aria-labelledby": "roster-day" }, days4)),
    h("p", { class: "quiet" }, desk.word("roster_draw_lead")), seated.length > loose && again(repeats),
    h("div", { class: "row wrap" }, act(desk.word("roster_draw"), () => desk.press("draw"), { kind: "btn main", name: "group", key: "draw" }),
      loose > 0 && loose < seated.length && act(desk.word(`roster_place_${formOf(loose)}`, { n: loose }), () => desk.press("place"), { key: "place" }))];
}

export const learningBoard = {
  fixed: () => false,
  columns(desk) {
    const { people, known } = desk.value();
    return columnsOf(people.filter((one) => one.role !== "trainer"), "learning_group", [...known, ...desk.made()], desk.locale());
  },
  title: (desk, key) => key || desk.word("roster_no_group"),
  badge: (key) => icon(key ? "group" : "individual"),
  count: "roster_in_group",
  empty: "roster_group_empty",
  small: () => false,
  move: (desk, id, key) => desk.press("group", { who: id, group: key }),
  headFacts: ({ value, made }) => [value().people.length > 0, made(), value().known],
  head: (desk) => learningHead(desk),
};

function learningHead(desk) {
  const name = line(desk.word("roster_new_group"), "", null, "new-group");
  const form = h("form", { class: "fields made" }, name.node, h("div", { class: "field go" }, h("button", { class: "btn", type: "submit" }, icon("plus"), h("span", {}, desk.word("roster_new_group_go")))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (name.input.value.trim()) desk.make(name.input.value.trim());
  });
  return [h("p", { class: "quiet" }, desk.word("roster_learning_lead")),
    h("div", { class: "row wrap ends" }, act(desk.word("roster_by_district"), () => desk.press("by_district"), { kind: "btn main", name: "group", key: "by-district" }), form)];
}
