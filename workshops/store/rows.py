"""Rows on the disk: what is written in a commit, and the few reads that go past the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import merge
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, insert, select

from workshops.store import Declined, Entry, Event
from workshops.store.tables import entry, event, shape_of, written


@dataclass(slots=True)
class Draft:
    """A row on its way in. `same` are the columns that must agree when its key is known already."""

    table: Table
    values: dict[str, Any]
    same: tuple[str, ...]
    complete: Callable[[Connection], dict[str, Any] | None] | None = None
    """Gives the missing columns from what is on the disk, or None when there is nothing to do."""


@dataclass(slots=True)
class Kept:
    """What became of a draft: its row, and whether it is a new one."""

    row: Entry | Event
    new: bool


Outcome = Kept | Declined | None

# Built once: putting a statement together takes longer than a commit's own work.
_TABLES = (entry, event)
_NEWEST = select(*[select(func.max(table.c.id)).scalar_subquery() for table in _TABLES])
_INSERT = {table: insert(table) for table in _TABLES}
_BY_KEY = {
    table: select(table).where(table.c.key.in_(bindparam("keys", expanding=True)))
    for table in _TABLES
}


def newest(connection: Connection) -> int:
    """Give the highest id; entries and events share one sequence."""
    return max(highest or 0 for highest in connection.execute(_NEWEST).one())


def after(connection: Connection, since: int = 0) -> Iterator[Entry | Event]:
    """Give all rows with a higher id, in their order, as they come from the disk."""
    return merge(*[_after(connection, table, since) for table in _TABLES], key=lambda row: row.id)


def _after(connection: Connection, table: Table, since: int) -> Iterator[Entry | Event]:
    wanted = select(table).where(table.c.id > since).order_by(table.c.id)
    for row in connection.execute(wanted).mappings():
        yield shape_of(table, row)


def keep(
    connection: Connection, drafts: list[Draft], number: int, common: dict[str, str]
) -> list[Outcome]:
    """Write the drafts with ids after `number`; a known key gives the row already kept."""
    known = _known(connection, drafts)
    new: dict[Table, list[dict[str, Any]]] = {entry: [], event: []}
    outcomes: list[Outcome] = []
    for draft in drafts:
        slot = (draft.table.name, draft.values["key"])
        if slot in known:
            outcomes.append(_again(draft, known[slot]))
            continue
        more = draft.complete(connection) if draft.complete else {}
        if more is None:
            outcomes.append(None)
            continue
        number += 1
        row = {"id": number, **common, **draft.values, **more}
        new[draft.table].append(row)
        known[slot] = shape_of(draft.table, row)
        outcomes.append(Kept(known[slot], new=True))
    for table, rows in new.items():
        if rows:
            connection.execute(_INSERT[table], rows)
    return outcomes


def _known(connection: Connection, drafts: list[Draft]) -> dict[tuple[str, str], Entry | Event]:
    found: dict[tuple[str, str], Entry | Event] = {}
    for table in _TABLES:
        keys = [draft.values["key"] for draft in drafts if draft.table is table]
        if keys:
            rows = connection.execute(_BY_KEY[table], {"keys": keys}).mappings()
            found |= {(table.name, row["key"]): shape_of(table, row) for row in rows}
    return found


def _again(draft: Draft, known: Entry | Event) -> Outcome:
    if all(getattr(known, column) == draft.values[column] for column in draft.same):
        return Kept(known, new=False)
    return Declined("refused_key_used")


def history(connection: Connection, exercise: str, subject: str, path: str) -> list[Entry]:
    """Give a field's rows, newest first."""
    rows = _rows(connection, exercise, subject)
    return [row for row in reversed(rows) if row.field == path]


def set_back(
    connection: Connection, exercise: str, subject: str, author: str
) -> dict[str, Any] | None:
    """Give the columns that set back the author's newest change still standing, if there is one.

    Each field is a pile of changes; an undo takes the top one off. What lies under it is the value.
    """
    piles: dict[str, list[Entry]] = {}
    for row in _rows(connection, exercise, subject):
        pile = piles.setdefault(row.field, [])
        if row.undoes is None:
            pile.append(row)
        elif pile and pile[-1].id == row.undoes:
            pile.pop()
    tops = [
        pile[-1]
        for field, pile in piles.items()
        if pile and pile[-1].author == author and not field.startswith("@")
    ]
    if not tops:
        return None
    top = max(tops, key=lambda row: row.id)
    pile = piles[top.field]
    below = pile[-2].value if len(pile) > 1 else None
    return {"field": top.field, "value": written(below), "undoes": top.id}


def _rows(connection: Connection, exercise: str, subject: str) -> list[Entry]:
    wanted = select(entry).where(entry.c.exercise == exercise, entry.c.subject == subject)
    rows = connection.execute(wanted.order_by(entry.c.id)).mappings()
    shapes = [shape_of(entry, row) for row in rows]
    return [row for row in shapes if isinstance(row, Entry)]
