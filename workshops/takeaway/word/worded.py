"""Word: a document of leaves and parts becomes a .docx with real headings, lists and tables."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx.enum.section import WD_SECTION
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from workshops.takeaway import paper
from workshops.takeaway.gathered import legible
from workshops.takeaway.pictures.drawing import ahead
from workshops.takeaway.word import typeset, wordfields, wordlists, wordml, wordpen
from workshops.takeaway.word.blocks import Blocks

if TYPE_CHECKING:
    from workshops.takeaway.document import Document, Leaf, Part

STYLES = {"title": "Heading 1", "headline": "Headline", "part": "Heading 2", "head": "Heading 3"}
LEVELS = {"title": 1, "headline": 0, "part": 2, "head": 3}
LINES = {"normal": "Normal", "lead": "Lead", "strong": "Normal", "group": "Group", "quiet": "Quiet"}
LINES |= {"standfirst": "Standfirst"}
RULED = 9.0
"""Millimetres between two lines to write on."""
CARD_AIR = 5.0
"""Millimetres between a card's edge and its words."""


def printed(document: Document) -> bytes:
    """Give a document as a Word file."""
    file = BytesIO()
    Writer(document).written().save(file)
    return file.getvalue()


class Writer:
    """Writes the parts of one document, one after the other."""

    def __init__(self, document: Document) -> None:
        self.told = document
        title, subject = legible(document.title), legible(document.subject)
        self.file = typeset.blank(document.language, title, subject)
        self.blocks = Blocks(self.file, document.language)
        self.voice = self.blocks.voice
        self.marks = 0
        self.kinds = {
            "heading": self._heading, "line": self._line, "prose": self._prose,
            "list": self._list, "frame": self._frame, "beside": self._beside,
            "signed": self._signed, "picture": self._picture, "cover": self._cover,
            "contents": self._contents, "blanks": self._blanks, "cards": self._cards,
            "box": self._box,
        }  # fmt: skip

    def written(self) -> Any:
        """Give the whole document as python-docx has it."""
        ahead([leaf.parts for leaf in self.told.leaves])
        for number, leaf in enumerate(self.told.leaves):
            self._begin(leaf, first=number == 0)
            for part in leaf.parts:
                self.part(self.file, part)
        return self.file

    def part(self, into: Any, part: Part) -> None:
        """Write one part into the document or into a cell of it."""
        write = self.kinds.get(part["is"])
        if write:
            write(into, part)
        else:  # a section of a method's page: text, table or pairs
            self.blocks.section(into, part)

    def _begin(self, leaf: Leaf, *, first: bool) -> None:
        page = self.file.sections[0]
        if not first:
            page = self.file.add_section(WD_SECTION.NEW_PAGE)
            # What holds the break must not need a page.
            last = self.file.element.body.p_lst[-1]
            wordml.styled(Paragraph(last, self.file), "Gap")
        typeset.sheet(page, leaf.sheet)
        self.blocks.measure = paper.SHEETS[leaf.sheet][0] - 2 * paper.MARGIN
        typeset.head(page, legible(leaf.left), legible(leaf.right))
        source, whose = legible(leaf.source), legible(leaf.whose)
        typeset.foot(page, source, whose, self.told.language, shown=leaf.foot)

    # ── words ────────────────────────────────────────────────────────────────
    def _heading(self, into: Any, part: Part) -> None:
        look, level = part["look"], part["level"]
        line = self.blocks.line(into, part["text"], STYLES[look])
        if part.get("again"):
            wordfields.outline(line, None)
            return
        if level != LEVELS[look]:
            wordfields.outline(line, level)
        self.marks += 1
        wordfields.bookmark(line, _mark(self.marks), self.marks)

    def _line(self, into: Any, part: Part) -> None:
        voice = part["look"] == "voice"
        line = self.blocks.line(into, part["text"], self.voice if voice else LINES[part["look"]])
        if part["look"] == "strong":
            line.runs[0].bold = True
        line.paragraph_format.space_before = Pt(part.get("above", 0))
        line.paragraph_format.space_after = Pt(part.get("below", 3))
        line.paragraph_format.keep_with_next = part.get("keep") or None

    def _prose(self, into: Any, part: Part) -> None:
        look = part.get("look", "normal")
        style = {"voice": self.voice, "quiet": "Quiet"}.get(look, "Normal")
        line = wordml.styled(into.add_paragraph(), style)
        _runs(line, part["runs"])
        line.paragraph_format.space_after = Pt(6)
        if look == "voice":  # what somebody says in a case
            line.paragraph_format.left_indent = Mm(6)

    def _list(self, into: Any, part: Part) -> None:
        number = wordlists.begin(self.file, ordered=part["ordered"])
        for item in part["items"]:
            style = "List Number" if part["ordered"] else "List Bullet"
            line = wordml.styled(into.add_paragraph(), style)
            wordlists.number(line, number)
            _runs(line, item)

    def _frame(self, _into: Any, part: Part) -> None:
        self.blocks.to_come(part["text"])

    def _blanks(self, into: Any, part: Part) -> None:
        for left in range(part["rows"] - 1, -1, -1):
            line = wordml.styled(into.add_paragraph(), "Quiet")
            wordml.writing_line(line, RULED)
            line.paragraph_format.keep_with_next = left > 0

    # ── what stands beside each other ────────────────────────────────────────
    def _beside(self, _into: Any, part: Part) -> None:
        columns = part["columns"]
        gaps = typeset.GUTTER * (len(columns) - 1)
        width = (self.blocks.measure - gaps) / len(columns)
        widths = [width + typeset.GUTTER] * (len(columns) - 1) + [width]
        air = (0.0, typeset.GUTTER, 0.0)
        cells = wordml.row(wordml.table(self.file, widths), widths, air)
        for cell, parts in zip(cells, columns, strict=True):
            for one in parts:
                self.part(cell, one)
            wordml.tidy(cell)

    def _box(self, _into: Any, part: Part) -> None:
        widths = [self.blocks.measure]
        (cell,) = wordml.row(wordml.table(self.file, widths), widths, (CARD_AIR, 0, CARD_AIR / 2))
        wordpen.framed(cell)
        for one in part["parts"]:
            self.part(cell, one)
            within = cell.paragraphs[-1].paragraph_format
            within.left_indent = within.right_indent = Mm(CARD_AIR)
        wordml.tidy(cell)

    def _cards(self, _into: Any, part: Part) -> None:
        """Write cards to cut out, row by row; a row is never split between two pages."""
        across = part["across"]
        widths = [self.blocks.measure / across] * across
        table = wordml.table(self.file, widths)
        cells = part["cells"]
        for first in range(0, len(cells), across):
            row = wordml.row(table, widths, (CARD_AIR, CARD_AIR, CARD_AIR))
            table.rows[-1].height = Mm(part["high"])
            wordpen.cut_lines(row)
            for cell, parts in zip(row, cells[first : first + across], strict=False):
                for one in parts:
                    self.part(cell, one)
                for line in cell.paragraphs:  # a row's last cell has no air of its own
                    line.paragraph_format.left_indent = Mm(CARD_AIR)
                    line.paragraph_format.right_indent = Mm(CARD_AIR if cell is row[-1] else 0)
                wordml.tidy(cell)

    def _signed(self, into: Any, part: Part) -> None:
        line = wordml.styled(into.add_paragraph(), "Group")
        wordml.picture(line, part["drawing"].png(), part["drawing"].width, "")
        strong = line.add_run(f"  {legible(part['name'])}")
        strong.bold = True
        strong.font.color.rgb = RGBColor.from_string(paper.INK.removeprefix("#"))
        line.add_run(f"   {legible(part['text'])}")
        self.marks += 1
        wordfields.bookmark(line, _mark(self.marks), self.marks)

    def _picture(self, into: Any, part: Part) -> None:
        """Write a picture with its twin at its side, or below where it needs the whole width."""
        if part["title"]:
            self._heading(into, {"text": part["title"], "look": "part", "level": part["level"]})
        drawing, alt = part["drawing"], legible(part["alt"])
        signs = {one["name"]: one["sign"] for one in part["places"] if one["sign"]}
        alone = not part["places"] and not part["more"]
        if alone or drawing.width + typeset.GUTTER + LEAST > self.blocks.measure:
            line = wordml.styled(into.add_paragraph(), "Sign")
            wordml.picture(line, drawing.png(), min(drawing.width, self.blocks.measure), alt)
            for place in part["places"]:
                self.blocks.place(into, place, signs.get(place["name"]), self.blocks.measure)
            if part["more"]:
                self.blocks.section(into, part["more"])
            return
        cell = self.blocks.picture(drawing, alt)
        self.blocks.twin(cell, part["places"], signs, part["more"] or {})

    # ── a front page ─────────────────────────────────────────────────────────
    def _cover(self, into: Any, part: Part) -> None:
        above = self.blocks.line(into, part["above"], "Lead")
        above.paragraph_format.space_before = Pt(140)
        self.blocks.line(into, part["text"], "Title")
        for said in part["lines"]:
            self.blocks.line(into, said, "Lead")

    def _contents(self, into: Any, part: Part) -> None:
        """Write the list of headings: Word keeps it up to date, and it is right from the start."""
        if part["title"]:
            title = self.blocks.line(into, part["title"], "Heading 2")
            wordfields.outline(title, None)
        found = [one for one in _headings(self.told) if one[1] <= part["depth"]]
        for number, (text, level, mark) in enumerate(found):
            line = wordml.styled(into.add_paragraph(), f"TOC {level}")
            begins, ends = number == 0, number == len(found) - 1
            depth = part["depth"] if begins else 0
            wordfields.entry(line, legible(text), _mark(mark), opens=depth, closes=ends)


LEAST = 45.0
"""Millimetres that what stands beside a picture needs at least."""


def _headings(document: Document) -> list[tuple[str, int, int]]:
    """Give each heading's text, level and number, in the order in which they are written."""
    found: list[tuple[str, int]] = []
    for leaf in document.leaves:
        for part in leaf.parts:
            if part["is"] == "heading" and not part.get("again"):
                found.append((part["text"], part["level"]))
            elif part["is"] == "signed":
                found.append((part["name"], part["level"]))
            elif part["is"] == "picture" and part["title"]:
                found.append((part["title"], part["level"]))
    return [(text, level, number) for number, (text, level) in enumerate(found, start=1)]


def _mark(number: int) -> str:
    return f"_Toc{number:06d}"


def _runs(line: Paragraph, runs: list[Part]) -> None:
    for run in runs:
        written = line.add_run(run["text"])
        written.bold = run["bold"] or None
        written.italic = run["italic"] or None
