"""Hierarchy wall: the groups' hierarchies beside each other, then which level was highest."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class HierarchyWall(View):
    """Shows `value`: {"groups": [{"table": "3", "mine": side, "theirs": side}], "highest": counts}.

    side = {"levels": [{"level", "strength": 0–3 | None, "written": bool}] from the top down,
    "highest": level | None, "loop": "none" | "charmed" | "strange" | None}; counts = {"mine",
    "theirs": {level: how many groups}}. A level nobody wrote anything on is left out of a column,
    unless its side has no other.

    None: the question alone and what is waited for; one or two: wide columns, both parties beside
    each other; more: narrow columns, at most five on a page. The last page counts the marks, in
    the levels' fixed order. A page stays until somebody turns it, and nothing scrolls.

    `options`: heading, eyebrow (how many there are), empty (sentences while there are none), stage,
    locale.
    """

    _esm, _css = front_end(__file__)
