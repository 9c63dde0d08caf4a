"""What makes words and pictures fit a page that is there already: measured, cut, made smaller."""

from __future__ import annotations

import re
from functools import lru_cache

from workshops.takeaway import paper
from workshops.takeaway.pictures.drawing import Drawing
from workshops.takeaway.pictures.lettering import wrapped
from workshops.takeaway.pictures.multiples import scaled

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
    return scaled(drawing, by)
