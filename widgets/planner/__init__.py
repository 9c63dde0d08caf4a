"""The planner: where a trainer lays out a day. The day goes in, steps come out."""

from __future__ import annotations

from traitlets import Dict

from widgets.front_end import front_end
from widgets.view import View


class Planner(View):
    """The trainer's page for one day; `words` holds both languages: {"da": {…}, "en": {…}}.

    `value` (in only): {day, days: [{id, n, title}], title, start, end, ends, blocks: [{id, title,
    at, minutes, kind, form, tempo, body, lead, purpose, prompt, cues, stages, competences,
    elements, optional, notebook, exercise, skipped, copy, changed}], pieces: [{block, stage, at,
    minutes, form, tempo, body, kind}], long: [{from, to}], warnings: [{word, facts, blocks, fix}],
    coverage, totals, versions: [{id, at, who, why, need}], editing: null | {block, texts, cells},
    compare: null | {version, rows, texts, before, after}, open, undo, live, desk, note, heard}.
    `pressed` (out only): {n, act, …what the step needs}; `n` counts up, `heard` answers it.
    """

    _esm, _css = front_end(__file__)
    pressed = Dict(help="The last step, with a serial number.").tag(sync=True)
