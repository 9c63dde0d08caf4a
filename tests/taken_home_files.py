"""The files of a room that was taken home, opened again, beside what its store has to say."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

import pytest

from tests import taken_home
from tests.taken_home import CORPUS, Marks
from tests.taken_home_read import bare, strings_of, words_of
from workshops import exercises, fields
from workshops.store import Store
from workshops.store.opening import open_database
from workshops.takeaway import export, handbook
from workshops.takeaway.gathered import Gathered, gather
from workshops.takeaway.handbook.edition import NOTES
from workshops.takeaway.names import slug, unused
from workshops.takeaway.pictures import drawing
from workshops.takeaway.shelf import FORMATS, Shelf

COMPLETE = ("docx", "pdf", "pptx", "xlsx", "csv", "json", "md")
"""The formats that have every text of a group. Two have not: pictures show what there is room for,
and calendar files only days."""
OF_THE_PAGE = ("docx", "pdf", "pptx", "md")
"""Those that follow the method's `page()`; Excel, CSV and JSON have every field there is."""
A_FEW = ("stuck_episode", "check_out_1", "agreements")
"""The sample: a sheet with a picture, lines without names, and a sheet with words that stay."""
HOMES = ["a few", pytest.param("all", marks=pytest.mark.long)]
"""What a proof is made of: a sample in every run, all there is in the long one."""


@dataclass
class Home:
    """All files, and what the store has to say about them."""

    files: dict[str, bytes]
    gathered: dict[str, Gathered]
    marks: Marks = field(default_factory=Marks)
    for_all: str = ""
    """What of the first groups' sheets their methods let out, as the exercises say it."""

    def __post_init__(self) -> None:
        self._words: dict[str, str] = {}

    def named(self, form: str) -> list[str]:
        """Give the files of a format."""
        return [name for name in self.files if name.endswith(f".{form}")]

    def words(self, name: str) -> str:
        """Give the words of a file, read once: reading a PDF takes time."""
        if name not in self._words:
            self._words[name] = bare(words_of(name, self.files[name]))
        return self._words[name]

    @cached_property
    def read(self) -> dict[str, str]:
        """Give the words of each complete format as one reads them."""
        named = {form: [f"laeringsdage.{form}"] for form in COMPLETE} | {"csv": self.named("csv")}
        return {form: "\n".join(map(self.words, names)) for form, names in named.items()}

    @property
    def in_groups(self) -> list[str]:
        """Give the exercises that groups work in."""
        return [
            name for name, one in self.gathered.items() if one.exercise.instruments.get("group")
        ]

    @property
    def own_files(self) -> dict[str, str]:
        """Give the Word file of each exercise alone."""
        taken = {"laeringsdage"}
        return {
            wanted: unused(slug(f"{one.day} {one.method}"), taken) + ".docx"
            for wanted, one in self.gathered.items()
        }


@cache
def home(which: str) -> Home:
    """Let a room live, and give what is taken home of "a few" exercises, or of "all"."""
    those = [one for one in taken_home.taken_home() if which == "all" or one.id in A_FEW]
    with tempfile.TemporaryDirectory() as folder, blurred():
        store = open_database(Path(folder) / "data")
        try:
            marks = taken_home.lived_through(store, CORPUS, those)
            store.mark("programme", "", {"dates": {"day1_context": "2026-11-26"}}, "trainer")
            made = {one.id: gather(store, one, "da") for one in those}
            files = _whole(store, Path(folder)) if which == "all" else every_file(made, store)
            first = [(one, store.released(one.id)[:1]) for one in those]
        finally:
            store.close()
    let_out = [one.for_all(fields.tree(each.fields)) for one, some in first for each in some]
    return Home(files, made, marks, str(let_out))


@contextmanager
def blurred() -> Iterator[None]:
    """Let pictures be drawn with few dots: nobody looks at them, and sharp ones take time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawing, "DPI", 30)
        yield


def _whole(store: Store, folder: Path) -> dict[str, bytes]:
    """Give what an export and a handbook hold."""
    packed = export(store, folder / "out")
    book = replace(handbook.edition("puf"), shown=("examples", NOTES))
    handbook.write(store, book, folder / "book", formats=("docx", "html"))
    with zipfile.ZipFile(packed) as bundle:
        files = {name: bundle.read(name) for name in bundle.namelist()}
        assert len(files) == len(bundle.namelist())
    return files | {f"book/{one.name}": one.read_bytes() for one in (folder / "book").iterdir()}


def every_file(
    made: dict[str, Gathered], store: Store, formats: Collection[str] = FORMATS
) -> dict[str, bytes]:
    """Give all files an export makes of it, folders laid out."""
    files: dict[str, bytes] = {}
    for name, make in Shelf(list(made.values()), "laeringsdage", "da", store).files(formats):
        told = make()
        inner = told if isinstance(told, dict) else {"": told}
        files |= {f"{name}/{one}".rstrip("/"): content for one, content in inner.items()}
    return files


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


def gone(home: Home, form: str, table: str = "1") -> dict[str, list[str]]:
    """Give exercise → fields that are for all and not to be read in a format."""
    found = {}
    for wanted in home.in_groups:
        told = expected(home, wanted, table, form)
        found[wanted] = [at for at, text in told.items() if bare(text) not in home.read[form]]
    return {wanted: lost for wanted, lost in found.items() if lost}


def expected(home: Home, wanted: str, table: str, form: str = "docx") -> dict[str, str]:
    """Give field → text of what a group wrote that a format is to have."""
    left = off_the_page(home, wanted, table) if form in OF_THE_PAGE else set()
    return {at: text for at, text in told_by(home, wanted, table).items() if at not in left}
