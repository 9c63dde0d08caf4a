// What can be done at a table: every act is one step of undo, and all phones of the group follow it.
import { MINUTE, beganAt, freshId, goneOf, lengthOfMeeting, levelNow, openTimeout, timeoutsOf, turnsOf } from "./geometry.js";

const emptied = (part) => JSON.stringify(part, (_, inner) => (inner === null || inner === "" ? undefined : inner));
const listIn = (value, name) => (Array.isArray(value[name]) ? value[name] : []);

/** Gives the acts their place on `my`; `model` is where they are kept and what carries word to the room. */
export function tableActs(my, model) {
  const ink = my.ink;
  const steps = []; // own steps, oldest first: {path, join} of the ink, or {before, after} of an act
  const put = (parts) => {
    model.set("value", { ...my.value(), ...parts });
    model.save_changes();
  };
  const stands = ({ after }) => Object.keys(after).every((name) => emptied(my.value()[name]) === emptied(after[name]));
  const act = (after) => {
    const none = (name) => (Array.isArray(after[name]) ? [] : {});
    const before = Object.fromEntries(Object.keys(after).map((name) => [name, my.value()[name] || none(name)]));
    steps.push({ before, after });
    put(after);
    my.redraw();
  };
  my.ink = {
    ...ink,
    write(path, leaf, join = false) {
      const last = steps[steps.length - 1];
      ink.write(path, leaf, join);
      if (!join || !last || last.path !== path) steps.push({ path });
    },
    canUndo: () => ink.canUndo() || steps.some((one) => one.after && stands(one)),
    /** Takes back the newest own step that nobody has written over since. */
    undo() {
      while (steps.length) {
        const last = steps.pop();
        if (last.path && ink.undo()) return last.path;
        if (last.after && stands(last)) {
          put(last.before);
          return Object.keys(last.after)[0];
        }
      }
      return undefined;
    },
  };
  // Whoever has just written has the text taken along before the room hears that the time-out is over.
  const tell = (control) => {
    if (document.activeElement && document.activeElement.matches("input, textarea")) document.activeElement.blur();
    setTimeout(() => typeof model.send === "function" && model.send({ control }));
  };
  const now = () => Math.round(my.now());
  const ids = (name) => listIn(my.value(), name).map((one) => one && one.id);
  const more = (name, one) => [...listIn(my.value(), name), { id: freshId(ids(name)), ...one }];
  const changed = (id, change) => listIn(my.value(), "timeouts").map((one) => (one && one.id === id ? { ...one, ...change(one) } : one));
  const without = (id) => listIn(my.value(), "timeouts").filter((one) => one && one.id !== id);
  const turnAt = (t, level) => ({ live: { level, since: t, over: null }, log: more("log", { t, level }) });

  my.begin = () => ((my.focus = "run"), act(turnAt(now(), "content")));
  my.onPaper = () => {
    const over = now();
    const begun = turnAt(over - MINUTE * lengthOfMeeting(my.value(), my.options()), "content");
    my.focus = "over";
    act({ ...begun, live: { level: null, since: null, over } });
  };
  my.turn = (level) => level !== levelNow(my.value()) && act(turnAt(now(), level));
  my.stop = () => {
    const t = now();
    my.focus = "timeout";
    act({ live: { level: "timeout", since: t, over: null }, timeouts: more("timeouts", { t, end: null }) });
    tell("lend");
  };
  const back = (timeouts) => {
    my.focus = "run";
    act({ live: { level: null, since: now(), over: null }, timeouts });
    tell("resume");
  };
  my.back = () => back(changed((openTimeout(my.value()) || {}).id, () => ({ end: now() })));
  my.drop = (id) => {
    const open = openTimeout(my.value());
    if (open && open.id === id) back(without(id));
    else act({ timeouts: without(id) });
  };
  my.close = () => ((my.focus = "over"), act({ live: { level: null, since: null, over: now() } }));
  my.reopen = () => ((my.focus = "run"), act({ live: { level: null, since: now(), over: null } }));
  /** Moves a time-out by minutes, within the meeting. */
  my.move = (id, minutes) => {
    const value = my.value();
    const from = (turnsOf(value)[0] || { t: beganAt(value) }).t;
    const until = beganAt(value) + 1000 * goneOf(value, my.now());
    act({ timeouts: changed(id, ({ t, end }) => {
      const long = Number.isFinite(end) ? end - t : 0;
      const at = Math.max(from, Math.min(t + minutes * MINUTE, until - long));
      return { t: at, ...(Number.isFinite(end) ? { end: at + long } : {}) };
    }) });
  };
  /** Adds a time-out that nobody tapped: after the meeting, in its room between the others. */
  my.add = () => {
    const many = timeoutsOf(my.value()).length;
    const t = Math.round(beganAt(my.value()) + (1000 * goneOf(my.value(), my.now()) * (many + 1)) / (many + 3));
    const timeouts = more("timeouts", { t, end: t + MINUTE });
    my.picked = timeouts[timeouts.length - 1].id;
    act({ timeouts });
  };
  my.choose = (id) => {
    my.ink.write("best", my.value().best === id ? null : id);
    my.redraw();
  };
}
