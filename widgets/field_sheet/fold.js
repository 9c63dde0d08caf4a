// Fields that belong together stand behind one name, so that a long card is calm on a phone.
import { fill, h, icon, leafAt, say, shown } from "../shared/kit.js";
import { foldsOf, isWritten } from "./geometry.js";
import { isUnclear } from "./unclear.js";

/** Gives how far a fold has come, in words: none as long as nothing is written in it. */
function stateOf(its, specs) {
  const open = specs.filter((spec) => isUnclear(its, spec)).length;
  const done = specs.filter((spec) => isWritten(leafAt(its.value(), spec.field)) || isUnclear(its, spec)).length;
  const told = [done && fill(its.word("fold_count"), { n: done, of: specs.length }), open && fill(its.word("fold_unclear"), { n: open })];
  return told.filter(Boolean).join(" · ");
}

function editFold(its, name, specs, parts, isFirst) {
  const [title, state] = [shown(its, "h3", `fold_${name}`), h("span", { class: "small quiet num" })];
  const summary = h("summary", {}, icon("chevron"), title.node, " ", state);
  const node = h("details", { class: "fold", open: isFirst }, summary, h("div", { class: "folded" }, parts.map((part) => part.node)));
  const draw = () => {
    title.draw();
    for (const part of parts) part.draw();
    say(state, stateOf(its, specs));
  };
  return { node, draw };
}

function readFold(its, name, parts, isLong) {
  const title = shown(its, "h3", `fold_${name}`);
  const node = h("section", { class: "folded" }, title.node, parts.map((part) => part.node));
  const draw = () => {
    title.draw();
    for (const part of parts) part.draw();
    node.hidden = parts.every((part) => part.node.hidden);
    const sheet = node.parentNode;
    if (!sheet) return;
    const isFolded = [...sheet.children].some((one) => one.classList.contains("folded") && !one.hidden);
    sheet.classList.toggle("by_fold", isFolded); // on a wide surface a card stands in columns
    sheet.classList.toggle("long", isFolded && isLong);
    sheet.classList.toggle("wall", document.documentElement.dataset.surface === "screen");
  };
  return { node, draw };
}

/** Gives the parts of a sheet with those of one fold put together; one for later, after others, is closed. */
export function foldParts(its, specs, parts) {
  const folds = foldsOf(specs);
  const isLong = folds.filter(({ name }) => name).length > 1;
  return folds.flatMap((fold, i) => {
    const inner = fold.specs.map((spec) => parts[specs.indexOf(spec)]);
    if (!fold.name) return inner;
    return its.readonly() ? readFold(its, fold.name, inner, isLong) : editFold(its, fold.name, fold.specs, inner, i === 0);
  });
}
