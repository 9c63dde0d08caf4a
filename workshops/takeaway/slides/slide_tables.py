"""Tables of a slide: real ones with heads, cut between rows when a slide is full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt

from workshops.takeaway import paper
from workshops.takeaway.slides.slide_master import Place
from workshops.takeaway.slides.slide_text import LEAST, broken, tall, wide
from workshops.takeaway.slides.slideml import Said, colour, named, paragraphs

SIZES = (18.0, 16.0, 14.0)
ROOMY = 14.0
"""Points: a table of several slides stands in this size, as long as its rows fit."""
AIR, ABOVE, BELOW = 2.6, 2.0, 2.0
"""Millimetres in a cell."""
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own table style without lines and colours."""


@dataclass(frozen=True)
class Table:
    """What one slide shows of a table, in millimetres and points."""

    heads: list[str]
    rows: list[list[str]]
    widths: list[float]
    size: float
    face: str = paper.VOICE

    @property
    def height(self) -> float:
        """How high it stands."""
        return _head(self) + sum(_row(self, row) for row in self.rows)


def pages(
    heads: list[str], rows: list[list[str]], room: Place, face: str = paper.VOICE
) -> Iterator[Table]:
    """Give a table as one or several that each have room on a slide."""
    heads, rows = _squared(heads, rows)
    width, height = room[2], room[3]
    for size in SIZES:
        whole = laid(heads, rows, width, size, face)
        if whole.height <= height:
            yield whole
            return
    whole = Table(heads, rows, _widths(heads, rows, width, ROOMY), ROOMY, face)
    if max(_row(whole, row) for row in rows) > height - _head(whole):
        whole = Table(heads, rows, _widths(heads, rows, width, LEAST), LEAST, face)
    for some in _paged(whole, height - _head(whole)):
        yield replace(whole, rows=some)


def laid(
    heads: list[str], rows: list[list[str]], width: float, size: float, face: str = paper.VOICE
) -> Table:
    """Give a table as it is in this width and size, however high."""
    heads, rows = _squared(heads, rows)
    return Table(heads, rows, _widths(heads, rows, width, size), size, face)


def _squared(heads: list[str], rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """Give every row as many cells as the longest has; a deck with a ragged table is broken."""
    many = max([len(heads), *(len(row) for row in rows)], default=1)
    return [*heads, *[""] * many][:many], [[*row, *[""] * many][:many] for row in rows]


def frame(table: Table, at: tuple[float, float], number: int, told: str, locale: str) -> str:
    """Give a table as XML; `told` is what a screen reader says of it."""
    where = [round(one * 36000) for one in (*at, sum(table.widths), table.height)]
    columns = "".join(f'<a:gridCol w="{round(width * 36000)}"/>' for width in table.widths)
    head = [Said(one, paper.KIT, _small(table), bold=True, ink=paper.INK) for one in table.heads]
    lines = _tr(head, _head(table), (1.5, paper.INK), locale) if any(table.heads) else ""
    for row in table.rows:
        cells = [
            Said(one, table.face if number or not _numbers(row) else paper.KIT, table.size)
            for number, one in enumerate(row)
        ]
        lines += _tr(cells, _row(table, row), (0.75, paper.LINE), locale)
    first = ' firstRow="1"' if any(table.heads) else ""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{named(number, told[:60], told)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f'</p:nvGraphicFramePr><p:xfrm><a:off x="{where[0]}" y="{where[1]}"/>'
        f'<a:ext cx="{where[2]}" cy="{where[3]}"/></p:xfrm><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblPr{first}><a:tableStyleId>{_PLAIN}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{columns}</a:tblGrid>{lines}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def _tr(cells: list[Said], height: float, rule: tuple[float, str], locale: str) -> str:
    points, ink = rule
    none = "".join(f"<a:{side}><a:noFill/></a:{side}>" for side in ("lnL", "lnR", "lnT"))
    line = f'{none}<a:lnB w="{round(points * 12700)}">{colour(ink)}</a:lnB>'
    air = f'marL="0" marR="{round(AIR * 72000)}" marT="{round(ABOVE * 36000)}"'
    look = f'<a:tcPr {air} marB="{round(BELOW * 36000)}">{line}<a:noFill/></a:tcPr>'
    told = "".join(
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs([cell], locale)}</a:txBody>{look}"
        "</a:tc>"
        for cell in cells
    )
    return f'<a:tr h="{round(height * 36000)}">{told}</a:tr>'


# ── how wide, how high ───────────────────────────────────────────────────────
def _widths(heads: list[str], rows: list[list[str]], width: float, size: float) -> list[float]:
    """Give each column what its words ask for: short ones little, long ones by their length."""
    columns = list(zip(heads, *rows, strict=True))
    air = 2 * AIR + 1
    asked = [max(8.0, *(_line(one, size) for one in column)) + air for column in columns]
    if sum(asked) <= width:
        more = min(width / sum(asked), 1.5)
        return [one * more for one in asked]
    words = [
        max(map(len, one.split()), default=0) for column in columns for one in [" ".join(column)]
    ]
    least = [
        min(count * size * 0.58 * paper.POINT + air, asked[at]) for at, count in enumerate(words)
    ]
    least = [min(one, width / len(columns)) for one in least]
    parts = [sqrt(max(one - small, 0.0)) for one, small in zip(asked, least, strict=True)]
    left = (width - sum(least)) / (sum(parts) or 1)
    return [small + left * part for small, part in zip(least, parts, strict=True)]


def _line(text: str, size: float) -> float:
    return max((wide(one, paper.VOICE, size) for one in text.split("\n")), default=0.0)


def _small(table: Table) -> float:
    return max(LEAST, table.size - 2)


def _head(table: Table) -> float:
    if not any(table.heads):
        return 0.0
    said = [Said(one, paper.KIT, _small(table), bold=True) for one in table.heads]
    return _highest(said, table.widths)


def _row(table: Table, row: list[str]) -> float:
    return _highest([Said(one, table.face, table.size) for one in row], table.widths)


def _highest(said: list[Said], widths: list[float]) -> float:
    pairs = zip(said, widths, strict=True)
    return max(tall([one], wide - 2 * AIR) for one, wide in pairs) + ABOVE + BELOW


def _numbers(row: list[str]) -> bool:
    return any(row[1:]) and all(cell.isdecimal() for cell in row[1:] if cell)


def _paged(table: Table, height: float) -> Iterator[list[list[str]]]:
    """Give the rows of each slide; a row that is taller than a slide is cut into several."""
    some: list[list[str]] = []
    used = 0.0
    for whole in table.rows:
        for row in _cut(table, whole, height):
            needs = _row(table, row)
            if some and used + needs > height:
                yield some
                some, used = [], 0.0
            some.append(row)
            used += needs
    if some:
        yield some


def _cut(table: Table, row: list[str], height: float) -> Iterator[list[str]]:
    if _row(table, row) <= height:
        yield row
        return
    high = table.size * Said("", table.face).high * paper.POINT
    most = max(int((height - ABOVE - BELOW) / high) - 1, 1)
    lines = [
        broken(cell, wide - 2 * AIR, table.face, table.size)
        for cell, wide in zip(row, table.widths, strict=True)
    ]
    for at in range(0, max(map(len, lines)), most):
        yield ["".join(cell[at : at + most]).strip("\n") for cell in lines]
