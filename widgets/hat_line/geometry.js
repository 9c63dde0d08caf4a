// What a line of hats holds and where in it the table is. Pure.

export const HATS = ["facilitator", "knowledge", "authority"];
export const SEATS = ["s1", "s2", "s3", "s4", "s5", "s6"];
export const LONGEST = 3600; // seconds
export const GRACE = 120; // seconds a forgotten clock runs on
export const STEP = 5; // seconds an arrow key moves a change
export const BOUNCE = 1500; // ms in which a second tap of the same finger is the same tap
const USUAL = 8;

const isHat = (hat) => HATS.includes(hat);
const yesNo = (part) => (typeof part === "boolean" ? part : null);
const isTime = (part) => Number.isFinite(part) && part >= 0;

export const letterOf = (seat) => "ABCDEF"[SEATS.indexOf(seat)] || "";
export const secondsOf = (options) => 60 * (Number((options || {}).minutes) || USUAL);
export const firstOf = (value) => (isHat((value || {}).first) ? value.first : HATS[0]);

/** Gives the changes in the order of the clock, whatever is stored; one without time or hat falls out. */
export function shiftsOf(value) {
  const all = value && Array.isArray(value.shifts) ? value.shifts : [];
  const whole = all.filter((one) => one && one.id && isTime(one.at) && isHat(one.to));
  const read = whole.map((one) => ({ id: one.id, at: one.at, to: one.to, announced: yesNo(one.announced), permission: yesNo(one.permission), by: SEATS.includes(one.by) ? one.by : null }));
  return read.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

/** Gives {phase: before | run | after, gone, left}: seconds since it began and until its time is up. */
export function timeOf(value, now, whole) {
  const { began, ended } = value || {};
  if (!isTime(began)) return { phase: "before", gone: 0, left: whole };
  const until = isTime(ended) ? ended : now;
  const gone = Math.min(LONGEST, Math.max(0, (until - began) / 1000));
  const after = isTime(ended) || gone >= whole + GRACE;
  return { phase: after ? "after" : "run", gone: after && !isTime(ended) ? whole : gone, left: Math.max(0, whole - gone) };
}

/** Gives the seconds the strip is long: the time it took, and never less than its last change. */
export function scaleOf(value, now, whole) {
  const { phase, gone } = timeOf(value, now, whole);
  const last = Math.max(0, ...shiftsOf(value).map(({ at }) => at));
  return Math.max(phase === "after" ? gone : Math.max(whole, gone), last, 60);
}

/** Gives the hat that is worn now. */
export function hatNow(value) {
  const shifts = shiftsOf(value);
  return shifts.length ? shifts[shifts.length - 1].to : firstOf(value);
}

/** Gives the change just before this one when it went to the same hat: very likely a second tap for one change. */
export function twinOf(shifts, id, first) {
  const at = shifts.findIndex((one) => one.id === id);
  if (at < 0) return null;
  const before = at ? shifts[at - 1] : { id: "", to: first };
  return before.to === shifts[at].to ? before : null;
}

/** Gives the list with two taps as one: the earlier stays and takes over what only the later one says. */
export function merged(list, keep, drop) {
  const gone = list.find((one) => one && one.id === drop) || {};
  const filled = (one) => ({ ...one, announced: yesNo(one.announced) === null ? yesNo(gone.announced) : one.announced, permission: yesNo(one.permission) === null ? yesNo(gone.permission) : one.permission });
  return list.filter((one) => one && one.id !== drop).map((one) => (one.id === keep ? filled(one) : one));
}

/** Gives a time that a change may have. */
export const within = (seconds) => Math.round(Math.min(LONGEST, Math.max(0, seconds)));

/** Gives an id that none of the changes has. */
export function newId(taken) {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  for (;;) {
    const id = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => letters[byte % letters.length]).join("");
    if (!taken.includes(id)) return id;
  }
}
