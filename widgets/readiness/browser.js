// What the browser can tell of itself and of the big screen it has opened.

const KINDS = [["Edge", /Edg\/(\d+)/], ["Firefox", /Firefox\/(\d+)/], ["Chrome", /Chrome\/(\d+)/], ["Safari", /Version\/(\d+).*Safari/]];

// The browser's name and number, as people know it.
export function browserName(agent) {
  const [name, found] = KINDS.map(([kind, pattern]) => [kind, pattern.exec(agent)]).find(([, match]) => match) || ["Browser", null];
  return found ? `${name} ${found[1]}` : name;
}

// How large an opened window is, and whether it fills its screen; null when it is closed or gone.
export function windowSize(other) {
  try {
    if (!other || other.closed || !other.innerWidth) return null;
    const { width, height } = other.screen;
    const full = other.innerWidth >= width - 2 && other.innerHeight >= height - 2;
    const scale = other.devicePixelRatio || 1; // a laptop that enlarges everything has more pixels than it says
    return { width: Math.round(other.innerWidth * scale), height: Math.round(other.innerHeight * scale), full };
  } catch {
    return null; // it shows somebody else's page now
  }
}

// What comes first: what has to be put right, then what to look at; the rest in its own order.
export function sorted(findings) {
  const at = { wrong: 0, look: 1, ok: 2 };
  return [...findings].sort((one, other) => at[one.state] - at[other.state]);
}

// The sentence on top: the key of its word and how many things it speaks of.
export function summary(findings) {
  const count = (state) => findings.filter((one) => one.state === state).length;
  const n = count("wrong") || count("look");
  if (!findings.length) return { key: "none", n: 0 };
  if (!n) return { key: "fine", n: 0 };
  return { key: `${count("wrong") ? "wrong" : "look"}_${n === 1 ? "one" : "other"}`, n };
}

// "0,02" or "21": seconds as the language writes them, as exact as they are worth.
export function seconds(value, mark) {
  return Number(value || 0).toFixed(value >= 10 ? 0 : 2).replace(".", mark);
}

export function timeOf(moment, mark) {
  const when = new Date(moment);
  if (Number.isNaN(when.getTime())) return "";
  return `${when.getHours()}${mark}${String(when.getMinutes()).padStart(2, "0")}`;
}
