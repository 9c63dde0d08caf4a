// What a phone says of a block without a notebook: its question, one's place in the round, when to be back. Pure.

import { fill } from "../../widgets/shared/kit.js";
import { inWords } from "./clock.js";

const BACK = { walk: "room_form_back_walk", break: "room_form_back_break" };
const SAYS = {
  round: ["round", "room_form_round"],
  write: ["pause_write", "room_form_write"],
  dark: ["", "room_form_dark"],
  line: ["", "room_form_line"],
  walk: ["walk_talk", "room_form_walk"],
  break: ["", ""],
  groups: ["", "room_form_groups"],
};

/** Gives {brow, title, lead, order, back, next, timed} for the room's state; `here` are the table's names. */
export function formOf(state, { me, here, words, language }) {
  const told = (both) => (both && (both[language] || both.da)) || "";
  if (!state.block || state.block === "welcome") return { brow: "", title: words.room_wait_title, lead: words.room_wait_lead, order: [], back: "", next: "", timed: false };
  const kind = state.kind === "round" && state.stage === "individual" ? "write" : state.kind;
  const [brow, lead] = SAYS[kind] || ["", "room_form_together"];
  const [title, prompt] = [told(state.block_title), told(state.prompt)];
  const time = inWords(state.call_back, language);
  const back = time && BACK[kind] ? fill(words[BACK[kind]], { time }) : "";
  const next = (state.agenda || []).find((one) => one.state === "next");
  return {
    brow: words[brow] || (prompt ? title : ""),
    title: prompt || title,
    lead: words[lead] || "",
    order: kind === "round" ? order(me, here) : [],
    back,
    next: kind === "break" && next ? fill(words.room_form_next, { block: told(next.title) }) : "",
    timed: !back && kind !== "dark",
  };
}

/** Gives the names of a table in the order they speak, with one's own place. */
const order = (me, here) => (here.length > 1 ? here.map((name) => ({ name, mine: name === me.alias })) : []);

/** Gives the whole minutes each of a round has, 0 when nobody can say. */
export const each = (state, many) => (state.timer && many > 1 ? Math.floor(state.timer.minutes / many) : 0);
