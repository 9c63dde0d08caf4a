// Beside the middle: the way in, and the remote.
import { h, icon, s, say } from "../shared/kit.js";
import { mark } from "../shared/kept.js";
import { codeInHalves } from "./day.js";
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
