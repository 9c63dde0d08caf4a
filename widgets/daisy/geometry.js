// Pure: which petals there are, where they stand in a flower, and what a drag or a key makes of one.

export const NEAR = ["fore", "back"];
export const LEAST = 4; // a flower has so many places from the start
export const MOST = 8;
export const CORE = 0.27; // radius of the middle, in halves of the flower's side
const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";
const OUT = { fore: 0.94, back: 1.08 }; // how far out, against a petal nobody has placed
const WIDE = { fore: 1, back: 0.84 };

const isBranch = (part) => Boolean(part) && typeof part === "object" && !Array.isArray(part);
const textOf = (leaf) => (typeof leaf === "string" ? leaf : "");

/** Gives the petals that can be drawn, in their order; what is none, or stands twice, is left out. */
export function petalsOf(value) {
  const petals = isBranch(value) && Array.isArray(value.petals) ? value.petals : [];
  return petals
    .filter((one, at) => isBranch(one) && one.id && petals.findIndex((other) => isBranch(other) && other.id === one.id) === at)
    .slice(0, MOST)
    .map((one) => ({ ...one, talk: textOf(one.talk), near: NEAR.includes(one.near) ? one.near : null }));
}

/** Gives what a tap makes of a petal: first the foreground, then back and forth. */
export function tapped(near) {
  return near === "fore" ? "back" : "fore";
}

/** Gives where `count` petals stand, in halves of the flower's side: {angle, x, y, r, out}; the first on top. */
export function placesOf(nears) {
  const count = Math.max(LEAST, nears.length);
  const half = Math.sin(Math.PI / count) * 0.92;
  const out = 1 / (OUT.back + half * WIDE.back * 1.04);
  return Array.from({ length: count }, (_, at) => {
    const near = nears[at] || null;
    const angle = (2 * Math.PI * at) / count - Math.PI / 2;
    const away = Math.min(out * (OUT[near] || 1), 0.99 - out * half * (WIDE[near] || 0.92));
    return { angle, x: Math.cos(angle) * away, y: Math.sin(angle) * away, r: out * half * (WIDE[near] || 0.92), out: away };
  });
}

/** Says whether words of `size` find room on a petal: `below` is how far its number pushes them down. */
export function hasRoom({ x, y, r }, half, [width, height], below) {
  const [across, down] = [width / 2, (height + below) / 2];
  const inside = Math.hypot(across, down) <= r * half * 0.97;
  const near = [Math.max(0, Math.abs(x * half) - across), Math.max(0, Math.abs(y * half) - down)];
  return inside && Math.hypot(...near) >= CORE * half + 2;
}

const round = (number) => Math.round(number * 10) / 10;

/** Gives a petal's outline: narrow at the middle, round at the end; `half` is half the side in pixels. */
export function outline({ angle, out, r }, half) {
  const turn = (along, across) => {
    const [x, y] = [Math.cos(angle) * along - Math.sin(angle) * across, Math.sin(angle) * along + Math.cos(angle) * across];
    return `${round(half + x * half)} ${round(half + y * half)}`;
  };
  const root = CORE * 0.85;
  const neck = (out - root) * 0.45;
  const [k, tip] = [r * 0.5523, out + r];
  return [
    `M${turn(root, 0)}`, `C${turn(root + neck * 0.5, r * 0.45)} ${turn(out - k * 1.3, r)} ${turn(out, r)}`, `C${turn(out + k, r)} ${turn(tip, k)} ${turn(tip, 0)}`,
    `C${turn(tip, -k)} ${turn(out + k, -r)} ${turn(out, -r)}`, `C${turn(out - k * 1.3, -r)} ${turn(root + neck * 0.5, -r * 0.45)} ${turn(root, 0)}`, "Z",
  ].join("");
}

/** Gives what a drag along the petal makes of it: inwards the foreground, outwards the background. */
export function dragged(start, end, least, near) {
  const moved = end - start;
  return Math.abs(moved) < least ? near : moved < 0 ? "fore" : "back";
}

/** Gives what an arrow key makes of a petal that lies at `angle`: towards the middle or away; null for none. */
export function steered(key, angle) {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!way) return null;
  const outwards = way[0] * Math.cos(angle) + way[1] * Math.sin(angle);
  return Math.abs(outwards) < 0.3 ? null : outwards < 0 ? "fore" : "back";
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
