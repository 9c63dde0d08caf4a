// Updating in place: nodes stay, and with them focus, scroll and what a screen reader stands on.

// Sets an attribute, or takes it off when there is nothing to say.
export function mark(node, name, value) {
  if (value === null || value === false || value === undefined) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, String(value));
}

// A list kept by key: nodes of items that stay are kept, so that focus and scroll stay too.
// `whole` goes along to every row: what all of them are drawn by.
export function keptList(parent, make) {
  const kept = new Map();
  return (items, keyOf, whole) => {
    const wanted = new Set(items.map(keyOf));
    for (const [key, row] of kept) {
      if (!wanted.has(key)) {
        row.node.remove();
        kept.delete(key);
      }
    }
    items.forEach((item, at) => {
      const key = keyOf(item);
      if (!kept.has(key)) kept.set(key, make(key));
      const row = kept.get(key);
      if (parent.children[at] !== row.node) {
        const had = row.node.contains(document.activeElement) ? document.activeElement : null;
        parent.insertBefore(row.node, parent.children[at] || null);
        if (had) had.focus({ preventScroll: true }); // a moved node loses it
      }
      row.draw(item, at, whole);
    });
  };
}
