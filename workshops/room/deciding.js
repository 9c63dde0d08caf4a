// What a group decides together on its stage: who has the controls, and whether its sheet may be an example.

import { consentPart } from "./consent.js";
import { controlBar } from "./control.js";

/** Gives the bar over the instrument (where the exercise has controls), the question below it, and `show`. */
export function deciding({ id, held, words, ask }) {
  const bar = held && controlBar({ id, words, ask });
  const consent = consentPart((on) => ask({ is: on ? "release" : "withdraw", exercise: id, subject: "group", audience: "handbook" }));
  return {
    bar: bar && bar.node,
    consent: consent.node,
    show(w, now) {
      if (bar) bar.show(now);
      consent.show(w, now);
    },
  };
}
