// What is shared in plenary, so that the trainer can hold a thing back, before or after it shows.
import { h, icon, say } from "../shared/kit.js";
import { keptList, mark } from "../shared/kept.js";
import { iconButton, shape } from "./parts.js";

function itemRow(desk) {
  return (item) => {
    const who = h("span", { class: "badge" });
    const how = h("span", { class: "small" });
    const text = h("p", { class: "voice" });
    const turn = iconButton("eye", () => desk.press("hold", { item, on: !now.held }), "btn low");
    const node = h("li", {}, h("div", { class: "row between" }, who, how), text, turn.node);
    let now = { held: false };
    let drawn = null;
    const draw = (one) => {
      now = one;
      const name = one.table ? desk.word("desk_group", { n: one.table }) : desk.word("desk_item_unnamed");
      const words = desk.title(one.text);
      if (drawn !== one.table) who.replaceChildren(...(one.table ? [shape(one.table)] : []), h("span", {}));
      drawn = one.table;
      say(who.lastChild, name);
      say(how, desk.word(one.held ? "desk_item_held" : "desk_item_shown"));
      how.className = one.held ? "small held" : "small quiet";
      say(text, words);
      text.hidden = !words;
      turn.draw(desk.word(one.held ? "desk_show" : "desk_hold"));
      const what = words ? `${name}, ${words.slice(0, 60)}` : name;
      mark(turn.node, "aria-label", desk.word(one.held ? "desk_show_label" : "desk_hold_label", { what }));
    };
    return { node, draw };
  };
}

export function heldPanel(desk) {
  const title = h("h2", {});
  const hint = h("p", { class: "small quiet" });
  const first = h("span", {});
  const review = h("button", { class: "switch", type: "button", role: "switch", onclick: () => desk.press("review", { on: !desk.value().state.review }) },
    h("i", { "aria-hidden": "true" }), first);
  const list = h("ul", { class: "items" });
  const unnamed = h("ul", { class: "items" });
  const many = h("span", {});
  const rest = h("details", { class: "quiet-more" }, h("summary", {}, icon("chevron"), many), unnamed);
  const nothing = h("p", { class: "empty small" });
  const node = h("section", { class: "panel held-back" }, title, review, hint, list, rest, nothing);
  const fillItems = keptList(list, itemRow(desk));
  const fillUnnamed = keptList(unnamed, itemRow(desk));
  const draw = () => {
    const { state, items } = desk.value();
    say(title, desk.word("desk_items"));
    say(first, desk.word("desk_review"));
    mark(review, "aria-checked", String(Boolean(state.review)));
    say(hint, desk.word(state.review ? "desk_review_hint" : "desk_items_hint"));
    const nameless = (items || []).filter((one) => !one.table);
    const held = nameless.filter((one) => one.held).length;
    fillItems((items || []).filter((one) => one.table), (one) => one.item);
    fillUnnamed(nameless, (one) => one.item);
    say(many, desk.word(held ? "desk_items_unnamed_held" : "desk_items_unnamed", { n: nameless.length, held }));
    rest.hidden = !nameless.length;
    say(nothing, desk.word("desk_items_none"));
    nothing.hidden = Boolean(items && items.length);
    node.hidden = !state.exercise;
  };
  return { node, draw };
}
