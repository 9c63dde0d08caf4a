// The findings: what needs a hand first, what is ready below it in one quiet line each.
import { h, icon, keep, say } from "../shared/kit.js";
import { sorted, summary, timeOf } from "./browser.js";

const LOOKS = { ok: ["chip ready", "check"], look: ["chip plenary", "eye"], wrong: ["chip todo", "alert"] };

// One finding; its node stays the same while its state changes, so that focus stays too.
function row(page, key) {
  const chip = h("span", { class: "chip" });
  const title = h("h3", {});
  const what = h("p", {});
  const todo = h("p", { class: "todo small" });
  const act = page.acts[key] ? page.acts[key]() : null;
  const node = h("li", { class: "finding", dataset: { key } }, h("div", { class: "head" }, title, chip), what, todo, act && act.node);
  let drawn = "";
  const draw = (one) => {
    const now = JSON.stringify([one, page.locale()]);
    if (act) act.draw(one);
    if (now === drawn) return;
    drawn = now;
    const [look, sign] = LOOKS[one.state];
    chip.className = look;
    chip.replaceChildren(icon(sign), page.word(`ready_state_${one.state}`));
    node.dataset.state = one.state;
    say(title, page.text(one.title));
    say(what, page.text(one.say));
    todo.hidden = !say(todo, page.text(one.do)).textContent;
  };
  return { node, draw };
}

export function checks(page) {
  const title = h("h2", {});
  const list = h("ul", { class: "findings" });
  const node = h("section", { class: "checks" }, title, list);
  const rows = new Map();
  const draw = () => {
    const { findings } = page.value();
    say(title, page.word("ready_checks"));
    title.hidden = !findings.length;
    keep(list, () => {
      for (const [key, one] of rows) {
        if (!findings.some((finding) => finding.key === key)) {
          one.node.remove();
          rows.delete(key);
        }
      }
      sorted(findings).forEach((finding, at) => {
        if (!rows.has(finding.key)) rows.set(finding.key, row(page, finding.key));
        const { node: item, draw: fill } = rows.get(finding.key);
        fill(finding);
        if (list.children[at] !== item) list.insertBefore(item, list.children[at] || null);
      });
    });
  };
  return { node, draw };
}

// The top: one sentence, and the one thing to do.
export function lead(page) {
  const title = h("h1", {});
  const about = h("p", { class: "lead", role: "status" });
  const looked = h("span", { class: "small quiet num" });
  const again = h("button", { class: "btn", onclick: () => page.look() }, icon("repeat"), h("span", {}));
  const desk = h("a", { class: "btn" }, h("span", {}), icon("right"));
  const node = h("section", { class: "leading card" }, title, about, h("div", { class: "row wrap" }, again, desk, looked));
  const draw = () => {
    const { findings, looked: at, links } = page.value();
    const { key, n } = summary(findings);
    say(title, page.word("ui_readiness"));
    say(about, page.word(`ready_lead_${key}`, { n }));
    say(again.lastChild, page.word("ready_again"));
    again.className = key === "fine" ? "btn" : "btn main";
    desk.className = key === "fine" ? "btn main" : "btn";
    desk.hidden = !links.desk;
    if (links.desk) desk.href = links.desk;
    say(desk.firstChild, page.word("ready_to_desk"));
    say(looked, at ? page.word("ready_looked", { time: timeOf(at, page.word("ready_clock_mark")) }) : "");
  };
  return { node, draw };
}

// What only people can see to.
export function remember(page) {
  const title = h("h2", {});
  const lines = ["mobile", "one", "card"].map((key) => ({ key, node: h("li", {}) }));
  const node = h("section", { class: "panel saying" }, title, h("ul", {}, lines.map((one) => one.node)));
  const draw = () => {
    say(title, page.word("ready_say"));
    lines.forEach((one) => say(one.node, page.word(`ready_say_${one.key}`)));
  };
  return { node, draw };
}
