// The flower itself: the drawn petals, the buttons that lie on them, and the words that find room there.
import { draggable, h, icon, s, say, watch } from "../shared/kit.js";
import { CORE, LEAST, MOST, dragged, hasRoom, outline, placesOf, steered, tapped } from "./geometry.js";

const WIDTHS = [1.75, 1.5, 1.2]; // what words are tried at, in halves of a petal's width

function petalPart(my, at) {
  const read = my.readonly();
  const shape = s("path", { class: "petal" });
  const [number, talk] = [h("span", { class: "nr num" }), h("span", { class: "voice talk" })];
  const node = h(read ? "span" : "button", { class: "pin", dataset: { at } }, number, talk);
  const petal = () => my.petals()[at];
  if (!read) node.addEventListener("keydown", (event) => {
    const near = petal() && !event.altKey && steered(event.key, placesOf(my.nears())[at].angle);
    if (!near) return;
    event.preventDefault();
    my.set(at, near);
  });
  const draw = (place, half) => {
    const one = petal();
    node.hidden = !one;
    shape.setAttribute("class", `petal ${one ? one.near || "open" : "ghost"}`);
    shape.setAttribute("d", place ? outline(place, half) : "");
    if (!one || !place) return;
    const r = place.r * half;
    Object.assign(node.style, { left: `${half + place.x * half}px`, top: `${half + place.y * half}px`, width: `${2 * r}px`, height: `${2 * r}px` });
    node.dataset.near = one.near || "open";
    say(number, at + 1);
    say(talk, one.talk);
    if (!read) node.setAttribute("aria-label", my.inWords(at));
    talk.hidden = false;
    talk.hidden = !one.talk || !WIDTHS.some((wide) => {
      talk.style.maxWidth = `${wide * r}px`;
      return talk.scrollWidth <= talk.offsetWidth + 1 && hasRoom(place, half, [talk.offsetWidth, talk.offsetHeight], number.offsetHeight);
    });
  };
  return { shape, node, draw };
}

/** Gives the middle: the utterance where it finds room, else a sign; it stands above in any case. */
function corePart(my) {
  const [sign, text] = [icon("words"), h("q", { class: "voice" })];
  const node = h("span", { class: "core", "aria-hidden": "true" }, sign, text);
  const draw = (half) => {
    const r = CORE * half;
    Object.assign(node.style, { width: `${2 * r}px`, height: `${2 * r}px`, left: `${half}px`, top: `${half}px` });
    text.hidden = false;
    text.style.maxWidth = `${r * 1.55}px`;
    text.hidden = !say(text, my.value().utterance).textContent || Math.hypot(text.offsetHeight, text.offsetWidth) > r * 1.98 || text.scrollWidth > text.offsetWidth + 1;
    sign.setAttribute("class", text.hidden ? "i" : "i gone");
  };
  return { node, draw };
}

/** A tap changes a petal between foreground and background, a drag along it does so by its way. */
function listen(my, node, draw) {
  const away = (x, y) => {
    const { left, top, width } = node.getBoundingClientRect();
    return Math.hypot(x - left - width / 2, y - top - width / 2);
  };
  let start = 0;
  const move = (pin, x, y) => {
    const at = Number(pin.dataset.at);
    const place = placesOf(my.nears())[at];
    const half = node.clientWidth / 2;
    start = place.out * half;
    my.draft = { at, near: dragged(start, away(x, y), half * 0.06, my.nears()[at]) };
    draw();
  };
  const drop = (_, kept) => {
    const { draft } = my;
    my.draft = null;
    if (kept && draft && my.petals()[draft.at]) my.set(draft.at, draft.near);
    else my.redraw();
  };
  const tap = (event) => {
    const pin = event.target.closest(".pin");
    if (!pin) return;
    const at = Number(pin.dataset.at);
    my.set(at, tapped(my.nears()[at]));
  };
  draggable(node, { pick: (target) => target.closest(".pin"), move, drop, tap });
}

/** Gives the flower. */
export function flowerPart(my) {
  const petals = Array.from({ length: MOST }, (_, at) => petalPart(my, at));
  const core = corePart(my);
  const picture = s("svg", { class: "picture", "aria-hidden": "true" }, petals.map((one) => one.shape));
  const node = h("div", { class: "flower", role: "group" }, picture, core.node, petals.map((one) => one.node));
  const draw = () => {
    const side = node.clientWidth;
    node.setAttribute("aria-label", my.word("flower"));
    if (!side) return; // not on the page yet
    picture.setAttribute("viewBox", `0 0 ${side} ${side}`);
    const nears = my.nears();
    if (my.draft) nears[my.draft.at] = my.draft.near;
    const places = placesOf(nears);
    petals.forEach((one, at) => {
      one.draw(places[at], side / 2);
      one.shape.classList.toggle("held", Boolean(my.draft) && my.draft.at === at);
      if (my.draft && my.draft.at === at) one.shape.setAttribute("class", `petal held ${my.draft.near || "open"}`);
    });
    core.draw(side / 2);
    node.dataset.empty = String(my.petals().length < LEAST);
  };
  if (!my.readonly()) listen(my, node, draw);
  return { node, draw, stop: watch(node, draw) };
}
