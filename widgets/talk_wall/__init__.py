"""Talk wall: the groups' meetings on two lanes each, with their time-outs and a sentence."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class TalkWall(View):
    """Shows `value`: {"groups": [{"table", "seconds", "turns", "timeouts", "sentence"}, …]}.

    As the method's `plenary()` gives a timeline, with the group's table: "turns" are [{"at":
    seconds, "to": "content" | "process"}], "timeouts" [{"at", "until": seconds | None, "best"}].
    Content lies above process, from left to right goes the time, the same for all; a numbered band
    is a time-out, an amber one the time-out whose sentence the group chose, which stands beside.
    Groups stand in their own order, in two columns from the sixth on, and nothing is counted. Each
    meeting is told in words to a screen reader. None: the question alone and what is waited for.

    `options`: heading, eyebrow (how many), empty (sentences while there are none), locale. Words:
    plenary_group {n}, level_content level_process timeout_n {n} key_timeout key_best unit_minutes.
    """

    _esm, _css = front_end(__file__)
