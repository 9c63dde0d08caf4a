// What the day holds: minutes of each kind, the five questions, the five elements, and a new block.
import { h, say } from "../shared/kit.js";
import { keptList } from "../shared/kept.js";
import { lasting } from "./order.js";
import { iconButton } from "./parts.js";

const TOTALS = ["talk", "work", "plenary", "break", "placeholder"];
const NEW = ["break", "round", "walk", "line", "dark", "placeholder"];

function spoken(desk, minutes) {
  return lasting(minutes, { minutes: (n) => desk.word("planner_minutes", { n }), hours: (n) => desk.word("planner_hours", { n }) });
}

function tagRow(desk, tag) {
  const name = h("span", {});
  const minutes = h("span", { class: "num quiet" });
  const bar = h("i", {});
  const node = h("li", {}, h("p", { class: "row between" }, name, minutes), h("div", { class: "bar", "aria-hidden": "true" }, bar));
  const draw = () => {
    const { coverage } = desk.value();
    const here = coverage[tag] || { minutes: 0, blocks: [] };
    const most = Math.max(60, ...Object.values(coverage).map((one) => one.minutes));
    say(name, desk.tag(tag));
    say(minutes, here.minutes ? spoken(desk, here.minutes) : desk.word("planner_not_today"));
    bar.style.width = `${(100 * here.minutes) / most}%`;
  };
  return { node, draw };
}

export function coveragePart(desk) {
  const lists = [["competences", "K"], ["elements", "slf"]].map(([word, kind]) => {
    const title = h("h2", {});
    const list = h("ul", { class: "covered" });
    return { word, kind, title, node: h("section", {}, title, list), fill: keptList(list, (tag) => tagRow(desk, tag)) };
  });
  const lead = h("p", { class: "small quiet" });
  const node = h("section", { class: "panel coverage" }, lead, h("div", { class: "two" }, lists.map((one) => one.node)));
  const draw = () => {
    const tags = Object.keys(desk.value().coverage || {});
    say(lead, desk.word("planner_coverage_lead"));
    node.hidden = !tags.length;
    for (const { word, kind, title, fill } of lists) {
      say(title, desk.word(`planner_${word}`));
      fill(tags.filter((tag) => tag.startsWith(kind)), (tag) => tag);
    }
  };
  return { node, draw };
}

// Under the list: the sum of the day, and a new block for it.
export function belowPart(desk) {
  const sum = h("p", { class: "small quiet num" });
  const add = iconButton("plus", () => toggle());
  const names = NEW.map((kind) => ({ kind, node: h("button", { class: "btn low", type: "button", onclick: () => put(kind) }) }));
  const kinds = h("div", { class: "row wrap kinds", role: "group" }, names.map((one) => one.node));
  const node = h("div", { class: "below" }, h("div", { class: "row between wrap" }, sum, add.node), kinds);
  kinds.hidden = true;
  const toggle = () => {
    kinds.hidden = !kinds.hidden;
    draw();
    if (!kinds.hidden) names[0].node.focus();
  };
  const put = (kind) => {
    const { blocks } = desk.value();
    const last = blocks[blocks.length - 1];
    const after = desk.opened() || (last && last.kind === "check_out" && blocks.length > 1 ? blocks[blocks.length - 2].id : last && last.id);
    kinds.hidden = true;
    desk.press("add", { kind, after: after || null });
    add.node.focus();
    draw();
  };
  const draw = () => {
    const { totals, blocks } = desk.value();
    const parts = TOTALS.filter((one) => (totals || {})[one]).map((one) => desk.word(`planner_total_${one}`, { time: spoken(desk, totals[one]) }));
    say(sum, parts.join(" · "));
    add.draw(desk.word("planner_add"));
    add.node.setAttribute("aria-expanded", String(!kinds.hidden));
    names.forEach((one) => say(one.node, desk.word(`planner_kind_${one.kind}`)));
    kinds.setAttribute("aria-label", desk.word("planner_add"));
    node.hidden = !blocks.length;
  };
  return { node, draw };
}

// When the day begins and ends, and which day it is.
export function dayPart(desk) {
  const title = h("h1", {});
  const days = h("div", { class: "seg days", role: "group" });
  const times = ["start", "end"].map((part) => {
    const word = h("span", { class: "label" });
    const input = h("input", { class: "input num clock", inputmode: "decimal", onchange: () => desk.press("day", { part, value: input.value }) });
    input.addEventListener("keydown", (event) => event.key === "Enter" && input.blur());
    return { part, word, input, node: h("label", { class: "clock-field" }, word, input) };
  });
  const really = h("p", { class: "small quiet num" });
  const node = h("div", { class: "head" }, h("div", { class: "which" }, title, really), h("div", { class: "row wrap" }, times.map((one) => one.node)), days);
  const fill = keptList(days, (id) => {
    const button = h("button", { type: "button", onclick: () => desk.day(id) });
    return { node: button, draw: (one) => {
      say(button, desk.word("planner_day", { n: one.n }));
      button.setAttribute("aria-pressed", String(desk.value().day === id));
    } };
  });
  const draw = () => {
    const { title: words, start, end, ends, days: all, day } = desk.value();
    say(title, day ? desk.title(words) : desk.word("ui_day_plan"));
    fill(all, (one) => one.id);
    days.hidden = all.length < 2;
    days.setAttribute("aria-label", desk.word("planner_days"));
    for (const { part, word, input, node: field } of times) {
      say(word, desk.word(`planner_day_${part}`));
      if (input !== document.activeElement) input.value = desk.clock({ start, end }[part] || "");
      field.hidden = !day;
    }
    say(really, day ? desk.word("planner_really", { from: desk.clock(start), to: desk.clock(ends) }) : "");
  };
  return { node, draw };
}
