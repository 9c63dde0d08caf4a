"""What the whole room answered: a bar for each question, its parts told apart by their ground."""

from __future__ import annotations

from typing import Any

from workshops.figures import count_of
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards, multiples, textures
from workshops.takeaway.pictures.cards import Said, plain
from workshops.takeaway.pictures.drawing import Drawing, Part, Point

NAMES, HIGH, AIR = 62.0, 7.0, 4.0
"""Millimetres: for the words, how high a bar is, and the air between two."""
GROUNDS = ("open", "stripes", "full", "tint", "dots")


def draw(figure: dict[str, Any], words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the bars of a plenary; None while there are too few answers."""
    if not count_of(figure):
        return None
    drawing = Drawing(paper.MEASURE, 0.0)
    multiples.key(drawing, _key(figure, words), 0.0)
    drawing.height += 2.0
    for key, counts in zip(figure["items"], figure["counts"], strict=True):
        name = [Said(words[key], size=9.0)]
        tall = cards.high(name, NAMES)
        high = max(HIGH, tall)
        middle = drawing.height + AIR / 2 + high / 2
        drawing.add(*cards.laid(name, (0.0, middle - tall / 2), NAMES))
        drawing.add(*_bar(counts, (NAMES + 4.0, middle - HIGH / 2)))
        drawing.height += high + AIR
    return multiples.finished(drawing, figure, words, language)


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:  # noqa: ARG001 - every picture is called alike
    """Give no signs: the picture has its own, with the words of its scale."""
    return {}


def _key(figure: dict[str, Any], words: dict[str, str]) -> dict[str, Drawing]:
    pairs = zip(figure["scale"], GROUNDS, strict=False)
    return {plain(words[key]): textures.sign(ground) for key, ground in pairs}


def _bar(counts: list[int], at: Point) -> list[Part]:
    (left, top), parts = at, list[Part]()
    track, every = paper.MEASURE - left - 0.4, sum(counts)
    for count, ground in zip(counts, GROUNDS, strict=False):
        if not count:
            continue
        width = track * count / every
        parts += textures.box(ground, (left, top), (width, HIGH))
        parts += multiples.on_ground(count, (left + width / 2, top + HIGH / 2), 9.0)
        left += width
    return parts
