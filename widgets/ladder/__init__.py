"""The ladder: stairs that rise to the right, and the stair each party stands on."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class Ladder(View):
    """One stair for each party; all stairs are one colour, and no stair is better than another.

    `value` = {"steps": {party: 1 … n | None}, "parties": {party: text ≤ 40}}; 1 is the lowest
    stair, and a party that is missing, or stands on a stair there is not, waits at the foot. Keys
    the ladder does not know (a group's sheet) stay as they are.

    `options`, from the exercise's [settings]: steps (3–9 keys from the lowest up) and parties (1–3
    keys; the first has a disc, the second a dashed ring, the third a square); `guessed`: the
    parties somebody else speaks for; `above`: names of the value's own texts that stand over the
    stairs; `ticks`: rows of options under the stairs, of which any number may be on, {field,
    options, each, stage}: kept as `<field>.<option>`, with `each` as `<field>.<party>.<option>`,
    true or nothing; with a `stage` they are asked for on that stage only. From the host: stage,
    limits, readonly, undo, locale, others {path: {"value", "by", "mine"}} (a second text of one
    path, as in the field sheet; the choice between the two comes back as `settled` {path, value}).

    Words: `ladder` (its name), `ladder_help`, `ladder_foot` (where parties wait), `step_<key>`,
    `step_<key>_hint`, `step_name` ({n}), `step_aimed` ({n}: who stands here?), `party_<key>`,
    `party_name_hint`, `party_lifted`, `party_back` ({name}), `party_placed` and `stands` ({name},
    {n}, {step}), `stands_none` ({name}), `put_back`, `guess`; of each text `above` its name and
    `<name>_hint`; of each row of options `<field>`, `<field>_hint`, `<field>_<option>`,
    `<field>_<option>_hint`, and `<field>_told` where the row is only read. Kit-wide:
    `ui_undo`, `ui_keep_…`, `room_two…`.
    """

    _esm, _css = front_end(__file__)
