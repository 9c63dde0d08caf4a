import { fill, h, host, icon, leafAt, mount, say, shown, withLeaf } from "../shared/kit.js";
import { standingWhole } from "../shared/standing.js";
import { KINDS, SLOTS, isSpot, kindOf, nextOf, questionsOf } from "./geometry.js";
import { mapPart, steer } from "./ground.js";
import { rowsPart } from "./rows.js";

const ASKED = "asked";
const TIGHTEST = 3; // steps in which the sheet gets closer on the big screen

/** Gives what the parts share: what the host holds now, and what only this page knows. */
function state(model) {
  const my = Object.assign(host(model), { seat: null, open: false, chosen: null, view: "pairs", draft: null });
  const givenOf = () => my.value().given || {};
  my.isGiven = () => my.options().stage === "individual" || (my.readonly() && !questionsOf(my.value()).length && Object.values(givenOf()).some(isSpot));
  my.isShown = () => my.readonly() || (my.isGiven() ? my.open : my.value().shown === true);
  my.isPath = () => !my.isGiven() && (my.view === "path" || (!my.isShown() && my.seat === ASKED));
  my.layer = () => (my.isGiven() ? "heard" : my.seat && (my.seat === ASKED ? ASKED : "heard"));
  my.limit = (path) => (my.options().limits || {})[path.replace(/^(\w+)\.\w+\./, "$1.*.")] || 0;
  my.items = () => {
    const meant = my.options().meant || {};
    if (my.isGiven()) {
      return (my.options().given || []).map((id, i) => {
        const own = givenOf()[id];
        return { id, n: i + 1, text: my.word(`given_${id}`), from: meant[id], tos: isSpot(own) ? [own] : [], heard: [[my.word("heard"), own]] };
      });
    }
    return questionsOf(my.value()).map((one, i) => {
      const heard = SLOTS.map((slot) => [my.word(`seat_${slot}`), (one.heard || {})[slot]]).filter(([, at]) => isSpot(at));
      return { id: one.id, n: i + 1, text: one.text, from: one.asked, tos: heard.map(([, at]) => at), heard, moved: one.moved === true, note: one.effect_note };
    });
  };
  my.path = (id) => (my.isGiven() ? `given.${id}` : `questions.${id}.${my.seat === ASKED ? ASKED : `heard.${my.seat}`}`);
  my.spot = (id) => {
    if (my.draft && my.draft.id === id) return my.draft.at;
    return my.layer() ? leafAt(my.value(), my.path(id)) : null;
  };
  my.named = (at) => {
    if (!isSpot(at)) return my.word("not_placed");
    const kind = kindOf(at);
    return kind ? [my.word(`type_${kind}`), my.word(`nickname_${kind}`)].filter(Boolean).join(" · ") : my.word("on_the_line");
  };
  my.told = (id) => {
    const one = my.items().find((item) => item.id === id) || {};
    const at = my.isShown() ? one.from : my.spot(id);
    return `${fill(my.word("question_number_n"), { n: one.n })}: ${one.text || ""} – ${my.named(at)}`;
  };
  my.write = (path, leaf, join) => (my.ink.write(path, leaf, join), my.redraw());
  my.place = (id, at, join) => !my.isShown() && my.layer() && my.write(my.path(id), at, join);
  my.choose = (id) => (Object.assign(my, { chosen: id }), my.redraw());
  my.settle = (path, value) => {
    model.set("settled", { path, value });
    model.set("value", withLeaf(my.value(), path, value));
    model.save_changes();
    my.redraw();
  };
  return my;
}

/** Gives the question who this phone is; without an answer there is no layer to place in. */
function seatPart(my) {
  const [ask, hint] = [shown(my, "p", "seat_ask", { class: "label" }), shown(my, "p", "seat_hint", { class: "small quiet" })];
  const seats = [ASKED, ...SLOTS];
  const buttons = seats.map((seat) => h("button", { onclick: () => (Object.assign(my, { seat }), my.redraw()) }));
  const row = h("div", { class: "seg seats", role: "group" }, buttons);
  const node = h("div", { class: "seating" }, ask.node, row, hint.node);
  const draw = () => {
    node.hidden = my.isGiven();
    for (const word of [ask, hint]) word.draw();
    hint.node.hidden = my.seat !== null;
    row.setAttribute("aria-label", ask.node.textContent);
    seats.forEach((seat, i) => say(buttons[i], my.word(`seat_${seat}`)).setAttribute("aria-pressed", String(seat === my.seat)));
  };
  return { node, draw };
}

/** Gives the question that is being placed: all of them by number, and this one in its own words. */
function choicePart(my) {
  const tray = h("div", { class: "tray", role: "group" });
  const [text, ask, next] = [h("p", { class: "voice said" }), h("p", { class: "small quiet" }), shown(my, "span", "next_question")];
  const ids = () => my.items().map((one) => one.id);
  const onward = h("button", { class: "btn low", onclick: () => my.choose(nextOf(ids(), (id) => isSpot(my.spot(id)), my.chosen)) }, next.node, icon("right"));
  const node = h("div", { class: "choice" }, tray, h("div", { class: "said-row" }, text, onward), ask);
  const made = () => {
    const button = h("button", { class: "num", onclick: () => my.choose(button.dataset.id), onkeydown: (event) => steer(my, button.dataset.id, event), onkeyup: my.ink.rest }, h("span", { class: "mark" }));
    return button;
  };
  const draw = () => {
    const all = my.items();
    if (!all.some((one) => one.id === my.chosen)) my.chosen = (all.find((one) => !isSpot(my.spot(one.id))) || all[0] || {}).id || null;
    node.hidden = !my.layer() || !all.length;
    while (tray.children.length > all.length) tray.lastChild.remove();
    while (tray.children.length < all.length) tray.append(made());
    next.draw();
    all.forEach((one, i) => {
      const button = tray.children[i];
      button.dataset.id = one.id;
      button.className = isSpot(my.isShown() ? one.from : my.spot(one.id)) ? `num has ${my.isShown() ? ASKED : my.layer()}` : "num";
      say(button.firstChild, one.n);
      button.setAttribute("aria-pressed", String(one.id === my.chosen));
      button.setAttribute("aria-label", my.told(one.id));
    });
    tray.setAttribute("aria-label", my.word("questions"));
    const one = all.find((item) => item.id === my.chosen);
    say(text, one && one.text ? one.text : my.word("question_empty"));
    text.classList.toggle("quiet", !(one && one.text));
    say(ask, my.word(my.isShown() ? (my.isGiven() ? "meant_note" : "shown_note") : my.isGiven() ? "ask_given" : `ask_${my.layer()}`));
    onward.hidden = all.length < 2;
  };
  return { node, draw };
}

/** Gives what one may do with the map: take back, take off, lay the marks open, look at the order. */
function toolsPart(my) {
  const [undone, removed, opened, help] = [shown(my, "span", "ui_undo"), shown(my, "span", "mark_remove"), h("span"), shown(my, "p", "map_help", { class: "tiny hush help" })];
  const undo = h("button", { class: "btn plain low", onclick: () => my.undo() }, icon("undo"), undone.node);
  const off = h("button", { class: "btn plain low", onclick: () => my.place(my.chosen, null) }, icon("close"), removed.node);
  const toggle = () => (my.isGiven() ? (Object.assign(my, { open: !my.open }), my.redraw()) : my.write("shown", my.isShown() ? null : true));
  const open = h("button", { class: "btn wide", onclick: toggle }, icon("eye"), opened);
  const views = ["pairs", "path"].map((view) => ({ view, node: h("button", { onclick: () => (Object.assign(my, { view }), my.redraw()) }) }));
  const seg = h("div", { class: "seg", role: "group" }, views.map((one) => one.node));
  const path = h("p", { class: "small quiet" });
  const draw = () => {
    for (const one of [undone, removed, help]) one.draw();
    say(path, fill(my.word("path_note"), Object.fromEntries(KINDS.map((kind) => [kind, (my.word(`nickname_${kind}`) || my.word(`type_${kind}`)).toLowerCase()]))));
    const had = [undo, off].find((one) => one === document.activeElement);
    undo.hidden = my.options().undo === false || !my.ink.canUndo();
    off.hidden = my.isShown() || !isSpot(my.spot(my.chosen));
    if (had && had.hidden) open.focus();
    help.node.hidden = my.isShown();
    say(opened, my.word(my.isGiven() ? (my.open ? "hide_meant" : "show_meant") : my.isShown() ? "hide_all" : "show_all"));
    seg.hidden = my.isGiven() || !my.isShown();
    path.hidden = seg.hidden || my.view !== "path";
    for (const { view, node } of views) say(node, my.word(`view_${view}`)).setAttribute("aria-pressed", String(my.view === view));
  };
  return { nodes: [help.node, h("div", { class: "tools" }, undo, off), seg, path, open], draw };
}

/** Gives the meaning of the two marks, where both are on the map. */
function keyPart(my) {
  const [asked, heard] = [h("span"), h("span")];
  const node = h("p", { class: "key small quiet" }, h("i", { class: ASKED, "aria-hidden": "true" }), asked, h("i", { class: "heard", "aria-hidden": "true" }), heard);
  const draw = () => {
    node.hidden = !my.isShown() || my.view === "path";
    say(asked, my.word(my.isGiven() ? "meant" : ASKED));
    say(heard, my.word("heard"));
  };
  return { node, draw };
}

function render({ model, el }) {
  const my = state(model);
  return mount({ model, el }, "question_map", my, () => {
    const [map, key, rows] = [mapPart(my), keyPart(my), rowsPart(my)];
    if (my.readonly()) {
      map.node.append(key.node);
      return { parts: [map, key, rows, standingWhole(el, TIGHTEST)], nodes: [map.node, rows.node] };
    }
    const [seat, choice, tools] = [seatPart(my), choicePart(my), toolsPart(my)];
    map.node.append(key.node, ...tools.nodes);
    const side = h("div", { class: "placing" }, seat.node, choice.node, map.node);
    const placing = { draw: () => (map.node.hidden = !my.layer() || !my.items().length) };
    return { parts: [seat, choice, placing, map, key, tools, rows], nodes: [side, rows.node] };
  });
}

export default { render };
