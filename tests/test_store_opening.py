"""Which store is meant: the room's, the data folder's or a temporary one; where data may lie."""

from __future__ import annotations

import json
import stat
import sys
import tomllib
from pathlib import Path

import pytest

from tests.test_store import TOKEN, Room, change, declines
from workshops import words
from workshops.store import opening
from workshops.store.client import RoomClient
from workshops.store.database import DatabaseStore
from workshops.store.temporary import TemporaryStore

KIT = Path(words.__file__).parents[1]


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (opening.ROOM, opening.TOKEN, opening.DATA, opening.DATABASE):
        monkeypatch.delenv(name, raising=False)


def test_without_a_room_it_is_a_temporary_store() -> None:
    store = opening.open_store()
    assert isinstance(store, TemporaryStore)
    store.close()


def test_in_a_kernel_of_a_room_it_is_the_rooms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    behind = opening.open_database(tmp_path)
    room = Room(behind)
    monkeypatch.setenv(opening.ROOM, room.address)
    monkeypatch.setenv(opening.TOKEN, TOKEN)
    store = opening.open_store()
    store.put(change("episode", "gennem rummet"))
    assert behind.mine("stuck_episode", "anna").fields == {"episode": "gennem rummet"}
    store.close()
    room.fall()
    behind.close()


def test_a_data_folder_without_a_room_is_opened(tmp_path: Path) -> None:
    store = opening.open_data(tmp_path / "data")
    assert isinstance(store, DatabaseStore)
    store.close()
    assert (tmp_path / "data" / opening.FILE).is_file()


def test_a_data_folder_with_a_room_is_reached_through_it(tmp_path: Path) -> None:
    behind = opening.open_database(tmp_path)
    room = Room(behind)
    told = {"room": room.address, "token": TOKEN}
    (tmp_path / opening.ROOM_FILE).write_text(json.dumps(told), encoding="utf-8")
    store = opening.open_data(tmp_path)
    assert isinstance(store, RoomClient)
    store.close()
    room.fall()
    behind.close()


@pytest.mark.parametrize("left", ["{}", "no json", '{"room": "http://127.0.0.1:1", "token": "x"}'])
def test_what_a_fallen_room_left_is_passed_over(tmp_path: Path, left: str) -> None:
    opening.data_folder(tmp_path)
    (tmp_path / opening.ROOM_FILE).write_text(left, encoding="utf-8")
    store = opening.open_data(tmp_path)
    assert isinstance(store, DatabaseStore)
    store.close()


def test_another_database_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(opening.DATABASE, f"sqlite:///{tmp_path / 'other.sqlite3'}")
    opening.open_database(tmp_path / "data").close()
    assert (tmp_path / "other.sqlite3").is_file()
    assert not (tmp_path / "data" / opening.FILE).exists()


def test_the_data_folder_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(opening.DATA, str(tmp_path / "named"))
    assert opening.data_folder() == tmp_path / "named"
    assert opening.data_folder(tmp_path / "given") == tmp_path / "given"


def test_the_usual_data_folder_is_outside_the_kit() -> None:
    assert not opening._usual().resolve().is_relative_to(KIT)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_the_data_folder_is_its_owners(tmp_path: Path) -> None:
    folder = opening.data_folder(tmp_path / "data")
    for one in (folder, *(folder / name for name in opening.FOLDERS)):
        assert stat.S_IMODE(one.stat().st_mode) == 0o700


def test_data_never_lie_in_the_kit(tmp_path: Path) -> None:
    declines("refused_data_in_kit", opening.data_folder, KIT / "data")
    assert not (KIT / "data").exists()
    link = tmp_path / "link"
    link.symlink_to(KIT)
    declines("refused_data_in_kit", opening.data_folder, link / "data")


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    declines("refused_folder", opening.data_folder, tmp_path / "file")


def test_every_sentence_of_the_store_is_there_in_both_languages() -> None:
    found = {
        word
        for file in (KIT / "workshops" / "store").rglob("*.py")
        for word in file.read_text(encoding="utf-8").split('"')
        if word.startswith("refused_") and word.replace("_", "").isalpha()
    }
    assert found
    for language in words.LANGUAGES:
        assert found - set(words.words(language)) == set()


def test_the_sentences_of_the_store_are_all_said() -> None:
    own = KIT / "workshops" / "words_store.toml"
    if not own.exists():
        pytest.skip("the store's words stand in words.toml")
    code = "".join(
        file.read_text(encoding="utf-8") for file in (KIT / "workshops" / "store").rglob("*.py")
    )
    told = tomllib.loads(own.read_text(encoding="utf-8"))
    assert told["da"].keys() == told["en"].keys()
    assert [word for word in told["da"] if f'"{word}"' not in code] == []
