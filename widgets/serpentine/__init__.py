"""The serpentine: a conversation as a winding line of turns, and the point where it could fork."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class Serpentine(View):
    """At most twelve turns in the order they came, each a numbered stop on its speaker's side.

    `value` = {"turns": [{"id", "who": "mine" | "theirs" | "third" | None, "text": text ≤ 200,
    "made": text ≤ 160 (what the turn made), "fork": bool | None}], "names": {"mine", "theirs",
    "third": text ≤ 40}, "situation": text ≤ 160}. Every key may be missing, and keys the line does
    not know (a group's sheet) stay as they are. `situation` is asked for where there is a word for
    it; `instead` and `made_instead` are shown under a line that is only read.

    The cards are an ordered list, so the line itself is nothing to a screen reader or on paper.
    `options`: stage, readonly, undo, locale, limits, others {path: {"value", "by", "mine"}}: a
    second text of a turn, as in the field sheet; the choice comes back as `settled` {path, value}.
    """

    _esm, _css = front_end(__file__)
