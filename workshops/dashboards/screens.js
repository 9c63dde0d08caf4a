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

/** Gives the screen to be at after turning `by` from `at`, within `count` screens. */
export const turned = (at, by, count) => Math.min(Math.max(at + by, 0), Math.max(count - 1, 0));
