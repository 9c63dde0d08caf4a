// What a meeting with time-outs holds, and where in it the table is. Pure.

export const LEVELS = ["content", "process"];
export const CARDS = 8;
export const LONGEST = 3600; // seconds
export const MINUTE = 60000;
const USUAL = 15;
const SHORTEST_TIMEOUT = 20; // seconds one is seen to last while its end is not known
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

const isTime = (part) => Number.isFinite(part) && part >= 0;
const isLevel = (level) => LEVELS.includes(level);
const itemsOf = (value, name) => (value && Array.isArray(value[name]) ? value[name].filter((one) => one && one.id && isTime(one.t)) : []);
const byClock = (one, other) => one.t - other.t || (one.id < other.id ? -1 : 1);

export const turnsOf = (value) => itemsOf(value, "log").filter((one) => isLevel(one.level)).sort(byClock);
export const timeoutsOf = (value) => itemsOf(value, "timeouts").sort(byClock);
export const sentenceOf = (timeout) => (timeout && (timeout.asked || timeout.noticed)) || "";

/** Gives the ms at which the meeting began, or null. */
export function beganAt(value) {
  const all = [...turnsOf(value), ...timeoutsOf(value)].map(({ t }) => t);
  return all.length ? Math.min(...all) : null;
}

/** Gives how long the contract says the meeting is, else the exercise. */
export function lengthOfMeeting(value, options) {
  const agreed = ((value || {}).contract || {}).time;
  return Number.isFinite(agreed) && agreed > 0 ? agreed : Number((options || {}).minutes) || USUAL;
}

/** Gives the time-out that runs, or null: the last one that nobody has gone back from. */
export function openTimeout(value) {
  if (isTime(((value && value.live) || {}).over)) return null;
  const open = timeoutsOf(value).filter((one) => !isTime(one.end));
  return open[open.length - 1] || null;
}

/** Gives before | run | timeout | over. */
export function phaseOf(value) {
  if (beganAt(value) === null) return "before";
  if (isTime(((value && value.live) || {}).over)) return "over";
  return openTimeout(value) ? "timeout" : "run";
}

/** Gives the seconds since the meeting began; it stands still once the meeting is over. */
export function goneOf(value, now) {
  const began = beganAt(value);
  if (began === null) return 0;
  const over = ((value && value.live) || {}).over;
  return Math.min(LONGEST, Math.max(0, ((isTime(over) ? over : now) - began) / 1000));
}

/**
 * Gives the meeting in seconds: {turns: [{id, at, to, note}], timeouts: [{id, at, until, best}]}; `until` is
 * null while nobody has gone back.
 */
export function talkOf(value) {
  const began = beganAt(value);
  const second = (t) => Math.min(LONGEST, Math.max(0, Math.floor((t - began) / 1000)));
  const turns = turnsOf(value).map(({ id, t, level, note }) => ({ id, at: second(t), to: level, note: note || "" }));
  const timeouts = timeoutsOf(value).map(({ id, t, end }) => ({ id, at: second(t), until: isTime(end) ? second(Math.max(end, t)) : null, best: Boolean(value) && value.best === id }));
  return { turns, timeouts };
}

/** Gives the turns that lanes are drawn by: a time-out is process, and the way back leads to content. */
export function lanesOf({ turns, timeouts }) {
  const stops = timeouts.flatMap(({ at, until }) => [{ at, to: "process" }, ...(until === null ? [] : [{ at: until, to: "content" }])]);
  const all = [...turns, ...stops].sort((one, other) => one.at - other.at);
  return all.filter((one, i) => i === 0 || one.to !== all[i - 1].to);
}

/** Gives the level the talk is on when no time-out runs. */
export function levelNow(value) {
  const lanes = lanesOf(talkOf(value));
  return lanes.length ? lanes[lanes.length - 1].to : LEVELS[0];
}

/** Gives where a time-out stands on a strip: from and to in seconds, never too short to be seen. */
export const bandOf = ({ at, until }, gone) => ({ from: at, to: Math.max(at + SHORTEST_TIMEOUT, until === null ? Math.min(gone, at + 180) : until) });

/** Gives the seconds from left to right: the whole meeting, and never less than what happened in it. */
export function scaleOf(value, now, options) {
  const { turns, timeouts } = talkOf(value);
  const gone = goneOf(value, now);
  const last = Math.max(0, ...turns.map(({ at }) => at), ...timeouts.map((one) => bandOf(one, gone).to));
  return Math.max(phaseOf(value) === "over" ? gone : Math.max(60 * lengthOfMeeting(value, options), gone), last, 60);
}

/** Gives all that happened as lines by the clock: {at, until, level | number, note, id}. */
export function toldOf(value) {
  const { turns, timeouts } = talkOf(value);
  const stops = timeouts.map(({ id, at, until, best }, i) => ({ id, at, until, best, number: i + 1 }));
  return [...turns.map(({ id, at, to, note }) => ({ id, at, level: to, note })), ...stops].sort((one, other) => one.at - other.at);
}

/** Gives who may press: everybody where nobody holds the controls, or where no host knows of any. */
export function controlOf(options) {
  const given = (options && options.control) || {};
  const known = typeof given.mine === "boolean";
  return { mine: known ? given.mine : true, by: given.by || "", lent: Boolean(given.lent) };
}

/** Gives a card other than the one in hand. */
export function cardDrawn(had, random = Math.random) {
  const rest = Array.from({ length: CARDS }, (_, i) => i + 1).filter((number) => number !== had);
  return rest[Math.floor(random() * rest.length)];
}

/** Gives an id that none of these has. */
export function freshId(taken) {
  for (;;) {
    const id = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => LETTERS[byte % LETTERS.length]).join("");
    if (!taken.includes(id)) return id;
  }
}
