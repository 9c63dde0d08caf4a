"""The content's shape: notebooks bare and in twins, exercises whole; and what sees to it."""

from __future__ import annotations

import copy
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from workshops import cli
from workshops.checks import TWINS, check, exercises, notebooks
from workshops.checks.drafts import draft
from workshops.checks.notebooks import bare, check_notebook, clean
from workshops.store import Declined

ROOT = Path(__file__).resolve().parent.parent


def cell(name: str, source: str, kind: str = "markdown") -> dict[str, Any]:
    tags = [name[-2:]] if kind == "markdown" else []
    return {"cell_type": kind, "id": name, "metadata": {"tags": tags}, "source": source}


GOOD = bare(
    {
        "cells": [
            cell("title-da", "# Titel"),
            cell("title-en", "# Title"),
            cell("kit", "from workshops import exercise, plenary", "code"),
            cell("exercise", 'exercise("draft_one")', "code"),
        ]
    }
)


def words_for(folder: Path, notebook: dict[str, Any]) -> set[str]:
    """Give what `check` says of a notebook that stands in a day with one exercise."""
    (folder / "exercises").mkdir(exist_ok=True)
    (folder / "exercises" / "draft_one.toml").touch()
    file = folder / "01_talk.ipynb"
    file.write_text(json.dumps(notebook), encoding="utf-8")
    return {finding.word for finding in check_notebook(file)}


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the days that a test may change."""
    for day in ROOT.glob("day*_*"):
        shutil.copytree(day, tmp_path / day.name)
    monkeypatch.setenv("LAERINGSDAGE_CONTENT", str(tmp_path))
    return tmp_path


def test_the_content_is_as_it_should_be() -> None:
    assert [str(one) for one in check(ROOT) if one.word not in TWINS] == []


def test_the_content_that_is_checked_is_there() -> None:
    assert ROOT / "day1_context" / "05_positioning.ipynb" in notebooks(ROOT)
    assert ROOT / "day1_context" / "exercises" / "stuck_episode.toml" in exercises(ROOT)


def test_a_good_notebook_passes(tmp_path: Path) -> None:
    assert words_for(tmp_path, GOOD) == set()


def at(place: int, **change: Any) -> dict[str, Any]:
    """Give the good notebook with one cell changed."""
    notebook = copy.deepcopy(GOOD)
    notebook["cells"][place] |= change
    return notebook


def without(place: int) -> dict[str, Any]:
    notebook = copy.deepcopy(GOOD)
    del notebook["cells"][place]
    return notebook


def with_more(*cells: dict[str, Any]) -> dict[str, Any]:
    return bare({"cells": [*GOOD["cells"], *cells]})


STREAM = {"output_type": "stream", "name": "stdout", "text": ["hej"]}
LONG = "\n".join(["ord " * 10] * 16)
MANY = [one for n in range(9) for one in (cell(f"case-{n}-da", "x"), cell(f"case-{n}-en", "x"))]
WRONG = {
    "an output": (at(3, outputs=[STREAM]), "check_not_bare"),
    "a count": (at(3, execution_count=7), "check_not_bare"),
    "other metadata": (at(3, metadata={"collapsed": True}), "check_not_bare"),
    "an unknown part": (at(0, id="intro-da"), "check_cell_id"),
    "no language": (at(0, id="title"), "check_cell_id"),
    "a language on code": (at(3, id="exercise-da"), "check_cell_id"),
    "another tag": (at(0, metadata={"tags": ["da", "hide"]}), "check_tags"),
    "the wrong tag": (at(0, metadata={"tags": ["en"]}), "check_tags"),
    "the same id twice": (at(1, id="title-da"), "check_cell_twice"),
    "no English": (without(1), "check_no_twin"),
    "no Danish": (without(0), "check_no_original"),
    "other headings": (at(1, source=["## Title"]), "check_headings"),
    "no import line": (without(2), "check_import"),
    "another import": (at(2, source=["import os"]), "check_import"),
    "two calls": (at(3, source=['exercise("draft_one")\n', "1"]), "check_one_call"),
    "an assignment": (at(3, source=['a = exercise("draft_one")']), "check_one_call"),
    "a function of others": (at(3, source=['print("draft_one")']), "check_one_call"),
    "an unknown exercise": (at(3, source=['exercise("nobody")']), "check_unknown_exercise"),
    "a raw cell": (at(0, cell_type="raw"), "check_cell_kind"),
    "an empty cell": (at(0, source=[]), "check_cell_open"),
    "a draft": (at(0, source=["# …"]), "check_cell_open"),
    "too much theory": (with_more(cell("theory-da", LONG)), "check_theory_long"),
    "too many cells": (with_more(*MANY), "check_too_many_cells"),
}


@pytest.mark.parametrize("what", WRONG)
def test_check_finds(what: str, tmp_path: Path) -> None:
    notebook, word = WRONG[what]
    assert word in words_for(tmp_path, notebook)


def test_check_says_that_a_file_is_no_notebook(tmp_path: Path) -> None:
    file = tmp_path / "01_talk.ipynb"
    file.write_text("{", encoding="utf-8")
    assert [one.word for one in check_notebook(file)] == ["check_unreadable"]


def test_fix_cleans_and_leaves_the_text_alone(tmp_path: Path) -> None:
    file = tmp_path / "01_talk.ipynb"
    file.write_text(json.dumps(at(3, outputs=[STREAM], execution_count=1)), encoding="utf-8")
    assert clean(file)
    assert json.loads(file.read_text(encoding="utf-8")) == GOOD
    assert not clean(file)


TOML_WRONG = {
    "no such method": ('"positioning"', '"nothing"', "check_no_method"),
    "no such instrument": ('"field_sheet"]', '"nothing"]', "check_no_instrument"),
    "no such case": ('"just_tell_us"', '"nothing"', "check_no_case"),
    "a word without Danish": ("[en]", '[en]\nnew_word = "x"', "check_word_missing"),
    "a word without English": ("[da]", '[da]\nnew_word = "x"', "check_word_twin"),
    "an empty word": ('decimal = ","', 'decimal = ""', "check_word_empty"),
    "other facts": ("[en]", '[en]\nnew = "{n}"', "check_word_facts"),
    "no English at all": ("[en]", "[de]", "check_no_table"),
    "no TOML": ("[da]", "[da", "check_unreadable"),
}


@pytest.mark.parametrize("what", TOML_WRONG)
def test_check_finds_in_an_exercise(what: str, kit: Path) -> None:
    old, new, word = TOML_WRONG[what]
    file = kit / "day1_context" / "exercises" / "stuck_episode.toml"
    text = file.read_text(encoding="utf-8").replace(old, new, 1)
    if word == "check_word_facts":
        text = text.replace("[da]", '[da]\nnew = "{m}"', 1)
    file.write_text(text, encoding="utf-8")
    assert word in {one.word for one in check(kit)}


def test_an_exercise_of_a_method_words_what_the_others_word(kit: Path) -> None:
    file, _ = draft("day2_inquiry", "draft_one", "positioning")
    text = file.read_text(encoding="utf-8").replace('decimal = ","', "", 1)
    file.write_text(text, encoding="utf-8")
    missing = [one for one in check(kit) if one.word == "check_word_missing" and one.file == file]
    assert "decimal" in missing[0].facts["keys"]


def test_a_release_waits_for_english_and_daily_work_does_not(
    kit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = kit / "day1_context" / "exercises" / "stuck_episode.toml"
    text = file.read_text(encoding="utf-8").replace("[da]", '[da]\nnew_word = "x"', 1)
    file.write_text(text, encoding="utf-8")
    assert cli.main(["check"]) == 0
    assert cli.main(["check", "--release"]) == 1
    assert "new_word" in capsys.readouterr().out


def test_a_new_exercise_is_two_files_and_lacks_only_its_own_words(kit: Path) -> None:
    before = {file for file in kit.rglob("*") if file.is_file()}
    file, notebook = draft("day2_inquiry", "draft_one", "positioning")
    assert {one for one in kit.rglob("*") if one.is_file()} - before == {file, notebook}
    assert r"exercise(\"draft_one\")" in notebook.read_text(encoding="utf-8")
    left = {one.word for one in check(kit) if one.file in {file, notebook}}
    assert left == {"check_cell_open", "check_no_twin", "check_word_empty"}
    for one in (file, notebook):
        one.write_text(one.read_text(encoding="utf-8").replace("…", "ord"), encoding="utf-8")
    assert [one for one in check(kit) if one.file in {file, notebook}] == []


@pytest.mark.usefixtures("kit")
def test_a_second_exercise_may_stand_in_the_same_notebook() -> None:
    _, first = draft("day2_inquiry", "draft_one", "positioning")
    _, second = draft("day2_inquiry", "draft_two", "positioning", first.stem)
    assert first == second
    ids = [one["id"] for one in json.loads(first.read_text(encoding="utf-8"))["cells"]]
    assert ids.count("kit") == 1
    parts = [name.split("-")[0] for name in ids]
    assert ids.index("exercise-draft_two") == ids.index("exercise") + 1
    assert parts.index("kit") > max(n for n, part in enumerate(parts) if part == "task")


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        (("day9_nothing", "talk", "positioning"), "new_no_day"),
        (("day2_inquiry", "Talk-1", "positioning"), "new_name"),
        (("day2_inquiry", "talk", "nothing"), "new_no_method"),
        (("day2_inquiry", "stuck_episode", "positioning"), "new_stands"),
        (("day2_inquiry", "talk", "positioning", "09_none"), "new_no_notebook"),
        (("day1_context", "talk", "positioning", "05_positioning"), "new_full"),
    ],
)
def test_a_draft_that_cannot_be_says_why_and_changes_nothing(
    kit: Path, asked: tuple[str, ...], word: str
) -> None:
    before = {file: file.read_bytes() for file in kit.rglob("*") if file.is_file()}
    with pytest.raises(Declined) as why:
        draft(*asked)
    assert why.value.word == word
    assert {file: file.read_bytes() for file in kit.rglob("*") if file.is_file()} == before


def test_every_code_cell_runs_in_one_process_and_runs_again(tmp_path: Path) -> None:
    lines = [
        "".join(one["source"])
        for file in notebooks(ROOT)
        for one in json.loads(file.read_text(encoding="utf-8"))["cells"]
        if one["cell_type"] == "code"
    ]
    env = {**os.environ, "LAERINGSDAGE_DATA": str(tmp_path)}
    subprocess.run(
        [sys.executable, "-c", "\n".join(lines * 2)], cwd=ROOT, env=env, check=True, timeout=120
    )
