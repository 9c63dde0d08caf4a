"""Quote wall: what people take along, one line each, without names."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class QuoteWall(View):
    """Shows `value`: {"lines": ["At jeg må tøve.", …]} in the order given.

    None: the question alone and what is waited for; up to five: one column in large type; more:
    columns, and pages of at most 25 lines, one after the other every 20 seconds until somebody
    turns a page or asks it to stay. On the big screen it never scrolls.

    `options`: heading, eyebrow (how many lines there are), empty (sentences while there are none),
    locale.
    """

    _esm, _css = front_end(__file__)
