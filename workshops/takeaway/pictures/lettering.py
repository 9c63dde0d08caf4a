"""How wide words are and where their lines break, measured in the fonts that draw them."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from workshops.takeaway import paper

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

OURS = re.compile(r"[\n -~\xa0-\xff–—‘’‚“”„•…‹›€™−]*")
"""What our own cuts of the fonts hold."""
WIDER = 1.4
"""How much wider a line may get with another letter: some font of the machine draws it all."""
A_LINE = 400
"""Letters: no line of a page has room for so many."""

_MEASURED = 100  # pixels the fonts are opened at; lengths scale


def width_of(text: str, face: str, size: float, *, bold: bool = False) -> float:
    """Give how wide a text is, in millimetres."""
    line = text.replace("\n", " ")  # Pillow measures one line at a time
    most = 1.0 if OURS.fullmatch(line) else WIDER
    return most * float(_font(face, bold).getlength(line)) / _MEASURED * size * paper.POINT


def wrapped(text: str, most: float, face: str, size: float, *, bold: bool = False) -> list[str]:
    """Give a text as lines of at most `most` millimetres; a longer word is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer, face, size, bold=bold) <= most:
            line = longer
            continue
        if line:
            lines.append(line)
        # Of a word of any length no more is measured than a line has room for.
        while len(word) > 1 and width_of(word[:A_LINE], face, size, bold=bold) > most:
            ends = range(2, min(len(word), A_LINE))
            fit = 1 + bisect(ends, most, key=lambda n: width_of(word[:n], face, size, bold=bold))
            lines.append(word[:fit])
            word = word[fit:]  # noqa: PLW2901 - the rest of the same word
        line = word
    return [*lines, line] if line else lines


def leading(size: float) -> float:
    """Give the distance of two lines of this size, in millimetres."""
    return size * paper.POINT * 1.25


def lines_box(lines: Sequence[str], face: str, size: float) -> tuple[float, float]:
    """Give width and height of lines of text, in millimetres."""
    return max(width_of(line, face, size) for line in lines), leading(size) * len(lines)


@cache
def _font(face: str, bold: bool) -> FreeTypeFont:
    from PIL import ImageFont  # noqa: PLC0415 - only an export draws

    file = paper.FILES.get((face, bold)) or paper.FILES[face, False]
    return ImageFont.truetype(str(file), _MEASURED)
