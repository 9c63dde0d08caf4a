// The room's clock on any screen: what is left of the timer, and how the kit writes a time. Pure.

/** Gives what is left of a timer as {text: "3:12", part: 0.4, over: false, minutes, seconds}; null without one. */
export function left(timer, now) {
  if (!timer || !timer.ends) return null;
  return counted((Date.parse(timer.ends) - now) / 1000, timer.minutes);
}

/** Gives what is left as the room's state has it, also while its clock stands still. */
export function rest(state, now) {
  if (!state) return null;
  if (!state.paused) return left(state.timer, now);
  return typeof state.left === "number" ? { ...counted(state.left, 0), paused: true } : null;
}

function counted(seconds, of) {
  const whole = Math.max(0, Math.ceil(seconds));
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  const part = of ? Math.min(1, whole / (60 * of)) : 0;
  return { text: `${minutes}:${String(rest).padStart(2, "0")}`, part, over: whole === 0, minutes, seconds: rest };
}

/** Gives the time as the kit writes it: 9.05 in Danish, 9:05 in English. */
export const clock = (at, language = "da") => inWords(`${at.getHours()}.${String(at.getMinutes()).padStart(2, "0")}`, language);

/** Gives a time of the plan ("09.30") as it is written in a language. */
export function inWords(time, language = "da") {
  const plain = String(time || "").replace(/^0(?=\d)/, "");
  return language === "en" ? plain.replace(".", ":") : plain;
}
