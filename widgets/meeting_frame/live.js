// The running meeting: the point it stands at with its clock, the next one, and the roles.
import { fill, h, icon, say, shown } from "../shared/kit.js";
import { countdown, listOf, standsAt } from "./geometry.js";

const TICK = 500;

/** Gives the acts of a running meeting; every one is a press that all devices of the group follow. */
export function liveActs(my) {
  const write = (live) => (my.ink.write("live", live), my.redraw());
  my.now = () => Date.now() + (my.options().skew || 0);
  my.stands = () => standsAt(my.value(), my.now());
  const point = (id) => ({ point: id, since: Math.round(my.now()), more: 0, over: null });
  my.begin = () => {
    if (!my.stands().points.length) return;
    write(point(my.stands().points[0].id));
    my.arrive(); // the button stands below a long frame, the running meeting above it
  };
  my.forward = () => {
    const { next } = my.stands();
    write(next ? point(next.id) : { ...(my.value().live || {}), over: true });
  };
  my.longer = () => my.ink.write("live.more", Math.min(240, ((my.value().live || {}).more || 0) + 5)) || my.redraw();
  my.stop = () => write({ point: null, since: null, more: 0, over: null });
}

function agendaList(my) {
  const list = h("ol", { class: "run" });
  const draw = ({ points, at }) => {
    const items = points.map((one, i) => h("li", { class: i < at ? "done" : i === at ? "now" : "", "aria-current": i === at ? "step" : false }, h("span", { class: "voice" }, one.what), one.minutes ? h("span", { class: "num small quiet" }, fill(my.word("n_minutes"), { n: one.minutes })) : null));
    list.replaceChildren(...items);
  };
  return { node: list, draw };
}

/** Gives the meeting as it runs; it is there only from its beginning to its end. */
export function livePart(my, el) {
  const [where, what, how] = [h("p", { class: "eyebrow" }), h("h2", { class: "voice", tabindex: "-1" }), h("p", { class: "small quiet" })];
  const [clock, next] = [h("p", { class: "timer", role: "timer" }), h("p", { class: "next" })];
  const words = Object.fromEntries(["live_next", "live_more", "live_stop", "live_finish"].map((key) => [key, h("span")]));
  const forward = h("button", { class: "btn main", onclick: () => my.forward() }, words.live_next, icon("right"));
  const more = h("button", { class: "btn", onclick: () => my.longer() }, icon("more-time"), words.live_more);
  const stop = h("button", { class: "btn plain low", onclick: () => my.stop() }, words.live_stop);
  const [intention, roles, list] = [h("p", { class: "voice lead" }), h("dl", { class: "who" }), agendaList(my)];
  const status = h("p", { class: "sr", role: "status" });
  const here = h("div", {}, where, what, how, clock, next, h("div", { class: "row wrap" }, forward, more, stop));
  const node = h("div", { class: "card live" }, status, here, h("div", {}, h("div", { class: "frame" }, intention, roles), list.node));
  const over = h("div", { class: "card over" }, shown(my, "h2", "live_over").node, h("p", { class: "voice" }), h("button", { class: "btn low", onclick: () => my.stop() }, h("span")));
  my.arrive = () => {
    node.scrollIntoView({ block: "start" });
    what.focus({ preventScroll: true });
  };
  let told = "";
  const tick = () => {
    const now = my.stands();
    if (now.phase !== "on") return;
    say(clock, now.left === null ? "–" : countdown(now.left));
    clock.classList.toggle("late", now.left !== null && now.left < 0);
  };
  const draw = () => {
    const now = my.stands();
    node.hidden = now.phase !== "on";
    over.hidden = now.phase !== "over";
    el.classList.toggle("running", now.phase === "on");
    say(over.children[0], my.word("live_over"));
    say(over.children[1], my.word("live_over_ask"));
    say(over.children[2].firstChild, my.word("live_again"));
    over.children[2].hidden = stop.hidden = forward.hidden = more.hidden = my.readonly();
    if (now.phase !== "on") return;
    for (const key of ["live_more", "live_stop"]) say(words[key], my.word(key));
    say(words.live_next, my.word(now.next ? "live_next" : "live_finish"));
    say(where, fill(my.word("live_where"), { n: now.at + 1, m: now.points.length }));
    say(what, now.point.what);
    how.hidden = !say(how, [now.point.how, now.point.lead].filter(Boolean).join(" · ")).textContent;
    say(next, now.next ? fill(my.word("live_then"), { what: now.next.what }) : my.word("live_last"));
    intention.hidden = !say(intention, my.value().intention).textContent;
    const held = listOf(my.value(), "roles").filter((one) => one.role || one.who);
    roles.replaceChildren(...held.map((one) => h("div", {}, h("dt", {}, one.role || ""), h("dd", { class: "voice" }, one.who || ""))));
    list.draw(now);
    if (told !== now.point.id) say(status, `${where.textContent}: ${now.point.what}`);
    told = now.point.id;
    tick();
  };
  const timer = setInterval(tick, TICK);
  return { nodes: [node, over], draw, stop: () => clearInterval(timer) };
}
