// The talk about what the big screen shows: half a minute of silence, then one question at a time.
import { h, say } from "../shared/kit.js";
import { iconButton } from "./parts.js";

export const QUESTIONS = ["silence", "notice", "surprise", "meaning", "line"];

/** Gives the step after this one; after the last there is none. */
export const stepAfter = (step) => QUESTIONS[QUESTIONS.indexOf(step) + 1] || "";

/** Gives the row under the plenary; `its` has state(), word(key, facts) and press(button, given). */
export function debriefPart(its) {
  const [label, now] = [h("p", { class: "label" }), h("p", { class: "small quiet", role: "status" })];
  const on = iconButton("right", () => its.press("debrief", { step: stepAfter(its.state().debrief) }), "btn low", "after");
  const off = iconButton("close", () => its.press("debrief", { step: "" }), "btn plain low");
  const node = h("div", { class: "debrief" }, label, now, h("div", { class: "row wrap" }, on.node, off.node));
  const draw = () => {
    const { block, stage, debrief } = its.state();
    node.hidden = !block || stage !== "plenary";
    say(label, its.word("desk_debrief"));
    say(now, debrief ? its.word("desk_debrief_now", { what: its.word(`db_${debrief}`) }) : its.word("desk_debrief_hint"));
    const next = stepAfter(debrief);
    on.draw(next ? its.word("desk_debrief_next", { what: its.word(`db_${next}`) }) : "");
    on.node.hidden = !next;
    off.draw(its.word("desk_debrief_off"));
    off.node.hidden = !debrief;
  };
  return { node, draw };
}
