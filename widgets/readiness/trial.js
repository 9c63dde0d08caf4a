// The rehearsal: which days, how many, how far, and what happened.
import { h, icon, say } from "../shared/kit.js";
import { seconds } from "./browser.js";
import { line } from "./rows.js";

const FOLDED = /\u00ad/g; // a soft hyphen is not said in a table

function resultTable(page) {
  const caption = h("caption", {});
  const heads = ["block", "written", "shared", "change"].map((key) => ({ key, node: h("th", { scope: "col" }) }));
  const body = h("tbody", {});
  const node = h("table", { class: "num" }, caption, h("thead", {}, h("tr", {}, heads.map((one) => one.node))), body);
  const cells = (one) => [h("th", { scope: "row" }, page.text(one.title).replace(FOLDED, "")), h("td", {}, String(one.written || "–")), h("td", {}, String(one.shared || "–")),
    h("td", {}, page.word("ready_try_seconds", { n: seconds(one.slowest, page.word("ready_decimal")) }))];
  const wrong = (one) => one.faults.map((fault) => h("tr", { class: "fault" }, h("td", { colspan: 4 }, fault)));
  const draw = (name, blocks) => {
    say(caption, name);
    heads.forEach((one) => say(one.node, page.word(`ready_try_${one.key}`)));
    body.replaceChildren(...blocks.flatMap((one) => [h("tr", {}, cells(one)), ...wrong(one)]));
  };
  return { node, draw };
}

function result(page) {
  const lead = h("p", { class: "strong" });
  const faults = h("ul", { class: "small" });
  const took = h("p", { class: "small quiet" });
  const tables = h("div", { class: "tables" });
  const node = h("div", { class: "result" }, lead, faults, tables, took);
  let drawn = "";
  const draw = (report) => {
    node.hidden = !report;
    const now = JSON.stringify([report, page.locale()]);
    if (!report || now === drawn) return;
    drawn = now;
    say(lead, report.unfinished ? page.word("ready_try_nothing") : page.word(report.fine ? "ready_try_fine" : "ready_try_wrong", { n: report.fields }));
    const lost = (report.lost || []).length;
    const said = [...(lost ? [page.word("ready_try_lost", { n: lost })] : []), ...(report.faults || [])];
    faults.replaceChildren(...said.map((one) => h("li", {}, one)));
    const days = Object.entries(report.days || {}).map(([day, blocks]) => {
      const table = resultTable(page);
      table.draw(page.dayName(day), blocks);
      return table.node;
    });
    tables.replaceChildren(...days);
    say(took, report.unfinished ? "" : page.word("ready_try_took", { people: report.people, seconds: Math.round(report.seconds) }));
  };
  return { node, draw };
}

export function tryPanel(page) {
  const chosen = new Set();
  let first = true;
  const title = h("h2", {});
  const about = h("p", { class: "small quiet" });
  const legend = h("legend", { class: "label" });
  const days = h("div", { class: "days" });
  const group = h("fieldset", { class: "choices" }, legend, days);
  const people = line(() => {}, { type: "number", min: 1, max: 50, inputmode: "numeric" });
  people.input.value = String(page.value().people || 25);
  const go = h("button", { class: "btn", onclick: () => press() }, icon("right"), h("span", {}));
  const far = h("p", { class: "small num", role: "status" });
  const bar = h("i", {});
  const along = h("div", { class: "bar", "aria-hidden": "true" }, bar);
  const done = result(page);
  const node = h("section", { class: "panel trial" }, title, about, group, h("div", { class: "row wrap set" }, people.node, go), along, far, done.node);
  const press = () => (page.value().trying ? page.press("stop") : page.press("rehearse", { days: [...chosen], people: Number(people.input.value) }));
  const dayRow = ({ day }) => h("label", { class: "choice" },
    h("input", { type: "checkbox", value: day, onchange: (event) => (event.target.checked ? chosen.add(day) : chosen.delete(day)) }), h("span", {}, page.dayName(day)));
  let drawn = "";
  const drawDays = () => {
    const { days: known, day } = page.value();
    if (first && known.length) {
      chosen.add(known.some((one) => one.day === day) ? day : known[0].day);
      first = false;
    }
    const now = JSON.stringify([known, page.locale()]);
    if (now !== drawn) days.replaceChildren(...known.map(dayRow));
    drawn = now;
    days.querySelectorAll("input").forEach((input) => { input.checked = chosen.has(input.value); });
  };
  const draw = () => {
    const { trying, rehearsal, can } = page.value();
    const at = trying && rehearsal ? rehearsal.far : null;
    say(title, page.word("ready_try"));
    say(about, page.word(can ? "ready_try_lead" : "ready_try_alone"));
    say(legend, page.word("ready_try_days"));
    people.draw(page.word("ready_try_people"));
    drawDays();
    say(go.lastChild, page.word(trying ? "ready_try_stop" : "ready_try_go"));
    [group, people.node, go].forEach((one) => { one.hidden = !can; });
    group.disabled = Boolean(trying);
    people.input.disabled = Boolean(trying);
    along.hidden = !trying;
    bar.style.width = at ? `${Math.round((100 * at.done) / at.of)}%` : "0";
    const told = at ? page.word("ready_try_far", { day: page.number(at.day), done: at.done, of: at.of, title: page.text(at.title).replace(FOLDED, "") }) : page.word("ready_try_begun");
    say(far, trying ? told : "");
    done.draw(trying || !rehearsal ? null : rehearsal.report);
  };
  return { node, draw };
}
