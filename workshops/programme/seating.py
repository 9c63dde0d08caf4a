"""The seats as the events leave them: who is on the list, what the desk did last, who sat together.

Pure over events. What the desk does to many seats at once is one batch, named in the events' why;
so it can be taken back as one, also from a page opened later.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from workshops.identity import Person
from workshops.programme.groups import Tables
from workshops.store import Event

BATCH, UNDO = "list", "undo"
"""How the why of a desk's seat event begins: `list <batch> <what>`, `undo <batch>`."""


@dataclass(frozen=True)
class Batch:
    """What the desk did in one go: `what` is a word of the screen, `events` its seats."""

    id: str
    what: str
    events: tuple[Event, ...]


def people(seats: Iterable[Event]) -> dict[str, Person]:
    """Give everybody on the list by id; whom the desk took off it is not there."""
    newest = {one.subject.removeprefix("p:"): one for one in seats}
    found = {name: Person.of(one.value, name) for name, one in newest.items()}
    return {name: one for name, one in found.items() if not one.gone}


def at_tables(here: Iterable[Person]) -> Tables:
    """Give table → ids as people sit now."""
    found: Tables = {}
    for one in sorted(here, key=lambda person: person.id):
        if one.table:
            found.setdefault(one.table, []).append(one.id)
    return dict(sorted(found.items(), key=lambda item: int(item[0])))


def seatings(events: Iterable[Event]) -> dict[str, Tables]:
    """Give day → who sat together: the newest event of each day."""
    return {one.subject: one.value for one in events if isinstance(one.value, dict)}


def why(batch: str, what: str) -> str:
    """Give the why of a batch's events."""
    return f"{BATCH} {batch} {what}"


def newest_batch(seats: Sequence[Event]) -> Batch | None:
    """Give the newest batch that has not been taken back."""
    undone: set[str] = set()
    batches: dict[str, tuple[str, list[Event]]] = {}
    for one in seats:
        kind, _, rest = one.why.partition(" ")
        batch, _, what = rest.partition(" ")
        if kind == UNDO:
            undone.add(batch)
        elif kind == BATCH:
            batches.setdefault(batch, (what, []))[1].append(one)
    standing = [
        Batch(name, what, tuple(kept))
        for name, (what, kept) in batches.items()
        if name not in undone
    ]
    return standing[-1] if standing else None


def taken_back(batch: Batch, seats: Sequence[Event]) -> dict[str, dict[str, Any]]:
    """Give person → seat as it was before a batch; what has changed since by another hand stays.

    Somebody whom the batch put on the list goes again, unless a phone has come in meanwhile.
    """
    found = {}
    for event in batch.events:
        rows = [one for one in seats if one.subject == event.subject]
        now = Person.of(rows[-1].value, "").seat
        did = Person.of(event.value, "").seat
        earlier = [one for one in rows if one.id < event.id]
        if not earlier:
            was = now if now["device"] else {**now, "gone": True, "table": ""}
        else:
            before = Person.of(earlier[-1].value, "").seat
            was = {
                key: before[key] if did[key] != before[key] and value == did[key] else value
                for key, value in now.items()
            }
        if was != now:
            found[event.subject.removeprefix("p:")] = was
    return found
