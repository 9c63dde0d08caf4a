// An answer as fields and back: the twin of workshops/methods (leaves, tree, changes).

const ORDER = "#";
const isBranch = (part) => part !== null && typeof part === "object" && !Array.isArray(part);
const isItems = (part) => Array.isArray(part) && part.some(isBranch);
const isEmpty = (leaf) => leaf === undefined || leaf === null || leaf === "" || (Array.isArray(leaf) && !leaf.length);
const alike = (one, other) => (isEmpty(one) && isEmpty(other)) || JSON.stringify(one) === JSON.stringify(other);

/** Gives {"words.taken": "…", "lines.#": ["3f2"], "lines.3f2.counter": "…"}. */
export function leaves(value, at = "") {
  const found = {};
  for (const [name, part] of Object.entries(value || {})) {
    const path = at + name;
    if (isBranch(part)) Object.assign(found, leaves(part, `${path}.`));
    else if (isItems(part)) {
      found[`${path}.${ORDER}`] = part.map((item) => item.id);
      for (const { id, ...rest } of part) Object.assign(found, leaves(rest, `${path}.${id}.`));
    } else found[path] = part;
  }
  return found;
}

/** Gives the answer that fields describe; empty fields and items outside their order fall out. */
export function tree(fields) {
  const root = {};
  for (const [path, leaf] of Object.entries(fields)) {
    if (leaf === undefined || leaf === null || leaf === "") continue;
    const parts = path.split(".");
    let branch = root;
    for (const part of parts.slice(0, -1)) branch = branch[part] = isBranch(branch[part]) ? branch[part] : {};
    branch[parts[parts.length - 1]] = leaf;
  }
  return lists(root);
}

function lists(part) {
  if (!isBranch(part)) return part;
  if (Array.isArray(part[ORDER])) return part[ORDER].map((id) => ({ id, ...lists(part[id] || {}) }));
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, lists(inner)]));
}

/** Gives the fields to write to get from `fields` to `value`; null empties one. */
export function changes(fields, value) {
  const wanted = leaves(value);
  for (const path of Object.keys(fields)) {
    if (path in wanted) continue;
    if (path.endsWith(`.${ORDER}`)) wanted[path] = [];
    else if (!removed(path, fields, wanted)) wanted[path] = null;
  }
  const list = (path) => Array.isArray(wanted[path]) && `${path}.${ORDER}` in fields;
  return Object.fromEntries(
    Object.entries(wanted).filter(([path, leaf]) => !list(path) && !alike(fields[path], leaf)),
  );
}

/** Says whether the field went with its item: out of the order is enough, nothing is erased. */
function removed(path, fields, wanted) {
  const item = path.split(".").slice(0, -1);
  const order = `${item.slice(0, -1).join(".")}.${ORDER}`;
  return order in fields && !(wanted[order] || []).includes(item[item.length - 1]);
}
