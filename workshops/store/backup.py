"""Backups: a whole copy beside the database, read back before it counts as one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from workshops.store import Declined

KEPT = 20
"""Newest copies that stay; of older ones the last of each day."""


DAY = len("laeringsdage-2026-11-23")


def copy(engine: Engine, folder: Path) -> Path:
    """Give the path of a new copy of the database; open anonymous questions are never in it."""
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        if not isinstance(raw, sqlite3.Connection):
            raise Declined("refused_backup_elsewhere")
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = free(folder)
            _copy(raw, file)
        except (OSError, sqlite3.Error):
            raise Declined("refused_backup_failed", folder=str(folder)) from None
    _prune(folder, file)
    return file


def _prune(folder: Path, newest: Path) -> None:
    """Take old copies away, but for the last of each day."""
    old = copies(folder)[:-KEPT]
    days = {file.stem[:DAY]: file for file in copies(folder)}
    for file in old:
        if file not in (newest, days[file.stem[:DAY]]):  # a clock set back makes the new look old
            file.unlink()
            file.with_suffix(".key").unlink(missing_ok=True)


def copies(folder: Path) -> list[Path]:
    """Give the copies in a folder, oldest first."""
    return sorted(folder.glob("laeringsdage-*.sqlite3"), key=lambda file: file.stem)


def _copy(raw: sqlite3.Connection, file: Path) -> None:
    part = file.with_suffix(".part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    try:
        with closing(sqlite3.connect(part)) as target:
            raw.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")  # one file, whatever the original uses
        with closing(sqlite3.connect(part)) as target:
            if _sizes(target) != _sizes(raw) or _health(target) != "ok":
                raise sqlite3.DatabaseError("the copy differs")
        part.rename(file)
    finally:
        part.unlink(missing_ok=True)


def free(folder: Path) -> Path:
    """Give a name by the clock; more in the same second get a number."""
    stem = f"laeringsdage-{datetime.now().astimezone():%Y-%m-%dT%H-%M-%S}"
    same = [file.stem for file in copies(folder) if file.stem.startswith(stem)]
    if same:
        number = int(same[-1].removeprefix(stem).lstrip("-") or 1) + 1
        stem = f"{stem}-{number:02}"
    return folder / f"{stem}.sqlite3"


def _sizes(database: sqlite3.Connection) -> dict[str, int]:
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - our tables
        for (name,) in names
    }


def _health(database: sqlite3.Connection) -> str:
    return str(database.execute("PRAGMA integrity_check").fetchone()[0])
