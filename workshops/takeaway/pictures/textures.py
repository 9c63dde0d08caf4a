"""Grounds that stand apart without colour: open, tinted, striped, full, dotted."""

from __future__ import annotations

from collections.abc import Iterator

from workshops.takeaway import paper
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Part, Pen, Point

TINT, DEEP = "#DDECEC", "#3B7883"
"""Fjord on paper, thin and strong."""
STRIPE, DOT = 1.7, 1.5
"""Millimetres from stripe to stripe, and from dot to dot."""

_EDGE = Pen(paper.FJORD, 0.3)
_FILLS = {"tint": TINT, "stripes": TINT, "full": paper.FJORD}


def box(texture: str, at: Point, size: Point) -> list[Part]:
    """Give a box with its ground ("open", "tint", "stripes", "full", "dots") and an edge."""
    parts: list[Part] = [Box(at, size, Pen(fill=_FILLS.get(texture, paper.PAPER)))]
    if texture == "stripes":
        parts += _stripes(at, size)
    if texture == "dots":
        parts += _dots(at, size)
    return [*parts, Box(at, size, _EDGE)]


def sign(texture: str) -> Drawing:
    """Give a ground alone, for a key."""
    drawing = Drawing(6.0, 3.8)
    drawing.add(*box(texture, (0.3, 0.3), (5.4, 3.2)))
    return drawing


def _stripes(at: Point, size: Point) -> Iterator[Part]:
    """Give stripes from lower left to upper right, none of them beyond the box."""
    air = 0.35
    width, height = size[0] - 2 * air, size[1] - 2 * air
    if min(width, height) <= 0:
        return
    left, top = at[0] + air, at[1] + air
    pen, step = Pen(paper.FJORD, 0.55), STRIPE / 2
    while step < width + height:
        start = (left + max(0.0, step - height), top + min(step, height))
        end = (left + min(step, width), top + max(0.0, step - width))
        yield Line((start, end), pen)
        step += STRIPE


def _dots(at: Point, size: Point) -> Iterator[Part]:
    across, down = int((size[0] - 0.6) / DOT), int((size[1] - 0.6) / DOT)
    left = at[0] + (size[0] - DOT * (across - 1)) / 2
    top = at[1] + (size[1] - DOT * (down - 1)) / 2
    for x in range(across):
        for y in range(down):
            yield Disc((left + x * DOT, top + y * DOT), 0.28, Pen(fill=paper.REST))
