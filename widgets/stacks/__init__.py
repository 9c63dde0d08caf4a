"""Stacks: what the groups' minutes are made of, two bars or more for each group."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class Stacks(View):
    """Shows `value`: {"bars": [word key], "parts": [word key], "stacks": [[[n]]], "tables": ["3"]}.

    `stacks` holds for each group, in the order of `tables`, one list of amounts for each of `bars`,
    in the order of `parts` (at most four, told apart by pattern). All bars share one measure; a bar
    with nothing in it is left out, and so is a group without any. The order is that of the groups,
    never that of size. Each bar is said in words to a screen reader.

    None: the question alone and what is waited for. On the big screen more than five groups stand
    in two columns, and nothing scrolls.

    `options`: heading, eyebrow (how many), empty (sentences while there are none), locale.
    """

    _esm, _css = front_end(__file__)
