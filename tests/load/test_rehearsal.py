"""Both first days whole, every optional block as well, by 25 people: kept, exported, readable."""

from __future__ import annotations

import asyncio
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.test_takeaway import opened
from workshops import bots, exercises, fields, frames_files, rehearse
from workshops.frames import chosen, made
from workshops.programme.plan import plan
from workshops.rehearse import Wanted, whole

DAYS = ["day1_context", "day2_inquiry"]
SAID = Path(bots.__file__).with_suffix(".toml")

pytestmark = pytest.mark.long


class Remembered(rehearse.Crowd):
    """A crowd of which a test may ask afterwards what it wrote, and in which order."""

    last: Remembered

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        Remembered.last = self


def take_home(
    room: Any, wanted: Wanted, report: rehearse.Report, usual: Any = rehearse._take_home
) -> None:
    """Write what is taken home, and beside it the tables for counting as JSON."""
    usual(room, wanted, report)
    found = made(chosen(None, None), {"room": room.store})
    assert list(frames_files.write(found, wanted.out / "frames", "json"))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[rehearse.Report, Path]]:
    """Give the report of both days, and where the files are."""
    out = tmp_path_factory.mktemp("out")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(rehearse, "Crowd", Remembered)
        patched.setattr(rehearse, "_take_home", take_home)
        wanted = Wanted(DAYS, 25, out=out, events=whole(DAYS, []))
        yield asyncio.run(rehearse.rehearse(wanted)), out


def cells(part: Any) -> Iterator[str]:
    """Give all texts in some JSON or TOML."""
    if isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from cells(inner)
    elif isinstance(part, str):
        yield part


def texts() -> set[str]:
    """Give the sentences bots write; everything else is a choice, a number or an id."""
    said = tomllib.loads(SAID.read_text(encoding="utf-8"))
    return {text for text in cells(said) if len(text) > 12}


def test_every_block_and_every_exercise_of_both_days_is_played(played):
    report, _ = played
    assert report.told()["faults"] == []
    for day in DAYS:
        assert [one.block for one in report.days[day]] == [one.id for one in plan(day).blocks]
        assert {one.block: one.faults for one in report.days[day] if one.faults} == {}
        asked = {one.id for one in plan(day).blocks if one.exercise}
        assert {one.block for one in report.days[day] if one.written} == asked
    assert {wanted for _, wanted in Remembered.last.kept} == {
        one.exercise for day in DAYS for one in plan(day).blocks if one.exercise
    }


def test_every_field_is_found_again(played):
    report, _ = played
    assert (report.lost, report.copy, report.fine) == ([], True, True)
    assert report.fields > 5000


def test_what_each_group_shared_stands_in_every_kind_of_file(played):
    _, out = played
    files = opened(out / "laeringsdage.zip")
    word = "\n".join(text for name, text in files.items() if name.endswith(".docx"))
    excel, known, shared = files["laeringsdage.xlsx"], texts(), 0
    csv = "\n".join(text for name, text in files.items() if name.endswith(".csv"))
    tables = "\n".join(
        cell
        for file in (out / "frames").glob("*.json")
        for cell in cells(json.loads(file.read_text(encoding="utf-8")))
    )
    for (subject, wanted), kept in Remembered.last.kept.items():
        one = exercises.exercise(wanted)
        if subject.startswith("g:") and one.instruments.get("group"):
            told = fields.leaves(one.for_all(fields.tree(kept)))
            said = {leaf for leaf in told.values() if isinstance(leaf, str) and leaf in known}
            for kind, whole_text in {
                "xlsx": excel,
                "docx": word,
                "csv": csv,
                "json": tables,
            }.items():
                assert {text for text in said if text not in whole_text} == set(), (wanted, kind)
            shared += len(said)
    assert shared > 500
