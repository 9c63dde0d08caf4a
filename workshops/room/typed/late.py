"""May a table type its paper in? While the exercise is open; after that, when the trainer says so.

«Åbn igen» would be too much: it opens the instruments of every phone, and closes nothing by itself.
So the yes to late paper is a flag of its own (an event, like every press): it is given on the desk
for one exercise, opens nothing but the typing page, and ends when it is taken back or with the
day it was given on. The desk itself may type at any time: its trainer is who says yes.
"""

from __future__ import annotations

from datetime import UTC, datetime

from workshops.room.hall import Hall
from workshops.store import Store

KIND = "late"
"""The kind of event: its subject is the exercise, its value yes or no."""


def may_type(hall: Hall, exercise: str) -> bool:
    """Say whether the tables may type this exercise in now."""
    return hall.is_open(exercise) or is_late(hall.store, exercise)


def is_late(store: Store, exercise: str) -> bool:
    """Say whether the trainer takes late paper of this exercise today."""
    told = [event for event in store.events(KIND) if event.subject == exercise]
    if not told or told[-1].value is not True:
        return False
    given = datetime.fromisoformat(told[-1].at).astimezone()
    return given.date() == datetime.now(UTC).astimezone().date()


def allow(store: Store, exercise: str, on: bool, who: str) -> None:
    """Write down the trainer's yes, or that it is taken back."""
    store.mark(KIND, exercise, on, who)
