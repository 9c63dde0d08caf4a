"""What paper in Word needs for hands: rows high enough for a pen, and lines for scissors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.shared import Mm

from workshops.takeaway import paper
from workshops.takeaway.word import wordml

if TYPE_CHECKING:
    from docx.table import Table, _Cell


def pen_row(into: Table, high: float) -> None:
    """Make the last row at least so many millimetres high, with a line between its cells."""
    made = into.rows[-1]
    made.height, made.height_rule = Mm(high), WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell in made.cells[:-1]:
        borders = cell._tc.get_or_add_tcPr().find(qn("w:tcBorders"))  # noqa: SLF001 - no borders
        if borders is not None:
            wordml.rule(borders, "right", 0.5, paper.LINE)


def framed(cell: _Cell) -> None:
    """Draw a thin line all around a cell."""
    _around([cell], "single", 6)


def cut_lines(cells: list[_Cell]) -> None:
    """Draw the dashed lines one cuts along, all around each cell."""
    _around(cells, "dashed", 4)


def _around(cells: list[_Cell], line: str, eighths: int) -> None:
    for cell in cells:
        borders = wordml.element("tcBorders")
        for edge in ("top", "left", "bottom", "right"):
            look = {"val": line, "sz": eighths, "space": 0, "color": paper.EDGE.removeprefix("#")}
            borders.append(wordml.element(edge, **look))
        properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - not in python-docx
        margins = properties.find(qn("w:tcMar"))
        if margins is None:
            properties.append(borders)
        else:
            margins.addprevious(borders)
