"""A copy becomes the memory again: here, on another machine, after a crash, never behind a room."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.test_store import TOKEN, Room, change, declines
from tests.test_store_carrying import KEY, WORDS, carried
from workshops import cli
from workshops.room import starting
from workshops.store import Declined, restoring, sealing
from workshops.store.backup import copies
from workshops.store.carrying import unpack
from workshops.store.database import DatabaseStore
from workshops.store.inspecting import look
from workshops.store.opening import FILE, KEY_FILE, ROOM_FILE, open_database
from workshops.store.restoring import cancel, finish, pending, prepare, restore

OTHER = b"cd" * 32


def opened(folder: Path) -> DatabaseStore:
    store = open_database(folder)
    assert isinstance(store, DatabaseStore)
    return store


def write(folder: Path, text: str, who: str = "anna") -> None:
    store = opened(folder)
    store.put(change("episode", text, who=who))
    store.close()


def said(folder: Path, who: str = "anna") -> Any:
    store = opened(folder)
    fields = store.mine("stuck_episode", who).fields
    store.close()
    return fields.get("episode")


def seat(folder: Path, *people: str) -> None:
    store = opened(folder)
    for who in people:
        store.mark("seat", f"p:{who}", {"table": "3"}, who)
    store.close()


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a passphrase cost next to nothing."""
    monkeypatch.setattr(sealing, "COST", 2**10)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give a data folder with a participant, a text and a key."""
    folder = tmp_path / "data"
    seat(folder, "anna")
    write(folder, "før")
    (folder / KEY_FILE).write_bytes(KEY)
    return folder


@pytest.fixture
def copy(data: Path, tmp_path: Path) -> Path:
    """Give a copy of it, with the data folder gone on since."""
    file = carried(data, tmp_path / "stick")
    write(data, "efter")
    return file


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()
    }


# ── here ─────────────────────────────────────────────────────────────────────
def test_a_copy_comes_back_and_what_stood_there_is_kept(data: Path, copy: Path) -> None:
    done = restore(copy, data)
    assert said(data) == "før"
    assert (done.copy.people, done.copy.sheets, done.copy.key) == (1, 1, True)
    assert done.kept in copies(data / "backups")
    assert done.kept is not None
    restore(done.kept, data)
    assert said(data) == "efter"
    assert not (data / restoring.WAITING).exists()


def test_ids_go_on_above_all_that_phones_have_seen(data: Path, copy: Path) -> None:
    for number in range(20):
        write(data, f"mere {number}")
    store = opened(data)
    seen = store.last()
    store.close()
    restore(copy, data)
    store = opened(data)
    assert store.last() > seen
    assert [event.who for event in store.events("restored")] == [""]
    assert store.put(change("episode", "ny")).id > seen
    store.close()


def test_a_plain_copy_of_the_database_comes_back_and_the_key_stays(data: Path) -> None:
    store = opened(data)
    plain = store.backup()
    store.close()
    write(data, "efter")
    restore(plain, data)
    assert said(data) == "før"
    assert (data / KEY_FILE).read_bytes() == KEY


def test_the_kept_database_keeps_its_own_key(data: Path, copy: Path) -> None:
    (data / KEY_FILE).write_bytes(OTHER)
    done = restore(copy, data)
    assert (data / KEY_FILE).read_bytes() == KEY
    assert done.kept is not None
    restore(done.kept, data)
    assert (data / KEY_FILE).read_bytes() == OTHER


# ── elsewhere ────────────────────────────────────────────────────────────────
def test_another_machine_goes_on_with_texts_and_key(data: Path, tmp_path: Path) -> None:
    file = carried(data, tmp_path / "stick", WORDS)
    there = tmp_path / "other" / "data"
    declines("refused_passphrase_needed", restore, file, there)
    declines("refused_passphrase", restore, file, there, "en forkert sætning")
    assert not (there / FILE).exists()
    done = restore(file, there, WORDS)
    assert said(there) == "før"
    assert (there / KEY_FILE).read_bytes() == KEY
    assert done.kept is None


# ── what is refused ──────────────────────────────────────────────────────────
def test_nothing_is_restored_behind_a_running_room(data: Path, copy: Path) -> None:
    store = opened(data)
    room = Room(store)
    told = {"room": room.address, "token": TOKEN}
    (data / ROOM_FILE).write_text(json.dumps(told), encoding="utf-8")
    declines("refused_restore_running", restore, copy, data)
    room.fall()
    store.close()
    assert said(data) == "efter"
    restore(copy, data)  # a note that a fallen room has left is no room


def test_nothing_is_restored_behind_a_room_too_busy_to_answer(data: Path, copy: Path) -> None:
    told = {"room": "http://127.0.0.1:1", "token": "x", "pid": os.getpid()}
    note = data / ROOM_FILE
    note.write_text(json.dumps(told), encoding="utf-8")
    declines("refused_restore_running", restore, copy, data)
    os.utime(note, (1_000_000_000, 1_000_000_000))  # long before this process: its number only
    restore(copy, data)


def broken(copy: Path, how: str) -> Path:
    """Give a copy of the database that something is wrong with."""
    file = copy.parent / "copy.sqlite3"
    file.write_bytes(unpack(copy).database)
    with closing(sqlite3.connect(file)) as database, database:
        if how == "newer":
            database.execute("UPDATE alembic_version SET version_num = '9999'")
        elif how == "trap":
            database.execute(
                "CREATE TRIGGER trap AFTER INSERT ON entry BEGIN DELETE FROM event; END"
            )
        elif how == "lacking":
            database.execute("DROP TABLE event")
        elif how == "unreadable":
            database.execute("UPDATE entry SET value = '{'")
        elif how == "others":
            for table in ("entry", "event", "pooled", "alembic_version"):
                database.execute(f"DROP TABLE {table}")
            database.execute("CREATE TABLE recipes (name TEXT)")
    if how == "torn":
        whole = bytearray(file.read_bytes())
        whole[4096:12288] = os.urandom(8192)
        file.write_bytes(whole)
    return file


@pytest.mark.parametrize(
    ("how", "wanted"),
    [
        ("newer", "refused_newer_database"),
        ("trap", "refused_copy_unknown"),
        ("others", "refused_not_ours"),
        ("lacking", "refused_copy_broken"),
        ("unreadable", "refused_copy_broken"),
        ("torn", "refused_copy_broken"),
    ],
)
def test_a_copy_that_is_not_right_is_refused_and_nothing_is_touched(
    data: Path, copy: Path, how: str, wanted: str
) -> None:
    file = broken(copy, how)
    before = everything(data), file.read_bytes()
    with pytest.raises(Declined) as no:
        restore(file, data)
    assert (no.value.word, no.value.facts) == (wanted, {"file": str(file)})
    assert (everything(data), file.read_bytes()) == before


def test_a_database_on_a_server_is_not_ours_to_replace(
    data: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAERINGSDAGE_DATABASE", "postgresql+psycopg://here/it")
    declines("refused_restore_elsewhere", prepare, copy, data)


def test_an_older_copy_is_brought_up_and_its_file_stays(
    data: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = copy.read_bytes()
    seen: list[str] = []

    def prepared(engine: Any, before_change: Any) -> None:
        seen.append(engine.url.database)
        before_change()

    monkeypatch.setattr("workshops.store.inspecting.REVISION", "0002")
    monkeypatch.setattr("workshops.store.inspecting.schema.prepare", prepared)
    assert look(copy, data).older
    assert seen[0].startswith(str(data))
    assert copy.read_bytes() == before


# ── a database that is damaged ───────────────────────────────────────────────
def test_a_damaged_database_is_kept_as_it_is_and_replaced(data: Path, copy: Path) -> None:
    torn = b"SQLite format 3\0" + os.urandom(20_000)
    (data / FILE).write_bytes(torn)
    done = restore(copy, data)
    assert said(data) == "før"
    assert done.kept is not None
    assert done.kept.suffix == ".damaged"
    assert done.kept.read_bytes() == torn


def test_what_an_old_journal_left_is_not_played_into_the_copy(data: Path, copy: Path) -> None:
    for side in restoring.SIDES:
        (data / f"{FILE}{side}").write_bytes(os.urandom(512))
    restore(copy, data)
    assert said(data) == "før"


# ── the desk's way: now looked over, in place at the next start ──────────────
def test_a_copy_may_wait_for_the_next_start(data: Path, copy: Path) -> None:
    store = opened(data)
    assert pending(data) is None
    assert finish(data) is None
    waiting = prepare(copy, data)
    assert pending(data) == waiting
    store.put(change("episode", "skrevet imens"))
    store.close()
    done = finish(data)
    assert done is not None
    assert said(data) == "før"
    assert done.kept is not None
    assert "skrevet imens" in done.kept.read_bytes().decode("latin-1")
    assert (pending(data), finish(data)) == (None, None)


def test_the_start_puts_it_in_place_and_says_so(
    data: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    starting._take_waiting_copy(data)
    assert capsys.readouterr().err == ""
    prepare(copy, data)
    starting._take_waiting_copy(data)
    told = capsys.readouterr().err
    assert "Gendannet. Deltagere: 1." in told
    assert "What was here before is kept" in told
    assert said(data) == "før"


def test_the_day_begins_without_a_copy_that_cannot_be_put_in_place(
    data: Path,
    copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    prepare(copy, data)
    with monkeypatch.context() as patch:
        patch.setattr(restoring, "write", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
        starting._take_waiting_copy(data)
    assert "intet er ændret" in capsys.readouterr().err
    assert said(data) == "efter"
    assert pending(data)


def test_a_copy_that_waits_can_be_taken_back(data: Path, copy: Path) -> None:
    prepare(copy, data)
    cancel(data)
    assert finish(data) is None
    assert said(data) == "efter"


def test_looking_changes_nothing(data: Path, copy: Path) -> None:
    before = everything(data)
    found = look(copy, data)
    assert (found.people, found.sheets, found.older, found.key) == (1, 1, False, True)
    assert everything(data) == before
    assert not list(data.glob("looking-*"))


@pytest.mark.parametrize("moment", ["keeping", "following", "writing", "key", "cleaning"])
def test_a_crash_on_the_way_only_delays(
    data: Path, copy: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCut(BaseException):
        pass

    def cut(*_: object, **__: object) -> None:
        raise PowerCut

    (data / KEY_FILE).write_bytes(OTHER)
    prepare(copy, data)
    with monkeypatch.context() as patch:
        if moment == "key":
            patch.setattr(Path, "replace", cut_for(KEY_FILE, cut))
        else:
            names = {"keeping": "_kept", "following": "follow", "writing": "write"}
            patch.setattr(restoring, names.get(moment, "cancel"), cut)
        with pytest.raises(PowerCut):
            finish(data)
    finish(data)
    assert said(data) == "før"
    assert (data / KEY_FILE).read_bytes() == KEY
    assert finish(data) is None
    kept = [one for one in copies(data / "backups") if b"efter" in one.read_bytes()]
    assert kept


def cut_for(name: str, cut: Any) -> Any:
    """Give a `Path.replace` that fails for one file."""
    real = Path.replace

    def replace(self: Path, target: Path) -> Any:
        return cut() if self.name == name else real(self, target)

    return replace


def test_a_disk_that_is_full_leaves_all_as_it_was(
    data: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "write", full)
        declines("refused_restore_failed", restore, copy, data)
    assert said(data) == "efter"


# ── who was forgotten stays so, and the anonymous stay unknown ───────────────
def test_who_was_deleted_since_the_copy_stays_deleted(data: Path, tmp_path: Path) -> None:
    seat(data, "bo", "ida")
    write(data, "Bos hemmelighed", "bo")
    file = carried(data, tmp_path / "stick")
    seat(data, "eva")
    store = opened(data)
    store.forget("bo")
    store.close()
    done = restore(file, data)
    assert done.forgotten == 1
    store = opened(data)
    assert {event.subject for event in store.events("seat")} == {"p:anna", "p:ida"}
    store.close()
    assert b"Bos hemmelighed" not in b"".join(everything(data).values())


def test_who_came_on_the_other_machine_is_not_taken_for_deleted(data: Path, tmp_path: Path) -> None:
    seat(data, "bo")
    file = carried(data, tmp_path / "stick")
    there = tmp_path / "there"
    restore(file, there)
    seat(there, "eva", "ole")
    newer = carried(there, tmp_path / "stick")
    seat(data, "pia", "kai")
    store = opened(data)
    store.forget("pia")
    store.close()
    done = restore(newer, data)
    store = opened(data)
    subjects = {event.subject for event in store.events("seat")}
    store.close()
    assert (done.forgotten, subjects) == (0, {"p:anna", "p:bo", "p:eva", "p:ole"})


def test_another_programmes_deletions_are_none_of_the_copys(data: Path, tmp_path: Path) -> None:
    file = carried(data, tmp_path / "stick")
    there = tmp_path / "there"
    seat(there, "x", "y", "z")
    store = opened(there)
    for who in "xyz":
        store.forget(who)
    store.close()
    assert restore(file, there).forgotten == 0
    assert said(there) == "før"


def test_who_is_deleted_while_a_copy_waits_is_deleted_there(data: Path, copy: Path) -> None:
    prepare(copy, data)
    store = opened(data)
    store.forget("anna")
    store.close()
    finish(data)
    assert said(data) is None


def asked(folder: Path, answers: int) -> None:
    store = opened(folder)
    store.ask("tempo")
    for number in range(answers):
        store.answer("tempo", f"device{number}", number)
    store.close()


def test_a_question_open_in_both_keeps_its_answers(data: Path, tmp_path: Path) -> None:
    asked(data, 4)
    file = carried(data, tmp_path / "stick")
    asked(data, 2)
    restore(file, data)
    store = opened(data)
    assert store.close_question("tempo") == 6
    store.close()


def test_answers_to_a_question_that_the_copy_does_not_know_are_destroyed(
    data: Path, copy: Path, tmp_path: Path
) -> None:
    asked(data, 6)
    restore(copy, data)
    assert list((data / "anonymous").iterdir()) == []
    there = tmp_path / "there"
    asked(there, 3)
    restore(carried(data, tmp_path / "stick"), there)
    assert list((there / "anonymous").iterdir()) == []


# ── the commands ─────────────────────────────────────────────────────────────
@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Give the list of what somebody types when asked for a passphrase."""
    lines: list[str] = []
    monkeypatch.setattr(cli, "getpass", lambda _prompt: lines.pop(0))
    return lines


def run(*arguments: str | Path) -> int:
    return cli.main([str(one) for one in arguments])


def test_moving_to_another_machine_takes_three_steps(
    data: Path, tmp_path: Path, typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    stick, there = tmp_path / "stick", tmp_path / "there"
    typed += [WORDS, WORDS]
    assert run("backup", "--data", data, "--to", stick, "--passphrase") == 0
    (file,) = stick.iterdir()
    assert file.name in capsys.readouterr().out
    shutil.move(stick, tmp_path / "carried")
    typed += ["en forkert sætning"]
    assert run("restore", tmp_path / "carried" / file.name, "--data", there) == 1
    wrong = capsys.readouterr().err
    assert wrong.count("\n") == 1
    assert "Adgangssætningen passer ikke" in wrong
    assert "does not fit" in wrong
    typed += [WORDS]
    assert run("restore", tmp_path / "carried" / file.name, "--data", there) == 0
    assert "Gendannet" in capsys.readouterr().out
    assert said(there) == "før"
    assert (there / KEY_FILE).read_bytes() == KEY


def test_two_passphrases_that_differ_write_nothing(
    data: Path, tmp_path: Path, typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    typed += [WORDS, "noget helt andet"]
    assert run("backup", "--data", data, "--to", tmp_path / "stick", "--passphrase") == 1
    assert "ikke ens" in capsys.readouterr().err
    assert not (tmp_path / "stick").exists()


def test_a_plain_backup_lies_in_the_data_folder(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("backup", "--data", data) == 0
    assert str(copies(data / "backups")[-1]) in capsys.readouterr().out
    assert run("restore", copies(data / "backups")[-1], "--data", data) == 0
