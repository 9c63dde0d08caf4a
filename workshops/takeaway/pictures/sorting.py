"""The statements as they were sorted: a column for each domain, and below what was not placed."""

from __future__ import annotations

from functools import partial
from typing import Any

from workshops.methods.domains import CARDS, DOMAINS, Answer
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards
from workshops.takeaway.pictures.cards import plain, quiet, strong, voice
from workshops.takeaway.pictures.drawing import Drawing, Line, Pen
from workshops.takeaway.pictures.spoken import told

GAP, BETWEEN = 5.0, 2.2
"""Millimetres: between two columns, and between two statements."""


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the three columns of one answer; None while nothing is placed."""
    if not isinstance(answer, Answer):
        return None
    piles: dict[str | None, list[str]] = {
        pile: [card for card in CARDS if getattr(answer.placed, card) == pile]
        for pile in (*DOMAINS, None)
    }
    if not any(piles[domain] for domain in DOMAINS):
        return None
    build = partial(_drawn, piles, words)
    drawing = cards.first_fit(partial(build, size) for size in (8.5, cards.SMALLEST))
    drawing.title = plain(words["in_words"])
    drawing.twin = " ".join(
        told("pile", language, pile=words[f"pile_{pile}"] if pile else words["tray"], cards=told_of)
        for pile, found in piles.items()
        if (told_of := " ".join(words[f"card_{card}"] for card in found))
    )
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:  # noqa: ARG001 - every picture is called alike
    """Give no signs: the columns bear their names."""
    return {}


def _drawn(piles: dict[str | None, list[str]], words: dict[str, str], size: float) -> Drawing:
    drawing = Drawing(paper.MEASURE, 0.0)
    width = (paper.MEASURE - 2 * GAP) / 3
    names = [[strong(words[f"pile_{pile}"], size=10.0)] for pile in DOMAINS]
    head = max(cards.high(name, width) for name in names)
    for number, (pile, name) in enumerate(zip(DOMAINS, names, strict=True)):
        x, y = number * (width + GAP), head + 1.0
        low = head - cards.high(name, width)
        drawing.add(*cards.laid(name, (x, low), width))
        drawing.add(Line(((x, y), (x + width, y)), Pen(paper.INK, 0.5)))
        y += 2.4
        for card in piles[pile]:
            y = _card(drawing, card, words, (x, y, width, size))
        if not piles[pile]:
            empty = [quiet(words["pile_empty"])]
            high = cards.tall(empty, width)
            drawing.add(*cards.card(empty, (x + 0.2, y), (width - 0.4, high), cards.DASHED))
            y += high + BETWEEN
        drawing.height = max(drawing.height, y)
    if piles[None]:
        _tray(drawing, piles[None], words, size)
    return drawing


def _card(
    drawing: Drawing,
    card: str,
    words: dict[str, str],
    room: tuple[float, float, float, float],
    *,
    out: bool = False,
) -> float:
    x, y, width, size = room
    said = [voice(words[f"card_{card}"], size=size)]
    high = cards.tall(said, width)
    look = cards.DASHED if out else cards.EDGE
    drawing.add(*cards.card(said, (x + 0.2, y), (width - 0.4, high), look))
    return y + high + BETWEEN


def _tray(drawing: Drawing, found: list[str], words: dict[str, str], size: float) -> None:
    """Lay what was not placed in rows of three below the columns."""
    width = (paper.MEASURE - 2 * GAP) / 3
    name = [strong(words["tray"])]
    top = drawing.height + 3.0
    drawing.add(*cards.laid(name, (0.0, top), paper.MEASURE))
    top += cards.high(name, paper.MEASURE) + 1.2
    for first in range(0, len(found), 3):
        row = found[first : first + 3]
        ends = [
            _card(drawing, card, words, (at * (width + GAP), top, width, size), out=True)
            for at, card in enumerate(row)
        ]
        top = max(ends)
    drawing.height = top
