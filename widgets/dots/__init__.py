"""Dots: how many chose each step of a line, as dots on top of each other."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class Dots(View):
    """Shows `value`: {"plots": [{"key", "low", "high", "counts": [n, …], "stops": [word keys]}]}.

    One dot for each answer, so the whole spread is always seen; no mean, no sum, no colour that
    judges. All plots of a page use dots of one size, so that the stacks may be laid beside each
    other. Without `stops` the steps are 0, 1, 2, … None: the question alone and what is waited for.

    `options`: heading, eyebrow (how many), empty (sentences while there are none), locale. Words by
    the plots' keys; `plenary_spread` names what the numbers are for whoever cannot see the dots.
    """

    _esm, _css = front_end(__file__)
