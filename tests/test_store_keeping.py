"""Copies that come by themselves: when the day moves on, not too often, and when it ends."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.test_store import change
from workshops.store import backup
from workshops.store.database import DatabaseStore
from workshops.store.keeping import EVERY, Keeper
from workshops.store.opening import open_database


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DatabaseStore]:
    opened = open_database(tmp_path)
    assert isinstance(opened, DatabaseStore)
    yield opened
    opened.close()


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def there(folder: Path, wanted: int) -> int:
    """Wait a moment for so many copies and give how many there are."""
    until = time.monotonic() + 3
    while len(backup.copies(folder / "backups")) < wanted and time.monotonic() < until:
        time.sleep(0.01)
    return len(backup.copies(folder / "backups"))


def move(store: DatabaseStore, button: str = "next") -> None:
    store.mark("run", "day1_context", {"button": button}, "desk")


def test_a_copy_comes_when_the_day_moves_on_but_not_too_often(
    store: DatabaseStore, tmp_path: Path
) -> None:
    clock = _Clock()
    keeper = Keeper(store, clock=clock)
    store.put(change("episode", "a"))
    move(store, "dark")
    move(store)
    assert there(tmp_path, 1) == 1
    clock.now = EVERY - 1
    move(store)
    clock.now = EVERY + 1
    move(store)
    assert there(tmp_path, 2) == 2
    keeper.stop()
    assert there(tmp_path, 2) == 2  # nothing new since


def test_the_day_ends_with_a_copy_if_there_is_anything_new(
    store: DatabaseStore, tmp_path: Path
) -> None:
    Keeper(store).stop()
    assert backup.copies(tmp_path / "backups") == []
    keeper = Keeper(store)
    store.put(change("episode", "sidste ord"))
    keeper.stop()
    (copy,) = backup.copies(tmp_path / "backups")
    assert b"sidste ord" in copy.read_bytes()


def test_a_copy_that_fails_stops_nobody_and_is_tried_again(
    store: DatabaseStore, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.rmdir()
    folder.write_text("in the way", encoding="utf-8")
    keeper = Keeper(store)
    move(store)
    until = time.monotonic() + 3
    while keeper._due.is_set() and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(0.05)
    folder.unlink()
    store.put(change("episode", "a"))
    move(store)
    assert there(tmp_path, 1) == 1
    keeper.stop()


def test_of_old_copies_the_last_of_each_day_stays(store: DatabaseStore, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    first = datetime(2026, 1, 5, 9, tzinfo=UTC)
    for day in range(4):
        for hour in range(9):
            at = first + timedelta(days=day, hours=hour)
            (folder / f"laeringsdage-{at:%Y-%m-%dT%H-%M-%S}.sqlite3").touch()
    (folder / "laeringsdage-2026-01-05T09-00-00.key").touch()
    store.backup()
    left = [file.stem for file in backup.copies(folder)]
    assert len(left) == backup.KEPT + 1
    assert [one for one in left if "01-05" in one] == ["laeringsdage-2026-01-05T17-00-00"]
    assert list(folder.glob("*.key")) == []
