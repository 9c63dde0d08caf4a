"""What was placed on a map with two axes, as plotly figures: arrows, and questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from workshops.figures import in_words
from workshops.plotted.look import said, titled
from workshops.takeaway import paper

if TYPE_CHECKING:
    from workshops.takeaway.gathered import Gathered

Way = tuple[list[float], list[float]]

SIDE, APART = 720, 12
"""Pixels: the map, and how far above their axis the words at its ends stand."""
BOLD = {"color": paper.INK, "weight": 700}
ENDS = {
    "left": ((0, 0.5), ("left", "bottom")),
    "right": ((1, 0.5), ("right", "bottom")),
    "top": ((0.5, 1), ("left", "top")),
    "bottom": ((0.5, 0), ("left", "bottom")),
}
"""Where the words at the ends of the axes stand, and by which corner."""


def arrows(one: Gathered) -> go.Figure:
    """Give every arrow from where one was invited to where one wished to be."""
    ways = [(way["from"], way["to"]) for way in one.figure["arrows"]]
    told = [" → ".join(in_words(place, one.words) for place in way) for way in ways]
    names = (one.words["key_invited"], one.words["key_wished"])
    return _ways(one, ways, told, names, one.figure["range"])


def questions(one: Gathered) -> go.Figure:
    """Give every question's mark as asked and as heard; the lineal assumption lies on top."""
    pairs = one.figure["pairs"]
    ways = [([x, -y], [u, -v]) for (x, y), (u, v) in ((way["from"], way["to"]) for way in pairs)]
    told = [f"{one.words[way['asked']]} → {one.words[way['heard']]}" for way in pairs]
    return _ways(one, ways, told, (one.words["asked"], one.words["heard"]), [-1.15, 1.15])


def _ways(
    one: Gathered, ways: list[Way], told: list[str], names: tuple[str, str], span: list[float]
) -> go.Figure:
    """Give ways from ring to disc on a map with words at its four ends."""
    hover, figure = [said(text) for text in told], go.Figure()
    _ground(figure, one, span)
    x = [step for (a, _), (b, _) in ways for step in (a, b, None)]
    y = [step for (_, a), (_, b) in ways for step in (a, b, None)]
    line = {"color": paper.FJORD, "width": 1.5}
    figure.add_scatter(x=x, y=y, mode="lines", line=line, showlegend=False, hoverinfo="skip")
    for end, symbol in ((0, "circle-open"), (1, "circle")):
        figure.add_scatter(
            x=[way[end][0] for way in ways],
            y=[way[end][1] for way in ways],
            mode="markers",
            marker={"symbol": symbol, "size": 12, "color": paper.FJORD, "line": {"width": 2}},
            name=said(names[end]),
            text=hover,
            hoverinfo="text",
        )
    return titled(one, figure.update_layout(width=SIDE), SIDE)


def _ground(figure: go.Figure, one: Gathered, span: list[float]) -> None:
    low, high = span
    line = {"type": "line", "line": {"color": paper.EDGE, "width": 1}, "layer": "below"}
    figure.add_shape(x0=low, x1=high, y0=0, y1=0, **line)
    figure.add_shape(x0=0, x1=0, y0=low, y1=high, **line)
    for end, ((x, y), (across, up)) in ENDS.items():
        # On a patch of paper: an axis that many lines cross still has its name.
        patch = {"bgcolor": paper.PAPER, "borderpad": 2, "yshift": APART if y == 0.5 else 0}
        note = patch | {"xref": "paper", "yref": "paper", "xanchor": across, "yanchor": up}
        text = said(one.words[f"axis_{end}"])
        figure.add_annotation(x=x, y=y, text=text, showarrow=False, font=BOLD, **note)
    bare = {"range": span, "showgrid": False, "showticklabels": False, "zeroline": False}
    figure.update_layout(xaxis=bare, yaxis=bare | {"scaleanchor": "x"})
