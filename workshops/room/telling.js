// What a phone may tell the trainer at any time: how the pace is, as a count without name, and a hand up.

import { h, icon, say } from "../../widgets/shared/kit.js";

const PACES = ["pace_ok", "pace_faster", "pace_slower", "pace_lost"];

/**
 * Gives the button for the foot and the panel it opens. `tell(message)` says it to the room,
 * `hand(on)` raises or lowers the table's hand.
 */
export function telling({ tell, hand }) {
  const id = "telling";
  const button = h("button", { class: "btn square hand", type: "button", "aria-controls": id, "aria-expanded": "false", onclick: () => open(panel.hidden) }, icon("help"));
  const asked = h("p", { class: "label", id: `${id}-pace` });
  const paces = PACES.map((one) => h("button", { class: "btn", type: "button", "aria-pressed": "false", dataset: { pace: one }, onclick: () => choose(one) }));
  const promise = h("p", { class: "small quiet" });
  const help = h("button", { class: "btn", type: "button", onclick: () => hand(!raised) });
  const helped = h("p", { class: "small quiet", role: "status" });
  const panel = h("div", { class: "telling", id, hidden: true }, asked, h("div", { class: "paces", role: "group", "aria-labelledby": asked.id }, paces), promise, help, helped);
  let chosen = null;
  let block = null;
  let up = false;
  let raised = false;

  function open(on) {
    panel.hidden = !on;
    button.setAttribute("aria-expanded", String(on));
    if (on) paces[0].focus({ preventScroll: true });
  }
  function choose(one) {
    chosen = chosen === one ? null : one;
    tell({ is: "pace", value: chosen });
    draw();
  }
  function draw() {
    for (const one of paces) one.setAttribute("aria-pressed", String(one.dataset.pace === chosen));
    button.classList.toggle("told", Boolean(chosen) || raised);
  }
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open(false);
    button.focus();
  });

  /** Shows it for the room's state; what was said of the pace goes with the block. */
  function show({ words: w, now, table, isUp, asksHelp }) {
    if (now && now.block !== block) [block, chosen] = [now.block, null];
    if (isUp && !up && chosen) tell({ is: "pace", value: chosen }); // the room forgot when the line went
    [up, raised] = [isUp, Boolean(table) && asksHelp];
    const talking = Boolean(now && now.block && now.kind !== "break");
    button.hidden = !talking;
    if (!talking && !panel.hidden) open(false);
    button.setAttribute("aria-label", w.room_tell);
    button.title = w.room_tell;
    say(asked, w.room_tell_pace);
    say(promise, w.room_tell_counted);
    for (const one of paces) {
      say(one, w[one.dataset.pace]);
      one.disabled = !isUp;
    }
    help.hidden = !table;
    helped.hidden = !raised;
    say(helped, raised ? w.room_help_on : "");
    help.replaceChildren(icon("help"), h("span", {}, raised ? w.room_help_off : w.room_help));
    help.setAttribute("aria-pressed", String(raised));
    draw();
  }
  return { button, panel, show };
}
