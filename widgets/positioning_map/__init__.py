"""The positioning map: marks on two labelled axes, and the words that moved one between them."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class PositioningMap(View):
    """A map of one moment.

    `value` = {"episode": text ≤ 160, "invited": [x, y] | None, "taken": …, "wished": …,
    "given": …, "words": {"taken", "wished", "given": text ≤ 60}, "axes": {"left", "right",
    "bottom", "top": text ≤ 24}}. x and y are map steps from −5 to 5 in halves. Every key may be
    missing, and keys the map does not know (a group's sheet) stay as they are.
    """

    _esm, _css = front_end(__file__)
