// The live channel of a page in the dashboards: where the room is, and whether the page's kernels live.

const SILENT = 4500; // ms without a word before the line counts as gone; the server speaks each 2 s
const ASK = 3000; // ms between two questions about kernels

/** Gives how long to wait before the next try: half a second to two, never all pages at once. */
export const pause = (tries, chance = Math.random()) => Math.min(500 * 2 ** tries, 2000) * (0.5 + chance / 2);

/**
 * Follows the room for ever.
 * `told(state)` hears where the room is, `line(on)` whether we and the room have a line,
 * `gone(ids)` which of `kernels()` are dead; null means all: the server has been started anew.
 */
export function follow({ told, line, gone, kernels }) {
  let socket = null;
  let heard = Date.now();
  let tried = heard;
  let start = null;
  let on = null;
  let tries = 0;

  function turn(now) {
    if (now !== on) line((on = now));
  }
  function hear(message) {
    heard = Date.now();
    if (message.is === "hello") {
      tries = 0;
      if (start && start !== message.start) gone(null);
      start = message.start;
    } else if (message.is === "gone") {
      gone(message.kernels);
    } else if (message.is === "state") {
      turn(message.line);
      if (message.state) told(message.state);
    }
  }
  function open() {
    const mine = new WebSocket(`${location.origin.replace("http", "ws")}/wall/live`);
    socket = mine;
    tried = Date.now();
    mine.onmessage = (event) => mine === socket && hear(JSON.parse(event.data));
    mine.onclose = () => mine === socket && again();
  }
  function again() {
    socket = null;
    setTimeout(open, pause(tries++));
  }
  setInterval(() => {
    const now = Date.now();
    if (now - heard > SILENT) turn(false);
    if (now - Math.max(heard, tried) > SILENT && socket) {
      socket.onclose = null;
      socket.close();
      again();
    }
  }, 500);
  setInterval(() => {
    const ids = kernels();
    if (ids.length && socket && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ kernels: ids }));
  }, ASK);
  open();
}

/** Gives the id of the kernel behind a page of ours, "" when it has none. */
export function kernelOf(page) {
  const config = page && page.getElementById("jupyter-config-data");
  return (config && JSON.parse(config.textContent).kernelId) || "";
}
