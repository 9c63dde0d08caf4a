// Pure: where actors stand, how arrows run between them, which arrows there are and whether they close.

const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";
const BENDS = [0.26, 0.6, 0.05, 0.9]; // how far the first, second … arrow of the same way bends, in lengths
const GAP = 6; // pixels between an arrow and the actor at its end

const isItem = (one) => Boolean(one) && typeof one === "object" && typeof one.id === "string" && one.id !== "";

/** Gives the items of a list of the value, whatever is stored there; an id counts once. */
export function itemsOf(value, name) {
  const all = value && Array.isArray(value[name]) ? value[name].filter(isItem) : [];
  return all.filter((one, i) => all.findIndex((other) => other.id === one.id) === i);
}

/** Gives the arrows that run between two actors that are there. */
export function arrowsOf(value) {
  const ids = itemsOf(value, "actors").map((one) => one.id);
  return itemsOf(value, "arrows").filter(({ from_actor: from, to_actor: to }) => from !== to && ids.includes(from) && ids.includes(to));
}

/** Gives the parts of an actor or an arrow that are asked for on a stage, as objects. */
export function partsOf(parts, stage) {
  const all = (parts || []).map((one) => (typeof one === "string" ? { part: one } : one));
  return all.filter((one) => !one.stage || !stage || one.stage === stage);
}

/** Gives an id nobody here has. */
export function newId(taken, random = Math.random) {
  for (let tries = 0; ; tries += 1) {
    const id = Array.from({ length: tries < 5 ? 3 : 4 }, () => SIGNS[Math.floor(random() * SIGNS.length)]).join("");
    if (!taken.includes(id)) return id;
  }
}

/**
 * Gives the ids that have a row: the stored ones in their order, with the empty rows where they stood, or
 * after those that came from another device. Never fewer than `least`; an empty row too many goes, but
 * not one in `kept` (somebody is in it, or asked for it).
 */
export function rowsOf(stored, shown, least, kept = [], random = Math.random) {
  const rows = [...stored];
  const here = stored.some((id) => shown.includes(id));
  shown.forEach((id, i) => {
    if (!stored.includes(id)) rows.splice(here || kept.includes(id) ? Math.min(i, rows.length) : rows.length, 0, id);
  });
  const spare = () => rows.filter((id) => !stored.includes(id) && !kept.includes(id)).pop();
  while (rows.length > least && spare()) rows.splice(rows.indexOf(spare()), 1);
  while (rows.length < least) rows.push(newId([...rows, ...shown], random));
  return rows;
}

/** Gives an actor to whom an arrow goes and from whom none goes on, while nothing goes all the way round; null when it does. */
export function openAt(arrows) {
  let left = arrows;
  for (;;) { // what leads to an end is taken off; what is left goes round
    const rest = left.filter((arrow) => left.some((next) => next.from_actor === arrow.to_actor));
    if (rest.length === left.length) break;
    left = rest;
  }
  if (left.length || !arrows.length) return null;
  return arrows.find((arrow) => !arrows.some((next) => next.from_actor === arrow.to_actor)).to_actor;
}

// Where the first actor stands on a tall, a square and a low ground: few rows need little height.
const STARTS = { tall: { 2: -90, 3: -60 }, square: { 2: 180, 3: -60 }, low: { 2: 180, 3: -150, 4: -135, 6: -120 } };

/** Gives the directions [x, y], in parts of the radius, in which so many actors stand on a ground of this shape. */
export function directions(count, shape) {
  const start = ((STARTS[shape][count] || -90) * Math.PI) / 180;
  const exact = (part) => (Math.abs(part) < 1e-9 ? 0 : part);
  const turns = Array.from({ length: count }, (_, i) => start + (i * 2 * Math.PI) / count);
  const places = turns.map((turn) => [exact(Math.cos(turn)), exact(Math.sin(turn))]);
  if (count < 4) return places;
  const rows = rowsAt(places); // pressed to the sides and at even heights, so that many fit on little ground
  const level = (y) => -1 + (2 * rows.findIndex((row) => Math.abs(row - y) < 0.01)) / (rows.length - 1);
  return places.map(([x, y]) => [Math.sign(x) * Math.abs(x) ** (shape === "low" ? 0.25 : 0.5), level(y)]);
}

function rowsAt(places) {
  return [...new Set(places.map(([, y]) => y.toFixed(3)))].map(Number).sort((one, other) => one - other);
}

const ENDINGS = "person|leder|lærer|konsulent|partner|gruppe|pædagog|medarbejder|vejleder|chef|leader|teacher|adviser|consultant|member";

/** Gives a role with soft hyphens where a long word is put together: browsers know no Danish hyphens by themselves. */
export function foldable(name) {
  return name.replace(/\p{L}{13,}/gu, (word) => word.replace(new RegExp(`(\\p{L}{4,}?)(${ENDINGS})`, "iu"), "$1\u00AD$2"));
}

/** Gives, for each of these directions, whether another actor stands at the same height. */
export function sharing(places) {
  return places.map(([, y], i) => places.some(([, other], j) => i !== j && Math.abs(y - other) < 0.05));
}

/**
 * Gives the middles [x, y] of actors of these sizes in these directions on a ground this wide, at least so
 * high, and how high it must be; `gap` are the pixels between two rows, and about the edge half of it.
 */
export function standing(places, sizes, width, least, gap) {
  const margin = gap / 2;
  const [w, high] = [0, 1].map((axis) => Math.max(0, ...sizes.map((size) => size[axis])));
  const ys = rowsAt(places);
  const [top, low] = [ys[0] || 0, ys[ys.length - 1] || 0];
  const steps = ys.slice(1).map((y, i) => y - ys[i]);
  const clear = steps.length ? (high + gap) / Math.min(...steps) : 0; // half the height at which no row touches the next
  const half = Math.max(clear, low > top ? (least - high - 2 * margin) / (low - top) : 0);
  const height = Math.round(Math.max((low - top) * half + high + 2 * margin, low > top ? 0 : Math.min(least, high + 3 * gap)));
  const first = low > top ? high / 2 + margin : height / 2;
  const across = (i) => Math.max(0, Math.min((width - sizes[i][0]) / 2 - margin / 2, Math.max(half * 1.35, w)));
  return { at: places.map(([x, y], i) => [width / 2 + x * across(i), first + (y - top) * half]), height };
}

const on = ([[x0, y0], [cx, cy], [x1, y1]], t) => [
  (1 - t) ** 2 * x0 + 2 * t * (1 - t) * cx + t ** 2 * x1,
  (1 - t) ** 2 * y0 + 2 * t * (1 - t) * cy + t ** 2 * y1,
];
const within = ([x, y], [bx, by], [w, high], room) => Math.abs(x - bx) < w / 2 + room && Math.abs(y - by) < high / 2 + room;

/** Says whether a point is on an actor, whose corners are round, or nearly. */
function touches([x, y], [bx, by], [w, high], round) {
  const r = Math.min(round, w / 2, high / 2);
  return Math.hypot(Math.max(0, Math.abs(x - bx) - w / 2 + r), Math.max(0, Math.abs(y - by) - high / 2 + r)) < r + GAP;
}

/** Gives where a bent line leaves the box at its start: the part of its length that lies in the box. */
function leaving(bent, middle, size, round, forth) {
  let [inside, outside] = [0, 0.5];
  for (let step = 0; step < 12; step += 1) {
    const t = (inside + outside) / 2;
    if (touches(on(bent, forth ? t : 1 - t), middle, size, round)) inside = t;
    else outside = t;
  }
  return outside;
}

/**
 * Gives each arrow's drawing: {path, head, sign: [x, y]} in pixels. `links` are pairs of places in `at`. An
 * arrow bends to its left, so that two between the same two keep apart, and its number stands where no
 * actor and no other number stands.
 */
export function drawn(links, at, sizes, sign, [width, height]) {
  const signs = [];
  return links.map(([from, to], i) => {
    const [[x0, y0], [x1, y1]] = [at[from], at[to]];
    const before = links.slice(0, i).filter(([one, other]) => one === from && other === to).length;
    const bend = BENDS[before % BENDS.length];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const edge = sign / 2 + 3;
    const inside = (ends, push, most) => Math.max(2 * edge - ends, Math.min(2 * (most - edge) - ends, ends + push)); // its middle stays on the ground
    const bent = [at[from], [inside((x0 + x1) / 2, dy * bend, width), inside((y0 + y1) / 2, -dx * bend, height)], at[to]];
    const [start, end] = [leaving(bent, at[from], sizes[from], sign * 0.9, true), 1 - leaving(bent, at[to], sizes[to], sign * 0.9, false)];
    const place = settled(bent, start, end, at, sizes, signs, sign);
    signs.push(place);
    return { path: curve(bent, start, end), head: headAt(bent, end, sign), sign: place };
  });
}

function settled(bent, start, end, at, sizes, signs, sign) {
  const tries = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].map((part) => on(bent, start + (end - start) * part));
  const covers = (place) => at.some((middle, i) => within(place, middle, sizes[i], sign / 2)) + signs.filter((other) => Math.hypot(place[0] - other[0], place[1] - other[1]) < sign + 2).length;
  return tries.reduce((best, place) => (covers(place) < covers(best) ? place : best));
}

const rounded = (place) => place.map((part) => part.toFixed(1)).join(" ");

function curve(bent, start, end) {
  const steps = Array.from({ length: 13 }, (_, i) => on(bent, start + ((end - start) * i) / 12));
  return `M${steps.map(rounded).join("L")}`;
}

function headAt(bent, end, sign) {
  const [tip, back] = [on(bent, end), on(bent, end - 0.04)];
  const turn = Math.atan2(tip[1] - back[1], tip[0] - back[0]);
  const wing = (side) => [tip[0] - Math.cos(turn + side * 0.45) * sign * 0.55, tip[1] - Math.sin(turn + side * 0.45) * sign * 0.55];
  return `M${rounded(tip)}L${rounded(wing(1))}L${rounded(wing(-1))}z`;
}

/** Gives the actor whose box is under a pixel, or the nearest one within `room`; −1 for none. */
export function under(place, at, sizes, room = 14) {
  const near = at.map((middle, i) => i).filter((i) => within(place, at[i], sizes[i], room));
  const far = (i) => Math.hypot(place[0] - at[i][0], place[1] - at[i][1]);
  return near.length ? near.reduce((best, i) => (far(i) < far(best) ? i : best)) : -1;
}

/** Gives both texts as one: the reader's first. */
export function joinedTexts(mine, other) {
  return [mine, other].filter(Boolean).join("\n");
}
