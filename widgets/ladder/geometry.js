// Pure: which stairs and parties there are, who stands where, and where a key or a finger leads.

const own = (list) => (Array.isArray(list) ? [...new Set(list.filter((one) => typeof one === "string" && one))] : []);

/** Gives the stairs from the lowest up, the parties, and the rows of options that are asked for on this stage. */
export function namedOn(options) {
  const { steps, parties, ticks, stage, readonly } = options || {};
  const rows = (Array.isArray(ticks) ? ticks : []).filter((one) => one && one.field && own(one.options).length);
  const asked = rows.filter((one) => readonly || !one.stage || !stage || one.stage === stage);
  return { steps: own(steps), parties: own(parties), ticks: asked.map((one) => ({ ...one, options: own(one.options) })) };
}

/** Gives the stair a party stands on, 1 is the lowest; none when it waits at the foot. */
export function stepOf(value, party, { steps }) {
  const at = ((value && value.steps) || {})[party];
  return Number.isInteger(at) && at >= 1 && at <= steps.length ? at : null;
}

/** Gives the parties on a stair, or at the foot (null), in the exercise's order. */
export function standingOn(value, at, named) {
  return named.parties.filter((party) => stepOf(value, party, named) === at);
}

/** Gives where a key leads from a stair (null: from the foot): a stair, null for the foot, undefined for nowhere. */
export function goneTo(key, at, count) {
  if (/^[1-9]$/.test(key)) return Number(key) <= count ? Number(key) : undefined;
  if (key === "Home") return 1;
  if (key === "End") return count;
  if (key === "Delete" || key === "Backspace") return null;
  if (key === "ArrowUp" || key === "ArrowRight") return Math.min((at || 0) + 1, count);
  if (key === "ArrowDown" || key === "ArrowLeft") return at ? at - 1 || null : undefined;
  return undefined;
}

/** Gives the stair at a height of the screen: undefined beside all of them, null at the foot. */
export function stepUnder(y, places) {
  const found = places.find(({ top, bottom }) => y >= top && y < bottom);
  return found ? found.at : undefined;
}

/** Gives the path at which one option of a row is kept. */
export function tickAt({ field, each }, option, party) {
  return each ? `${field}.${party}.${option}` : `${field}.${option}`;
}

/** Gives both texts as one: the reader's first. */
export function bothOf(here, there) {
  return [here, there].filter(Boolean).join("\n");
}
