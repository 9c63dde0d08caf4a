"""The building blocks of a Word page: heading, text, table, pairs, a picture beside its twin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Mm, Pt

from workshops.takeaway import paper
from workshops.takeaway.gathered import legible
from workshops.takeaway.pictures.lettering import width_of
from workshops.takeaway.word import typeset, wordml, wordpen
from workshops.takeaway.word.typeset import GUTTER
from workshops.takeaway.word.widths import fair
from workshops.words import sentence, words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from workshops.takeaway.pictures.drawing import Drawing

Section = dict[str, Any]


class Blocks:
    """Writes sections of one language into a document or a cell of it."""

    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self.language = language
        self.voice = words(language)["take_voice"]
        self.measure = paper.MEASURE

    def section(self, into: Any, section: Section) -> None:
        """Write a section under its heading; a picture is not one of these."""
        if section["title"]:
            self.line(into, section["title"], "Heading 2")
        if section["is"] == "text":
            self.line(into, section["text"], self.voice)
        elif section["is"] == "table":
            self.table(section)
        elif section["is"] == "pairs":
            self.pairs(into, section["pairs"])

    def line(self, into: Any, text: str, style: str) -> Paragraph:
        """Write a paragraph."""
        written: Paragraph = wordml.styled(into.add_paragraph(legible(text)), style)
        return written

    def to_come(self, text: str) -> None:
        """Write what will come here, and from whom, in a dashed frame."""
        line = self.line(self.document, text, "Normal")
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(22)
        line.paragraph_format.left_indent = line.paragraph_format.right_indent = Mm(4)
        typeset.dashed(line)

    def table(self, section: Section) -> None:
        """Write a table; its heads come again on the next page, its rows stay whole."""
        heads = section["heads"]
        high = section.get("high")  # a table for a pen: its words are the kit's, its cells wait
        shares = section.get("shares")
        widths = [self.measure * share for share in shares] if shares else []
        widths = widths or fair(heads, section["rows"], self.measure)
        table = wordml.table(self.document, widths)
        cells = wordml.row(table, widths, (1.2, 3.5, 1.2))
        for cell, head in zip(cells, heads, strict=True):
            self._fill(cell, head, "Head")
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        wordml.underline(cells, 1, paper.INK)
        for row in section["rows"]:
            cells = wordml.row(table, widths, (2.1, 3.5, 1.4) if high is None else (1.4, 2.5, 0.8))
            for cell, text in zip(cells, row, strict=True):
                self._fill(cell, text, self.voice if high is None else "Quiet")
            wordml.underline(cells, 0.5, paper.EDGE if high else paper.LINE)
            if high:
                wordpen.pen_row(table, high)
        wordml.heads(table, self.about(heads))

    def about(self, heads: list[str]) -> str:
        """Say what a table is to who listens: its columns, for the heading has been said."""
        named = ", ".join(legible(head) for head in heads if head)
        return sentence("take_table", self.language, heads=named)

    def pairs(self, into: Any, pairs: list[dict[str, Any]]) -> None:
        """Write what was asked and what was said to it."""
        for pair in pairs:
            asked = self.line(into, pair["name"], "Quiet")
            asked.paragraph_format.keep_with_next = True
            self.line(into, pair["value"], self.voice if pair.get("voice") else "Normal")

    def side_by_side(self, left: Section, right: Section) -> None:
        """Write two sections beside each other."""
        width = (paper.MEASURE - GUTTER) / 2
        widths = [width + GUTTER, width]
        cells = wordml.row(wordml.table(self.document, widths), widths, (0, GUTTER, 0))
        for cell, section in zip(cells, (left, right), strict=True):
            self.section(cell, section)
            wordml.tidy(cell)

    def picture(self, drawing: Drawing, alt: str) -> _Cell:
        """Put a picture on the left and give the cell at its right."""
        left = drawing.width + GUTTER
        widths = [left, self.measure - left]
        cells = wordml.row(wordml.table(self.document, widths), widths)
        wordml.picture(cells[0].paragraphs[0], drawing.png(), drawing.width, legible(alt))
        cells[1].vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        return cells[1]

    def twin(
        self, cell: _Cell, places: list[dict[str, Any]], signs: dict[str, Drawing], more: Section
    ) -> None:
        """Write the picture in words: sign, name, place; and what was said (`more`) below."""
        for place in places:
            self.place(cell, place, signs.get(place["name"]), cell.width.mm)
        if more:
            self.line(cell, more["title"], "Heading 3")
            self.pairs(cell, more["pairs"])
        wordml.tidy(cell)

    def place(self, into: Any, place: dict[str, Any], sign: Drawing | None, width: float) -> None:
        """Write one line of a picture's twin in a room of so many millimetres."""
        line = wordml.styled(into.add_paragraph(), "Sign")
        if sign:
            indent = sign.width + 2
            line.paragraph_format.left_indent = Mm(indent)
            line.paragraph_format.first_line_indent = Mm(-indent)
            line.paragraph_format.tab_stops.add_tab_stop(Mm(indent))
            wordml.picture(line, sign.png(), sign.width, "")
            line.add_run("\t")
        where = legible(place["value"])
        line.add_run(legible(place["name"])).bold = bool(where)
        if where:
            room = width - (sign.width + 2 if sign else 0)
            below = width_of(where, paper.KIT, paper.SMALL) <= room
            line.add_run(f"\n{where}" if below else f"  {where}")

    def _fill(self, cell: _Cell, text: str, style: str) -> None:
        paragraph = cell.paragraphs[0]
        wordml.styled(paragraph, style)
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(legible(text))
