"""The day so far: presses and changes of the plan, taken in the order in which they were kept.

Room, desk and remote step through the same events with the same function, so that a room that
starts again stands where it stood.
"""

from __future__ import annotations

from dataclasses import replace

from workshops.programme.plan import Plan, moment, plan
from workshops.programme.planning import applied
from workshops.programme.run import press
from workshops.programme.state import State
from workshops.store import Event, Store


def where(store: Store, day: str) -> tuple[State, Plan]:
    """Give where a day's events have led to, and its plan as it stands."""
    state, today = State(day), plan(day)
    found = [*store.events("run"), *store.events("plan")]
    for event in sorted((one for one in found if one.subject == day), key=lambda one: one.id):
        state, today = stepped(state, today, event)
    return state, today


def stepped(state: State, today: Plan, event: Event) -> tuple[State, Plan]:
    """Give state and plan after one more event; one that makes no sense changes nothing."""
    value = event.value
    if not isinstance(value, dict):
        return state, today
    if event.kind == "plan":
        anew = applied(plan(today.day), value)
        return _replanned(state, today, anew), anew
    given = {key: part for key, part in value.items() if key != "button"}
    return press(state, str(value.get("button")), today, moment(event.at), **given), today


def _replanned(state: State, before: Plan, after: Plan) -> State:
    """Let what the planner moved, skipped or took in count for more than earlier presses."""
    was = {one.id: one.skipped for one in before.blocks}
    turned = {one.id for one in after.blocks if was.get(one.id, one.skipped) != one.skipped}
    skips = tuple(one for one in state.skips if one[0] not in turned)
    state = replace(state, skips=skips)
    if state.block and state.running(after) is None:  # a copy that was taken out again
        state = replace(state, block=None, began=None, ends=None, paused=None, left=None)
    if [one.id for one in before.blocks] == [one.id for one in after.blocks]:
        return state
    return replace(state, order=_with_parts(state, after))


def _with_parts(state: State, after: Plan) -> tuple[str, ...]:
    """Give the new order; the rest of a block that was split is still to come."""
    order = [one.id for one in after.blocks]
    for part in state.parts:
        behind = [order.index(one) for one in (part.of, state.block) if one in order]
        if part.of in order:
            order.insert(max(behind) + 1, part.id)
    return tuple(order) if state.parts else ()
