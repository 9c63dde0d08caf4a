// The sheet to read only: at the table, on the wall, and when a round is closed.
import { h, leafAt, shown } from "../shared/kit.js";
import { isWhen, isWritten, openOf, partsOf, stemOf, whenSaid } from "./geometry.js";
import { isUnclear, unclearChip } from "./unclear.js";

/** Gives a field as text only; what nobody has written is not there. */
export function readPart(its, spec) {
  const stem = stemOf(spec);
  const title = shown(its, spec.fold ? "h4" : "h3", ["items", "choice"].includes(spec.kind) ? stemOf({ ...spec, kind: "text", word: "" }) : stem);
  const node = h("section", { class: "read" });
  const parts = partsOf(spec);
  const said = (item, { part, kind }) => {
    if (isWhen(kind)) return whenSaid(kind, item[part], its.options().locale);
    return kind === "choice" && item[part] ? its.word(`${stem}_${part}_${item[part]}`) : item[part];
  };
  const pairs = (item) => {
    const list = h("dl");
    const columns = parts.length > 3 ? 1 : parts.length;
    list.style.setProperty("--parts", columns);
    parts.forEach((one, i) => {
      if (!isWritten(said(item, one))) return;
      const pair = h("div", {}, h("dt", { class: parts.length > 1 ? "label" : "sr" }, its.word(`${stem}_${one.part}`)), h("dd", { class: one.kind ? "" : "voice" }, said(item, one)));
      pair.style.setProperty("--part", Math.min(i + 1, columns));
      list.append(pair);
    });
    return h("li", {}, list);
  };
  const items = (leaf) => openOf(leaf, spec.past).filter((item) => parts.some(({ part, kind }) => kind !== "choice" && isWritten(item[part])));
  const body = (leaf) => {
    if (spec.kind === "items") return items(leaf).length ? h("ol", {}, items(leaf).map(pairs)) : null;
    if (spec.kind === "skip") return null;
    if (isWhen(spec.kind)) return isWritten(leaf) ? h("p", { class: "voice" }, whenSaid(spec.kind, leaf, its.options().locale)) : null;
    const text = spec.kind === "choice" ? its.word(`${stem}_${leaf}`) : leaf;
    return isWritten(text) ? h("p", { class: "voice" }, text) : null;
  };
  const draw = () => {
    title.draw();
    const [drawn, open] = [body(leafAt(its.value(), spec.field)), isUnclear(its, spec)];
    node.hidden = !drawn && !open;
    node.classList.toggle("unsettled", open);
    node.replaceChildren(title.node, drawn || "", open ? unclearChip(its) : "");
  };
  return { node, draw };
}
