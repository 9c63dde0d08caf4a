"""What was shown in plenary as plotly figures, of the same data and with the same words.

Nothing else is in them than on the big screen: groups' shared sheets, and what six or more shared
without names. A figure asks nobody outside for anything; Lab has plotly's own script.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from workshops.figures import count_of
from workshops.plotted import counted, placed
from workshops.plotted.drawn import drawn
from workshops.plotted.look import table, titled
from workshops.takeaway import pictures

if TYPE_CHECKING:
    from workshops.takeaway.gathered import Gathered

PLOTTED: dict[str, Callable[[Gathered], go.Figure]] = {
    "bars": counted.bars,
    "stacks": counted.stacks,
    "shares": counted.shares,
    "dots": counted.dots,
    "points": counted.points,
    "matrix": counted.matrix,
    "arrows": placed.arrows,
    "questions": placed.questions,
}
"""Kinds that plotly has a chart for; the others are drawn as on paper."""


def figure_of(one: Gathered) -> go.Figure | None:
    """Give an exercise's plenary as a figure; None while it shows nothing."""
    found, kind = one.figure, one.figure["kind"]
    if not count_of(found):
        return table(one, one.heads, found["rows"]) if found["rows"] else None
    if kind == "lines":
        return table(one, [one.words["plenary_title"]], [[line] for line in found["lines"]])
    if kind == "matrix" and _is_of_texts(found):
        return table(one, one.told["heads"], one.told["rows"])
    if kind in PLOTTED:
        return PLOTTED[kind](one)
    module = pictures.find(kind)
    picture = module.draw(found, one.words, one.language) if module else None
    return drawn(titled(one, go.Figure()), picture) if picture else None


def _is_of_texts(figure: dict[str, Any]) -> bool:
    return any(isinstance(cell, str) for row in figure["cells"] for cell in row)
