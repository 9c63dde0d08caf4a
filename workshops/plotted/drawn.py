"""A drawing for paper as a plotly figure: its shapes as shapes, its words as notes, to scale."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from workshops.takeaway import paper
from workshops.takeaway.pictures.drawing import (
    HEAD,
    Box,
    Disc,
    Drawing,
    Part,
    Pen,
    Point,
    Words,
    toward,
)
from workshops.takeaway.pictures.lettering import leading

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

SCALE = 4.6
"""Pixels of the figure for a millimetre of the drawing."""
ABOVE, ASIDE = 64, 16
"""Pixels: for the title, and around the drawing."""
FONTS = {
    paper.KIT: "Figtree, Segoe UI, sans-serif",
    paper.VOICE: "Literata, Georgia, serif",
}


def drawn(figure: Figure, drawing: Drawing) -> Figure:
    """Give a figure with a drawing in it; its axes are millimetres, from the upper left corner."""
    shapes = [shape for part in drawing.parts for shape in _shapes(part)]
    notes = [note for part in drawing.parts if isinstance(part, Words) for note in _notes(part)]
    hidden = {"visible": False, "fixedrange": True}
    return figure.update_layout(
        width=round(drawing.width * SCALE) + 2 * ASIDE,
        height=round(drawing.height * SCALE) + ABOVE + ASIDE,
        margin={"l": ASIDE, "r": ASIDE, "t": ABOVE, "b": ASIDE},
        xaxis=hidden | {"range": [0, drawing.width]},
        yaxis=hidden | {"range": [drawing.height, 0]},
        shapes=shapes,
        annotations=notes,
    )


def safe(text: str) -> str:
    """Give a text in which plotly finds neither markup nor a formula."""
    for sign, instead in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("$", "&#36;")):
        text = text.replace(sign, instead)
    return text


def _shapes(part: Part) -> list[dict[str, Any]]:
    if isinstance(part, Words):
        return []
    if isinstance(part, Disc):
        (x, y), far = part.at, part.radius
        corners = {"x0": x - far, "x1": x + far, "y0": y - far, "y1": y + far}
        return [{"type": "circle", **corners, **_styled(part.pen)}]
    if isinstance(part, Box):
        (x, y), (wide, high) = part.at, part.size
        return [{"type": "rect", "x0": x, "x1": x + wide, "y0": y, "y1": y + high,
                 **_styled(part.pen)}]  # fmt: skip
    if not part.head:
        return [_path(part.points, part.pen, closed=part.closed)]
    before, tip = list(pairwise(part.points))[-1]
    full = part.head == "full"
    pen = Pen(part.pen.line, part.pen.width, part.pen.line if full else "")
    head = _path(_head(before, tip), pen, closed=full)
    return [_path(part.points, part.pen, closed=False), head]


def _head(before: Point, tip: Point) -> tuple[Point, ...]:
    back = toward(tip, before, HEAD)
    across = ((tip[1] - back[1]) / 2, (back[0] - tip[0]) / 2)
    one, other = ((back[0] + side * across[0], back[1] + side * across[1]) for side in (1, -1))
    return one, tip, other


def _path(points: tuple[Point, ...], pen: Pen, *, closed: bool) -> dict[str, Any]:
    told = " L".join(f"{x:.2f},{y:.2f}" for x, y in points)
    return {"type": "path", "path": f"M{told}{' Z' if closed else ''}", **_styled(pen)}


def _styled(pen: Pen) -> dict[str, Any]:
    width = pen.width * SCALE if pen.line else 0
    dash = ",".join(f"{one * SCALE:.1f}px" for one in pen.dash) or "solid"
    return {
        "line": {"color": pen.line or paper.INK, "width": width, "dash": dash},
        "fillcolor": pen.fill or "rgba(0,0,0,0)",
        "layer": "below",
    }


def _notes(part: Words) -> list[dict[str, Any]]:
    """Give a note for each line; the drawing's baselines become the middles that plotly sets by."""
    anchor = {"start": "left", "middle": "center", "end": "right"}[part.anchor]
    font = {
        "family": FONTS[part.face],
        "size": round(part.size * paper.POINT * SCALE, 1),
        "color": part.ink,
        "weight": 700 if part.bold else 400,
    }
    half = part.size * paper.POINT * 0.35
    return [
        {
            "x": part.at[0],
            "y": part.at[1] - half + number * leading(part.size),
            "text": safe(line),
            "xanchor": anchor,
            "yanchor": "middle",
            "showarrow": False,
            "borderpad": 0,
            "font": font,
        }
        for number, line in enumerate(part.lines)
        if line.strip()
    ]
