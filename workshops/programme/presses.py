"""A press on its way in, from desk or remote: only what its button needs, and only if it counts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from workshops.identity import TABLES
from workshops.programme import run
from workshops.programme.control import Controls
from workshops.programme.plan import Block, Plan
from workshops.programme.state import State
from workshops.store import Declined, Store

GIVEN: dict[str, tuple[str, ...]] = {
    "go": ("block",),
    "next": (),
    "stage": ("stage",),
    "skip": ("block",),
    "unskip": ("block",),
    "repeat": (),
    "swap": ("block", "with"),
    "split": (),
    "pause": (),
    "resume": (),
    "open": (),
    "close": ("exercise",),
    "timer": ("minutes",),
    "more": ("minutes",),
    "stop": (),
    "dark": (),
    "light": (),
    "theme": ("theme",),
    "scale": ("scale",),
    "spotlight": ("table", "beside"),
    "view": ("view",),
    "debrief": ("step",),
    "turn": ("by",),
    "review": ("on",),
}
"""The buttons that move the day, and what each is given; a page could send anything."""
MAY_MISS = {
    "skip": {"block"},
    "swap": {"block", "with"},
    "spotlight": {"beside"},
    "close": {"exercise"},
}
PLACES, MOST_AT_A_PLACE = 5, 99
"""A line on the floor has five places, and nobody counts a hundred people at one."""


def wanted(
    state: State, plan: Plan, button: object, given: dict[str, Any], now: datetime
) -> dict[str, Any]:
    """Give the value of the event a press becomes; declines one that changes nothing.

    `at` in `given` is the place ("block/stage") that was on the presser's screen: two people who
    press at once do not move the room twice.
    """
    no_change = "desk_wrong_minutes" if button in ("timer", "more") else "desk_no_change"
    names = GIVEN.get(button) if isinstance(button, str) else None
    if names is None or not isinstance(button, str):
        raise Declined("desk_no_change")
    if isinstance(given.get("at"), str) and given["at"] != place(state):
        raise Declined("desk_moved_on")
    chosen = {name: given[name] for name in names if name in given}
    missing = set(names) - chosen.keys() - MAY_MISS.get(button, set())
    if missing or not all(_is_plain(one) for one in chosen.values()):
        raise Declined(no_change)
    state = state.of_this_date(now)
    running = state.running(plan)
    if button in ("open", "close") and running and running.exercise:
        chosen.setdefault("exercise", running.exercise)  # what was left open may be closed, too
    found = run.resolved(state, button, plan, **chosen)
    if found is None or run.press(state, found[0], plan, now, **found[1]) == state:
        raise Declined(no_change)
    return {"button": found[0], **found[1]}


def place(state: State) -> str:
    """Give where the room is in one word."""
    return f"{state.block or ''}/{state.stage}"


def lowered(store: Store, table: object, who: str, key: str = "") -> None:
    """Write down that the trainer has seen a table's hand; declines what is no table."""
    if table not in TABLES:
        raise Declined("desk_no_change")
    store.mark("help", f"g:{table}", False, who, key=key)


def called_back(store: Store, exercise: object, table: object, who: str) -> None:
    """Give a group its controls back; declines where nobody has taken them."""
    if table not in TABLES or not isinstance(exercise, str):
        raise Declined("desk_no_change")
    if not Controls(store).do(exercise, str(table), "back", who):
        raise Declined("desk_no_change")


def tallied(store: Store, block: Block | None, given: object, who: str, key: str = "") -> None:
    """Write down how many stood where on the line; declines where there is no line, or no count."""
    if block is None or block.kind != "line":
        raise Declined("desk_no_change")
    store.mark("tally", block.id, tally(given), who, key=key)


def tally(given: object) -> list[int]:
    """Give how many stood at each of the five places of a line; declines what is no count."""
    counts = list(given) if isinstance(given, list | tuple) else []
    fine = len(counts) == PLACES and all(
        isinstance(one, int) and not isinstance(one, bool) and 0 <= one <= MOST_AT_A_PLACE
        for one in counts
    )
    if not fine:
        raise Declined("desk_wrong_tally", most=MOST_AT_A_PLACE)
    return counts


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, int) or (isinstance(value, str) and len(value) < 80)
