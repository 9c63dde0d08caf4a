"""A meeting's frame as a poster: I, DO, A, R and T on an A3 page that can be written on.

What nobody has written yet is lines for a pen; a frame with nothing in it is the paper version.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx.shared import Mm, Pt, RGBColor

from workshops import methods
from workshops.exercises import Exercise
from workshops.store import Sheet
from workshops.takeaway import paper
from workshops.takeaway.gathered import answer_of, date_name, legible
from workshops.takeaway.word import typeset, wordml
from workshops.takeaway.word.blocks import Blocks
from workshops.takeaway.word.large import MEASURE, SNUG, VOICE, WRITING, enlarge, for_a_pen, ruled
from workshops.words import sentence, words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

GUTTER = 12.0
LETTER = 34.0
"""Points."""
LABEL = 36.0
"""Millimetres a label has before what is said."""

BAND = 60.0
"""Millimetres that intention and outcome have at least, so that an empty poster has room."""
LAST_BAND = 46.0
ROWS = 6
"""Points that stand on the poster at least; what is missing is written by hand."""
ROLES = 3
MANY = 650
"""Letters outside the agenda from which on people's words stand closer."""


def of_sheet(exercise: Exercise, sheet: Sheet, language: str) -> bytes | None:
    """Give the poster of somebody's sheet, or a table's; None when its method has none."""
    if exercise.method != "idoart":
        return None
    return poster(answer_of(exercise, sheet.fields), exercise.words[language], language)


def poster(answer: Any, said: dict[str, str], language: str) -> bytes:
    """Give the Word file of a meeting's frame; an empty answer gives the one to fill in by hand."""
    kit = words(language)
    name = legible(answer.meeting)
    title = kit["take_poster"] + (f": {name}" if name else "")
    document = typeset.blank(language, title, said["title"])
    full = len(answer.points) > ROWS or _letters(answer) > MANY
    enlarge(document, {kit["take_voice"]: SNUG if full else VOICE})
    typeset.foot(document.sections[0], legible(said.get("source", "")), name, language)
    Poster(document, answer, said, language).write()
    file = BytesIO()
    document.save(file)
    return file.getvalue()


class Poster:
    """Writes the five fields, one after the other."""

    def __init__(
        self, document: Document, answer: Any, said: dict[str, str], language: str
    ) -> None:
        self.document = document
        self.answer = answer
        self.said = said
        self.language = language
        self.blocks = Blocks(document, language)
        self.voice = self.blocks.voice
        page = methods.find("idoart").page(answer, said)
        self.rows = {one["title"]: one["rows"] for one in page if one["is"] == "table"}

    def write(self) -> None:
        """Write it all: reading order is I, DO, A, R, T, on paper and for a screen reader."""
        self._title()
        left, right = self._beside(0.36, BAND)
        self._intention(left)
        self._outcome(right)
        self._agenda()
        left, right = self._beside(0.62, LAST_BAND, air=5)
        self._roles(left)
        self._time(right)

    # ── the five ─────────────────────────────────────────────────────────────
    def _title(self) -> None:
        named = self.answer.meeting
        line = self.blocks.line(self.document, named or self.said["meeting"], "Heading 1")
        if not named:
            ruled(line, ("bottom",), 0.75, paper.EDGE)

    def _intention(self, cell: _Cell) -> None:
        self._letter(cell, "I", "letter_i")
        self._text(cell, self.answer.intention, 4)

    def _outcome(self, cell: _Cell) -> None:
        self._letter(cell, "DO", "letter_do")
        for part in methods.find("idoart").OUTCOMES:
            self._labelled(cell, self.said[part], getattr(self.answer, part), WRITING * 4 / 3)

    def _agenda(self) -> None:
        self._letter(self.document, "A", "letter_a")
        said = self.said
        heads = [said["agenda_at"], said["point_what"], said["agenda_how"]]
        rows = self.rows.get(said["agenda"], [])
        rows = rows + [["", "", ""]] * (ROWS - len(rows))
        widths = [26.0, (MEASURE - 26) * 0.55, (MEASURE - 26) * 0.45]
        table = wordml.table(self.document, widths)
        cells = wordml.row(table, widths, (0.5, 4, 0.5))
        for cell, head in zip(cells, heads, strict=True):
            self._cell(cell, head, "Head")
        wordml.underline(cells, 1, paper.INK)
        for at, row in enumerate(rows):
            cells = wordml.row(table, widths, (1.6, 4, 0.8))
            if not any(row):
                table.rows[-1].height = Mm(WRITING)
            for cell, text in zip(cells, row, strict=True):
                self._cell(cell, text, self.voice)
                # The last points go to the next page together.
                cell.paragraphs[0].paragraph_format.keep_with_next = -3 <= at - len(rows) < -1
            wordml.underline(cells, 0.5, paper.EDGE)
        wordml.heads(table, self.blocks.about(heads))

    def _roles(self, cell: _Cell) -> None:
        self._letter(cell, "R", "letter_r")
        rows = self.rows.get(self.said["roles"], [])
        for role, who in rows:
            self._labelled(cell, role or self.said["role_role"], who)
        for _ in range(0 if rows else ROLES):
            self._labelled(cell, self.said["role_role"], "")
        self._labelled(cell, self.said["rules"], self.answer.rules)

    def _time(self, cell: _Cell) -> None:
        self._letter(cell, "T", "letter_t")
        answer, said = self.answer, self.said
        begins, ends = _span(answer)
        self._labelled(cell, said["date"], _date(answer.date, self.language))
        self._labelled(cell, said["start"], begins)
        self._labelled(cell, sentence("take_poster_ends", self.language), ends)
        self._labelled(cell, said["place"], answer.place)

    # ── what they are made of ────────────────────────────────────────────────
    def _letter(self, into: Any, letter: str, key: str) -> None:
        """Write a field's letter, its name and what it asks, under a strong line."""
        # A new cell begins with an empty paragraph.
        line = self.document.add_paragraph() if into is self.document else into.paragraphs[0]
        line.style = self.document.styles["Heading 2"]
        first = line.add_run(letter)
        first.font.size = Pt(LETTER)
        first.font.color.rgb = RGBColor.from_string(paper.FJORD.removeprefix("#"))
        line.add_run(f"\u2002{legible(self.said[key])}")
        ruled(line, ("top",), 2.25, paper.FJORD)
        asked = self.blocks.line(into, self.said[f"{key}_hint"], "Quiet")
        asked.paragraph_format.space_after = Pt(5)
        asked.paragraph_format.keep_with_next = True

    def _text(self, cell: _Cell, text: str, lines: int) -> None:
        if text:
            self.blocks.line(cell, text, self.voice)
        for _ in range(0 if text else lines):
            for_a_pen(self.blocks.line(cell, "", "Normal"))

    def _labelled(self, cell: _Cell, label: str, text: str, high: float = WRITING) -> None:
        """Write a label and, from one edge on, what is said; or room to write it by hand."""
        line = cell.add_paragraph(style=self.voice)
        name = line.add_run(f"{legible(label)}\t")
        name.font.name, name.font.size = paper.KIT, self.document.styles["Quiet"].font.size
        line.paragraph_format.left_indent = Mm(LABEL)
        line.paragraph_format.first_line_indent = Mm(-LABEL)
        line.paragraph_format.tab_stops.add_tab_stop(Mm(LABEL))
        line.paragraph_format.space_after = Pt(4)
        if text:
            line.add_run(legible(text))
            return
        for_a_pen(line, high)

    def _cell(self, cell: _Cell, text: str, style: str) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.style = self.document.styles[style]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(legible(text))

    def _beside(self, share: float, height: float, air: float = 0) -> tuple[_Cell, _Cell]:
        """Give two cells beside each other, `air` mm below the last; a page keeps them whole."""
        wide = (MEASURE - GUTTER) * share
        widths = [wide + GUTTER, MEASURE - wide - GUTTER]
        table = wordml.table(self.document, widths)
        left, right = wordml.row(table, widths, (air, GUTTER, 3))
        table.rows[0].height = Mm(height)
        return left, right


def _letters(answer: Any) -> int:
    own = [answer.intention, answer.rules]
    own += [getattr(answer, part) for part in methods.find("idoart").OUTCOMES]
    return sum(map(len, own))


def _date(text: str | None, language: str) -> str:
    try:
        return date_name(datetime.fromisoformat(text or ""), language)
    except ValueError:
        return ""


def _span(answer: Any) -> tuple[str, str]:
    """Give when the meeting begins and ends; it ends when somebody has given minutes."""
    minutes = sum(one.minutes or 0 for one in answer.points)
    if not answer.start:
        return "", ""
    begins = datetime.strptime(answer.start, "%H.%M")  # noqa: DTZ007 - a time of day
    ends = f"{begins + timedelta(minutes=minutes):%H.%M}" if minutes else ""
    return answer.start, ends
