// Pure: which levels stand where, what a move or an addition makes of an order, and how it is said.

export const LEVELS = ["culture", "organisation", "profession", "self", "relation", "episode", "speech_act", "content"]; // from the top down
export const DEFAULT = ["culture", "self", "relation", "episode", "speech_act"];
export const LEAST = 2; // a hierarchy has a level that frames another
export const SIDES = ["mine", "theirs"];
export const KINDS = ["contextual", "implicative", "prefigurative", "practical"];
export const DEONTICS = ["must", "may", "must_not", "unclear"];
export const LOOPS = ["none", "charmed", "strange"];
export const MOST_FORCES = 6;
const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";

const isBranch = (part) => Boolean(part) && typeof part === "object" && !Array.isArray(part);

/** Gives one party's branch of the value, whatever is stored there. */
export function sideOf(value, side) {
  return isBranch(value) && isBranch(value[side]) ? value[side] : {};
}

/** Gives a level's story and strength. */
export function levelOf(value, side, level) {
  const { levels } = sideOf(value, side);
  const one = isBranch(levels) && isBranch(levels[level]) ? levels[level] : {};
  const strength = [0, 1, 2, 3].includes(one.strength) ? one.strength : null;
  return { story: typeof one.story === "string" ? one.story : "", strength };
}

/** Gives the levels of one party from the top down; what is no level, or stands twice, is left out. */
export function orderOf(value, side) {
  const { order } = sideOf(value, side);
  const known = Array.isArray(order) ? order.filter((level, i) => LEVELS.includes(level) && order.indexOf(level) === i) : [];
  return known.length ? known : DEFAULT;
}

/** Gives the level that somebody marked as the highest context, as long as it is there. */
export function highestOf(value, side) {
  const { highest } = sideOf(value, side);
  return orderOf(value, side).includes(highest) ? highest : null;
}

/** Gives the forces that are written down at all. */
export function forcesOf(value, side) {
  const { forces } = sideOf(value, side);
  return Array.isArray(forces) ? forces.filter((one) => isBranch(one) && one.id) : [];
}

/** Gives the order with one level at place `to`; beyond the ends is the end. */
export function placed(order, level, to) {
  if (!order.includes(level)) return order;
  const rest = order.filter((one) => one !== level);
  const at = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, at), level, ...rest.slice(at)];
}

/** Gives the order with a level added where it stands by itself: above the first one that is usually lower. */
export function added(order, level) {
  if (order.includes(level)) return order;
  const lower = order.findIndex((one) => LEVELS.indexOf(one) > LEVELS.indexOf(level));
  return lower < 0 ? [...order, level] : [...order.slice(0, lower), level, ...order.slice(lower)];
}

/** Gives the levels that could be added. */
export function missing(order) {
  return LEVELS.filter((level) => !order.includes(level));
}

/** Gives where a level dragged to height `y` would stand; `middles` are those of the other levels, from the top down. */
export function placeFor(y, middles) {
  return middles.filter((middle) => middle < y).length;
}

/** Says whether a force pulls upwards; null when it lacks an end or stays on its level. */
export function isUpward({ from_level: from, to_level: to }, order) {
  const [start, end] = [order.indexOf(from), order.indexOf(to)];
  return start < 0 || end < 0 || start === end ? null : end < start;
}

/** Gives the forces to be shown in the gap under place `at`: on the side of the level they come from. */
export function between(forces, order, at) {
  return forces.filter((force) => {
    const up = isUpward(force, order);
    if (up === null) return false;
    return order.indexOf(force.from_level) - (up ? 1 : 0) === at;
  });
}

/** Gives a force in words: "Kontekstuel kraft · Relation → Talehandling · skal"; `word` gives a word by its key. */
export function forceInWords({ kind, from_level: from, to_level: to, deontic }, word, short = false) {
  if (!KINDS.includes(kind)) return "";
  const way = (short ? [] : [from, to]).filter((level) => LEVELS.includes(level)).map((level) => word(`level_${level}`)).join(" → ");
  const felt = DEONTICS.includes(deontic) ? word(`deontic_${deontic}`).toLowerCase() : "";
  return [word(`force_${kind}`), way, felt].filter(Boolean).join(" · ");
}

/** Says whether anybody has done anything on a side. */
export function isBegun(value, side) {
  const { order, highest, loop } = sideOf(value, side);
  const written = LEVELS.map((level) => levelOf(value, side, level));
  return Boolean((Array.isArray(order) && order.length) || highest || loop || forcesOf(value, side).length)
    || written.some(({ story, strength }) => story || strength !== null);
}

/** Gives an id nobody here has. */
export function newId(taken, random = Math.random) {
  for (let tries = 0; ; tries += 1) {
    const id = Array.from({ length: tries < 5 ? 3 : 4 }, () => SIGNS[Math.floor(random() * SIGNS.length)]).join("");
    if (!taken.includes(id)) return id;
  }
}

/** Gives the next choice of a row by arrow key, or null for any other key. */
export function stepped(at, key, count) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return step ? (Math.max(at, 0) + step + count) % count : null;
}

/** Gives both texts as one: the reader's first. */
export function joinedTexts(mine, other) {
  return [mine, other].filter(Boolean).join("\n");
}
