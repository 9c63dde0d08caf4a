"""Every exercise in every format: all that is for all is there, nothing else, and words stay words.

One room answers all exercises; all files of an export and of a handbook are opened again.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import mistune
import openpyxl
import pptx
import pypdf
import pytest

from tests import taken_home
from tests.taken_home import NOT_FOR_ALL, SHARED, Marks, bare
from tests.test_takeaway_hostile import HOSTILE
from workshops import exercises, fields, methods, takeaway
from workshops.store import Store
from workshops.store.opening import open_database
from workshops.store.temporary import TemporaryStore
from workshops.takeaway import document as paper_parts
from workshops.takeaway import export, handbook, marked
from workshops.takeaway.document import Document, Leaf
from workshops.takeaway.gathered import Gathered, gather, legible
from workshops.takeaway.handbook.edition import NOTES
from workshops.takeaway.names import slug, unused
from workshops.takeaway.pdf import press
from workshops.takeaway.pictures import badge, drawing
from workshops.takeaway.shelf import FORMATS, Shelf
from workshops.takeaway.web import webbed
from workshops.words import words

MARKUP = [
    "# overskrift", "- punkt", "+ punkt", "1. punkt", "> citat", "---", "===", "***", "* * *",
    "[klik](http://example.org)", "![billede](http://example.org/x.png)", "[1]: http://example.org",
    "<http://example.org>", "www.example.org og a@example.org", "**fed** _skæv_ ~~væk~~ ==gul==",
    "`kode` ``` ~~~", "    indrykket", "| celle | celle |\n|---|---|", "slut med\\", "[^1]: ",
    "$x^2$ $$y$$", "Ord\n: forklaring", "*[HTML]: Hyper", "- [x] gjort", "H~2~O x^2^ ^^ind^^",
    '#eval("1+1")', "= Overskrift", '#import "/x.typ": *', "@ref <mærke> #[x]", "\\u{41} \\n",
    "<svg onload=alert(1)>", '"><img src=x onerror=alert(1)>', "</script><script>alert(1)</script>",
    "<!--contents-->", "]]></w:t>", "{{ x }} {% y %}", "BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT",
    "=cmd|'/C calc'!A0", "%0A=1+1", "\ufeff=1+1", "\u00a0=1+1", "'=1+1", '"=1+1', ";=1+1", "|=1+1",
]  # fmt: skip
CORPUS = [*HOSTILE, *MARKUP]
MADE = datetime(2026, 11, 26, 11, tzinfo=UTC)
A_MINUTE = 60.0
IN_TIME = ("pictures", "md", "json", "csv", "xlsx", "pptx", "docx")
"""Of a million letters typst sets hundreds of pages, and takes its time."""

COMPLETE = ("docx", "pdf", "pptx", "xlsx", "csv", "json", "md")
"""The formats that have every text of a group. Two have not: pictures show what there is room for,
and calendar files only days."""
OF_THE_PAGE = ("docx", "pdf", "pptx", "md")
"""Those that follow the method's `page()`; Excel, CSV and JSON have every field there is."""

LEFT_OUT = {
    # What a level means stands on the page when the group has put the level in its order.
    "stuck_utterance": r"(mine|theirs)\.levels\.\w+\.story",
    # A round has replies from the seats that listened: neither the speaker's nor an empty chair's.
    "same_words": r"rounds\.r\d\.reply\.s\d",
    # A turn stands on the page when it has its time and its level.
    "lead_the_talk": r"log\.\w+\.note",
    # The earlier wording of an outcome: the page has the one that was kept.
    "next_meeting": r"drafted",
}
"""The texts that may be missing on a page although they are for all, and why."""
IDS = [one.id for one in taken_home.taken_home()]
pytestmark = (
    pytest.mark.long
)  # a minute for 33 exercises; one of each format is in test_takeaway.py
IN_GROUPS = [one.id for one in taken_home.taken_home() if one.instruments.get("group")]


@dataclass
class Home:
    """All files, and what the store has to say about them."""

    files: dict[str, bytes]
    gathered: dict[str, Gathered]
    marks: Marks
    for_all: str = ""
    """What of the first groups' sheets their methods let out, as the exercises say it."""

    def named(self, form: str) -> list[str]:
        """Give the files of a format."""
        return [name for name in self.files if name.endswith(f".{form}")]

    def words(self, name: str) -> str:
        """Give the words of a file, read once: reading a PDF takes time."""
        if name not in self._words:
            self._words[name] = bare(words_of(name, self.files[name]))
        return self._words[name]

    def __post_init__(self) -> None:
        self._words: dict[str, str] = {}

    @property
    def own_files(self) -> dict[str, str]:
        """Give the Word file of each exercise alone."""
        taken = {"laeringsdage"}
        return {
            wanted: unused(slug(f"{one.day} {one.method}"), taken) + ".docx"
            for wanted, one in self.gathered.items()
        }

    @cached_property
    def read(self) -> dict[str, str]:
        """Give the words of a file as one reads them."""
        read = {"csv": "", "docx": "", "pdf": "", "pptx": "", "xlsx": "", "json": "", "md": ""}
        for form in read:
            names = self.named(form) if form == "csv" else [f"laeringsdage.{form}"]
            read[form] = "\n".join(map(self.words, names))
        return read


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("room")
    store = open_database(folder / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawing, "DPI", 30)  # nobody looks at these, and sharp pictures take time
        return opened(store, folder)


def opened(store: Store, folder: Path) -> Home:
    """Let the room live, and give what an export and a handbook of it hold."""
    try:
        marks = taken_home.lived_through(store, CORPUS)
        store.mark("programme", "", {"dates": {"day1_context": "2026-11-26"}}, "trainer")
        packed = export(store, folder / "out")
        book = replace(handbook.edition("puf"), shown=("examples", NOTES))
        handbook.write(store, book, folder / "out" / "book", formats=("docx", "html"))
        gathered = {one.id: gather(store, one, "da") for one in taken_home.taken_home()}
        first = [(one, store.released(one.id)[:1]) for one in taken_home.taken_home()]
        for_all = str(
            [one.for_all(fields.tree(each.fields)) for one, some in first for each in some]
        )
    finally:
        store.close()
    with zipfile.ZipFile(packed) as bundle:
        files = {name: bundle.read(name) for name in bundle.namelist()}
        assert len(files) == len(bundle.namelist())
    files |= {f"book/{file.name}": file.read_bytes() for file in (folder / "out/book").iterdir()}
    return Home(files, gathered, marks, for_all)


# ── reading ──────────────────────────────────────────────────────────────────
def words_of(name: str, content: bytes) -> str:
    """Give the words of a file, as a reader of its format has them."""
    read = {
        "docx": lambda: of_office(content, r"word/(document|footer|header)", "t"),
        "pptx": lambda: of_office(content, r"ppt/(slides|notesSlides|charts)/\w+\.xml", "t", "v"),
        "xlsx": lambda: "\n".join(str(cell.value) for cell in cells_of(content)),
        "pdf": lambda: taken_home.words_of_pdf(content),
        "csv": lambda: "\n".join(cell for row in rows_of(content) for cell in row),
        "json": lambda: "\n".join(map(str, strings_of(json.loads(content)))),
        "md": lambda: Seen.of(rendered(content)).text,
        "html": lambda: Seen.of(content.decode()).text,
        "svg": lambda: "".join(ET.fromstring(content).itertext()),  # noqa: S314 - we drew it
    }
    return read[name.rpartition(".")[2]]()


def of_office(content: bytes, wanted: str, *tags: str) -> str:
    told = []
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            if re.match(wanted, name) and name.endswith(".xml"):
                nodes = ET.fromstring(packed.read(name)).iter()  # noqa: S314 - we wrote it
                told += [node.text or "" for node in nodes if node.tag.rpartition("}")[2] in tags]
    return "\n".join(told)


def cells_of(content: bytes) -> Iterator[Any]:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        yield from (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)


def rows_of(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def reader_of(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def strings_of(told: Any) -> Iterator[Any]:
    if isinstance(told, dict):
        told = list(told.values())
    if isinstance(told, list):
        for part in told:
            yield from strings_of(part)
    else:
        yield told


def rendered(content: bytes) -> str:
    """Give Markdown as a reader with every extra there is shows it."""
    more = ("table", "strikethrough", "footnotes", "url", "task_lists", "def_list", "abbr", "mark",
            "insert", "superscript", "subscript", "math", "spoiler")  # fmt: skip
    return str(mistune.create_markdown(escape=False, plugins=list(more))(content.decode()))


class Seen(HTMLParser):
    """What a browser makes of a page: its elements, their attributes, its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: dict[str, int] = {}
        self.attributes: set[tuple[str, str | None]] = set()
        self.within: str = ""

    @classmethod
    def of(cls, page: str) -> Seen:
        seen = cls()
        seen.feed(page)
        seen.close()
        return seen

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.attributes |= set(attrs)
        self.within = tag

    def handle_endtag(self, _tag: str) -> None:
        self.within = ""

    def handle_data(self, data: str) -> None:
        if self.within not in {"style", "script"}:
            self.text += data


# ── nothing missing ──────────────────────────────────────────────────────────
def told_by(home: Home, wanted: str, table: str) -> dict[str, str]:
    """Give field → text of what somebody wrote on a group's sheet, as far as it is for all."""
    one = exercises.exercise(wanted)
    outputs = {output.table: output for output in home.gathered[wanted].outputs}
    leaves = fields.leaves(outputs[table].answer.model_dump())
    return {path: leaves[path] for path in taken_home.texts(one, leaves) if leaves[path]}


def off_the_page(home: Home, wanted: str, table: str) -> set[str]:
    """Give the fields that are for all and that the method's page does not show."""
    output = next(one for one in home.gathered[wanted].outputs if one.table == table)
    shown = bare("\n".join(map(str, strings_of(output.sections))))
    return {path for path, text in told_by(home, wanted, table).items() if bare(text) not in shown}


@pytest.mark.parametrize("wanted", IN_GROUPS)
def test_every_text_that_is_for_all_is_in_every_complete_format(home: Home, wanted: str) -> None:
    told = told_by(home, wanted, "1")
    assert [text for text in told.values() if f"qz{SHARED}" not in text] == []
    without = off_the_page(home, wanted, "1")
    for form in COMPLETE:
        left = without if form in OF_THE_PAGE else set()
        gone = [
            at for at, text in told.items() if at not in left and bare(text) not in home.read[form]
        ]
        assert gone == [], form


@pytest.mark.parametrize("wanted", IN_GROUPS)
def test_a_page_leaves_out_only_what_it_leaves_out_on_purpose(home: Home, wanted: str) -> None:
    found = off_the_page(home, wanted, "1")
    known = re.compile(LEFT_OUT.get(wanted, "(?!)"))
    assert [path for path in found if not known.fullmatch(path)] == []
    assert found or wanted not in LEFT_OUT


def test_the_lines_shared_without_names_are_in_every_complete_format(home: Home) -> None:
    lines = {
        mark
        for mark, (exercise, subject, _) in home.marks.of.items()
        if mark[2] == SHARED and subject.startswith("p:")
    }
    assert len(lines) == 4 * (taken_home.PEOPLE - 2)  # four days have a check-out
    for form in COMPLETE:
        assert [mark for mark in lines if mark not in home.read[form]] == [], form


@pytest.mark.parametrize("wanted", IN_GROUPS)
def test_each_exercises_own_word_file_has_it_all_too(home: Home, wanted: str) -> None:
    told, without = told_by(home, wanted, "1"), off_the_page(home, wanted, "1")
    name = home.own_files[wanted]
    read = home.words(name)
    assert [at for at, text in told.items() if at not in without and bare(text) not in read] == []


@pytest.mark.parametrize("form", ["docx", "html"])
def test_the_handbook_has_every_text_of_a_group_that_said_yes(home: Home, form: str) -> None:
    (name,) = (name for name in home.files if name.startswith("book/") and name.endswith(form))
    read = home.words(name)
    for wanted in IN_GROUPS:
        told, without = told_by(home, wanted, "1"), off_the_page(home, wanted, "1")
        gone = [at for at, text in told.items() if at not in without and bare(text) not in read]
        assert gone == [], wanted


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
        whole = taken_home.everything(name, content)
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
        assert NOT_FOR_ALL.search(taken_home.everything("x", made)), where


# ── words stay words ─────────────────────────────────────────────────────────
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


def hostile_texts(home: Home, wanted: str) -> dict[str, str]:
    """Give field → text of what the second group wrote, as it is to be read."""
    without = off_the_page(home, wanted, "2")
    return {at: text for at, text in told_by(home, wanted, "2").items() if at not in without}


@pytest.mark.parametrize("wanted", IN_GROUPS)
def test_hostile_texts_are_read_as_they_were_written(home: Home, wanted: str) -> None:
    """But for the PDF: what no font has a letter for is replaced in it."""
    told = hostile_texts(home, wanted)
    assert told
    for form in set(COMPLETE) - {"pdf"}:
        gone = [at for at, text in told.items() if bare(text) not in home.read[form]]
        assert gone == [], form
    plain = {text for text in told.values() if text.isascii() and text.isprintable()}
    assert [text for text in plain if bare(text) not in home.read["pdf"]] == []


def test_the_whole_corpus_has_been_through(home: Home) -> None:
    told = [text for wanted in IN_GROUPS for text in told_by(home, wanted, "2").values()]
    kept = {bare(text) for text in told}
    assert [
        one for one in CORPUS if not any(bare(legible(one)).startswith(it) for it in kept)
    ] == []


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


def test_pages_for_a_browser_have_only_our_elements(home: Home) -> None:
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


# ── names ────────────────────────────────────────────────────────────────────
OURS = re.compile(r"([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*\.[a-z]+")
ESCAPES = ["../../ud", "/etc/passwd", "C:\\Windows\\con", "..", "nul", "a/b\\c:d*?<>|", "~/.ssh/x",
           "x" * 200, "\u202egnp.exe", "-rf", "$(id)", "æøå ÆØÅ", ". .", "%2e%2e%2fx"]  # fmt: skip


def test_files_lie_in_their_folder_under_our_own_names(home: Home) -> None:
    for name in home.files:
        assert OURS.fullmatch(name), name
        assert all(len(part) <= 70 for part in name.split("/")), name


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


# ── the long proofs ──────────────────────────────────────────────────────────
def all_shared(texts: Callable[[str, int], str], table: str = "1") -> list[Gathered]:
    """Give every exercise as one group shared it, each of its texts given by field and limit."""
    store = TemporaryStore()
    for one in taken_home.taken_home():
        leaves = taken_home.filled(one, "group", 1)
        leaves |= {at: texts(at, most) for at, most in taken_home.texts(one, leaves).items()}
        taken_home.write(store, one, f"g:{table}", leaves)
        taken_home.share(store, one, f"g:{table}")
    made = [gather(store, one, "da") for one in taken_home.taken_home()]
    store.close()
    return made


def every_file(made: list[Gathered], *left: str) -> dict[str, bytes]:
    """Give all files an export makes of it, folders laid out."""
    store = TemporaryStore()
    files: dict[str, bytes] = {}
    for name, make in Shelf(made, "laeringsdage", "da", store).files(set(FORMATS) - {*left}):
        told = make()
        inner = told if isinstance(told, dict) else {"": told}
        files |= {f"{name}/{one}".rstrip("/"): content for one, content in inner.items()}
    store.close()
    return files


@pytest.mark.long
@pytest.mark.parametrize("text", CORPUS, ids=range(len(CORPUS)))
def test_each_hostile_text_in_all_fields_at_once(text: str) -> None:
    whole = text.encode("utf-8", "ignore").decode()
    made = all_shared(lambda _at, most: whole[:most])
    home = Home(every_file(made), {one.exercise.id: one for one in made}, Marks())
    for proof in (
        test_office_files_have_no_field_link_or_formula_of_anybodys,
        test_no_cell_of_a_csv_can_become_a_formula,
        test_markdown_has_only_the_marks_we_set,
        test_a_pdf_points_nowhere_and_does_nothing,
        test_a_picture_has_only_shapes_and_words,
        test_files_lie_in_their_folder_under_our_own_names,
    ):
        proof(home)
    for form in set(COMPLETE) - {"pdf"}:
        for wanted in IN_GROUPS:
            told, without = told_by(home, wanted, "1"), off_the_page(home, wanted, "1")
            kept = [at for at in told if at not in without or form not in OF_THE_PAGE]
            assert [at for at in kept if bare(told[at]) not in home.read[form]] == [], form


@pytest.mark.long
@pytest.mark.parametrize("long", ["x" * 1_000_000, "ord " * 250_000], ids=["word", "words"])
@pytest.mark.parametrize("wanted", IN_GROUPS)
def test_a_megabyte_in_a_field_stops_no_writer(wanted: str, long: str) -> None:
    """No field takes so much; what a writer would make of it all the same is a file, in time."""
    (one,) = (one for one in all_shared(lambda _at, _most: "kort") if one.exercise.id == wanted)
    output = one.outputs[0]
    leaves = fields.leaves(output.answer.model_dump())
    path = max(taken_home.texts(one.exercise, leaves), key=lambda at: at == "transfer")
    answer = _with(output.answer, path.split("."), long)
    sections = methods.find(one.exercise.method).page(answer, one.words)
    swollen = replace(one, outputs=(replace(output, answer=answer, sections=sections),))
    for name, make in Shelf([swollen], "laeringsdage", "da", TemporaryStore()).files(IN_TIME):
        begun = time.process_time()
        make()
        assert time.process_time() - begun < A_MINUTE, name


def _with(told: Any, path: list[str], text: str) -> Any:
    """Give an answer with a text at a path, past what the field takes."""
    if not path:
        return text
    if isinstance(told, list):
        return [_with(one, path[1:], text) if one.id == path[0] else one for one in told]
    return told.model_copy(update={path[0]: _with(getattr(told, path[0]), path[1:], text)})


@pytest.mark.long
@pytest.mark.parametrize("form", ["docx", "xlsx", "pptx"])
def test_libreoffice_opens_it_and_reads_the_same_words(
    home: Home, form: str, tmp_path: Path
) -> None:
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
    read = bare(taken_home.words_of_pdf(made.read_bytes()))
    for wanted in IN_GROUPS:
        told, without = told_by(home, wanted, "1"), off_the_page(home, wanted, "1")
        gone = [at for at, text in told.items() if at not in without and text[-9:] not in read]
        assert gone == [], wanted
