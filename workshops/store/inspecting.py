"""Inspecting: a copy is read from end to end before anybody relies on it."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from workshops.store import Declined, schema
from workshops.store.book import Book
from workshops.store.carrying import unpack, write
from workshops.store.engine import address, open_engine
from workshops.store.opening import FILE, KEY_FILE, data_folder
from workshops.store.tables import REVISION, entry, event

LOOKING = "looking-"
"""How the folders begin in which a copy is only looked at."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a copy is, for somebody who must choose: numbers and times, nobody's words."""

    written: str  # when its newest row was: ISO, UTC; "" when there is none
    people: int
    sheets: int  # that somebody has written in
    older: bool  # of an older version: it is brought up, the file itself stays as it is
    key: bool  # phones go on without coming in again


def look(file: Path, folder: Path | None = None, passphrase: str = "") -> Copy:
    """Give what a copy is after reading all of it; nothing is changed, `folder` lends room."""
    place = data_folder(folder) / f"{LOOKING}{secrets.token_hex(4)}"
    with unpacked(file, place, passphrase) as copy:
        return copy


@contextmanager
def unpacked(
    file: Path, place: Path, passphrase: str = "", *, stays: bool = False
) -> Iterator[Copy]:
    """Put a copy into a folder, read it and bring it to this version's shape; the file stays."""
    contents = unpack(file, passphrase)
    fine = False
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        write(place / FILE, contents.database)
        copy = _read(place / FILE, file, key=contents.key is not None)
        if contents.key is not None:
            write(place / KEY_FILE, contents.key)
        yield copy
        fine = True
    except OSError:
        raise Declined("refused_restore_failed", file=str(file)) from None
    finally:
        if not (fine and stays):
            shutil.rmtree(place, ignore_errors=True)


def _read(database: Path, file: Path, *, key: bool) -> Copy:
    """Read all of a database and say what it is; what is wrong with it is said of `file`."""
    try:
        word = _fault(database)
        if not word:
            return _brought_up(database, key=key)
    except Declined as no:
        word = no.word
    except (sqlite3.Error, SQLAlchemyError, ValueError, LookupError, TypeError):
        word = "refused_copy_broken"
    raise Declined(word, file=str(file))


def _fault(database: Path) -> str:
    """Give the word for what keeps a database from being ours and whole."""
    with closing(sqlite3.connect(database)) as raw:
        if raw.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return "refused_copy_broken"
        # Ours has tables and indexes; a trigger or a view would be somebody's trap.
        kinds = {kind for (kind,) in raw.execute("SELECT type FROM sqlite_master")}
    ours = kinds <= {"table", "index"} and schema.look(address(database)) is not None
    return "" if ours else "refused_copy_unknown"


def _brought_up(database: Path, *, key: bool) -> Copy:
    older = schema.look(address(database)) != REVISION
    engine = open_engine(address(database))
    try:
        schema.prepare(engine, lambda: None)
        book = Book()
        book.open_at(engine)
        with engine.begin() as connection:
            written_in = select(entry.c.exercise, entry.c.subject).distinct().subquery()
            sheets = connection.scalar(select(func.count()).select_from(written_in)) or 0
            newest = [connection.scalar(select(func.max(one.c.at))) for one in (entry, event)]
    finally:
        engine.dispose()
    people = {one.subject for one in book.read(lambda ledger: ledger.events("seat"))}
    written = max((at for at in newest if at), default="")
    return Copy(written, len(people), sheets, older, key)
