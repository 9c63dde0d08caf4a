"""How many chose each step of a line: a dot for each answer, so that the spread is seen."""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import Any

from workshops.figures import count_of
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards, multiples
from workshops.takeaway.pictures.cards import Said, quiet, strong
from workshops.takeaway.pictures.drawing import Disc, Drawing, Line, Pen

FILLED = 0.86
"""The part of its place that a dot fills."""
LARGEST, HIGHEST = 4.6, 46.0
"""Millimetres: the widest dot, and how high a stack may be when there is one plot."""
ABREAST = 5
NUMBER = 3.6
"""Millimetres over a stack, for its number."""


def draw(figure: dict[str, Any], words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the plots of a plenary; None while there are too few answers."""
    plots = figure["plots"]
    if not count_of(figure) or not any(sum(plot["counts"]) for plot in plots):
        return None
    most = max(max(plot["counts"]) for plot in plots)
    columns = max(len(plot["counts"]) for plot in plots)
    tries = [HIGHEST, *(HIGHEST * part for part in (0.8, 0.6, 0.45))]
    build = partial(_drawn, plots, words, most, columns)
    drawing = cards.first_fit(partial(build, high) for high in tries)
    return multiples.finished(drawing, figure, words, language)


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:  # noqa: ARG001 - every picture is called alike
    """Give no signs: a dot is an answer, and the line has its words."""
    return {}


def _drawn(
    plots: list[dict[str, Any]], words: dict[str, str], most: int, columns: int, high: float
) -> Drawing:
    drawing = Drawing(paper.MEASURE, 0.0)
    step, abreast = _lay(paper.MEASURE / columns, high, most)
    for plot in plots:
        _plot(drawing, plot, words, step, abreast)
        drawing.height += 4.0
    drawing.height -= 4.0
    return drawing


def _lay(width: float, height: float, most: int) -> tuple[float, int]:
    """Give the distance of two dots so that the highest stack fits, and how many stand abreast."""
    found = (0.0, 1)
    for abreast in range(1, ABREAST + 1):
        step = min(LARGEST / FILLED, width * 0.9 / abreast, height / ceil(most / abreast))
        if step > found[0] + 0.1:
            found = (step, abreast)
    return found


def _plot(
    drawing: Drawing, plot: dict[str, Any], words: dict[str, str], step: float, abreast: int
) -> None:
    counts = plot["counts"]
    name = [strong(words[plot["key"]], size=10.0)]
    drawing.add(*cards.laid(name, (0.0, drawing.height), paper.MEASURE))
    top = drawing.height + cards.high(name, paper.MEASURE) + 1.0
    each = paper.MEASURE / len(counts)
    foot = top + NUMBER + ceil(max(1, *counts) / abreast) * step
    for at, count in enumerate(counts):
        middle = (at + 0.5) * each
        for nth in range(count):
            x = middle - (min(count, abreast) - 1) / 2 * step + nth % abreast * step
            y = foot - (nth // abreast + 0.5) * step
            drawing.add(Disc((x, y), step * FILLED / 2, Pen(fill=paper.FJORD)))
        if count:
            y = foot - ceil(count / abreast) * step - 1.7
            drawing.add(multiples.number(count, (middle, y), paper.TINY))
    drawing.add(Line(((0.0, foot + 0.4), (paper.MEASURE, foot + 0.4)), Pen(paper.EDGE, 0.3)))
    names = [words[stop] for stop in plot.get("stops", ())]
    names = names or [str(number) for number in range(len(counts))]
    said = [
        [Said(text, size=paper.TINY, ink=paper.INK if count else paper.INK_3)]
        for text, count in zip(names, counts, strict=True)
    ]
    for at, one in enumerate(said):
        drawing.add(*cards.laid(one, (at * each, foot + 1.2), each - 0.6, "middle"))
    low = foot + 1.6 + max(cards.high(one, each - 0.6) for one in said)
    half = paper.MEASURE / 2 - 4.0
    ends = [[quiet(words[plot[end]], size=paper.TINY)] for end in ("low", "high")]
    drawing.add(*cards.laid(ends[0], (0.0, low), half))
    drawing.add(*cards.laid(ends[1], (paper.MEASURE - half, low), half, "end"))
    drawing.height = low + max(cards.high(end, half) for end in ends)
