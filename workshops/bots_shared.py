"""Invented groups and people that share answers in a kernel's own store: something to count with.

Only a temporary store is written to, so that nothing invented can stand among real answers.
"""

from __future__ import annotations

from collections.abc import Iterator

from workshops import bots_made, fields
from workshops.exercises import Exercise
from workshops.frames import chosen
from workshops.kernel import store as own_store
from workshops.store import Change, Declined, Store
from workshops.store.temporary import TemporaryStore

GROUP = "00000000"
"""Who writes for a group, where nobody in particular does."""


def share(*wanted: str, groups: int = 5, people: int = 12, seed: int = 0) -> None:
    """Let invented groups and people share exercises, or all there are, in this kernel's store.

    The same `seed` gives the same answers. Declined in a kernel that belongs to a room.
    """
    store = own_store()
    if not isinstance(store, TemporaryStore):
        raise Declined("frames_not_invented")
    for one in [one for name in wanted for one in chosen(name, None)] or chosen(None, None):
        for subject, author, stage, number in _sharing(one, groups, people):
            _share(store, one, subject, author, bots_made.made(one, stage, number, seed))


def _sharing(one: Exercise, groups: int, people: int) -> Iterator[tuple[str, str, str, int]]:
    """Give who shares an exercise: (subject, author, stage, number)."""
    if one.instruments.get("group"):
        yield from ((f"g:{at}", GROUP, "group", at) for at in range(1, groups + 1))
    if one.unnamed:
        yield from ((f"p:{at:08x}", f"{at:08x}", "individual", at) for at in range(1, people + 1))


def _share(
    store: Store, one: Exercise, subject: str, author: str, answer: dict[str, object]
) -> None:
    said = f"{one.id} {subject} invented"
    changes = [
        Change(one.id, subject, author, path, leaf, f"{said} {path}")
        for path, leaf in fields.leaves(answer).items()
    ]
    for kept in [store.submit(change) for change in changes]:
        kept.result()
    store.release(one.id, subject, author, "plenary", said)
