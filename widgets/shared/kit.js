// What every instrument's front end shares: building without HTML strings, icons, fields, own undo.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  alert: "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 7.5v5.5M12 16.3v.01",
  check: "M5 12.5l4.5 4.5L19 7.5",
  chevron: "M9 5l7 7-7 7",
  clock: "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 7v5l3.5 2",
  close: "M6 6l12 12M18 6L6 18",
  "dark-screen": "M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z",
  down: "M12 5v14M6 13l6 6 6-6",
  download: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
  flag: "M6 21V4M6 5c4-2 7 2 12 0v8c-5 2-8-2-12 0",
  grip: "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
  group: "M6 9a3 3 0 1 0 6 0a3 3 0 1 0-6 0M3 19c.4-3.5 2.8-5 6-5s5.6 1.5 6 5M15.5 6.3a3 3 0 0 1 0 5.4M17.5 14.3c2 .7 3.2 2.2 3.5 4.7",
  help: "M8 12V6.5a1.5 1.5 0 0 1 3 0V11 5a1.5 1.5 0 0 1 3 0v6-4.5a1.5 1.5 0 0 1 3 0V14c0 4-2 6.5-5.5 6.5S7 18.5 5 14.5c-.6-1.3 1-2.2 2-1z",
  individual: "M8.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M5 20c.5-4 3.3-6 7-6s6.5 2 7 6",
  lock: "M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3",
  "more-time": "M4.5 13a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0M12 9.5v7M8.5 13h7M10 2.5h4",
  pause: "M9 5v14M15 5v14",
  pen: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  plenary: "M5.5 4h13A1.5 1.5 0 0 1 20 5.5v6a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 11.5v-6A1.5 1.5 0 0 1 5.5 4zM4.5 20a2.5 2.5 0 0 1 5 0M9.5 20a2.5 2.5 0 0 1 5 0M14.5 20a2.5 2.5 0 0 1 5 0",
  plus: "M12 5v14M5 12h14",
  repeat: "M4 12a8 8 0 1 0 2.5-5.8M4 4v5h5",
  right: "M5 12h14M13 6l6 6-6 6",
  skip: "M5 5l9 7-9 7zM19 5v14",
  split: "M12 4v5M12 9l-6 6v5M12 9l6 6v5",
  swap: "M7 4v15M3.5 15.5L7 19l3.5-3.5M17 20V5M13.5 8.5L17 5l3.5 3.5",
  undo: "M8 5L4 9l4 4M4 9h10.5a5.25 5.25 0 0 1 0 10.5H9",
  up: "M12 19V5M6 11l6-6 6 6",
  words: "M4 5h16v11h-8l-4.5 4v-4H4z",
};

function built(node, props, children) {
  for (const [name, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "dataset") Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child || child === 0));
  return node;
}

// A key pressed on a button inside a notebook is Lab's shortcut (d d deletes the cell) unless the button says no.
const PRESSED = { button: { type: "button", "data-lm-suppress-shortcuts": "true" }, summary: { "data-lm-suppress-shortcuts": "true" } };

/** Gives an element; children are nodes or texts, never markup. `onclick: f` listens. */
export function h(tag, props, ...children) {
  return built(document.createElement(tag), { ...PRESSED[tag], ...props }, children);
}

/** Gives an SVG element. */
export function s(tag, props, ...children) {
  return built(document.createElementNS(SVG, tag), props, children);
}

/** Gives an icon by its name in the look; it says nothing to a screen reader. */
export function icon(name) {
  return s("svg", { class: "i", viewBox: "0 0 24 24", "aria-hidden": "true" }, s("path", { d: ICONS[name] || "" }));
}

/** Gives a sentence with its {facts} filled in; a missing fact shows as …, as in Python. */
export function fill(text, facts) {
  return String(text || "").replace(/\{(\w+)\}/g, (_, name) => (facts && facts[name] !== undefined ? String(facts[name]) : "…"));
}

/** Sets a node's text only when it differs, so that live regions stay quiet. */
export function say(node, text) {
  const wanted = text === undefined || text === null ? "" : String(text);
  if (node.textContent !== wanted) node.textContent = wanted;
  return node;
}

/** Gives the leaf at a path like "words.taken" or "lines.3f2.counter" (a list's items by their id). */
export function leafAt(value, path) {
  return path.split(".").reduce((branch, part) => {
    if (branch === undefined || branch === null) return undefined;
    return Array.isArray(branch) ? branch.find((item) => item && item.id === part) : branch[part];
  }, value);
}

/** Gives a copy of the value with one leaf changed; all that it does not know stays. */
export function withLeaf(value, path, leaf) {
  const [first, ...rest] = path.split(".");
  const inner = (branch) => (rest.length ? withLeaf(branch, rest.join("."), leaf) : leaf);
  if (Array.isArray(value)) return value.map((item) => (item && item.id === first ? inner(item) : item));
  const whole = value && typeof value === "object" ? value : {};
  return { ...whole, [first]: inner(whole[first]) };
}

// A store lets empty leaves fall out, so none, null and "" are one and the same.
const bare = (leaf) => (leaf === undefined || leaf === "" || (Array.isArray(leaf) && !leaf.length) ? null : leaf);
const same = (one, other) => JSON.stringify(bare(one)) === JSON.stringify(bare(other));

/**
 * Gives the pen of one instrument on one device: it writes leaves into the model's value and can take
 * back its own last write, and only its own: a leaf somebody else has changed since is left alone.
 */
export function pen(model) {
  const past = [];
  let open = false;
  const send = (path, leaf) => {
    model.set("value", withLeaf(model.get("value"), path, leaf));
    model.save_changes();
  };
  const stale = ({ path, after }) => !same(leafAt(model.get("value"), path), after);
  const settle = () => {
    while (past.length && stale(past[past.length - 1])) past.pop();
    return past.length;
  };
  return {
    /** Writes one leaf. With `join`, writes until `rest()` count as one step of undo. */
    write(path, leaf, join = false) {
      const before = leafAt(model.get("value"), path);
      if (same(before, leaf)) return;
      const last = past[past.length - 1];
      if (join && open && last && last.path === path && same(before, last.after)) last.after = leaf;
      else past.push({ path, before: before === undefined ? null : before, after: leaf });
      open = join;
      send(path, leaf);
    },
    rest: () => (open = false),
    canUndo: () => settle() > 0,
    /** Takes the last own write back; gives its path. */
    undo() {
      settle();
      const last = past.pop();
      open = false;
      if (!last) return undefined;
      send(last.path, last.before);
      return last.path;
    },
  };
}

/** Runs a redraw that may move nodes, and puts focus and caret back where they were. */
export function keep(root, redraw) {
  const had = root.contains(document.activeElement) ? document.activeElement : null;
  const caret = had && typeof had.selectionStart === "number" ? [had.selectionStart, had.selectionEnd] : null;
  redraw();
  if (!had || had === document.activeElement || !root.contains(had)) return;
  had.focus({ preventScroll: true });
  if (caret) had.setSelectionRange(...caret);
}

/**
 * Gives a field for people's own words: {node, input, show}. `onwrite(text)` comes for each letter,
 * `ondone()` when the person leaves it. The field grows with its text; without `long` it takes no new
 * lines. `show` changes label, hint, counter and text at any time, but never the text of a field that has
 * focus. Nothing is cut: too long is said, and the text stays.
 */
export function field({ long = false, rows = long ? 2 : 1, onwrite, ondone }) {
  const id = `kit-${Math.random().toString(36).slice(2, 10)}`; // several instruments share a page
  const input = h("textarea", { class: "input voice", id, rows, autocomplete: "off", enterkeyhint: long ? undefined : "done" });
  const [label, hint] = [h("label", { class: "label", for: id }), h("p", { class: "hint", id: `${id}-h` })];
  const wrong = h("p", { class: "wrong", id: `${id}-w`, role: "status" });
  const [count, wrongText] = [h("span", { class: "count", "aria-hidden": "true" }), h("span")];
  const grow = h("div", { class: "grow" }, input);
  const its = { limit: 0, tooLong: "" };
  const measure = () => {
    const has = [...input.value].length;
    const over = its.limit > 0 && has > its.limit;
    grow.dataset.text = input.value;
    say(count, its.limit ? `${has} / ${its.limit}` : "");
    count.classList.toggle("over", over);
    input.setAttribute("aria-invalid", String(over));
    if (!over) wrong.replaceChildren();
    else if (!wrong.firstChild) wrong.append(icon("alert"), wrongText);
    say(wrongText, over ? fill(its.tooLong || "{has} / {most}", { most: its.limit, has }) : "");
  };
  const show = ({ label: name, hint: help, placeholder = "", value, limit = 0, tooLong = "" }) => {
    say(label, name);
    hint.hidden = !say(hint, help).textContent;
    input.placeholder = placeholder;
    input.setAttribute("aria-describedby", hint.hidden ? wrong.id : `${hint.id} ${wrong.id}`);
    const text = value === undefined || value === null ? "" : String(value);
    if (input !== document.activeElement && input.value !== text) input.value = text;
    Object.assign(its, { limit, tooLong });
    measure();
  };
  input.addEventListener("keydown", (event) => !long && event.key === "Enter" && event.preventDefault());
  input.addEventListener("input", () => {
    measure();
    onwrite(long ? input.value : input.value.replace(/\s*\n\s*/g, " "));
  });
  for (const left of ["change", "blur"]) input.addEventListener(left, () => ondone());
  return { node: h("div", { class: "field" }, h("div", { class: "above" }, label, count), grow, hint, wrong), input, show };
}

/**
 * Lets what lies in `root` be dragged by finger, pen or mouse, with capture. `pick(target)` gives the node
 * under the finger that can be dragged, or null; `move(node, x, y)` comes for each step with the place of
 * the node's middle on the screen; `drop(node, kept)` at the end, `kept` false when the gesture was broken
 * off; `tap(event)` for a click that was no drag. A node needs `touch-action: none` in its style.
 */
export function draggable(root, { pick, move, drop, tap }) {
  let held = null;
  let dragged = false;
  const mine = (event) => held && held.id === event.pointerId;
  const release = (kept) => {
    const { node } = held;
    held = null;
    if (dragged) drop(node, kept);
  };
  root.addEventListener("pointerdown", (event) => {
    const node = pick(event.target);
    if (held || !node || event.button) return;
    const { left, top, width, height } = node.getBoundingClientRect();
    const [x, y] = [event.clientX, event.clientY];
    held = { id: event.pointerId, node, x, y, off: [x - left - width / 2, y - top - height / 2] };
    dragged = false;
    node.setPointerCapture(event.pointerId);
  });
  root.addEventListener("pointermove", (event) => {
    if (!mine(event)) return;
    dragged = dragged || Math.hypot(event.clientX - held.x, event.clientY - held.y) > 5;
    if (dragged) move(held.node, event.clientX - held.off[0], event.clientY - held.off[1]);
  });
  root.addEventListener("pointerup", (event) => mine(event) && release(true));
  for (const end of ["pointercancel", "lostpointercapture"]) root.addEventListener(end, (event) => mine(event) && release(false));
  root.addEventListener("click", (event) => {
    if (!dragged) tap(event);
    dragged = false;
  });
}

/**
 * Gives what every part of an instrument asks of its host: `value() options() words() word(key) readonly()`,
 * the `ink` it writes with, `undo`, and `redraw`, which `mount` sets.
 */
export function host(model) {
  const its = { ink: pen(model), redraw: () => {} };
  its.value = () => model.get("value") || {};
  its.options = () => model.get("options") || {};
  its.words = () => model.get("words") || {};
  its.word = (key) => its.words()[key] || "";
  its.readonly = () => Boolean(its.options().readonly);
  its.undo = () => {
    // A finger on a button leaves the field its focus on some phones, and a field with focus is not redrawn.
    if (document.activeElement && document.activeElement.matches("input, textarea")) document.activeElement.blur();
    const path = its.ink.undo();
    its.redraw();
    return path;
  };
  return its;
}

/** Gives a field bound to one path of the value; `names` says which words it shows as label, hint, placeholder. */
export function ownWords(its, path, names, { limit = 0, ...shape } = {}) {
  const then = (act) => (text) => {
    act(text);
    its.redraw();
  };
  const made = field({ ...shape, onwrite: then((text) => its.ink.write(path, text, true)), ondone: then(its.ink.rest) });
  const draw = () => {
    const facts = { value: leafAt(its.value(), path), limit: (its.options().limits || {})[path] || limit, tooLong: its.word("refused_too_long") };
    for (const [fact, key] of Object.entries(names)) facts[fact] = its.word(key);
    made.show(facts);
  };
  return { node: made.node, input: made.input, draw };
}

/** Gives a node that shows one word of the exercise. */
export function shown(its, tag, key, props) {
  const node = h(tag, props);
  return { node, draw: () => say(node, its.word(key)) };
}

/** Gives how much room a width leaves at this type size: narrow, middle or wide. */
export function fit(width, type) {
  const ems = width / (type || 16);
  return ems < 19 ? "narrow" : ems < 46 ? "middle" : "wide";
}

const alone = () => !document.documentElement.hasAttribute("data-surface");

/** Draws again when a node's size or the page's fonts change; gives the function that stops it. */
export function watch(node, draw) {
  const again = () => draw();
  const sized = new ResizeObserver(again);
  sized.observe(node);
  if (document.fonts) document.fonts.addEventListener("loadingdone", again);
  return () => {
    sized.disconnect();
    if (document.fonts) document.fonts.removeEventListener("loadingdone", again);
  };
}

/**
 * Makes `el` the root of an instrument: its classes, `data-fit`, its language. On a page without our
 * look (JupyterLab, stock Voilà) the root carries the tokens itself and follows Lab's theme.
 * Gives the function that takes all of it off again.
 */
export function dress(el, name, locale) {
  el.classList.add("kit", name);
  if (locale) el.lang = locale;
  const theme = () => (document.body.dataset.jpThemeLight === "false" ? "dark" : "light");
  const wear = () => alone() && Object.assign(el.dataset, { alone: "", surface: "desk", theme: theme() });
  wear();
  const sized = new ResizeObserver(() => {
    const now = el.clientWidth && fit(el.clientWidth, parseFloat(getComputedStyle(el).fontSize));
    if (now && el.dataset.fit !== now) el.dataset.fit = now;
  });
  sized.observe(el);
  const themed = new MutationObserver(wear);
  if (alone()) themed.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  return () => {
    sized.disconnect();
    themed.disconnect();
    el.classList.remove("kit", name);
    for (const fact of ["alone", "surface", "theme", "fit"]) delete el.dataset[fact];
  };
}

/**
 * Puts an instrument into its element and keeps it true to its host: `build()` gives {parts, nodes}; each
 * part has `draw()` and may have `stop()`. Parts are built once and drawn again at every change, so focus
 * and caret stay; only a change of `readonly` builds anew. Gives the clean-up that render returns.
 */
export function mount({ model, el }, name, its, build) {
  const undress = dress(el, name, its.options().locale);
  let parts = [];
  const clear = () => {
    for (const part of parts) if (part.stop) part.stop();
    el.replaceChildren();
  };
  its.redraw = () => {
    if (its.options().locale) el.lang = its.options().locale;
    if (el.dataset.readonly !== String(its.readonly())) {
      clear();
      el.dataset.readonly = String(its.readonly());
      const built = build();
      parts = built.parts;
      el.append(...built.nodes);
    }
    for (const part of parts) part.draw();
  };
  const draw = () => its.redraw();
  const undoKey = (event) => {
    const wanted = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z";
    if (!wanted || its.options().undo === false || event.target.matches("input, textarea")) return;
    event.preventDefault();
    its.undo();
  };
  const events = ["change:value", "change:words", "change:options"];
  for (const event of events) model.on(event, draw);
  el.addEventListener("keydown", undoKey);
  draw();
  return () => {
    for (const event of events) model.off(event, draw);
    el.removeEventListener("keydown", undoKey);
    clear();
    delete el.dataset.readonly;
    undress();
  };
}
