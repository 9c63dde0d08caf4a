// Two frames on one stage: the page shown, and the one prepared behind it. A page whose kernel died is
// prepared anew behind the dead one, so that the room sees no white screen.

const READY = 25000; // ms a page may take to be drawn before it is asked for again
const LATER = 1500; // ms of peace for the page just shown before the next one is prepared

/** Gives the stage in `holder`; `address(page)` is where a page comes from. */
export function stage(holder, address) {
  const made = [0, 1].map(() => {
    const frame = document.createElement("iframe");
    frame.tabIndex = -1;
    frame.setAttribute("aria-hidden", "true");
    holder.append(frame);
    return { frame, page: null, kernel: "", ready: false, dead: false, since: 0 };
  });
  let [front, behind] = made;
  let wanted = null;
  let ahead = null;
  let state = null;
  let calm = 0; // when the next page may be prepared

  function load(one, page) {
    Object.assign(one, { page, kernel: "", ready: false, dead: false, since: Date.now() });
    one.frame.src = page ? address(page) : "about:blank";
  }
  function say(one, message) {
    if (one.ready) one.frame.contentWindow.postMessage(message, location.origin);
  }
  function swap() {
    [front, behind] = [behind, front];
    say(front, { is: "state", state });
    for (const one of made) {
      one.frame.classList.toggle("shown", one === front);
      one.frame.setAttribute("aria-hidden", String(one !== front));
      one.frame.tabIndex = one === front ? 0 : -1;
    }
    front.frame.title = (state.block_title && (state.block_title[document.documentElement.lang] || state.block_title.da)) || front.page;
    calm = Date.now() + LATER;
  }
  function usable(one, page) {
    return one.page === page && !one.dead;
  }
  /** Moves one step towards: wanted in front, ahead behind. */
  function arrange() {
    if (!state) return;
    for (const one of made) if (one.page && !one.ready && Date.now() - one.since > READY) load(one, one.page);
    if (wanted && !usable(front, wanted)) {
      if (!usable(behind, wanted)) load(behind, wanted);
      else if (behind.ready) swap();
      return;
    }
    const next = ahead === wanted ? null : ahead;
    if (!usable(behind, next) && Date.now() > calm) load(behind, next);
  }

  addEventListener("message", ({ origin, source, data }) => {
    const one = made.find(({ frame }) => frame.contentWindow === source);
    if (origin !== location.origin || !one || data.is !== "ready") return;
    Object.assign(one, { ready: true, kernel: data.kernel });
    say(one, { is: "state", state });
    arrange();
  });
  setInterval(arrange, 250);

  return {
    /** Shows a page (null: none) and prepares the next one. */
    show(page, next, now) {
      [wanted, ahead, state] = [page, next, now];
      for (const one of made) if (one.page === wanted || one.page === ahead) say(one, { is: "state", state });
      arrange();
    },
    /** Turns the shown page to its next or last screen. */
    turn: (by) => say(front, { is: "turn", by }),
    /** Gives the kernels behind the frames. */
    kernels: () => made.map(({ kernel }) => kernel).filter(Boolean),
    /** Takes note that kernels (null: all) are gone. */
    gone(ids) {
      for (const one of made) if (one.page && (ids === null || ids.includes(one.kernel))) one.dead = true;
      arrange();
    },
  };
}
