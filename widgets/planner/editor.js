// One block opened in place: its words in both languages, its form and time, and what to do with it.
import { h, say } from "../shared/kit.js";
import { keptList, mark } from "../shared/kept.js";
import { FORMS, shortened, toggled } from "./order.js";
import { choice, iconButton, minutesField, pair } from "./parts.js";

const COMPETENCES = ["K1", "K2", "K3", "K4", "K5"];
const ELEMENTS = ["slf_1", "slf_2", "slf_3", "slf_4", "slf_5"];
const ASKING = ["check_in", "check_out", "round", "dark", "line", "walk", "groups", "placeholder"];

function factsPart(desk, set) {
  const form = choice(desk, "planner_form", FORMS, (one) => `planner_form_${one}`, (value) => set("form", value));
  const tempo = choice(desk, "planner_tempo", ["low", "high"], (one) => `tempo_${one}`, (value) => set("tempo", value));
  const body = choice(desk, "planner_body", ["seated", "moving"], (one) => `body_${one}`, (value) => set("body", value));
  const leadWord = h("span", { class: "label" });
  const lead = h("input", { class: "input", maxlength: 80, onchange: () => set("lead", lead.value.trim()) });
  const node = h("div", { class: "its-facts" }, form.node, tempo.node, body.node,
    h("label", { class: "choice" }, leadWord, lead));
  const draw = (block) => {
    form.draw(block.form);
    tempo.draw(block.tempo);
    body.draw(block.body);
    say(leadWord, desk.word("planner_lead"));
    if (lead !== document.activeElement) lead.value = block.lead || "";
  };
  return { node, draw };
}

function stagesPart(desk, set) {
  const name = h("legend", { class: "label" });
  const list = h("ul", { class: "stage-minutes" });
  const node = h("fieldset", { class: "stages" }, name, list);
  const fill = keptList(list, (stage) => {
    const word = h("span", { "aria-hidden": "true" });
    const minutes = minutesField(desk, (value) => set(`stages.${stage}`, value));
    const draw = (one) => {
      say(word, desk.word(`planner_stage_${stage}`));
      minutes.draw(one.minutes, desk.word("planner_minutes_of", { title: desk.word(`planner_stage_${stage}`) }));
    };
    return { node: h("li", {}, word, minutes.node), draw };
  });
  const draw = (block) => {
    say(name, desk.word("planner_stages"));
    fill(block.stages, (one) => one.stage);
    node.hidden = !block.stages.length;
  };
  return { node, draw };
}

function tagsPart(desk, part, tags, set) {
  const name = h("legend", { class: "label" });
  let chosen = [];
  const buttons = tags.map((tag) => ({ tag, node: h("button", { class: "btn low tag", type: "button", onclick: () => set(part, toggled(chosen, tag)) }) }));
  const node = h("fieldset", { class: "tagging" }, name, h("div", { class: "row wrap" }, buttons.map((one) => one.node)));
  const draw = (block) => {
    chosen = block[part];
    say(name, desk.word(`planner_${part}`));
    for (const { tag, node: button } of buttons) {
      say(button, desk.tag(tag));
      mark(button, "aria-pressed", String(chosen.includes(tag)));
    }
  };
  return { node, draw };
}

// The words of the block's exercise and task: changed here, kept beside the files, never in them.
const NAMED = ["title", "title_group", "task", "task_group", "plenary_title"];

// A word of an exercise is called by what it says: its key is nothing a trainer should have to read.
export function nameOf(desk, { key, own }) {
  return NAMED.includes(key) ? desk.word(`planner_text_${key}`) : desk.word("planner_text_other", { text: shortened(desk.title(own), 56) });
}

function textsPart(desk, id) {
  const first = h("div", { class: "texts" });
  const cells = h("div", { class: "texts" });
  const rest = h("div", { class: "texts" });
  const more = h("summary", {});
  const details = h("details", { class: "quiet-more" }, more, rest);
  const hint = h("p", { class: "small quiet" });
  const node = h("div", { class: "its-texts" }, hint, cells, first, details);
  const texts = (act) => (key) => {
    const long = act === "cell" || key.startsWith("task");
    const made = pair(desk, (language, value, joins) => desk.press(act, { block: id, key, language, value, joins }), { long, rows: 1 });
    const draw = (one) => made.draw(one.now, { own: one.own, name: act === "cell" ? desk.word("planner_text_page") : nameOf(desk, one) });
    return { node: made.node, draw };
  };
  const [fillFirst, fillCells, fillRest] = [[first, "text"], [cells, "cell"], [rest, "text"]].map(([parent, act]) => keptList(parent, texts(act)));
  details.addEventListener("toggle", () => draw());
  const draw = () => {
    const { editing } = desk.value();
    const here = editing && editing.block === id ? editing : { texts: [], cells: [] };
    const others = here.texts.filter((one) => !one.first);
    say(hint, desk.word("planner_texts_hint"));
    fillCells(here.cells, (one) => one.cell);
    fillFirst(here.texts.filter((one) => one.first), (one) => one.key);
    if (details.open) fillRest(others, (one) => one.key); // sixty fields are built only when asked for
    say(more, desk.word("planner_more_words", { n: others.length }));
    details.hidden = !others.length;
    node.hidden = !here.texts.length && !here.cells.length;
  };
  return { node, draw };
}

function actsPart(desk, id) {
  const act = (name, given = {}) => () => desk.press(name, { block: id, ...given });
  let skipped = false;
  const skip = iconButton("skip", () => desk.press("skip", { block: id, on: !skipped }));
  const split = iconButton("split", act("split"));
  const copy = iconButton("plus", act("duplicate"));
  const reset = iconButton("undo", act("reset"), "btn plain");
  const remove = iconButton("close", () => {
    desk.open(null);
    desk.press("remove", { block: id });
  }, "btn plain");
  const node = h("div", { class: "its-acts row wrap" }, skip.node, split.node, copy.node, reset.node, remove.node);
  const draw = (block) => {
    skipped = block.skipped;
    skip.draw(desk.word(skipped ? "planner_unskip" : "ui_skip"));
    split.draw(desk.word("ui_split"));
    copy.draw(desk.word("ui_duplicate"));
    reset.draw(desk.word("planner_reset"));
    remove.draw(desk.word("planner_remove"));
    reset.node.hidden = !block.changed || block.copy;
    remove.node.hidden = !block.copy;
  };
  return { node, draw };
}

export function editorPart(desk, id) {
  const set = (part, value, joins = false) => desk.press("set", { block: id, part, value, joins });
  const saidIn = (part) => (language, value, joins) => set(`${part}.${language}`, value, joins);
  const title = pair(desk, saidIn("title"), { limit: 120 });
  const purpose = pair(desk, saidIn("purpose"), { limit: 600 });
  const prompt = pair(desk, saidIn("prompt"), { limit: 400 });
  const cues = pair(desk, saidIn("cues"), { long: true, rows: 3 });
  const facts = factsPart(desk, set);
  const stages = stagesPart(desk, set);
  const texts = textsPart(desk, id);
  const tags = [tagsPart(desk, "competences", COMPETENCES, set), tagsPart(desk, "elements", ELEMENTS, set)];
  const acts = actsPart(desk, id);
  const done = iconButton("check", () => desk.open(null), "btn done");
  const node = h("div", { class: "editor" }, acts.node, title.node, facts.node, stages.node, purpose.node, prompt.node, cues.node, texts.node, ...tags.map((one) => one.node), done.node);
  node.addEventListener("keydown", (event) => event.key === "Escape" && desk.open(null));
  const draw = (block) => {
    title.draw(block.title, { name: desk.word("planner_title") });
    purpose.draw(block.purpose || { da: "", en: "" }, { name: desk.word("ui_purpose") });
    prompt.draw(block.prompt || { da: "", en: "" }, { name: desk.word("planner_prompt"), help: desk.word("planner_prompt_hint") });
    prompt.node.hidden = Boolean(block.notebook) || !ASKING.includes(block.kind);
    cues.draw(block.cues, { name: desk.word("planner_cues"), help: desk.word("planner_cues_hint") });
    [facts, stages, ...tags, acts].forEach((part) => part.draw(block));
    texts.draw();
    done.draw(desk.word("ui_done"));
  };
  return { node, draw };
}
