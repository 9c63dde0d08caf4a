"""The box of an open anonymous question: a small file of its own, written anew for each answer.

No trace of the order may stay. In a database that grows, the place of a row in its page, the free
pages and the journal all tell what came last. So the file is built afresh each time, with the rows
in the order of their keyed hash, synced, and put in the old one's place, which is overwritten.
That also makes a journal needless: a crash leaves either the old file whole or the new one. Its
times say the day and no more.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import Protocol

from workshops.store import Declined

SHAPE = """
PRAGMA journal_mode=OFF;
PRAGMA synchronous=OFF;
CREATE TABLE secret (key BLOB NOT NULL);
CREATE TABLE answer (who BLOB PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(slots=True)
class Ballot:
    """An open question: the key of the hashes, and hash → answer (JSON)."""

    key: bytes
    answers: dict[bytes, str] = field(default_factory=dict)


class Ballots(Protocol):
    """Where open questions are."""

    def read(self, question: str) -> Ballot | None:
        """Give an open question; None when there is no such one."""

    def write(self, question: str, ballot: Ballot) -> None:
        """Keep it durably; `refused_not_saved` when that fails, and then the old one stands."""

    def destroy(self, question: str) -> None:
        """Leave nothing of it."""

    def names(self) -> list[str]:
        """Give the open questions, after mending what a crash has left."""


class Held:
    """Open questions in memory only."""

    def __init__(self) -> None:
        self._open: dict[str, Ballot] = {}

    def read(self, question: str) -> Ballot | None:
        """Give an open question."""
        kept = self._open.get(question)
        return Ballot(kept.key, dict(kept.answers)) if kept else None

    def write(self, question: str, ballot: Ballot) -> None:
        """Keep it."""
        self._open[question] = ballot

    def destroy(self, question: str) -> None:
        """Leave nothing of it."""
        self._open.pop(question, None)

    def names(self) -> list[str]:
        """Give the open questions."""
        return list(self._open)


class Folder:
    """Open questions as files in a folder that no backup ever reads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, question: str) -> Ballot | None:
        """Give an open question."""
        file = self._file(question)
        if not file.exists():
            return None
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as box:
            (key,) = box.execute("SELECT key FROM secret").fetchone()
            return Ballot(key, dict(box.execute("SELECT who, value FROM answer")))

    def write(self, question: str, ballot: Ballot) -> None:
        """Put a new file in the old one's place."""
        file = self._file(question)
        new, old = file.with_suffix(".new"), file.with_suffix(".old")
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            _build(new, ballot)
            if file.exists():
                file.replace(old)
            new.replace(file)
            _sync(self._folder)
            overwrite(old)
        except (OSError, sqlite3.Error):
            if not file.exists() and old.exists():
                old.replace(file)
            with suppress(OSError):
                overwrite(new)
            raise Declined("refused_not_saved") from None

    def destroy(self, question: str) -> None:
        """Overwrite the file and take it away."""
        file = self._file(question)
        for one in (file, file.with_suffix(".new"), file.with_suffix(".old")):
            overwrite(one)

    def names(self) -> list[str]:
        """Give the open questions; a file whose place was free when the room fell gets it."""
        for new in self._folder.glob("*.new"):
            file = new.with_suffix(".sqlite3")
            if file.exists():
                overwrite(new)
            else:
                new.replace(file)
        for old in self._folder.glob("*.old"):
            overwrite(old)
        return sorted(file.stem for file in self._folder.glob("*.sqlite3"))

    def _file(self, question: str) -> Path:
        return self._folder.absolute() / f"{question}.sqlite3"


def overwrite(file: Path) -> None:
    """Write over a file before it is taken away; nothing happens when there is none."""
    if not file.exists():
        return
    try:
        with file.open("r+b") as opened:
            opened.write(bytes(file.stat().st_size))
            opened.flush()
            os.fsync(opened.fileno())
    finally:
        file.unlink()


def _build(file: Path, ballot: Ballot) -> None:
    overwrite(file)
    file.touch(mode=0o600)
    with closing(sqlite3.connect(file, isolation_level=None)) as box:
        box.executescript(SHAPE)
        box.execute("INSERT INTO secret VALUES (?)", (ballot.key,))
        box.executemany("INSERT INTO answer VALUES (?, ?)", sorted(ballot.answers.items()))
    with file.open("r+b") as built:
        os.fsync(built.fileno())
    midnight = datetime.combine(datetime.now().astimezone().date(), time()).timestamp()
    os.utime(file, (midnight, midnight))


def _sync(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle for a folder, and keeps its names by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
