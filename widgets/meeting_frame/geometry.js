// Pure: the agenda's clock, what a list shows, and where a running meeting stands.

export const OUTCOMES = ["product", "knowledge", "feeling"];
export const MOST = { points: 14, roles: 8 };
export const LEAST = { points: 3, roles: 2 };
const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";
const MINUTE = 60000;

/** Gives an id nobody here has. */
export function frameId(taken, random = Math.random) {
  for (;;) {
    const id = Array.from({ length: 4 }, () => SIGNS[Math.floor(random() * SIGNS.length)]).join("");
    if (!taken.includes(id)) return id;
  }
}

/** Gives a list of the value, whatever is stored there. */
export const listOf = (value, name) => (value && Array.isArray(value[name]) ? value[name].filter((one) => one && one.id) : []);

/** Gives a time of day in minutes, or null: "09.30" is 570. */
export function minutesOf(clock) {
  const found = /^([01]\d|2[0-3])\.([0-5]\d)$/.exec(clock || "");
  return found ? 60 * Number(found[1]) + Number(found[2]) : null;
}

/** Gives minutes as a time of day: 570 is "09.30"; past midnight it goes on from nought. */
export function clockOf(minutes) {
  const day = ((Math.round(minutes) % 1440) + 1440) % 1440;
  return `${String(Math.floor(day / 60)).padStart(2, "0")}.${String(day % 60).padStart(2, "0")}`;
}

/** Gives when each point begins ("09.30"), "" without a start, and the whole: {at: [], sum, end}. */
export function agendaOf(points, start) {
  const from = minutesOf(start);
  let sum = 0;
  const at = points.map((point) => {
    const begins = from === null ? "" : clockOf(from + sum);
    sum += point.minutes || 0;
    return begins;
  });
  return { at, sum, end: from === null || !sum ? "" : clockOf(from + sum) };
}

/** Gives minutes stepped by 5 from any number, never below 5 nor above 240. */
export const steppedMinutes = (minutes, by) => Math.min(240, Math.max(5, (by > 0 ? Math.floor((minutes || 0) / 5) : Math.ceil((minutes || 0) / 5)) * 5 + 5 * by));

/** Gives a list with one item moved by a step; the same list when there is no room. */
export function movedBy(items, id, step) {
  const from = items.findIndex((one) => one.id === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= items.length) return items;
  const rest = items.filter((one) => one.id !== id);
  return [...rest.slice(0, to), items[from], ...rest.slice(to)];
}

/** Gives the points somebody has named: an empty row is no point of a meeting. */
export const pointsToRun = (value) => listOf(value, "points").filter((one) => String(one.what || "").trim());

/**
 * Gives where a meeting stands: {phase: "before" | "on" | "over", at, point, next, left, of}. `left` are
 * the seconds of the point, below nought when it is over time; null for a point without minutes.
 */
export function standsAt(value, now) {
  const points = pointsToRun(value);
  const live = (value && value.live) || {};
  if (live.over) return { phase: "over", points };
  const at = points.findIndex((one) => one.id === live.point);
  if (at < 0 || !live.since) return { phase: "before", points };
  const of = (points[at].minutes || 0) + (live.more || 0);
  const left = of ? Math.round((live.since + of * MINUTE - now) / 1000) : null;
  return { phase: "on", points, at, point: points[at], next: points[at + 1] || null, left, of };
}

/** Gives seconds as a countdown: 192 is "3:12", below nought it says how far over: "+0:30". */
export function countdown(seconds) {
  const whole = Math.min(Math.abs(seconds), 5999); // a forgotten meeting does not count for ever
  const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  return seconds < 0 ? `+${text}` : text;
}

/** Gives a day in words, so that nobody mistakes the weekday: "2026-12-03" → "torsdag 3. december". */
export function dayInWords(date, locale) {
  const day = new Date(`${date}T12:00:00`);
  return date && !Number.isNaN(day.getTime()) ? day.toLocaleDateString(locale === "en" ? "en-GB" : locale, { weekday: "long", day: "numeric", month: "long" }) : date || "";
}
