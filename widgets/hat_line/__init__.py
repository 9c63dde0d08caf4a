"""The hat line: every change of hat in a simulation, tapped on one shared time line."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class HatLine(View):
    """Changes of hat along a clock that all phones of a table share.

    `value` = {"began": ms since epoch by the room's clock | None, "ended": ms | None, "first": the
    hat it begins with | None, "shifts": [{"id", "at": whole seconds since it began, 0–3600, "to":
    hat, "announced": bool | None, "permission": bool | None, "by": "s1" … "s6" | None}, …]}. A hat
    is "facilitator", "knowledge" or "authority". Every key may be missing, and keys the line does
    not know stay. The order of the list means nothing: it is read by `at`. Two observers may tap
    the same change; both taps stand, and the talk afterwards merges or removes one. Nothing is
    counted: no sum, no rate, no right number of changes.

    Before the end, three large buttons and a running clock. When somebody ends it, or two minutes
    after the time is up, the line lies open: a change can be picked (tap, arrow keys), moved
    (drag, tap on the line, left and right), described, merged with its twin or removed.

    `options` from the exercise's settings: `minutes` (of the simulation; 8), `observers` (how many
    tap; 2). From the host: skew (ms the room's clock is ahead), readonly, undo, locale.

    Words: hat_facilitator hat_knowledge hat_authority start_hat observer_ask observer {seat} begin
    begin_again without_clock now_hat {hat} tap_ask tapped {at hat} round_off close_now
    resume look_ask shift_n {n of} announced permission yes no same_ask merge remove add earlier
    later before after_it key_said key_unsaid key_open key_asked strip_words strip_begins
    strip_none strip_twice unit_minutes.
    """

    _esm, _css = front_end(__file__)
