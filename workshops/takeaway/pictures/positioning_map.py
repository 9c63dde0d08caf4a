"""The positioning map as the instrument shows it: a ring, b disc, c square, d diamond, words."""

from __future__ import annotations

from math import hypot, tau
from typing import Any

from workshops.takeaway import paper
from workshops.takeaway.pictures import ground
from workshops.takeaway.pictures import marks as marks_of
from workshops.takeaway.pictures.drawing import (
    Box,
    Disc,
    Drawing,
    Line,
    Part,
    Pen,
    Point,
    Words,
    toward,
)
from workshops.takeaway.pictures.labels import Labels, Room
from workshops.takeaway.pictures.lettering import leading, lines_box, wrapped
from workshops.words import sentence

SIZE = 62.0
"""Millimetres: the square on A4."""

LETTERS = {"invited": "a", "taken": "b", "wished": "c", "given": "d"}
RADIUS = {"invited": 2.4, "taken": 2.4, "wished": 2.3, "given": 2.9}

SIGN = 5.4
"""Millimetres: a mark standing alone in a line of text."""

SAID = 8.5
"""Points: the words on the arrows."""

MARKS = ' \n"”“„»«'
"""Quotation marks somebody typed; the map sets its own."""

WIDTHS = (27.0, 40.0, 19.0)
"""Millimetres: how wide they may run, tried in this order."""


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing:
    """Give the map of one answer."""
    ends = {end: getattr(answer.axes, end) or words[f"axis_{end}"] for end in _ENDS}
    drawing, frame = ground.lay(ends, SIZE)
    marks = {name: frame.at(mark) for name in LETTERS if (mark := getattr(answer, name))}
    marks = marks_of.apart(marks, RADIUS.__getitem__, 0.4)
    arrows = {end: _arrow(marks, start, end) for start, end in _MOVES if {start, end} <= {*marks}}
    for end, points in arrows.items():
        pen = Pen(paper.INK, 0.45, dash=(1.4, 1.1) if end == "wished" else ())
        drawing.add(Line(points, pen, head="open"))
    said = {name: text for name, text in answer.words if text.strip(MARKS)}
    quoted = {name: _quoted(text, language) for name, text in said.items()}
    if marks:
        drawing.title = words["map"]
        drawing.twin = ". ".join((*(words[f"mark_{name}"] for name in marks), *quoted.values()))
    _say(drawing, Labels(frame), quoted, marks, arrows)
    for name, at in marks.items():
        drawing.add(*_mark(name, at))
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:
    """Give each mark alone, by the name it has beside the map."""
    found = {}
    for name in LETTERS:
        drawing = Drawing(SIGN, SIGN)
        drawing.add(*_mark(name, (SIGN / 2, SIGN / 2), 0.84))
        found[words[f"mark_{name}"]] = drawing
    return found


_ENDS = ("left", "right", "bottom", "top")
_MOVES = (("invited", "taken"), ("taken", "wished"))


def _mark(name: str, at: Point, scale: float = 1) -> list[Part]:
    radius = RADIUS[name] * scale
    x, y = at
    ink = paper.PAPER if name == "taken" else paper.INK
    letter = marks_of.letter(LETTERS[name], at, ink)
    if name == "invited":
        dash = tau * radius / 16
        shape: Part = Disc(at, radius, Pen(paper.FJORD, 0.5, paper.PAPER, (dash * 1.2, dash * 0.8)))
    elif name == "taken":
        shape = Disc(at, radius, Pen(paper.FJORD, 0.5, paper.FJORD))
    elif name == "wished":
        corner = (x - radius, y - radius)
        shape = Box(corner, (2 * radius, 2 * radius), Pen(paper.ON_AMBER, 0.5, paper.AMBER), 0.7)
    else:
        shape = marks_of.diamond(at, radius, Pen(paper.ON_AMBER, 0.5, paper.PAPER))
    return [shape, letter]


def _arrow(marks: dict[str, Point], start: str, end: str) -> tuple[Point, Point]:
    first, last = marks[start], marks[end]
    air = 0.7
    if hypot(last[0] - first[0], last[1] - first[1]) < RADIUS[start] + RADIUS[end] + 3 * air:
        return toward(first, last, RADIUS[start]), toward(last, first, RADIUS[end])
    return toward(first, last, RADIUS[start] + air), toward(last, first, RADIUS[end] + air)


def _quoted(text: str, language: str) -> str:
    return sentence("take_quote", language, text=text.strip(MARKS))


def _say(
    drawing: Drawing,
    labels: Labels,
    quoted: dict[str, str],
    marks: dict[str, Point],
    arrows: dict[str, tuple[Point, Point]],
) -> None:
    """Put the words beside their arrows; words that find no room stand beside the map only."""
    labels.arrows.extend(arrows.values())
    for name, (x, y) in marks.items():
        radius = RADIUS[name] + 0.4
        labels.taken.append(Room(x - radius, y - radius, 2 * radius, 2 * radius))
    for name, text in quoted.items():
        ways = [wrapped(text, widest, paper.VOICE, SAID) for widest in WIDTHS]
        sizes = [_size(lines) for lines in ways]
        found = None
        if name in arrows:
            found = labels.beside(*arrows[name], sizes)
        elif name in marks:
            found = labels.around(marks[name], RADIUS[name], sizes)
        if found:
            drawing.add(*_label(found[0], ways[found[1]]))


def _size(lines: list[str]) -> Point:
    width, height = lines_box(lines, paper.VOICE, SAID)
    return width + 1.2, height + 0.6


def _label(room: Room, lines: list[str]) -> list[Part]:
    corner = (room.left, room.top)
    first = (room.left + 0.6, room.top + leading(SAID) * 0.8 + 0.1)
    return [
        Box(corner, (room.width, room.height), Pen(fill=paper.PAPER), 0.6),
        Words(first, tuple(lines), paper.VOICE, SAID),
    ]
