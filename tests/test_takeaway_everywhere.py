"""Every exercise in every format: all that is for all is there, and nothing else.

One room answers the exercises; all files of an export and of a handbook are opened again.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest

from tests import taken_home, taken_home_files
from tests.taken_home import NOT_FOR_ALL, SHARED, Marks
from tests.taken_home_files import COMPLETE, HOMES, Home, expected, gone, off_the_page, told_by
from tests.taken_home_read import bare, everything, words_of_pdf
from workshops.takeaway import document as paper_parts
from workshops.takeaway.document import Document, Leaf
from workshops.takeaway.pdf import press
from workshops.takeaway.pictures import badge

MADE = datetime(2026, 11, 26, 11, tzinfo=UTC)
LEFT_OUT = {
    # What a level means stands on the page when the group has put the level in its order.
    "stuck_utterance": r"(mine|theirs)\.levels\.\w+\.story",
    # A round has replies from the seats that listened: neither the speaker's nor an empty chair's.
    "same_words": r"rounds\.r\d\.reply\.s\d",
    # A turn stands on the page when it has its time and its level.
    "lead_the_talk": r"log\.\w+\.note",
}
"""The texts that may be missing on a page although they are for all, and why."""


@pytest.fixture(params=HOMES)
def home(request: pytest.FixtureRequest) -> Home:
    return taken_home_files.home(request.param)


# ── nothing missing ──────────────────────────────────────────────────────────
def shared(home: Home, wanted: str) -> set[str]:
    """Give the marks of what the first group wrote for all, as the store has them."""
    whose = {mark for mark, (one, of, _) in home.marks.of.items() if (one, of) == (wanted, "g:1")}
    return {mark for mark in whose if mark[2] == SHARED and mark in home.for_all}


@pytest.mark.parametrize("form", COMPLETE)
def test_every_text_that_is_for_all_is_in_every_complete_format(home: Home, form: str) -> None:
    for wanted in home.in_groups:
        told = list(told_by(home, wanted, "1").values())
        assert [text for text in told if f"qz{SHARED}" not in text] == [], wanted
        assert [one for one in shared(home, wanted) if one not in "\n".join(told)] == [], wanted
    assert gone(home, form) == {}


def test_a_page_leaves_out_only_what_it_leaves_out_on_purpose(home: Home) -> None:
    for wanted in home.in_groups:
        found = off_the_page(home, wanted, "1")
        known = re.compile(LEFT_OUT.get(wanted, "(?!)"))
        assert [path for path in found if not known.fullmatch(path)] == [], wanted
        assert found or wanted not in LEFT_OUT, wanted


def test_the_lines_shared_without_names_are_in_every_complete_format(home: Home) -> None:
    lines = {
        mark
        for mark, (_, subject, _) in home.marks.of.items()
        if mark[2] == SHARED and subject.startswith("p:")
    }
    check_outs = [one for one in home.gathered.values() if one.exercise.method == "check_out"]
    assert len(lines) == len(check_outs) * (taken_home.PEOPLE - 2) > 0
    for form in COMPLETE:
        assert [mark for mark in lines if mark not in home.read[form]] == [], form


def test_each_exercises_own_word_file_has_it_all_too(home: Home) -> None:
    for wanted in home.in_groups:
        read = home.words(home.own_files[wanted])
        told = expected(home, wanted, "1")
        assert [at for at, text in told.items() if bare(text) not in read] == [], wanted


@pytest.mark.long
@pytest.mark.parametrize("form", ["docx", "html"])
def test_the_handbook_has_every_text_of_a_group_that_said_yes(form: str) -> None:
    home = taken_home_files.home("all")
    (name,) = (name for name in home.files if name.startswith("book/") and name.endswith(form))
    read = home.words(name)
    for wanted in home.in_groups:
        told = expected(home, wanted, "1")
        assert [at for at, text in told.items() if bare(text) not in read] == [], wanted


@pytest.mark.long
@pytest.mark.parametrize("form", ["docx", "xlsx", "pptx"])
def test_libreoffice_opens_it_and_reads_the_same_words(form: str, tmp_path: Path) -> None:
    home = taken_home_files.home("all")
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice here")
    file = tmp_path / f"laeringsdage.{form}"
    file.write_bytes(home.files[file.name])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(file)], check=False, capture_output=True, timeout=300)
    made = file.with_suffix(".pdf")
    if not made.exists():
        pytest.skip("this LibreOffice has no module for it")
    read = bare(words_of_pdf(made.read_bytes()))
    for wanted in home.in_groups:
        told = expected(home, wanted, "1")
        assert [at for at, text in told.items() if text[-9:] not in read] == [], wanted


# ── nothing private, nothing withdrawn ───────────────────────────────────────
def test_nothing_that_is_not_for_all_is_anywhere_in_any_file(home: Home) -> None:
    """In words, properties, comments, notes, alt texts, workbooks in charts, names inside zips."""
    kept_at_the_table = {
        mark
        for mark, (_, subject, _) in home.marks.of.items()
        if mark[2] == SHARED and subject == "g:1" and mark not in home.for_all
    }
    assert kept_at_the_table
    for name, content in home.files.items():
        whole = everything(name, content)
        assert NOT_FOR_ALL.findall(whole) == [], name
        assert [mark for mark in kept_at_the_table if mark in whole] == [], name


def test_only_the_groups_whose_sheets_are_shown_now_are_taken_home(home: Home) -> None:
    for one in home.gathered.values():
        wanted = ["1", "2"] if one.exercise.instruments.get("group") else []
        assert [output.table for output in one.outputs] == wanted


def hidden(mark: str) -> dict[str, bytes]:
    """Give files with a mark where nobody reads: properties, notes, alt texts, zips inside zips."""
    word, deck, book = docx.Document(), pptx.Presentation(), openpyxl.Workbook()
    word.core_properties.keywords = mark
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.notes_slide.notes_text_frame.text = mark
    book.active["A1"].comment = openpyxl.comments.Comment(mark, "x")
    parts = [paper_parts.line("x"), paper_parts.picture(badge.draw("1"), mark)]
    page = Document("x", "da", MADE, mark, [Leaf(parts[:1])])
    made = {"docx": word, "pptx": deck, "xlsx": book}
    found = {}
    for form, one in made.items():
        file = io.BytesIO()
        one.save(file)
        found[form] = file.getvalue()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as inside:
        inside.writestr("x.docx", found["docx"])
    named = io.BytesIO()
    with zipfile.ZipFile(named, "w") as inside:
        inside.writestr(f"{mark}/x", b"")
    found |= {"zip": packed.getvalue(), "name": named.getvalue()}
    found |= {"about": press.pressed(page)}
    page.leaves[:] = [Leaf(parts)]
    return found | {"alt": press.pressed(replace(page, subject="")), "split": _split(mark)}


def _split(mark: str) -> bytes:
    return f"<p>{mark[:4]}<b>{mark[4:]}</b></p>".encode()


def test_what_looks_for_marks_finds_them_where_they_are_hidden() -> None:
    """A proof that finds nothing must be able to find something."""
    mark = Marks().one("p", "", "", "")
    for where, made in hidden(mark).items():
        assert NOT_FOR_ALL.search(everything("x", made)), where
