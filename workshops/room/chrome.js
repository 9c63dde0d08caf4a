// The frame around a page's instruments on a phone: seat, stages, banners, promises, sharing, saved.

import { fill, h, icon, say } from "../../widgets/shared/kit.js";
import { anonymousForm } from "./anonymous.js";
import { badge } from "./badge.js";
import { banner } from "./banner.js";
import { caseCard } from "./casecard.js";
import { clock, rest } from "./clock.js";
import { picture } from "./figures.js";
import { lookBack, promises } from "./promises.js";
import { telling } from "./telling.js";
import { deciding } from "./deciding.js";
import { carried, fileLink } from "./sheets.js";

const STAGES = [["individual", "ui_individual"], ["group", "ui_group"], ["plenary", "ui_plenary"]];

/** Gives what shows and refreshes the frame; everything it does goes through the host. */
export function chrome(host) {
  const { page, words, books, news, state } = host;
  const ids = Object.keys(page.exercises);
  const parts = { stages: {}, rooms: {} };
  let savedAt = null;
  let refusal = null;
  let asking = null; // what waits for a yes

  // ── top: seat, language, stages, banner ──
  const seat = h("a", { class: "seat", href: "/card" });
  const speak = h("button", { class: "btn plain speak", type: "button", onclick: () => host.speak(host.language() === "da" ? "en" : "da") });
  const what = h("span", { class: "what small quiet num", role: "timer" });
  const notice = banner(host, page.page);
  const stages = h("ol", { class: "stage" });
  for (const [stage, word] of STAGES) {
    const button = h("button", { type: "button", onclick: () => host.look(stage) }, icon(stage), h("span", { dataset: { word } }));
    parts.stages[stage] = h("li", {}, button);
    stages.append(parts.stages[stage]);
  }
  document.getElementById("top").append(what, seat, speak);
  const main = document.getElementById("main");
  document.getElementById("top").after(notice.node);
  main.prepend(stages);

  // ── foot: saved, undo, help, ready, share ──
  const save = h("span", { class: "save", role: "status" });
  const undo = h("button", { class: "btn square", type: "button", onclick: () => act("undo") }, icon("undo"));
  const ready = h("button", { class: "btn", type: "button", onclick: () => act("done", { on: !sheet().done }) });
  const help = h("button", { class: "btn", type: "button", onclick: () => host.ask({ is: "help", on: !news.table.help }) });
  const helped = h("p", { class: "small quiet", role: "status", dataset: { word: "room_help_on" } });
  const share = h("button", { class: "btn main", type: "button", onclick: press });
  const confirm = h("div", { class: "confirm", hidden: true });
  const foot = document.getElementById("foot");
  const trainer = telling({ tell: host.tell, hand: (on) => host.ask({ is: "help", on }) });
  foot.append(trainer.panel, confirm, save, undo, trainer.button, share);

  // ── one room for each exercise: its instruments, by stage ──
  for (const id of ids) {
    const section = main.querySelector(`[data-part="exercise"][data-exercise="${id}"]`);
    const plenum = main.querySelector(`[data-part="plenary"][data-exercise="${id}"]`);
    const room = (parts.rooms[id] = build(id));
    section.append(room.individual, room.group);
    if (plenum) plenum.append(room.plenary);
  }

  function build(id) {
    const given = page.exercises[id];
    const title = (word) => h("h1", { dataset: { word, of: id } });
    const room = { told: h("div", { class: "told" }), groups: h("div", { class: "groups" }), figure: h("div", { class: "shared-figure" }), notes: [] };
    const note = (icons) => {
      const node = h("p", { class: "row small quiet own" }, icon(icons), h("span", {}, h("b", {}), " ", h("span")));
      room.notes.push(node);
      return node;
    };
    const mountOne = (el, draft) => host.mount(el, given.instruments.individual[0], id, "individual", { sheet: draft });
    room.secret = given.anonymous && anonymousForm({ id, mount: mountOne, tell: (value) => host.tell({ is: "answer", exercise: id, value }), me: () => state().me, news });
    const tools = (stage, to) =>
      given.anonymous ? [room.secret.node] : (given.instruments[stage] || []).map((name) => {
        const el = h("div");
        host.mount(el, name, id, stage, { sheet: books[id][to] });
        return el;
      });
    const has = (room.has = (stage) => (given.instruments[stage] || []).length > 0);
    room.decides = deciding({ id, held: (given.options.group || {}).held, words, ask: host.ask });
    room.mine = note("lock");
    room.sheet = note("group");
    room.arrow = note("eye");
    room.closed = [0, 1].map(() => h("p", { class: "closed", dataset: { word: "room_wait_closed" }, hidden: true }));
    room.tail = h("div", { class: "row wrap tail" });
    room.own = h("button", { class: "btn", type: "button", hidden: true, onclick: () => copy(id) }, icon("group"), h("span", { dataset: { word: "room_use_mine" } }));
    room.task = h("p", { class: "quiet", dataset: { word: "task", of: id } });
    room.individual = h("div", { dataset: { view: "individual" } }, title("title"), room.task, caseCard(given.case), room.mine, room.closed[0], ...tools("individual", "me"), fileLink(given, id, "me"));
    room.group = h("div", { dataset: { view: "group" } }, title("title_group"), h("p", { class: "quiet", dataset: { word: "task_group", of: id } }), caseCard(given.case), room.closed[1],
      has("individual") && !alone(id) && h("section", {}, h("h2", { dataset: { word: "room_told_title", of: id } }), room.told), has("group") && h("section", {}, h("h2", { dataset: { word: "room_group_sheet" } }), room.sheet, room.own, room.decides.bar, ...tools("group", "group"), fileLink(given, id, "group")), room.decides.consent, room.tail);
    room.plenary = h("div", { dataset: { view: "plenary" } }, h("h1", { dataset: { word: "plenary_title", of: id } }), h("p", { class: "lead quiet", dataset: { word: "room_on_screen" } }), room.arrow, room.figure, room.groups);
    return room;
  }

  /** The owner lets the group start from his or her own map: marks and words, nothing private else. */
  function copy(id) {
    books[id].group.save({ ...books[id].group.value(), ...carried(page.exercises[id], books[id].me.value()) });
    host.redraw(books[id].group);
  }

  const id = () => (state().now && ids.includes(state().now.exercise) ? state().now.exercise : ids[0]);
  const to = () => (state().at === "group" ? "group" : "me");
  const sheet = () => books[id()][to()];
  /** Says how a share is meant: lines without a group of their own go straight to plenary. */
  const way = () => (state().at === "individual" && page.exercises[id()].unnamed.length && !page.exercises[id()].instruments.group ? "plenary" : state().at);
  const audience = () => (way() === "individual" ? "group" : "plenary");
  const act = (is, more) => host.ask({ is, exercise: id(), subject: to(), ...more });
  /** One's own sheet stays one's own where nobody shows the others what it says. */
  function alone(one) {
    return (page.exercises[one].options.individual || {}).told === false;
  }
  const isShared = () => sheet().shared.includes(audience());

  function press() {
    if (isShared()) act("withdraw", { audience: audience() });
    else if (audience() === "group") act("release", { audience: "group" });
    else if (!asking) {
      asking = state().at;
      show();
      confirm.querySelector(".btn.main").focus();
    }
  }

  function answer(yes) {
    asking = null;
    if (yes) act("release", { audience: "plenary" });
    show();
    share.focus();
  }

  // ── showing ──
  function show() {
    const w = words(id());
    const { now, me, at } = state();
    if (!now) {
      line(w);
      return;
    }
    for (const node of document.querySelectorAll("[data-word]")) say(node, words(node.dataset.of)[node.dataset.word]);
    document.title = `${words(id()).title || page.page} · ${w.room_name}`;
    tick();
    say(speak, host.language() === "da" ? "English" : "Dansk");
    speak.lang = host.language() === "da" ? "en" : "da";
    seat.replaceChildren(me.table ? badge(me.table, fill(w.room_table_n, { n: me.table })) : h("span", {}, w.room_choose_table));
    seat.href = me.table ? "/card" : "/seat";
    stages.setAttribute("aria-label", w.room_stages);
    const { unnamed, instruments, anonymous } = page.exercises[id()];
    parts.stages.individual.hidden = at !== "individual" && !anonymous && !(instruments.individual || []).length; // nothing to do alone
    parts.stages.plenary.hidden = !main.querySelector('[data-part="plenary"]'); // what stays at the table has no plenary
    parts.stages.group.hidden = (unnamed.length > 0 || anonymous) && !instruments.group;
    for (const [stage] of STAGES) {
      if (stage === at) parts.stages[stage].firstChild.setAttribute("aria-current", "step");
      else parts.stages[stage].firstChild.removeAttribute("aria-current");
    }
    rooms(now);
    footer(w, now, at);
    line(w, now, at);
  }

  /** Says what runs and how long it still takes. */
  function tick() {
    const { now, skew } = state();
    if (!now) return;
    const left = now.page === page.page && rest(now, Date.now() + skew);
    say(what, [(now.block_title || now.day_title)[host.language()], left && !left.over ? left.text : ""].filter(Boolean).join(" · "));
  }

  function rooms(now) {
    const running = id();
    if (ready.parentNode !== parts.rooms[running].tail) {
      parts.rooms[running].tail.append(ready, help);
      parts.rooms[running].tail.after(helped);
    }
    for (const one of ids) {
      const room = parts.rooms[one];
      const w = words(one);
      lookBack(room, ids.includes(now.exercise) && one !== now.exercise, books[one].me.fields());
      const { me, group } = books[one];
      const open = now.open && now.exercise === one;
      const { anonymous } = page.exercises[one];
      if (anonymous) room.task.hidden = !room.secret.show(w, { open, up: host.line() && host.line().isUp() });
      room.closed.forEach((node) => (node.hidden = open || anonymous));
      promises(room, w, { me, group, anonymous, unnamed: page.exercises[one].unnamed.length, alone: alone(one) });
      room.own.hidden = !open || !me.shared.includes("group") || !Object.keys(carried(page.exercises[one], books[one].me.value())).length;
      room.decides.show(w, { control: news.control[one], shared: group.shared, open, up: host.line().isUp(), table: state().me.table });
      told(room, one, w);
      released(room, one, w);
    }
  }

  function told(room, one, w) {
    const sheets = news.told[one] ? news.told[one].sheets : [];
    cards(room, "told", one, sheets.map((sheet) => ({ title: sheet.mine ? w.room_told_mine : fill(w.room_told_by, { by: sheet.by || "…" }), value: sheet.value, names: page.exercises[one].instruments.individual })), w.room_told_empty);
  }

  function released(room, one, w) {
    const { figure, groups = [] } = news.plenary[one] || {};
    const said = room.secret ? room.secret.worded(words(one)) : words(one);
    const key = JSON.stringify([figure, groups.map(({ table }) => table), host.language(), said.plenary_too_few]);
    if (figure && room.figure.shown !== key) {
      room.figure.shown = key;
      room.figure.replaceChildren(...[picture(figure, said, groups)].filter(Boolean));
    }
    const { plenary, group } = page.exercises[one].instruments;
    cards(room, "groups", one, groups.map(({ table, value }) => ({ title: fill(w.room_plenary_group, { n: table }), table, value, names: plenary || group || [] })), "");
  }

  /** Shows cards of what others wrote; a card that is still there keeps its instrument and stays open. */
  function cards(room, where, one, wanted, empty) {
    const list = room[where];
    const key = JSON.stringify([wanted, empty, host.language()]);
    if (list.shown === key) return;
    list.shown = key;
    const open = new Set([...list.querySelectorAll("details[open]")].map((node) => node.dataset.name));
    host.unmount(list);
    list.replaceChildren(...(wanted.length || !empty ? [] : [h("p", { class: "empty" }, empty)]));
    for (const card of wanted) {
      const holders = card.names.map(() => h("div"));
      const summary = h("summary", {}, card.table ? badge(card.table, card.title) : h("span", {}, card.title));
      const node = h("details", { class: "card", dataset: { name: card.title } }, summary, ...holders);
      const draw = () => holders.forEach((el, index) => el.firstChild || host.mount(el, card.names[index], one, "group", { value: card.value }));
      node.addEventListener("toggle", () => node.open && draw());
      node.open = open.has(card.title);
      list.append(node);
    }
  }

  function footer(w, now, at) {
    const open = now.open && now.exercise === id();
    const up = host.line().isUp();
    const talk = at === "talk";
    const shared = isShared();
    const names = { individual: ["room_share_group", "room_withdraw_group"], group: ["ui_release", "room_withdraw_plenary"], plenary: ["room_share_arrow", "room_withdraw_arrow"] };
    const { unnamed, instruments, anonymous } = page.exercises[id()];
    const how = way();
    const nothing = how === "plenary" ? !unnamed.length : !(instruments[at] || []).length;
    share.hidden = anonymous || talk || !names[how] || nothing || (how === "individual" && (!state().me.table || alone(id()))) || (!open && !shared);
    say(share, names[how] ? w[names[how][shared ? 1 : 0]] : "");
    share.classList.toggle("main", !shared);
    share.disabled = !up;
    undo.hidden = anonymous || talk || at === "plenary" || !open;
    undo.disabled = !up;
    undo.setAttribute("aria-label", w.ui_undo);
    undo.title = w.ui_undo;
    ready.hidden = !open || anonymous; // a tick would be a name and a time
    ready.replaceChildren(...(sheet().done ? [icon("check"), w.room_ready] : [w.room_ready]));
    ready.setAttribute("aria-pressed", String(sheet().done));
    help.hidden = !state().me.table;
    helped.hidden = !news.table.help;
    help.replaceChildren(icon("help"), h("span", {}, news.table.help ? w.room_help_off : w.room_help));
    help.setAttribute("aria-pressed", String(news.table.help));
    confirm.hidden = asking !== at;
    if (asking === at && confirm.dataset.of !== `${at}${host.language()}`)
      confirm.replaceChildren(h("p", {}, at === "group" ? w.room_confirm_sheet : w.room_confirm_arrow), h("div", { class: "row" },
        h("button", { class: "btn main", type: "button", onclick: () => answer(true) }, at === "group" ? w.ui_release : w.room_share_arrow), h("button", { class: "btn", type: "button", onclick: () => answer(false) }, w.room_confirm_no)));
    confirm.dataset.of = asking === at ? `${at}${host.language()}` : "";
    share.hidden = share.hidden || asking === at;
  }

  function line(w, now, at) {
    const channel = host.line();
    const up = Boolean(channel && channel.isUp());
    const waiting = channel ? channel.waiting().length : 0;
    const dirty = Object.values(books).some((one) => one.me.isDirty() || one.group.isDirty());
    save.className = "save";
    if (refusal) save.replaceChildren(icon("alert"), refusal[host.language()]);
    else if (!up && now && waiting) save.replaceChildren(w.room_not_saved);
    else if (waiting || dirty) save.replaceChildren(w.ui_saving);
    else if (savedAt) save.replaceChildren(icon("check"), fill(w.room_saved, { time: clock(new Date(savedAt), host.language()) }));
    else save.replaceChildren();
    save.classList.add(refusal ? "wrong" : !up || waiting || dirty ? (up ? "wait" : "here") : "kept");
    notice.show(w, now, at, up, waiting);
    trainer.show({ words: w, now, table: now && state().me.table, isUp: up, asksHelp: news.table.help });
  }

  setInterval(tick, 500);
  return {
    show,
    saved(at) {
      savedAt = at;
      refusal = null;
    },
    refused(message) {
      refusal = message.why;
    },
  };
}
