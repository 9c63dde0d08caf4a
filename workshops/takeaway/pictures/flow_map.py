"""Challenge by skill: up to four activities as letters in their own shapes, on a soft band."""

from __future__ import annotations

from typing import Any

from workshops.methods.flow import MAP, MOST, Answer
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards
from workshops.takeaway.pictures import marks as marks_of
from workshops.takeaway.pictures.cards import Said, plain, quiet, strong, voice
from workshops.takeaway.pictures.drawing import (
    Box,
    Disc,
    Drawing,
    Line,
    Part,
    Pen,
    Point,
)
from workshops.takeaway.pictures.labels import Room
from workshops.takeaway.pictures.lettering import leading, width_of
from workshops.takeaway.pictures.spoken import told

SIZE, LEFT = 84.0, 6.0
"""Millimetres: the square, and what stands at its left."""
PADDING = 0.7
"""Steps of air around the places 0 … 10."""
RADIUS = 2.7
_NEAR = {
    "anxiety": ((0.7, 9.4), (0.7, 8.0), (2.6, 9.4), (0.7, 6.6), (2.6, 8.0)),
    "flow": ((7.2, 9.4), (8.6, 8.4), (4.6, 5.4), (2.4, 3.4), (5.8, 7.4)),
    "boredom": ((7.2, 1.0), (7.2, 2.4), (5.0, 1.0), (7.2, 3.8), (5.0, 2.4)),
}
"""Where the words for a neighbourhood may stand, as skill and challenge."""
LETTERS = dict(zip(MAP, "abcd", strict=True))

_HAIR, _BAND = Pen(paper.EDGE, 0.2), Pen(paper.LINE, 0.2, dash=(0.6, 1.2))


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give one person's map; None while nothing is placed, and always for a group's sheet."""
    if not isinstance(answer, Answer):
        return None
    marks = {name: point for name in MAP if (point := getattr(answer, name))}
    if not marks:
        return None
    up = [strong(words["axis_challenge"])]
    top = cards.high(up, SIZE) + 1.2
    drawing = Drawing(paper.MEASURE, top + SIZE + 1.2)
    drawing.add(*cards.laid(up, (LEFT, 0.0), SIZE))
    _ground(drawing, top)
    apart = marks_of.apart(
        {name: _at(point, top) for name, point in marks.items()}, lambda _name: RADIUS, 0.6
    )
    _near(drawing, top, list(apart.values()), words)
    for name, at in apart.items():
        drawing.add(*_mark(name, at))
    _beside(drawing, answer, marks, words, top)
    along = [strong(words["axis_skill"])]
    drawing.add(*cards.laid(along, (LEFT, drawing.height), SIZE, "end"))
    drawing.height += cards.high(along, SIZE)
    drawing.title = plain(words["map"])
    said = [f"{_name(name, answer, words)}: {_in_words(marks[name], words)}" for name in marks]
    drawing.twin = told("map", language, marks="; ".join(said))
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:
    """Give each mark alone, by the name it has beside the map."""
    found = {}
    for name in MAP:
        sign = Drawing(7.0, 7.0)
        sign.add(*_mark(name, (3.5, 3.5)))
        found[plain(words[f"mark_{name}"])] = sign
    return found


# ── the sheet ────────────────────────────────────────────────────────────────
def _ground(drawing: Drawing, top: float) -> None:
    drawing.add(Box((LEFT, top), (SIZE, SIZE), Pen(paper.EDGE, 0.2, paper.PAPER), 1.5))
    for aside in (-3, -2, -1, 0, 1, 2, 3):  # soft: nobody can point at its edge
        low, high = max(0, -aside), min(MOST, MOST - aside)
        ends = (_at([low, low + aside], top), _at([high, high + aside], top))
        drawing.add(Line(ends, _BAND if aside else Pen(paper.REST, 0.35, dash=(0.6, 1.0))))
    dots = Pen(fill=paper.LINE)
    drawing.add(*(Disc(_at([x, y], top), 0.2, dots) for x in range(11) for y in range(11)))
    foot, left, right = _at([0, 0], top), _at([0, MOST], top), _at([MOST, 0], top)
    drawing.add(Line((left, foot, right), _HAIR))


def _near(drawing: Drawing, top: float, marks: list[Point], words: dict[str, str]) -> None:
    """Write what is near a corner where no mark lies."""
    for name, places in _NEAR.items():
        word = plain(words[f"near_{name}"])
        wide, high = width_of(word, paper.KIT, cards.SMALLEST), leading(cards.SMALLEST)
        rooms = [Room(*_at(list(place), top), wide, high) for place in places]
        clear = [one for one in rooms if not any(_on(one, mark) for mark in marks)]
        if clear:
            drawing.add(*cards.laid([quiet(word)], (clear[0].left, clear[0].top), wide + 0.2))


def _on(room: Room, mark: Point) -> bool:
    air = RADIUS + 1.2
    across = room.left - air <= mark[0] <= room.left + room.width + air
    return across and room.top - air <= mark[1] <= room.top + room.height + air


def _at(point: list[Any], top: float) -> Point:
    """Give where a place [skill, challenge] lies; challenge grows upwards."""
    step = SIZE / (MOST + 2 * PADDING)
    return LEFT + (point[0] + PADDING) * step, top + SIZE - (point[1] + PADDING) * step


def _mark(name: str, at: Point) -> list[Part]:
    """Give a mark: a ring, a disc, a square or a diamond, with its letter."""
    (x, y), kind = at, MAP.index(name)
    ink = paper.PAPER if kind == 1 else paper.INK
    letter = marks_of.letter(LETTERS[name], at, ink)
    if kind < 2:
        fill = paper.FJORD if kind else paper.PAPER
        shape: Part = Disc(at, RADIUS, Pen(paper.FJORD, 0.5, fill))
    elif kind == 2:
        side = RADIUS * 1.8
        shape = Box((x - side / 2, y - side / 2), (side, side), Pen(paper.INK, 0.5, paper.PAPER))
    else:
        shape = marks_of.diamond(at, 3.1, Pen(paper.ON_AMBER, 0.5, paper.AMBER))
    return [shape, letter]


def _beside(
    drawing: Drawing, answer: Answer, marks: dict[str, Any], words: dict[str, str], top: float
) -> None:
    x, y = LEFT + SIZE + 8.0, top + 1.0
    width = paper.MEASURE - x - 8.0
    for name, point in marks.items():
        own = answer.own_text if name == "own" else ""
        said = [
            strong(words[f"mark_{name}"], size=9.0),
            voice(own, 0.2),
            Said(_in_words(point, words), size=8.5, above=0.3),
        ]
        drawing.add(*(cards.moved(part, x, y) for part in _sign(name)))
        drawing.add(*cards.laid(said, (x + 8.0, y), width))
        y += max(7.0, cards.high(said, width)) + 3.0
    drawing.height = max(drawing.height, y)


def _sign(name: str) -> list[Part]:
    return _mark(name, (3.2, 3.2))


def _in_words(point: list[int], words: dict[str, str]) -> str:
    return words["point_in_words"].format(challenge=point[1], skill=point[0])


def _name(name: str, answer: Answer, words: dict[str, str]) -> str:
    own = f", {answer.own_text}" if name == "own" and answer.own_text.strip() else ""
    return words[f"mark_{name}"] + own
