// The day as a list: times, minutes, and the grip that moves a block by finger, by two taps or by keys.
import { draggable, h, icon, say } from "../shared/kit.js";
import { keptList, mark } from "../shared/kept.js";
import { editorPart } from "./editor.js";
import { dropPlace, keyPlace } from "./order.js";
import { drawing, minutesField } from "./parts.js";

const FORM_ICONS = { I: "individual", par: "group", G: "group", plenum: "plenary" };
const EDGE = 64; // px from the window's edge where dragging scrolls

function withIcon(kind) {
  const text = h("span", {});
  const node = h("span", { class: `fact ${kind}` });
  let shown = null;
  const draw = (name, word) => {
    if (name !== shown) node.replaceChildren(...(name ? [drawing(name), text] : [text]));
    shown = name;
    say(text, word);
  };
  return { node, draw };
}

// What is said of a block beside its name: running, out of the day, ready if there is time, not written, changed.
function standingOf(block, live) {
  const away = block.skipped ? [block.optional ? "optional" : "skipped"] : [];
  return [...(block.id === live ? ["now"] : []), ...away, ...(block.kind === "placeholder" ? ["placeholder"] : []), ...(block.changed ? ["changed"] : [])];
}

function rowOf(desk, list, id) {
  const grip = h("button", { class: "grip", type: "button", dataset: { block: id } }, icon("grip"), h("span", { class: "sr" }));
  const time = h("span", { class: "time num" });
  const name = h("span", { class: "name" });
  const marks = h("span", { class: "marks tiny" });
  const minutes = minutesField(desk, (value) => desk.press("set", { block: id, part: "minutes", value }));
  const [form, tempo, body] = ["form", "tempo", "body"].map(withIcon);
  const tags = h("span", { class: "tags num" });
  const open = h("button", { class: "btn plain square pencil", type: "button", onclick: () => desk.open(id) }, icon("pen"), h("span", { class: "sr" }));
  const title = h("h2", { class: "what" }, name, marks);
  const row = h("div", { class: "row-of" }, time, grip, title, minutes.node, h("span", { class: "facts" }, form.node, tempo.node, body.node, tags), open);
  const node = h("li", { dataset: { block: id } }, row);
  let editor = null;
  const draw = (block, at) => {
    const titled = desk.title(block.title);
    const isOpen = desk.opened() === id;
    say(time, block.skipped ? "–" : desk.clock(block.at));
    say(name, titled);
    say(marks, standingOf(block, desk.value().live).map((one) => desk.word(`planner_is_${one}`)).join(" · "));
    minutes.draw(block.minutes, desk.word("planner_minutes_of", { title: titled }));
    const rest = block.kind === "break";
    form.draw(rest ? "" : FORM_ICONS[block.form], rest ? "" : desk.word(`planner_form_${block.form}`));
    tempo.draw("", rest ? "" : desk.word(`tempo_${block.tempo}`));
    body.draw(rest ? "" : block.body, rest ? "" : desk.word(`body_${block.body}`));
    say(tags, [...block.competences].join(" "));
    say(grip.lastChild, desk.word(list.held() && list.held() !== id ? "planner_put_here" : "planner_move", { title: titled, n: at + 1, m: desk.value().blocks.length }));
    mark(grip, "aria-pressed", list.held() === id ? "true" : "false");
    say(open.lastChild, desk.word("planner_edit", { title: titled }));
    mark(open, "aria-expanded", String(isOpen));
    const warned = desk.value().warnings.some((one) => one.word === "planner_warn_seated" && one.blocks.includes(id));
    const state = { rest, skipped: block.skipped && !block.optional, spare: block.skipped && block.optional, warned, opened: isOpen, held: list.held() === id };
    for (const [kind, on] of Object.entries(state)) node.classList.toggle(kind, Boolean(on));
    if (isOpen && !editor) row.after((editor = editorPart(desk, id)).node);
    if (!isOpen && editor) {
      editor.node.remove();
      editor = null;
    }
    if (editor) editor.draw(block);
  };
  return { node, draw };
}

export function dayList(desk) {
  const heads = ["planner_at", "", "ui_block", "planner_min", "planner_form", "planner_tempo", "planner_body", "planner_tags", ""]
    .map((word) => ({ word, node: h("span", {}) }));
  const head = h("div", { class: "heads tiny hush", "aria-hidden": "true" }, heads.map((one) => one.node));
  const list = h("ol", { class: "day" });
  const nothing = h("p", { class: "empty" });
  const help = h("p", { class: "tiny hush help" });
  const told = h("p", { class: "sr", "aria-live": "polite" });
  const node = h("section", { class: "list" }, head, list, nothing, help, told);
  let held = null; // the block that the first of two taps took up
  let drag = null;
  const its = { held: () => held };
  const grips = () => [...list.querySelectorAll(".grip")];
  const rows = () => [...list.children];

  const moved = (id, to) => {
    const { blocks } = desk.value();
    const from = blocks.findIndex((one) => one.id === id);
    held = null;
    if (to === null || to === from) {
      draw();
      return;
    }
    desk.press("move", { block: id, to });
    say(told, desk.word("planner_moved", { title: desk.titleOf(id), n: to + 1, m: blocks.length }));
  };
  list.addEventListener("keydown", (event) => {
    if (!event.target.classList.contains("grip")) return;
    const id = event.target.dataset.block;
    if (event.key === "Escape") moved(id, null);
    const { blocks } = desk.value();
    const to = keyPlace(event.key, blocks.findIndex((one) => one.id === id), blocks.length);
    if (to === null) return;
    event.preventDefault();
    moved(id, to);
  });
  const clear = () => rows().forEach((row) => {
    row.classList.remove("dragged", "drop-above", "drop-below");
    row.style.transform = "";
  });
  draggable(list, {
    pick: (target) => target.closest(".grip"),
    move(grip, _x, y) {
      const row = grip.closest("li");
      if (!drag) drag = { row, y, scroll: window.scrollY, others: rows().filter((one) => one !== row) };
      if (y < EDGE) window.scrollBy(0, -12);
      if (y > window.innerHeight - EDGE) window.scrollBy(0, 12);
      const middles = drag.others.map((one) => {
        const box = one.firstChild.getBoundingClientRect();
        return box.top + box.height / 2;
      });
      clear();
      drag.to = dropPlace(middles, y);
      row.classList.add("dragged");
      row.style.transform = `translateY(${y - drag.y + window.scrollY - drag.scroll}px)`;
      if (drag.others[drag.to]) drag.others[drag.to].classList.add("drop-above");
      else if (drag.others.length) drag.others[drag.others.length - 1].classList.add("drop-below");
    },
    drop(grip, kept) {
      const to = drag ? drag.to : null;
      drag = null;
      clear();
      moved(grip.dataset.block, kept ? to : null);
    },
    tap(event) {
      const grip = event.target.closest(".grip");
      if (!grip) return;
      const id = grip.dataset.block;
      if (held && held !== id) moved(held, grips().indexOf(grip));
      else {
        held = held ? null : id;
        draw();
        say(told, held ? desk.word("planner_held", { title: desk.titleOf(id) }) : "");
      }
    },
  });
  const fill = keptList(list, (id) => rowOf(desk, its, id));
  const draw = () => {
    if (drag) return; // what is under the finger stays
    const { blocks } = desk.value();
    heads.forEach((one) => say(one.node, one.word ? desk.word(one.word) : ""));
    fill(blocks, (one) => one.id);
    say(nothing, desk.word("planner_empty"));
    nothing.hidden = blocks.length > 0;
    head.hidden = !blocks.length;
    say(help, desk.word("planner_help"));
    help.hidden = blocks.length < 2;
  };
  const goTo = (id) => {
    const grip = grips().find((one) => one.dataset.block === id);
    if (!grip) return;
    const pencil = grip.closest("li").querySelector(".pencil");
    pencil.scrollIntoView({ block: "center" });
    pencil.focus({ preventScroll: true });
  };
  return { node, draw, goTo };
}
