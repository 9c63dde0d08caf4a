"""The question wall: every group's questions as asked and as heard, and the order of each."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class QuestionWall(View):
    """Shows `value`: {"pairs": [{"from": [x, y], "to": [x, y], "asked", "heard": word keys}],
    "paths": [[[x, y], …]], "orders": [[word key, …]], "tables": ["3", …]}.

    x and y are −1…1 as on the question map, y downwards; paths, orders and tables go together. The
    large map has an arrow from asked to heard for every mark, without words and without whose it
    is; beside it each group's way through the fields, at most six on a page. A page stays until
    somebody turns it (its buttons, PageDown, PageUp), and nothing scrolls on the big screen. None:
    the question alone and what is waited for. A screen reader meets both in words.

    `options`: heading, eyebrow (how many), empty (sentences while there are none), stage, locale.

    Words: axis_left axis_right axis_top axis_bottom `type_<kind>` `nickname_<kind>` on_the_line
    asked heard view_pairs view_path; kit-wide plenary_group plenary_page….
    """

    _esm, _css = front_end(__file__)
