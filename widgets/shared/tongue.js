// The language of the trainer's pages: chosen on one, kept in this browser, the same on all of them.
import { h } from "./kit.js";

const TONGUES = { da: "Dansk", en: "English" };
const KEPT_AS = "laeringsdage-desk-language";

// Gives the language chosen in this browser, else the fallback, else Danish.
export function chosenLanguage(fallback) {
  let chosen = fallback;
  try {
    chosen = localStorage.getItem(KEPT_AS) || fallback;
  } catch {
    // a browser that stores nothing still gets its page
  }
  return TONGUES[chosen] ? chosen : "da";
}

export function keepLanguage(language) {
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // the choice then lasts as long as the page
  }
}

// Two buttons, each in its own language; `label` is the word a screen reader says of them.
export function languageSwitch(its, choose, label) {
  const buttons = Object.entries(TONGUES).map(([language, name]) => ({
    language, node: h("button", { type: "button", lang: language, onclick: () => choose(language) }, name),
  }));
  const node = h("div", { class: "seg", role: "group" }, buttons.map((one) => one.node));
  const draw = () => {
    node.setAttribute("aria-label", its.word(label));
    for (const one of buttons) {
      const pressed = String(one.language === its.locale());
      if (one.node.getAttribute("aria-pressed") !== pressed) one.node.setAttribute("aria-pressed", pressed);
    }
  };
  return { node, draw };
}
