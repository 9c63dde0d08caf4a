// A copy to keep or to carry away, and the three steps to another computer.
import { h, icon, say } from "../shared/kit.js";
import { bringPart } from "./bring.js";
import { choices, line } from "./rows.js";

const HERE = "";
const OWN = "…";

export function copyPanel(page) {
  let where = HERE;
  let folder = "";
  const title = h("h2", {});
  const about = h("p", { class: "small quiet" });
  const to = choices("where", (value) => {
    where = value;
    draw();
  });
  const path = line((text) => { folder = text; });
  const secret = line(() => {}, { type: "password", autocomplete: "new-password" });
  const word = h("span", {});
  const button = h("button", { class: "btn", onclick: () => take() }, icon("download"), word);
  const said = h("p", { class: "small" });
  const bring = bringPart(page);
  const taking = h("div", { class: "taking" }, title, about, to.node, path.node, secret.node, button, h("div", { role: "status" }, said));
  const node = h("section", { class: "panel copy" }, taking, bring.node);
  function take() {
    page.press("copy", { to: where === OWN ? folder.trim() : where, passphrase: where === HERE ? "" : secret.input.value });
    secret.input.value = "";
  }
  function draw() {
    const { drives, busy, can, copied } = page.value();
    if (where !== HERE && where !== OWN && !drives.includes(where)) where = HERE; // the stick was pulled out
    say(title, page.word("ready_copy"));
    say(about, page.word(can ? "ready_copy_lead" : "ready_copy_alone"));
    const options = [{ value: HERE, text: page.word("ready_copy_here") }, ...drives.map((drive) => ({ value: drive, text: drive })), { value: OWN, text: page.word("ready_copy_own") }];
    to.draw(page.word("ready_copy_where"), options, where);
    path.draw(page.word("ready_copy_folder"));
    secret.draw(page.word("ready_copy_secret"), page.word("ready_copy_secret_hint"));
    to.node.hidden = !can;
    path.node.hidden = !can || where !== OWN;
    secret.node.hidden = !can || where === HERE;
    button.hidden = !can;
    button.disabled = busy === "copy";
    said.hidden = !say(said, copied && busy !== "copy" ? page.text(copied.say) : "").textContent;
    say(word, page.word(busy === "copy" ? "ready_copy_taking" : "ready_copy_take"));
    bring.draw();
  }
  return { node, draw };
}

export function movePanel(page) {
  const summary = h("span", {});
  const about = h("p", { class: "small quiet" });
  const steps = ["one", "two", "three"].map((key) => ({ key, title: h("h3", {}), say: h("p", { class: "small" }), code: h("code", {}) }));
  const after = h("p", { class: "small quiet" });
  const list = h("ol", { class: "steps" }, steps.map((step) => h("li", {}, h("div", {}, step.title, step.say, step.key === "one" ? null : step.code))));
  const node = h("details", { class: "panel quiet-more move" }, h("summary", {}, icon("chevron"), summary), about, list, after);
  const draw = () => {
    const { lines, copied } = page.value();
    say(summary, page.word("ready_move"));
    say(about, page.word("ready_move_lead"));
    steps.forEach((step) => {
      say(step.title, page.word(`ready_move_${step.key}`));
      say(step.say, page.word(`ready_move_${step.key}_say`));
    });
    say(steps[2].code, lines.start);
    say(steps[1].code, `${lines.restore} ${(copied && copied.name) || "laeringsdage-….zip"}`);
    say(after, page.word("ready_move_after"));
  };
  return { node, draw };
}
