"""Shares: what the whole room answered to an anonymous question, one stacked bar for each item."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class Shares(View):
    """Shows `value`: {"items": [word key], "scale": [word key], "counts": [[n, …]], "n"}.

    One bar for each item, as long as all answers to it, in as many parts as the scale has; each
    part says its number and has a pattern of its own. The order is the exercise's, never that of
    size; no sum over items, no mean, no group. None: the question alone and what is waited for.
    The list is its own text twin.

    `options`: heading, eyebrow (how many), empty (sentences while there are none), locale.
    """

    _esm, _css = front_end(__file__)
