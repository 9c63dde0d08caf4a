"""The process sheet: a small run-of-show for six people, and the same one made for sixty."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class ProcessSheet(View):
    """Two plans of at most twelve steps each, side by side or one at a time, with their minutes.

    `value` = {"six": {"steps": [step, …]}, "sixty": {"steps": [step, …]}, "minutes": 5–480 | None
    (60: the time there is, for both), "purpose": text ≤ 240}, where step = {"id", "title": text ≤
    80, "purpose": text ≤ 200, "phase": "open" | "explore" | "close" | None, "method":
    "expectations" | "clarifying" | "dots" | "decision" | "summary" | "pause" | "own" | None,
    "form": "I" | "par" | "G" | "plenum" | None, "minutes": 0–480 | None, "tempo": "low" | "high" |
    None, "body": "seated" | "moving" | None, "lead": text ≤ 80, "materials": text ≤ 160}. Every
    key may be missing, and keys the sheet does not know stay as they are. A step copied to the
    second plan keeps its id there, so that what is changed can be said beside it.

    A bar shows the minutes of each phase against the time; a pause, and what has no phase yet, is
    the last part. Hints are questions and never stop anybody: no closing, no pause in more than
    `sit` minutes, steps without a purpose, more than `talk` minutes in plenary on end, too long.

    `options`: `minutes` (60), `talk` (20), `sit` (45) from the exercise's settings; stage,
    readonly, undo, locale, limits, others {path: {"value", "by", "mine"}}: a second text of a
    purpose, as in the field sheet; the choice comes back as `settled` {path, value}.
    """

    _esm, _css = front_end(__file__)
