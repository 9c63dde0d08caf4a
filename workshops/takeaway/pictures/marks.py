"""Marks on a map: a letter or number on its shape, and marks of one place set apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations
from math import cos, hypot, sin
from typing import TypeVar

from workshops.takeaway import paper
from workshops.takeaway.pictures.drawing import Line, Pen, Point, Words, toward

Name = TypeVar("Name")
ROUNDS = 80


def letter(text: str, at: Point, ink: str = paper.INK) -> Words:
    """Give what a mark is called, around its middle."""
    return Words((at[0], at[1] + 0.95), (text,), bold=True, anchor="middle", ink=ink)


def diamond(at: Point, radius: float, pen: Pen) -> Line:
    """Give a square that stands on a corner."""
    x, y = at
    corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    return Line(corners, pen, closed=True)


def apart(
    places: Mapping[Name, Point],
    radius: Callable[[Name], float],
    air: float,
    within: Callable[[Point], Point] = lambda point: point,
) -> dict[Name, Point]:
    """Move marks that share a place just so far apart that each can be read."""
    moved = dict(places)
    pairs = [(first, second, at) for at, (first, second) in enumerate(combinations(moved, 2))]
    for turn in range(ROUNDS):
        before = dict(moved)
        for one, other, at in pairs:
            start, end = moved[one], moved[other]
            missing = (
                radius(one) + radius(other) + air - hypot(end[0] - start[0], end[1] - start[1])
            )
            if missing <= 0:
                continue
            if hypot(end[0] - start[0], end[1] - start[1]) < 0.01:
                end = (end[0] + 0.02 * cos(turn + at), end[1] + 0.02 * sin(turn + at))
            moved[one] = toward(start, end, -missing / 2)
            moved[other] = toward(end, start, -missing / 2)
        moved = {name: within(point) for name, point in moved.items()}
        if moved == before:
            break
    return moved
