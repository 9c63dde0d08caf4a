"""How much text a slide holds: it shrinks step by step, and then goes on over the next slide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Any

from workshops.takeaway import paper
from workshops.takeaway.gathered import legible
from workshops.takeaway.pictures.lettering import width_of
from workshops.takeaway.slides.slide_master import BODY, HALF, MEASURE
from workshops.takeaway.slides.slideml import Said

LEAST = 12.0
"""Points: nothing on a slide is smaller."""
ALONE = (28.0, 24.0, 20.0, 18.0, 16.0, 14.0, LEAST)
TOGETHER = (20.0, 18.0, 16.0)
"""Sizes of people's words: of one text alone on its slide, and of several."""
LINES = (28.0, 24.0, 20.0)
"""Sizes of what many said, a line each: it goes on over the next slide before it gets small."""
TALL = BODY[3]
SHORT = 230.0
"""Millimetres: lines of one text alone are not longer, so that the eye finds the next one."""

_WORD = re.compile(r"[^ ]{1,40} ?| ")
_SAFE = 1.04
"""The fonts that stand in for ours may be a little wider."""

Column = list[Said]


def parted(section: dict[str, Any], size: float) -> list[list[Said]]:
    """Give a section (text or pairs) as pieces that stay together, its words in this size."""
    head = max(LEAST, round(size * 0.72))
    titled = []
    if section["title"]:
        titled = [Said(section["title"], paper.KIT, head, bold=True, ink=paper.FJORD, above=18)]
    voice = paper.VOICE if section.get("voice", True) else paper.KIT
    if section["is"] == "text":
        return [[*titled, Said(section["text"], voice, size, above=3)]]
    pieces = []
    for number, pair in enumerate(section["pairs"]):
        above = 10 if number or not titled else 3
        asked = [Said(pair["name"], paper.KIT, head, ink=paper.INK_2, above=above)]
        face = paper.VOICE if pair.get("voice", True) else paper.KIT
        said = Said(pair["value"], face, size, above=1 if pair["name"] else above)
        pieces.append([*([] if number else titled), *(asked if pair["name"] else []), said])
    return pieces or [titled]


def fit(sections: list[dict[str, Any]], sizes: tuple[float, ...]) -> list[Column] | None:
    """Give sections as columns of one slide in the largest size that has room; None: no room."""
    for size in sizes:
        pieces = [piece for section in sections for piece in parted(section, size)]
        if len(pieces) == 1 and tall(pieces[0], SHORT) <= TALL:
            return pieces
        columns = balanced(pieces, HALF)
        if len(pieces) > 1 and columns:
            return columns
    return None


def balanced(pieces: list[list[Said]], width: float) -> list[Column] | None:
    """Give pieces in two columns as even as they can be; None when they are too tall."""
    best: tuple[float, list[Column]] | None = None
    for cut in range(1, len(pieces)):
        columns = [[*chain(*part)] for part in (pieces[:cut], pieces[cut:])]
        height = max(tall(column, width) for column in columns)
        if height <= TALL and (best is None or height < best[0]):
            best = height, columns
    return best[1] if best else None


def slides_of(sections: list[dict[str, Any]]) -> Iterator[list[Column]]:
    """Give texts and pairs as slides, each of one or two columns."""
    lines = sections[0]["is"] == "lines"
    sizes = LINES if lines else ALONE if len(sections) == 1 else TOGETHER
    found = fit(sections, sizes)
    if found:
        yield found
        return
    least = LINES[-1] if lines else LEAST
    pieces = [piece for section in sections for piece in parted(section, least)]
    columns = list(poured(pieces, HALF, TALL))
    for at in range(0, len(columns), 2):
        yield columns[at : at + 2]


def poured(pieces: list[list[Said]], width: float, height: float) -> Iterator[Column]:
    """Give pieces as columns of at most this height; a piece that is taller is cut."""
    column: Column = []
    for piece in pieces:
        if column and tall([*column, *piece], width) > height:
            yield column
            column = []
        *full, column = _cut([*column, *piece], width, height)
        yield from full
    if column:
        yield column


def _cut(piece: list[Said], width: float, height: float) -> list[Column]:
    """Give a piece in columns, the last of which may have room; its last paragraph is the long."""
    if tall(piece, width) <= height:
        return [piece]
    *before, long = piece
    lines = broken(long.text, width, long.face, long.size, bold=long.bold)
    found = list[Column]()
    while lines:
        room = height - tall(before, width)
        count = max(int(room / (long.size * long.high * paper.POINT)) - 1, 1)
        text = "".join(lines[:count]).strip("\n") if found else "".join(lines[:count]).rstrip("\n")
        found.append([*before, replace(long, text=text)])
        before, lines, long = [], lines[count:], replace(long, above=0)
    return found


def tall(said: list[Said], width: float) -> float:
    """Give how high paragraphs stand in a column, in millimetres."""
    points = 0.0
    for number, one in enumerate(said):
        lines = broken(one.text, width, one.face, one.size, bold=one.bold)
        points += len(lines) * one.size * one.high + (one.above if number else 0)
    return points * paper.POINT


def titled(text: str) -> float:
    """Give the size of a slide's title: 28 points, smaller when it needs more than two lines."""
    for size in (28.0, 24.0, 20.0):
        if len(broken(text, MEASURE, paper.KIT, size, bold=True)) <= 2:
            return size
    return 16.0


@lru_cache(maxsize=4096)
def broken(text: str, width: float, face: str, size: float, *, bold: bool = False) -> list[str]:
    """Give the lines of a text, each with the space or line break it ends with."""
    lines = []
    for whole in legible(text).splitlines(keepends=True) or [""]:
        line, used = "", 0.0
        for word in _words(whole):
            room = _wide(word.rstrip(), face, bold) * size * _SAFE
            if line and used + room > width:
                lines.append(line)
                line, used = "", 0.0
            while room > width:
                fits = max(int(len(word) * width / room), 1)
                lines.append(word[:fits])
                word = word[fits:]  # noqa: PLW2901 - the rest of the same word
                room = _wide(word.rstrip(), face, bold) * size * _SAFE
            line += word
            used += _wide(word, face, bold) * size * _SAFE
        lines.append(line)
    return lines


def _words(line: str) -> Iterator[str]:
    """Give words with the space behind them; what is longer than any word comes in pieces."""
    yield from _WORD.findall(line)


def wide(text: str, face: str, size: float) -> float:
    """Give how wide a text is in one line, in millimetres."""
    return _wide(legible(text), face, bold=False) * size * _SAFE


def _wide(text: str, face: str, bold: bool) -> float:
    """Give how wide a text is in one point, sign by sign: quicker than shaping it."""
    return sum(_sign(sign, face, bold) for sign in text)


@lru_cache(maxsize=2048)
def _sign(sign: str, face: str, bold: bool) -> float:
    if ord(sign) >= 0x2E80:  # our fonts have none of these; most are as wide as they are high
        return paper.POINT
    return 0.0 if sign == "\n" else width_of(sign, face, 1, bold=bold)
