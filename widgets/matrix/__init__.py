"""Matrix: what the groups counted, or wrote, row by column."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class Matrix(View):
    """Shows `value`: {"down": [word key], "across": [word key], "cells": [[…]], "tables": ["3"]}.

    A cell is a count (≥ 0, tinted by its size with the number in it) or a text (people's own
    words). Without `across` there is one column for each of `tables`, under the group's sign.

    None: the question alone and what is waited for. Counts stand as one table. Texts that the big
    screen cannot hold at once come row by row, a page each; a page stays until somebody turns it,
    and nothing scrolls there. The table is its own text twin.

    `options`: heading, eyebrow (how many), empty (sentences while there are none), locale.
    """

    _esm, _css = front_end(__file__)
