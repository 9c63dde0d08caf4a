"""The rehearsal: any exercise can be answered, a day is played whole, and nothing of it mixes."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest

from workshops import cli, exercises, rehearse
from workshops.bots_made import made
from workshops.rehearse import Wanted, changes, days_of
from workshops.store.database import DatabaseStore
from workshops.store.opening import FILE, data_folder
from workshops.store.temporary import TemporaryStore

DAY = "day1_context"
ROOT = Path(__file__).resolve().parent.parent
PLAN = """
title = { da = "Dag", en = "Day" }
learning_groups = ["Nord", "Syd"]
[[blocks]]
id = "welcome"
title = { da = "Velkommen", en = "Welcome" }
minutes = 10
[[blocks]]
id = "line"
kind = "line"
title = { da = "Linjen", en = "The line" }
minutes = 10
[[blocks]]
id = "positioning"
title = { da = "Positionering", en = "Positioning" }
notebook = "05_positioning"
exercise = "stuck_episode"
minutes = 40
stages = [
  { stage = "talk", minutes = 10 },
  { stage = "individual", minutes = 6 },
  { stage = "group", minutes = 24 },
  { stage = "plenary", minutes = 10 },
]
[[blocks]]
id = "round"
kind = "round"
title = { da = "Runde", en = "Round" }
minutes = 10
optional = true
"""
SECOND = """
[[blocks]]
id = "between"
title = { da = "Hvem inviterer hvem?", en = "Who invites whom?" }
notebook = "05_positioning"
exercise = "who_invites_whom"
minutes = 20
stages = [{ stage = "group", minutes = 10 }, { stage = "plenary", minutes = 10 }]
"""
QUIET = ["line", "positioning"]


@pytest.fixture
def content(tmp_path, monkeypatch):
    """Give a content folder with one short day and the kit's own notebook."""
    theirs = ROOT / DAY
    day = tmp_path / "content" / DAY
    for file in (*theirs.glob("exercises/*.toml"), theirs / "05_positioning.ipynb"):
        to = day / file.relative_to(theirs)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(file.read_bytes())
    for file in theirs.glob("figures/*"):
        (day / "figures").mkdir(exist_ok=True)
        (day / "figures" / file.name).write_bytes(file.read_bytes())
    (day / "plan.toml").write_text(PLAN, encoding="utf-8")
    monkeypatch.setenv("LAERINGSDAGE_CONTENT", str(tmp_path / "content"))
    return day


def played(**wanted):
    told = []
    given = {"days": [DAY], "people": 6, "seed": 7, **wanted}
    return asyncio.run(rehearse.rehearse(Wanted(**given), told.append)), told


@pytest.mark.parametrize("one", exercises.exercises(), ids=lambda one: one.id)
def test_any_exercise_is_answered_as_its_method_takes_it(one):
    for stage in one.instruments:
        for number in range(6):
            value = made(one, stage, number, 7)
            assert value, stage
            one.answer.parse(value)
            assert value == made(one, stage, number, 7)


def test_two_people_do_not_say_the_same():
    for one in exercises.exercises():
        for stage in one.instruments:
            assert len({str(made(one, stage, number, 7)) for number in range(8)}) > 2


def test_a_day_is_played_from_its_first_block_to_its_last(content):  # noqa: ARG001
    report, told = played()
    assert report.told()["faults"] == []
    assert [one.block for one in report.days[DAY]] == ["welcome", "line", "positioning"]
    last = report.days[DAY][-1]
    assert last.stages == ["talk", "individual", "group", "plenary"]
    assert (last.faults, last.written > 4, last.shared > 1) == ([], True, True)
    assert (report.lost, report.copy, report.fine) == ([], True, True)
    assert "laeringsdage.zip" in report.files
    assert [(one["done"], one["of"]) for one in told] == [(1, 3), (2, 3), (3, 3)]


def test_a_page_that_is_missing_is_said_and_the_day_goes_on(content):
    (content / "05_positioning.ipynb").unlink()
    report, _ = played()
    assert not report.fine
    assert "05_positioning.ipynb" in report.days[DAY][-1].faults[0]


def test_the_day_is_played_as_the_desk_left_it(content):  # noqa: ARG001
    store = TemporaryStore()
    store.mark("plan", DAY, {"skipped": ["welcome"]}, "desk")
    store.mark("plan", DAY, {"skipped": ["positioning", "line"]}, "desk")
    store.mark("seat", "p:ab12cd34", {"alias": "Anna", "table": "1"}, "ab12cd34")
    taken = changes(store)
    store.close()
    assert taken == [("plan", DAY, {"skipped": ["positioning", "line"]})]
    report, _ = played(events=taken)
    assert [one.block for one in report.days[DAY]] == ["welcome"]


def test_with_all_the_optional_blocks_come_in_and_what_the_desk_left_out_stays_out(content):  # noqa: ARG001
    taken = rehearse.whole([DAY], [("plan", DAY, {"skipped": ["line"]})])
    assert taken == [("plan", DAY, {"skipped": ["line", "round"]})]
    report, _ = played(people=1, events=rehearse.whole([DAY], [("plan", DAY, {"skipped": QUIET})]))
    assert [one.block for one in report.days[DAY]] == ["welcome", "round"]


def test_a_block_asks_its_own_exercise_of_a_page_with_several(content):
    plan = (content / "plan.toml").read_text(encoding="utf-8")
    (content / "plan.toml").write_text(plan + SECOND, encoding="utf-8")
    report, _ = played(people=2)
    first, second = report.days[DAY][-2:]
    assert (first.block, second.block) == ("positioning", "between")
    assert (report.fine, second.shared) == (True, 1)


def test_nothing_of_a_rehearsal_reaches_a_real_database(content, tmp_path, monkeypatch):  # noqa: ARG001
    data = data_folder(tmp_path / "data")
    real = DatabaseStore(data / FILE, data)
    monkeypatch.setenv("LAERINGSDAGE_DATABASE", str(data / FILE))
    monkeypatch.setenv("LAERINGSDAGE_DATA", str(data))
    monkeypatch.setenv("LAERINGSDAGE_ROOM", "http://127.0.0.1:9")
    monkeypatch.setenv("LAERINGSDAGE_TOKEN", "token")
    before = real.last()
    report, _ = played(people=2)
    assert report.fields > 0
    assert (real.last(), real.events("seat"), real.events("run")) == (before, [], [])
    assert [file.name for file in (data / "exports").iterdir()] == []
    real.close()


def test_a_text_that_went_missing_is_found(content):  # noqa: ARG001
    class Forgetful(rehearse.Crowd):
        def lost(self):
            self.kept[next(iter(self.kept))]["episode"] = "Det stod der aldrig"
            return super().lost()

    before, rehearse.Crowd = rehearse.Crowd, Forgetful
    try:
        report, _ = played()
    finally:
        rehearse.Crowd = before
    assert report.lost == ["stuck_episode episode"]
    assert not report.fine


@pytest.mark.parametrize(
    ("text", "numbers"), [("1-4", [1, 2, 3, 4]), ("2", [2]), ("1,3", [1, 3]), ("7", [])]
)
def test_days_are_named_as_people_name_them(text, numbers):
    planned = [one for one in exercises.DAYS if (ROOT / one / "plan.toml").is_file()]
    wanted = [exercises.DAYS[number - 1] for number in numbers]
    assert days_of(text) == [one for one in wanted if one in planned]


def test_the_command_prints_what_happened_and_writes_the_files(content, tmp_path, capsys):  # noqa: ARG001
    out, data = tmp_path / "out", tmp_path / "data"
    asked = ["--days", "1", "--people", "6", "--data", str(data), "--out", str(out)]
    assert cli.main(["rehearse", *asked, "--all"]) == 0
    said = capsys.readouterr().out
    assert "Runde" in said
    assert "Positionering" in said
    assert "alle er der endnu" in said
    assert (out / "laeringsdage.zip").is_file()


def test_a_range_without_a_plan_is_a_sentence(content, capsys):  # noqa: ARG001
    assert cli.main(["rehearse", "--days", "9"]) == 1
    assert "--days 1" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["one", "1-", "-", ""])
def test_nonsense_for_a_range_is_no_day(text):
    assert days_of(text) in ([], days_of("1"))


def test_for_the_desk_it_runs_in_a_process_of_its_own_and_tells_as_it_goes(content):
    asked = {"days": [DAY], "people": 3, "seed": 7, "events": []}
    around = {"PYTHONPATH": str(ROOT), "LAERINGSDAGE_CONTENT": str(content.parent)}
    process = subprocess.Popen(
        [sys.executable, "-m", "workshops.rehearse"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=around,
    )  # fmt: skip
    process.stdin.write(json.dumps(asked) + "\n")
    process.stdin.flush()
    told = [json.loads(line) for line in process.stdout]
    assert [next(iter(one)) for one in told] == ["far", "far", "far", "report"]
    assert told[-1]["report"]["fine"]
    process.stdin.close()
    assert process.wait(20) == 0


def test_it_ends_with_its_caller_and_leaves_no_folder(content, tmp_path):
    asked = {"days": [DAY], "people": 25, "seed": 7, "events": []}
    around = {
        "PYTHONPATH": str(ROOT), "LAERINGSDAGE_CONTENT": str(content.parent),
        "TMPDIR": str(tmp_path / "tmp"), "TEMP": str(tmp_path / "tmp"),
    }  # fmt: skip
    (tmp_path / "tmp").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "workshops.rehearse"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=around,
    )  # fmt: skip
    process.stdin.write(json.dumps(asked) + "\n")
    process.stdin.flush()
    assert "far" in json.loads(process.stdout.readline())
    process.stdin.close()
    process.wait(60)  # a machine that runs every test at once is slow to end one
    assert list((tmp_path / "tmp").glob("laeringsdage-*")) == []
