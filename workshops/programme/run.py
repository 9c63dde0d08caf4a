"""What runs now: a small pure state machine over the presses of the desk.

Any order of presses leaves a defined state; a press that makes no sense changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeGuard

from workshops.programme.plan import STAGES, Plan

VIEWS = ("arrows", "lines")
"""What the wall shows in plenary: the overlay of arrows, or the groups' lines."""
LONGEST = 600
"""Minutes a timer may be set to: ten hours is more than any day."""


@dataclass(frozen=True)
class State:
    """Where the room is: the block, its stage, what is open, and what the wall shows."""

    day: str
    block: str | None = None
    stage: str = STAGES[0]
    opened: frozenset[str] = frozenset()
    ends: datetime | None = None
    minutes: int = 0
    dark: bool = False
    theme: str = "light"
    spotlight: str | None = None
    view: str = "arrows"


def press(state: State, button: str, plan: Plan, now: datetime, **given: Any) -> State:
    """Give the state after a press. `now` and `State.ends` are aware times; minutes are whole."""
    move = _BUTTONS.get(button)
    return move(state, plan, now, given) if move else state


def _go(state: State, plan: Plan, now: datetime, given: dict[str, Any]) -> State:
    wanted = given.get("block")
    block = plan.block(wanted)
    if block is None:
        if wanted is not None:
            return state
        return State(state.day, opened=state.opened, theme=state.theme)
    opened = state.opened | ({block.exercise} if block.exercise else set())
    stage = block.stages[0].stage if block.stages else STAGES[0]
    here = replace(state, block=block.id, opened=opened, spotlight=None, dark=False, ends=None)
    return _stage(here, plan, now, {"stage": stage})


def _stage(state: State, plan: Plan, now: datetime, given: dict[str, Any]) -> State:
    block = plan.block(state.block)
    stage = given.get("stage")
    if block is None or stage not in STAGES:
        return state
    here = replace(state, stage=stage, spotlight=None, view=VIEWS[0], dark=False)
    return _timer(here, plan, now, {"minutes": block.minutes_of(stage)})


def _open(state: State, plan: Plan, _now: datetime, given: dict[str, Any]) -> State:
    wanted = given.get("exercise") or _exercise(state, plan)
    return replace(state, opened=state.opened | {wanted}) if wanted else state


def _close(state: State, plan: Plan, _now: datetime, given: dict[str, Any]) -> State:
    return replace(state, opened=state.opened - {given.get("exercise") or _exercise(state, plan)})


def _timer(state: State, _plan: Plan, now: datetime, given: dict[str, Any]) -> State:
    minutes = given.get("minutes")
    if not _whole(minutes) or not 1 <= minutes <= LONGEST:
        return state
    return replace(state, ends=now + timedelta(minutes=minutes), minutes=minutes)


def _more(state: State, _plan: Plan, now: datetime, given: dict[str, Any]) -> State:
    minutes = given.get("minutes", 5)
    if not _whole(minutes) or not 1 <= minutes <= LONGEST - state.minutes:
        return state
    start = max(state.ends or now, now)
    return replace(state, ends=start + timedelta(minutes=minutes), minutes=state.minutes + minutes)


def _spotlight(state: State, _plan: Plan, _now: datetime, given: dict[str, Any]) -> State:
    table = given.get("table")
    return replace(state, spotlight=str(table)[:2] if table else None)


def _view(state: State, _plan: Plan, _now: datetime, given: dict[str, Any]) -> State:
    view = given.get("view")
    return replace(state, view=view, spotlight=None) if view in VIEWS else state


def _theme(state: State, _plan: Plan, _now: datetime, given: dict[str, Any]) -> State:
    theme = given.get("theme")
    return replace(state, theme=theme) if theme in ("light", "dark") else state


def _exercise(state: State, plan: Plan) -> str:
    block = plan.block(state.block)
    return block.exercise if block else ""


def _whole(minutes: object) -> TypeGuard[int]:
    return isinstance(minutes, int) and not isinstance(minutes, bool)


_BUTTONS = {
    "go": _go,
    "stage": _stage,
    "open": _open,
    "close": _close,
    "timer": _timer,
    "more": _more,
    "stop": lambda state, _plan, _now, _given: replace(state, ends=None, minutes=0),
    "dark": lambda state, _plan, _now, _given: replace(state, dark=True),
    "light": lambda state, _plan, _now, _given: replace(state, dark=False),
    "theme": _theme,
    "spotlight": _spotlight,
    "view": _view,
}


def replayed(day: str, plan: Plan, presses: list[tuple[datetime, dict[str, Any]]]) -> State:
    """Give the state that a day's presses lead to: how the room finds its place after a restart."""
    state = State(day)
    for at, value in presses:
        given = {key: part for key, part in value.items() if key != "button"}
        state = press(state, str(value.get("button")), plan, at, **given)
    return state
