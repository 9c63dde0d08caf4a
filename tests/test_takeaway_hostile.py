"""Hostile words go through every field and every format as words, and nothing falls over."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from workshops import exercises, fields
from workshops.takeaway import exercise_pages, export
from workshops.takeaway.gathered import Gathered, gather, legible
from workshops.takeaway.pictures import positioning_map
from workshops.takeaway.tables.sheets import as_csv, grids
from workshops.takeaway.tables.workbook import as_workbook
from workshops.takeaway.word import worded

EXERCISE = exercises.exercise("stuck_episode")

HOSTILE = [
    "=1+1",
    "+45 12 34",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "\n =1+1",
    "＝1+1",
    '=HYPERLINK("http://example.org","klik")',
    "http://example.org/x?a=1&b=<2>",
    "<script>alert(1)</script>",
    "</w:t></w:r><w:fldSimple w:instr='DDEAUTO c cmd'/>",
    "]]> & &amp; &#x41; <!-- -->",
    "{text} {0} {{7*7}} %s %(x)s ${x}",
    "_x0041_ _x000D_ _xD800_",
    "a\x00b\x01c\x0bd\x1fe\x7ff\x85g",
    "a\ud800b",
    "x\ufffey\uffffz",
    "\u202eslut\u202c \u2066a\u2069",
    "مرحبا بالعالم · שלום",
    "👩‍👩‍👧‍👦 🇩🇰 ❤️",
    "Z̸̢͎a̷l̶g̵o̴",
    "第一行\n第二行\n\n\n第三行",
    "'; DROP TABLE entry; --",
    "''''",
    "æøåÆØÅ ’ ” – …",
    "x" * 400,
    "ord " * 100,
]

TEXTS = {
    "episode": 160,
    "words.taken": 60,
    "words.wished": 60,
    "words.given": 60,
    "axes.left": 24,
    "axes.right": 24,
    "axes.bottom": 24,
    "axes.top": 24,
    "second.said": 200,
    "second.answer": 200,
    "rights": 400,
    "duties": 400,
    "transfer": 400,
    "lines.a1.invitation": 200,
    "lines.a1.counter": 200,
    "lines.a1.shift": 120,
}
MARKS = {"invited": [-3.0, 4.0], "taken": [-3.0, 4.0], "wished": [5.0, -5.0], "given": [0.0, 0.0]}


def written(one: Any) -> bytes:
    """Give the Word file of one exercise."""
    return worded.printed(exercise_pages.alone(one))


def gathered(texts: dict[str, str], alias: str = "Anna") -> Gathered:
    """Give what a store would give that had let everything in."""
    leaves = {**MARKS, "lines.#": ["a1"], **texts}
    sheet = SimpleNamespace(subject="g:3", fields=leaves, shared=set(), shared_at={})
    seat = SimpleNamespace(
        at="2026-11-26T08:00:00+00:00", day="", subject="p:a", value={"alias": alias, "table": "3"}
    )
    store: Any = SimpleNamespace(
        released=lambda _exercise: [sheet],
        unnamed=lambda _exercise, _fields, _apart: [],
        events=lambda _kind: [seat],
    )
    return gather(store, EXERCISE, "da")


def everywhere(text: str) -> dict[str, str]:
    """Give the text, as long as each field takes it; a field refuses what is longer."""
    return {path: text.strip()[:most] if len(text) > most else text for path, most in TEXTS.items()}


def expected(one: Gathered) -> set[str]:
    leaves = fields.leaves(one.outputs[0].answer.model_dump())
    return {leaf for leaf in leaves.values() if isinstance(leaf, str) and leaf}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_excel_and_csv_hold_words_and_no_formula(text: str) -> None:
    one = gathered(everywhere(text), alias=text)
    book = openpyxl.load_workbook(io.BytesIO(as_workbook([one], "da")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)
    held = {cell.value for cell in cells if isinstance(cell.value, str)}
    assert expected(one) - {text.replace("\r", "") for text in held} == set()
    assert all(len(value) <= 32_767 for value in held)
    for grid in grids([one]):
        content = as_csv(grid, "da").decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=";"))
        assert len(rows) == len(grid.rows) + 1
        for cell in (cell for row in rows for cell in row):
            number = re.fullmatch(r"-?\d+(,\d+)?", cell)
            assert number or not re.match(r"\s*[=+\-@]", cell), cell


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_word_holds_words_and_no_markup(text: str) -> None:
    one = gathered(everywhere(text), alias=text)
    content = written(one)
    document = docx.Document(io.BytesIO(content))
    said = {line.text for line in every_paragraph(document)}
    ends = set(one.outputs[0].answer.axes.model_dump().values())
    assert expected(one) - ends - said == set()
    whole = "\n".join(said)
    assert [end for end in ends if end.lower() not in whole] == []
    assert list(document.element.body.iter(qn("w:fldSimple"))) == []
    assert list(document.element.body.iter(qn("w:hyperlink"))) == []
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(file.read(name))  # noqa: S314 - we wrote it
            assert b'TargetMode="External"' not in file.read(name)


def every_paragraph(document: Any) -> list[Any]:
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return [*document.paragraphs, *(line for cell in cells for line in cell.paragraphs)]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_picture_holds_words_and_no_markup(text: str) -> None:
    one = gathered(everywhere(text))
    drawing = positioning_map.draw(one.outputs[0].answer, one.words)
    drawing.title = drawing.twin = legible(text)
    root = ET.fromstring(drawing.svg())  # noqa: S314 - we drew it
    kinds = {node.tag.split("}")[1] for node in root.iter()}
    assert kinds <= {"svg", "title", "desc", "rect", "circle", "path", "text", "tspan"}
    assert {name for node in root.iter() for name in node.attrib} & {"href", "onload"} == set()
    assert drawing.png().startswith(b"\x89PNG")


def test_a_megabyte_in_a_field_stops_nothing(tmp_path: Path) -> None:
    fields = {"transfer": "x" * 1_000_000, "rights": "kort"}
    sheet = SimpleNamespace(subject="g:3", fields=fields, shared=set(), shared_at={})
    store: Any = SimpleNamespace(
        released=lambda _exercise: [sheet],
        unnamed=lambda _exercise, _fields, _apart: [{"invited": "=1+1", "wished": [9, 9]}] * 7,
        events=lambda _kind: [],
    )
    export(store, tmp_path, day=EXERCISE.day)
    assert "kort" in (tmp_path / "laeringsdag-1-positionering.csv").read_text(encoding="utf-8-sig")


@given(st.text(max_size=80), st.text(max_size=40))
@settings(max_examples=15, deadline=None)
def test_any_text_at_all_comes_through(text: str, alias: str) -> None:
    one = gathered(everywhere(text), alias)
    assert docx.Document(io.BytesIO(written(one))).paragraphs
    assert openpyxl.load_workbook(io.BytesIO(as_workbook([one], "da"))).worksheets
    assert all(as_csv(grid, "da") for grid in grids([one]))
