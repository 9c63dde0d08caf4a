// Pure: which meetings are shown, and how long the clock is that all of them share.

import { bandOf } from "../game_table/geometry.js";

export const COLUMNS_FROM = 6; // from so many on they stand in two columns
const AFTER = 15; // seconds the last thing is seen to last when nobody ended the meeting

/** Gives the groups whose meeting was begun. */
export function heldMeetings(value) {
  const groups = (value && Array.isArray(value.groups) && value.groups) || [];
  return groups.filter((group) => group && Array.isArray(group.turns) && Array.isArray(group.timeouts));
}

/** Gives the seconds a meeting lasts: until it was ended, and past the last that happened in it. */
export function lastOf({ seconds, turns, timeouts }) {
  const ended = Number(seconds) || 0;
  const last = Math.max(0, ...turns.map(({ at }) => at), ...timeouts.map(({ at, until }) => (until === null ? at : until)));
  return ended ? Math.max(ended, last) : last + AFTER;
}

/** Gives the seconds from left to right: whole minutes, as many as the longest meeting takes. */
export function sharedClock(groups) {
  const ends = groups.flatMap((group) => [lastOf(group), ...group.timeouts.map((one) => bandOf(one, lastOf(group)).to)]);
  return 60 * Math.max(1, Math.ceil(Math.max(0, ...ends) / 60));
}
