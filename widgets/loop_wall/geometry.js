// Pure: which groups share a page, and how their loops are dealt over rows.

export const MOST = 6; // loops on a page: a seventh cannot be read from the last row
export const FEW = 2; // loops that stand large, with their words

/** Gives the groups that have drawn something. */
export function shownGroups(value) {
  const groups = (value && Array.isArray(value.groups) && value.groups) || [];
  return groups.filter((group) => Array.isArray(group.actors) && group.actors.length > 0);
}

/** Gives the groups dealt onto pages as even as can be: seven are four and three, never six and one. */
export function dealt(groups) {
  const count = Math.ceil(groups.length / MOST);
  const most = Math.ceil(groups.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, page) => groups.slice(page * most, (page + 1) * most));
}

/** Gives how many loops stand beside each other: four are two and two. */
export function columnsOf(count) {
  return count === 4 ? 2 : Math.min(count, 3);
}

/** Gives a group's arrows as pairs of places in its actors, with what they say; one without an end falls out. */
export function linksOf({ actors = [], arrows = [] }) {
  const place = (id) => actors.findIndex((actor) => actor.id === id);
  const all = (arrows || []).map(({ from, to, says }) => ({ link: [place(from), place(to)], says: says || "" }));
  return all.filter(({ link: [from, to] }) => from >= 0 && to >= 0 && from !== to);
}
