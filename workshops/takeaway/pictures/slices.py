"""A picture in slices: one that is too high for its page or slide, cut between groups or rounds."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from workshops.takeaway.pictures import cards
from workshops.takeaway.pictures.drawing import Disc, Drawing, Line, Part, Words
from workshops.takeaway.pictures.lettering import leading

LEAST, TOUCH = 20.0, 0.3
"""Millimetres: a slice is no lower, and so far above its cut a part may begin."""


def slices(drawing: Drawing, most: float) -> list[Drawing]:
    """Give a drawing in slices of at most so many millimetres, cut where it may be.

    A slice is higher where there is no such place.
    """
    found, top = list[Drawing](), 0.0
    while drawing.height - top > most:
        below = [cut for cut in drawing.cuts if cut > top + LEAST]
        if not below:
            break
        low = max([cut for cut in below if cut <= top + most], default=min(below))
        found.append(_slice(drawing, top, low))
        top = low
    return [*found, _slice(drawing, top, inf)]


def _slice(drawing: Drawing, top: float, low: float) -> Drawing:
    """Give what lies between two heights, moved up to the top."""
    parts = [part for part in drawing.parts if top - TOUCH <= _top(part) < low - TOUCH]
    high = min(drawing.height, low) - top
    moved = [cards.moved(part, 0.0, -top) for part in parts]
    return replace(drawing, height=high, parts=moved, cuts=[])


def _top(part: Part) -> float:
    if isinstance(part, Words):
        return part.at[1] - leading(part.size) * 0.8
    if isinstance(part, Line):
        return min(y for _, y in part.points)
    return part.at[1] - (part.radius if isinstance(part, Disc) else 0.0)
