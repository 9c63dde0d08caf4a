// A copy is brought back in two presses: what is in it, then yes. It takes its place at the next start.
import { h, icon, say } from "../shared/kit.js";
import { choices, line } from "./rows.js";

const ELSEWHERE = "…";
const FIRST_FEW = 4; // the newest copies; the rest come when they are asked for

// What a copy is: numbers and times, nobody's words.
function contentsOf(page) {
  const rows = ["people", "sheets", "written"].map((key) => ({ key, name: h("dt", {}), fact: h("dd", { class: "num" }) }));
  const older = h("p", { class: "small" });
  const node = h("div", {}, h("dl", { class: "facts" }, rows.map((one) => h("div", {}, one.name, one.fact))), older);
  const draw = (copy) => {
    rows.forEach(({ key, name, fact }) => {
      say(name, page.word(`ready_bring_${key}`));
      say(fact, key === "written" ? page.text(copy[key]) : copy[key]);
    });
    older.hidden = !say(older, copy.older ? page.word("ready_bring_older") : "").textContent;
  };
  return { node, draw };
}

// A box with a heading, what a copy is, what will happen, and one button.
function box(page, words, sign, onpress) {
  const title = h("h3", {});
  const about = contentsOf(page);
  const then = h("p", { class: "small" });
  const button = h("button", { class: "btn", onclick: onpress }, icon(sign), h("span", {}));
  const node = h("div", { class: "found", hidden: true }, title, about.node, then, button);
  const draw = (copy, name) => {
    node.hidden = !copy;
    if (!copy) return;
    say(title, name || page.word(words.title));
    about.draw(copy);
    say(then, page.word(words.then));
    say(button.lastChild, page.word(words.button));
  };
  return { node, button, draw };
}

// The newest few copies, or all of them, or somewhere else; `chosen()` gives a file's name, "…" or "".
function shelfOf(page, onchoose) {
  let chosen = "";
  let settled = false; // until somebody chooses, it is the newest
  let all = false;
  const which = choices("bring", (file) => {
    chosen = file;
    settled = true;
    onchoose();
  });
  const more = h("button", { class: "btn plain low", onclick: () => {
    all = true;
    draw();
    which.node.querySelectorAll("input")[FIRST_FEW].focus();
  } });
  const none = h("p", { class: "small" });
  const current = () => page.value().copies.find((one) => one.file === chosen);
  const size = (one) => [page.text(one.size), ...(one.locked ? [page.word("ready_bring_locked")] : [])].join(", ");
  function draw() {
    const { copies, looked } = page.value();
    const known = Boolean(looked) || copies.length > 0; // before the first look nobody knows what there is
    if (known && (!settled || (!current() && chosen !== ELSEWHERE))) chosen = copies.length ? copies[0].file : ELSEWHERE;
    const shown = copies.filter((one, at) => all || at < FIRST_FEW || one.file === chosen);
    const rows = shown.map((one) => ({ value: one.file, text: page.text(one.when), more: size(one) }));
    which.draw(page.word("ready_bring_which"), [...rows, { value: ELSEWHERE, text: page.word("ready_bring_own") }], chosen);
    which.node.hidden = !copies.length;
    none.hidden = copies.length > 0 || !known;
    say(none, page.word("ready_bring_none"));
    more.hidden = shown.length === copies.length;
    say(more, page.word("ready_bring_all", { n: copies.length }));
  }
  return { nodes: [none, which.node, more], draw, current, chosen: () => chosen, settle: () => (settled = true) };
}

// The copy that is asked about, with the passphrase of one that is locked.
function picking(page, onchoose) {
  const shelf = shelfOf(page, () => {
    onchoose();
    if (shelf.chosen() === ELSEWHERE) path.input.focus();
  });
  const path = line(() => onchoose());
  const secret = line(() => {}, { type: "password", autocomplete: "off" });
  const draw = () => {
    shelf.draw();
    const current = shelf.current();
    path.node.hidden = shelf.chosen() !== ELSEWHERE;
    path.draw(page.word("ready_bring_path"));
    secret.node.hidden = current ? !current.locked : path.node.hidden;
    secret.draw(page.word("ready_bring_secret"), current ? "" : page.word("ready_bring_secret_hint"));
  };
  const file = () => (shelf.chosen() === ELSEWHERE ? path.input.value.trim() : shelf.chosen());
  const take = () => {
    shelf.settle();
    const given = { file: file(), passphrase: secret.node.hidden ? "" : secret.input.value };
    secret.input.value = "";
    return given;
  };
  const name = () => (shelf.current() ? page.text(shelf.current().when) : "");
  return { node: h("div", { class: "picking" }, shelf.nodes, path.node, secret.node), draw, file, name, take };
}

// What is under way, and what came of it.
function progress(page, undone) {
  const { busy, waiting } = page.value();
  if (busy === "see") return page.word("ready_bring_seeing");
  if (busy === "bring") return page.word("ready_bring_doing");
  return undone && !waiting ? page.word("ready_bring_undone") : "";
}

export function bringPart(page) {
  let undone = false;
  let waited = false; // whether a copy waited when this was drawn last
  const summary = h("span", {});
  const about = h("p", { class: "small quiet" });
  const far = h("p", { class: "small" });
  const pick = picking(page, () => draw());
  const press = (button, given = {}) => {
    if (page.value().busy) return; // one thing at a time
    undone = button === "cancel";
    page.press(button, given);
  };
  const see = h("button", { class: "btn", onclick: () => page.value().busy || press("see", pick.take()) }, icon("eye"), h("span", {}));
  const seen = box(page, { title: "ready_bring_seen", then: "ready_bring_sure", button: "ready_bring_do" }, "repeat", () => press("bring"));
  const waits = box(page, { title: "ready_bring_waits", then: "ready_bring_waits_say", button: "ready_bring_undo" }, "undo", () => press("cancel"));
  waits.node.classList.add("waits");
  const asking = h("details", { class: "quiet-more" }, h("summary", {}, icon("chevron"), summary), about, pick.node, see, seen.node);
  const node = h("div", { class: "bring" }, asking, waits.node, h("div", { role: "status" }, far));
  function draw() {
    const { can, busy, seen: copy, waiting } = page.value();
    const had = node.contains(document.activeElement);
    node.hidden = !can;
    say(summary, page.word("ready_bring"));
    say(about, page.word("ready_bring_lead"));
    pick.draw();
    say(see.lastChild, page.word("ready_bring_see"));
    [see, seen.button, waits.button].forEach((one) => one.setAttribute("aria-disabled", String(Boolean(busy))));
    const still = copy && copy.file === pick.file(); // where another was chosen since, its yes is not this one's
    seen.draw(still ? copy : null, pick.name());
    waits.draw(waiting);
    asking.hidden = Boolean(waiting);
    far.hidden = !say(far, progress(page, undone)).textContent;
    if (had && waited !== Boolean(waiting)) (waiting ? waits.button : asking.firstChild).focus(); // what had it is hidden now
    waited = Boolean(waiting);
  }
  return { node, draw };
}
