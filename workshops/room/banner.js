// The one line over a phone's page that needs to be seen now: no line, the room is elsewhere, or it pauses.

import { fill, h, icon } from "../../widgets/shared/kit.js";

const STAGE_WORDS = { talk: "room_stage_talk", individual: "ui_individual", group: "ui_group", plenary: "ui_plenary" };

/** Gives where the running block is for a phone: its notebook, or the page that waits and tells. */
export const placeOf = (now) => (now.page ? `/page/${now.page}` : "/now");

/** Says whether the room runs something else than this page. */
export const isElsewhere = (now, page) => Boolean(now.block) && now.page !== page;

/** Gives the banner's node and what keeps it true; `host` is the page's, `page` this page's own. */
export function banner(host, page) {
  const node = h("div", { class: "banner", role: "status", hidden: true });

  function offline(w, waiting) {
    const kept = waiting === 0 ? w.room_offline_none : waiting === 1 ? w.room_offline_one : fill(w.room_offline_other, { n: waiting });
    return [icon("no-line"), h("span", {}, h("b", {}, w.room_offline), " ", host.line() && host.line().isKept() ? kept : w.room_no_storage)];
  }
  function news(w, now, elsewhere) {
    const text = elsewhere ? `${w.room_follow_block} ${now.block_title[host.language()]}.` : fill(w.room_follow_stage, { stage: w[STAGE_WORDS[now.stage]] });
    const go = () => (elsewhere ? location.assign(placeOf(now)) : host.look(now.stage));
    return [icon("right"), h("span", {}, text), h("button", { class: "btn", type: "button", onclick: go }, w.room_follow)];
  }

  function show(w, now, at, up, waiting) {
    const elsewhere = Boolean(now) && isElsewhere(now, page);
    const behind = now && !elsewhere && at !== now.stage && now.page === page;
    let wanted = "";
    if (!up) wanted = `off${waiting}`;
    else if (elsewhere) wanted = `page${now.page} ${now.block}`;
    else if (behind) wanted = `stage${now.stage}`;
    else if (now && now.paused) wanted = "paused";
    wanted = wanted && wanted + host.language();
    if (node.dataset.of === wanted) return;
    node.dataset.of = wanted;
    node.hidden = !wanted;
    node.classList.toggle("news", up);
    if (!wanted) node.replaceChildren();
    else if (!up) node.replaceChildren(...offline(w, waiting));
    else if (elsewhere || behind) node.replaceChildren(...news(w, now, elsewhere));
    else node.replaceChildren(icon("clock"), h("span", {}, w.room_paused));
  }
  return { node, show };
}
