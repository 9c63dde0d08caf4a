"""Files lie in their folder under our own names, whatever anybody is called."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests import taken_home, taken_home_files
from tests.taken_home_files import HOMES, Home
from workshops import exercises, takeaway
from workshops.store.temporary import TemporaryStore
from workshops.takeaway import export
from workshops.words import words

OURS = re.compile(r"([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*\.[a-z]+")
ESCAPES = ["../../ud", "/etc/passwd", "C:\\Windows\\con", "..", "nul", "a/b\\c:d*?<>|", "~/.ssh/x",
           "x" * 200, "\u202egnp.exe", "-rf", "$(id)", "æøå ÆØÅ", ". .", "%2e%2e%2fx"]  # fmt: skip


@pytest.fixture(params=HOMES)
def home(request: pytest.FixtureRequest) -> Home:
    return taken_home_files.home(request.param)


def test_files_lie_in_their_folder_under_our_own_names(home: Home) -> None:
    for name in home.files:
        assert OURS.fullmatch(name), name
        assert all(len(part) <= 70 for part in name.split("/")), name


@pytest.mark.long
def test_no_name_of_anybodys_leaves_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = exercises.exercise("stuck_episode")
    said = {language: one.words[language] | {"title": ESCAPES[0]} for language in one.words}
    named = [replace(one, words=said), replace(one, words=said)]  # two of one name
    monkeypatch.setattr(takeaway, "exercises", lambda _day=None: named)
    monkeypatch.setitem(words("da"), one.method, ESCAPES[0])
    store = TemporaryStore()
    for number, name in enumerate(ESCAPES):
        seat = {"alias": name, "table": name, "code": "x"}
        store.mark("seat", f"p:{number:08x}", seat, f"{number:08x}")
        taken_home.write(store, one, f"g:{name}", taken_home.filled(one, "group", number))
        taken_home.share(store, one, f"g:{name}")
    export(store, tmp_path / "in" / "out", formats=("docx", "csv", "pictures"))
    found = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [file for file in found if not file.is_relative_to(tmp_path / "in" / "out")] == []
    inside = [file.relative_to(tmp_path / "in" / "out").as_posix() for file in found]
    assert [name for name in inside if not OURS.fullmatch(name)] == []
    assert len([name for name in inside if name.endswith(".svg")]) >= 2 * len(ESCAPES)
    with zipfile.ZipFile(next((tmp_path / "in" / "out").glob("*.zip"))) as bundle:
        assert sorted(bundle.namelist()) == sorted(one for one in inside if not one.endswith("zip"))
