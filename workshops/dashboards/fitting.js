// How words find room on the big screen: the largest type that fits, and several screens when none does.

const FITS = ["roomy", "calm", "close", "tight"];
const FIRST = { task: 1 }; // steps are read while doing: no need for the largest

/**
 * Gives on how many screens a section's words stand. `data-fit` says in which type; when not even the
 * tightest fits, the words are dealt out, and `turnTo` shows a part of them.
 */
export function pages(section) {
  const { source, units, inner } = content(section);
  deal(units, units);
  const room = section.clientHeight - (source ? 2 * source.offsetHeight : 0);
  const fits = FITS.slice(FIRST[section.dataset.part] || 0);
  // Large type is asked for by somebody far away: rather more screens than smaller letters.
  const wanted = Number(document.documentElement.dataset.scale || 100) > 100 ? fits.filter((one) => one !== "tight") : fits;
  for (const one of wanted) {
    section.dataset.fit = one;
    if (!inner.length || bottom(inner) - top(inner) <= room) return (section.dealt = [units]).length;
  }
  section.dataset.fit = "close";
  section.dealt = dealt(units, room - (top(units) - top(inner)));
  return section.dealt.length;
}

/** Shows the `page`-th part of a section's words. */
export function turnTo(section, page) {
  if (section.dealt) deal(section.dealt.flat(), section.dealt[page] || section.dealt[0]);
}

/** Gives the groups of units, each at most `room` high; a unit higher than that stands alone. */
function dealt(units, room) {
  const found = [];
  let start = 0;
  for (const unit of units) {
    const box = unit.getBoundingClientRect();
    if (!found.length || box.bottom - start > room) {
      found.push([]);
      start = box.top;
    }
    found.at(-1).push(unit);
  }
  // A heading does not stand last on a screen, away from what it heads.
  found.forEach((page, at) => {
    if (found[at + 1] && page.length > 1 && /^H[23]$/.test(page.at(-1).tagName)) found[at + 1].unshift(page.pop());
  });
  return found.length ? found : [[]];
}

function deal(all, shown) {
  for (const unit of all) unit.hidden = !shown.includes(unit);
  for (const list of new Set(all.map((unit) => unit.parentNode).filter((node) => node.tagName === "OL"))) {
    const before = [...list.children].findIndex((unit) => !unit.hidden); // numbers go on from the last screen
    list.style.counterReset = `step ${Math.max(before, 0)}`;
  }
}

const bottom = (nodes) => Math.max(...nodes.map((node) => node.getBoundingClientRect().bottom));
const top = (nodes) => Math.min(...nodes.map((node) => node.getBoundingClientRect().top));

/** Gives a section's source line, what can be dealt out, and all that needs room. */
function content(section) {
  const asked = section.querySelector(":scope > .ask");
  if (asked) return { source: null, units: [...asked.querySelectorAll(".lead > span")], inner: [...asked.children] };
  const source = section.querySelector(":scope > .source");
  const inner = [...section.children].filter((child) => child !== source && child.tagName !== "FIGURE");
  const heads = inner.filter((child) => child.matches(".eyebrow, h1, h2:first-of-type"));
  const units = inner.filter((child) => !heads.includes(child)).flatMap((child) => (/^[OU]L$/.test(child.tagName) ? [...child.children] : [child]));
  return { source, units, inner };
}
