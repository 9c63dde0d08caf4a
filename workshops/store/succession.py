"""Succession: what a copy must know of the database whose place it takes.

Ids go on from the higher of the two, so that no phone has seen what is not written yet; who was
deleted since the copy was written stays deleted; an open anonymous question is kept only when the
copy knows it as the very same.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import SQLAlchemyError

from workshops.store.anonymous import KIND
from workshops.store.ballots import Folder
from workshops.store.book import Book
from workshops.store.engine import address, bare, open_engine
from workshops.store.forgetting import erase_in
from workshops.store.rows import Draft, keep
from workshops.store.tables import entry, event


@dataclass(frozen=True, slots=True)
class _Past:
    """What of a database counts here."""

    ids: set[int]
    keys: set[str]  # of the events
    forgets: dict[str, int]  # key → id
    seats: dict[str, int]  # participant → id of the first seat
    open: dict[str, str]  # question → key of the event that opened it

    @property
    def last(self) -> int:
        return max(self.ids, default=0)


def follow(old: Path, new: Path, boxes: Path) -> int:
    """Let the copy `new` follow `old`; gives how many were deleted in it for having been in `old`.

    When `old` cannot be read there is nothing to follow.
    """
    coming = _past(new)
    standing = _past(old) if old.exists() and old.stat().st_size else None
    gone = _forgotten(standing, coming) if standing else []
    for participant in gone:
        erase_in(new, participant)
    _sign(new, max(coming.last, standing.last if standing else 0))
    folder = Folder(boxes)
    for question in folder.names() if boxes.exists() else []:
        same = standing and coming.open.get(question) == standing.open.get(question)
        if not same or question not in coming.open:
            folder.destroy(question)
    return len(gone)


def _forgotten(standing: _Past, coming: _Past) -> list[str]:
    """Give who sits in the copy and was deleted since: the first seat has left a gap in the ids."""
    later = [number for key, number in standing.forgets.items() if key not in coming.keys]
    if not later or not standing.keys & coming.keys:
        return []
    return [
        who
        for who, number in coming.seats.items()
        if number < max(later) and number not in standing.ids
    ]


def _past(file: Path) -> _Past:
    """Read what counts; of a file that is no database of ours nothing does."""
    engine = bare(address(file))
    try:
        with engine.connect() as connection:
            return _read(connection)
    except SQLAlchemyError:
        return _Past(set(), set(), {}, {}, {})
    finally:
        engine.dispose()


def _read(connection: Connection) -> _Past:
    ids = {*connection.scalars(select(entry.c.id)), *connection.scalars(select(event.c.id))}
    columns = (event.c.id, event.c.key, event.c.kind, event.c.subject, event.c.value)
    past = _Past(ids, set(), {}, {}, {})
    for number, key, kind, subject, value in connection.execute(
        select(*columns).order_by(event.c.id)
    ):
        past.keys.add(key)
        if kind == "forget":
            past.forgets[key] = number
        elif kind == "seat":
            past.seats.setdefault(subject.removeprefix("p:"), number)
        elif kind == KIND and json.loads(value).get("state") == "open":
            past.open[subject] = key
        elif kind == KIND:
            past.open.pop(subject, None)
    return past


def _sign(file: Path, last: int) -> None:
    """Write into the copy that it was restored, under an id above all that were given."""
    engine: Engine = open_engine(address(file))
    book = Book()
    book.open_at(engine)
    values = {"kind": "restored", "subject": "", "value": "null", "who": "", "why": ""}
    draft = Draft(event, {**values, "key": secrets.token_urlsafe(12)}, same=("kind",))
    try:
        with engine.begin() as connection:
            keep(connection, [draft], last, book.common())
    finally:
        engine.dispose()
