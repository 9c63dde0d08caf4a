"""What makes words and pictures fit a page that is there already: measured, cut, made smaller."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from workshops.takeaway import paper
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Part, Point, Words
from workshops.takeaway.pictures.lettering import wrapped

GUTTER = 7.0
COLUMN = (paper.MEASURE - GUTTER) / 2
"""Millimetres between two columns, and how wide one is."""

_SENTENCE = re.compile(r"(?<=[.!?…])[”\"’)]?\s+")
CUT = " …"


@lru_cache(maxsize=4096)
def lines_of(text: str, room: float, face: str, size: float, *, bold: bool = False) -> int:
    """Give how many lines a text takes in a column of so many millimetres."""
    wide = room * 0.97  # Word and the press break lines a little earlier than our measure
    return sum(max(1, len(wrapped(line, wide, face, size, bold=bold))) for line in text.split("\n"))


@lru_cache(maxsize=4096)
def cut(text: str, most: int, room: float, face: str, size: float) -> tuple[str, bool]:
    """Give a text of at most `most` lines, cut after a whole sentence, and whether it was cut.

    Where its first sentence is longer than that, it is cut between two words.
    """
    if lines_of(text, room, face, size) <= most:
        return text, False
    sentences = [found.end() for found in _SENTENCE.finditer(text)]
    words = [found.start() for found in re.finditer(r"\s+", text)]
    for ends in (sentences, words):
        for end in reversed(ends):
            kept = text[:end].rstrip() + CUT
            if lines_of(kept, room, face, size) <= most:
                return kept, True
    for end in range(len(text), 0, -8):  # one word longer than the room
        if lines_of(text[:end] + CUT, room, face, size) <= most:
            return text[:end] + CUT, True
    return "", True


def smaller(drawing: Drawing, width: float) -> Drawing:
    """Give the same drawing so many millimetres wide; one that is narrower stays as it is."""
    by = width / drawing.width
    if by >= 1:
        return drawing
    parts = [_scaled(part, by) for part in drawing.parts]
    return replace(drawing, width=width, height=drawing.height * by, parts=parts)


def _scaled(part: Part, by: float) -> Part:
    if isinstance(part, Words):
        return replace(part, at=_at(part.at, by), size=part.size * by)
    dash = tuple(stroke * by for stroke in part.pen.dash)
    pen = replace(part.pen, width=part.pen.width * by, dash=dash)
    if isinstance(part, Line):
        return replace(part, points=tuple(_at(point, by) for point in part.points), pen=pen)
    if isinstance(part, Disc):
        return replace(part, at=_at(part.at, by), radius=part.radius * by, pen=pen)
    box: Box = part
    return replace(box, at=_at(box.at, by), size=_at(box.size, by), pen=pen, corner=box.corner * by)


def _at(point: Point, by: float) -> Point:
    return (point[0] * by, point[1] * by)
