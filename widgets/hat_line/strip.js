// The strip itself, the key to its marks, and the same in words.
import { draggable, fill, h, icon, say, shown } from "../shared/kit.js";
import { drawLanes, inMinutes, markOf, ticksOf, wornIn } from "../shared/lanes.js";
import { HATS, STEP, firstOf, letterOf, scaleOf, twinOf } from "./geometry.js";

/** Gives a change in one sentence: when, to which hat, and what is known of it. */
export function toldOf(my, shift) {
  const known = [["announced", "key_said", "key_unsaid"], ["permission", "key_asked", ""]];
  const said = known.map(([part, yes, no]) => (shift[part] === null ? "" : my.word(shift[part] ? yes : no)));
  const by = shift.by ? fill(my.word("observer"), { seat: letterOf(shift.by) }) : "";
  return [`${inMinutes(shift.at)} ${my.hat(shift.to)}`, ...said, by].filter(Boolean).join(", ");
}

/** Gives the lanes with their names; with `open` a change can be picked and moved. */
export function stripPart(my, open) {
  const names = HATS.map((hat) => shown(my, "span", `hat_${hat}`));
  const [ground, ticks, unit] = [h("div", { class: "ground" }), h("div", { class: "ticks num", "aria-hidden": "true" }), shown(my, "span", "unit_minutes")];
  const labels = h("div", { class: "names", "aria-hidden": "true" }, names.map((one) => one.node));
  const node = h("div", { class: "strip", role: "group" }, labels, ground, ticks);
  const marks = new Map();
  let carried = null;
  const scale = () => scaleOf(my.value(), my.now(), my.whole());
  const timeAt = (x) => {
    const { left, width } = ground.getBoundingClientRect();
    return (scale() * Math.min(1, Math.max(0, (x - left) / width)));
  };
  const markNode = (id) => {
    if (!marks.has(id)) marks.set(id, open ? h("button", { class: "mark", dataset: { id } }, h("i")) : h("span", { class: "mark", "aria-hidden": "true" }, h("i")));
    return marks.get(id);
  };
  /** Gives the change a finger means where marks lie over each other; a key means the one it stands on. */
  const nearest = (event) => {
    const own = event.target.closest(".mark").dataset.id;
    const far = ([, node]) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return Math.hypot(event.clientX - left - width / 2, event.clientY - top - height / 2);
    };
    const here = [...marks].filter(([, node]) => node.isConnected);
    return event.detail ? here.sort((one, other) => far(one) - far(other))[0][0] : own;
  };
  const keys = (event) => {
    const id = event.target.dataset && event.target.dataset.id;
    const way = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP }[event.key];
    const shift = my.shifts().find((one) => one.id === id);
    if (!way || !shift) return;
    event.preventDefault();
    my.picked = id;
    my.move(id, shift.at + way);
  };
  const drop = (id, at) => {
    my.picked = id;
    carried = null;
    my.move(id, at);
  };
  const tap = (event) => {
    const id = event.target.closest(".mark") && nearest(event);
    if (id) my.pick(my.picked === id ? null : id);
    else if (my.picked && my.shifts().some((one) => one.id === my.picked)) my.move(my.picked, timeAt(event.clientX));
  };
  if (open) {
    draggable(ground, {
      pick: (target) => target.closest(".mark"),
      move: (mark, x) => {
        carried = { id: mark.dataset.id, at: timeAt(x) };
        draw();
      },
      drop: (mark, kept) => (kept && carried ? drop(mark.dataset.id, carried.at) : ((carried = null), draw())),
      tap,
    });
    ground.addEventListener("keydown", keys);
  }
  function draw() {
    for (const one of [...names, unit]) one.draw();
    const had = document.activeElement && ground.contains(document.activeElement) ? document.activeElement : null;
    const [long, first] = [scale(), firstOf(my.value())];
    const shifts = my.shifts().map((one) => (carried && carried.id === one.id ? { ...one, at: carried.at } : one));
    const inTime = [...shifts].sort((one, other) => one.at - other.at);
    const mark = (shift) => {
      const one = markNode(shift.id);
      one.className = `mark ${markOf(shift)}${twinOf(inTime, shift.id, first) ? " twice" : ""}`;
      if (!open) return one;
      one.setAttribute("aria-label", toldOf(my, shift));
      one.setAttribute("aria-pressed", String(my.picked === shift.id));
      return one;
    };
    drawLanes(ground, { hats: HATS, worn: wornIn(first, inTime, long), shifts, scale: long, mark });
    if (had && ground.contains(had)) had.focus({ preventScroll: true });
    node.setAttribute("aria-label", my.word("strip_words"));
    const minutes = ticksOf(long);
    ticks.replaceChildren(...minutes.map((minute, i) => {
      const tick = h("span", {}, i === minutes.length - 1 ? `${minute} ${my.word("unit_minutes")}` : String(minute));
      tick.style.left = `${(100 * 60 * minute) / long}%`;
      return tick;
    }));
  }
  return { node, draw };
}

/** Gives what the marks mean. */
export function keyPart(my) {
  const kinds = { said: "key_said", unsaid: "key_unsaid", open: "key_open", asked: "key_asked" };
  const words = Object.values(kinds).map((key) => shown(my, "span", key));
  const items = Object.keys(kinds).map((kind, i) => h("li", {}, h("span", { class: `mark ${kind === "asked" ? "open asked" : kind}` }, h("i")), words[i].node));
  const node = h("ul", { class: "key small", "aria-hidden": "true" }, items);
  const draw = () => {
    for (const one of words) one.draw();
    node.hidden = !my.shifts().length;
  };
  return { node, draw };
}

/** Gives the line in words, for a screen reader, for print and behind a button; `wide` shows it at once. */
export function twinPart(my, wide = false) {
  const [name, begins, none] = [shown(my, "span", "strip_words"), h("p"), shown(my, "p", "strip_none", { class: "quiet" })];
  const [list, body] = [h("ol", { class: "rows num" }), h("div", { class: "read" })];
  let isOpen = wide;
  const turn = h("button", { class: "btn plain low", onclick: () => ((isOpen = !isOpen), draw()) }, icon("words"), name.node);
  body.append(begins, list, none.node);
  const node = h("div", { class: "twin" }, turn, body);
  function draw() {
    for (const one of [name, none]) one.draw();
    const [shifts, first] = [my.shifts(), firstOf(my.value())];
    turn.hidden = my.readonly();
    turn.setAttribute("aria-expanded", String(isOpen));
    body.classList.toggle("folded", !isOpen);
    body.classList.toggle("sr", my.readonly() && !wide);
    say(begins, fill(my.word("strip_begins"), { hat: my.hat(first) }));
    none.node.hidden = shifts.length > 0;
    list.replaceChildren(...shifts.map((one) => h("li", {}, toldOf(my, one), twinOf(shifts, one.id, first) ? h("span", { class: "quiet" }, ` · ${my.word("strip_twice")}`) : null)));
  }
  return { node, draw };
}
