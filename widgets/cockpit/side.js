// Beside the middle: the way in, the remote, and what one takes home.
import { h, icon, s, say } from "../shared/kit.js";
import { keptList, mark } from "../shared/kept.js";
import { codeInHalves, fileSize, timeOfDay } from "./day.js";
import { drawQr, iconButton, leave } from "./parts.js";

export function joinPanel(desk) {
  const title = h("h2", {});
  const labels = [h("dt", {}), h("dt", {})];
  const address = h("dd", { class: "address" });
  const code = h("dd", { class: "code" });
  const qr = s("svg", { "aria-hidden": "true" });
  const image = h("div", { class: "qr", role: "img", dataset: { theme: "light" } }, qr);
  const bar = h("div", { class: "way-in" }, image,
    h("dl", {}, h("div", {}, labels[0], address), h("div", {}, labels[1], code)));
  const nothing = h("p", { class: "empty small" });
  const node = h("section", { class: "panel" }, title, bar, nothing);
  const draw = () => {
    const { state, qr: drawing } = desk.value();
    const join = state.join || {};
    say(title, desk.word("desk_join"));
    say(labels[0], desk.word("desk_address"));
    say(labels[1], desk.word("desk_code"));
    say(address, join.address);
    say(code, codeInHalves(join.code || ""));
    mark(image, "aria-label", desk.word("desk_qr", { address: join.address || "" }));
    if (drawing) drawQr(qr, drawing);
    image.hidden = !drawing;
    bar.hidden = !join.address;
    say(nothing, desk.word("desk_join_none"));
    nothing.hidden = Boolean(join.address);
  };
  return { node, draw };
}

// The trainer's phone as the remote: a code for one phone, on the desk only.
export function remotePanel(desk) {
  const title = h("h2", {});
  const lead = h("p", { class: "small quiet" });
  const phones = h("p", { class: "small" });
  const qr = s("svg", { "aria-hidden": "true" });
  const image = h("div", { class: "qr", role: "img", dataset: { theme: "light" } }, qr);
  const show = iconButton("plus", () => desk.press("remote"), "btn low");
  const off = iconButton("close", () => desk.press("remote_off"), "btn plain low");
  const node = h("section", { class: "panel remote" }, title, lead, image, phones, h("div", { class: "row wrap" }, show.node, off.node));
  const draw = () => {
    const { open, phones: n } = desk.value().remote || { open: null, phones: 0 };
    say(title, desk.word("ui_remote"));
    say(lead, desk.word(open ? "desk_remote_once" : "desk_remote_lead"));
    mark(image, "aria-label", desk.word("desk_remote_qr"));
    if (open) drawQr(qr, open);
    image.hidden = !open;
    say(phones, n ? desk.word(n === 1 ? "desk_remote_one" : "desk_remote_other", { n }) : "");
    phones.hidden = !n;
    show.draw(desk.word(open ? "desk_remote_new" : "desk_remote_show"));
    off.draw(desk.word("desk_remote_off"));
    leave(off.node, !n && !open, show.node);
    node.hidden = !(desk.value().state.join || {}).address;
  };
  return { node, draw };
}

export function outPanel(desk) {
  const title = h("h2", {});
  const out = iconButton("download", desk.takeHome);
  const progress = h("div", { class: "bar", role: "progressbar", "aria-valuemin": "0" }, h("i", {}));
  const status = h("p", { class: "small quiet", role: "status" });
  const list = h("ul", { class: "files" });
  const copied = h("span", {});
  const copyAt = h("p", { class: "calm" }, copied, icon("check"));
  const copy = iconButton("plus", () => desk.press("backup"), "btn plain low");
  const node = h("section", { class: "panel out" }, title, out.node, progress, status, list,
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
    mark(out.node, "aria-disabled", busy ? "true" : null);
    progress.hidden = !(busy && busy.of);
    mark(progress, "aria-label", desk.word("exp_now"));
    mark(progress, "aria-valuemax", busy && busy.of ? busy.of : null);
    mark(progress, "aria-valuenow", busy && busy.of ? busy.done : null);
    progress.firstChild.style.width = busy && busy.of ? `${Math.round((100 * busy.done) / busy.of)}%` : "0";
    say(status, busy ? working(busy) : files.length ? "" : desk.word("desk_files_none"));
    mark(list, "aria-label", desk.word("desk_files"));
    fillFiles(files.slice(0, 6), (file) => file.name);
    say(copied, backup ? desk.word("desk_backup_at", { time: time(backup.at) }) : desk.word("desk_backup_none"));
    copyAt.classList.toggle("ready", Boolean(backup));
    copy.draw(desk.word("desk_backup"));
  };
  return { node, draw };
}
