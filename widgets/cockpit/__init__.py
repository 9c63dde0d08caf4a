"""The cockpit: where the trainer runs the day. Numbers go in, presses come out."""

from __future__ import annotations

from traitlets import Dict

from widgets.front_end import front_end
from widgets.view import View


class Cockpit(View):
    """The trainer's page; `words` holds both languages: {"da": {…}, "en": {…}}.

    `value` (in only): {state (as the room gives it), blocks: [{id, title, minutes, kind, form,
    body, lead, stages: [{stage, minutes}], cues: {da: […], en: […]}}], counts: {written, shared,
    groups: {table: {here, written, done, ready, released, help}}}, items: [{item, table, held,
    shown, text: {da, en}}], question: null | {state, answers, shown}, left_open: [{exercise,
    title}], days: [{day, n, title}], pages: [{name, url}], exports: [{name, url, bytes, at}],
    busy: null | {what, done, of}, qr: null | {d, size}, remote: {open: null | {d, size}, phones},
    backup: null | {at}, wall: null | address, note: null | {da, en}, heard: n}. `pressed` (out
    only): {n, button, …what the button needs, earlier: [presses not heard yet]}; `n` counts up,
    `heard` answers it.
    """

    _esm, _css = front_end(__file__)
    pressed = Dict(help="The last press, with a serial number.").tag(sync=True)
