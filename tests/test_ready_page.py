"""The readiness page at a store: looking, a copy, and a rehearsal beside it."""

from __future__ import annotations

import threading
import time

import pytest

from widgets.readiness import Readiness
from workshops.dashboards.readiness import LINKS, NAMES, Ready, page_words
from workshops.dashboards.rehearsing import Rehearsing
from workshops.store import Declined
from workshops.store.database import DatabaseStore
from workshops.store.opening import FILE, data_folder
from workshops.words import words


@pytest.fixture
def data(tmp_path):
    return data_folder(tmp_path / "data")


@pytest.fixture
def store(data):
    one = DatabaseStore(data / FILE, data)
    yield one
    one.close()


class Trainer:
    def __init__(self, store, data):
        self.page = Readiness()
        self.ready = Ready(store, self.page, data, LINKS)

    def press(self, button, **given):
        self.page.pressed = {"n": self.page.pressed.get("n", 0) + 1, "button": button, **given}
        for thread in threading.enumerate():
            if thread.name in ("looking", "copy"):
                thread.join(20)
        return self.page.value


@pytest.fixture
def trainer(store, data):
    return Trainer(store, data)


def findings(shown):
    return {one["key"]: one for one in shown["findings"]}


def until(true, within=60.0):
    end = time.monotonic() + within
    while time.monotonic() < end:
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("not in time")


def test_a_look_fills_the_page_and_is_answered(trainer):
    assert trainer.page.value["findings"] == []
    shown = trainer.press("look", browser={"name": "Chrome 156", "modern": True}, screen=None)
    assert shown["heard"] == 1
    assert findings(shown)["backup"]["state"] == "look"
    assert findings(shown)["disk"]["state"]
    assert shown["looked"]


def test_what_a_browser_says_too_much_of_is_not_taken(trainer):
    shown = trainer.press("look", browser={"name": "x" * 5000}, screen="large", now="never")
    assert findings(shown)["browser"]["state"] == "ok"
    assert findings(shown)["screen"]["state"] == "look"


def test_a_copy_is_taken_read_and_seen_at_once(trainer, data):
    shown = trainer.press("copy", to="", passphrase="")
    assert shown["note"] is None
    assert findings(shown)["backup"]["state"] == "ok"
    assert len(list((data / "backups").glob("*.sqlite3"))) == 1


def test_a_copy_goes_to_a_stick_and_its_name_to_the_third_step(trainer, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    shown = trainer.press("copy", to=str(stick), passphrase="tre sole over fjorden 42")
    (file,) = stick.iterdir()
    assert shown["copied"]["name"] == file.name
    assert str(file) in shown["copied"]["say"]["da"]


def test_a_folder_that_is_not_there_is_said_and_not_made(trainer, tmp_path):
    shown = trainer.press("copy", to=str(tmp_path / "none"))
    assert str(tmp_path / "none") in shown["note"]["da"]
    assert not (tmp_path / "none").exists()


def test_a_copy_that_fails_is_a_sentence(trainer, store, monkeypatch):
    def backup():
        raise Declined("refused_backup_failed", folder="x")

    monkeypatch.setattr(store, "backup", backup)
    shown = trainer.press("copy", to="")
    assert shown["note"]
    assert shown["busy"] is None


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"days": [], "people": 25}, "ready_try_none"),
        ({"days": ["day9_nothing"], "people": 25}, "ready_try_none"),
        ({"days": "day1_context", "people": 25}, "ready_try_none"),
        ({"days": ["day1_context"], "people": 0}, "ready_try_many"),
        ({"days": ["day1_context"], "people": 51}, "ready_try_many"),
        ({"days": ["day1_context"], "people": "25"}, "ready_try_many"),
    ],
)
def test_a_rehearsal_that_cannot_be_is_a_sentence(trainer, given, word):
    shown = trainer.press("rehearse", **given)
    assert shown["note"]["da"] == words("da")[word]
    assert not shown["trying"]


def test_without_a_data_folder_nothing_is_offered_that_needs_one(store):
    alone = Trainer(store, None)
    assert alone.press("copy")["note"]["da"] == words("da")["ready_copy_alone"]
    assert alone.press("rehearse")["note"]["da"] == words("da")["ready_try_alone"]


def test_a_rehearsal_beside_the_desk_can_be_stopped_and_knows_no_room(monkeypatch):
    seen = {}
    real = __import__("subprocess").Popen

    def spied(command, **given):
        seen.update(given["env"])
        return real(command, **given)

    monkeypatch.setattr("workshops.dashboards.rehearsing.subprocess.Popen", spied)
    for name in ("ROOM", "TOKEN", "DATABASE", "DATA"):
        monkeypatch.setenv(f"LAERINGSDAGE_{name}", "secret")
    one = Rehearsing(lambda: None)
    one.begin({"days": ["day1_context"], "people": 3, "seed": 7, "events": []})
    assert one.running
    assert "secret" not in seen.values()
    one.stop()
    until(lambda: not one.running)
    assert one.told is None


def test_a_rehearsal_from_the_desk_tells_how_far_it_is_and_what_happened(trainer, store):
    assert trainer.press("rehearse", days=["day1_context"], people=3)["trying"]
    assert trainer.press("rehearse", days=["day1_context"], people=3)["note"]
    until(lambda: not trainer.ready.rehearsing.running)
    shown = trainer.press("look")
    assert shown["rehearsal"]["far"]["of"] > 1
    assert shown["rehearsal"]["report"]["lost"] == []
    assert [store.events(kind) for kind in ("seat", "run")] == [[], []]


def test_the_words_come_in_both_languages_with_equal_keys():
    found = page_words(NAMES)
    assert found["da"].keys() == found["en"].keys()
    assert "ready_network_vpn" in found["da"]
