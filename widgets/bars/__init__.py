"""Bars: how often something was marked, in the exercise's own order."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class Bars(View):
    """Shows `value`: {"bars": [[word key, count], …], "of": the most a count can be}.

    One line each: the word, a bar as long as its part of `of`, and the number. The order is the
    exercise's, never that of size. None: the question alone and what is waited for. On the big
    screen many lines stand in two columns, and nothing scrolls. The list is its own text twin.

    `options`: heading, eyebrow (how many), empty (sentences while there are none), locale.
    """

    _esm, _css = front_end(__file__)
