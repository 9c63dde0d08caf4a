"""Anonymous questions of the days: when they open and close, and what may be shown of them.

The answers themselves never pass here before the question is closed; the store keeps them apart.

A question is closed by the trainer's press. One that is left open, because everybody went on to the
next block, stays so for a while: somebody may still be answering, and the desk reminds. It closes
by itself, by the same rule, when the room turns to another day or no block runs any more; the store
closes it at the latest on the next date, when the kit is started or somebody meets it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from workshops import exercises
from workshops.exercises import Exercise
from workshops.store import ENOUGH, Declined, Event, Store

KIND = "question"
"""The event that says a question was opened or closed."""


def told(store: Store, wanted: str | None) -> dict[str, Any] | None:
    """Give how a question stands: {"state": "" | "open" | "closed", "answers", "shown"}.

    None for an exercise that is no anonymous one. `answers` is 0 until it is closed, and stays 0
    when they were too few: who counts along must not find out who has answered.
    """
    if not wanted or not exercises.is_known(wanted) or not exercises.exercise(wanted).anonymous:
        return None
    found: dict[str, Any] = {"state": "", "answers": 0, "shown": False}
    for event in store.events(KIND):
        if event.subject == wanted:
            count = int(event.value.get("answers", 0))
            found = {"state": event.value["state"], "answers": count, "shown": count >= ENOUGH}
    return found


def pooled(store: Store, exercise: Exercise) -> list[Any]:
    """Give the shuffled answers of a closed question; none while open or below `ENOUGH`."""
    how = told(store, exercise.id)
    try:
        return store.pooled(exercise.id) if how and how["shown"] else []
    except Declined:  # the store is closing
        return []


def were_too_few(store: Store, wanted: str) -> bool:
    """Say whether a question is closed with fewer answers than may be shown: it has no picture."""
    how = told(store, wanted)
    return bool(how and how["state"] == "closed" and not how["shown"])


def left_open(store: Store, but: str | None = None) -> list[Event]:
    """Give the events that opened what still stands open, without the exercise `but`."""
    newest = {event.subject: event for event in store.events(KIND)}
    return [one for one in newest.values() if one.value["state"] == "open" and one.subject != but]


def turned(store: Store, wanted: str, button: object, stage: str, day: str) -> None:
    """Open the question with its exercise's individual stage; close it when that is pressed.

    `day` is the one that runs, "" when none of its blocks does: what stands open of another day is
    closed. Any other press, and any other exercise, changes nothing. May wait.
    """
    for one in left_open(store):
        if one.day != day:
            _tried(store.close_question, one.subject)
    how = told(store, wanted)
    if how is None:
        return
    if button == "close" and how["state"] == "open":
        _tried(store.close_question, wanted)
    elif button != "close" and stage == "individual" and not how["state"]:
        _tried(store.ask, wanted)


def _tried(act: Callable[[str], object], question: str) -> None:
    """Do it, unless somebody was faster or the disk is full: then the next press tries again."""
    with suppress(Declined):
        act(question)


def is_about(event: Event, wanted: str) -> bool:
    """Say whether an event opened or closed this question."""
    return event.kind == KIND and event.subject == wanted
