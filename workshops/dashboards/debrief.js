// The talk in plenary, as the big screen says it: silence first, then the question that is asked.

const SILENCE = 30000; // ms

/** Gives what stands at the foot of the screen at a moment: {step, left 0…1 of the silence}; null for nothing. */
export function asked(state, now) {
  if (!state.debrief) return null;
  if (state.debrief !== "silence") return { step: state.debrief, left: 0 };
  const left = 1 - Math.max(0, now - Date.parse(state.asked)) / SILENCE;
  return left > 0 ? { step: "silence", left } : { step: "notice", left: 0 }; // the silence ends by itself
}
