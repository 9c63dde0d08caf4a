"""A talk along its minutes: which hat was worn when, each change as a mark, and two sentences."""

from __future__ import annotations

from typing import Any

from workshops.methods.both_and import HATS, Answer, Shift
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards, lanes
from workshops.takeaway.pictures.cards import plain, strong, voice
from workshops.takeaway.pictures.drawing import Disc, Drawing, Part, Pen, Point
from workshops.takeaway.pictures.spoken import minutes, quoted, told

SHORTEST = 60
"""Seconds: a strip shows at least so many."""
RADIUS = 1.7


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the line of one talk; None while it has not begun and nothing is written."""
    if not isinstance(answer, Answer):
        return None
    shifts = sorted(
        (one for one in answer.shifts if one.at is not None and one.to),
        key=lambda one: (one.at or 0, one.id),
    )
    if answer.began is None and not shifts:
        return None
    first = answer.first or HATS[0]
    drawing = Drawing(paper.MEASURE, 1.0)
    seconds = _seconds(answer, shifts)
    strip = lanes.lay(
        drawing, [words[f"hat_{hat}"] for hat in HATS], seconds, words["unit_minutes"]
    )
    starts = [(0.0, HATS.index(first))]
    starts += [(float(one.at or 0), HATS.index(one.to or HATS[0])) for one in shifts]
    lanes.wear(drawing, strip, starts, seconds)
    for one in shifts:
        drawing.add(*mark(one, strip.at(one.at or 0, HATS.index(one.to or HATS[0]))))
    parts, high = cards.key(_used(shifts, words), (0.0, drawing.height + 2.0), paper.MEASURE)
    drawing.add(*parts)
    drawing.height += high + 2.0 if high else 0.0
    _sentences(drawing, answer, words, language)
    drawing.title = plain(words["title_group"])
    moves = [
        told("shift", language, at=minutes(one.at or 0), to=words[f"hat_{one.to}"])
        for one in shifts
    ]
    hat, said = words[f"hat_{first}"], " ".join(moves) or told("stays", language)
    drawing.twin = told("strip", language, first=hat, shifts=said)
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:
    """Give the marks of a change, by what they mean."""
    known = {"said": True, "unsaid": False, "open": None}
    found = {}
    for name, announced in known.items():
        sign = Drawing(5.4, 5.4)
        sign.add(*mark(Shift(id="a", announced=announced), (2.7, 2.7)))
        found[words[f"key_{name}"]] = sign
    asked = Drawing(5.4, 5.4)
    asked.add(*mark(Shift(id="a", permission=True), (2.7, 2.7)))
    return found | {words["key_asked"]: asked}


def _used(shifts: list[Shift], words: dict[str, str]) -> dict[str, Drawing]:
    names = {True: "said", False: "unsaid", None: "open"}
    there = {words[f"key_{names[one.announced]}"] for one in shifts}
    there |= {words["key_asked"]} if any(one.permission for one in shifts) else set()
    return {word: sign for word, sign in glyphs(words).items() if word in there}


def mark(shift: Shift, at: Point, radius: float = RADIUS) -> list[Part]:
    """Give a change: filled when it was said, hollow when not; a ring more when it was asked."""
    around = (
        [Disc(at, radius + 0.85, Pen(paper.INK, 0.35, paper.PAPER))] if shift.permission else []
    )
    pen = {
        True: Pen(paper.INK, 0.5, paper.INK),
        False: Pen(paper.INK, 0.5, paper.PAPER),
        None: Pen(paper.INK, 0.4, paper.PAPER, (0.7, 0.6)),
    }[shift.announced]
    return [*around, Disc(at, radius, pen)]


def _seconds(answer: Answer, shifts: list[Shift]) -> float:
    took = 0.0
    if answer.began is not None and answer.ended is not None:
        took = min(3600.0, max(0.0, (answer.ended - answer.began) / 1000))
    last = max((one.at or 0 for one in shifts), default=0)
    return max(SHORTEST, took, last * (1.0 if took >= last else 1.06))


def _sentences(drawing: Drawing, answer: Answer, words: dict[str, str], language: str) -> None:
    said = [
        [strong(words[name]), voice(quoted(text, language), 0.4, 10.0)]
        for name in ("shift_sentence", "return_sentence")
        if (text := getattr(answer, name)).strip()
    ]
    if said:
        parts, high = cards.columns(said, (0.0, drawing.height + 3.0), paper.MEASURE)
        drawing.add(*parts)
        drawing.height += 3.0 + high
