// The four steps, each one question. They write into `run.draft`; nothing is kept before «Videre».
import { h, icon, say } from "../shared/kit.js";
import { tables, weekday } from "./days.js";

let serial = 0;
const OWN = "…";

function asked(tag, shape, onwrite) {
  const id = `first-${(serial += 1)}`;
  const label = h("label", { class: "label", for: id });
  const hint = h("p", { class: "hint", id: `${id}-h` });
  const input = h(tag, { class: "input", id, autocomplete: "off", "aria-describedby": `${id}-h`, ...shape });
  input.addEventListener("input", () => onwrite(input.value));
  const node = h("div", { class: "field" }, label, input, hint);
  const draw = (name, help, value) => {
    say(label, name);
    hint.hidden = !say(hint, help).textContent;
    if (input !== document.activeElement && input.value !== String(value)) input.value = value;
  };
  return { node, input, draw };
}

export function programmeStep(run) {
  let own = false;
  const list = h("div", { class: "choices", role: "radiogroup" });
  const path = asked("input", { spellcheck: "false" }, (text) => { run.draft.source = text.trim(); });
  const name = asked("input", { maxlength: 80 }, (text) => { run.draft.name = text; });
  const group = `source-${(serial += 1)}`;
  const choose = (value) => {
    own = value === OWN;
    run.draft.source = own ? path.input.value.trim() : value;
    draw();
    if (own) path.input.focus();
  };
  const row = ({ value, text, more }) => h("label", { class: "choice" },
    h("input", { type: "radio", name: group, value, onchange: () => choose(value) }), h("span", {}, h("strong", {}, text), more && h("small", { class: "quiet" }, more)));
  let drawn = "";
  function draw() {
    const { sources, days } = run.value();
    const known = sources.map((one) => ({ value: one.path, text: run.word("begin_copy_of", { name: one.name }), more: run.word("begin_copy_say") }));
    const rows = [{ value: "", text: run.word("begin_fresh"), more: run.word("begin_fresh_say", { n: days.length }) }, ...known, { value: OWN, text: run.word("begin_own") }];
    const source = run.draft.source;
    own = own || Boolean(source && !sources.some((one) => one.path === source));
    const now = JSON.stringify(rows);
    if (now !== drawn) list.replaceChildren(...rows.map(row));
    drawn = now;
    list.setAttribute("aria-label", run.word("begin_programme"));
    list.querySelectorAll("input").forEach((input) => { input.checked = input.value === (own ? OWN : source); });
    path.node.hidden = !own;
    path.draw(run.word("begin_own_path"), "", source);
    name.draw(run.word("begin_name"), run.word("begin_name_hint"), run.draft.name);
  }
  return { key: "programme", nodes: [list, path.node, name.node], draw };
}

export function datesStep(run) {
  const list = h("ul", { class: "dates" });
  const rows = new Map();
  const made = (day) => {
    const date = asked("input", { type: "date" }, (text) => {
      run.draft.dates = { ...run.draft.dates, [day]: text };
      run.redraw();
    });
    rows.set(day, { date, node: h("li", {}, date.node) });
    return rows.get(day);
  };
  const draw = () => {
    const { days } = run.value();
    list.replaceChildren(...days.map(({ day }) => (rows.get(day) || made(day)).node));
    days.forEach(({ day, number, title }) => {
      const text = run.draft.dates[day] || "";
      const name = `${run.word("begin_day", { n: number })} · ${run.text(title)}`;
      rows.get(day).date.draw(name, weekday(text, run.locale()), text);
    });
  };
  return { key: "dates", nodes: [list], draw };
}

export function groupsStep(run) {
  const people = asked("input", { type: "number", min: 1, max: 50, inputmode: "numeric", class: "input few" }, (text) => {
    run.draft.people = Number(text);
    run.redraw();
  });
  const groups = asked("textarea", { rows: 5 }, (text) => { run.draft.learning_groups = text.split("\n"); });
  const draw = () => {
    people.draw(run.word("begin_people"), tables(run.draft.people) ? run.word("begin_tables", { n: tables(run.draft.people) }) : "", run.draft.people || "");
    groups.draw(run.word("begin_learning_groups"), run.word("begin_learning_groups_hint"), run.draft.learning_groups.join("\n"));
  };
  return { key: "groups", nodes: [people.node, groups.node], draw };
}

export function printStep(run) {
  const ways = [["print_sheet", "groups", "download"], ["to_groups", "groups", "group"], ["to_ready", "readiness", "check"], ["to_desk", "desk", "right"]].map(([key, link, sign]) => {
    const [title, about] = [h("strong", {}), h("small", { class: "quiet" })];
    return { key, link, title, about, node: h("a", { class: "way" }, icon(sign), h("span", {}, title, about)) };
  });
  const alone = h("p", { class: "quiet" });
  const list = h("ul", { class: "ways" }, ways.map((one) => h("li", {}, one.node)));
  const draw = () => {
    const { links } = run.value();
    ways.forEach((one) => {
      say(one.title, run.word(`begin_${one.key}`));
      say(one.about, run.word(`begin_${one.key}_say`));
      if (links[one.link]) one.node.href = one.key === "print_sheet" ? `${links[one.link]}#print` : links[one.link];
    });
    list.hidden = !links.desk;
    say(alone, links.desk ? "" : run.word("begin_alone"));
  };
  return { key: "print", nodes: [list, alone], draw };
}
