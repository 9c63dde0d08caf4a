"""The list of participants: who is here, at which table, in which learning group; the cards."""

from __future__ import annotations

from traitlets import Dict

from widgets.front_end import front_end
from widgets.view import View


class Roster(View):
    """The trainer's list; `words` holds both languages: {"da": {…}, "en": {…}}.

    `value` (in only): {day, people: [{id, alias, area, district, role, table, learning_group,
    absent, device}], tables, areas, roles, known: [learning groups], repeats, met_days, proposal:
    null | {tables: {table: [id]}, repeats}, preview: null | {rows, left_out, too_many}, cards: null
    | {address, code, qr, cards: [{alias, group, code, qr}]}, undo: null | {what, n}, note: null |
    {da, en}, heard: n}. `pressed` (out only): {n, button, …what the button needs}.
    """

    _esm, _css = front_end(__file__)
    pressed = Dict(help="The last press, with a serial number.").tag(sync=True)
