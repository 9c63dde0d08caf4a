"""The overlay from plenary: arrows from ring to head, without names and words."""

from __future__ import annotations

from collections import Counter
from math import hypot
from typing import Any

from workshops.takeaway import paper
from workshops.takeaway.pictures import ground
from workshops.takeaway.pictures.drawing import Disc, Drawing, Line, Part, Pen, Point, toward

SIZE = 92.0
"""Millimetres: the square on A4."""

RING = 1.15
APART = 1.5
"""Millimetres: a ring's radius, and how far apart arrows of the same place lie."""

MANY = 60
"""From here on the lines are thin."""

_ENDS = ("left", "right", "bottom", "top")


def draw(figure: dict[str, Any], words: dict[str, str], language: str = "da") -> Drawing:  # noqa: ARG001 - every picture is called alike
    """Give the overlay of a method's `plenary` figure."""
    drawing, frame = ground.lay({end: words[f"axis_{end}"] for end in _ENDS}, SIZE, paper.SMALL)
    width = 0.45 if len(figure["arrows"]) <= MANY else 0.25
    places = [(frame.at(arrow["from"]), frame.at(arrow["to"])) for arrow in figure["arrows"]]
    for start, end in _fanned(places):
        drawing.add(*_arrow(start, end, width))
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:
    """Give the signs of the key, by the name that stands beside them."""
    ring, head, stayed = (Drawing(8.0, 4.2) for _ in range(3))
    ring.add(_ring((4.0, 2.1), 0.45))
    head.add(Line(((0.6, 2.1), (7.4, 2.1)), Pen(paper.FJORD, 0.45), head="full"))
    stayed.add(*_arrow((4.0, 2.1), (4.0, 2.1), 0.45))
    return {words["key_invited"]: ring, words["key_wished"]: head, words["key_stayed"]: stayed}


def _fanned(arrows: list[tuple[Point, Point]]) -> list[tuple[Point, Point]]:
    """Lay arrows of one place side by side, so that all can be counted."""
    several, met = Counter(arrows), Counter[tuple[Point, Point]]()
    found = []
    for arrow in arrows:
        (x1, y1), (x2, y2) = arrow
        met[arrow] += 1
        aside = APART * (met[arrow] - (several[arrow] + 1) / 2)
        length = hypot(x2 - x1, y2 - y1)
        dx, dy = ((y1 - y2) / length, (x2 - x1) / length) if length else (1.6, 0.0)
        found.append(((x1 + dx * aside, y1 + dy * aside), (x2 + dx * aside, y2 + dy * aside)))
    return found


def _arrow(start: Point, end: Point, width: float) -> list[Part]:
    if start == end:
        return [_ring(start, width), Disc(start, 0.4, Pen(fill=paper.FJORD))]
    line = Line((toward(start, end, RING), end), Pen(paper.FJORD, width), head="full")
    return [line, _ring(start, width)]


def _ring(at: Point, width: float) -> Disc:
    return Disc(at, RING, Pen(paper.FJORD, width, paper.PAPER))
