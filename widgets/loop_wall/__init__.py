"""Loop wall: the groups' loops beside each other, each with its own actor filled."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class LoopWall(View):
    """Shows `value`: {"groups": [{"table": "3", "actors": […], "arrows": […]}]}.

    actors = [{"id", "name", "mine": bool}], arrows = [{"from", "to": ids of actors, "says"}]. A
    group without actors is not shown. An actor without a name has the word `actor_number`.

    None: the question alone and what is waited for; one or two: large, with what each arrow says in
    a numbered list; more: names and the arrows' numbers, at most six loops on a page, dealt evenly.
    A page stays until somebody turns it (its buttons, PageDown, PageUp), and nothing scrolls. A
    screen reader meets every arrow in words.

    `options`: heading, eyebrow (how many there are), empty (sentences while there are none), stage,
    locale.
    """

    _esm, _css = front_end(__file__)
