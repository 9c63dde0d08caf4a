"""Restoring: a copy becomes the memory of a data folder, here or on another machine.

A copy is looked over in a folder beside the database, where it waits until no room runs; then it
takes the database's place in a few steps that a crash only delays. What stood there is kept first.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import psutil
from sqlalchemy.exc import SQLAlchemyError

from workshops.store import Declined, backup
from workshops.store.carrying import write
from workshops.store.engine import address, file_of, open_engine
from workshops.store.inspecting import LOOKING, Copy, unpacked
from workshops.store.opening import (
    DATABASE,
    FILE,
    KEY_FILE,
    ROOM_FILE,
    data_folder,
    running_room,
)
from workshops.store.succession import follow

WAITING, READY = "restoring", "ready.json"
SIDES = ("-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of a restore."""

    copy: Copy
    kept: Path | None  # where the database that stood there is now
    forgotten: int  # people deleted since the copy was written, and now deleted in it, too

    @property
    def told(self) -> list[tuple[str, dict[str, object]]]:
        """Give what happened as words with their facts, for whoever asked."""
        copy, when = self.copy, ""
        if copy.written:
            when = f"{datetime.fromisoformat(copy.written).astimezone():%Y-%m-%d %H.%M}"
        facts = {"people": copy.people, "sheets": copy.sheets, "when": when}
        said: list[tuple[str, dict[str, object]]] = [("restored_done", {**facts})]
        if self.kept:
            said.append(("restored_kept", {"path": self.kept}))
        if self.forgotten:
            said.append(("restored_forgotten", {"n": self.forgotten}))
        return said


def restore(file: Path, folder: Path | None = None, passphrase: str = "") -> Restored:
    """Put a copy in the database's place; declines while a room runs on the data folder."""
    folder = data_folder(folder)
    refuse_running(folder)
    prepare(file, folder, passphrase)
    done = finish(folder)
    if done is None:
        raise Declined("refused_restore_failed", file=str(folder / FILE))
    return done


def prepare(file: Path, folder: Path | None = None, passphrase: str = "") -> Copy:
    """Look a copy over and let it wait: the next start puts it in place. A room may be running."""
    folder = data_folder(folder)
    _database(folder)
    cancel(folder)
    with unpacked(file, folder / WAITING, passphrase, stays=True) as copy:
        write(folder / WAITING / READY, json.dumps(asdict(copy)).encode())
    return copy


def pending(folder: Path) -> Copy | None:
    """Give the copy that waits for the next start."""
    try:
        return Copy(**json.loads((folder / WAITING / READY).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def cancel(folder: Path) -> None:
    """Let no copy wait, and leave nothing of one that somebody looked at."""
    place = folder / WAITING
    (place / READY).unlink(missing_ok=True)
    for one in (place, *folder.glob(f"{LOOKING}*")):
        shutil.rmtree(one, ignore_errors=True)


def finish(folder: Path) -> Restored | None:
    """Put the waiting copy in place, if there is one; where a crash came between, go on."""
    copy = pending(folder)
    if copy is None:
        cancel(folder)
        return None
    refuse_running(folder)
    database, new = _database(folder), folder / WAITING / FILE
    kept, forgotten = None, 0
    try:
        if new.exists():
            kept = _kept(folder, database)
            forgotten = follow(database, new, folder / "anonymous")
            for side in SIDES:  # what an old database left to do is not for the new one
                database.with_name(database.name + side).unlink(missing_ok=True)
            write(database, new.read_bytes())
            new.unlink()
        key = folder / WAITING / KEY_FILE
        if key.exists():
            key.replace(folder / KEY_FILE)
    except OSError:
        raise Declined("refused_restore_failed", file=str(database)) from None
    cancel(folder)
    return Restored(copy, kept, forgotten)


def refuse_running(folder: Path) -> None:
    """Decline while a room runs on the data folder, be it too busy to answer."""
    room = running_room(folder)
    if room is not None:
        room.close()
    if room is not None or _lives(folder / ROOM_FILE):
        raise Declined("refused_restore_running")


def _lives(note: Path) -> bool:
    """Say whether the process that wrote the note is there, and not another by its number."""
    try:
        pid = json.loads(note.read_text(encoding="utf-8"))["pid"]
        return bool(psutil.Process(pid).create_time() <= note.stat().st_mtime)
    except (OSError, ValueError, KeyError, TypeError, psutil.Error):
        return False


def _database(folder: Path) -> Path:
    file = file_of(address(os.environ.get(DATABASE) or folder / FILE))
    if file is None:
        raise Declined("refused_restore_elsewhere")
    return file


def _kept(folder: Path, database: Path) -> Path | None:
    """Keep what stands there now: as a backup, or as it is when it cannot be read."""
    if not database.exists() or not database.stat().st_size:
        return None
    copies = folder / "backups"
    try:
        engine = open_engine(address(database))
        try:
            kept = backup.copy(engine, copies)
        finally:
            engine.dispose()
    except (Declined, SQLAlchemyError, sqlite3.Error):
        kept = backup.free(copies).with_suffix(".damaged")
        for side in ("", *SIDES):
            with suppress(FileNotFoundError):
                part = database.with_name(database.name + side)
                shutil.copyfile(part, kept.with_name(kept.name + side))
                kept.with_name(kept.name + side).chmod(0o600)
    own, coming = folder / KEY_FILE, folder / WAITING / KEY_FILE
    if own.exists() and coming.exists() and own.read_bytes() != coming.read_bytes():
        write(kept.with_suffix(".key"), own.read_bytes())
    return kept
