// Who does what in a round, where in it the table is, and what may be seen of it. Pure.

export const ROUNDS = ["r1", "r2", "r3", "r4", "r5", "r6"];
export const SEATS = ["s1", "s2", "s3", "s4", "s5", "s6"];
export const ALL = "all";
export const FEWEST = 3;
export const REST = 4000;
export const MOST_TAPS = 30;
const USUAL = 5;
const TWICE = 2;

const isTable = (part) => part !== null && typeof part === "object" && !Array.isArray(part);
const table = (part) => (isTable(part) ? part : {});
const text = (part) => (typeof part === "string" ? part : "");

/** Gives how many sit at the table: three to six, five until somebody says otherwise. */
export function seatsOf(value) {
  const many = table(value).seats;
  return Number.isInteger(many) && many >= FEWEST && many <= SEATS.length ? many : USUAL;
}

export const letterOf = (seat) => "ABCDEF"[SEATS.indexOf(seat)] || "";

/** Gives the rounds to be held: one for each seat, or as many as the exercise wants at least. */
export const roundsOf = (options, seats) => ROUNDS.slice(0, Math.max(Number(table(options).rounds) || 0, seats));

/** Gives a round with every part in its place, whatever is stored. */
export function roundOf(value, id) {
  const one = table(table(table(value).rounds)[id]);
  return {
    drawn: text(one.drawn) || null,
    shown: one.shown === true,
    began: Number.isFinite(one.began) ? one.began : null,
    heard: table(one.heard),
    reply: table(one.reply),
    sign: text(one.sign),
    taps: table(one.taps),
  };
}

/** Gives {speaker, listeners, observers} of the round at place `at` (from 0). */
export function rolesIn(at, seats, listen) {
  const here = SEATS.slice(0, seats);
  const speaker = here[at % seats];
  const others = here.filter((seat) => seat !== speaker);
  const listeners = listen === "one" ? [here[(at + 1) % seats]] : others;
  return { speaker, listeners, observers: others.filter((seat) => !listeners.includes(seat)) };
}

export function roleOf(roles, seat) {
  if (seat === ALL) return ALL;
  if (seat === roles.speaker) return "speaker";
  return roles.listeners.includes(seat) ? "listener" : "observer";
}

/** Gives the seat that draws the card, or nothing when no card is drawn. */
export function drawerOf(roles, draw) {
  if (!isTable(draw)) return "";
  return draw.by === "listener" ? roles.listeners[0] : roles.speaker;
}

/** Gives the seats that mark what was heard. */
export const markersOf = (roles, mark) => (table(mark).by === "listeners" ? roles.listeners : [roles.speaker]);

export const isMarked = (heard) => (Array.isArray(heard) ? heard.length > 0 : Boolean(heard));
export const picksOf = (heard) => (Array.isArray(heard) ? heard : [heard]).filter(Boolean);

/** Gives what is heard after a tap on a choice: pressed again it goes, with `many` it joins the others. */
export function tapped(heard, choice, of, many) {
  const before = picksOf(heard);
  const has = before.includes(choice);
  if (!many) return has ? null : choice;
  return of.filter((one) => (one === choice ? !has : before.includes(one)));
}

/** Gives {phase: before | talk | mark, left: ms of it, whole: ms of it}; the clock alone moves it on. */
export function timeOf(round, now, minutes) {
  const [talk, mark] = ["talk", "mark"].map((part) => (Number(table(minutes)[part]) || 0) * 60000);
  if (round.began === null) return { phase: "before", left: talk, whole: talk };
  const gone = Math.max(0, now - round.began);
  if (gone < talk) return { phase: "talk", left: talk - gone, whole: talk };
  return { phase: "mark", left: Math.max(0, talk + mark - gone), whole: mark };
}

/** Gives a countdown as 2:05, with the second that has begun counted in. */
export function inClock(ms) {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Gives the cards that may be drawn: a card may come again, but not a third time. */
export function drawable(cards, value, ids) {
  const drawn = ids.map((id) => roundOf(value, id).drawn);
  const left = cards.filter((card) => drawn.filter((one) => one === card).length < TWICE);
  return left.length ? left : cards;
}

const isBegun = (round) => round.began !== null || round.drawn !== null;

export function isWritten(round) {
  return isBegun(round) || Boolean(round.sign) || [round.heard, round.reply].some((part) => Object.values(part).some(isMarked));
}

/** Gives the place of the round the table is in: the last that has begun. */
export function placeOf(value, ids) {
  return Math.max(0, ids.map((id) => isBegun(roundOf(value, id))).lastIndexOf(true));
}

/** Says whether a round's card and marks lie open: shown, or left behind by a later round. */
export function isOpen(value, id) {
  const round = roundOf(value, id);
  return round.shown || ROUNDS.slice(ROUNDS.indexOf(id) + 1).some((later) => isBegun(roundOf(value, later)));
}
