// The waiting page: as soon as the trainer begins, go there.

import { line } from "./line.js";

const note = document.getElementById("line");
let first = true;
const channel = line({
  hello: () => ({ is: "open", page: "waiting", exercises: [] }),
  hear(message) {
    if (message.is !== "state") return;
    if (!first && message.state.page) location.assign(`/page/${message.state.page}`);
    first = false;
  },
  news() {
    note.hidden = channel.isUp();
    note.textContent = note.dataset.off;
  },
});
