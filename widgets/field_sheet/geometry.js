// Pure: which rows a list shows, in which order, and what its words and limits are called.

const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Gives an id nobody here has: three signs, four when three keep colliding. */
export function freshId(taken, random = Math.random) {
  for (let tries = 0; ; tries += 1) {
    const id = Array.from({ length: tries < 5 ? 3 : 4 }, () => SIGNS[Math.floor(random() * SIGNS.length)]).join("");
    if (!taken.includes(id)) return id;
  }
}

/**
 * Gives the ids a list shows: the stored ones in their order, with the empty rows where they
 * stood, or after those that came from another device. Never fewer than `least`; an empty row too many goes, but not one in `kept` (somebody is
 * in it, or asked for it).
 */
export function rowsOf(stored, shown, least, kept = [], random = Math.random) {
  const rows = [...stored];
  // Written here: the row stays where it stands. Written elsewhere: it stands first, as it does there.
  const here = stored.some((id) => shown.includes(id));
  shown.forEach((id, i) => {
    if (!stored.includes(id)) rows.splice(here || kept.includes(id) ? Math.min(i, rows.length) : rows.length, 0, id);
  });
  const spare = () => rows.filter((id) => !stored.includes(id) && !kept.includes(id)).pop();
  while (rows.length > least && spare()) rows.splice(rows.indexOf(spare()), 1);
  while (rows.length < least) rows.push(freshId([...rows, ...shown], random));
  return rows;
}

/** Gives the ids with one moved by `step`, or the same ids when there is no room. */
export function shifted(ids, id, step) {
  const from = ids.indexOf(id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= ids.length) return ids;
  const rest = ids.filter((one) => one !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

/** Gives the list in the order of `ids`, with `extra` in it; ids without an item are empty rows. */
export function inOrder(items, ids, extra = []) {
  const all = [...items, ...extra];
  return ids.map((id) => all.find((item) => item.id === id)).filter(Boolean);
}

/** Gives the stem of a field's words: "words.taken" → "words_taken", items "lines" → "line". */
export function stemOf({ field, kind, word }) {
  return word || (kind === "items" ? field.replace(/s$/, "") : field).replaceAll(".", "_");
}

/** Gives the longest length of a path: an item of a list is `*`. */
export function limitOf(limits, path) {
  return (limits || {})[path] || (limits || {})[path.replace(/^(\w+)\.\w+\./, "$1.*.")] || 0;
}

/** Gives both texts as one: the reader's first. */
export function bothTexts(mine, other) {
  return [mine, other].filter(Boolean).join("\n");
}

/** Gives a list's parts as objects: "aim" is {part: "aim"}, a text like all that say nothing else. */
export function partsOf(spec) {
  return (spec.parts || []).map((one) => (typeof one === "string" ? { part: one } : one));
}

/** Gives the items that are still open: `past` names a part and the value that ends an item. */
export function openOf(items, past) {
  const ended = Object.entries(past || {});
  return (items || []).filter((item) => !ended.some(([part, value]) => item[part] === value));
}

/** Says whether there is anything in a leaf. */
export function isWritten(leaf) {
  return leaf !== undefined && leaf !== null && String(leaf).trim() !== "";
}

/** Gives the fields that are asked for on a stage; one that names no stage is asked for on all. */
export function onStage(specs, stage) {
  return (specs || []).filter((spec) => !spec.stage || !stage || spec.stage === stage);
}

/** Gives the fields by fold, in their order: neighbours of one name together, the others each on its own. */
export function foldsOf(specs) {
  const folds = [];
  for (const spec of specs) {
    const last = folds[folds.length - 1];
    if (last && last.name && last.name === spec.fold) last.specs.push(spec);
    else folds.push({ name: spec.fold || "", specs: [spec] });
  }
  return folds;
}

const SIGNS_DRAWN = {
  calm: "M4 20h48",
  going: "M4 20c6-8 12-8 18 0s12 8 18 0 8-7 12-4",
  waves: "M4 28c4-3 5-20 11-20s7 24 13 24 7-24 13-24 7 17 11 20",
  speed: "M4 30l8-14 6 10 8-22 8 30 7-20 6 10 5-6",
};

/** Gives the line that a sign is drawn with; none for an option that is a word only. */
export function signOf(option) {
  return SIGNS_DRAWN[option] || "";
}

/** Says whether a field is about a day or a time of day. */
export function isWhen(kind) {
  return kind === "date" || kind === "clock";
}

/** Gives a day ("2026-03-04") or a time of day ("14:30") as it is said; what is neither stays as it is. */
export function whenSaid(kind, text, locale = "da") {
  if (kind === "clock") return /^\d\d:\d\d$/.test(text || "") && locale === "da" ? `kl. ${text.replace(":", ".")}` : text || "";
  const [, year, month, day] = (text || "").match(/^(\d{4})-(\d\d)-(\d\d)$/) || [];
  if (!day) return text || "";
  const told = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Date(Date.UTC(year, month - 1, day)).toLocaleDateString(locale === "en" ? "en-GB" : locale, told);
}
