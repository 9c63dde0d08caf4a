"""Where people placed some activities, each on a map of its own, over a band without an edge."""

from __future__ import annotations

from math import sqrt
from typing import Any

from workshops.figures import count_of
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards, multiples
from workshops.takeaway.pictures.cards import strong
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Part, Pen, Point

BESIDE = 3
PAD = 1.0
"""Steps around the square."""
ONE, WIDEST = 0.3, 0.6
"""Steps: the radius of one answer, and of a place that many chose."""
HALF = 3.4
"""Steps from the diagonal until nothing is left of the band."""
RINGS = 9
PALE = (0xC4, 0xDA, 0xDD)
"""The band where it is strongest: red, green, blue."""


def draw(figure: dict[str, Any], words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the maps of a plenary; None while there are too few answers."""
    if not count_of(figure):
        return None
    plots, (low, high) = figure["plots"], figure["range"]
    columns = min(BESIDE, len(plots))
    cells = [("", _map(plot, words, (low, high), multiples.wide(columns))) for plot in plots]
    drawing = multiples.grid(cells, columns, language)
    return multiples.finished(drawing, figure, words, language)


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:  # noqa: ARG001 - every picture is called alike
    """Give no signs: a disc is an answer, a number says how many."""
    return {}


def _map(
    plot: dict[str, Any], words: dict[str, str], span: tuple[float, float], width: float
) -> Drawing:
    drawing = Drawing(width, 0.0)
    size = min(width, 84.0)
    name, up = [strong(words[plot["key"]], size=10.0)], [strong(words["axis_challenge"])]
    drawing.add(*cards.laid(name, (0.0, 0.0), width))
    top = cards.high(name, width) + 1.0
    drawing.add(_pointer((1.2, top + 2.8), (1.2, top + 0.6)))
    drawing.add(*cards.laid(up, (3.4, top), size - 3.4))
    top += cards.high(up, size) + 1.0
    step = size / (span[1] - span[0] + 2 * PAD)

    def at(x: float, y: float) -> Point:
        return (x - span[0] + PAD) * step, top + (span[1] + PAD - y) * step

    drawing.add(Box((0.0, top), (size, size), Pen(paper.LINE, 0.2, paper.PAPER)))
    drawing.add(*_band(top, size, step))
    corner = (at(span[0], span[1]), at(span[0], span[0]), at(span[1], span[0]))
    drawing.add(Line(corner, Pen(paper.EDGE, 0.3)))
    for x, y, many in sorted(plot["points"], key=lambda one: -one[2]):
        radius = min(WIDEST, ONE * sqrt(max(1, many))) * step
        drawing.add(Disc(at(x, y), radius, Pen(paper.PAPER, 0.15, paper.FJORD)))
        if many > 1:
            size_of = min(paper.TINY, 1.5 * radius / paper.POINT)
            drawing.add(multiples.number(many, at(x, y), size_of, paper.PAPER))
    along = [strong(words["axis_skill"])]
    foot = top + size + 1.0
    drawing.add(*cards.laid(along, (0.0, foot), size - 4.0, "end"))
    drawing.add(_pointer((size - 3.0, foot + 1.8), (size - 0.4, foot + 1.8)))
    drawing.height = foot + cards.high(along, size)
    return drawing


def _pointer(start: Point, end: Point) -> Line:
    return Line((start, end), Pen(paper.INK, 0.3), head="open")


def _band(top: float, size: float, step: float) -> list[Part]:
    """Give the band as stripes on each other, so faint at the edge that nobody can point at it."""
    found = list[Part]()
    for ring in range(1, RINGS + 1):
        reach = HALF * step * (1 - (ring - 1) / RINGS)
        part = ring / RINGS
        tone = "#" + "".join(f"{round(255 - (255 - one) * part):02X}" for one in PALE)
        corners = ((reach, 0.0), (0.0, 0.0), (0.0, reach))
        there = [(x, top + size - y) for x, y in corners]
        back = [(size - x, top + y) for x, y in corners]
        found.append(Line((*there, *back), Pen(fill=tone), closed=True))
    return found
