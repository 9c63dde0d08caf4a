"""How often something was marked: a bar each with its number, in the exercise's own order."""

from __future__ import annotations

from typing import Any

from workshops.figures import count_of
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards, multiples
from workshops.takeaway.pictures.cards import Said, quiet
from workshops.takeaway.pictures.drawing import Box, Drawing, Line, Pen
from workshops.words import words as kit_words

NAMES, NUMBER, HIGH, AIR = 66.0, 20.0, 5.0, 2.4
"""Millimetres: for the words, for the number, how high a bar is, and the air between two."""


def draw(figure: dict[str, Any], words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the bars of a plenary; None while nobody has shared."""
    if not count_of(figure):
        return None
    drawing = Drawing(paper.MEASURE, 0.0)
    left, track = NAMES + 4.0, paper.MEASURE - NAMES - NUMBER - 8.0
    for key, count in figure["bars"]:
        name = [Said(words[key], size=9.0)] if count else [quiet(words[key], size=9.0)]
        high = max(HIGH, cards.high(name, NAMES))
        top = drawing.height + AIR / 2
        middle = top + high / 2
        drawing.add(*cards.laid(name, (0.0, middle - cards.high(name, NAMES) / 2), NAMES))
        drawing.add(Line(((left, middle), (left + track, middle)), Pen(paper.LINE, 0.25)))
        long = track * min(1.0, count / figure["of"]) if figure["of"] > 0 else 0.0
        if count:
            corner = (left, middle - HIGH / 2)
            drawing.add(Box(corner, (long, HIGH), Pen(fill=paper.FJORD), 0.6))
        text = kit_words(language)["bars_of"].format(n=count, m=figure["of"])
        told = [Said(text, size=9.0, bold=bool(count))] if count else [quiet(text, size=9.0)]
        line = middle - cards.high(told, NUMBER) / 2
        drawing.add(*cards.laid(told, (paper.MEASURE - NUMBER, line), NUMBER, "end"))
        drawing.height += high + AIR
    return multiples.finished(drawing, figure, words, language)


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:  # noqa: ARG001 - every picture is called alike
    """Give no signs: each bar has its word and its number."""
    return {}
