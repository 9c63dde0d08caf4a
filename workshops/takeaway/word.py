"""Word: one page for each group, and one for what was shown in plenary.

A page follows the sections of the method's `page()`; nothing here knows one method from another.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx.shared import Pt, RGBColor

from workshops import figures
from workshops.takeaway import paper, pictures, typeset, wordml
from workshops.takeaway.blocks import Blocks, Section
from workshops.takeaway.gathered import (
    Gathered,
    Output,
    clock,
    date_name,
    legible,
    table_name,
    together,
)
from workshops.takeaway.pictures import badge
from workshops.words import sentence, words

if TYPE_CHECKING:
    from docx.document import Document

AS_TABLE = (
    "matrix", "bars", "loops", "questions", "strips", "timelines", "shares", "dots", "points",
    "stacks",
)  # fmt: skip
"""Kinds of figures that stand as a table on paper."""
SHORT = 400
"""A text of at most this many letters may stand beside its neighbour."""


def written(gathered: Gathered) -> bytes:
    """Give the Word file of one exercise."""
    language = gathered.language
    title = sentence("take_title", language, method=_lower(gathered.method))
    document = typeset.blank(language, title, _dotted(gathered.day, gathered.day_title))
    date = date_name(gathered.date, language) if gathered.date else ""
    kit = words(language)["take_kit"]
    typeset.head(document.sections[0], _dotted(kit, gathered.day_title), _dotted(gathered.day, date))
    pages = Pages(document, gathered, title)
    for output in gathered.outputs:
        pages.group(output)
    if figures.count_of(gathered.figure) or gathered.figure["rows"]:
        pages.plenary()
    lines_only = gathered.figure["kind"] == "lines" and figures.count_of(gathered.figure)
    if not gathered.outputs and not lines_only:
        pages.nothing()
    file = BytesIO()
    document.save(file)
    return file.getvalue()


class Pages:
    """The pages of one exercise, written one after the other."""

    def __init__(self, document: Document, gathered: Gathered, title: str) -> None:
        self.document = document
        self.gathered = gathered
        self.language = gathered.language
        self.title = title
        self.blocks = Blocks(document, words(gathered.language)["take_voice"])
        self.begun = False

    def group(self, output: Output) -> None:
        """Write a group's page."""
        self._begin(self.title, table_name(output.table, self.language))
        self._signed(output)
        sections = list(output.sections)
        if not sections:
            self.blocks.to_come(sentence("st_empty_group", self.language))
        while sections:
            section = sections.pop(0)
            after = sections[0] if sections else {"is": ""}
            if section["is"] == after["is"] == "text" and _short(section, after):
                self.blocks.side_by_side(section, sections.pop(0))
            elif section["is"] == "picture":
                beside = sections.pop(0) if after["is"] == "pairs" else {}
                self._picture(section, output, beside)
            else:
                self.blocks.section(self.document, section)

    def plenary(self) -> None:
        """Write the page of what was shown in plenary: without names, then the groups' lines."""
        said, figure = self.gathered.words, self.gathered.figure
        self._begin(said["plenary_title"])
        count = figures.count_of(figure)
        if count:
            self.blocks.line(self.document, said["plenary_count"].format(n=count), "Group")
            self._overlay()
        elif self.gathered.exercise.unnamed and figure["kind"] != "lines":
            self.blocks.to_come(said["plenary_too_few"])
        if figure["rows"]:
            title = said["plenary_table"]
            table = {"is": "table", "title": title, "heads": self.gathered.heads}
            self.blocks.section(self.document, table | {"rows": figure["rows"]})

    def nothing(self) -> None:
        """Write the page that says what will come, and from whom."""
        self._begin(self.title)
        self.blocks.to_come(sentence("take_nothing", self.language))
        self.blocks.line(self.document, sentence("take_nothing_more", self.language), "Quiet")

    # ── parts of a page ──────────────────────────────────────────────────────
    def _begin(self, title: str, whose: str = "") -> None:
        """Start a page of its own; `whose` it is stands at its foot, on a second page, too."""
        page = self.document.sections[0]
        if self.begun:
            page = self.document.add_section()
            self.document.paragraphs[-1].style = "Gap"  # holds the break; must not need a page
        self.begun = True
        source = legible(self.gathered.words.get("source", ""))
        typeset.foot(page, source, whose, self.language)
        self.blocks.line(self.document, title, "Heading 1")

    def _signed(self, output: Output) -> None:
        """Write who made it and when it was shared: badge, group, names, time."""
        line = self.document.add_paragraph(style="Group")
        wordml.picture(line, badge.draw(output.table).png(), badge.SIDE, "")
        strong = line.add_run(f"  {table_name(output.table, self.language)}")
        strong.bold = True
        strong.font.color.rgb = RGBColor.from_string(paper.INK.removeprefix("#"))
        shared = sentence("take_shared", self.language)
        if output.shared:
            shared = sentence("take_shared_at", self.language, time=clock(output.shared))
        line.add_run("   " + _dotted(together(output.members, self.language), shared))

    def _picture(self, section: Section, output: Output, beside: Section) -> None:
        """Write a picture with its twin at its side; what is said about it stands there, too."""
        self.blocks.line(self.document, section["title"], "Heading 2")
        drawn = pictures.find(section["picture"])
        if drawn is None:
            self.blocks.pairs(self.document, section["twin"])
            if beside:
                self.blocks.section(self.document, beside)
            return
        drawing = drawn.draw(output.answer, self.gathered.words, self.language)
        told = ". ".join(f"{place['name']}: {place['value']}" for place in section["twin"])
        cell = self.blocks.picture(drawing, f"{section['title']}. {told}.")
        signs = drawn.glyphs(self.gathered.words)
        self.blocks.twin(cell, section["twin"], signs, beside)

    def _overlay(self) -> None:
        """Write the picture without names with its key, its twin below; of lines, the lines."""
        if self.gathered.figure["kind"] == "lines":
            for text in self.gathered.figure["lines"]:
                self.blocks.line(self.document, text, self.blocks.voice)
            return
        drawn = pictures.find(self.gathered.figure["kind"])
        if drawn:
            said = self.gathered.words
            drawing = drawn.draw(self.gathered.figure, said, self.language)
            cell = self.blocks.picture(drawing, " ".join(self.gathered.twin))
            signs = drawn.glyphs(said)
            self.blocks.twin(cell, [{"name": name, "value": ""} for name in signs], signs, {})
        for number, told in enumerate(self.gathered.twin):
            line = self.blocks.line(self.document, told, "Normal")
            line.paragraph_format.space_before = Pt(0 if number else 8)
        if self.gathered.figure["kind"] in AS_TABLE:
            twin = self.gathered.told
            table = {"is": "table", "title": self.gathered.words["plenary_arrows"]}
            shown = {"heads": twin["heads"], "rows": twin["rows"]}
            self.blocks.section(self.document, table | shown)


def _short(*sections: Section) -> bool:
    return all(len(section["text"]) <= SHORT for section in sections)


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
