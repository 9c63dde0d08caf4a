"""Quotes: what the groups have written, line beside line, in their own words."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class Quotes(View):
    """Shows `value`: {"groups": [{"table": "3", "rows": [[said, answered], …]}]}.

    On the big screen it never scrolls: what does not fit comes on pages, one after the other every
    20 seconds until somebody turns a page or asks it to stay.

    `options`: heading, heads (over the columns), empty (a sentence while there is nothing), one
    (only the badge of the single group, as a heading), locale.
    """

    _esm, _css = front_end(__file__)
