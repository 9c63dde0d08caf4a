"""Power, disk and file against the store: what was acknowledged is there, whatever happens."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.test_store import change, declines
from workshops.store import Declined
from workshops.store.database import DatabaseStore

KIT = Path(__file__).parents[2]
FILE = "laeringsdage.sqlite3"

# Writes from eight threads, and says each key on standard output once it is acknowledged.
WRITES = """
import sys, threading
from pathlib import Path
from workshops.store import Change
from workshops.store.database import DatabaseStore

folder, turn = Path(sys.argv[1]), sys.argv[2]
store = DatabaseStore(folder / "laeringsdage.sqlite3", folder)
store.ask("tempo")
saying = threading.Lock()

def say(word):
    with saying:
        print(word, flush=True)

def write(who):
    for number in range(100_000):
        key = f"{turn}-{who}-{number}"
        store.put(Change("e", f"p:{who}", who, "episode", "x" * number, key))
        say(key)

def answer():
    for number in range(100_000):
        store.answer("tempo", f"{turn}-{number}", number)
        say(f"answer {turn}-{number}")

for who in range(8):
    threading.Thread(target=write, args=(f"id{who}",)).start()
threading.Thread(target=answer).start()
"""


def killed_after(folder: Path, turn: int, acknowledged: int) -> list[str]:
    """Run the writer, kill it in the middle, and give what it had acknowledged by then."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITES, str(folder), str(turn)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=KIT,
    )
    assert writer.stdout is not None
    said = [writer.stdout.readline().strip() for _ in range(acknowledged)]
    os.kill(writer.pid, signal.SIGKILL)
    rest, _ = writer.communicate()
    # The last line may be torn; a whole one is an acknowledgement.
    return [*said, *rest.splitlines(keepends=False)[: rest.count("\n")]]


def check(folder: Path, said: list[str]) -> None:
    """Assert that all that was acknowledged is there, in a sound file."""
    with closing(sqlite3.connect(folder / FILE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = {key for (key,) in database.execute("SELECT key FROM entry")}
    answers = [word for word in said if word.startswith("answer ")]
    assert set(said) - set(answers) - kept == set()
    store = DatabaseStore(folder / FILE, folder)
    held = store._questions._ballots.read("tempo")
    assert held is not None
    assert len(held) >= len(answers)
    store.close()


def storm(folder: Path, rounds: int) -> None:
    said: list[str] = []
    for turn in range(rounds):
        said += killed_after(folder, turn, acknowledged=20 + 37 * turn)
        check(folder, said)


unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither kill -9 nor limits")


@unix
def test_all_that_was_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    storm(tmp_path, rounds=2)


@unix
@pytest.mark.long
def test_all_that_was_acknowledged_survives_kill_9_again_and_again(tmp_path: Path) -> None:
    storm(tmp_path, rounds=25)


# A file that may not grow is what a full disk is to a database.
FULL = """
import resource, sys
from pathlib import Path
from workshops.store import Change, Declined
from workshops.store.database import DatabaseStore

folder = Path(sys.argv[1])
store = DatabaseStore(folder / "laeringsdage.sqlite3", folder)
store.ask("tempo")
none = resource.RLIM_INFINITY
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, none))
kept, word, number = [], "", 0
while not word and number < 1000:
    number += 1
    batch = [Change("e", "p:a", "a", f"f{n}", "x" * 4000, f"k{number}-{n}") for n in range(5)]
    for future in [store.submit(change) for change in batch]:
        try:
            kept.append(future.result().key)
        except Declined as no:
            word = no.word
assert word == "refused_not_saved", word
assert 5 < len(kept) < 5 * number
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, none))
for verb, wanted in ((lambda: store.answer("tempo", "d", 1), "refused_not_saved"),
                     (store.backup, "refused_backup_failed")):
    try:
        verb()
    except Declined as no:
        assert no.word == wanted, no.word
    else:
        raise AssertionError(wanted)
resource.setrlimit(resource.RLIMIT_FSIZE, (none, none))
again = [store.put(change).key for change in batch]
store.answer("tempo", "d", 1)
store.backup()
for key in kept + again:
    print(key)
store.close()
"""


@unix
def test_a_full_disk_declines_and_is_got_over(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=KIT,
    )
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = {key for (key,) in database.execute("SELECT key FROM entry")}
    assert set(done.stdout.split()) == kept


def test_a_held_file_declines_the_whole_batch_and_is_got_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = DatabaseStore(tmp_path / FILE, tmp_path, wait=0.1)
    store.put(change("episode", "før"))
    sent = [change(f"lines.{n}.counter", n) for n in range(5)]
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for one in [store.submit(each) for each in sent]:
            with pytest.raises(Declined) as no:
                one.result()
            assert no.value.word == "refused_not_saved"
        declines("refused_not_read", store.history, "stuck_episode", "p:anna", "anna", "episode")
        assert store.mine("stuck_episode", "anna").fields == {"episode": "før"}
    assert "locked" in caplog.text
    assert "lines.0.counter" not in caplog.text
    kept = [store.put(each).value for each in sent]
    assert kept == [0, 1, 2, 3, 4]
    store.close()


def test_a_store_that_is_closed_declines(tmp_path: Path) -> None:
    store = DatabaseStore(tmp_path / FILE, tmp_path)
    pending = [store.submit(change("episode", n)) for n in range(20)]
    store.close()
    assert [one.result().value for one in pending] == list(range(20))
    declines("refused_not_saved", store.put, change("episode", "efter"))
    store.close()


def test_a_listener_that_waits_for_the_store_is_told_so(tmp_path: Path) -> None:
    store = DatabaseStore(tmp_path / FILE, tmp_path)
    told: list[str] = []

    def writes(_: object) -> None:
        with pytest.raises(RuntimeError) as fault:
            store.put(change("episode", "aldrig"))
        told.append(str(fault.value))

    stop = store.watch(writes)
    store.put(change("episode", "en"))
    store.close()
    stop()
    assert len(told) == 1
    assert store.mine("stuck_episode", "anna").fields == {"episode": "en"}
