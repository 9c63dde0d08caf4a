"""Forgetting: a participant's rows go for good, from the database, its backups and the exports."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, Engine, bindparam, delete, func, select, update
from sqlalchemy.exc import SQLAlchemyError

from workshops.store import Event
from workshops.store.backup import copies
from workshops.store.ballots import overwrite
from workshops.store.book import Book
from workshops.store.engine import address, bare, vacuum
from workshops.store.rows import Draft, Kept
from workshops.store.tables import entry, event
from workshops.store.writer import Writer

UNPACKED = ("restoring", "looking-*")
"""Folders in which a copy waits or is looked at."""


def forget(writer: Writer, book: Book, data: Path | None, participant: str) -> None:
    """Leave nothing of a participant but nameless text in the groups' sheets.

    The listeners hear of it with the name; the row that is kept has none, and is there so that
    ids never go back when the newest rows were the participant's.
    """

    def work(engine: Engine) -> None:
        values = {"kind": "forget", "subject": "", "value": "null", "who": "", "why": ""}
        draft = Draft(event, {**values, "key": secrets.token_urlsafe(12)}, same=("kind",))
        with engine.begin() as connection:
            erase(connection, participant)
            (kept,) = book.inside(connection, [draft])
        book.open_at(engine)
        vacuum(engine)
        if isinstance(kept, Kept) and isinstance(kept.row, Event):
            book.announce(replace(kept.row, subject=f"p:{participant}"))

    writer.do(work)
    if data is not None:
        _erase_copies(data, participant)
        for file in sorted((data / "exports").rglob("*")):
            if file.is_file() or file.is_symlink():
                file.unlink()


def _erase_copies(data: Path, participant: str) -> None:
    """Clean what can be cleaned, and destroy the copies that are packed, sealed or damaged."""
    known = copies(data / "backups")
    waiting = [file for name in UNPACKED for file in data.glob(f"{name}/*.sqlite3")]
    for file in [*known, *waiting]:
        erase_in(file, participant)
    for file in (data / "backups").glob("laeringsdage-*"):
        if file not in known and file.suffix != ".key":
            overwrite(file)


def erase(connection: Connection, participant: str) -> None:
    """Delete a participant's rows; what others must keep loses the name and the device's key."""
    subject = f"p:{participant}"
    for table, by in ((entry, entry.c.author), (event, event.c.who)):
        connection.execute(delete(table).where(table.c.subject == subject))
        left = connection.scalars(select(table.c.id).where(by == participant)).all()
        change = {by.name: ""} | ({"why": ""} if table is event else {})
        nameless = update(table).where(table.c.id == bindparam("row"))
        nameless = nameless.values(**change, key=bindparam("new_key"))
        if left:
            fresh = [{"row": row, "new_key": secrets.token_urlsafe(12)} for row in left]
            connection.execute(nameless, fresh)
    for name in (f'"{participant}"', f'"{subject}"'):  # as a string in a group list, a role …
        held = event.c.value.contains(name, autoescape=True)
        emptied = func.replace(event.c.value, name, '""')
        connection.execute(update(event).where(held).values(value=emptied))


def erase_in(file: Path, participant: str) -> None:
    """Delete a participant in a copy; a copy that cannot be cleaned is destroyed."""
    engine = bare(address(file))
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
            erase(connection, participant)
        vacuum(engine)
    except SQLAlchemyError:
        overwrite(file)  # a copy that cannot be read cannot be cleaned, so it must not stay
    finally:
        engine.dispose()
