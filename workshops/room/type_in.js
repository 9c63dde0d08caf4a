// Paper typed in: each field is sent when it is left, and is saved when the room says so.

import { fill } from "../../widgets/shared/kit.js";
import { newKey } from "./line.js";

const AGAIN = 2000; // ms until a field that got no answer is sent again
const PATIENCE = 6000; // ms until an answer counts as lost
const AT_ONCE = 400; // ms within which a refusal brings one back to the field

const config = JSON.parse(document.getElementById("config").textContent);
const inputs = [...document.querySelectorAll("[data-code]")];
const byCode = Object.fromEntries(inputs.map((one) => [one.dataset.code.toUpperCase(), one]));
const $ = (id) => document.getElementById(id);
const word = (key, facts) => fill(config.words[key] || key, facts);
let told = config.told;
let queue = Promise.resolve(); // one after the other: a row comes before what stands in it
let waiting = 0;

// ── what the room says ──
function draw(but) {
  for (const input of inputs) {
    const one = told.fields[input.dataset.code];
    if (!one) continue;
    const dirty = input.dataset.sent !== undefined || (input === document.activeElement && input !== but) || input.getAttribute("aria-invalid");
    if (!dirty && input.value !== one.text) input.value = one.text;
    input.dataset.kept = one.text;
    input.readOnly = one.unseen || !told.may;
    const said = one.other ? word("typed_also", { text: one.other }) : one.unseen ? word("typed_group_wrote") : one.said;
    part(input, ".said").textContent = said;
    grow(input);
  }
  $("far").textContent = word("typed_far", { n: told.filled, all: told.all });
  $("share").textContent = told.shared ? word("typed_withdraw") : word("typed_release");
  $("share").classList.toggle("main", !told.shared);
  $("share-note").textContent = told.shared ? word(told.held ? "typed_held" : "typed_shared") : word("typed_share_note");
  $("yes").parentElement.hidden = told.shared;
  $("example").parentElement.hidden = !told.shared;
  $("example").checked = told.example;
  $("undo").disabled = !told.may;
}

const part = (input, name) => input.closest(".line").querySelector(name);
function grow(input) {
  if (input.tagName !== "TEXTAREA") return;
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight + 3}px`;
}

function note(text, look = "") {
  $("save").className = `save ${look}`;
  $("save").textContent = text;
}

function wrong(input, why) {
  part(input, ".wrong").textContent = why;
  if (why) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  if (why) part(input, ".kept").textContent = "";
}

// ── to the room ──
/** Sends one thing until there is an answer; the same key counts once, however often it is sent. */
async function send(verb, asked) {
  const body = JSON.stringify({ ...asked, key: newKey() });
  for (;;) {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), PATIENCE);
    try {
      const answer = await fetch(`${config.address}/${verb}`, { method: "POST", headers: { "Content-Type": "application/json" }, body, signal: late.signal, keepalive: true });
      if (answer.status === 403) return { ok: false, why: word("typed_no_seat") };
      return await answer.json();
    } catch {
      note(word("typed_waits"), "late");
      await new Promise((go) => setTimeout(go, AGAIN));
    } finally {
      clearTimeout(timer);
    }
  }
}

function inTurn(work) {
  waiting += 1;
  const done = queue.then(work).finally(() => (waiting -= 1));
  queue = done.catch(() => undefined);
  return done;
}

/** Saves a field that was changed; says whether it now stands as it is written. */
function save(input) {
  const text = input.value;
  if (input.readOnly || text === (input.dataset.sent ?? input.dataset.kept)) return Promise.resolve(!input.getAttribute("aria-invalid"));
  input.dataset.sent = text;
  part(input, ".kept").textContent = "";
  return inTurn(async () => {
    const code = input.dataset.code;
    const answer = await send("put", { code, text, seen: told.fields[code].id });
    if (input.dataset.sent === text) delete input.dataset.sent;
    if (!answer.ok) {
      if (input.value !== text) return false; // it has been written anew meanwhile
      wrong(input, answer.why);
      note(word("typed_look", { code }), "wrong"); // the sentence itself stands at the field
      return false;
    }
    told = answer;
    if (input.value === text) wrong(input, "");
    draw(input.value === text ? input : undefined);
    part(input, ".kept").textContent = word("typed_saved");
    note(word("typed_saved_code", { code }));
    return true;
  });
}

// ── keys ──
function go(input) {
  if (!input) return;
  input.focus();
  input.select();
}

const after = (input, step = 1) => inputs[inputs.indexOf(input) + step] || $("yes");

/** Gives where Enter goes: on; out of a list when its next line is left empty. */
function next(input) {
  const section = input.closest("section");
  const first = inputs.filter((one) => one.closest("[data-row]") && section.contains(one) && one.closest("[data-row]").dataset.row === input.closest(".line").dataset.row)[0];
  if (!("list" in section.dataset) || input !== first || input.value.trim()) return after(input);
  const inside = inputs.filter((one) => section.contains(one));
  return after(inside[inside.length - 1]);
}

/** Goes on at once, so that a quick hand's letters never land in the field it has left; comes back
 * to what the room refuses, unless somebody has begun to write in the next. */
async function enter(input) {
  const kept = save(input);
  const on = next(input);
  const before = on.value;
  go(on);
  if (input.closest(".line").dataset.kind === "text") return;
  const fine = await Promise.race([kept, new Promise((done) => setTimeout(done, AT_ONCE, true))]);
  if (!fine && document.activeElement === on && on.value === before) go(input);
}

for (const input of inputs) {
  input.value = told.fields[input.dataset.code].text;
  input.setAttribute("aria-describedby", [...input.closest(".line").querySelectorAll(".hint, .said, .wrong")].map((one, at) => (one.id = one.id || `${input.id}-${at}`)).join(" "));
  input.addEventListener("blur", () => save(input));
  input.addEventListener("input", () => grow(input));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      enter(input);
    }
  });
}

$("jump").addEventListener("submit", (event) => {
  event.preventDefault();
  const code = $("code").value.trim().toUpperCase();
  const found = byCode[code] || byCode[`${code}A`] || byCode[`${code}1`] || byCode[`${code}1A`];
  if (!code || !found) return note(word("typed_no_code", { code }), "wrong");
  $("code").value = "";
  note("");
  go(found);
});

addEventListener("keydown", (event) => {
  if (event.key === "Escape") go($("code"));
});

// ── undo, share ──
$("undo").addEventListener("click", () => {
  const open = inputs.find((one) => one.dataset.sent === undefined && one.getAttribute("aria-invalid"));
  if (open) { // what was refused was never saved: back to what is
    open.value = open.dataset.kept;
    wrong(open, "");
    return note("");
  }
  inTurn(async () => {
    const answer = await send("undo", {});
    if (!answer.ok) return note(answer.why, "wrong");
    told = answer;
    document.querySelectorAll(".kept").forEach((one) => (one.textContent = ""));
    draw();
    note(word("typed_undone"));
  });
});

$("share").addEventListener("click", () => {
  const on = !told.shared;
  const stuck = inputs.find((one) => one.getAttribute("aria-invalid"));
  if (on && stuck) return go(stuck);
  inTurn(async () => {
    const answer = await send("share", { on, yes: $("yes").checked });
    $("share-wrong").textContent = answer.ok ? "" : answer.why;
    if (!answer.ok) return;
    told = answer;
    $("yes").checked = false;
    draw();
    note(word(on ? "typed_shared" : "typed_withdrawn"));
  });
});

$("example").addEventListener("change", () => {
  const on = $("example").checked; // the tick is the group's yes itself
  inTurn(async () => {
    const answer = await send("share", { on, yes: on, example: true });
    $("share-wrong").textContent = answer.ok ? "" : answer.why;
    if (answer.ok) told = answer;
    draw();
    if (answer.ok) note(word(on ? "typed_is_example" : "typed_no_example"));
  });
});

addEventListener("beforeunload", (event) => {
  if (document.activeElement && document.activeElement.dataset.code) save(document.activeElement);
  if (waiting) event.preventDefault();
});

draw();
if (told.may) go(inputs.find((one) => !one.value && !one.readOnly));
