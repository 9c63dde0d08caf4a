// Who sees what is written, said above the field at the moment of writing; and the look back at an exercise.

import { say } from "../../widgets/shared/kit.js";

/** An exercise that is not the one that runs is looked back at: what one wrote, to read, or nothing. */
export function lookBack(room, back, fields) {
  const written = Object.values(fields).some((leaf) => leaf && leaf.length);
  room.individual.hidden = (back && !written) || !room.has("individual");
  room.individual.classList.toggle("looked", back);
  room.group.hidden = room.plenary.hidden = back;
}

/** Says of one's own sheet, the group's and what is shared without names who sees it now. */
export function promises(room, w, { me, group, anonymous, unnamed, alone }) {
  room.mine.hidden = anonymous;
  room.arrow.hidden = !unnamed;
  promise(room.mine, own(w, me, alone));
  promise(room.sheet, group.held ? [w.st_held, w.room_held] : group.shared.includes("plenary") ? [w.ui_released, w.room_promise_plenary] : [w.ui_shared_group, w.room_promise_sheet]);
  promise(room.arrow, me.held ? [w.st_held, w.room_held_mine] : [w.room_unnamed, w.room_promise_unnamed]);
}

function own(w, me, alone) {
  if (me.shared.includes("plenary")) return [w.room_unnamed, w.room_promise_unnamed];
  if (me.shared.includes("group")) return [w.ui_shared_group, w.room_promise_told];
  return [w.ui_private, alone ? w.room_promise_alone : w.room_promise_me];
}

function promise(node, [name, text]) {
  say(node.querySelector("b"), `${name}.`);
  say(node.querySelector("span > span"), text);
}
