"""Strip wall: the groups' lines of hats, each on a strip of its own and all along one clock."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class StripWall(View):
    """Shows `value`: {"groups": [{"table", "seconds", "first", "shifts": [{"at", "to", …}]}, …]}.

    As the method's `plenary()` gives a strip, with the group's table. Lanes are hats, from left to
    right goes the time, the same for all; a disc is a change, filled when it was said aloud,
    hollow when not, with a ring more when leave was asked. Groups stand in their own order, in two
    columns from the sixth on, and nothing is counted. Each strip is told in words to a screen
    reader. None: the question alone and what is waited for.

    `options`: heading, eyebrow (how many), empty (sentences while there are none), locale. Words:
    plenary_group {n}, hat_facilitator hat_knowledge hat_authority key_said key_unsaid key_open
    key_asked strip_begins {hat} unit_minutes.
    """

    _esm, _css = front_end(__file__)
