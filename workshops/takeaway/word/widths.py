"""How wide a Word table's columns are: by what is said in them, as on the PDF's page."""

from __future__ import annotations

from workshops.takeaway import paper
from workshops.takeaway.gathered import legible
from workshops.takeaway.pictures.lettering import width_of

AIR = 3.5
"""Millimetres a cell keeps free at its right."""
NEEDS = 0.2
"""A column of at most this part of the page gets what it needs."""
EVENLY = 0.35
"""The part of the rest that the wordier columns share evenly."""
WORDY = 200
"""Letters; so much fills any column."""


def fair(heads: list[str], rows: list[list[str]], measure: float) -> list[float]:
    """Give the columns' widths in millimetres; together they fill the page."""
    natural = [
        max(
            _natural(head, paper.KIT, measure),
            *(_natural(row[at], paper.VOICE, measure) for row in rows),
            AIR,
        )
        for at, head in enumerate(heads)
    ]
    spare = measure - sum(natural)
    if spare >= 0:
        return [one + spare / len(natural) for one in natural]
    slim = [one <= measure * NEEDS for one in natural]
    rest = measure - sum(one for one, is_slim in zip(natural, slim, strict=True) if is_slim)
    wide = [one for one, is_slim in zip(natural, slim, strict=True) if not is_slim]
    return [
        one if is_slim else rest * (EVENLY / len(wide) + (1 - EVENLY) * one / sum(wide))
        for one, is_slim in zip(natural, slim, strict=True)
    ]


def _natural(text: str, face: str, measure: float) -> float:
    most = measure * 1.2
    said = legible(text)
    if len(said) > WORDY:
        return most
    size = paper.SMALL if face == paper.KIT else paper.BODY
    # A head is bold, and every program sets a line a little wider than it was measured.
    wide = max(width_of(line, face, size, bold=face == paper.KIT) for line in said.split("\n"))
    return min(most, wide * 1.03 + AIR + 0.5)
