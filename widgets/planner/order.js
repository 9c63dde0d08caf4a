// What the planner can work out from its value alone: places in the list, the ribbon's measures.

export const FORMS = ["I", "par", "G", "plenum"];
export const TALL = { low: 56, high: 96 }; // px of a piece by its tempo
export const RESTS = ["break"];

// The place in the list that a row held at height y falls to; `middles` are the other rows' middles.
export function dropPlace(middles, y) {
  return middles.filter((middle) => middle < y).length;
}

// Where a key leads a row that is being moved; null when the key is none of ours.
export function keyPlace(key, at, length) {
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: length - 1 }[key];
  return to === undefined ? null : Math.max(0, Math.min(length - 1, to));
}

export function minutesOf(clock) {
  const [hour, minute] = String(clock || "0.0").split(/[.:]/).map(Number);
  return 60 * (hour || 0) + (minute || 0);
}

// "09.05" as the page's language says it: 9.05 in Danish, 9:05 in English.
export function said(clock, mark) {
  const minutes = minutesOf(clock);
  return `${Math.floor(minutes / 60)}${mark}${String(minutes % 60).padStart(2, "0")}`;
}

// Where the ribbon begins and ends: whole quarters around the day.
export function span(pieces, start, end) {
  const times = [minutesOf(start), minutesOf(end), ...pieces.flatMap((one) => [one.at, one.at + one.minutes])];
  return { from: Math.min(...times), to: Math.max(...times, Math.min(...times) + 60) };
}

// The full hours to be written under the ribbon, fewer when there is little room for them.
export function hours({ from, to }, width) {
  const each = width / Math.max(1, (to - from) / 60) < 52 ? 2 : 1;
  const first = Math.ceil(from / 60);
  const all = Array.from({ length: Math.max(0, Math.floor(to / 60) - first + 1) }, (_, at) => first + at);
  return all.filter((hour) => (hour - first) % each === 0).map((hour) => hour * 60);
}

// A wave from x over a width: one swing for each 18 px or so.
export function wave(x, y, width) {
  const swings = Math.max(1, Math.round(width / 18));
  const step = width / swings;
  const rest = Array.from({ length: swings - 1 }, () => `t${step} 0`).join("");
  return `M${x} ${y}q${step / 2} -7 ${step} 0${rest}`;
}

// Minutes as one says them: 45 min., 1 t. 5 min.
export function lasting(minutes, words) {
  const [hour, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (!hour) return words.minutes(rest);
  return rest ? `${words.hours(hour)} ${words.minutes(rest)}` : words.hours(hour);
}

// The beginning of a text, cut between two words.
export function shortened(text, most) {
  const line = String(text || "").replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  return `${line.slice(0, most).replace(/\s+\S*$/, "")} …`;
}

// The tags after one of them was pressed.
export function toggled(tags, tag) {
  return tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag];
}
