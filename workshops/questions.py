"""Anonymous questions of the days: when they open and close, and what may be shown of them.

The answers themselves never pass here before the question is closed; the store keeps them apart.
"""

from __future__ import annotations

from typing import Any

from workshops import exercises
from workshops.exercises import Exercise
from workshops.store import ENOUGH, Declined, Event, Store

KIND = "question"
"""The event that says a question was opened or closed."""


def told(store: Store, wanted: str | None) -> dict[str, Any] | None:
    """Give how a question stands: {"state": "" | "open" | "closed", "answers", "shown"}.

    None for an exercise that is no anonymous one. `answers` is 0 until it is closed.
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


def turned(store: Store, wanted: str, button: object, stage: str) -> None:
    """Open the question with its exercise's individual stage; close it when that is pressed.

    Any other press, and any other exercise, changes nothing. May wait.
    """
    how = told(store, wanted)
    if how is None:
        return
    try:
        if button == "close" and how["state"] == "open":
            store.close_question(wanted)
        elif button != "close" and stage == "individual" and not how["state"]:
            store.ask(wanted)
    except Declined:  # somebody was faster, or the disk is full: the next press tries again
        return


def is_about(event: Event, wanted: str) -> bool:
    """Say whether an event opened or closed this question."""
    return event.kind == KIND and event.subject == wanted
