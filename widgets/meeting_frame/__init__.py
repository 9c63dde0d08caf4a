"""The frame of a meeting: I DO ART filled in on one page, and the meeting run from it."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class MeetingFrame(View):
    """A meeting from its intention to its end, written and then run.

    `value` = {"meeting", "intention", "product", "knowledge", "feeling", "rules", "place": text,
    "date": "2026-11-26" | None, "start": "09.30" | None, "points": [{"id", "what", "how", "lead":
    text, "minutes": 1–240 | None}], "roles": [{"id", "role", "who": text}], "live": {"point": id |
    None, "since": ms since 1970 by the room's clock | None, "more": minutes, "over": true | None}}.
    Every key may be missing, and keys the frame does not know (a group's sheet) stay as they are.

    The agenda's clock follows from start and minutes. A running meeting stands at one point for all
    devices of a group; whoever presses moves all. `options`: limits, readonly, undo, locale, skew
    (ms the room's clock is ahead), others {path: {"value", "by", "mine"}}.
    """

    _esm, _css = front_end(__file__)
