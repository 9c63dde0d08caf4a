"""Words stay words in every format: no formula, no markup, no link, no code of anybody's."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree as ET

import pypdf
import pytest

from tests import taken_home_files
from tests.taken_home import CORPUS
from tests.taken_home_files import COMPLETE, HOMES, Home, expected, gone, told_by
from tests.taken_home_read import Seen, bare, cells_of, reader_of, rendered, rows_of
from workshops.takeaway import document as paper_parts
from workshops.takeaway import marked
from workshops.takeaway.document import Document, Leaf
from workshops.takeaway.gathered import legible
from workshops.takeaway.pictures import badge
from workshops.takeaway.web import webbed

MADE = datetime(2026, 11, 26, 11, tzinfo=UTC)
WIDE = "\uff0b\uff0d\uff1d\uff20"
FIELDS = {"PAGE", "NUMPAGES", "TOC", "PAGEREF"}
LINKED = re.compile(r"hlinkClick|hlinkHover|hlinkMouseOver|externalLink|oleObject|vbaProject")
SHOWN = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "li", "strong", "em", "br",
         "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip
DRAWN = {"svg", "title", "desc", "rect", "circle", "path", "text", "tspan"}
ON_A_PAGE = SHOWN | DRAWN | {
    "html", "head", "meta", "style", "script", "body", "a", "header", "div", "label", "input",
    "button", "span", "nav", "details", "summary", "ol", "main", "section", "figure", "dl", "dt",
    "dd", "blockquote",
}  # fmt: skip


@pytest.fixture(params=HOMES)
def home(request: pytest.FixtureRequest) -> Home:
    return taken_home_files.home(request.param)


# ── read as they were written ────────────────────────────────────────────────
@pytest.mark.parametrize("form", sorted(set(COMPLETE) - {"pdf"}))
def test_hostile_texts_are_read_as_they_were_written(home: Home, form: str) -> None:
    assert gone(home, form, "2") == {}


def test_a_pdf_has_the_hostile_texts_that_a_font_has_letters_for(home: Home) -> None:
    for wanted in home.in_groups:
        told = expected(home, wanted, "2").values()
        plain = {text for text in told if text.isascii() and text.isprintable()}
        assert plain, wanted
        assert [text for text in plain if bare(text) not in home.read["pdf"]] == [], wanted


@pytest.mark.long
def test_the_whole_corpus_has_been_through() -> None:
    home = taken_home_files.home("all")
    told = [text for wanted in home.in_groups for text in told_by(home, wanted, "2").values()]
    kept = {bare(text) for text in told}
    assert [
        one for one in CORPUS if not any(bare(legible(one)).startswith(it) for it in kept)
    ] == []


# ── and do nothing ───────────────────────────────────────────────────────────
def test_office_files_have_no_field_link_or_formula_of_anybodys(home: Home) -> None:
    for name in (name for form in ("docx", "pptx", "xlsx") for name in home.named(form)):
        assert_office(name, home.files[name])


def assert_office(name: str, content: bytes) -> None:
    """Say that an Office file is whole, points nowhere, and does nothing when it is opened."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for part in packed.namelist():
            inner = packed.read(part)
            assert not part.startswith("/"), name
            assert ".." not in part, name
            assert not LINKED.search(part), (name, part)
            if part.endswith(".xlsx"):
                assert_office(f"{name}/{part}", inner)
            elif part.endswith((".xml", ".rels")):
                assert_part(f"{name}/{part}", inner)
    if name.endswith(".xlsx"):
        cells = list(cells_of(content))
        assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}, name
        assert not any(cell.hyperlink or cell.comment for cell in cells), name


def assert_part(name: str, content: bytes) -> None:
    for node in ET.fromstring(content).iter():  # noqa: S314 - we wrote it
        tag = node.tag.rpartition("}")[2]
        assert node.get("TargetMode") != "External", name
        assert tag != "f" or "/charts/" in name, name
        assert not LINKED.search(tag), name
        if tag == "hyperlink":  # in the list of contents
            assert {key.rpartition("}")[2] for key in node.attrib} <= {"anchor", "history"}, name
        if tag == "fld":
            assert node.get("type") == "slidenum" or "/notesMasters/" in name, name
        code = node.text if tag == "instrText" else node.get(f"{WORD}instr")
        assert not code or code.split()[0] in FIELDS, (name, code)


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_no_cell_of_a_csv_can_become_a_formula(home: Home) -> None:
    begins = re.compile(f"[\\s\u00a0\ufeff]*[=+\\-@\\t\\r{WIDE}]")
    for name in home.named("csv"):
        rows = rows_of(home.files[name])
        assert {len(row) for row in rows} == {len(rows[0])}, name
        for cell in (cell for row in rows for cell in row):
            number = re.fullmatch(r"-?\d+(,\d+)?", cell)
            assert number or not begins.match(cell), (name, cell)


def test_markdown_has_only_the_marks_we_set(home: Home) -> None:
    seen = Seen.of(rendered(home.files["laeringsdage.md"]))
    assert set(seen.tags) <= SHOWN
    assert seen.attributes == set()


@pytest.mark.long
def test_pages_for_a_browser_have_only_our_elements() -> None:
    home = taken_home_files.home("all")
    (name,) = home.named("html")
    seen = Seen.of(home.files[name].decode())
    assert set(seen.tags) <= ON_A_PAGE
    assert (seen.tags["script"], seen.tags["style"], seen.tags["input"]) == (2, 1, 1)
    assert [key for key, _ in seen.attributes if key.startswith("on")] == []
    links = {value for key, value in seen.attributes if key in {"href", "src", "xlink:href"}}
    assert [one for one in links if not re.fullmatch("#[a-z0-9-]+", one or "")] == []


def test_a_pdf_points_nowhere_and_does_nothing(home: Home) -> None:
    for name in home.named("pdf"):
        told = reader_of(home.files[name])
        keys = {
            key for number in range(1, len(told.xref_objStm) + 9) for key in keys_of(told, number)
        }
        assert (
            keys & {"/URI", "/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/OpenAction"}
            == set()
        )


def keys_of(file: pypdf.PdfReader, number: int) -> set[str]:
    return set(re.findall(r"/[A-Za-z]+", str(file.get_object(number))))


def test_a_picture_has_only_shapes_and_words(home: Home) -> None:
    assert home.named("svg")
    for name in home.named("svg"):
        nodes = list(ET.fromstring(home.files[name]).iter())  # noqa: S314 - we drew it
        assert {node.tag.rpartition("}")[2] for node in nodes} <= DRAWN, name
        held = {key.rpartition("}")[2] for node in nodes for key in node.attrib}
        assert not {key for key in held if key.startswith("on")} | held & {"href", "style", "src"}


def test_a_calendar_has_the_day_and_nothing_else(home: Home) -> None:
    (name,) = home.named("ics")
    lines = home.files[name].decode().split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 1
    assert [one for one in lines if one.startswith(("ATTENDEE", "ORGANIZER", "ATTACH"))] == []


# ── in every part ────────────────────────────────────────────────────────────
def parts_of(text: str) -> dict[str, dict[str, Any]]:
    """Give a text in every part of a document it can be in."""
    runs, pair = paper_parts.said(text), {"name": text, "value": text}
    table = {"is": "table", "title": text, "heads": [text, "b"], "rows": [[text, text]]}
    return {
        "heading": paper_parts.heading(text, 1),
        "line": paper_parts.line(text),
        "prose": paper_parts.prose(runs),
        "list": paper_parts.bullets([runs, runs]),
        "text": paper_parts.section({"is": "text", "title": text, "text": text}, 3),
        "pairs": paper_parts.section({"is": "pairs", "title": text, "pairs": [pair]}, 3),
        "table": paper_parts.section(table, 3),
        "frame": paper_parts.frame(text),
        "picture": paper_parts.picture(badge.draw("1"), text, places=[pair], title=text),
        "cover": paper_parts.cover(text, text, [text]),
    }


@pytest.mark.parametrize("text", CORPUS, ids=range(len(CORPUS)))
def test_in_every_part_of_markdown_and_html_a_text_is_a_text(text: str) -> None:
    for kind, part in parts_of(text).items():
        page = Document(text, "da", MADE, text, [Leaf([part], text, text, text, text)])
        for seen, known in (
            (Seen.of(rendered(marked.printed(page))), SHOWN),
            (Seen.of(webbed.printed(page).decode()), ON_A_PAGE),
        ):
            assert set(seen.tags) <= known, kind
            assert bare(legible(text)) in bare(seen.text), kind
