// Beside the middle: the groups, the big screen, the way in, and what one takes home.
import { h, icon, s, say } from "../shared/kit.js";
import { blockOf, codeInHalves, digits, fileSize, groupRows, releasedTables, timeOfDay, writtenMarks } from "./day.js";
import { drawQr, iconButton, keptList, leave, mark, shape } from "./parts.js";

function moodOf(desk, group) {
  if (group.mood === "help") return h("span", { class: "chip todo" }, icon("help"), desk.word("desk_help"));
  if (group.mood === "ready") return h("span", { class: "calm ready" }, icon("check"), desk.word("desk_ready"));
  return h("span", { class: "small quiet" }, desk.word(group.mood === "away" ? "desk_away" : "desk_busy"));
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

export function groupsPanel(desk) {
  const title = h("h2", {});
  const heads = [h("span", {}), h("span", {}), h("span", {})];
  const head = h("div", { class: "ghead tiny hush", "aria-hidden": "true" }, heads);
  const list = h("ul", { class: "groups" });
  const nothing = h("p", { class: "empty small" });
  const door = doorPart(desk);
  const node = h("section", { class: "panel" }, door.node, title, head, list, nothing);
  const fillGroups = keptList(list, (table) => {
    const name = h("span", {});
    const here = h("span", { class: "num here" });
    const marks = h("span", { class: "mini", "aria-hidden": "true" });
    const written = h("span", { class: "sr" });
    const shared = h("span", { class: "gave" }, icon("plenary"), h("span", { class: "sr" }));
    const state = h("span", { class: "st" });
    const row = h("li", {}, h("span", { class: "badge" }, shape(table), name), here,
      h("span", { class: "wrote" }, marks, written, shared), state);
    let drawn = "";
    const draw = (group) => {
      const now = JSON.stringify([group, desk.locale()]);
      if (now === drawn) return;
      drawn = now;
      const ticks = writtenMarks(group);
      say(name, desk.word("desk_group", { n: table }));
      say(here, String(group.here));
      marks.replaceChildren(...ticks.map((on) => h("i", { class: on ? "on" : "" })));
      say(written, desk.word("desk_written_of", { n: group.written, m: group.here }));
      written.className = ticks.length ? "sr" : "num";
      shared.hidden = !group.released;
      mark(shared, "title", desk.word("desk_group_released"));
      say(shared.lastChild, desk.word("desk_group_released"));
      state.replaceChildren(moodOf(desk, group));
    };
    return { node: row, draw };
  });
  const draw = () => {
    const { counts, state: room } = desk.value();
    const groups = groupRows(counts.groups, room.stage);
    door.draw();
    say(title, desk.word("desk_groups"));
    say(heads[1], desk.word("desk_col_here"));
    say(heads[2], desk.word("desk_col_written"));
    fillGroups(groups, (group) => group.table);
    head.hidden = !groups.length;
    list.classList.toggle("many", groups.length > 6);
    say(nothing, desk.word("desk_groups_empty"));
    nothing.hidden = groups.length > 0;
  };
  return { node, draw };
}

// What the room sees now, in two lines.
export function wallLines(desk) {
  const { blocks, state } = desk.value();
  const block = blockOf(blocks, state.block);
  if (state.dark) return ["", desk.word("desk_wall_is_dark")];
  if (!state.block || !state.page) return [desk.dayTitle(), desk.word("desk_wall_welcome")];
  const title = desk.title(block ? block.title : state.block_title);
  if (state.stage === "talk") return [title, desk.word("desk_wall_talk")];
  if (state.stage !== "plenary") {
    const left = desk.left();
    return [title, left === null ? desk.word("desk_wall_task") : left ? digits(left) : desk.word("desk_time_up")];
  }
  return [title, state.spotlight ? desk.word("desk_wall_group", { n: state.spotlight }) : desk.word("desk_wall_plenary")];
}

// What the wall shows in plenary: all arrows, or the groups' lines.
function viewPart(desk) {
  const views = ["arrows", "lines"].map((view) => ({ view, node: h("button", { type: "button", onclick: () => desk.press("view", { view }) }) }));
  const node = h("div", { class: "seg", role: "group" }, views.map((one) => one.node));
  const draw = () => {
    const { state } = desk.value();
    node.hidden = state.stage !== "plenary";
    mark(node, "aria-label", desk.word("desk_view"));
    for (const one of views) {
      say(one.node, desk.word(`desk_view_${one.view}`));
      mark(one.node, "aria-pressed", String(!state.spotlight && (state.view || "arrows") === one.view));
    }
  };
  return { node, draw };
}

function spotlight(desk) {
  const label = h("p", { class: "label", id: "cockpit-spotlight" });
  const list = h("div", { class: "spots", role: "group", "aria-labelledby": "cockpit-spotlight" });
  const all = iconButton("eye", () => desk.press("spotlight", { table: null }), "btn plain low");
  const hint = h("p", { class: "small quiet" });
  const view = viewPart(desk);
  const node = h("div", { class: "spotlight" }, view.node, h("div", { class: "row between" }, label, all.node), list, hint);
  const fillSpots = keptList(list, (table) => {
    const button = h("button", { type: "button", class: "spot" }, shape(table));
    const lit = () => desk.value().state.spotlight === table;
    button.addEventListener("click", () => desk.press("spotlight", { table: lit() ? null : table }));
    const draw = () => {
      mark(button, "aria-label", desk.word("desk_spotlight_group", { n: table }));
      mark(button, "aria-pressed", String(lit()));
      button.disabled = desk.value().state.stage !== "plenary";
    };
    return { node: button, draw };
  });
  const draw = () => {
    const { state, counts } = desk.value();
    const tables = releasedTables(counts.groups);
    const plenary = Boolean(state.block) && state.stage === "plenary";
    view.draw();
    say(label, desk.word("desk_spotlight"));
    fillSpots(tables, (table) => table);
    all.draw(desk.word("desk_spotlight_all"));
    leave(all.node, !state.spotlight, list.firstChild);
    say(hint, desk.word(tables.length ? "desk_spotlight_later" : "desk_spotlight_none"));
    hint.hidden = tables.length > 0 && plenary;
    node.hidden = !plenary && !tables.length;
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
  const themes = ["light", "dark"].map((theme) => {
    const node = h("button", { type: "button", onclick: () => desk.press("theme", { theme }) });
    return { theme, node };
  });
  const seg = h("div", { class: "seg", role: "group" }, themes.map((one) => one.node));
  const spots = spotlight(desk);
  const node = h("section", { class: "panel" }, h("div", { class: "row between" }, title, sees),
    h("div", { class: "screen" }, preview, h("div", { class: "screen-acts" }, dark.node, link)), seg, spots.node);
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
    mark(seg, "aria-label", desk.word("desk_theme"));
    themes.forEach((one) => {
      say(one.node, desk.word(`desk_theme_${one.theme}`));
      mark(one.node, "aria-pressed", String((state.theme || "light") === one.theme));
    });
    spots.draw();
  };
  return { node, draw, tick };
}

export function joinPanel(desk) {
  const title = h("h2", {});
  const labels = [h("dt", {}), h("dt", {})];
  const address = h("dd", { class: "address" });
  const code = h("dd", { class: "code" });
  const qr = s("svg", { "aria-hidden": "true" });
  const image = h("div", { class: "qr", role: "img", dataset: { theme: "light" } }, qr);
  const bar = h("div", { class: "way-in" }, image,
    h("dl", {}, h("div", {}, labels[0], address), h("div", {}, labels[1], code)));
  const nothing = h("p", { class: "empty small" });
  const node = h("section", { class: "panel" }, title, bar, nothing);
  const draw = () => {
    const { state, qr: drawing } = desk.value();
    const join = state.join || {};
    say(title, desk.word("desk_join"));
    say(labels[0], desk.word("desk_address"));
    say(labels[1], desk.word("desk_code"));
    say(address, join.address);
    say(code, codeInHalves(join.code || ""));
    mark(image, "aria-label", desk.word("desk_qr", { address: join.address || "" }));
    if (drawing) drawQr(qr, drawing);
    image.hidden = !drawing;
    bar.hidden = !join.address;
    say(nothing, desk.word("desk_join_none"));
    nothing.hidden = Boolean(join.address);
  };
  return { node, draw };
}

export function outPanel(desk) {
  const title = h("h2", {});
  const out = iconButton("download", desk.takeHome);
  const progress = h("div", { class: "bar", role: "progressbar", "aria-valuemin": "0" }, h("i", {}));
  const status = h("p", { class: "small quiet", role: "status" });
  const list = h("ul", { class: "files" });
  const copied = h("span", {});
  const copyAt = h("p", { class: "calm" }, copied, icon("check"));
  const copy = iconButton("plus", () => desk.press("backup"), "btn plain low");
  const node = h("section", { class: "panel out" }, title, out.node, progress, status, list,
    h("div", { class: "row between copy" }, copyAt, copy.node));
  const time = (at) => timeOfDay(at, desk.word("desk_clock_mark"));
  const fillFiles = keptList(list, () => {
    const name = h("a", { download: "" });
    const about = h("span", { class: "tiny hush num" });
    const draw = (file) => {
      say(name, file.name);
      mark(name, "href", file.url);
      say(about, `${fileSize(file.bytes, desk.word("desk_decimal"))} · ${desk.word("desk_at", { time: time(file.at) })}`);
    };
    return { node: h("li", {}, name, about), draw };
  });
  const working = (busy) => {
    if (!busy) return "";
    if (busy.what === "backup") return desk.word("desk_backing_up");
    return busy.of ? desk.word("desk_exporting", busy) : desk.word("desk_exporting_some");
  };
  const draw = () => {
    const { busy, exports: files, backup } = desk.value();
    say(title, desk.word("desk_out"));
    out.draw(desk.word("exp_now"));
    mark(out.node, "aria-disabled", busy ? "true" : null);
    progress.hidden = !(busy && busy.of);
    mark(progress, "aria-label", desk.word("exp_now"));
    mark(progress, "aria-valuemax", busy && busy.of ? busy.of : null);
    mark(progress, "aria-valuenow", busy && busy.of ? busy.done : null);
    progress.firstChild.style.width = busy && busy.of ? `${Math.round((100 * busy.done) / busy.of)}%` : "0";
    say(status, busy ? working(busy) : files.length ? "" : desk.word("desk_files_none"));
    mark(list, "aria-label", desk.word("desk_files"));
    fillFiles(files.slice(0, 6), (file) => file.name);
    say(copied, backup ? desk.word("desk_backup_at", { time: time(backup.at) }) : desk.word("desk_backup_none"));
    copyAt.classList.toggle("ready", Boolean(backup));
    copy.draw(desk.word("desk_backup"));
  };
  return { node, draw };
}
