// The big screen from the desk: what the room sees now, its light and type, and who is lifted out.
import { h, icon, say } from "../shared/kit.js";
import { keptList, mark } from "../shared/kept.js";
import { blockOf, digits, releasedTables } from "./day.js";
import { debriefPart } from "./debrief.js";
import { choices, iconButton, leave, shape } from "./parts.js";

const SCALES = [100, 150, 175, 200];

// What the room sees now, in two lines.
export function wallLines(desk) {
  const { blocks, state } = desk.value();
  const block = blockOf(blocks, state.block);
  if (state.dark) return ["", desk.word("desk_wall_is_dark")];
  if (!state.block) return [desk.dayTitle(), desk.word("desk_wall_welcome")];
  const title = desk.title(block ? block.title : state.block_title);
  if (state.paused) return [title, desk.word("desk_wall_paused")];
  if (!state.page) return [title, desk.title(state.prompt) || desk.clockLeft()];
  if (state.stage === "talk") return [title, desk.word("desk_wall_talk")];
  if (state.stage !== "plenary") return [title, desk.clockLeft() || desk.word("desk_wall_task")];
  if (state.spotlight && state.beside) return [title, desk.word("desk_wall_beside", { n: state.spotlight, m: state.beside })];
  return [title, state.spotlight ? desk.word("desk_wall_group", { n: state.spotlight }) : desk.word("desk_wall_plenary")];
}

// The time on the wall, as the wall says it.
export function leftSaid(desk) {
  const left = desk.left();
  if (left === null) return "";
  return left ? digits(left) : desk.word("desk_time_up");
}

// One row of group badges to choose from: lifted out, or shown beside the one lifted out.
function spots(desk, { words, lit, press, open }) {
  const label = h("p", { class: "label" });
  const list = h("div", { class: "spots", role: "group" });
  const fillSpots = keptList(list, (table) => {
    const button = h("button", { type: "button", class: "spot" }, shape(table));
    button.addEventListener("click", () => press(lit() === table ? null : table));
    return { node: button, draw: () => {
      mark(button, "aria-label", desk.word(words.one, { n: table }));
      mark(button, "aria-pressed", String(lit() === table));
      button.disabled = !open();
    } };
  });
  const draw = (tables) => {
    say(label, desk.word(words.all));
    mark(list, "aria-label", desk.word(words.all));
    fillSpots(tables, (table) => table);
  };
  return { label, list, draw };
}

function spotlight(desk) {
  const room = () => desk.value().state;
  const plenary = () => Boolean(room().block) && room().stage === "plenary";
  const views = choices(["arrows", "lines"], (view) => desk.press("view", { view }), (view) => desk.word(`desk_view_${view}`));
  const first = spots(desk, {
    words: { all: "desk_spotlight", one: "desk_spotlight_group" }, open: plenary,
    lit: () => room().spotlight, press: (table) => desk.press("spotlight", { table }),
  });
  const second = spots(desk, {
    words: { all: "desk_beside", one: "desk_beside_group" }, open: plenary,
    lit: () => room().beside, press: (beside) => desk.press("spotlight", { table: room().spotlight, beside }),
  });
  const all = iconButton("eye", () => desk.press("spotlight", { table: null }), "btn plain low");
  const hint = h("p", { class: "small quiet" });
  const beside = h("div", { class: "beside" }, second.label, second.list);
  const node = h("div", { class: "spotlight" }, views.node, h("div", { class: "row between" }, first.label, all.node), first.list, hint, beside);
  const draw = () => {
    const tables = releasedTables(desk.value().counts.groups);
    views.draw(desk.word("desk_view"), room().spotlight ? null : room().view || "arrows");
    views.node.hidden = room().stage !== "plenary";
    first.draw(tables);
    second.draw(tables.filter((table) => table !== room().spotlight));
    all.draw(desk.word("desk_spotlight_all"));
    leave(all.node, !room().spotlight, first.list.firstChild);
    say(hint, desk.word(tables.length ? "desk_spotlight_later" : "desk_spotlight_none"));
    hint.hidden = tables.length > 0 && plenary();
    beside.hidden = !plenary() || !room().spotlight || tables.length < 2;
    node.hidden = !plenary() && !tables.length;
  };
  return { node, draw };
}

function light(desk) {
  const themes = choices(["light", "dark"], (theme) => desk.press("theme", { theme }), (theme) => desk.word(`desk_theme_${theme}`));
  const scales = choices(SCALES, (scale) => desk.press("scale", { scale }), (n) => desk.word("desk_percent", { n }));
  const label = h("p", { class: "label" });
  const title = h("span", {});
  const node = h("details", { class: "quiet-more light" }, h("summary", {}, icon("chevron"), title), h("div", {}, themes.node, label, scales.node));
  const draw = () => {
    const { state } = desk.value();
    say(title, desk.word("desk_light"));
    themes.draw(desk.word("desk_theme"), state.theme || "light");
    say(label, desk.word("desk_scale"));
    scales.draw(desk.word("desk_scale"), state.scale || 100);
  };
  return { node, draw };
}

export function wallPanel(desk) {
  const title = h("h2", {});
  const sees = h("span", { class: "small quiet" });
  const first = h("p", { class: "ph" });
  const second = h("p", { class: "pc num" });
  const preview = h("div", { class: "preview", role: "img" }, first, second);
  const link = h("a", { class: "btn", target: "_blank", rel: "noopener" });
  const dark = iconButton("dark-screen", () => desk.press(desk.value().state.dark ? "light" : "dark"));
  const [looks, lifted] = [light(desk), spotlight(desk)];
  const debrief = debriefPart({ state: () => desk.value().state, word: desk.word, press: desk.press });
  const node = h("section", { class: "panel" }, h("div", { class: "row between" }, title, sees),
    h("div", { class: "screen" }, preview, h("div", { class: "screen-acts" }, dark.node, link)), debrief.node, looks.node, lifted.node);
  const tick = () => {
    const [top, below] = wallLines(desk);
    say(first, top);
    say(second, below);
    second.classList.toggle("digits", /^\d/.test(below));
  };
  const draw = () => {
    const { state, wall } = desk.value();
    say(title, desk.word("desk_wall"));
    say(sees, desk.word("desk_wall_sees"));
    tick();
    mark(preview, "aria-label", desk.word("desk_wall_shows", { what: wallLines(desk).filter(Boolean).join(", ") }));
    mark(preview, "data-theme", state.dark || state.theme === "dark" ? "dark" : "light");
    dark.draw(desk.word(state.dark ? "desk_wall_light" : "desk_wall_dark"));
    say(link, desk.word("desk_wall_open"));
    mark(link, "href", wall || null);
    link.hidden = !wall;
    for (const one of [debrief, looks, lifted]) one.draw();
  };
  return { node, draw, tick };
}
