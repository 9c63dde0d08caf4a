"""What there is to read in a file that is taken home: its words, or all that is in it."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import mistune
import openpyxl
import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject


# ── its words ────────────────────────────────────────────────────────────────
def words_of(name: str, content: bytes) -> str:
    """Give the words of a file, as a reader of its format has them."""
    read = {
        "docx": lambda: of_office(content, r"word/(document|footer|header)", "t"),
        "pptx": lambda: of_office(content, r"ppt/(slides|notesSlides|charts)/\w+\.xml", "t", "v"),
        "xlsx": lambda: "\n".join(str(cell.value) for cell in cells_of(content)),
        "pdf": lambda: words_of_pdf(content),
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


# ── all of it ────────────────────────────────────────────────────────────────
def bare(text: str) -> str:
    """Give a text as it is in every format: without what a line break does to it."""
    return re.sub(r"[\s\u00ad\u200b-\u200d]+", "", text).casefold()


def everything(name: str, content: bytes) -> str:
    """Give all that can be got out of a file: names, words, properties, comments, what is in it."""
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            about = f"{packed.comment!r}"
            inner = [everything(one, packed.read(one)) for one in packed.namelist()]
        return "\n".join([name, about, *inner])
    if content.startswith(b"%PDF"):
        return f"{name}\n{_of_pdf(content)}"
    if name.endswith((".png", ".odttf")):  # no words in them but in their own few properties
        return f"{name}\n{content[:4096].decode('latin-1')}{content[-4096:].decode('latin-1')}"
    told = content.decode("utf-8", "replace")
    without = html.unescape(re.sub(r"<[^<>]*>", "", told))
    return f"{name}\n{told}\n{bare(without)}"


@cache
def words_of_pdf(content: bytes) -> str:
    """Give the words of every page; to read them takes longer than to write them."""
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def _of_pdf(content: bytes) -> str:
    """Give the words of every page, the properties, and every string and stream in the file."""
    file = pypdf.PdfReader(io.BytesIO(content))
    told = words_of_pdf(content)
    inside = [
        text
        for number in range(1, len(file.xref_objStm) + sum(map(len, file.xref.values())) + 1)
        for text in _strings(file.get_object(number))
    ]
    return "\n".join([told, bare(told), str(file.metadata), *inside])


def _strings(told: Any) -> Iterator[str]:
    if isinstance(told, StreamObject) and told.get("/Subtype") in {"/XML", None}:
        yield told.get_data().decode("latin-1")
    if isinstance(told, DictionaryObject):
        for part in told.values():
            yield from _strings(part)
    elif isinstance(told, ArrayObject):
        for part in told:
            yield from _strings(part)
    elif isinstance(told, str | bytes):
        yield told if isinstance(told, str) else told.decode("latin-1")
