"""A group's badge: shape first, number second, colour third; from six on the shapes are hollow."""

from __future__ import annotations

from workshops.takeaway import paper
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Part, Pen, Point, Words

SIDE = 6.4
"""Millimetres; the shapes are drawn on a grid of 24."""

_POLYGONS = {
    2: ((12, 1.5), (23.5, 21.5), (0.5, 21.5)),
    3: ((12, 0.5), (23.5, 12), (12, 23.5), (0.5, 12)),
    4: ((6.2, 2), (17.8, 2), (23.5, 12), (17.8, 22), (6.2, 22), (0.5, 12)),
}


def draw(table: str) -> Drawing:
    """Give the badge of a table, "1" to "10"."""
    number = int(table) if table.isdecimal() else 0
    kind = (number - 1) % 5
    grid = SIDE / 24
    hollow = not 1 <= number <= 5
    colour = paper.GROUPS[kind]
    pen = Pen(colour, 0.6, paper.PAPER) if hollow else Pen(colour, 0.3, colour)
    drawing = Drawing(SIDE, SIDE)
    drawing.add(_shape(kind, grid, pen))
    low = 19.4 if kind == 2 else 16.0
    ink = paper.INK if hollow else paper.PAPER
    letters = Words((12 * grid, low * grid), (table,), bold=True, anchor="middle", ink=ink)
    drawing.add(letters)
    return drawing


def _shape(kind: int, grid: float, pen: Pen) -> Part:
    if kind == 0:
        return Disc((12 * grid, 12 * grid), 10.8 * grid, pen)
    if kind == 1:
        return Box((2 * grid, 2 * grid), (20 * grid, 20 * grid), pen, 2 * grid)
    corners = tuple((x * grid, y * grid) for x, y in _POLYGONS[kind])
    return Line(_inset(corners, grid), pen, closed=True)


def _inset(corners: tuple[Point, ...], grid: float) -> tuple[Point, ...]:
    """Keep the rounded stroke inside the picture."""
    middle, keep = 12 * grid, 0.94
    return tuple((middle + (x - middle) * keep, middle + (y - middle) * keep) for x, y in corners)
