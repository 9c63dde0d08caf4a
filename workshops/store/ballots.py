"""The box of an open anonymous question: a small file of its own, written anew for each answer.

It holds answers and nothing else: no name, no device, no mark of either. Who has answered is not
on the disk at all (see `anonymous`). Nor may a trace of the order stay. In a database that grows,
the place of a row in its page, the free pages and the journal all tell what came last. So the file
is built afresh each time, with the answers in the order of their own text, synced, and put in the
old one's place, which is overwritten. That also makes a journal needless: a crash leaves either
the old file whole or the new one. The times that can be set, the folder's too, say the day and no
more; when a file's place on the disk was last changed is the file system's own, and stays.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import datetime, time
from pathlib import Path
from typing import Protocol

from workshops.store import Declined

SHAPE = """
PRAGMA journal_mode=OFF;
PRAGMA synchronous=OFF;
CREATE TABLE answer (value TEXT NOT NULL);
"""


class Ballots(Protocol):
    """Where the answers (JSON) of open questions are."""

    def read(self, question: str) -> list[str] | None:
        """Give the answers to an open question; None when there is no such one."""

    def write(self, question: str, answers: Iterable[str]) -> None:
        """Keep them durably; `refused_not_saved` when that fails, and then the old ones stand."""

    def destroy(self, question: str) -> None:
        """Leave nothing of it."""

    def names(self) -> list[str]:
        """Give the open questions, after mending what a crash has left."""


class Held:
    """Open questions in memory only."""

    def __init__(self) -> None:
        self._open: dict[str, list[str]] = {}

    def read(self, question: str) -> list[str] | None:
        """Give the answers to an open question."""
        kept = self._open.get(question)
        return None if kept is None else list(kept)

    def write(self, question: str, answers: Iterable[str]) -> None:
        """Keep them."""
        self._open[question] = sorted(answers)

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

    def read(self, question: str) -> list[str] | None:
        """Give the answers to an open question; `refused_not_read` when the disk does not."""
        file = self._file(question)
        if not file.exists():
            return None
        try:
            with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as box:
                return [text for (text,) in box.execute("SELECT value FROM answer")]
        except sqlite3.Error:
            raise Declined("refused_not_read") from None

    def write(self, question: str, answers: Iterable[str]) -> None:
        """Put a new file in the old one's place."""
        file = self._file(question)
        new, old = file.with_suffix(".new"), file.with_suffix(".old")
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            _build(new, sorted(answers))
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
        finally:
            _only_the_day(self._folder)

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


def _build(file: Path, answers: list[str]) -> None:
    overwrite(file)
    file.touch(mode=0o600)
    with closing(sqlite3.connect(file, isolation_level=None)) as box:
        box.executescript(SHAPE)
        box.executemany("INSERT INTO answer VALUES (?)", [(text,) for text in answers])
    with file.open("r+b") as built:
        os.fsync(built.fileno())
    _only_the_day(file)


def _only_the_day(place: Path) -> None:
    """Let the times of a file or a folder say midnight; where that cannot be set they stay."""
    midnight = datetime.combine(datetime.now().astimezone().date(), time()).timestamp()
    with suppress(OSError):
        os.utime(place, (midnight, midnight))


def _sync(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle for a folder, and keeps its names by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
