"""The daisy: the utterance, and around it the conversations that take part while it is said."""

from __future__ import annotations

from functools import partial
from math import acos, cos, hypot, pi, sin, tau
from typing import Any

from workshops.methods.daisy import Answer, Petal
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards
from workshops.takeaway.pictures.cards import plain, quiet, strong, voice
from workshops.takeaway.pictures.drawing import Disc, Drawing, Line, Part, Pen, Point
from workshops.takeaway.pictures.spoken import listed, quoted, told

SIDES = {4: 112.0, 5: 122.0, 6: 130.0}
SIDE = 148.0
"""Millimetres across the flower: by its petals, and at most."""
CORE, LEAST = 0.27, 4
"""The middle's radius in halves of the side; a flower has so many places from the start."""
OUT, WIDE = {"fore": 0.94, "back": 1.08}, {"fore": 1.0, "back": 0.84}

PENS = {
    "fore": Pen(paper.FJORD, 1.1, paper.PAPER),
    "back": Pen(paper.INK_3, 0.35, paper.PAPER, (1.6, 1.2)),
    "open": Pen(paper.INK_2, 0.35, paper.PAPER),
}
"""What is in front stands nearer and larger with a strong line, what is behind is dashed."""


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the flower of one answer; None while it has no petal."""
    if not isinstance(answer, Answer):
        return None
    petals = [one for one in answer.petals if one.talk.strip()]
    if not petals:
        return None
    drawing = _drawn(answer, petals, words, language)
    drawing.title = plain(words["flower"])
    talks = [f"{one.talk} ({words[f'near_{one.near}'].lower()})" if one.near else one.talk
             for one in petals]  # fmt: skip
    drawing.twin = " ".join(
        part
        for part in (quoted(answer.utterance, language), told("daisy", language,
                     talks=listed(talks, language)))
        if part
    )  # fmt: skip
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:
    """Give the three kinds of petal, by the word for each."""
    found = {}
    for near, pen in PENS.items():
        sign = Drawing(5.0, 5.0)
        sign.add(Disc((2.5, 2.5), 1.9 * WIDE.get(near, 0.92), pen))
        found[words[f"near_{near}"]] = sign
    return found


# ── the flower ───────────────────────────────────────────────────────────────
def _drawn(answer: Answer, petals: list[Petal], words: dict[str, str], language: str) -> Drawing:
    half = SIDES.get(max(LEAST, len(petals)), SIDE) / 2
    said = quoted(answer.utterance, language)
    fits = bool(said) and _fitting(said, CORE * half) is not None
    head = [] if fits or not said else [strong(words["utterance"]), voice(said, 0.6, 10.5)]
    head += [quiet(answer.situation, 0.6)]
    outlines = [_outline(petals, at, half) for at in range(len(petals))]
    heights = [y for outline in outlines for _x, y in outline] + [-CORE * half, CORE * half]
    top = cards.high(head, paper.MEASURE) + 3.0
    drawing = Drawing(paper.MEASURE, top + max(heights) - min(heights) + 1.2)
    drawing.add(*cards.laid(head, (0.0, 0.0), paper.MEASURE))
    middle = (paper.MEASURE / 2, top - min(heights) + 0.6)
    below = []
    for at, (one, outline) in enumerate(zip(petals, outlines, strict=True)):
        (x, y), radius = _place(petals, at, half)
        shape = tuple((middle[0] + along, middle[1] + down) for along, down in outline)
        drawing.add(Line(shape, PENS[one.near or "open"], closed=True))
        text = _fitting(one.talk, radius)
        if not text:
            below.append([strong(str(at + 1)), voice(one.talk, 0.2)])
        number = [strong(str(at + 1), size=12.0)]
        drawing.add(*_around(text or number, (middle[0] + x, middle[1] + y), radius))
    drawing.add(Disc(middle, CORE * half, Pen(paper.INK, 0.6, paper.PAPER)))
    core = _fitting(said, CORE * half) if fits else [strong(words["utterance"])]
    drawing.add(*_around(core or [], middle, CORE * half))
    for parts in (partial(_key, petals, words), partial(_below, below)):
        more, high = parts(drawing.height + 2.0)
        drawing.add(*more)
        drawing.height += high + 2.0 if high else 0.0
    return drawing


def _key(petals: list[Petal], words: dict[str, str], top: float) -> tuple[list[Part], float]:
    there = {words[f"near_{one.near or 'open'}"] for one in petals}
    signs = {word: sign for word, sign in glyphs(words).items() if word in there}
    return cards.key(signs, (0.0, top), paper.MEASURE)


def _below(groups: list[list[cards.Said]], top: float) -> tuple[list[Part], float]:
    return cards.columns(groups, (0.0, top), paper.MEASURE) if groups else ([], 0.0)


def _turn(petals: list[Petal], at: int) -> float:
    """Give a petal's direction: the first on top, two side by side."""
    first = tau / 2 if len(petals) == 2 else -tau / 4
    return first + tau * at / len(petals)


def _place(petals: list[Petal], at: int, side: float) -> tuple[Point, float]:
    """Give a petal's middle from the flower's and its radius, as large as the screen has them."""
    near = petals[at].near or ""
    half = sin(pi / max(LEAST, len(petals))) * 0.92
    out = 1 / (OUT["back"] + half * WIDE["back"] * 1.04)
    radius = out * half * WIDE.get(near, 0.92)
    away = min(out * OUT.get(near, 1.0), 0.99 - radius)
    turn = _turn(petals, at)
    return (cos(turn) * away * side, sin(turn) * away * side), radius * side


def _outline(petals: list[Petal], at: int, side: float) -> tuple[Point, ...]:
    """Give a petal around the flower's middle: pointed there, round at its end."""
    (x, y), radius = _place(petals, at, side)
    away, turn, root = hypot(x, y), _turn(petals, at), CORE * side * 0.6
    reach = pi - acos(min(1.0, radius / (away - root)))
    found = [(root, 0.0)]
    for step in range(65):
        angle = -reach + 2 * reach * step / 64
        found.append((away + cos(angle) * radius, sin(angle) * radius))
    return tuple(
        (cos(turn) * along - sin(turn) * across, sin(turn) * along + cos(turn) * across)
        for along, across in found
    )


# ── words in a circle ────────────────────────────────────────────────────────
def _fitting(text: str, radius: float) -> list[cards.Said] | None:
    """Give a text in the largest size that finds room in a circle; None when there is none."""
    for size in (9.5, 8.5, 8.0, cards.SMALLEST):
        for wide in (1.75, 1.6, 1.4, 1.2):
            said = voice(text, size=size)
            high = said.height(wide * radius)
            if hypot(wide * radius, high) <= 2 * radius * 0.98 and not _cut(
                text, said, wide * radius
            ):
                return [said]
    return None


def _cut(text: str, said: cards.Said, width: float) -> bool:
    """Say whether a word had to be broken to fit."""
    return len(" ".join(said.lines(width)).split()) > len(plain(text).split())


def _around(said: list[cards.Said], middle: Point, radius: float) -> list[Part]:
    width = 1.9 * radius
    for wide in (1.2, 1.4, 1.6, 1.75):
        high = cards.high(said, wide * radius)
        if hypot(wide * radius, high) <= 2 * radius * 0.98:
            width = wide * radius
    high = cards.high(said, width)
    return cards.laid(said, (middle[0] - width / 2, middle[1] - high / 2), width, "middle")
