"""The groups' loops beside each other: roles on a ring, numbered arrows, and what is done below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from math import cos, sin, tau
from typing import Any

from workshops.figures import count_of
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards, multiples
from workshops.takeaway.pictures.cards import Said, plain, voice
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Pen, Point
from workshops.takeaway.pictures.labels import Room
from workshops.takeaway.pictures.lettering import width_of
from workshops.takeaway.pictures.ways import Ways

SIGN = 1.9
SIDE, MOST = 16.0, 42.0
"""Millimetres: an arrow's sign, and a role's card at least and at most."""
NARROW, WIDEST = 70.0, 42.0
"""Millimetres: a column in which two roles do not stand beside each other, and a ring's reach."""

_BREAK = re.compile(r"(?<=\w{4})(?=[^\W\daeiouyæøå][aeiouyæøå]\w)", re.IGNORECASE)

_OWN, _OTHER = Pen(paper.FJORD, 1.0, paper.PAPER), Pen(paper.INK, 0.35, paper.PAPER)


def draw(figure: dict[str, Any], words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give each group's loop; None while nobody has shared one."""
    tables = multiples.tables_of(figure, len(figure["loops"]))
    found = [
        (table, loop) for table, loop in zip(tables, figure["loops"], strict=True) if loop["actors"]
    ]
    if not count_of(figure) or not found:
        return None
    few = min(len(found), 2)
    # Three beside each other come first to help, then what is done gives way, then the air.
    tries = [(few, True, 1.0), (3, True, 1.0), (3, False, 1.0), (3, False, 0.75)]
    drawing = cards.first_fit(
        partial(_drawn, found, words, language, columns, look=look) for columns, *look in tries
    )
    return multiples.finished(drawing, figure, words, language)


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:  # noqa: ARG001 - every picture is called alike
    """Give no signs: the picture has its own, those that are on it."""
    return {}


def _key(words: dict[str, str]) -> dict[str, Drawing]:
    sign = Drawing(6.4, 4.0)
    sign.add(Box((0.6, 0.6), (5.2, 2.8), _OWN, 1.4))
    return {plain(words["self_page"]): sign}


def _drawn(
    found: list[tuple[str, dict[str, Any]]],
    words: dict[str, str],
    language: str,
    columns: int,
    *,
    look: Sequence[Any],
) -> Drawing:
    width = multiples.wide(columns)
    cells = [(table, _loop(loop, words, width, look)) for table, loop in found]
    drawing = multiples.grid(cells, columns, language)
    if any(actor["mine"] for _table, loop in found for actor in loop["actors"]):
        multiples.key(drawing, _key(words), 2.0)
    return drawing


def _loop(
    loop: dict[str, Any],
    words: dict[str, str],
    width: float,
    look: Sequence[Any],
) -> Drawing:
    """Give one loop: the roles on a ring, the arrows between them, and below what is done."""
    says, airy = look
    size = 8.5 if width > NARROW else 8.0
    names = {one["id"]: _name(one, at, words) for at, one in enumerate(loop["actors"], start=1)}
    texts = {name: voice(_foldable(text), size=size) for name, text in names.items()}
    boxes, high = _boxes(texts, width, airy)
    drawing = Drawing(width, high)
    ways = Ways(boxes, (width, high), SIGN + 0.4)
    arrows = [one for one in loop["arrows"] if {one["from"], one["to"]} <= {*names}]
    arrows = [one for one in arrows if one["from"] != one["to"]]
    found = [ways.between(one["from"], one["to"]) for one in arrows]
    pen = Pen(paper.INK_2, 0.4)
    drawing.add(*(Line(tuple(line), pen, head="full") for line, _sign in found))
    own = {one["id"] for one in loop["actors"] if one["mine"]}
    for name, room in boxes.items():
        corner, size_of = (room.left, room.top), (room.width, room.height)
        drawing.add(Box(corner, size_of, _OWN if name in own else _OTHER, 2.0))
        inner = (room.left + _PAD, room.top + _PAD)
        drawing.add(*cards.laid([texts[name]], inner, room.width - 2 * _PAD, "middle"))
    for number, (_line, at) in enumerate(found, start=1):
        drawing.add(*_sign(number, at))
    for number, one in enumerate(arrows, start=1):
        if says and one["says"].strip():
            _says(drawing, number, voice(one["says"], size=min(size, 8.0)))
    return drawing


_PAD = 1.5


def _boxes(texts: dict[str, Said], width: float, airy: float) -> tuple[dict[str, Room], float]:
    """Give where the roles stand, and how high that is: in a narrow column two above each other."""
    over = len(texts) == 2 and width < NARROW
    most = min(MOST, width - 12.0 if over else (width - 9.0) / 2)
    sizes = {name: _size(one, most) for name, one in texts.items()}
    tallest, count = max(high for _wide, high in sizes.values()), len(texts)
    room = {1: 2.0, 2: 14.0, 3: 34.0, 4: 38.0}.get(count, 52.0) * airy + tallest * (1 + over)
    start = {2: -tau / 4 if over else tau / 2, 4: tau * 5 / 8}.get(count, -tau / 4)
    boxes = {}
    for at, (name, (wide, tall)) in enumerate(sizes.items()):
        turn = start + tau * at / count
        # As far out as its own width lets it: what lies between two roles is for the arrows.
        out = min(WIDEST, (width - wide) / 2 - 0.8) / (cos(tau / 12) if count == 3 else 1.0)
        x = width / 2 + (cos(turn) * out if count > 1 else 0.0)
        y = room / 2 + (sin(turn) * ((room - tallest) / 2 - 0.6) if count > 1 else 0.0)
        boxes[name] = Room(x - wide / 2, y - tall / 2, wide, tall)
    lowest = max(one.top + one.height for one in boxes.values()) + 1.0
    return boxes, lowest if count > 2 else room


def _foldable(name: str) -> str:
    """Give a name with the places where a long word may break: before a consonant and a vowel."""
    return _BREAK.sub("\u00ad", name)


def _size(one: Said, most: float) -> Point:
    bare = plain(one.text).replace("\u00ad", "")
    natural = width_of(f"{bare}-", one.face, one.size) + 2 * _PAD + 0.5
    wide = min(most, max(min(SIDE, most), natural))
    return wide, one.height(wide - 2 * _PAD) + 2 * _PAD


def _sign(number: int, at: Point) -> list[Any]:
    ring = Disc(at, SIGN, Pen(paper.INK_2, 0.3, paper.PAPER))
    return [ring, multiples.number(number, at, cards.SMALLEST)]


def _says(drawing: Drawing, number: int, said: Said) -> None:
    width = drawing.width - 5.4
    drawing.height += 1.2
    drawing.add(*_sign(number, (SIGN + 0.2, drawing.height + SIGN)))
    drawing.add(*cards.laid([said], (5.4, drawing.height), width))
    drawing.height += max(2 * SIGN, said.height(width))


def _name(actor: dict[str, Any], at: int, words: dict[str, str]) -> str:
    name: str = actor["name"]
    return name if name.strip() else words["actor_number"].replace("{n}", str(at))
