"""A copy brought back from the readiness page: seen first, then put by for the next start."""

from __future__ import annotations

import json
import threading

import pytest

from tests.test_store import change
from widgets.readiness import Readiness
from workshops.dashboards import copying
from workshops.dashboards.readiness import LINKS, Ready
from workshops.store import inspecting, restoring, sealing
from workshops.store.carrying import carry
from workshops.store.database import DatabaseStore
from workshops.store.opening import FILE, data_folder
from workshops.words import sentence, words

SECRET = "tre sole over fjorden"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """Let a passphrase cost next to nothing."""
    monkeypatch.setattr(sealing, "COST", 2**10)


@pytest.fixture
def data(tmp_path):
    return data_folder(tmp_path / "data")


@pytest.fixture
def store(data):
    one = DatabaseStore(data / FILE, data)
    one.mark("seat", "p:anna", {"table": "3"}, "anna")
    one.put(change("episode", "før", who="anna"))
    yield one
    one.close()


@pytest.fixture
def stick(store, data, tmp_path):
    """Give a locked copy in another folder."""
    return carry(store, data, tmp_path / "stick", SECRET)


class Trainer:
    def __init__(self, store, data):
        self.page = Readiness()
        self.ready = Ready(store, self.page, data, LINKS)

    def press(self, button, **given):
        self.page.pressed = {"n": self.page.pressed.get("n", 0) + 1, "button": button, **given}
        for thread in threading.enumerate():
            if thread.name in ("looking", "copy", "see", "bring"):
                thread.join(20)
        return self.page.value


@pytest.fixture
def trainer(store, data):
    return Trainer(store, data)


def files(folder):
    return {
        file.relative_to(folder): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_copies_of_this_computer_are_listed_newest_first(trainer, data):
    for name in (
        "laeringsdage-2026-11-22T15-30-00.sqlite3",
        "laeringsdage-2026-11-23T09-05-00.zip",
    ):
        (data / "backups" / name).write_bytes(b"x" * 45_000)
    (data / "backups" / "laeringsdage-2026-11-24T08-00-00.damaged").write_bytes(b"")
    new, old = trainer.press("look")["copies"]
    assert new["when"] == {
        "da": "mandag den 23. november kl. 9.05",
        "en": "Monday 23 November at 9:05",
    }
    assert (new["size"]["da"], new["locked"]) == ("45 kB", False)
    assert old["file"].endswith("15-30-00.sqlite3")


def test_a_copy_that_was_just_taken_is_on_the_list_at_once(trainer):
    assert len(trainer.press("copy", to="")["copies"]) == 1


def test_seeing_what_is_in_a_copy_changes_nothing(trainer, store, data):
    file = store.backup()
    store.put(change("episode", "efter", who="anna"))
    before = files(data)
    shown = trainer.press("see", file=file.name, passphrase="")
    assert files(data) == before
    assert shown["note"] is None
    assert shown["seen"]["file"] == file.name
    assert (shown["seen"]["people"], shown["seen"]["sheets"]) == (1, 1)
    assert shown["seen"]["written"]["da"] != words("da")["ready_bring_never"]
    assert (shown["seen"]["older"], shown["waiting"], shown["busy"]) == (False, None, None)


def test_the_second_press_lets_it_wait_for_the_next_start(trainer, store, data):
    file = store.backup()
    trainer.press("see", file=file.name)
    shown = trainer.press("bring")
    assert (shown["waiting"]["people"], shown["seen"], shown["note"]) == (1, None, None)
    assert restoring.pending(data)
    again = Trainer(store, data)  # the page is loaded anew
    assert again.press("look")["waiting"] == shown["waiting"]
    assert again.press("cancel")["waiting"] is None
    assert restoring.pending(data) is None


def test_what_waits_is_in_place_after_the_next_start_and_the_present_is_kept(data, tmp_path):
    store = DatabaseStore(data / FILE, data)
    first = store.put(change("episode", "før", who="anna"))
    file = carry(store, data, tmp_path / "stick")
    store.put(change("episode", "efter", who="anna", seen=first.id))
    trainer = Trainer(store, data)
    trainer.press("see", file=f'"{file}"')
    trainer.press("bring")
    store.close()
    done = restoring.finish(data)
    assert done
    assert done.kept
    assert done.kept.parent == data / "backups"
    store = DatabaseStore(data / FILE, data)
    assert store.mine("stuck_episode", "anna").fields["episode"] == "før"
    store.close()


def test_a_locked_copy_on_a_stick_opens_and_its_passphrase_stays_nowhere(trainer, data, stick):
    shown = trainer.press("see", file=str(stick), passphrase=SECRET)
    assert shown["seen"]["people"] == 1
    assert trainer.page.pressed == {"n": 1, "button": "see"}
    assert SECRET not in json.dumps(trainer.page.get_state(["value", "pressed"]))
    assert trainer.press("bring")["waiting"]
    assert restoring.pending(data)


def test_a_copy_taken_with_a_passphrase_leaves_it_nowhere_either(trainer, tmp_path):
    folder = tmp_path / "usb"
    folder.mkdir()
    assert trainer.press("copy", to=str(folder), passphrase=SECRET)["copied"]
    assert SECRET not in json.dumps(trainer.page.get_state(["value", "pressed"]))


@pytest.mark.parametrize(
    ("passphrase", "word"), [("", "refused_passphrase_needed"), ("ikke den", "refused_passphrase")]
)
def test_a_refusal_is_the_stores_own_sentence(trainer, stick, passphrase, word):
    shown = trainer.press("see", file=str(stick), passphrase=passphrase)
    assert shown["note"]["da"] == words("da")[word]
    assert shown["seen"] is None
    assert trainer.press("bring")["note"]["da"] == words("da")["ready_bring_pick"]


def test_what_is_no_copy_is_refused_and_nothing_waits(trainer, data, tmp_path):
    trainer.press("see", file="")
    assert trainer.page.value["note"]["da"] == words("da")["ready_bring_pick"]
    gone = tmp_path / "gone.zip"
    shown = trainer.press("see", file=str(gone))
    assert shown["note"]["en"] == sentence("refused_copy_unread", "en", file=gone)
    (tmp_path / "letter.zip").write_text("dear")
    shown = trainer.press("see", file=str(tmp_path / "letter.zip"))
    assert "letter.zip" in shown["note"]["da"]
    assert restoring.pending(data) is None


def test_a_stick_pulled_out_between_the_presses_is_said_and_can_be_tried_again(trainer, stick):
    trainer.press("see", file=str(stick), passphrase=SECRET)
    away = stick.rename(stick.with_name("away"))
    shown = trainer.press("bring")
    assert shown["note"]["da"] == sentence("refused_copy_unread", "da", file=stick)
    assert shown["waiting"] is None
    away.rename(stick)
    assert trainer.press("bring")["waiting"]


def test_one_thing_at_a_time_with_its_progress(trainer, store, monkeypatch):
    file = store.backup()
    held, real = threading.Event(), inspecting.look
    monkeypatch.setattr(inspecting, "look", lambda *given: held.wait(20) and real(*given))
    press = trainer.page.pressed.get("n", 0) + 1
    trainer.page.pressed = {"n": press, "button": "see", "file": file.name}
    assert trainer.page.value["busy"] == "see"
    for button in ("see", "bring", "cancel", "copy"):
        press += 1
        trainer.page.pressed = {"n": press, "button": button, "file": file.name}
        assert trainer.page.value["note"]["da"] == words("da")["ready_copy_busy"]
    held.set()
    assert trainer.press("look")["seen"]
    assert trainer.page.value["busy"] is None


def test_what_nobody_foresaw_is_a_sentence(trainer, store, monkeypatch):
    def broken(*_given):
        raise RuntimeError

    monkeypatch.setattr(inspecting, "look", broken)
    shown = trainer.press("see", file=store.backup().name)
    assert shown["note"]["da"] == words("da")["ready_bring_failed"]
    assert shown["busy"] is None


def test_without_a_data_folder_nothing_is_brought(store):
    alone = Trainer(store, None)
    for button in ("see", "bring", "cancel"):
        assert alone.press(button, file="x")["note"]["da"] == words("da")["ready_copy_alone"]


def test_a_copy_nobody_has_written_in_says_so():
    empty = copying.contents(inspecting.Copy("", 0, 0, older=True, key=False))
    assert empty["written"]["en"] == words("en")["ready_bring_never"]
    assert empty["older"]
