"""The first set-up: four short steps on a fresh data folder; presses come out."""

from __future__ import annotations

from traitlets import Dict

from widgets.front_end import front_end
from widgets.view import View


class FirstRun(View):
    """Programme, dates, groups, print; `words` holds both languages: {"da": {…}, "en": {…}}.

    `value` (in only): {programme: {name, source, dates: {day: "2026-11-24"}, people,
    learning_groups: […]}, days: [{day, number, title}], sources: [{path, name}], kept,
    most: {name, people, groups}, links, note: null | {da, en}, heard: n}.
    `pressed` (out only): {n, button: "keep" | "look", programme}; `heard` answers `n`, and `note`
    says why something was not kept.
    """

    _esm, _css = front_end(__file__)
    pressed = Dict(help="The last press, with a serial number.").tag(sync=True)
