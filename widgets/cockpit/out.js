// What one takes home: everything as files, a choice of day and formats, the papers of a day, and the backup.
import { fill, h, icon, say } from "../shared/kit.js";
import { keptList, mark } from "../shared/kept.js";
import { fileSize, timeOfDay } from "./day.js";
import { iconButton } from "./parts.js";

const PAPERS = ["small", "script", "pack"];
const FORMATS = [["docx"], ["pdf"], ["pptx"], ["xlsx", "csv"], ["pictures"], ["json", "md"], ["ics"]];
const WHOLE = ["zip", "docx", "pdf", "pptx", "xlsx"];

/** Gives the choice of day and formats; without one everything of all days is made. */
function wishPart(desk) {
  const title = h("span", {});
  const scope = h("select", { class: "input" });
  const scopeWord = h("span", { class: "small" });
  const legend = h("legend", { class: "small" });
  const ticks = FORMATS.map((kinds) => {
    const word = h("span", {});
    const box = h("input", { type: "checkbox", checked: true });
    return { kinds, box, word, node: h("label", { class: "tick" }, box, word) };
  });
  const node = h("details", { class: "quiet-more wish" }, h("summary", {}, icon("chevron"), title), h("label", { class: "field" }, scopeWord, scope), h("fieldset", {}, legend, ticks.map((one) => one.node)));
  let days = "";
  const draw = () => {
    const given = desk.value().days || [];
    const now = JSON.stringify([given, desk.locale()]);
    say(title, desk.word("desk_wish"));
    say(scopeWord, desk.word("desk_wish_scope"));
    say(legend, desk.word("desk_wish_formats"));
    for (const one of ticks) say(one.word, desk.word(`desk_format_${one.kinds[0]}`));
    if (now === days) return;
    days = now;
    const chosen = scope.value;
    const option = (value, text) => h("option", { value }, text);
    scope.replaceChildren(option("", desk.word("desk_wish_all")), ...given.map((day) => option(day.day, fill(desk.word("desk_wish_day"), { n: day.n }))));
    scope.value = chosen;
  };
  const wanted = () => ({ day: scope.value || null, formats: ticks.filter((one) => one.box.checked).flatMap((one) => one.kinds) });
  return { node, draw, wanted };
}

/** Gives the files with the whole day's behind its zip: they are what most people open. */
export function foremost(files) {
  const at = files.findIndex((one) => one.name.endsWith(".zip"));
  if (at < 0) return files;
  const stem = files[at].name.slice(0, -".zip".length);
  const whole = WHOLE.map((kind) => files.slice(at).find((one) => one.name === `${stem}.${kind}`)).filter(Boolean);
  return [...files.slice(0, at), ...whole, ...files.slice(at).filter((one) => !whole.includes(one))];
}

export function outPanel(desk) {
  const title = h("h2", {});
  const wish = wishPart(desk);
  const out = iconButton("download", () => desk.takeHome(wish.wanted()));
  const papers = PAPERS.map((what) => ({ what, button: iconButton("download", () => desk.takeHome({ what, ...wish.wanted() }), "btn plain low") }));
  const cards = h("ul", { class: "cards" }); // printed or sent out before the day they are for
  const fillCards = keptList(cards, () => {
    const link = h("a", { target: "_blank", rel: "noopener" });
    const draw = (one) => {
      say(link, desk.word("desk_paper_card", { n: one.n }));
      mark(link, "href", one.url);
    };
    return { node: h("li", {}, link), draw };
  });
  const cardsOf = ({ days = [], state }) => {
    const address = state.join && state.join.address;
    const found = days.flatMap((day) => (day.cards || []).map((id) => ({ id, n: day.n, url: `http://${address}/paper/${id}` })));
    return address ? found : [];
  };
  const progress = h("div", { class: "bar", role: "progressbar", "aria-valuemin": "0" }, h("i", {}));
  const status = h("p", { class: "small quiet", role: "status" });
  const list = h("ul", { class: "files" });
  const copied = h("span", {});
  const copyAt = h("p", { class: "calm" }, copied, icon("check"));
  const copy = iconButton("plus", () => desk.press("backup"), "btn plain low");
  const node = h("section", { class: "panel out" }, title, out.node, wish.node, h("div", { class: "papers" }, papers.map((one) => one.button.node)), cards, progress, status, list,
    h("div", { class: "row between copy" }, copyAt, copy.node));
  const time = (at) => timeOfDay(at, desk.word("desk_clock_mark"));
  const fillFiles = keptList(list, () => {
    const name = h("a", { download: "" });
    const about = h("span", { class: "tiny hush num" });
    const draw = (file) => {
      say(name, file.name);
      mark(name, "href", file.url);
      say(about, `${fileSize(file.bytes, desk.word("desk_decimal"))} · ${desk.word("desk_at", { time: time(file.at) })}`);
    };
    return { node: h("li", {}, name, about), draw };
  });
  const working = (busy) => {
    if (!busy) return "";
    if (busy.what === "backup") return desk.word("desk_backing_up");
    return busy.of ? desk.word("desk_exporting", busy) : desk.word("desk_exporting_some");
  };
  const draw = () => {
    const { busy, exports: files, backup } = desk.value();
    say(title, desk.word("desk_out"));
    out.draw(desk.word("exp_now"));
    wish.draw();
    for (const one of papers) one.button.draw(desk.word(`desk_paper_${one.what}`));
    fillCards(cardsOf(desk.value()), (one) => one.id);
    for (const one of [out, ...papers.map(({ button }) => button)]) mark(one.node, "aria-disabled", busy ? "true" : null);
    progress.hidden = !(busy && busy.of);
    mark(progress, "aria-label", desk.word("exp_now"));
    mark(progress, "aria-valuemax", busy && busy.of ? busy.of : null);
    mark(progress, "aria-valuenow", busy && busy.of ? busy.done : null);
    progress.firstChild.style.width = busy && busy.of ? `${Math.round((100 * busy.done) / busy.of)}%` : "0";
    say(status, busy ? working(busy) : files.length ? "" : desk.word("desk_files_none"));
    mark(list, "aria-label", desk.word("desk_files"));
    fillFiles(foremost(files).slice(0, 8), (file) => file.name);
    say(copied, backup ? desk.word("desk_backup_at", { time: time(backup.at) }) : desk.word("desk_backup_none"));
    copyAt.classList.toggle("ready", Boolean(backup));
    copy.draw(desk.word("desk_backup"));
  };
  return { node, draw };
}
