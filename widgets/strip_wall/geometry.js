// Pure: which strips are shown, and how long the clock is that all of them share.

import { HATS } from "../hat_line/geometry.js";

export const BESIDE = 6; // from so many on they stand in two columns
const ROOM = 15; // seconds a last change is seen to last when nobody ended the line

/** Gives the groups whose line was begun. */
export function begunGroups(value) {
  const groups = (value && Array.isArray(value.groups) && value.groups) || [];
  return groups.filter((group) => group && Array.isArray(group.shifts) && HATS.includes(group.first));
}

/** Gives the seconds a group's line lasts: until it was ended, and past its last change. */
export function lengthOf({ seconds, shifts }) {
  const last = Math.max(0, ...shifts.map(({ at }) => at));
  return Math.max(Number(seconds) || 0, last ? last + ROOM : 0);
}

/** Gives the seconds from left to right: whole minutes, as many as the longest line takes. */
export function clockOf(groups) {
  return 60 * Math.max(1, Math.ceil(Math.max(0, ...groups.map(lengthOf)) / 60));
}
