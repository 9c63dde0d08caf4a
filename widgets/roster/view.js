// The list of participants on the trainer's desk: the list, two boards of groups, cards to print.
import { deskPage } from "../shared/deskpage.js";
import { h, say } from "../shared/kit.js";
import { boardView, learningBoard, tableBoard } from "./board.js";
import { peopleView } from "./people.js";
import { personPanel } from "./person.js";
import { printView } from "./print.js";

const LOOKS = 15000; // ms between two looks
const VIEWS = ["people", "tables", "learning", "print"];
const EMPTY = { day: 1, people: [], known: [], tables: [], areas: [""], roles: ["participant"], repeats: 0, met_days: 0, heard: 0 };

function tabs(desk) {
  const buttons = VIEWS.map((name) => h("button", { onclick: () => desk.show(name), dataset: { view: name } }));
  const node = h("nav", { class: "seg views" }, buttons);
  const draw = () => {
    node.setAttribute("aria-label", desk.word("roster_views"));
    buttons.forEach((one) => {
      say(one, desk.word(`roster_tab_${one.dataset.view}`));
      one.setAttribute("aria-pressed", String(one.dataset.view === desk.shown()));
    });
  };
  return { node, draw };
}

export default {
  render({ model, el }) {
    const asked = location.hash.slice(1); // another page of the desk may lead straight to a view
    const its = { view: VIEWS.includes(asked) ? asked : "people", picked: null, made: [] };
    const page = deskPage({ model, el }, "roster", "roster", EMPTY);
    const desk = {
      ...page.desk,
      shown: () => its.view,
      picked: () => its.picked,
      made: () => its.made,
      pick(id) {
        const before = its.picked;
        its.picked = id === its.picked ? null : id;
        desk.redraw();
        if (!its.picked && before) (el.querySelector(`[data-key="${before}"]`) || el).focus?.();
      },
      make(name) {
        if (![...desk.value().known, ...its.made].includes(name)) its.made = [...its.made, name];
        desk.redraw();
      },
      show(name) {
        if ((name === "print") !== (its.view === "print")) desk.press("cards", { on: name === "print" });
        its.view = name;
        desk.redraw();
      },
    };

    const [which, panel] = [tabs(desk), personPanel(desk)];
    const views = { people: peopleView(desk), tables: boardView(desk, tableBoard), learning: boardView(desk, learningBoard), print: printView(desk) };
    const body = h("div", { class: "body" }, h("div", { class: "main-part" }, Object.values(views).map((view) => view.node)), panel.node);
    el.replaceChildren(h("div", { class: "frame" }, page.nodes, h("div", { class: "bar" }, which.node), body));

    const leave = page.live(() => {
      if (its.picked && !desk.value().people.some((one) => one.id === its.picked)) its.picked = null;
      for (const [name, view] of Object.entries(views)) {
        view.node.hidden = name !== its.view;
        if (name === its.view) view.draw();
      }
      [which, panel].forEach((part) => part.draw());
      if (its.view !== "people") panel.node.hidden = true;
      body.classList.toggle("with-panel", !panel.node.hidden);
    });
    if (its.view === "print") desk.press("cards", { on: true });
    const looking = setInterval(() => desk.press("look"), LOOKS);
    return () => {
      clearInterval(looking);
      leave();
    };
  },
};
