// Who has the group's controls, for everybody to see: take them, pass them on by a scan, call them back.

import { fill, h, icon, say } from "../../widgets/shared/kit.js";

/** Gives the bar over a group's instrument; `ask` sends to the room, `words(id)` gives its words. */
export function controlBar({ id, words, ask }) {
  const who = h("b", {});
  const how = h("span", { class: "small quiet" });
  const button = (name, act, kind = "") => h("button", { class: `btn ${kind}`, type: "button", onclick: () => go(act), dataset: { word: name } });
  const take = button("ui_take_control", "take", "main");
  const pass = button("room_control_pass", "offer");
  const back = button("room_control_back", "back");
  const code = h("img", { class: "code", alt: "", width: 220, height: 220, onload: () => panel.scrollIntoView({ block: "nearest" }) });
  const scan = h("p", { class: "small" });
  const hide = h("button", { class: "btn plain", type: "button", onclick: () => show({ ...seen, showing: "" }) , dataset: { word: "room_control_hide" } });
  const panel = h("div", { class: "scan", hidden: true }, code, scan, hide);
  const node = h("section", { class: "control" }, h("p", { class: "row", role: "status" }, icon("group"), h("span", {}, who, " ", how)), h("div", { class: "row wrap" }, take, pass, back), panel);
  let seen = {};

  function go(act) {
    ask({ is: "control", act, exercise: id });
    if (act === "offer") seen = { ...seen, showing: String(Date.now()) }; // this phone shows it, no other
  }

  /** Says in one line where they are, and what that means. */
  function line(w, { by, holds, lent, away }) {
    if (lent) return [w.room_control_lent, fill(w.room_control_lent_hint, { by: lent })];
    if (holds) return [w.room_control_mine, w.room_control_mine_hint];
    if (by) return [fill(w.room_control_by, { by }), away ? w.room_control_away : w.room_control_by_hint];
    return [w.room_control_group, w.room_control_group_hint];
  }

  function show(now) {
    seen = { ...seen, ...now };
    const { control, open, up, table } = seen;
    node.hidden = !control || !open || !table;
    if (node.hidden) return;
    const w = words(id);
    const [name, hint] = line(w, control);
    say(who, name);
    say(how, hint);
    node.setAttribute("aria-label", w.room_control);
    node.classList.toggle("mine", control.holds);
    node.classList.toggle("gone", control.away);
    take.hidden = Boolean(control.by || control.lent);
    pass.hidden = Boolean(control.lent) || (Boolean(control.by) && !control.holds);
    back.hidden = !control.by && !control.lent;
    say(back, control.holds ? w.room_control_give : w.room_control_back);
    for (const one of [take, pass, back]) one.disabled = !up;
    // The code is on the phone that was asked for it, until it has been scanned.
    if (seen.showing && control.last.act !== "offer" && seen.offered) seen = { ...seen, showing: "", offered: false };
    else if (seen.showing && control.code) seen = { ...seen, offered: true };
    panel.hidden = !(seen.showing && control.code);
    if (!panel.hidden) {
      const source = `/control/${id}.svg?${seen.showing}`;
      if (code.getAttribute("src") !== source) code.src = source;
      code.alt = w.room_control_code;
      say(scan, w.room_control_scan);
    }
    for (const one of [take, pass, hide]) say(one, w[one.dataset.word]);
  }
  return { node, show };
}
