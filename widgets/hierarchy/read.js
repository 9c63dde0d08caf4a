// The hierarchies to read only: on the wall, at the table, on paper, and in words under the builder.
import { h, icon, say } from "../shared/kit.js";
import { SIDES, forceInWords, forcesOf, highestOf, isBegun, levelOf, orderOf, sideOf } from "./geometry.js";

/** Gives the levels to be read: on the big screen only those that hold something, unless none does. */
function readLevels(my, side) {
  const order = orderOf(my.value(), side);
  if (document.documentElement.dataset.surface !== "screen") return order;
  const held = order.filter((level) => {
    const { story, strength } = levelOf(my.value(), side, level);
    return story || strength !== null || highestOf(my.value(), side) === level;
  });
  return held.length ? held : order;
}

/** Gives a party's name with the sign that it is a guess, where it is one. */
export function partyName(my) {
  const [name, guess] = [h("span"), h("span")];
  const chip = h("span", { class: "chip me" }, icon("words"), guess);
  const draw = (side) => {
    say(name, my.party(side));
    say(guess, my.spoken("guess"));
    chip.hidden = !my.isGuess(side);
  };
  return { nodes: [name, chip], draw };
}

function levelRow(my, side, level) {
  const { story, strength } = levelOf(my.value(), side, level);
  const isHighest = highestOf(my.value(), side) === level;
  const name = h("p", { class: "name" }, isHighest && icon("flag"), h(isHighest ? "b" : "span", {}, my.word(`level_${level}`)),
    isHighest && h("span", { class: "sr" }, `, ${my.word("highest")}`), strength !== null && h("span", { class: "felt small quiet" }, my.word(`strength_${strength}`)));
  const bar = h("i", { class: "bar-of", dataset: { strength: strength === null ? "none" : strength }, "aria-hidden": "true" });
  return h("li", { class: isHighest && "high" }, name, bar, story && h("p", { class: "voice" }, story));
}

function sideRead(my, side) {
  const name = partyName(my);
  const [levels, pulls] = [h("ol", { class: "read-levels" }), h("ul", { class: "pulls small" })];
  const [none, loop] = [h("p", { class: "quiet small" }), h("p", { class: "loop small" })];
  const node = h("div", { class: "read-side" }, h("h3", {}, name.nodes), none, levels, pulls, loop);
  const draw = () => {
    const value = my.value();
    const begun = isBegun(value, side);
    const { loop: marked } = sideOf(value, side);
    name.draw(side);
    none.hidden = begun;
    say(none, my.word("not_begun"));
    levels.replaceChildren(...(begun ? readLevels(my, side).map((level) => levelRow(my, side, level)) : []));
    const said = forcesOf(value, side).map((force) => forceInWords(force, my.word)).filter(Boolean);
    pulls.replaceChildren(...said.map((text) => h("li", {}, text)));
    pulls.hidden = !said.length;
    loop.hidden = !marked || !say(loop, `${my.word("loop")} ${my.word(`loop_${marked}`)}`).textContent;
  };
  return { node, draw };
}

/** Gives both hierarchies in words; `whole` also says the utterances, old and new. */
export function readPart(my, whole) {
  const sides = SIDES.map((side) => sideRead(my, side));
  const title = h("h2", { class: whole && "sr" });
  const [old, situation, differs] = [h("q"), h("p", { class: "small quiet" }), h("p", { class: "small differs" })];
  const before = h("blockquote", { class: "utter" }, h("p", { class: "voice" }, old), situation);
  const [label, anew, effect] = [h("h3"), h("q"), h("p", { class: "small quiet" })];
  const after = h("div", { class: "utter anew" }, label, h("p", { class: "voice" }, anew), effect);
  const node = h("div", { class: whole ? "read" : "read twin card sunk" }, title, whole && before, h("div", { class: "sides" }, sides.map((one) => one.node)), differs, whole && after);
  const draw = () => {
    const { utterance, new_utterance: next, effect: expected, differs: level } = my.value();
    say(title, my.word("in_words"));
    for (const one of sides) one.draw();
    differs.hidden = !level || !say(differs, `${my.word("differs")} ${my.word(`level_${level}`)}`).textContent;
    before.hidden = !say(old, utterance).textContent;
    situation.hidden = !say(situation, my.value().situation).textContent;
    say(label, my.word("new_utterance"));
    after.hidden = !say(anew, next).textContent;
    effect.hidden = !say(effect, expected).textContent;
  };
  return { node, draw };
}
