"""Tasks on the continuum: six places on a line, and each task as a number where it was heard."""

from __future__ import annotations

from typing import Any

from workshops.methods.autonomy_support import PLACES, SLOTS, Answer
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards
from workshops.takeaway.pictures.cards import Said, plain, quiet, strong, voice
from workshops.takeaway.pictures.drawing import Box, Drawing, Line, Part, Pen, Point, Words
from workshops.takeaway.pictures.spoken import told

MARK, STEP = 5.6, 6.4
"""Millimetres: a task's square, and from one to the next above it."""
WIDTH = paper.MEASURE / len(PLACES)


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give a group's tasks on the line; None while none is placed, and for one person's numbers."""
    if not isinstance(answer, Answer):
        return None
    tasks = {at: getattr(answer.tasks, slot) for at, slot in enumerate(SLOTS, start=1)}
    tasks = {at: one for at, one in tasks.items() if one.place or one.text.strip()}
    if not any(one.place for one in tasks.values()):
        return None
    most = max(sum(one.place == place for one in tasks.values()) for place in PLACES)
    line = most * STEP + 1.5
    drawing = Drawing(paper.MEASURE, line)
    drawing.add(Line(((1.0, line), (paper.MEASURE - 1.0, line)), Pen(paper.INK, 0.6)))
    for number, place in enumerate(PLACES):
        here = [at for at, one in tasks.items() if one.place == place]
        _stop(drawing, number, here, line, words)
    groups = [_told(at, one.text, one.place, words) for at, one in tasks.items()]
    parts, high = cards.columns(groups, (0.0, drawing.height + 4.0), paper.MEASURE)
    drawing.add(*parts)
    drawing.height += 4.0 + high
    drawing.title = plain(words["tasks"])
    said = [_in_words(at, one.text, one.place, words) for at, one in tasks.items()]
    ends = {end: words[f"end_{end}"] for end in ("low", "high")}
    drawing.twin = told("scale", language, tasks="; ".join(said), **ends)
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:
    """Give each task's mark, by what the exercise calls it."""
    found = {}
    for at in range(1, len(SLOTS) + 1):
        sign = Drawing(MARK + 0.8, MARK + 0.8)
        sign.add(*_mark(at, (MARK / 2 + 0.4, MARK / 2 + 0.4)))
        found[words["task_n"].replace("{n}", str(at))] = sign
    return found


def _stop(
    drawing: Drawing, number: int, here: list[int], line: float, words: dict[str, str]
) -> None:
    x = (number + 0.5) * WIDTH
    drawing.add(Line(((x, line - 1.4), (x, line + 1.4)), Pen(paper.INK, 0.6)))
    for up, at in enumerate(here):
        drawing.add(*_mark(at, (x, line - STEP / 2 - up * STEP - 0.6)))
    place = PLACES[number]
    name = [strong(words[f"place_{place}"]), quiet(words[f"place_{place}_hint"], 0.3)]
    wide = WIDTH - 1.6
    drawing.add(*cards.laid(name, (x - wide / 2, line + 2.2), wide, "middle"))
    drawing.height = max(drawing.height, line + 2.2 + cards.high(name, wide))


def _mark(at: int, middle: Point) -> list[Part]:
    x, y = middle
    half = MARK / 2
    box = Box((x - half, y - half), (MARK, MARK), Pen(paper.ON_AMBER, 0.5, paper.AMBER), 0.9)
    return [box, Words((x, y + 1.05), (str(at),), size=9.0, bold=True, anchor="middle")]


def _told(at: int, text: str, place: str | None, words: dict[str, str]) -> list[Said]:
    name = words["task_n"].replace("{n}", str(at))
    where = words[f"place_{place}"] if place else words["scale_empty"]
    return [strong(f"{name} · {where}"), voice(text, 0.3)]


def _in_words(at: int, text: str, place: str | None, words: dict[str, str]) -> str:
    name = text if text.strip() else words["task_n"].replace("{n}", str(at))
    return f"{name}: {words[f'place_{place}'] if place else words['scale_empty']}"
