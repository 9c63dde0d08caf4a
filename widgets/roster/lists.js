// What the page can work out from its value alone: who sits where, which columns, how many.

export const byName = (locale) => (one, other) => one.alias.localeCompare(other.alias, locale);

// Is somebody to have a place at a table today?
export function isSeated(person) {
  return !person.absent && person.role !== "trainer";
}

// The columns of a board: {key, people}. `known` columns stand there empty; who is in none comes first.
export function columnsOf(people, field, known, locale) {
  const keys = [...new Set(known)];
  for (const person of people) if (person[field] && !keys.includes(person[field])) keys.push(person[field]);
  const order = byName(locale);
  const of = (key) => people.filter((person) => person[field] === key).sort(order);
  const loose = of("");
  return [...(loose.length ? [{ key: "", people: loose }] : []), ...keys.map((key) => ({ key, people: of(key) }))];
}

// The tables a board shows: those in use, and the next one that is free.
export function tablesShown(people, tables) {
  const used = new Set(people.map((person) => person.table).filter(Boolean));
  const highest = Math.max(0, ...[...used].map(Number));
  return tables.filter((table) => Number(table) <= highest + 1);
}

// People as a proposal would seat them.
export function asProposed(people, proposal) {
  const at = {};
  for (const [table, ids] of Object.entries(proposal.tables)) for (const id of ids) at[id] = table;
  return people.map((person) => ({ ...person, table: at[person.id] || "" }));
}

// The column an arrow key leads to from another one; null where there is none.
export function columnBeside(columns, key, arrow) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[arrow];
  if (!step) return null;
  const beside = columns[columns.findIndex((column) => column.key === key) + step];
  return beside ? beside.key : null;
}

// "none", "one" or "other": which of a word's forms a number takes.
export function formOf(n) {
  return n === 0 ? "none" : n === 1 ? "one" : "other";
}

export function counted(people) {
  return { all: people.length, come: people.filter((one) => one.device).length, away: people.filter((one) => one.absent).length };
}

// A file's text: UTF-8, or what Danish Excel writes.
export function decodedFile(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const BADGES = [
  ["circle", { cx: 12, cy: 12, r: 10.5 }, 16],
  ["rect", { x: 2.5, y: 2.5, width: 19, height: 19, rx: 2 }, 16],
  ["path", { d: "M12 1.5L23.5 21.5H.5z", "stroke-linejoin": "round" }, 19],
  ["path", { d: "M12 .8L23.2 12 12 23.2 .8 12z" }, 16],
  ["path", { d: "M6.3 2.2h11.4L23.5 12l-5.8 9.8H6.3L.5 12z" }, 16],
];

// A table's shape as [tag, measures, height of its number]; tables 6–10 have the same ones, hollow.
export function badgeOf(table) {
  const number = Number(table) || 1;
  const [tag, measures, y] = BADGES[(number - 1) % 5];
  return { tag, measures, y, kind: `g${((number - 1) % 5) + 1}${number > 5 ? " hollow" : ""}` };
}
