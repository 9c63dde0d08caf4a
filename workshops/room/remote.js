// The remote on the trainer's phone: what the room tells it, and its presses.

import { fill, h, icon, say } from "../../widgets/shared/kit.js";
import { clockSkew, placeOf } from "../../widgets/cockpit/day.js";
import { line, newKey } from "./line.js";
import { beforePart, header, nowPart } from "./remote_now.js";
import { foot, groupPart, handPart, morePart, nextPart } from "./remote_next.js";

const PATIENCE = 6000; // ms until a press without an answer is said to be lost
const STEPS = ["go", "stage", "skip", "swap", "repeat", "split", "more"];
const config = JSON.parse(document.getElementById("config").textContent);
const root = document.getElementById("remote");
let told = null;
let skew = 0;
let note = "";
let queue = Promise.resolve(); // presses go one after the other, none is dropped
let under = 0;

const its = {
  told: () => told,
  state: () => told.state,
  now: () => Date.now() + skew,
  note: () => note,
  busy: () => under > 0,
  word: (key, facts) => fill(config.words[key] || key, facts),
  text: (words) => (words ? words[config.lang] || words.da : ""),
  mark: () => its.word("desk_clock_mark"),
  // A step says where it was made, so that desk and remote pressed at once move the room once.
  press(button, given = {}) {
    const at = STEPS.includes(button) ? { at: placeOf(told.state) } : {};
    const pressed = { button, ...at, key: newKey(), ...given };
    under += 1;
    note = "";
    draw();
    queue = queue.then(async () => {
      note = (await post(pressed)) || note;
      under -= 1;
      draw();
    });
  },
};

async function post(pressed) {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE);
  try {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch("/remote/press", { method: "POST", headers, body: JSON.stringify(pressed), signal: late.signal });
    const said = await answer.json();
    return said.ok ? "" : said.why;
  } catch {
    return its.word("remote_lost");
  } finally {
    clearTimeout(timer);
  }
}

const parts = [header(its), handPart(its), beforePart(its), nowPart(its), nextPart(its), groupPart(its), morePart(its), foot(its)];
const off = h("div", { class: "banner", role: "status", hidden: true }, icon("alert"), h("span"));

function draw() {
  for (const one of parts) one.show();
}

const channel = line({
  address: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/remote/live`,
  hello: () => ({ is: "open" }),
  news() {
    off.hidden = channel.isUp();
    say(off.lastChild, its.word("remote_offline"));
  },
  hear(message) {
    if (message.is !== "state") return;
    const first = !told;
    told = message;
    skew = clockSkew(told.state, Date.now());
    if (first) root.replaceChildren(off, ...parts.map((one) => one.node));
    draw();
  },
});
setInterval(() => told && parts.forEach((one) => one.tick && one.tick()), 500);
