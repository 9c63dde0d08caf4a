"""One text, once: a sentence changed in a notebook is changed wherever it is said."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from workshops import exercises, theme
from workshops.room import notebooks
from workshops.store.temporary import TemporaryStore
from workshops.takeaway import papers
from workshops.takeaway.handbook import build, edition

ROOT = Path(__file__).resolve().parent.parent
DAY, STEM, EXERCISE = "day3_facilitation", "03_both_and", "hat_shifts"
STEP = "Rejs jer, og tryk på ”Begynd simuleringen”."
ANEW = "Rejs jer, træk vejret, og tryk på ”Begynd simuleringen”."
HINT = "Det, I siger, når I tager en anden kasket på."
HINT_ANEW = "Det, I siger højt, når I tager en anden kasket på."


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a copy of the days that a trainer may edit."""
    for day in exercises.DAYS:
        shutil.copytree(ROOT / day, tmp_path / day)
    monkeypatch.setenv("LAERINGSDAGE_CONTENT", str(tmp_path))
    yield tmp_path
    theme.rewrite({})


def reword(file: Path, old: str, new: str) -> None:
    """Change a sentence in a file, as somebody does in Lab."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def faces(content: Path) -> dict[str, str]:
    """Give what each face says, as text."""
    notebook = content / DAY / f"{STEM}.ipynb"
    phone, _packed = notebooks.page(notebook)
    store: Any = TemporaryStore()
    book = build(store, edition("puf", content), "da")
    (script,) = papers.documents("script", store, DAY, "da")
    sheets = papers.documents("pack", store, DAY, "da")
    store.close()
    return {
        "phone": phone.decode(),
        "big screen": theme.render(notebook, {}, surface="screen"),
        "handbook": papers.as_file(book, "md").decode(),
        "script": papers.as_file(script, "md").decode(),
        "worksheets": "".join(papers.as_file(one, "md").decode() for one in sheets),
    }


def test_a_sentence_of_a_notebook_is_said_anew_everywhere(content: Path) -> None:
    before = faces(content)
    said = [name for name, text in before.items() if STEP in text]
    assert set(said) == set(before)
    reword(content / DAY / f"{STEM}.ipynb", STEP, ANEW)
    after = faces(content)
    for name in said:
        assert ANEW in after[name], name
        assert STEP not in after[name], name


def test_a_word_of_an_exercise_is_said_anew_on_phone_and_on_paper(content: Path) -> None:
    before = faces(content)
    said = [name for name, text in before.items() if HINT in text]
    assert {"phone", "worksheets"} <= set(said)
    reword(content / DAY / "exercises" / f"{EXERCISE}.toml", HINT, HINT_ANEW)
    after = faces(content)
    for name in said:
        assert HINT_ANEW in after[name], name


def test_a_purpose_of_the_plan_is_said_anew_in_the_script(content: Path) -> None:
    plan = content / DAY / "plan.toml"
    purpose = "at kunne stoppe en samtale venligt og tale om den, før den går videre"
    reword(plan, purpose, "at kunne standse en samtale venligt")
    assert "at kunne standse en samtale venligt" in faces(content)["script"]


def test_nothing_of_a_notebook_is_stored_a_second_time() -> None:
    """A step stands in its notebook and in no other file of the kit."""
    notebook = ROOT / DAY / f"{STEM}.ipynb"
    steps = [
        line.split(". ", 1)[1][:60]
        for cell in nbformat.read(notebook, as_version=4).cells
        if cell.id == "task-da"
        for line in cell.source.splitlines()
        if line[:1].isdigit()
    ]
    files = [
        file
        for folder in ("workshops", "widgets", *exercises.DAYS)
        for file in (ROOT / folder).rglob("*")
        if file.suffix in {".py", ".toml", ".js", ".md", ".ipynb", ".html"} and file != notebook
    ]
    assert len(steps) == 4
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert [step for step in steps if step in text] == [], file.name
