import { draggable, fill, h, host, icon, leafAt, mount, ownWords, s, say, shown, watch, withLeaf } from "../shared/kit.js";
import { standingWhole } from "../shared/standing.js";
import { arrowsOf, directions, drawn, foldable, itemsOf, newId, openAt, partsOf, rowsOf, sharing, standing, under } from "./geometry.js";
import { actorsPart, arrowsPart, saidPart, selfPart, wordsPart } from "./lists.js";
import { readPart } from "./read.js";

/** Gives what the parts share: what the host holds now, and what only this screen knows. */
function state(model) {
  const my = Object.assign(host(model), { picked: null, lit: null, draft: null, told: "", rows: [], asked: new Set(), focus: {}, here: () => [] });
  const setting = (name, without) => (my.options()[name] === undefined ? without : my.options()[name]);
  /** Gives a word as a group says it, where it says it differently. */
  my.spoken = (key) => my.word(my.key(key));
  my.key = (key) => (my.options().stage !== "individual" && my.word(`${key}_group`) ? `${key}_group` : key);
  my.least = () => setting("least_actors", 2);
  my.most = () => setting("most_actors", 6);
  my.parts = (name) => partsOf(my.options()[name], my.options().stage);
  my.limit = (path) => (my.options().limits || {})[path] || (my.options().limits || {})[path.replace(/^(\w+)\.\w+\./, "$1.*.")] || 0;
  my.actors = () => itemsOf(my.value(), "actors");
  my.arrows = () => arrowsOf(my.value());
  my.name = (id) => (leafAt(my.actors(), `${id}.name`) || "").trim() || fill(my.word("actor_number"), { n: my.rows.indexOf(id) + 1 });
  my.ways = ({ from_actor: from, to_actor: to }) => `${my.name(from)} → ${my.name(to)}`;
  my.isOwn = (id) => my.value().self_actor === id;
  my.settleRows = () => {
    const stored = my.actors().map((one) => one.id);
    for (const id of stored) my.asked.delete(id);
    my.rows = my.readonly() ? stored : rowsOf(stored, my.rows, my.least(), [...my.asked, ...my.here()]);
  };
  my.write = (path, leaf, join) => {
    my.ink.write(path, leaf, join);
    my.redraw();
  };
  /** Stores rows that stood ready, in the order they are shown. */
  my.keep = (added, join) => {
    const all = [...my.actors(), ...added];
    my.ink.write("actors", my.rows.map((id) => all.find((one) => one.id === id)).filter(Boolean), join);
  };
  my.isStored = (id) => my.actors().some((one) => one.id === id);
  my.draw = (from, to) => {
    const most = setting("most_arrows", 12);
    Object.assign(my, { picked: null, told: fill(my.word("arrow_full"), { n: most }) });
    if (my.arrows().length < most) {
      const ready = [from, to].filter((id) => !my.isStored(id));
      if (ready.length) my.keep(ready.map((id) => ({ id })));
      const id = newId(itemsOf(my.value(), "arrows").map((one) => one.id));
      my.ink.write("arrows", [...my.arrows(), { id, from_actor: from, to_actor: to }]);
      my.lit = id;
      my.told = fill(my.word("arrow_added"), { n: my.arrows().length, from: my.name(from), to: my.name(to) });
    }
    my.redraw();
  };
  my.pick = (id) => {
    const from = my.picked;
    if (from && id && from !== id) return my.draw(from, id);
    Object.assign(my, { picked: from === id ? null : id, told: "" });
    return my.redraw();
  };
  my.light = (id) => {
    if (my.lit === id) return;
    my.lit = id;
    my.redraw();
  };
  my.settle = (path, value) => {
    model.set("settled", { path, value });
    model.set("value", withLeaf(my.value(), path, value));
    model.save_changes();
    my.redraw();
  };
  return my;
}

// ── the picture ──
/** Lets arrows be drawn: by drag from one actor to another, or by a tap on each. */
function listen(my, map, centre, draw) {
  let finger = [0, 0];
  map.addEventListener("pointermove", (event) => {
    const frame = map.getBoundingClientRect();
    finger = [event.clientX - frame.left - map.clientLeft, event.clientY - frame.top - map.clientTop];
  });
  const found = () => my.rows[under(finger, ...centre())];
  const move = (node) => {
    const over = found();
    my.draft = { from: node.dataset.actor, to: finger, over: over === node.dataset.actor ? null : over };
    draw();
  };
  const drop = (node, kept) => {
    const { over } = my.draft || {};
    my.draft = null;
    if (kept && over) my.draw(node.dataset.actor, over);
    else my.redraw();
  };
  const tap = (event) => {
    const [node, sign] = [event.target.closest(".actor"), event.target.closest(".sign")];
    if (node) my.pick(node.dataset.actor);
    else if (sign) my.focus.arrow(sign.dataset.arrow);
    else if (my.picked) my.pick(null);
  };
  draggable(map, { pick: (target) => target.closest(".actor"), move, drop, tap });
}

/** Goes from actor to actor by arrow key; Escape lets go of the one that was picked. */
function steer(my, nodes, event) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (event.altKey || event.ctrlKey || event.metaKey || !(step || (event.key === "Escape" && my.picked))) return;
  event.preventDefault();
  if (!step) return void my.pick(null);
  const at = my.rows.indexOf(event.target.dataset.actor);
  nodes.get(my.rows[(at + step + my.rows.length) % my.rows.length]).focus();
}

/** Gives the drawn arrows with their numbers; the one somebody looks at is lifted. */
function picture(my) {
  const [lines, draft, signs] = [s("g"), s("path", { class: "line draft" }), h("div", { class: "signs" })];
  const node = s("svg", { class: "picture", "aria-hidden": "true" }, lines, draft);
  const draw = (at, sizes, [width, height], em) => {
    node.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const arrows = my.arrows();
    const links = arrows.map(({ from_actor: from, to_actor: to }) => [my.rows.indexOf(from), my.rows.indexOf(to)]);
    const all = drawn(links, at, sizes, em * 1.6, [width, height]);
    const lit = (i) => (arrows[i].id === my.lit ? "lit" : "");
    lines.replaceChildren(...all.map((one, i) => s("g", { class: lit(i) }, s("path", { class: "line", d: one.path }), s("path", { class: "tip", d: one.head }))));
    while (signs.children.length > all.length) signs.lastChild.remove();
    all.forEach((one, i) => { // a number under a finger stays the same node
      const sign = signs.children[i] || signs.appendChild(h("span", { "aria-hidden": "true" }, String(i + 1)));
      Object.assign(sign, { className: `sign num ${lit(i)}` });
      sign.dataset.arrow = arrows[i].id;
      Object.assign(sign.style, { left: `${one.sign[0]}px`, top: `${one.sign[1]}px` });
    });
    const from = my.draft && at[my.rows.indexOf(my.draft.from)];
    draft.setAttribute("d", from ? `M${from[0]} ${from[1]}L${my.draft.to[0]} ${my.draft.to[1]}` : "");
  };
  return { node, signs, draw };
}

function mapPart(my) {
  const nodes = new Map();
  const ground = picture(my);
  const map = h("div", { class: "map", role: "group" }, ground.node, ground.signs);
  let [at, sizes] = [[], []];
  const made = (id) => {
    const name = h("span", { class: "voice" });
    const hands = my.readonly() ? {} : { onkeydown: (event) => steer(my, nodes, event) };
    return h(my.readonly() ? "span" : "button", { class: "actor", dataset: { actor: id }, ...hands }, name);
  };
  const settle = () => {
    for (const [id, node] of nodes) if (!my.rows.includes(id)) node.remove();
    for (const id of [...nodes.keys()]) if (!my.rows.includes(id)) nodes.delete(id);
    for (const id of my.rows) if (!nodes.has(id)) nodes.set(id, made(id));
    my.rows.forEach((id, i) => map.children[i] !== nodes.get(id) && map.insertBefore(nodes.get(id), map.children[i] || null));
  };
  const show = (id) => {
    const node = nodes.get(id);
    say(node.firstChild, foldable(my.name(id)));
    const classes = { own: my.isOwn(id), picked: my.picked === id, ready: !leafAt(my.actors(), `${id}.name`), over: Boolean(my.draft) && my.draft.over === id };
    for (const [name, is] of Object.entries(classes)) node.classList.toggle(name, is);
    if (!my.readonly()) {
      node.setAttribute("aria-pressed", String(my.picked === id));
      node.setAttribute("aria-label", my.isOwn(id) ? `${my.name(id)}, ${my.spoken("self_actor")}` : my.name(id));
    }
  };
  const draw = () => {
    map.setAttribute("aria-label", my.word("map"));
    settle();
    my.rows.forEach(show);
    const width = map.clientWidth;
    if (!width) return; // not on the page yet
    const em = parseFloat(getComputedStyle(map).fontSize);
    if (!my.draft) { // nothing moves under a finger
      const places = directions(my.rows.length, width < em * 24 ? "tall" : "square");
      const shares = sharing(places);
      my.rows.forEach((id, i) => nodes.get(id).classList.toggle("beside", shares[i]));
      sizes = my.rows.map((id) => [nodes.get(id).offsetWidth, nodes.get(id).offsetHeight]);
      const stand = standing(places, sizes, width, Math.min(width * 0.85, em * (my.readonly() ? 15 : 20)), em * 1.8);
      at = stand.at;
      map.style.height = `${stand.height}px`;
      my.rows.forEach((id, i) => Object.assign(nodes.get(id).style, { left: `${at[i][0]}px`, top: `${at[i][1]}px` }));
    }
    ground.draw(at, sizes, [width, parseFloat(map.style.height)], em);
  };
  if (!my.readonly()) listen(my, map, () => [at, sizes], draw);
  return { node: map, draw, stop: watch(map, draw) };
}

/** Gives what is said under the map: what was just drawn, whether it goes all the way round, and undo. */
function toldPart(my) {
  const [help, told, hint] = [h("p", { class: "help small quiet" }), h("p", { class: "told", role: "status" }), h("p", { class: "query small" })];
  const word = shown(my, "span", "ui_undo");
  const undo = h("button", { class: "btn plain low undo", onclick: () => my.undo() }, icon("undo"), word.node);
  const around = () => {
    if (!my.options().closes || !my.arrows().length) return "";
    const open = openAt(my.arrows());
    return open ? fill(my.spoken("loop_open"), { name: my.name(open) }) : my.spoken("loop_closed");
  };
  const draw = () => {
    say(help, my.spoken("map_help"));
    say(told, my.picked ? fill(my.word("arrow_add"), { name: my.name(my.picked) }) : my.told);
    hint.hidden = !say(hint, around()).textContent;
    word.draw();
    undo.hidden = my.options().undo === false || !my.ink.canUndo();
  };
  return { above: help, node: h("div", { class: "under" }, told, hint, undo), draw };
}

function abovePart(my) {
  const asked = (my.options().above || []).map((name) => ownWords(my, name, { label: name, hint: `${name}_hint` }, { long: true, limit: my.limit(name) }));
  const fields = asked.map((field, i) => wordsPart(my, field, my.options().above[i]));
  const node = h("div", { class: "card stack over" }, fields.map((one) => one.node));
  return { node: fields.length ? node : null, draw: () => fields.forEach((one) => one.draw()) };
}

function render({ model, el }) {
  const my = state(model);
  return mount({ model, el }, "loop_map", my, () => {
    Object.assign(my, { picked: null, draft: null, told: "" });
    const rows = { draw: my.settleRows };
    const map = mapPart(my);
    if (my.readonly()) {
      const read = readPart(my);
      return { parts: [rows, read, map, standingWhole(el, 5)], nodes: [read.quote, h("div", { class: "both" }, h("div", { class: "plot" }, map.node), read.arrows, read.actors)] };
    }
    const [above, told, names, arrows, self, began] = [abovePart(my), toldPart(my), actorsPart(my), arrowsPart(my), selfPart(my), saidPart(my)];
    const plot = h("div", { class: "plot" }, told.above, map.node, told.node);
    const nodes = [above.node, h("div", { class: "both" }, h("div", { class: "first" }, names.node, plot, self.node), h("div", { class: "first" }, arrows.node, began.node))];
    return { parts: [rows, above, names, map, told, self, arrows, began], nodes: nodes.filter(Boolean) };
  });
}

export default { render };
