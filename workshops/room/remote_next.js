// The lower half of the remote: what comes, how the groups are, and the buttons that move the day.

import { h, say } from "../../widgets/shared/kit.js";
import { keptList, mark } from "../../widgets/shared/kept.js";
import { blockAfter, clockIn, groupRows, nextStep, paceRows, readyOf, releasedTables, rows } from "../../widgets/cockpit/day.js";
import { debriefPart } from "../../widgets/cockpit/debrief.js";
import { iconButton, shape } from "../../widgets/cockpit/parts.js";
import { part } from "./remote_now.js";

const TWICE = 700; // ms: a double tap must not skip a stage

// Whoever asks for the trainer stands on top: the phone is for walking over there.
export function handPart(its) {
  const list = h("ul", { class: "hands" });
  const node = h("div", { role: "status" }, list);
  const draw = keptList(list, (table) => {
    const name = h("span");
    const seen = iconButton("check", () => its.press("lower", { table }), "btn low");
    return { node: h("li", {}, h("span", { class: "badge" }, shape(table), name), seen.node), draw: () => {
      say(name, its.word("remote_hand", { n: table }));
      seen.draw(its.word("remote_lower"));
      mark(seen.node, "aria-label", its.word("remote_lower_label", { n: table }));
    } };
  });
  return { node, show: () => {
    const up = groupRows(its.told().counts.groups, its.state().stage).filter((group) => group.help);
    draw(up, (one) => one.table);
    node.hidden = !up.length;
  } };
}

// In plenary a group that has shared can be put on the big screen from where the trainer stands.
function spotPart(its) {
  const label = h("p", { class: "label", id: "remote-spots" });
  const list = h("div", { class: "spots", role: "group", "aria-labelledby": "remote-spots" });
  const all = iconButton("eye", () => its.press("spotlight", { table: null }), "btn plain low");
  const node = part("div", "spotlight", label, list, all.node);
  const lit = (table) => its.state().spotlight === table;
  const draw = keptList(list, (table) => {
    const button = h("button", { type: "button", class: "spot" }, shape(table));
    button.addEventListener("click", () => its.press("spotlight", { table: lit(table) ? null : table }));
    return { node: button, draw: () => {
      mark(button, "aria-label", its.word("desk_spotlight_group", { n: table }));
      mark(button, "aria-pressed", String(lit(table)));
    } };
  });
  return { node, show: () => {
    const tables = its.state().stage === "plenary" ? releasedTables(its.told().counts.groups) : [];
    node.hidden = !tables.length;
    say(label, its.word("desk_spotlight"));
    draw(tables, (one) => one);
    all.draw(its.word("desk_spotlight_all"));
    all.node.hidden = !its.state().spotlight;
  } };
}

export function groupPart(its) {
  const title = h("h2");
  const count = part("span", "small quiet num");
  const list = part("ul", "groups");
  const pace = part("p", "small pace");
  const nothing = part("p", "empty small");
  const spots = spotPart(its);
  const debrief = debriefPart(its);
  const node = part("section", "panel", part("div", "row between", title, count), list, nothing, debrief.node, spots.node, pace);
  const draw = keptList(list, (table) => {
    const name = h("span");
    const how = h("span", { class: "how" });
    const item = h("li", {}, h("span", { class: "badge" }, shape(table), name), how);
    return { node: item, draw: (group) => {
      say(name, its.word("desk_group", { n: table }));
      say(how, its.word(`desk_${group.mood}`));
      how.className = group.mood === "help" ? "how chip todo" : `how small ${group.mood === "ready" ? "ready" : "quiet"}`;
    } };
  });
  return { node, show: () => {
    const groups = groupRows(its.told().counts.groups, its.state().stage);
    const said = paceRows(its.state().pace);
    say(title, its.word("desk_groups"));
    say(count, groups.length ? its.word("desk_ready_of", readyOf(its.told().counts.groups, its.state().stage)) : "");
    draw(groups, (one) => one.table);
    say(nothing, its.word("desk_groups_empty"));
    nothing.hidden = groups.length > 0;
    spots.show();
    debrief.draw();
    say(pace, said.length ? `${its.word("desk_pace")}: ${said.map((one) => `${its.word(one.said)} ${one.n}`).join(" · ")}` : "");
    pace.hidden = !said.length;
  } };
}

export function nextPart(its) {
  const eyebrow = part("p", "eyebrow num");
  const title = h("h2");
  const skip = iconButton("skip", () => its.press("skip"));
  const swap = iconButton("swap", () => its.press("swap"));
  const buttons = part("p", "row wrap", skip.node, swap.node);
  const node = part("section", "coming stack", eyebrow, title, buttons);
  return { node, show: () => {
    const after = blockAfter(its.told().blocks, its.state());
    const second = blockAfter(its.told().blocks, its.state(), 2);
    say(eyebrow, after ? its.word("remote_next", { time: clockIn(after.at, its.mark()), n: after.minutes }) : its.word("desk_next"));
    say(title, after ? its.text(after.title) : its.word("desk_next_last"));
    skip.draw(its.word("ui_skip"));
    swap.draw(its.word("ui_swap"));
    mark(skip.node, "aria-label", after ? its.word("desk_skip_label", { title: its.text(after.title) }) : null);
    mark(swap.node, "aria-label", second ? its.word("desk_swap_label", { one: its.text(after.title), other: its.text(second.title) }) : null);
    skip.node.hidden = !after;
    swap.node.hidden = !second;
  } };
}

export function morePart(its) {
  const title = h("span");
  const repeat = iconButton("repeat", () => its.press("repeat"));
  const split = iconButton("split", () => its.press("split"));
  const open = iconButton("lock", () => its.press(its.state().open ? "close" : "open"));
  const back = iconButton("up", () => its.press("turn", { by: -1 }));
  const on = iconButton("down", () => its.press("turn", { by: 1 }));
  const list = part("ol", "plan");
  const node = h("details", { class: "card more" }, h("summary", {}, title),
    part("p", "row wrap", back.node, on.node, repeat.node, split.node, open.node), list);
  const draw = keptList(list, (id) => {
    const at = part("span", "num at");
    const name = part("span", "n");
    const minutes = part("span", "num small quiet");
    const button = h("button", { type: "button", onclick: () => its.press("go", { block: id }) }, at, name, minutes);
    return { node: h("li", {}, button), draw: (one) => {
      say(at, one.state === "skipped" ? "–" : clockIn(one.at, its.mark()));
      say(name, one.state === "skipped" ? `${its.text(one.title)} (${its.word("desk_skipped")})` : its.text(one.title));
      say(minutes, its.word("desk_min", { n: one.minutes }));
      mark(button, "aria-current", one.state === "now" ? "step" : null);
      button.className = one.state;
    } };
  });
  return { node, show: () => {
    const running = Boolean(its.state().block);
    say(title, its.word("remote_more"));
    back.draw(its.word("desk_turn_back"));
    on.draw(its.word("desk_turn_on"));
    repeat.draw(its.word("ui_repeat"));
    split.draw(its.word("ui_split"));
    open.draw(its.word(its.state().open ? "ui_close_exercise" : "ui_open_exercise"));
    for (const one of [back, on]) one.node.hidden = !running || its.state().stage !== "talk" || !its.state().page;
    for (const one of [repeat, split]) one.node.hidden = !running;
    open.node.hidden = !its.state().exercise;
    draw(rows(its.told().blocks, its.state()), (one) => one.id);
  } };
}

export function foot(its) {
  let last = 0;
  const step = () => nextStep(its.told().blocks, its.state());
  const forward = () => {
    const tapped = Date.now();
    if (tapped - last < TWICE || !step()) return;
    last = tapped;
    const { button, ...given } = step();
    its.press(button, given);
  };
  const said = h("p", { class: "said small", role: "status" });
  const main = iconButton("right", forward, "btn main wide", "after");
  const more = iconButton("more-time", () => its.press("more", { minutes: 5 }));
  const pause = iconButton("pause", () => its.press(its.state().paused ? "resume" : "pause"));
  const dark = iconButton("dark-screen", () => its.press(its.state().dark ? "light" : "dark"));
  const node = h("div", { class: "remote-acts", role: "group", "aria-label": its.word("desk_acts") }, said, main.node, more.node, pause.node, dark.node);
  const named = (next) => {
    if (!next) return its.word("remote_done");
    if (next.button === "stage") return its.word(`desk_to_${next.stage}`);
    return its.state().block ? its.word("desk_to_block") : its.word("desk_start", { day: its.word("desk_day", { n: its.state().day_number }) });
  };
  return { node, show: () => {
    const next = step();
    say(said, its.note());
    main.draw(named(next), Boolean(next));
    main.node.lastChild.toggleAttribute("hidden", !next);
    more.draw(its.word("desk_more"));
    mark(more.node, "aria-label", its.word("desk_more_label"));
    pause.draw(its.word(its.state().paused ? "desk_resume" : "ui_pause"));
    dark.draw(its.word(its.state().dark ? "desk_wall_light" : "desk_wall_dark"));
    mark(node, "aria-busy", its.busy() ? "true" : null);
    for (const one of [more, pause]) one.node.hidden = !its.state().block;
  } };
}
