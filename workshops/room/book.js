// What this device knows of one sheet: what the room has kept, and what is still on its way there.

import { changes, tree } from "./leaves.js";
import { newKey } from "./line.js";

const PAUSE = 450; // a text is put when the fingers rest

/**
 * Gives one sheet of one exercise. `post(message)` sends, `redraw()` is called when the value changes,
 * `writing()` gives the path of the field that has focus: what others write there waits until it is left.
 */
export function book({ exercise, subject, limits, post, redraw, writing }) {
  const fields = {}; // path → the newest row from the room
  const local = {}; // path → {value, seen, key, timer, why}: ours, not acknowledged
  const held = {}; // path → rows that came while the field had focus
  const seen = (path) => {
    const row = fields[path];
    return row ? (row.other ? row.other.id : row.id) : 0;
  };
  const flat = () => {
    const all = {};
    for (const [path, row] of Object.entries(fields)) all[path] = row.value;
    for (const [path, mine] of Object.entries(local)) all[path] = mine.value;
    return all;
  };
  const tooLong = (path, value) => {
    const most = limits[path] || limits[path.replace(/^(\w+)\.\w+\./, "$1.*.")];
    return typeof value === "string" && most !== undefined && [...value].length > most;
  };
  const put = (path) => {
    const mine = local[path];
    if (!mine || !mine.timer) return;
    clearTimeout(mine.timer);
    mine.timer = 0;
    if (tooLong(path, mine.value)) return;
    mine.key = newKey();
    post({ is: "put", exercise, subject, field: path, value: mine.value, seen: mine.seen, key: mine.key });
  };
  const change = (path, value, wait) => {
    const mine = (local[path] = local[path] || { seen: seen(path) });
    clearTimeout(mine.timer);
    mine.value = value;
    mine.why = null;
    mine.timer = setTimeout(put, wait, path);
    if (!wait) put(path);
  };
  const take = (row) => {
    const mine = local[row.field];
    if (row.field in fields && row.id < fields[row.field].id) return;
    if (row.field === writing() && !row.mine && !(mine && mine.key)) held[row.field] = row;
    else fields[row.field] = row;
  };
  return {
    shared: [],
    done: false,
    held: false,
    value: () => tree(flat()),
    fields: flat,
    /** Texts that somebody else wrote at the same moment: path → {value, by}. */
    others: () => Object.fromEntries(Object.entries(fields).filter(([, row]) => row.other).map(([path, row]) => [path, row.other])),
    /** Takes what an instrument has set: each changed field goes its own way. */
    save(value) {
      for (const [path, leaf] of Object.entries(changes(flat(), value)))
        change(path, leaf, typeof leaf === "string" ? PAUSE : 0);
    },
    /** Chooses one text when two were written: this is said to have been seen. */
    settle(path, value) {
      local[path] = { seen: fields[path] ? fields[path].id : 0 };
      change(path, value, 0);
    },
    /** Takes rows from the room. */
    hear(message) {
      if (message.all) for (const path of Object.keys(fields)) delete fields[path];
      message.entries.forEach(take);
      this.shared = message.shared;
      this.done = message.done;
      this.held = Boolean(message.held);
      redraw();
    },
    /** A row of ours was kept, or refused with a sentence. */
    answered(message, about) {
      const mine = local[about.field];
      if (message.is === "ack") {
        const row = fields[about.field];
        if (!row || row.id < message.id) fields[about.field] = { id: message.id, value: about.value, mine: true };
        if (mine && mine.key === about.key && !mine.timer) delete local[about.field];
        else if (mine) mine.seen = seen(about.field);
      } else if (mine && mine.key === about.key) {
        mine.key = null;
        mine.why = message.why;
        if (typeof mine.value !== "string") delete local[about.field];
      }
      redraw();
    },
    /** Puts what waits for the fingers to rest, and shows what came meanwhile. */
    flush() {
      Object.keys(local).forEach(put);
      const waiting = Object.keys(held).filter((path) => path !== writing());
      for (const path of waiting) {
        if (!local[path]) fields[path] = held[path];
        delete held[path];
      }
      if (waiting.length) redraw();
    },
    /** Picks up what an earlier page left in the outbox. */
    resume(message) {
      if (!local[message.field]) local[message.field] = { value: message.value, seen: message.seen, key: message.key };
    },
    isDirty: () => Object.values(local).some((mine) => mine.timer || !mine.key),
    isHalfWritten: () => Object.values(local).some((mine) => mine.timer),
  };
}
