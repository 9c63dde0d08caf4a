// Pure: what the chart does to a figure before it is drawn, and which arrow lies under a finger.

const LONGEST = 80;
const SIZES = ["width", "size", "zerolinewidth", "gridwidth", "linewidth", "ticklen", "l", "r", "t", "b"];
const THINNEST = 1.25;

/** Gives a text that plotly shows as it stands: its tags, links and formulas are taken out of play. */
export function plainText(text) {
  const letters = [...text];
  const short = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : text;
  return short.replace(/[&<>$]/g, (sign) => `&${{ "&": "amp", "<": "lt", ">": "gt", $: "#36" }[sign]};`);
}

/** Gives "var(--c-fjord) 80%" as a colour, by `look(name)`; null when the text is no such name. */
export function colourOf(text, look) {
  const named = /^var\((--[\w-]+)\)(?: (\d+)%)?$/.exec(text);
  if (!named) return null;
  const colour = look(named[1]).trim();
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour);
  if (!named[2] || !hex) return colour;
  return `rgba(${hex.slice(1).map((two) => parseInt(two, 16)).join(", ")}, ${named[2] / 100})`;
}

function scaled(number, scale, name) {
  if (Array.isArray(number)) return number.map((one) => scaled(one, scale, name));
  const wanted = number * scale;
  return name === "width" && number > 0 ? Math.max(wanted, THINNEST) : wanted;
}

/** Gives a copy of a part of a figure: colours looked up, texts made plain, sizes times `scale`. */
export function dressed(part, look, scale, top = true) {
  if (typeof part === "string") return colourOf(part, look) ?? plainText(part);
  if (Array.isArray(part)) return part.map((one) => dressed(one, look, scale, top));
  if (!part || typeof part !== "object") return part;
  const entry = ([name, inner]) => {
    // At the top of a trace or layout `width` and `r` are no sizes of ink but data or the plot's own.
    const ink = !top && SIZES.includes(name) && (typeof inner === "number" || Array.isArray(inner));
    return [name, ink ? scaled(inner, scale, name) : dressed(inner, look, scale, false)];
  };
  return Object.fromEntries(Object.entries(part).map(entry));
}

/** Gives the traces one can pick: those with a place of their own and words for it. */
export function pickable(figure) {
  return (figure.data || []).filter((trace) => trace.uid && trace.name);
}

/** Gives the uids that were not there before. */
export function arrivals(figure, before) {
  return (figure.data || []).map((trace) => trace.uid).filter((uid) => uid && !before.has(uid));
}

const inPixels = (value, [low, high], length) => ((value - low) / (high - low)) * length;

function fromLine([px, py], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length ? Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length)) : 0;
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

/** Gives the uid of the trace nearest to a point of a plot {width, height} without margins, or null. */
export function nearest(figure, plot, [px, py], most) {
  const { xaxis, yaxis } = figure.layout;
  let best = { uid: null, far: most };
  for (const trace of pickable(figure)) {
    const points = trace.x.map((x, i) => [inPixels(x, xaxis.range, plot.width), plot.height - inPixels(trace.y[i], yaxis.range, plot.height)]);
    for (let i = 1; i < points.length; i += 1) {
      const far = fromLine([px, py], points[i - 1], points[i]);
      if (far < best.far) best = { uid: trace.uid, far };
    }
  }
  return best.uid;
}

/** Gives the uid a key leads to among `uids`; null puts the arrow back, undefined is no such key. */
export function stepTo(uids, now, key) {
  const last = uids.length - 1;
  const here = uids.indexOf(now);
  const on = here < 0 || here === last ? 0 : here + 1;
  const back = here <= 0 ? last : here - 1;
  const steps = { ArrowRight: on, ArrowDown: on, ArrowLeft: back, ArrowUp: back, Home: 0, End: last };
  if (key === "Escape") return null;
  return key in steps && last >= 0 ? uids[steps[key]] : undefined;
}
