// The host of a sheet that stands alone: its model lives in this page and is kept by this browser.
const told = JSON.parse(document.getElementById("told").textContent);
const place = `laeringsdage:${told.title}`;
const remembered = () => {
  try {
    return JSON.parse(localStorage.getItem(place)) || told.value;
  } catch {
    return told.value; // a browser may keep nothing for a file
  }
};
const held = { value: remembered() };
const made = (options) => {
  const heard = {};
  const model = {
    get: (name) => (name === "value" ? held.value : { words: told.words, options }[name]),
    set: (name, value) => name === "value" && (held.value = value),
    save_changes: () => {
      try {
        localStorage.setItem(place, JSON.stringify(held.value));
      } catch {} // then it lives as long as the page
      for (const one of models) if (one !== model) one.tell();
    },
    on: (name, f) => (heard[name] = heard[name] || []).push(f),
    off: (name, f) => (heard[name] = (heard[name] || []).filter((one) => one !== f)),
    send() {},
    tell: () => (heard["change:value"] || []).slice().forEach((f) => f()),
  };
  return model;
};
const models = [made(told.options), made({ ...told.options, readonly: true })];
["sheet", "poster"].forEach((id, i) => view.render({ model: models[i], el: document.getElementById(id) }));
document.getElementById("print").addEventListener("click", () => print());
const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const plain = (text) => String(text).replace(/[&<>"']/g, (sign) => signs[sign]);
const textOf = (id) => document.getElementById(id).textContent.trim();
document.getElementById("keep").addEventListener("click", () => {
  const policy = document.querySelector("meta[http-equiv]").content;
  const { alone_note: note, alone_print, alone_keep } = told.words;
  const filled = {
    language: document.documentElement.lang, policy: plain(policy), title: plain(told.title), note: plain(note), print: plain(alone_print), keep: plain(alone_keep),
    style: textOf("look"), script: textOf("work"), told: JSON.stringify({ ...told, value: held.value }).replace(/</g, "\\u003c"),
  };
  const link = document.createElement("a");
  const page = told.page.replace(/\{(\w+)\}/g, (_, name) => filled[name]);
  link.href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  link.download = `${told.title.replace(/[^\p{L}\p{N}]+/gu, "-").toLowerCase() || "ark"}.html`;
  link.click();
});
