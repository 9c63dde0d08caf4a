"""The round lab: rounds with roles at one table, from a secret card to what was heard."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class RoundLab(View):
    """Rounds in which seats take turns, for several phones at one table or one phone passed round.

    `value` = {"seats": 3–6 | None (5), "rounds": {"r1" … "r6": round}}, where round = {"drawn":
    card | None, "shown": bool | None (card and marks lie open), "began": ms since epoch by the
    room's clock | None, "heard": {"s1" … "s6": choice | [choice, …] | None}, "reply": {"s1" …
    "s6": text ≤ 120}, "sign": text ≤ 160, "taps": {"s1" … "s6": 0–30 | None}}. Every key may be
    missing, and keys the lab does not know stay. Fixed slots: phones never race for an order.
    Which seat this phone is (A–F, or the whole table) is asked once and lives on the page only.

    In round k seat k speaks, again from the first after the last; seat k + 1 listens, or all
    others. `options` from the exercise's settings: `rounds` (how many at least; else one for each
    seat), `listen` "one" | "all", `draw` {"by": "speaker" | "listener", "cards": [card, …],
    "free_last"} or missing, `mark` {"by": "speaker" | "listeners", "of": [choice, …] (else the
    cards), "many", "reply", "sign"}, `taps` (observers), `dark` [role whose phone goes dark while
    somebody speaks], `prompts` (the listener's phone shows one prompt for the card), `minutes`
    {"talk": 3, "mark": 2}. From the host: stage, skew (ms the room's clock is ahead), limits,
    readonly, undo, locale.

    Words: `card_<card>`, `card_<card>_hint`, `prompt_<card>` (with prompts), `mark_<choice>` (else
    the card's word), `mark_<choice>_hint` (may be missing); `do_<role>_<phase>` for speaker,
    listener, observer and all (one phone) in before, talk, mark, `do_shown`, and `say`, the words
    to be said (all of these may be missing); and seat_many seat_ask seat_hint seat {seat} seat_all
    seat_change role_speaker role_listener role_observer round_n {n} round_of {n of} who {speaker
    listener} hand_to {seat} draw draw_free draw_paper draw_waits {seat} card_yours card_see
    card_hide card_was begin {n} without_clock begin_again close_now round_off time_left tap
    tap_rest taps {n} taps_all mark_ask reply reply_hint sign sign_hint marked {n of} show heard
    {seat} next {n} finished dark_line light in_words not_begun.
    """

    _esm, _css = front_end(__file__)
