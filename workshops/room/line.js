// The line to the room: one websocket, an outbox that outlives reloads, and honest news about both.

const SILENCE = 4200; // the room beats every 2 s; after two missed beats the line is gone
const RETRY = [300, 800, 1500, 2500];

/** Gives a key that is unique for ever; plain http has getRandomValues but no randomUUID. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Gives the outbox of one person on this device: what is not acknowledged stays in it. */
export function outbox(owner, storage) {
  const name = `ld.outbox.${owner}`;
  let waiting = [];
  try {
    waiting = JSON.parse(storage.getItem(name)) || [];
  } catch {
    waiting = [];
  }
  let kept = true;
  const keep = () => {
    try {
      if (waiting.length) storage.setItem(name, JSON.stringify(waiting));
      else storage.removeItem(name);
      kept = true;
    } catch {
      kept = false; // private window or full device: the message still lives in this page
    }
  };
  const alike = (one, other) =>
    one.is === "put" && other.is === "put" && one.exercise === other.exercise && one.subject === other.subject && one.field === other.field;
  return {
    /** Adds a message; an unsent one for the same field gives way, but keeps what it had seen. */
    add(message, sent) {
      const older = waiting.find((one) => alike(one, message) && !sent.has(one.key));
      if (older) {
        waiting = waiting.filter((one) => one !== older);
        message.seen = older.seen;
      }
      waiting.push(message);
      keep();
    },
    drop(key) {
      const message = waiting.find((one) => one.key === key);
      waiting = waiting.filter((one) => one.key !== key);
      keep();
      return message;
    },
    all: () => waiting.slice(),
    isKept: () => kept,
  };
}

/**
 * Gives the line. `hear(message)` gets what comes down, `news()` is called when line or outbox changes.
 * `hello()` gives the message that opens the channel on each connection.
 */
export function line({ hear, news, hello, storage = localStorage, address = here() }) {
  let socket = null;
  let last = 0;
  let tries = 0;
  let up = false;
  let box = null;
  let owner = null;
  let timer = 0;
  const sent = new Set();

  const change = (now) => {
    if (up !== now) {
      up = now;
      news();
    }
  };
  const post = (message) => {
    sent.add(message.key);
    socket.send(JSON.stringify(message));
  };
  const connect = () => {
    clearTimeout(timer);
    if (socket && socket.readyState <= 1) return;
    const mine = (socket = new WebSocket(address));
    last = Date.now();
    mine.onopen = () => mine === socket && mine.send(JSON.stringify(hello()));
    mine.onmessage = (event) => mine === socket && received(event);
    mine.onclose = () => mine === socket && lost();
  };
  const lost = () => {
    if (socket) socket.onclose = null;
    socket = null;
    sent.clear();
    change(false);
    const wait = RETRY[Math.min(tries++, RETRY.length - 1)];
    clearTimeout(timer);
    timer = setTimeout(connect, wait * (0.5 + Math.random()));
  };
  const received = (event) => {
    last = Date.now();
    const message = JSON.parse(event.data);
    if (message.is === "state" && message.me.id !== owner) {
      owner = message.me.id;
      box = outbox(owner, storage);
    }
    if (message.is === "state" && !up) {
      tries = 0;
      change(true);
      for (const one of box.all()) post(one);
    }
    let about = null;
    if ((message.is === "ack" || message.is === "refused") && message.key && box) about = box.drop(message.key);
    hear(message, about);
    if (about) news();
  };
  setInterval(() => {
    if (socket && Date.now() - last > SILENCE) {
      const dead = socket;
      lost();
      dead.close();
    }
  }, 500);
  const wake = () => {
    if (document.visibilityState === "hidden" || up) return;
    tries = 0;
    if (!socket) connect();
  };
  for (const name of ["online", "pageshow", "focus"]) addEventListener(name, wake);
  document.addEventListener("visibilitychange", wake);
  connect();
  return {
    /** Puts a message in the outbox and on the line, if there is one. */
    send(message) {
      if (box) box.add(message, sent);
      if (up && socket && socket.readyState === 1) post(message);
      news();
    },
    /** Says what is not worth keeping: without a line it is not said. */
    tell: (message) => up && socket && socket.readyState === 1 && socket.send(JSON.stringify(message)),
    isUp: () => up,
    waiting: () => (box ? box.all() : []),
    isKept: () => !box || box.isKept(),
  };
}

function here() {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/live`;
}
