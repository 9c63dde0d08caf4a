// The groups: who is ready, whose hand is up, who asks at the door, and how the pace feels.
import { h, icon, say } from "../shared/kit.js";
import { keptList, mark } from "../shared/kept.js";
import { groupRows, paceRows, readyOf, writtenMarks } from "./day.js";
import { shape } from "./parts.js";

function moodOf(desk, group) {
  if (group.mood === "help") {
    const seen = h("button", { class: "btn low", onclick: () => desk.press("lower", { table: group.table }) }, icon("help"), desk.word("desk_help"));
    mark(seen, "aria-label", desk.word("desk_lower_label", { n: group.table }));
    mark(seen, "title", desk.word("desk_lower_label", { n: group.table }));
    return seen;
  }
  if (group.mood === "ready") return h("span", { class: "calm ready" }, icon("check"), desk.word("desk_ready"));
  return h("span", { class: "small quiet" }, desk.word(group.mood === "away" ? "desk_away" : "desk_busy"));
}

// Who has the group's controls, where an exercise has any; the trainer may call them back for the group.
function controlPart(desk, table) {
  const who = h("span", { class: "small" });
  const back = h("button", { class: "btn low", type: "button", onclick: () => desk.press("control_back", { table }) });
  const node = h("span", { class: "held row wrap" }, who, back);
  const draw = (held) => {
    node.hidden = !held;
    if (!held) return;
    say(who, held.lent ? `${desk.word("desk_control_lent")} · ${held.by}` : desk.word("desk_control", { by: held.by }));
    say(back, desk.word("desk_control_back"));
    mark(back, "aria-label", desk.word("desk_control_back_label", { n: table }));
  };
  return { node, draw };
}

// Somebody whose code card was nearly right: the trainer knows the face and says yes.
function doorPart(desk) {
  const title = h("h2", {});
  const hint = h("p", { class: "small quiet" });
  const list = h("ul", { class: "door" });
  const node = h("div", { class: "asking", role: "status" }, title, hint, list);
  const fillDoor = keptList(list, (asking) => {
    const word = h("span", {});
    const button = h("button", { class: "btn low", type: "button", onclick: () => desk.press("let_in", { asking }) }, word);
    const draw = (one) => say(word, desk.word("desk_let_in", { alias: one.alias }));
    return { node: h("li", {}, button), draw };
  });
  const draw = () => {
    const asking = desk.value().asking || [];
    say(title, desk.word("desk_asking"));
    say(hint, desk.word("desk_asking_hint"));
    fillDoor(asking, (one) => one.asking);
    node.hidden = !asking.length;
  };
  return { node, draw };
}

// How people find the pace: numbers, never who.
function pacePart(desk) {
  const title = h("h3", {});
  const hint = h("span", { class: "small quiet" });
  const list = h("ul", { class: "said" });
  const node = h("div", { class: "pace" }, h("div", { class: "row between" }, title, hint), list);
  const fillSaid = keptList(list, (said) => {
    const name = h("span", {});
    const n = h("strong", { class: "num" });
    return { node: h("li", {}, n, name), draw: (row) => {
      say(n, row.n);
      say(name, desk.word(said));
    } };
  });
  const draw = () => {
    const { state } = desk.value();
    const said = paceRows(state.pace);
    say(title, desk.word("desk_pace"));
    say(hint, desk.word(said.length ? "desk_pace_promise" : "desk_pace_none"));
    fillSaid(said, (row) => row.said);
    node.hidden = !state.block;
  };
  return { node, draw };
}

export function groupsPanel(desk) {
  const title = h("h2", {});
  const ready = h("span", { class: "small quiet num" });
  const pace = pacePart(desk);
  const heads = [h("span", {}), h("span", {}), h("span", {})];
  const head = h("div", { class: "ghead tiny hush", "aria-hidden": "true" }, heads);
  const list = h("ul", { class: "groups" });
  const nothing = h("p", { class: "empty small" });
  const door = doorPart(desk);
  const node = h("section", { class: "panel" }, door.node, h("div", { class: "row between" }, title, ready), head, list, nothing, pace.node);
  const fillGroups = keptList(list, (table) => {
    const name = h("span", {});
    const here = h("span", { class: "num here" });
    const marks = h("span", { class: "mini", "aria-hidden": "true" });
    const written = h("span", { class: "sr" });
    const shared = h("span", { class: "gave" }, icon("plenary"), h("span", { class: "sr" }));
    const state = h("span", { class: "st" });
    const control = controlPart(desk, table);
    const row = h("li", {}, h("span", { class: "badge" }, shape(table), name), here,
      h("span", { class: "wrote" }, marks, written, shared), state, control.node);
    let drawn = "";
    const draw = (group) => {
      const now = JSON.stringify([group, desk.locale()]);
      if (now === drawn) return;
      drawn = now;
      const ticks = group.unseen ? [] : writtenMarks(group);
      say(name, desk.word("desk_group", { n: table }));
      say(here, String(group.here));
      marks.replaceChildren(...ticks.map((on) => h("i", { class: on ? "on" : "" })));
      say(written, desk.word("desk_written_of", { n: group.written, m: group.here }));
      written.className = ticks.length ? "sr" : "num";
      written.hidden = group.unseen;
      shared.hidden = !group.released;
      mark(shared, "title", desk.word("desk_group_released"));
      say(shared.lastChild, desk.word("desk_group_released"));
      state.replaceChildren(moodOf(desk, group));
      control.draw(group.held);
    };
    return { node: row, draw };
  });
  const draw = () => {
    const { counts, state: room, question } = desk.value();
    const unseen = Boolean(question); // nobody counts who has answered an anonymous question
    const groups = groupRows(counts.groups, room.stage).map((one) => ({ ...one, unseen, held: (room.controls || {})[one.table] }));
    door.draw();
    say(title, desk.word("desk_groups"));
    say(ready, groups.length && !unseen ? desk.word("desk_ready_of", readyOf(counts.groups, room.stage)) : "");
    pace.draw();
    say(heads[1], desk.word("desk_col_here"));
    say(heads[2], unseen ? "" : desk.word("desk_col_written"));
    fillGroups(groups, (group) => group.table);
    head.hidden = !groups.length;
    list.classList.toggle("many", groups.length > 6);
    say(nothing, desk.word("desk_groups_empty"));
    nothing.hidden = groups.length > 0;
  };
  return { node, draw };
}
