// Pure: which card lies where, where a key or a finger brings it, and in which order they are gone through.

const isBranch = (part) => Boolean(part) && typeof part === "object" && !Array.isArray(part);
const keysOf = (list) => (Array.isArray(list) ? list.filter((key, i) => typeof key === "string" && key && list.indexOf(key) === i) : []);

/** Gives the cards and the piles that the exercise names, each once, in its order. */
export function namedIn(options) {
  const { cards, piles } = isBranch(options) ? options : {};
  return { cards: keysOf(cards), piles: keysOf(piles) };
}

/** Gives the pile a card lies in; null is the tray, also for a pile that nobody knows. */
export function pileOf(value, card, piles) {
  const placed = isBranch(value) && isBranch(value.placed) ? value.placed : {};
  return piles.includes(placed[card]) ? placed[card] : null;
}

/** Gives the cards of one pile (null: of the tray) in the exercise's order, whoever came first. */
export function cardsIn(value, pile, { cards, piles }) {
  return cards.filter((card) => pileOf(value, card, piles) === pile);
}

/** Gives the pile a key brings a card to (null: the tray), or undefined for a key that moves nothing. */
export function pileByKey(key, pile, piles) {
  if (key === "Delete" || key === "Backspace") return null;
  if (/^[1-9]$/.test(key)) return piles[Number(key) - 1];
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (!step) return undefined;
  const stops = [null, ...piles];
  return stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(pile) + step))];
}

/** Gives the card before or after this one in the exercise's order, wherever it lies. */
export function neighbour(card, cards, step) {
  return cards[Math.max(0, Math.min(cards.length - 1, cards.indexOf(card) + step))];
}

/** Gives the card to go on with: the next one in the tray, from this one round to the first; or none. */
export function nextInTray(value, card, named) {
  const at = named.cards.indexOf(card);
  const round = [...named.cards.slice(at + 1), ...named.cards.slice(0, Math.max(at, 0))];
  return round.find((one) => pileOf(value, one, named.piles) === null);
}

/**
 * Gives how far a dragged card is drawn from its place {left, top, width, height} when its middle is held at
 * x, y: never past the sides of the page, and `above` the finger where the finger would hide the piles.
 */
export function carried(x, y, box, page, above) {
  const side = Math.max(-box.left, Math.min(page - box.left - box.width, x - box.left - box.width / 2));
  return above ? [0, y - box.top - box.height] : [side, y - box.top - box.height / 2];
}

/** Gives the first of the zones {pile, left, top, right, bottom} that holds a point; undefined outside all. */
export function zoneAt(x, y, zones) {
  return zones.find((one) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom);
}
