// The map to read only: on the wall, at the table, on paper – the picture, and its words in a numbered list.
import { h, icon, say } from "../shared/kit.js";

/** Gives what is written in the parts of an actor or an arrow, with the part's name; choices by their word. */
function partsRead(my, list, item) {
  const stem = list.replace(/s$/, "");
  const all = my.parts(`${stem}_parts`).map(({ part, kind }) => {
    const text = kind === "choice" && item[part] ? my.word(`${stem}_${part}_${item[part]}`) : item[part];
    return text && h("div", {}, h("dt", { class: "label" }, my.word(`${stem}_${part}_short`) || my.spoken(`${stem}_${part}`)), h("dd", { class: kind === "choice" ? "" : "voice" }, text));
  });
  return all.some(Boolean) && h("dl", {}, all);
}

/** Gives the texts over the map as a quote, and the lists that say what the picture shows. */
export function readPart(my) {
  const quote = h("blockquote", { class: "quote" });
  const [list, people, none] = [h("ol"), h("ul"), h("p", { class: "quiet" })];
  const [arrows, actors] = [h("div", { class: "read read-arrows" }, none, list), h("div", { class: "read read-actors" }, people)];
  const own = (actor) => my.isOwn(actor.id) && h("span", { class: "chip me" }, icon("individual"), my.spoken("self_actor"));
  const draw = () => {
    const said = (my.options().above || []).map((name) => my.value()[name]).filter(Boolean);
    quote.hidden = !said.length;
    quote.replaceChildren(...said.map((text) => h("p", { class: "voice" }, text)));
    const all = my.arrows();
    none.hidden = all.length > 0 || !say(none, my.spoken("arrows_none")).textContent;
    list.replaceChildren(...all.map((arrow, i) => h("li", {}, h("p", { class: "way" }, h("span", { class: "place num" }, `${i + 1}`), h("span", { class: "voice" }, my.ways(arrow))), partsRead(my, "arrows", arrow) || "")));
    const told = my.actors().map((actor) => [actor, partsRead(my, "actors", actor)]).filter(([actor, parts]) => parts || my.isOwn(actor.id));
    actors.hidden = !told.length;
    people.replaceChildren(...told.map(([actor, parts]) => h("li", {}, h("p", { class: "who" }, h("b", { class: "voice" }, my.name(actor.id)), own(actor)), parts || "")));
  };
  return { quote, arrows, actors, draw };
}
