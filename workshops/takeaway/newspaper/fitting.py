"""What makes words and pictures fit a page that is there already: measured, cut, made smaller."""

from __future__ import annotations

import re
from bisect import bisect
from functools import lru_cache

from workshops.takeaway import paper
from workshops.takeaway.pictures.drawing import Drawing
from workshops.takeaway.pictures.lettering import A_LINE, wrapped
from workshops.takeaway.pictures.multiples import scaled

GUTTER = 7.0
COLUMN = (paper.MEASURE - GUTTER) / 2
"""Millimetres between two columns, and how wide one is."""

A_PAGE = 30 * A_LINE
"""Letters: more is never measured, for a page has room for half as many."""
_SENTENCE = re.compile(r"(?<=[.!?…])[”\"’)]?\s+")
CUT = " …"


@lru_cache(maxsize=4096)
def lines_of(text: str, room: float, face: str, size: float, *, bold: bool = False) -> int:
    """Give how many lines a text takes in a column of so many millimetres."""
    wide = room * 0.97  # Word and the press break lines a little earlier than our measure
    lines = text[:A_PAGE].split("\n")
    return sum(max(1, len(wrapped(line, wide, face, size, bold=bold))) for line in lines)


@lru_cache(maxsize=4096)
def cut(text: str, most: int, room: float, face: str, size: float) -> tuple[str, bool]:
    """Give a text of at most `most` lines, cut after a whole sentence, and whether it was cut.

    Where its first sentence is longer than that, it is cut between two words.
    """
    looked_at = text[: most * A_LINE]
    if looked_at == text and lines_of(text, room, face, size) <= most:
        return text, False
    sentences = [found.end() for found in _SENTENCE.finditer(looked_at)]
    words = [found.start() for found in re.finditer(r"\s+", looked_at)]
    letters = range(1, len(looked_at))  # one word longer than the room

    def lines(end: int) -> int:
        return lines_of(looked_at[:end].rstrip() + CUT, room, face, size)

    for ends in (sentences, words, letters):
        if fitting := bisect(ends, most, key=lines):
            return looked_at[: ends[fitting - 1]].rstrip() + CUT, True
    return "", True


def smaller(drawing: Drawing, width: float) -> Drawing:
    """Give the same drawing so many millimetres wide; one that is narrower stays as it is."""
    by = width / drawing.width
    if by >= 1:
        return drawing
    return scaled(drawing, by)
