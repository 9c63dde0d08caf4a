// What some blocks need of the desk: the pages of a talk, and the line on the floor counted once.
import { h, say } from "../shared/kit.js";
import { keptList, mark } from "../shared/kept.js";
import { iconButton } from "./parts.js";

const PLACES = ["1", "2", "3", "4", "5"];

// One page back or on, on the wall only: the trainer talks, the phones stay.
export function talkPages(desk) {
  const back = iconButton("up", () => desk.press("turn", { by: -1 }), "btn low");
  const on = iconButton("down", () => desk.press("turn", { by: 1 }), "btn low");
  const node = h("div", { class: "row wrap pages", role: "group" }, back.node, on.node);
  const draw = () => {
    const { state } = desk.value();
    mark(node, "aria-label", desk.word("desk_turn"));
    back.draw(desk.word("desk_turn_back"));
    on.draw(desk.word("desk_turn_on"));
    node.hidden = state.stage !== "talk" || !state.page;
  };
  return { node, draw };
}

// How many stand at each place of the line, entered once by the trainer.
export function lineForm(desk) {
  const title = h("h2", {});
  const hint = h("p", { class: "small quiet" });
  const ends = [h("span", {}), h("span", {})];
  const list = h("ul", { class: "places" });
  const show = iconButton("eye", () => {});
  const node = h("form", { class: "tally", novalidate: "" }, title, hint,
    h("div", { class: "row between small ends" }, ends), list, show.node);
  const inputs = new Map();
  let block = null;
  show.node.type = "submit";
  const fillPlaces = keptList(list, (place) => {
    const input = h("input", { class: "input num", type: "number", inputmode: "numeric", min: "0", max: "99" });
    inputs.set(place, input);
    return { node: h("li", {}, input), draw: () => mark(input, "aria-label", desk.word("desk_tally_place", { n: place })) };
  });
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    desk.press("tally", { counts: PLACES.map((place) => Number(inputs.get(place).value || 0)) });
  });
  const draw = () => {
    const { state } = desk.value();
    node.hidden = state.kind !== "line";
    if (node.hidden) return;
    fillPlaces(PLACES, (place) => place);
    if (block !== state.block) PLACES.forEach((place, at) => { inputs.get(place).value = state.tally ? state.tally[at] : ""; });
    block = state.block;
    const [left, right] = desk.title(state.ends) || [];
    say(title, desk.word("desk_tally"));
    say(hint, desk.word("desk_tally_hint"));
    say(ends[0], left);
    say(ends[1], right);
    show.draw(desk.word("desk_tally_show"));
  };
  return { node, draw };
}
