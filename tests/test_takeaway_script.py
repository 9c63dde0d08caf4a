"""The day's script: everything a trainer needs, each sentence read where it stands."""

from __future__ import annotations

import argparse
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdf
import pytest

from workshops import exercises, theme
from workshops.exercises import DAYS, content
from workshops.programme.plan import plan
from workshops.store import Store
from workshops.store.temporary import TemporaryStore
from workshops.takeaway.document import Document
from workshops.takeaway.pdf import press
from workshops.takeaway.script import command, day_content
from workshops.takeaway.script.pack import pack
from workshops.takeaway.script.points import clocks
from workshops.takeaway.script.script import script
from workshops.takeaway.word import worded
from workshops.words import words

DAY = "day1_context"


@pytest.fixture
def as_written() -> Iterator[None]:
    """Forget afterwards what a desk wrote anew."""
    yield
    exercises.rewrite({})
    theme.rewrite({})


def words_of(document: Document) -> str:
    file = docx.Document(io.BytesIO(worded.printed(document)))
    return " ".join(one.text for one in file.element.iter("{*}t") if one.text)


def changed(**changes: object) -> Store:
    store = TemporaryStore()
    store.mark("plan", DAY, changes, "desk")
    return store


# ── what is in it ────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("day", DAYS)
def test_a_script_has_the_shape_of_a_drejebog(day: str, language: str) -> None:
    kit, made = words(language), words_of(script(day, language))
    for word in ("purpose", "facts", "duration", "participants", "to_print", "programme",
                 "points", "short", "after", "groups"):  # fmt: skip
        assert kit[f"script_{word}"] in made, word
    for title, _blocks in day_content.readme(day, language):
        assert title in made or title == day_content.readme(day, language)[0][0]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("day", DAYS)
def test_every_block_of_the_day_stands_in_it_with_its_time_and_cue_notes(
    day: str, language: str
) -> None:
    made = words_of(script(day, language))
    for begins, block in clocks(plan(day)):
        title = block.title[language]
        assert (f"{begins}  {title}" in made) is not block.skipped
        assert title in made
        if not block.skipped:
            assert all(cue in made for cue in (block.cues or {}).get(language, ())), block.id


def test_steps_roles_and_other_sizes_are_the_notebooks_own() -> None:
    made = words_of(script(DAY))
    task = day_content.tasks(DAY, "da")["stuck_episode"]
    assert task.roles
    assert task.sizes
    for block in (*task.steps, *task.roles, *task.sizes):
        runs = block["runs"] if block["is"] == "prose" else block["items"][0]
        assert all(run["text"].strip() in made for run in runs)


def test_the_second_exercise_of_a_notebook_has_its_own_task() -> None:
    tasks = day_content.tasks(DAY, "da")
    assert tasks["who_invites_whom"].title != tasks["stuck_episode"].title
    assert tasks["who_invites_whom"].steps != tasks["stuck_episode"].steps


def test_the_readmes_table_is_not_read_as_a_section() -> None:
    for language, titles in (("da", ["Formål", "Rummet", "Materialer"]),
                             ("en", ["Aims", "The room", "Materials"])):  # fmt: skip
        assert [title for title, _blocks in day_content.readme(DAY, language)] == titles


def test_the_day_adds_up_and_begins_when_the_plan_says() -> None:
    held = [(begins, block) for begins, block in clocks(plan(DAY)) if not block.skipped]
    assert held[0][0] == "9.00"
    hour, minute = map(int, held[-1][0].split("."))
    assert 60 * hour + minute + held[-1][1].minutes == 15 * 60 + 30


# ── a desk's changes ─────────────────────────────────────────────────────────
def test_what_the_desk_changed_is_in_the_script_and_what_it_left_out_is_not() -> None:
    edits = {"check_in": {"title": {"da": "En ny begyndelse", "en": "A new start"},
                          "minutes": 25, "lead": "Mette"}}  # fmt: skip
    with_changes = changed(blocks=edits, skipped=["line", "domains"], start="08.30")
    made = words_of(script(DAY, "da", with_changes))
    assert "8.40  En ny begyndelse" in made
    assert "ledes af Mette" in made
    assert "25 minutter" in made
    assert "De tre domæner" in made
    with_changes.close()


@pytest.mark.usefixtures("as_written")
def test_a_task_rewritten_at_the_desk_is_printed_as_it_is_said(tmp_path: Path) -> None:
    given = {"day": DAY, "language": "da", "data": tmp_path / "data", "out": tmp_path / "out",
             "formats": "docx", "address": None}  # fmt: skip
    from workshops.store.opening import open_data  # noqa: PLC0415 - only this test has a folder

    store = open_data(tmp_path / "data")
    texts = {"stuck_episode": {"da": {"task_group": "Sæt kortet på ny, og tal om det."}}}
    store.mark("plan", DAY, {"texts": texts}, "desk")
    store.close()
    list(command.script_told(argparse.Namespace(**given)))
    list(command.pack_told(argparse.Namespace(**given)))
    for name in ("drejebog", "arbejdsark"):
        file = next(one for one in (tmp_path / "out").iterdir() if name in one.name)
        said = " ".join(one.text or "" for one in docx.Document(str(file)).element.iter("{*}t"))
        assert "Sæt kortet på ny, og tal om det." in said, name


def test_one_sentence_changed_in_a_notebook_changes_every_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in DAYS:
        shutil.copytree(content() / day, tmp_path / day)
    file = tmp_path / DAY / "05_positioning.ipynb"
    told = json.loads(file.read_text(encoding="utf-8"))
    for cell in told["cells"]:
        if cell["id"] == "task-da":
            whole = "".join(cell["source"])
            cell["source"] = [whole.replace("To observatører skriver", "To observatører tegner")]
    file.write_text(json.dumps(told), encoding="utf-8")
    monkeypatch.setenv("LAERINGSDAGE_CONTENT", str(tmp_path))
    assert "To observatører tegner" in words_of(script(DAY))
    assert "To observatører tegner" in words_of(pack(DAY)[2])


# ── files ────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_pdf_of_a_script_is_tagged_and_says_the_same(language: str) -> None:
    made = script(DAY, language)
    reader = pypdf.PdfReader(io.BytesIO(press.pressed(made)))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert str(reader.trailer["/Root"]["/Lang"]).startswith(language)
    text = re.sub(r"[\s­]", "", "".join(page.extract_text() for page in reader.pages))
    for _begins, block in clocks(plan(DAY)):
        assert re.sub(r"[\s­]", "", block.title[language]) in text
    assert [leaf.sheet for leaf in made.leaves] == ["a4"] * 4


def test_a_script_says_how_many_are_coming_but_nobodys_name() -> None:
    store = TemporaryStore()
    for number in range(7):
        seat = {"alias": f"Navn{number}", "table": str(number % 2 + 1), "code": f"a-b-{number}"}
        store.mark("seat", f"p:{number}", seat, str(number))
    made = words_of(script(DAY, "da", store))
    assert words()["script_here"].format(n=7, tables=2) in made
    assert "Navn" not in made
    assert "a-b-" not in made
    store.close()
