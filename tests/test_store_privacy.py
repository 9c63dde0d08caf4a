"""Anonymous and forgotten: strings are planted, and every file of the data folder is searched."""

from __future__ import annotations

import hashlib
import hmac
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from workshops.store import ENOUGH, Change, Declined, anonymous, ballots, book, engine
from workshops.store.backup import copies
from workshops.store.database import DatabaseStore

ANSWERS = 40
PEOPLE = [hashlib.sha256(bytes([number])).hexdigest()[:8] for number in range(ANSWERS)]
DEVICES = [f"device-{person}" for person in PEOPLE]


def texts(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def holding(folder: Path, *words: str) -> set[str]:
    """Give the files that hold one of the words, as text or as SQLite might keep it."""
    wanted = [word.encode() for word in words]
    wanted += [word.encode("utf-16-le") for word in words]
    found = texts(folder).items()
    return {name for name, held in found if any(word in held for word in wanted)}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DatabaseStore]:
    opened = DatabaseStore(tmp_path / "laeringsdage.sqlite3", tmp_path)
    yield opened
    opened.close()


class _Clock(datetime):
    """A clock that the test sets; each answer gets a second of its own."""

    at = datetime(2026, 11, 23, 9, 0, 0, tzinfo=UTC)

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        return cls.at.astimezone(tz) if tz else cls.at.replace(tzinfo=None)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[_Clock]:
    for module in (anonymous, ballots, book):
        monkeypatch.setattr(module, "datetime", _Clock)
    _Clock.at = datetime(2026, 11, 23, 9, 0, 0, tzinfo=UTC)
    return _Clock


def answered(store: DatabaseStore, clock: type[_Clock]) -> list[str]:
    """Let everybody answer, each at a time of its own; give the times as they might be written."""
    store.ask("tempo")
    times = []
    for number, device in enumerate(DEVICES):
        clock.at += timedelta(minutes=1, seconds=7)
        store.answer("tempo", device, f"svar nummer {number}")
        local = clock.at.astimezone()
        times += [f"{clock.at:%H:%M:%S}", f"{local:%H:%M:%S}", str(int(clock.at.timestamp()))]
        if number % 10 == 0:
            store.backup()
    clock.at += timedelta(hours=3)
    return times


def test_no_file_says_who_answered_or_when(
    store: DatabaseStore, tmp_path: Path, clock: type[_Clock]
) -> None:
    times = answered(store, clock)
    assert holding(tmp_path, *PEOPLE, *DEVICES, *times) == set()
    assert holding(tmp_path, "svar nummer") == {str(Path("anonymous/tempo.sqlite3"))}
    store.close_question("tempo")
    store.backup()
    assert holding(tmp_path, *PEOPLE, *DEVICES, *times) == set()
    assert list((tmp_path / "anonymous").iterdir()) == []
    newest = copies(tmp_path / "backups")[-1].relative_to(tmp_path)
    assert holding(tmp_path, "svar nummer") == {"laeringsdage.sqlite3", str(newest)}


def test_the_open_file_holds_answers_and_no_mark_of_who_gave_them(
    store: DatabaseStore, tmp_path: Path, clock: type[_Clock]
) -> None:
    answered(store, clock)
    with closing(sqlite3.connect(tmp_path / "anonymous" / "tempo.sqlite3")) as box:
        tables = box.execute("SELECT name FROM sqlite_master").fetchall()
        columns = [row[1] for row in box.execute("PRAGMA table_info(answer)")]
    assert (tables, columns) == ([("answer",)], ["value"])


def test_the_key_is_never_written_down_and_dies_with_the_question(
    store: DatabaseStore, tmp_path: Path, clock: type[_Clock]
) -> None:
    answered(store, clock)
    voters = store._questions._voters["tempo"]
    hashes = [hmac.digest(voters.key, device.encode(), "sha256") for device in DEVICES]
    assert set(hashes) == voters.seen
    held = b"".join(texts(tmp_path).values())
    assert not [one for one in (voters.key, *hashes) if one in held or one.hex().encode() in held]
    store.close_question("tempo")
    assert store._questions._voters == {}


def test_the_open_file_has_no_order_of_arrival(tmp_path: Path) -> None:
    one, two = ballots.Folder(tmp_path / "a"), ballots.Folder(tmp_path / "b")
    for folder, order in ((one, DEVICES), (two, DEVICES[::-1])):
        for count in range(1, len(order) + 1):
            folder.write("tempo", order[:count])
    assert list(texts(tmp_path / "a").values()) == list(texts(tmp_path / "b").values())


def test_the_times_of_the_open_file_say_the_day_only(store: DatabaseStore, tmp_path: Path) -> None:
    store.ask("tempo")
    store.answer("tempo", "device", 1)
    for place in (tmp_path / "anonymous", tmp_path / "anonymous" / "tempo.sqlite3"):
        changed = datetime.fromtimestamp(place.stat().st_mtime, UTC).astimezone()
        assert changed.time().isoformat() == "00:00:00"


def test_pooled_holds_question_day_value_and_a_shuffled_place(
    store: DatabaseStore, tmp_path: Path, clock: type[_Clock]
) -> None:
    answered(store, clock)
    store.close_question("tempo")
    with closing(sqlite3.connect(tmp_path / "laeringsdage.sqlite3")) as database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(pooled)")]
        rows = database.execute("SELECT rowid, place, day, value FROM pooled").fetchall()
    assert columns == ["question", "place", "day", "value"]
    assert {day for _, _, day, _ in rows} == {clock.at.astimezone().date().isoformat()}
    arrived = [int(value.strip('"').split()[-1]) for _, _, _, value in rows]
    assert sorted(arrived) == list(range(ANSWERS))
    for order in ([row[0] for row in rows], [row[1] for row in rows]):
        assert [arrived[order.index(one)] for one in sorted(order)] != sorted(arrived)
    # Neighbours in the pool are no nearer in arrival than chance would have them.
    near = sum(abs(a - b) <= 1 for a, b in pairwise(arrived))
    assert near < ANSWERS // 3


def test_the_event_of_a_question_tells_nothing_of_an_answer(
    store: DatabaseStore, clock: type[_Clock]
) -> None:
    answered(store, clock)
    assert [event.value for event in store.events("question")] == [{"state": "open"}]
    assert store.last() == store.events("question")[0].id


def test_too_few_are_destroyed_unseen(store: DatabaseStore, tmp_path: Path) -> None:
    store.ask("tempo")
    for device in DEVICES[:5]:
        store.answer("tempo", device, "plantet svar")
    store.close_question("tempo")
    assert holding(tmp_path, "plantet svar", *DEVICES) == set()


def test_an_open_question_survives_a_restart(store: DatabaseStore, tmp_path: Path) -> None:
    store.ask("tempo")
    for device in DEVICES:
        store.answer("tempo", device, "før")
    store.close()
    again = DatabaseStore(tmp_path / "laeringsdage.sqlite3", tmp_path)
    again.answer("tempo", "a new device", "efter")
    assert again.close_question("tempo") == ANSWERS + 1
    assert sorted(again.pooled("tempo")) == ["efter"] + ["før"] * ANSWERS
    again.close()


@pytest.mark.parametrize("count", [ENOUGH - 1, ENOUGH])
def test_one_that_nobody_closed_is_closed_when_the_kit_starts_on_a_later_date(
    store: DatabaseStore, tmp_path: Path, clock: type[_Clock], count: int
) -> None:
    store.ask("tempo")
    for device in DEVICES[:count]:
        store.answer("tempo", device, "plantet svar")
    store.close()
    clock.at += timedelta(days=1)
    again = DatabaseStore(tmp_path / "laeringsdage.sqlite3", tmp_path)
    shown = count if count >= ENOUGH else 0
    assert again.events("question")[-1].value == {"state": "closed", "answers": shown}
    assert list((tmp_path / "anonymous").iterdir()) == []
    assert bool(holding(tmp_path, "plantet svar")) == bool(shown)
    assert holding(tmp_path, *DEVICES) == set()
    again.close()


def test_a_kit_that_runs_through_the_night_takes_no_answer_in_the_morning(
    store: DatabaseStore, tmp_path: Path, clock: type[_Clock]
) -> None:
    answered(store, clock)
    clock.at += timedelta(days=1)
    for verb in (lambda: store.answer("tempo", "late", "for sent"), lambda: store.ask("tempo")):
        with pytest.raises(Declined) as no:
            verb()
        assert no.value.word == "refused_question_closed"
    assert len(store.pooled("tempo")) == ANSWERS
    assert list((tmp_path / "anonymous").iterdir()) == []


def test_a_question_that_a_crash_left_half_opened_is_destroyed(tmp_path: Path) -> None:
    ballots.Folder(tmp_path / "anonymous").write("tempo", [])
    store = DatabaseStore(tmp_path / "laeringsdage.sqlite3", tmp_path)
    assert list((tmp_path / "anonymous").iterdir()) == []
    store.ask("tempo")
    store.close()


def test_an_open_question_whose_file_is_gone_still_takes_answers(
    store: DatabaseStore, tmp_path: Path
) -> None:
    store.ask("tempo")
    (tmp_path / "anonymous" / "tempo.sqlite3").unlink()
    assert store.answer("tempo", DEVICES[0], "svar")
    assert store.close_question("tempo") == 0


@pytest.mark.parametrize("moment", ["new written", "old put aside", "new in place"])
def test_a_crash_while_answering_leaves_a_whole_file(tmp_path: Path, moment: str) -> None:
    folder = ballots.Folder(tmp_path)
    folder.write("tempo", ["1"])
    file = tmp_path / "tempo.sqlite3"
    old = file.read_bytes()
    folder.write("tempo", ["1", "2"])
    if moment == "new written":
        file.rename(file.with_suffix(".new"))
        file.write_bytes(old)
    elif moment == "old put aside":
        file.rename(file.with_suffix(".new"))
        file.with_suffix(".old").write_bytes(old)
    else:
        file.with_suffix(".old").write_bytes(old)
    assert folder.names() == ["tempo"]
    assert folder.read("tempo") == (["1"] if moment == "new written" else ["1", "2"])
    assert [one.name for one in tmp_path.iterdir()] == ["tempo.sqlite3"]


def test_a_crash_while_closing_leaves_nothing_behind(
    store: DatabaseStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.ask("tempo")
    for device in DEVICES:
        store.answer("tempo", device, "svar")
    with monkeypatch.context() as patch:
        patch.setattr(ballots.Folder, "destroy", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            store.close_question("tempo")
    store.close()
    again = DatabaseStore(tmp_path / "laeringsdage.sqlite3", tmp_path)
    assert list((tmp_path / "anonymous").iterdir()) == []
    assert len(again.pooled("tempo")) == ANSWERS
    again.close()


def test_an_answer_that_cannot_be_written_is_declined_and_the_old_one_stands(
    store: DatabaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.ask("tempo")
    for device in DEVICES:
        store.answer("tempo", device, "god")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(Declined) as no:
            store.answer("tempo", "a new device", "tabt")
    assert no.value.word == "refused_not_saved"
    assert store.answer("tempo", "a new device", "god")  # what was not kept may be sent again
    assert store.close_question("tempo") == ANSWERS + 1
    assert set(store.pooled("tempo")) == {"god"}


def test_a_file_that_cannot_be_read_is_declined_and_named_in_no_log(
    store: DatabaseStore, tmp_path: Path
) -> None:
    store.ask("tempo")
    (tmp_path / "anonymous" / "tempo.sqlite3").write_bytes(b"torn" * 1000)
    with pytest.raises(Declined) as no:
        store.answer("tempo", DEVICES[0], "svar")
    assert no.value.word == "refused_not_read"


# ── Slet mine data ───────────────────────────────────────────────────────────
ANNA = "0a1b2c3d"
PLANTED = (ANNA, "Annas hemmelighed", "Anna Andersen", "anna-nøgle")


def planted(store: DatabaseStore, tmp_path: Path) -> None:
    """Write what must be gone, with a copy in between and an export."""
    seat = {"alias": "Anna Andersen", "table": "3", "code": "blå-hest-42"}
    store.mark("seat", f"p:{ANNA}", seat, ANNA)
    store.mark("group", "day1_context", {"3": [ANNA, "bbbbbbbb"], "who": f"p:{ANNA}"}, "trainer")
    store.put(Change("e", f"p:{ANNA}", ANNA, "episode", "Annas hemmelighed " * 300, "anna-nøgle-1"))
    store.backup()
    store.put(Change("e", f"p:{ANNA}", ANNA, "episode", "Annas hemmelighed nu", "anna-nøgle-2"))
    store.put(Change("e", "g:3", ANNA, "rights", "gruppens ord", "anna-nøgle-3"))
    store.put(Change("e", "p:bbbbbbbb", "bbbbbbbb", "episode", "Bos ord", "bo-1"))
    store.mark("help", "g:3", True, ANNA, "Annas hemmelighed")
    store.backup()
    exports = tmp_path / "exports" / "day1"
    exports.mkdir(parents=True)
    (exports / "gruppe3.docx").write_bytes(b"Anna Andersen")


def test_no_file_holds_a_forgotten_participant(store: DatabaseStore, tmp_path: Path) -> None:
    planted(store, tmp_path)
    assert len(holding(tmp_path, *PLANTED)) >= 3
    store.forget(ANNA)
    assert holding(tmp_path, *PLANTED, "blå-hest-42") == set()
    assert len(holding(tmp_path, "gruppens ord")) == 2
    assert len(holding(tmp_path, "Bos ord")) == 2
    store.close()
    assert holding(tmp_path, *PLANTED) == set()


def test_no_file_holds_a_forgotten_participant_with_wal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "journal_mode", lambda _: "WAL")
    store = DatabaseStore(tmp_path / "laeringsdage.sqlite3", tmp_path)
    planted(store, tmp_path)
    store.forget(ANNA)
    assert holding(tmp_path, *PLANTED) == set()
    copy = copies(tmp_path / "backups")[0]
    assert not copy.with_name(copy.name + "-wal").exists()
    store.close()


def test_the_copies_are_whole_after_forgetting(store: DatabaseStore, tmp_path: Path) -> None:
    planted(store, tmp_path)
    store.forget(ANNA)
    for copy in copies(tmp_path / "backups"):
        with closing(sqlite3.connect(copy)) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            groups = database.execute("SELECT value FROM event WHERE kind = 'group'").fetchone()[0]
            assert groups == '{"3":["","bbbbbbbb"],"who":""}'


def test_a_copy_that_cannot_be_read_is_destroyed(store: DatabaseStore, tmp_path: Path) -> None:
    planted(store, tmp_path)
    broken = copies(tmp_path / "backups")[0]
    broken.write_bytes(b"torn " + b"Annas hemmelighed" * 100)
    store.forget(ANNA)
    assert not broken.exists()
    assert len(copies(tmp_path / "backups")) == 1
