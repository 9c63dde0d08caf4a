import { h, host, mount, s, say } from "../shared/kit.js";
import { arrivals, dressed, nearest, pickable, stepTo } from "./geometry.js";

const MIME = "application/vnd.plotly.v1+json";
const BROAD = 90; // rem: room for the picture and its words side by side
const TIGHT = 38; // rem: no room for words beside the picture
const FINGER = 28; // px from a line that still count as on it

const ring = () => s("circle", { class: "ring", cx: 12, cy: 12, r: 7 });
const KEYS = {
  ring: () => [24, ring()],
  dot: () => [24, ring(), s("circle", { class: "full", cx: 12, cy: 12, r: 3 })],
  arrow: () => [60, s("path", { class: "line", d: "M4 12h38" }), s("path", { class: "full", d: "M56 12L38 4v16z" })],
  lifted: () => [60, s("path", { class: "casing", d: "M4 12h38" }), s("path", { class: "amber", d: "M6 12h36" }), s("path", { class: "tip", d: "M57 12L36 2v20z" })],
};

function loaded(url) {
  const here = [...document.scripts].find((script) => script.dataset.plotly === url);
  const script = here || Object.assign(document.createElement("script"), { src: url, async: true });
  if (!here) script.dataset.plotly = url;
  const done = new Promise((resolve, reject) => {
    script.addEventListener("load", () => resolve(window.Plotly));
    script.addEventListener("error", reject);
  });
  if (!here) document.head.append(script);
  return done;
}

// JupyterLab and stock Voilà have plotly.js as an extension of their own, which shows it after a first drawing.
async function fromLab() {
  const container = window._JUPYTERLAB && window._JUPYTERLAB["jupyterlab-plotly"];
  if (!container) return null;
  const { RenderedPlotly } = (await container.get("./mimeExtension"))();
  if (!RenderedPlotly.Plotly) {
    const model = { data: { [MIME]: { data: [], layout: {} } }, setData() {} };
    await new RenderedPlotly({ mimeType: MIME }).createGraph(model);
  }
  return RenderedPlotly.Plotly;
}

async function plotly(url) {
  if (window.Plotly) return window.Plotly;
  try {
    return url ? await loaded(url) : await fromLab();
  } catch {
    return null;
  }
}

/** Gives the question, the count above it, and the key below the picture. */
function toldPart(its) {
  const [eyebrow, heading, key] = [h("p", { class: "eyebrow num", role: "status" }), h("h2"), h("ul", { class: "key" })];
  const sign = ({ mark, word }) => {
    const [width, ...drawn] = KEYS[mark] ? KEYS[mark]() : [0];
    const picture = s("svg", { viewBox: `0 0 ${width} 24`, preserveAspectRatio: "xMinYMid", "aria-hidden": "true" }, drawn);
    return h("li", {}, picture, h("span", {}, word));
  };
  const draw = () => {
    say(eyebrow, its.options().eyebrow);
    heading.hidden = !say(heading, its.options().heading).textContent;
    key.replaceChildren(...(isEmpty(its) ? [] : its.options().key || []).map(sign));
  };
  return { told: h("div", { class: "told" }, eyebrow, heading), key, draw };
}

/** Gives the picture in words: for a screen reader always, for everybody when it cannot be drawn. */
function twinPart(its, id) {
  const node = h("div", { class: "twin" });
  const row = (tag, props) => (texts) => h("tr", {}, texts.map((text) => h(tag, props, text)));
  const table = (heads, rows) => h("table", {}, h("thead", {}, row("th", { scope: "col" })(heads)), h("tbody", {}, rows.map(row("td"))));
  const draw = () => {
    const { sentences = [], heads = [], rows = [] } = its.options().twin || {};
    const said = sentences.map((sentence, i) => h("p", { id: i ? null : id }, sentence));
    node.classList.toggle("sr", !its.wordsOnly);
    node.replaceChildren(...(its.wordsOnly ? [h("p", { class: "small quiet" }, its.word("plenary_no_picture"))] : []), ...said, ...(rows.length ? [table(heads, rows)] : []));
  };
  return { node, draw };
}

/** Gives the layer over the ink where a finger or a key picks what we talk about. */
function picksPart(its, id) {
  // JupyterLab would take the arrow keys for its own.
  const node = h("div", { class: "picks", role: "listbox", tabindex: 0, dataset: { lmSuppressShortcuts: "true" } });
  const uids = () => pickable(its.value()).map((trace) => trace.uid);
  let now = null;
  const point = () => {
    if (now) node.setAttribute("aria-activedescendant", `${id}-${now}`);
    else node.removeAttribute("aria-activedescendant");
    for (const option of node.children) option.setAttribute("aria-selected", String(option.id === `${id}-${now}`));
  };
  const pick = (uid) => {
    now = uid;
    point();
    its.tell(uid || "");
  };
  const draw = () => {
    const traces = its.options().pickable && !isEmpty(its) ? pickable(its.value()) : [];
    node.hidden = !traces.length;
    node.setAttribute("aria-label", its.word("plenary_pick"));
    node.replaceChildren(...traces.map(({ uid, name }) => h("div", { class: "sr", role: "option", id: `${id}-${uid}` }, name)));
    now = its.options().lifted || null;
    point();
  };
  node.addEventListener("click", (event) => {
    const box = node.getBoundingClientRect();
    const uid = nearest(its.value(), box, [event.clientX - box.left, event.clientY - box.top], FINGER);
    if (uid || now) pick(uid === now ? null : uid);
  });
  node.addEventListener("keydown", (event) => {
    const uid = event.altKey || event.ctrlKey || event.metaKey ? undefined : stepTo(uids(), now, event.key);
    if (uid === undefined) return;
    event.preventDefault();
    if (uid !== now) pick(uid);
  });
  return { node, draw };
}

/** Gives the ink itself: plotly draws into it, again at every change of figure, size or theme. */
function inkPart(its, el) {
  const node = h("div", { class: "ink", "aria-hidden": "true" });
  let turn = 0;
  let before = null;
  const fadeIn = () => {
    const fresh = new Set(before ? arrivals(its.value(), before) : []);
    const drawn = node.querySelectorAll(".scatterlayer > .trace");
    its.value().data.forEach((trace, i) => drawn[i] && drawn[i].classList.toggle("arriving", fresh.has(trace.uid)));
    before = new Set(its.value().data.map((trace) => trace.uid));
  };
  const ready = () => its.value().layout && !isEmpty(its) && node.clientWidth;
  const draw = async () => {
    const mine = ++turn;
    const rems = el.clientWidth / parseFloat(getComputedStyle(document.documentElement).fontSize);
    el.classList.toggle("broad", rems >= BROAD);
    el.classList.toggle("tight", rems < TIGHT);
    if (isEmpty(its)) before = new Set();
    if (!ready()) return;
    const library = await plotly(its.options().plotly_url);
    if (Boolean(library) === its.wordsOnly) {
      its.wordsOnly = !library;
      its.redraw();
    }
    if (!library || mine !== turn || !ready()) return;
    await library.react(node, ...inked(its, el, node.clientWidth), { staticPlot: true, displayModeBar: false, ...its.value().config });
    if (mine === turn) fadeIn();
  };
  return { node, draw, stop: watched(el, node, draw) };
}

function inked(its, el, width) {
  const { data, layout } = its.value();
  const style = getComputedStyle(el);
  const look = (name) => style.getPropertyValue(name);
  const scale = width / layout.width;
  const own = {
    width,
    height: (layout.height / layout.width) * width,
    font: { family: look("--f-kit"), color: look("--c-ink").trim(), size: Math.max(28 * scale, parseFloat(style.fontSize) * 0.8) },
    separators: its.options().locale === "en" ? ".," : ",.",
  };
  const clear = { paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", hovermode: false, dragmode: false };
  return [dressed(data, look, scale), { ...clear, ...dressed(layout, look, scale), ...own }];
}

/** Calls `draw` when the place or the theme changes; gives what ends it. */
function watched(el, node, draw) {
  const resized = new ResizeObserver(() => draw());
  const themed = new MutationObserver(() => draw());
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const turned = () => draw();
  for (const one of [el, node]) resized.observe(one);
  for (const one of [document.documentElement, el]) themed.observe(one, { attributes: true, attributeFilter: ["data-theme", "data-surface"] });
  dark.addEventListener("change", turned);
  return () => {
    resized.disconnect();
    themed.disconnect();
    dark.removeEventListener("change", turned);
    if (window.Plotly) window.Plotly.purge(node);
  };
}

/** Gives the frame of the picture: words at its ends, the plot, and what stands there while it is empty. */
function picturePart(its, id, layers) {
  const ends = ["top", "left", "right", "bottom"].map((end) => h("p", { class: `end ${end}`, dataset: { end } }));
  const empty = h("div", { class: "nothing" });
  const plot = h("div", { class: "plot" }, layers, empty);
  const node = h("div", { class: "picture", role: "group", "aria-labelledby": id }, ends[0], ends[1], plot, ends[2], ends[3]);
  const draw = () => {
    const { width = 1, height = 1, meta = {} } = its.value().layout || {};
    plot.style.aspectRatio = `${width} / ${height}`;
    node.classList.toggle("idle", isEmpty(its));
    empty.replaceChildren(...(its.options().empty || []).map((sentence, i) => h("p", { class: i ? "small" : "lead" }, sentence)));
    for (const end of ends) end.hidden = !say(end, (meta.ends || {})[end.dataset.end]).textContent;
    node.hidden = its.wordsOnly;
  };
  return { node, draw };
}

const isEmpty = (its) => (its.options().empty || []).length > 0;

function render({ model, el }) {
  const its = Object.assign(host(model), { wordsOnly: false });
  its.tell = (picked) => {
    model.set("value", { ...its.value(), picked });
    model.save_changes();
  };
  const id = `chart-${Math.random().toString(36).slice(2, 8)}`;
  return mount({ model, el }, "chart", its, () => {
    const [told, twin, picks, ink] = [toldPart(its), twinPart(its, id), picksPart(its, id), inkPart(its, el)];
    const picture = picturePart(its, id, [ink.node, picks.node]);
    return { parts: [told, twin, picture, picks, ink], nodes: [told.told, picture.node, told.key, twin.node] };
  });
}

export default { render };
