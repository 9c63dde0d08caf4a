"""A day's plan is looked over, and its README is written from it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from workshops.checks.plans import check_plan, table, write_tables
from workshops.checks.tables import read
from workshops.exercises import DAYS

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def day(tmp_path: Path) -> Path:
    folder = tmp_path / DAYS[0]
    shutil.copytree(ROOT / DAYS[0], folder)
    return folder


def words_of(day: Path) -> list[str]:
    return [one.word for one in check_plan(day / "plan.toml")]


def changed(day: Path, old: str, new: str) -> list[str]:
    file = day / "plan.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return words_of(day)


@pytest.mark.parametrize("name", DAYS)
def test_every_day_s_plan_is_in_order(name: str) -> None:
    assert list(check_plan(ROOT / name / "plan.toml")) == []


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("minutes = 34", "minutes = 33", "check_plan_sum"),
        ("minutes = 45", "minutes = 90", "check_plan_day"),
        ('kind = "walk"', 'kind = "stroll"', "check_plan_what"),
        ('notebook = "11_check_out"', 'notebook = "12_check_out"', "check_plan_what"),
        ('exercise = "try_outs"', 'exercise = "try_ins"', "check_plan_what"),
        ('id = "lunch"', 'id = "walk"', "check_plan_twice"),
        ('en = "Where in your working day could you offer', 'xx = "', "check_plan_prompt"),
        ('title = { da = "Frokost"', 'title = { da = "Middag"', "check_readme"),
    ],
)
def test_what_is_wrong_is_named(day: Path, old: str, new: str, word: str) -> None:
    assert word in changed(day, old, new)


def test_a_plan_that_cannot_be_read_is_said(day: Path) -> None:
    assert changed(day, "[[blocks]]", "[[blocks]") == ["check_unreadable"]


def test_the_readme_is_written_from_the_plan_and_nothing_else_in_it(day: Path) -> None:
    changed(day, 'title = { da = "Frokost"', 'title = { da = "Middag"')
    before = (day / "README.md").read_text(encoding="utf-8")
    assert write_tables(day / "plan.toml")
    after = (day / "README.md").read_text(encoding="utf-8")
    assert after == before.replace("Frokost", "Middag")
    assert not write_tables(day / "plan.toml")


def test_an_optional_block_has_no_time_and_takes_none() -> None:
    today = read(ROOT / DAYS[0] / "plan.toml")
    rows = table(today, "da").splitlines()
    optional = sum(bool(one.get("optional")) for one in today["blocks"])
    assert sum(row.startswith("| – |") for row in rows) == optional > 0
    assert rows[-1].startswith("| 15.10 | Tjek ud | 20 |")
