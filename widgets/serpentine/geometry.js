// Pure: which turns there are, what a move makes of them, and how the line winds past their stops.

export const WHO = ["mine", "theirs", "third"];
export const MOST = 12; // turns of one conversation
const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";

const isBranch = (part) => Boolean(part) && typeof part === "object" && !Array.isArray(part);
const textOf = (leaf) => (typeof leaf === "string" ? leaf : "");

/** Gives the turns that can be drawn, in their order; what is no turn, or stands twice, is left out. */
export function turnsOf(value) {
  const turns = isBranch(value) && Array.isArray(value.turns) ? value.turns : [];
  return turns.filter((one, at) => isBranch(one) && one.id && turns.findIndex((other) => isBranch(other) && other.id === one.id) === at).slice(0, MOST);
}

/** Gives one turn with everything it can have. */
export function turnOf(value, id) {
  const { who, text, made, fork } = turnsOf(value).find((one) => one.id === id) || {};
  return { who: WHO.includes(who) ? who : null, text: textOf(text), made: textOf(made), fork: fork === true };
}

/** Says whether anything was written of a turn: what was not is no part of a line that is only read. */
export function isSaid(value, id) {
  const { text, made } = turnOf(value, id);
  return Boolean(text || made);
}

/** Gives the name somebody gave a voice; "" when it has none of its own. */
export function nameOf(value, who) {
  return isBranch(value) && isBranch(value.names) ? textOf(value.names[who]) : "";
}

/** Gives who probably speaks next: of two who talk, the other one; nobody where that is not plain. */
export function nextWho(turns, at) {
  const before = at > 0 ? (turns[at - 1] || {}).who : null;
  return { mine: "theirs", theirs: "mine" }[before] || null;
}

/** Gives the turns with a new one at place `at`. */
export function inserted(turns, at, turn) {
  return [...turns.slice(0, at), turn, ...turns.slice(at)];
}

/** Gives the turns with one moved to place `to`; beyond the ends is the end. */
export function placed(turns, id, to) {
  const turn = turns.find((one) => one.id === id);
  if (!turn) return turns;
  const rest = turns.filter((one) => one !== turn);
  return inserted(rest, Math.max(0, Math.min(rest.length, to)), turn);
}

/** Gives the number of the centre nearest to a point. */
export function nearest([x, y], centres) {
  const away = centres.map(([cx, cy]) => Math.hypot(cx - x, cy - y));
  return away.indexOf(Math.min(...away));
}

/** Gives how many columns `count` turns take when at most `most` stand in a row: rows as even as can be. */
export function columnsFor(count, most) {
  const rows = Math.max(1, Math.ceil(count / most));
  return Math.max(2, Math.ceil(count / rows));
}

/** Gives row and column (from 1) of a turn when rows run to and fro. */
export function cellOf(at, columns) {
  const [row, along] = [Math.floor(at / columns), at % columns];
  return { row: row + 1, column: row % 2 ? columns - along : along + 1 };
}

const round = (number) => Math.round(number * 10) / 10;
const step = (letter, ...numbers) => letter + numbers.map(round).join(" ");

/** Gives the line down a page: beside each card, and across in the gap to where the next one stands. */
export function windDown(stops) {
  return stops.map(({ x, y, end }, at) => {
    const next = stops[at + 1];
    if (!next) return at ? step("V", y) : "";
    const middle = (end + next.top) / 2;
    return (at ? "" : step("M", x, y)) + step("V", end) + step("C", x, middle, next.x, middle, next.x, next.top) + step("V", next.y);
  }).join("");
}

/** Gives the line along rows that run to and fro; `edges` is where it turns round at the left and right. */
export function windRows(stops, edges) {
  return stops.map(({ x, y, row }, at) => {
    const start = at ? "" : step("M", x, y);
    const next = stops[at + 1];
    if (!next) return start;
    if (next.row === row) return start + step("C", (x + next.x) / 2, y, (x + next.x) / 2, next.y, next.x, next.y);
    const right = row % 2 === 1;
    const edge = edges[right ? 1 : 0];
    const bend = Math.min(Math.abs(edge - x), (next.y - y) / 2, 40) * (right ? 1 : -1);
    const drop = Math.abs(bend);
    return start + step("H", edge - bend) + step("Q", edge, y, edge, y + drop) + step("V", next.y - drop) + step("Q", edge, next.y, edge - bend, next.y) + step("H", next.x);
  }).join("");
}

/** Gives a short way that was not taken, for each fork: it leaves the line and ends in the open. */
export function waysOut(stops, lay, size) {
  return stops.map(({ x, y, end, row, fork }, at) => {
    const next = stops[at + 1];
    if (!fork) return "";
    if (lay === "rows") {
      const on = row % 2 === 1 ? 1 : -1;
      const up = next && next.row === row && next.y < y ? 1 : -1;
      return step("M", x, y) + step("Q", x + on * size, y, x + on * size * 1.5, y + up * size * 0.9);
    }
    const straight = next && Math.abs(next.x - x) > size;
    const reach = next ? next.top - end : size;
    return straight || !next ? step("M", x, end) + step("V", end + reach * 0.85) : step("M", x, end) + step("Q", x, end + reach / 2, x + (x > size * 2 ? -1 : 1) * size, end + reach / 2);
  }).join("");
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
