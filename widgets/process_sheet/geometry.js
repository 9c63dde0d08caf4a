// Pure: which steps there are, how their minutes add up, what a move makes of them, what may be asked about them.

export const PLANS = ["six", "sixty"];
export const PHASES = ["open", "explore", "close"];
export const PARTS = [...PHASES, "other"]; // a pause, and what has no phase yet, is the last
export const FORMS = ["I", "par", "G", "plenum"];
export const METHODS = ["expectations", "clarifying", "dots", "decision", "summary", "pause", "own"];
export const MOST = 12; // steps of one plan
export const LONGEST = 480; // minutes
const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";

const isBranch = (part) => Boolean(part) && typeof part === "object" && !Array.isArray(part);
const textOf = (leaf) => (typeof leaf === "string" ? leaf : "");
const oneOf = (leaf, all) => (all.includes(leaf) ? leaf : null);

/** Gives the steps of a plan that can be shown, in their order; what is no step, or stands twice, is left out. */
export function stepsOf(value, plan) {
  const held = isBranch(value) && isBranch(value[plan]) ? value[plan].steps : [];
  const steps = Array.isArray(held) ? held : [];
  return steps.filter((one, at) => isBranch(one) && one.id && steps.findIndex((other) => isBranch(other) && other.id === one.id) === at).slice(0, MOST);
}

/** Gives a step with everything it can have. */
export function stepOf(steps, id) {
  const { title, purpose, phase, method, form, minutes, tempo, body, lead, materials } = steps.find((one) => one.id === id) || {};
  return {
    title: textOf(title), purpose: textOf(purpose), lead: textOf(lead), materials: textOf(materials), minutes: Number.isFinite(minutes) ? minutes : 0,
    phase: oneOf(phase, PHASES), method: oneOf(method, METHODS), form: oneOf(form, FORMS), tempo: oneOf(tempo, ["low", "high"]), body: oneOf(body, ["seated", "moving"]),
  };
}

/** Gives the part of the bar a step stands in. */
export function partOfStep({ phase, method }) {
  return method === "pause" || !phase ? "other" : phase;
}

/** Gives the minutes of each part of the bar, in its order, and all of them: {open, explore, close, other, sum}. */
export function minutesOf(steps) {
  const found = { open: 0, explore: 0, close: 0, other: 0, sum: 0 };
  for (const { id } of steps) {
    const step = stepOf(steps, id);
    found[partOfStep(step)] += step.minutes;
    found.sum += step.minutes;
  }
  return found;
}

/** Gives the longest time on end in which everybody sits in plenary. */
export function longestTalk(steps) {
  let [now, most] = [0, 0];
  for (const { id } of steps) {
    const { form, method, minutes } = stepOf(steps, id);
    now = form === "plenum" && method !== "pause" ? now + minutes : 0;
    most = Math.max(most, now);
  }
  return most;
}

/** Gives what may be asked about a plan, [{key, n}]: questions, never faults. The step somebody writes in is left in peace. */
export function hintsOf(steps, total, { talk = 20, sit = 45, writing = null } = {}) {
  const all = steps.map(({ id }) => ({ id, ...stepOf(steps, id) }));
  if (!all.length) return [];
  const { sum } = minutesOf(steps);
  const without = all.filter(({ id, purpose, method }) => id !== writing && method !== "pause" && !purpose.trim()).length;
  const talked = longestTalk(steps);
  const asked = [
    { key: "hint_over", n: sum - total, is: sum > total },
    { key: "hint_purpose", n: without, is: without > 0 },
    { key: "hint_talk", n: talked, is: talked > talk },
    { key: "hint_pause", n: sum, is: sum > sit && !all.some(({ method }) => method === "pause") },
    { key: "hint_close", n: 0, is: !all.some(({ phase }) => phase === "close") },
  ];
  return asked.filter(({ is }) => is).map(({ key, n }) => ({ key, n }));
}

/** Gives the steps with a new one at place `at`. */
export function insertedStep(steps, at, step) {
  return [...steps.slice(0, at), step, ...steps.slice(at)];
}

/** Gives the steps with one moved to place `to`; beyond the ends is the end. */
export function placedStep(steps, id, to) {
  const step = steps.find((one) => one.id === id);
  if (!step) return steps;
  const rest = steps.filter((one) => one !== step);
  return insertedStep(rest, Math.max(0, Math.min(rest.length, to)), step);
}

/** Gives a new step for place `at`: in the phase of the one before it. */
export function freshStep(steps, at, id) {
  const { phase } = at > 0 ? stepOf(steps, steps[at - 1].id) : {};
  return { id, phase: phase || "open", minutes: 10 };
}

/** Gives the next minutes up or down: by one up to five, then in fives. */
export function nextMinutes(minutes, by) {
  const step = (by > 0 ? minutes < 5 : minutes <= 5) ? 1 : 5;
  const next = by > 0 ? Math.floor(minutes / step) * step + step : Math.ceil(minutes / step) * step - step;
  return Math.max(0, Math.min(LONGEST, next));
}

/** Gives the minutes somebody typed, or null when it was no number. */
export function typedMinutes(text, least = 0) {
  const number = parseInt(text, 10);
  return Number.isFinite(number) ? Math.max(least, Math.min(LONGEST, number)) : null;
}

/** Gives how wide a part of the bar is in per cent: the whole bar is the time, or all the minutes when those are more. */
export function widthOf(minutes, sum, total) {
  const whole = Math.max(sum, total);
  return whole > 0 ? (100 * minutes) / whole : 0;
}

/** Gives those parts of a step of the first plan that the second one has changed, by name; null where there are none. */
export function changedFrom(value, id) {
  const before = stepsOf(value, "six");
  if (!before.some((one) => one.id === id)) return null;
  const [was, is] = [stepOf(before, id), stepOf(stepsOf(value, "sixty"), id)];
  const changed = ["title", "phase", "form", "method", "minutes"].filter((part) => was[part] !== is[part]);
  return changed.length ? Object.fromEntries(changed.map((part) => [part, was[part]])) : null;
}

/** Gives the steps that were in the first plan and are not in the second. */
export function leftOut(value) {
  const there = stepsOf(value, "sixty").map(({ id }) => id);
  return there.length ? stepsOf(value, "six").filter(({ id }) => !there.includes(id)) : [];
}

/** Gives the number of the middle nearest to a place down the page. */
export function nearestRow(y, middles) {
  const away = middles.map((middle) => Math.abs(middle - y));
  return away.indexOf(Math.min(...away));
}

/** Gives an id nobody here has. */
export function newId(taken, random = Math.random) {
  for (let tries = 0; ; tries += 1) {
    const id = Array.from({ length: tries < 5 ? 3 : 4 }, () => SIGNS[Math.floor(random() * SIGNS.length)]).join("");
    if (!taken.includes(id)) return id;
  }
}

/** Gives both texts as one: the reader's first. */
export function joinedTexts(mine, other) {
  return [mine, other].filter(Boolean).join("\n");
}
