"""What runs now: a small pure state machine over the presses of desk and remote.

Any order of presses leaves a defined state; a press that makes no sense changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeGuard

from workshops.programme.plan import STAGES, Plan, Stage
from workshops.programme.state import DEBRIEF, SCALES, VIEWS, Part, Past, State

LONGEST = 600
"""Minutes a timer may be set to: ten hours is more than any day."""


def press(state: State, button: str, plan: Plan, now: datetime, /, **given: Any) -> State:
    """Give the state after a press. `now` and `State.ends` are aware times; minutes are whole."""
    move = _BUTTONS.get(button)
    plain = {key: part for key, part in given.items() if isinstance(part, str | int | None)}
    return move(state.of_this_date(now), plan, now, plain) if move else state


def resolved(
    state: State, button: str, plan: Plan, /, **given: Any
) -> tuple[str, dict[str, Any]] | None:
    """Give a press with its block, stage and minutes named; None when there is nothing to do.

    What is kept has to mean the same when it is replayed, also after the plan was changed.
    """
    upcoming = [one.id for one in state.following(plan)]
    if button == "next":
        stage = state.stage_after(plan)
        if stage:
            button, given = "stage", {"stage": stage}
        else:
            button, given = "go", {"block": upcoming[0] if upcoming else ""}
    elif button == "skip":
        given = {"block": given.get("block") or (upcoming[0] if upcoming else "")}
    elif button == "swap" and not given.get("block"):
        first, second = [*upcoming, "", ""][:2]
        given = {"block": first, "with": second}
    block = state.running(plan)
    if button == "stage" and block and given.get("stage") in STAGES and "minutes" not in given:
        given["minutes"] = block.minutes_of(given["stage"])
    if any(given.get(key) == "" for key in ("block", "with")):
        return None
    return button, given


def _next(state: State, plan: Plan, now: datetime, _given: dict[str, Any]) -> State:
    wanted = resolved(state, "next", plan)
    return press(state, wanted[0], plan, now, **wanted[1]) if wanted else state


def _go(state: State, plan: Plan, now: datetime, given: dict[str, Any]) -> State:
    wanted = given.get("block")
    block = next((one for one in state.blocks(plan) if one.id == wanted), None)
    if block is None and wanted is not None:
        return state
    past = state.past
    if state.block and state.began and state.block != wanted:
        past = (*past, Past(state.block, state.began, max(now, state.began)))
    over = {"block": None, "stage": STAGES[0], "ends": None, "minutes": 0, "left": None}
    calm = state.shown_afresh(**over, paused=None, began=None, past=past)
    if block is None:
        return calm
    opened = state.opened | ({block.exercise} if block.exercise else set())
    here = replace(calm, block=block.id, opened=opened, began=now)
    here = _skipping(here, block.id, skipped=False) if block.skipped else here
    stage = block.stages[0] if block.stages else Stage(STAGES[0], block.minutes)
    return _stage(here, plan, now, {"stage": stage.stage, "minutes": stage.minutes})


def _stage(state: State, plan: Plan, now: datetime, given: dict[str, Any]) -> State:
    block = state.running(plan)
    stage = given.get("stage")
    if block is None or stage not in STAGES:
        return state
    here = state.shown_afresh(stage=stage)
    return _timer(here, plan, now, {"minutes": given.get("minutes", block.minutes_of(stage))})


def _skip(state: State, plan: Plan, now: datetime, given: dict[str, Any]) -> State:
    wanted = resolved(state, "skip", plan, **given)
    block = wanted and wanted[1]["block"]
    if not block or block not in {one.id for one in state.blocks(plan)}:
        return state
    if block == state.block:
        rest = state.following(plan)
        if not rest:
            return state
        state = _go(state, plan, now, {"block": rest[0].id})
    return _skipping(state, block, skipped=True)


def _unskip(state: State, plan: Plan, _now: datetime, given: dict[str, Any]) -> State:
    block = given.get("block")
    skipped = {one.id for one in state.blocks(plan) if one.skipped}
    return _skipping(state, block, skipped=False) if block in skipped else state


def _skipping(state: State, block: Any, *, skipped: bool) -> State:
    rest = tuple(one for one in state.skips if one[0] != block)
    return replace(state, skips=(*rest, (block, skipped)))


def _repeat(state: State, plan: Plan, now: datetime, _given: dict[str, Any]) -> State:
    return _go(state, plan, now, {"block": state.block}) if state.block else state


def _swap(state: State, plan: Plan, _now: datetime, given: dict[str, Any]) -> State:
    wanted = resolved(state, "swap", plan, **given)
    order = [one.id for one in state.blocks(plan)]
    pair = [str(wanted[1].get(key)) for key in ("block", "with")] if wanted else []
    if len(set(pair)) != 2 or state.block in pair or any(one not in order for one in pair):
        return state
    first, second = (order.index(one) for one in pair)
    order[first], order[second] = order[second], order[first]
    return replace(state, order=tuple(order))


def _split(state: State, plan: Plan, now: datetime, _given: dict[str, Any]) -> State:
    """Break off here: what is left of the running block comes again after the next one."""
    block, rest = state.running(plan), state.following(plan)
    if block is None or not rest:
        return state
    of = next((one.of for one in state.parts if one.id == block.id), block.id)
    stages = state.stages_left(block, now)
    number = 2 + sum(one.of == of for one in state.parts)
    part = Part(f"{of}+{number}", of, stages, max(1, sum(one.minutes for one in stages)))
    order = [one.id for one in state.blocks(plan)]
    order.insert(order.index(rest[0].id) + 1, part.id)
    state = replace(state, parts=(*state.parts, part), order=tuple(order))
    return _go(state, plan, now, {"block": rest[0].id})


def _pause(state: State, _plan: Plan, now: datetime, _given: dict[str, Any]) -> State:
    if state.paused:
        return state
    return replace(state, paused=now, left=state.time_left(now) if state.ends else None, ends=None)


def _resume(state: State, _plan: Plan, now: datetime, _given: dict[str, Any]) -> State:
    if not state.paused:
        return state
    ends = now + state.left if state.left is not None else None
    return replace(state, paused=None, left=None, ends=ends)


def _open(state: State, plan: Plan, _now: datetime, given: dict[str, Any]) -> State:
    wanted = given.get("exercise") or state.exercise(plan)
    if not isinstance(wanted, str) or not wanted:
        return state
    return replace(state, opened=state.opened | {wanted})


def _close(state: State, plan: Plan, _now: datetime, given: dict[str, Any]) -> State:
    return replace(state, opened=state.opened - {given.get("exercise") or state.exercise(plan)})


def _timer(state: State, _plan: Plan, now: datetime, given: dict[str, Any]) -> State:
    minutes = given.get("minutes")
    if not _whole(minutes) or not 1 <= minutes <= LONGEST:
        return state
    ends = now + timedelta(minutes=minutes)
    return replace(state, ends=ends, minutes=minutes, paused=None, left=None)


def _more(state: State, _plan: Plan, now: datetime, given: dict[str, Any]) -> State:
    minutes = given.get("minutes", 5)
    if not _whole(minutes) or not 1 <= minutes <= LONGEST - state.minutes:
        return state
    longer, added = state.minutes + minutes, timedelta(minutes=minutes)
    if state.paused:
        return replace(state, left=(state.left or timedelta()) + added, minutes=longer)
    return replace(state, ends=max(state.ends or now, now) + added, minutes=longer)


def _whole(minutes: object) -> TypeGuard[int]:
    return isinstance(minutes, int) and not isinstance(minutes, bool)


def _spotlight(state: State, _plan: Plan, _now: datetime, given: dict[str, Any]) -> State:
    table, beside = (_table(given.get(key)) for key in ("table", "beside"))
    return replace(state, spotlight=table, beside=beside if table and beside != table else None)


def _table(given: object) -> str | None:
    return str(given)[:2] if given else None


def _among(field: str, allowed: tuple[Any, ...], **more: Any) -> Move:
    """Give the move that sets one field to one of a few values."""

    def move(state: State, _plan: Plan, _now: datetime, given: dict[str, Any]) -> State:
        wanted = given.get("on" if field == "review" else field)
        fine = any(wanted == one and type(wanted) is type(one) for one in allowed)
        return replace(state, **(more | {field: wanted})) if fine else state

    return move


def _debrief(state: State, _plan: Plan, now: datetime, given: dict[str, Any]) -> State:
    """Ask the next thing of what the wall shows; the silence knows when it began."""
    step = given.get("step")
    if step not in DEBRIEF or (step and (not state.block or state.stage != "plenary")):
        return state
    return replace(state, debrief=step, asked=now if step else None)


def _turn(state: State, _plan: Plan, _now: datetime, given: dict[str, Any]) -> State:
    by = given.get("by")
    return replace(state, turn=state.turn + by) if _whole(by) and by in (1, -1) else state


Move = Callable[[State, Plan, datetime, dict[str, Any]], State]
_BUTTONS: dict[str, Move] = {
    "go": _go,
    "next": _next,
    "stage": _stage,
    "skip": _skip,
    "unskip": _unskip,
    "repeat": _repeat,
    "swap": _swap,
    "split": _split,
    "pause": _pause,
    "resume": _resume,
    "open": _open,
    "close": _close,
    "timer": _timer,
    "more": _more,
    "stop": lambda state, _plan, _now, _given: replace(
        state, ends=None, minutes=0, paused=None, left=None
    ),
    "dark": lambda state, _plan, _now, _given: replace(state, dark=True),
    "light": lambda state, _plan, _now, _given: replace(state, dark=False),
    "theme": _among("theme", ("light", "dark")),
    "scale": _among("scale", SCALES),
    "review": _among("review", (True, False)),
    "view": _among("view", VIEWS, spotlight=None, beside=None),
    "spotlight": _spotlight,
    "debrief": _debrief,
    "turn": _turn,
}
BUTTONS = frozenset(_BUTTONS)
