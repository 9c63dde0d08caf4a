// Is everything ready? Before the doors open: what was looked at, a copy to carry, and a rehearsal.
import { dress, fill, h, icon, say } from "../shared/kit.js";
import { chosenLanguage, keepLanguage, languageSwitch } from "../shared/tongue.js";
import { browserName, windowSize } from "./browser.js";
import { checks, lead, remember } from "./checks.js";
import { copyPanel, movePanel } from "./copy.js";
import { tryPanel } from "./trial.js";

const LOOK = 20000; // ms between two looks by itself
const SIZES = 2000; // ms between two looks at the big screen's window
const UNHEARD = 5000; // ms until an unanswered press is said to be so
const NOTHING = { findings: [], days: [], drives: [], links: {}, lines: {}, copies: [], heard: 0, can: false };

function topBar(page, choose) {
  const tongue = languageSwitch(page, choose, "ready_languages");
  const back = h("a", {}, "");
  const node = h("div", { class: "top" }, back, tongue.node);
  const draw = () => {
    const { links } = page.value();
    tongue.draw();
    say(back, page.word("ready_to_desk"));
    back.hidden = !links.desk;
    if (links.desk) back.href = links.desk;
  };
  return { node, draw };
}

function banner(page) {
  const text = h("span", {});
  const line = h("div", { class: "banner", hidden: true }, icon("alert"), text);
  const draw = (late) => {
    const note = late ? page.word("ready_unheard") : page.text(page.value().note);
    say(text, note);
    line.hidden = !note;
  };
  return { node: h("div", { class: "notice", role: "alert" }, line), draw };
}

export default {
  render({ model, el }) {
    let locale = chosenLanguage((model.get("options") || {}).locale || "da");
    let wall = null; // the big screen's window, when it was opened from here
    let size = "";
    let waiting = null; // the press that has not been heard yet
    const undress = dress(el, "readiness", locale);

    const value = () => ({ ...NOTHING, ...model.get("value") });
    const word = (key, facts) => fill(((model.get("words") || {})[locale] || {})[key] || key, facts);
    const number = (day) => (/^day(\d+)/.exec(day || "") || [])[1] || "";
    const page = {
      value, word, number, locale: () => locale,
      text: (said) => (said ? said[locale] || said.da : ""),
      dayName: (day) => word("ready_try_day", { n: number(day) }),
      press(button, given = {}) {
        const n = ((model.get("pressed") || {}).n || 0) + 1;
        waiting = { n, since: waiting ? waiting.since : Date.now() };
        model.set("pressed", { n, button, ...given });
        model.save_changes();
      },
      look() {
        const modern = CSS.supports("container-type", "inline-size");
        const screen = windowSize(wall);
        size = JSON.stringify(screen);
        page.press("look", { browser: { name: browserName(navigator.userAgent), modern }, screen, now: new Date().toISOString() });
      },
    };
    // What can be done about a finding, beside it.
    page.acts = {
      screen: () => act("plenary", "ready_screen_open", () => {
        wall = window.open(value().links.wall, "laeringsdage-wall");
        setTimeout(page.look, SIZES);
      }, "wall"),
      day: () => act("pen", "ready_day_open", () => location.assign(value().links.begin), "begin"),
      pack: () => act("download", "ready_pack_open", () => location.assign(`${value().links.groups}#print`), "groups"),
    };
    function act(sign, key, onclick, link) {
      const text = h("span", {});
      const node = h("button", { class: "btn low", onclick }, icon(sign), text);
      const draw = (finding) => {
        say(text, word(key));
        node.hidden = !value().links[link] || (finding.state === "ok" && finding.key !== "pack");
      };
      return { node, draw };
    }

    const top = topBar(page, (language) => {
      locale = language;
      el.lang = language;
      keepLanguage(language);
      draw();
    });
    const notice = banner(page);
    const parts = [lead(page), checks(page), remember(page), copyPanel(page), movePanel(page), tryPanel(page)];
    const [leading, found, ...sides] = parts.map((part) => part.node);
    const grid = h("div", { class: "grid" }, h("div", { class: "middle" }, leading, found), h("div", { class: "side" }, sides));
    el.replaceChildren(h("div", { class: "frame" }, top.node, notice.node, grid));

    function late() {
      return Boolean(waiting) && Date.now() - waiting.since > UNHEARD;
    }
    function draw() {
      if (waiting && value().heard >= waiting.n) waiting = null;
      [top, ...parts].forEach((part) => part.draw());
      notice.draw(late());
    }
    function tick() {
      if (wall && JSON.stringify(windowSize(wall)) !== size) page.look();
      notice.draw(late());
    }

    draw();
    const ticking = [setInterval(tick, SIZES), setInterval(page.look, LOOK)];
    ["value", "words"].forEach((name) => model.on(`change:${name}`, draw));
    page.look();
    return () => {
      ticking.forEach(clearInterval);
      ["value", "words"].forEach((name) => model.off(`change:${name}`, draw));
      undress();
    };
  },
};
