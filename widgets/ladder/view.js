import { draggable, fill, h, host, icon, keep, leafAt, mount, say, shown, withLeaf } from "../shared/kit.js";
import { standingWhole } from "../shared/standing.js";
import { goneTo, namedOn, standingOn, stepOf, stepUnder } from "./geometry.js";
import { abovePart, signOf, ticksPart, toldPart } from "./words.js";

const FOOT = 90; // px under the stairs in which a party is let go to wait at the foot again

/** Gives what the parts share: what the host holds now, and what only this screen knows. */
function state(model) {
  const my = Object.assign(host(model), { picked: null, aimed: null, draft: null, told: "", focus: () => {} });
  my.named = namedOn(my.options());
  my.limit = (path) => (my.options().limits || {})[path] || 0;
  my.name = (party) => (leafAt(my.value(), `parties.${party}`) || "").trim() || my.word(`party_${party}`);
  /** Gives the word for a guess as a group says it, wherever a group's stairs are shown. */
  my.guess = () => (my.options().stage !== "individual" && my.word("guess_group")) || my.word("guess");
  my.isGuess = (party) => (my.options().guessed || []).includes(party);
  my.at = (party) => stepOf(my.value(), party, my.named);
  my.stepName = (at) => my.word(`step_${my.named.steps[at - 1]}`);
  my.stands = (party) => fill(my.word(my.at(party) ? "stands" : "stands_none"), { name: my.name(party), n: my.at(party), step: my.at(party) && my.stepName(my.at(party)) });
  my.write = (path, leaf) => {
    my.ink.write(path, leaf);
    my.redraw();
  };
  my.settle = (path, value) => {
    model.set("settled", { path, value });
    model.set("value", withLeaf(my.value(), path, value));
    model.save_changes();
    my.redraw();
  };
  /** Puts a party on a stair, or back at the foot (null), and says so. */
  my.place = (party, at) => {
    Object.assign(my, { picked: null, aimed: null });
    if (at !== my.at(party)) {
      my.ink.write(`steps.${party}`, at);
      my.told = fill(my.word(at ? "party_placed" : "party_back"), { name: my.name(party), n: at, step: at && my.stepName(at) });
    }
    my.redraw();
  };
  return my;
}

/** Gives a party's mark: its sign, its name, and that it is a guess where somebody else speaks for it. */
function markPart(my, party) {
  const [name, guess] = [h("span", { class: "voice" }), h("span", { class: "guess small quiet" })];
  const steer = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") Object.assign(my, { picked: null, aimed: null }), my.redraw();
    const at = goneTo(event.key, my.at(party), my.named.steps.length);
    if (at === undefined) return;
    event.preventDefault();
    my.place(party, at);
    my.focus(party);
  };
  const node = h(my.readonly() ? "span" : "button", { class: "party", dataset: { party }, ...(my.readonly() ? {} : { onkeydown: steer }) }, signOf(my, party), h("span", { class: "called" }, name, " ", guess));
  const draw = () => {
    say(name, my.name(party));
    say(guess, `· ${my.guess()}`);
    guess.hidden = !my.isGuess(party) || !my.guess();
    node.classList.toggle("picked", my.picked === party);
    if (my.readonly()) return;
    node.setAttribute("aria-pressed", String(my.picked === party));
    node.setAttribute("aria-label", my.isGuess(party) ? `${my.stands(party)} · ${my.guess()}` : my.stands(party));
  };
  return { node, draw };
}

function stairPart(my, key, at) {
  const [name, hint] = [shown(my, "b", `step_${key}`), shown(my, "span", `step_${key}_hint`, { class: "hint small quiet" })];
  const words = h("span", { class: "words" }, name.node, hint.node);
  const number = h("span", { class: "number num", "aria-hidden": "true" }, String(at));
  const tread = h(my.readonly() ? "div" : "button", { class: "tread" }, number, words);
  const slot = h("div", { class: "slot" });
  const node = h("li", { class: "stair", value: String(at), dataset: { at: String(at) } }, tread, slot);
  node.style.setProperty("--at", String((at - 1) / Math.max(my.named.steps.length - 1, 1)));
  const draw = () => {
    name.draw();
    hint.node.hidden = !hint.draw().textContent;
    node.classList.toggle("over", Boolean(my.draft) && my.draft.over === at);
    node.classList.toggle("aimed", my.aimed === at);
    if (my.readonly()) return;
    tread.setAttribute("aria-label", `${fill(my.word("step_name"), { n: at })}: ${name.node.textContent}`);
    tread.setAttribute("aria-pressed", String(my.aimed === at));
  };
  return { node, tread, slot, draw, at };
}

/** Lets parties be dragged along the stairs; a tap takes one up or puts it down, in either order. */
function listen(my, board, stairs, foot, marks) {
  const places = () => [...stairs, foot].map(({ node, at }) => {
    const { top, bottom } = node.getBoundingClientRect();
    return { at, top, bottom: at ? bottom : Math.max(bottom, top + FOOT) };
  });
  let from = null;
  const tap = ({ target }) => {
    const [party, stair] = [target.closest(".party"), target.closest("[data-at]")];
    my.told = "";
    if (party && my.aimed) my.place(party.dataset.party, my.aimed);
    else if (party) my.picked = my.picked === party.dataset.party ? null : party.dataset.party;
    else if (my.picked && target.closest(".waiting")) my.place(my.picked, null);
    else if (stair && my.picked) {
      const held = my.picked;
      my.place(held, Number(stair.dataset.at));
      my.focus(held);
    } else if (stair) my.aimed = my.aimed === Number(stair.dataset.at) ? null : Number(stair.dataset.at);
    my.redraw();
  };
  const move = (node, x, y) => {
    if (!from) {
      const { left, top, width, height } = node.getBoundingClientRect();
      from = [left + width / 2, top + height / 2];
      Object.assign(my, { picked: null, aimed: null, told: "" });
      node.classList.add("dragged");
    }
    my.draft = { party: node.dataset.party, over: stepUnder(y, places()) };
    node.style.transform = `translate(${x - from[0]}px, ${y - from[1]}px)`;
    foot.node.classList.toggle("over", my.draft.over === null);
    for (const one of stairs) one.draw();
  };
  const drop = (node, kept) => {
    const { party, over } = my.draft || {};
    [my.draft, from] = [null, null];
    node.classList.remove("dragged");
    foot.node.classList.remove("over");
    node.style.transform = "";
    if (kept && over !== undefined) my.place(party, over);
    else my.redraw();
  };
  draggable(board, { pick: (target) => target.closest(".party"), move, drop, tap });
  my.focus = (party) => marks[party].node.focus({ preventScroll: true });
}

/** Gives the stairs from the top down, and the foot where parties wait. */
function boardPart(my) {
  const stairs = my.named.steps.map((key, i) => stairPart(my, key, i + 1)).reverse();
  const marks = Object.fromEntries(my.named.parties.map((party) => [party, markPart(my, party)]));
  const list = h("ol", { class: "stairs", reversed: true }, stairs.map((one) => one.node));
  const [name, slot] = [shown(my, "p", "ladder_foot", { class: "small quiet" }), h("div", { class: "slot" })];
  const foot = { node: h("div", { class: "waiting" }, name.node, slot), slot, at: null };
  const node = h("div", { class: "board", role: "group" }, list, foot.node);
  const settle = () => {
    for (const { slot: there, at } of [...stairs, foot]) {
      standingOn(my.value(), at, my.named).forEach((party, i) => there.children[i] !== marks[party].node && there.insertBefore(marks[party].node, there.children[i] || null));
    }
  };
  const draw = () => {
    if (my.draft) return; // nothing moves under a finger
    node.setAttribute("aria-label", my.word("ladder"));
    node.classList.toggle("lifted", Boolean(my.picked));
    for (const one of stairs) one.draw();
    keep(node, settle);
    for (const party of my.named.parties) marks[party].draw();
    for (const one of stairs) one.node.classList.toggle("taken", standingOn(my.value(), one.at, my.named).length > 0);
    const waiting = standingOn(my.value(), null, my.named).length > 0;
    name.draw();
    name.node.hidden = !waiting;
    foot.node.classList.toggle("none-waits", !waiting);
    foot.node.hidden = my.readonly() && !waiting;
  };
  if (!my.readonly()) listen(my, node, stairs, foot, marks);
  return { node, draw };
}

/** Gives what is said with the stairs: how it is done, or what has just happened; the way back; the stairs in words. */
function saidPart(my) {
  const [told, twin] = [h("p", { class: "told small", role: "status" }), h("ul", { class: "twin sr" })];
  const [undoWord, downWord] = [shown(my, "span", "ui_undo"), shown(my, "span", "put_back")];
  const back = () => {
    Object.assign(my, { picked: null, aimed: null, told: "" });
    const party = (my.undo() || "").replace(/^steps\./, "");
    if (my.named.parties.includes(party)) my.focus(party);
  };
  const takeDown = () => {
    const held = my.picked;
    my.place(held, null);
    my.focus(held);
  };
  const undo = h("button", { class: "btn plain low undo", onclick: back }, icon("undo"), undoWord.node);
  const down = h("button", { class: "btn low", onclick: takeDown }, icon("down"), downWord.node);
  const draw = () => {
    const lifted = my.picked ? fill(my.word("party_lifted"), { name: my.name(my.picked) }) : my.aimed && fill(my.word("step_aimed"), { n: my.aimed });
    say(told, lifted || my.told || my.word("ladder_help"));
    twin.replaceChildren(...my.named.parties.map((party) => h("li", {}, my.stands(party), my.isGuess(party) ? ` · ${my.guess()}` : "")));
    undoWord.draw();
    downWord.draw();
    down.hidden = !my.picked || !my.at(my.picked);
    undo.hidden = my.options().undo === false || !my.ink.canUndo();
  };
  return { told, twin, under: h("div", { class: "under" }, down, undo), draw };
}

function render({ model, el }) {
  const my = state(model);
  return mount({ model, el }, "ladder", my, () => {
    Object.assign(my, { picked: null, aimed: null, draft: null, told: "", named: namedOn(my.options()) });
    const [board, said] = [boardPart(my), saidPart(my)];
    if (my.readonly()) {
      const told = toldPart(my);
      return { parts: [board, said, told, standingWhole(el, 3)], nodes: [told.quotes, h("div", { class: "both" }, board.node, told.lists), said.twin] };
    }
    const [above, ticks] = [abovePart(my), ticksPart(my)];
    const climb = h("div", { class: "climb" }, said.told, board.node, said.under);
    return { parts: [above, board, said, ticks], nodes: [above.node, climb, ...ticks.nodes, said.twin] };
  });
}

export default { render };
