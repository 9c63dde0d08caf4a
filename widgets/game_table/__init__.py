"""Game table: contract, meeting and time-outs of one table, and a card for one person alone."""

from __future__ import annotations

from widgets.front_end import front_end
from widgets.view import View


class GameTable(View):
    """A meeting whose talk is talked about, on all phones of a table at once.

    On the group's stage `value` = {"contract": {"frame", "direction", "rules": text, "time":
    minutes | None}, "live": {"level": "content" | "process" | "timeout" | None, "since": ms | None,
    "over": ms | None}, "log": [{"id", "t": ms, "level": "content" | "process", "note": text}],
    "timeouts": [{"id", "t": ms, "end": ms | None, "noticed", "asked", "decided": text}], "best": id
    of a time-out | None}; ms since 1970 by the room's clock. The meeting began with the earliest
    `t`; after a time-out `live.level` is None and the level is what the lanes say. Every key may be
    missing, keys the table does not know stay, and the order of a list means nothing. Nothing is
    counted and no number of time-outs is the right one.

    On the individual stage `value` = {"card": 1–8 | None}: drawn on this device, shown only while a
    finger or a key is held down.

    `options` from the exercise's settings: `minutes` (of the meeting while its contract says
    nothing; 15). From the host: skew (ms the room's clock is ahead), readonly, undo, locale,
    limits, and control {"mine", "by", "lent"}: who may press. While somebody else holds the
    controls the table shows the meeting live and what is pressed there is closed. When a time-out
    begins the host is told {control: "lend"}, and {control: "resume"} when it ends.

    Words: card_… contract contract_… n_minutes time_less time_more begin without_clock held_by {by}
    talk_now level_… note round_off close_now resume timeout timeouts timeouts_hint timeout_n {n}
    everyone noticed asked decided back remove look_ask add earlier later best best_ask
    best_choose best_chosen strip_words strip_none unit_minutes key_timeout key_best.
    """

    _esm, _css = front_end(__file__)
