"""A3 paper in our look: bigger letters, strong lines, and lines for a pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from workshops.takeaway import paper
from workshops.takeaway.word import wordml

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

WIDTH, HEIGHT, MARGIN = 420.0, 297.0, 18.0
"""A3 across, in millimetres."""
MEASURE = WIDTH - 2 * MARGIN
WRITING = 10.0
"""Millimetres between two lines for a pen."""

# Points: size and distance between lines. It is read from where one sits at the table.
SIZES = {
    "Normal": (15.0, 20.0),
    "Heading 1": (34.0, 38.0),
    "Heading 2": (20.0, 32.0),
    "Head": (13.0, 17.0),
    "Quiet": (13.0, 17.0),
    "Footer": (9.0, 12.0),
}
VOICE = (16.0, 21.0)
SNUG = (14.0, 18.5)
"""How people's words stand when there are many of them."""


def enlarge(document: Document, spoken: dict[str, tuple[float, float]]) -> None:
    """Make a document of our look an A3 page across; `spoken` is the size of people's words."""
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(WIDTH), Mm(HEIGHT)
    page.left_margin = page.right_margin = Mm(MARGIN)
    page.top_margin, page.bottom_margin = Mm(14), Mm(15)
    page.header_distance = page.footer_distance = Mm(8)
    for name, (size, leading) in (SIZES | spoken).items():
        style = document.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.line_spacing = Pt(leading)
    document.styles["Heading 1"].paragraph_format.space_after = Pt(10)
    document.styles["Heading 2"].paragraph_format.space_before = Pt(4)
    stops = document.styles["Footer"].paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Mm(MEASURE), WD_TAB_ALIGNMENT.RIGHT)


def for_a_pen(line: Paragraph, high: float = WRITING) -> None:
    """Make a paragraph a line to write on, so many millimetres high."""
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    line.paragraph_format.line_spacing = Mm(high)
    line.paragraph_format.space_after = Pt(0)
    ruled(line, ("bottom", "between"), 0.5, paper.EDGE)


def ruled(line: Paragraph, edges: tuple[str, ...], points: float, colour: str) -> None:
    """Draw lines at a paragraph; Word makes one box of neighbours, with lines `between` them."""
    borders = wordml.element("pBdr")
    for edge in edges:
        wordml.rule(borders, edge, points, colour, 1)
    properties = line._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
