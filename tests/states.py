"""What a defined state of the room is: one checker of all that screens are told, for every test."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from workshops.programme.plan import KINDS, STAGES
from workshops.programme.run import LONGEST
from workshops.programme.state import DEBRIEF, SCALES, VIEWS

CLOCK = re.compile(r"([01]\d|2[0-3])\.[0-5]\d")
LANGUAGES = {"da", "en"}
Seen = dict[str, Any]


def undefined(seen: Seen) -> list[str]:
    """Give what is wrong with a state as screens get it; nothing is, in a defined one."""
    return [what for what, fine in RULES.items() if not fine(seen)]


def _words(given: Any) -> bool:
    return isinstance(given, dict) and set(given) == LANGUAGES and all(given.values())


def _time(given: Any) -> bool:
    return isinstance(given, str) and datetime.fromisoformat(given).tzinfo is not None


def _timer(seen: Seen) -> bool:
    timer = seen["timer"]
    if timer is None:
        return True
    return _time(timer["ends"]) and 1 <= timer["minutes"] <= LONGEST and not seen["paused"]


def _running(seen: Seen) -> bool:
    """Nothing runs, or one block does and says what it is."""
    now = [one for one in seen["agenda"] if one["state"] == "now"]
    if seen["block"] is None:
        told = (seen[key] for key in ("block_title", "kind", "page", "exercise"))
        return not now and not any(told) and not seen["open"]
    return (
        [one["id"] for one in now] == [seen["block"]]
        and now[0]["title"] == seen["block_title"]
        and _words(seen["block_title"])
        and seen["kind"] in KINDS
    )


def _items(seen: Seen) -> bool:
    items = seen["agenda"]
    states = [one["state"] for one in items]
    return (
        len({one["id"] for one in items}) == len(items) > 0
        and set(states) <= {"done", "now", "next", "skipped", "later"}
        and states.count("next") <= 1
        and ("later" not in states or "next" in states)
        and all(_words(one["title"]) and one["minutes"] >= 0 for one in items)
        and all(CLOCK.fullmatch(one["at"]) and one["kind"] in KINDS for one in items)
    )


def _reflow(seen: Seen) -> bool:
    """What comes begins when the one before it ends, past midnight as well."""
    coming = [one for one in seen["agenda"] if one["state"] in ("next", "later")]
    for one, after in itertools.pairwise(coming):
        told = (_minute(after["at"]) - _minute(one["at"])) % 1440
        if told != one["minutes"] % 1440:
            return False
    return True


def _minute(clock: str) -> int:
    hours, minutes = clock.split(".")
    return 60 * int(hours) + int(minutes)


def _clock(seen: Seen) -> bool:
    clock = seen["clock"]
    if clock is None:
        return True
    told = isinstance(clock["behind"], int)
    return told and all(CLOCK.fullmatch(clock[key]) for key in ("ends", "planned"))


def _tables(seen: Seen) -> bool:
    one, two = seen["spotlight"], seen["beside"]
    return two is None or (one is not None and one != two)


RULES: dict[str, Callable[[Seen], bool]] = {
    "now is no time": lambda seen: _time(seen["now"]),
    "the stage is none": lambda seen: seen["stage"] in STAGES,
    "the timer is none": _timer,
    "it is not clear what runs": _running,
    "the agenda is none": _items,
    "times do not follow each other": _reflow,
    "the clock is none": _clock,
    "a group stands beside nothing": _tables,
    "a page without its block": lambda seen: not seen["page"] or seen["block"] is not None,
    "the theme is none": lambda seen: seen["theme"] in ("light", "dark"),
    "the question is none": lambda seen: (
        seen["debrief"] in DEBRIEF
        and (seen["asked"] is None) == (not seen["debrief"])
        and (not seen["debrief"] or seen["stage"] == "plenary")
    ),
    "the view is none": lambda seen: seen["view"] in VIEWS,
    "the scale is none": lambda seen: type(seen["scale"]) is int and seen["scale"] in SCALES,
    "a switch is none": lambda seen: all(
        type(seen[key]) is bool for key in ("dark", "paused", "open", "review")
    ),
    "the page of a talk is none": lambda seen: type(seen["turn"]) is int,
    "a tally is none": lambda seen: seen["tally"] is None or len(seen["tally"]) == 5,
    "nobody is counted": lambda seen: type(seen["joined"]) is int and seen["joined"] >= 0,
}
