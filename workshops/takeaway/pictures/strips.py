"""The groups' talks along one clock: which hat was worn when, and each change as its mark."""

from __future__ import annotations

from typing import Any

from workshops.figures import count_of
from workshops.methods.both_and import HATS
from workshops.takeaway import paper
from workshops.takeaway.pictures import multiples
from workshops.takeaway.pictures.clocked import Clock, worn
from workshops.takeaway.pictures.drawing import Disc, Drawing, Part, Pen, Point

ROOM = 15
"""Seconds a last change is seen to last when nobody ended the line."""
RADIUS = 1.2

_KNOWN = {"key_said": True, "key_unsaid": False, "key_open": None}


def draw(figure: dict[str, Any], words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give each group's strip; None while nobody has shared one."""
    strips = figure["strips"]
    tables = multiples.tables_of(figure, len(strips))
    found = [(table, one) for table, one in zip(tables, strips, strict=True) if one]
    if not count_of(figure) or not found:
        return None
    names = [words[f"hat_{hat}"] for hat in HATS]
    longest = max(_seconds(one) for _table, one in found)
    clock = Clock.of(longest, names, words["unit_minutes"], len(found))
    drawing = Drawing(paper.MEASURE, 0.0)
    for table, one in found:
        drawing.cuts.append(drawing.height)
        top = clock.lay(drawing, table, language)
        starts = [(0.0, HATS.index(one["first"]))]
        starts += [(float(step["at"]), HATS.index(step["to"])) for step in one["shifts"]]
        drawing.add(worn(clock, top, starts, _seconds(one) or clock.seconds))
        for step in one["shifts"]:
            lane = HATS.index(step["to"])
            drawing.add(*_mark(step, clock.at(top, step["at"], lane)))
    steps = [step for _table, one in found for step in one["shifts"]]
    multiples.key(drawing, _used(steps, words), 1.0)
    return multiples.finished(drawing, figure, words, language)


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:  # noqa: ARG001 - every picture is called alike
    """Give no signs: the picture has its own, those that are on it."""
    return {}


def _seconds(strip: dict[str, Any]) -> float:
    last = max((step["at"] for step in strip["shifts"]), default=0)
    return float(max(strip["seconds"] or 0, last + ROOM if last else 0))


def _mark(step: dict[str, Any], at: Point) -> list[Part]:
    """Give a change: filled when it was said, hollow when not; a ring more when it was asked."""
    pen = {
        True: Pen(paper.INK, 0.4, paper.INK),
        False: Pen(paper.INK, 0.4, paper.PAPER),
        None: Pen(paper.INK, 0.35, paper.PAPER, (0.6, 0.5)),
    }[step["announced"]]
    around = [Disc(at, RADIUS + 0.7, Pen(paper.INK, 0.3, paper.PAPER))]
    return [*(around if step["permission"] else []), Disc(at, RADIUS, pen)]


def _used(steps: list[dict[str, Any]], words: dict[str, str]) -> dict[str, Drawing]:
    there = {key: {"announced": said, "permission": False} for key, said in _KNOWN.items()}
    known = [step["announced"] for step in steps]
    there = {key: one for key, one in there.items() if one["announced"] in known}
    if any(step["permission"] for step in steps):
        there["key_asked"] = {"announced": None, "permission": True}
    return {words[key]: _alone(step) for key, step in there.items()}


def _alone(step: dict[str, Any]) -> Drawing:
    sign = Drawing(4.4, 4.4)
    sign.add(*_mark(step, (2.2, 2.2)))
    return sign
