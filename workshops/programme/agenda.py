"""The day by the clock: when each block begins as things stand, and how late the day is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from workshops.programme.plan import Block, Plan, at_clock, clock_of
from workshops.programme.state import State

ANOTHER_TIME = timedelta(hours=2)
"""A day begun further from its planned start than this was moved, and is not late."""


@dataclass(frozen=True)
class Item:
    """One block on the clock; `state` is done, now, next, later or skipped."""

    block: Block
    begins: datetime
    state: str


def agenda(state: State, plan: Plan, now: datetime) -> list[Item]:
    """Give the day's blocks with the times they had or will have; later ones move with the room."""
    began = {one.block: one.began for one in state.past}
    time, items = _start(state, plan, now), list[Item]()
    blocks = state.blocks(plan)
    at = next((i for i, one in enumerate(blocks) if one.id == state.block), -1)
    coming = [one for one in state.following(plan) if state.block or one.id not in began]
    for number, block in enumerate(blocks):
        if block.id == state.block:
            items.append(Item(block, state.began or now, "now"))
            time = _ends(state, block, now)
        elif number < at or (block.id in began and state.block is None):
            kind = "done" if block.id in began else "skipped"
            items.append(Item(block, began.get(block.id, time), kind))
        elif block.skipped:
            items.append(Item(block, time, "skipped"))
        else:
            items.append(Item(block, time, "next" if block.id == coming[0].id else "later"))
            time += timedelta(minutes=block.minutes)
    return items


def ends(state: State, plan: Plan, now: datetime) -> datetime:
    """Give when the day ends as things stand."""
    items = [one for one in agenda(state, plan, now) if one.state not in ("done", "skipped")]
    if not items:
        return state.past[-1].ended if state.past else now
    last = items[-1]
    if last.state == "now":
        return _ends(state, last.block, now)
    return last.begins + timedelta(minutes=last.block.minutes)


def planned(state: State, plan: Plan, now: datetime) -> datetime:
    """Give when the day was to end: its start and the minutes of all that was planned."""
    minutes = sum(one.minutes for one in plan.blocks if not one.skipped)
    return _planned_start(state, plan, now) + timedelta(minutes=minutes)


def clock(state: State, plan: Plan, now: datetime) -> dict[str, object] | None:
    """Give {behind, ends, planned}: minutes late (negative: ahead); None before the day begins."""
    if state.began is None and not state.past:
        return None
    end, meant = ends(state, plan, now), planned(state, plan, now)
    behind = round((end - meant) / timedelta(minutes=1))
    return {"behind": behind, "ends": clock_of(end), "planned": clock_of(meant)}


def _start(state: State, plan: Plan, now: datetime) -> datetime:
    """Give where the times to come are counted from: now, once the day has begun."""
    if state.past or state.began:
        return now
    return max(now, at_clock(now, plan.start)) if _near(now, plan) else now


def _near(time: datetime, plan: Plan) -> bool:
    return abs(time - at_clock(time, plan.start)) < ANOTHER_TIME


def _planned_start(state: State, plan: Plan, now: datetime) -> datetime:
    """Give the planned start; a day begun elsewhere in the plan or at another time fits there.

    What the first block of the day has before it in the plan was never meant to be late.
    """
    first, block = now, state.block
    if state.past:
        first, block = state.past[0].began, state.past[0].block
    elif state.began:
        first = state.began
    ids = [one.id for one in plan.blocks]
    before = plan.blocks[: ids.index(block)] if block in ids else ()
    offset = timedelta(minutes=sum(one.minutes for one in before if not one.skipped))
    meant = at_clock(first, plan.start)
    return meant if abs(first - meant - offset) < ANOTHER_TIME else first - offset


def _ends(state: State, block: Block, now: datetime) -> datetime:
    """Give when the running block ends: what its stage has left, and its stages to come."""
    stages = [one.stage for one in block.stages]
    later = block.stages[stages.index(state.stage) + 1 :] if state.stage in stages else ()
    return now + state.time_left(now) + timedelta(minutes=sum(one.minutes for one in later))
