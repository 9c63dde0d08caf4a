"""The look of every plotly figure: its title, its colours, its axes, its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from workshops.figures import count_of
from workshops.takeaway import paper
from workshops.takeaway.pictures.cards import plain
from workshops.takeaway.pictures.lettering import wrapped

if TYPE_CHECKING:
    from workshops.takeaway.gathered import Gathered

FONTS = {
    paper.KIT: "Figtree, Segoe UI, sans-serif",
    paper.VOICE: "Literata, Georgia, serif",
}
TINT, SOFT = "#DDECEC", "#8FB8BE"
"""Fjord on paper, thin and half."""
SEPARATORS = {"da": ",."}
"""The decimal sign and the one between thousands; English has it the other way round."""
ROW, TOP, FOOT = 34, 110, 50
"""Pixels: for one row of bars, above the picture and below it."""


def titled(one: Gathered, figure: go.Figure, height: int | None = None) -> go.Figure:
    """Give a figure with the exercise's question over it, in the look of paper."""
    counted = one.words.get("plenary_count", "").format(n=count_of(one.figure))
    title: dict[str, Any] = {
        "text": said(one.words["plenary_title"]),
        "font": {"size": 20, "color": paper.INK},
    }
    if count_of(one.figure):
        title["subtitle"] = {"text": said(counted), "font": {"color": paper.INK_2}}
    return figure.update_layout(
        title=title,
        height=height,
        font={"family": FONTS[paper.KIT], "size": 14, "color": paper.INK},
        paper_bgcolor=paper.PAPER,
        plot_bgcolor=paper.PAPER,
        separators=SEPARATORS.get(one.language, ".,"),
        margin={"t": TOP, "b": FOOT},
        legend={
            "orientation": "h",
            "traceorder": "normal",
            "x": 1.0,
            "xanchor": "right",
            "y": 1.0,
            "yanchor": "bottom",
        },
    )


def safe(text: str) -> str:
    """Give a text in which plotly finds neither markup nor a formula."""
    for sign, instead in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("$", "&#36;")):
        text = text.replace(sign, instead)
    return text


def said(text: object) -> str:
    """Give a text as plotly shows it: no markup, no controls, no places to break."""
    return safe(plain(str(text)).replace("\u00ad", ""))


def broken(text: str, most: float = 52.0) -> str:
    """Give a text in lines of at most so many millimetres."""
    bare = plain(text).replace("\u00ad", "")
    return "<br>".join(safe(line) for line in wrapped(bare, most, paper.KIT, paper.BODY))


def rows_of(names: list[str]) -> dict[str, Any]:
    """Give an axis with a name at each row, from the top down; names that are alike stay apart."""
    places = list(range(len(names)))
    span = [len(names) - 0.5, -0.5]
    return {"tickvals": places, "ticktext": names, "range": span, "showgrid": False}


def table(one: Gathered, heads: list[str], rows: list[list[Any]]) -> go.Figure:
    """Give words as a table."""
    columns = [[said(cell) for cell in column] for column in zip(*rows, strict=True)]
    head = {"values": [said(text) for text in heads], "fill": {"color": TINT}}
    body = {
        "values": columns,
        "fill": {"color": paper.PAPER},
        "font": {"family": FONTS[paper.VOICE]},
    }
    look = {"align": "left", "line": {"color": paper.LINE}}
    return titled(one, go.Figure(go.Table(header=head | look, cells=body | look)))
