"""Every question's mark as asked and as heard on one map, and the order of each group's talk."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import pairwise
from math import cos, hypot, sin
from typing import Any

from workshops.figures import count_of
from workshops.methods.tomm_questions import KINDS
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards, ground, marks, multiples
from workshops.takeaway.pictures.cards import plain, quiet, strong
from workshops.takeaway.pictures.drawing import (
    Box,
    Disc,
    Drawing,
    Line,
    Part,
    Pen,
    Point,
    toward,
)
from workshops.takeaway.pictures.ground import Frame
from workshops.takeaway.pictures.question_map import CORNERS, ENDS, SIZE

SMALLER = 84.0
NEAR = 1.5
"""Millimetres: the map's side where room is scarce, and how far apart arrows of one way lie."""
HIGHEST = 4.7
"""Steps up and down that a mark may stand at."""
MANY, MOST = 60, 5
"""Arrows from which on their lines are thin, and talks beside each other."""

_DOT = Pen(paper.FJORD, 0.3, paper.FJORD)


def draw(figure: dict[str, Any], words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the map of all pairs and each group's order; None while nobody has shared any."""
    if not count_of(figure):
        return None
    tries = (partial(_drawn, figure, words, language, size) for size in (SIZE, SMALLER))
    return multiples.finished(cards.first_fit(tries), figure, words, language)


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:  # noqa: ARG001 - every picture is called alike
    """Give no signs: the picture has its own, with their words."""
    return {}


def _drawn(figure: dict[str, Any], words: dict[str, str], language: str, size: float) -> Drawing:
    drawing = Drawing(paper.MEASURE, 0.0)
    if figure["pairs"]:
        multiples.under(drawing, _pairs(figure["pairs"], words, size))
    tables = multiples.tables_of(figure, len(figure["paths"]))
    walked = [(table, path) for table, path in zip(tables, figure["paths"], strict=True) if path]
    drawing.cuts.append(drawing.height)
    title = Drawing(paper.MEASURE, 0.0)
    name = [strong(words["view_path"], size=10.0)]
    title.add(*cards.laid(name, (0.0, 0.0), paper.MEASURE))
    title.height = cards.high(name, paper.MEASURE)
    multiples.under(drawing, title, 4.0)
    rows = -(-len(walked) // MOST)
    columns = max(3, -(-len(walked) // rows))
    cells = [(table, _path(path, multiples.wide(columns))) for table, path in walked]
    multiples.under(drawing, multiples.grid(cells, columns, language), 2.0)
    return drawing


# ── all pairs ────────────────────────────────────────────────────────────────
def _pairs(pairs: list[dict[str, Any]], words: dict[str, str], size: float) -> Drawing:
    ends = {end: plain(words[f"axis_{end}"]) for end in ENDS}
    lain, frame = ground.lay(ends, size)
    aside = (paper.MEASURE - lain.width) / 2
    drawing = Drawing(paper.MEASURE, lain.height)
    drawing.add(*(cards.moved(part, aside, 0.0) for part in lain.parts))
    frame = Frame(frame.left + aside, frame.top, frame.size)
    _kinds(drawing, frame, words)
    width = 0.45 if len(pairs) <= MANY else 0.25
    for start, end in _fanned([(_at(frame, one["from"]), _at(frame, one["to"])) for one in pairs]):
        drawing.add(*_arrow(start, end, width))
    multiples.key(drawing, _key(words), 1.5)
    return drawing


def _kinds(drawing: Drawing, frame: Frame, words: dict[str, str]) -> None:
    """Write the names of the four kinds into their corners."""
    for kind in KINDS:
        right, low = CORNERS[kind]
        room, name = frame.size / 2 - 4.0, [quiet(words[f"type_{kind}"])]
        high = cards.high(name, room)
        top = frame.top + frame.size - high - 1.4 if low else frame.top + 1.4
        left = frame.left + (frame.size / 2 + 2.0 if right else 2.0)
        drawing.add(*cards.laid(name, (left, top), room, "end" if right else "start"))


def _at(frame: Frame, place: list[float]) -> Point:
    """Give the point of a place, off the words in the corners; lineal lies on top."""
    return frame.at([place[0] * ground.STEPS, -place[1] * HIGHEST])


def _fanned(pairs: list[tuple[Point, Point]]) -> list[tuple[Point, Point]]:
    """Lay arrows of one way side by side, and marks that stayed round their place."""
    several, met, found = Counter(pairs), Counter[tuple[Point, Point]](), []
    for way in pairs:
        (x1, y1), (x2, y2) = way
        met[way] += 1
        length = hypot(x2 - x1, y2 - y1)
        aside = min(NEAR, 14.0 / several[way]) * (met[way] - (several[way] + 1) / 2)
        turn, out = (met[way] - 1) * 2.4, NEAR * 1.6 * (met[way] - 1) ** 0.5
        dx, dy = (
            ((y1 - y2) / length * aside, (x2 - x1) / length * aside)
            if length
            else (cos(turn) * out, sin(turn) * out)
        )
        found.append(((x1 + dx, y1 + dy), (x2 + dx, y2 + dy)))
    return found


def _arrow(start: Point, end: Point, width: float) -> list[Part]:
    dot = Disc(start, 0.8, _DOT)
    if hypot(end[0] - start[0], end[1] - start[1]) < 0.01:
        return [Disc(end, 1.5, Pen(paper.FJORD, width, paper.PAPER)), dot]
    return [Line((start, end), Pen(paper.FJORD, width), head="full"), dot]


def _key(words: dict[str, str]) -> dict[str, Drawing]:
    dot, head = Drawing(4.0, 3.6), Drawing(7.0, 3.6)
    dot.add(Disc((2.0, 1.8), 0.8, _DOT))
    head.add(Line(((0.4, 1.8), (6.6, 1.8)), Pen(paper.FJORD, 0.45), head="full"))
    return {plain(words["asked"]): dot, plain(words["heard"]): head}


# ── one group's order ────────────────────────────────────────────────────────
def _path(path: list[list[float]], width: float) -> Drawing:
    """Give numbered marks in the order they were asked, small, without words."""
    size = min(width, 44.0)
    drawing, radius = Drawing(width, size), 1.9
    half = size / 2
    drawing.add(Box((0.1, 0.1), (size - 0.2, size - 0.2), Pen(paper.EDGE, 0.2, paper.PAPER), 1.0))
    cross = (((0.1, half), (size - 0.1, half)), ((half, 0.1), (half, size - 0.1)))
    drawing.add(*(Line(ends, Pen(paper.LINE, 0.2)) for ends in cross))
    reach = half - radius - 0.6
    places = [(half + x * reach, half + y * reach) for x, y in path]
    low, high = radius + 0.3, size - radius - 0.3
    apart = marks.apart(
        dict(enumerate(places)),
        lambda _at: radius,
        0.3,
        lambda point: (max(low, min(high, point[0])), max(low, min(high, point[1]))),
    )
    places = [*apart.values()]
    for one, other in pairwise(places):
        if hypot(other[0] - one[0], other[1] - one[1]) > 2 * radius + 1.2:
            ends = (toward(one, other, radius), toward(other, one, radius + 0.2))
            drawing.add(Line(ends, Pen(paper.INK_2, 0.35), head="open"))
    for at, point in enumerate(places, start=1):
        drawing.add(Disc(point, radius, _DOT))
        drawing.add(multiples.number(at, point, cards.SMALLEST, paper.PAPER))
    return drawing
