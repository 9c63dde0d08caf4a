"""Points: where people placed some activities, each activity on a map of its own."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class Points(View):
    """Shows `value`: {"range": [low, high], "plots": [{"key", "points": [[x, y, how many], …]}]}.

    A place more than one chose is a bigger disc with the number in it. Behind the points lies a
    soft band along the diagonal, without edges and without a name for where nobody is. None: the
    question alone and what is waited for. A screen reader meets each point in words.

    `options`: heading, eyebrow (how many), empty (sentences while there are none), locale. Words by
    the plots' keys; `axis_challenge`, `axis_skill`, `point_in_words` ({challenge}, {skill}).
    """

    _esm, _css = front_end(__file__)
