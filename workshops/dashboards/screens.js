// What the big screen shows of a block in a stage: screens, one at a time. Pure, so that node can test it.

const PARTS = {
  talk: ["title", "theory", "case"],
  individual: ["exercise", "task", "floor"],
  group: ["task", "roles", "floor"],
  plenary: ["plenary", "takeaway"],
};
const BESIDE = ["exercise", "clock"]; // the page's exercise, or a place made for the clock alone

/**
 * Gives the screens of a stage, each a list of places in `parts` ([{part, language, exercise}]).
 * While people work, the part with clock and counts stands beside every screen.
 */
export function screens(stage, parts, language, exercise) {
  const fits = (one) => (!one.language || one.language === language) && (!one.exercise || !exercise || one.exercise === exercise);
  const places = (name) => parts.flatMap((one, at) => (one.part === name && fits(one) ? [at] : []));
  const working = stage === "individual" || stage === "group";
  const beside = working ? BESIDE.flatMap(places).slice(0, 1) : [];
  const found = (PARTS[stage] || PARTS.talk).flatMap(places).map((at) => [at, ...beside.filter((one) => one !== at)]);
  return found.length || !beside.length ? found : [beside];
}

/**
 * Gives a task cell's parts, from the tags of its children: [{exercise, headed, steps: [from, to], roles}].
 * A notebook with several exercises has a list of steps for each, under a heading of its own or a line
 * in bold; what stands behind the last list is for all of them, unless each has its heading.
 */
export function tasks(tags, exercises) {
  const lists = tags.flatMap((tag, at) => (tag === "OL" ? [at] : []));
  const several = lists.length > 1 && lists.length === exercises.length;
  const ends = several ? lists : lists.slice(0, 1);
  if (!ends.length) return [{ exercise: undefined, headed: true, steps: [0, tags.length], roles: null }];
  const heads = ends.map((list, i) => tags.lastIndexOf("H2", list) > (i ? ends[i - 1] : -1) && tags.lastIndexOf("H2", list));
  const starts = ends.map((list, i) => (heads[i] !== false ? heads[i] : list - 1));
  const own = heads.every((one) => one !== false);
  return ends.map((list, i) => {
    const exercise = several ? exercises[i] : undefined;
    const after = [list + 1, i + 1 < ends.length ? starts[i + 1] : tags.length];
    const roles = after[1] > after[0] ? { exercise: own ? exercise : undefined, at: after } : null;
    return { exercise, headed: heads[i] !== false, steps: [starts[i], list + 1], roles };
  });
}

/** Gives the screen to be at after turning `by` from `at`, within `count` screens. */
export const turned = (at, by, count) => Math.min(Math.max(at + by, 0), Math.max(count - 1, 0));
