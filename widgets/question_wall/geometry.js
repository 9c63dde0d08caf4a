// Pure: how many arrows share a map, and how they lie beside each other.

const NEAR = 0.026; // how far apart arrows lie that go from and to the same place, in parts of the map

/** Gives the width of an arrow's line among `count`, in thousandths of the map. */
export function strokeFor(count) {
  return count <= 5 ? 12 : count <= 60 ? 8 : 5;
}

/** Gives the pairs with those of one and the same way laid side by side, or round their place. */
export function fanned(pairs) {
  const met = {};
  const way = ({ from, to }) => JSON.stringify([from, to]);
  const several = {};
  for (const pair of pairs) several[way(pair)] = (several[way(pair)] || 0) + 1;
  return pairs.map((pair) => {
    const key = way(pair);
    met[key] = (met[key] || 0) + 1;
    const [dx, dy] = [pair.to[0] - pair.from[0], pair.to[1] - pair.from[1]];
    const length = Math.hypot(dx, dy);
    const share = Math.min(NEAR, 0.3 / several[key]);
    const aside = (met[key] - (several[key] + 1) / 2) * share;
    const turn = (met[key] - 1) * 2.4;
    const [ox, oy] = length ? [(-dy / length) * aside, (dx / length) * aside] : [Math.cos(turn), Math.sin(turn)].map((part) => part * share * 1.6 * Math.sqrt(met[key] - 1));
    return { ...pair, from: [pair.from[0] + ox, pair.from[1] + oy], to: [pair.to[0] + ox, pair.to[1] + oy], stays: !length };
  });
}

/** Gives how often each way from kind to kind was taken, in the order it first came: [[asked, heard, n]]. */
export function waysOf(pairs) {
  const found = [];
  for (const { asked, heard } of pairs) {
    const known = found.find((one) => one[0] === asked && one[1] === heard);
    if (known) known[2] += 1;
    else found.push([asked, heard, 1]);
  }
  return found;
}

/** Gives the groups that have placed something: [{table, path, order}]. */
export function walked(value) {
  const { paths = [], orders = [], tables = [] } = value || {};
  return paths.map((path, at) => ({ table: tables[at] || String(at + 1), path, order: orders[at] || [] })).filter((one) => one.path.length > 0);
}
