"""The look of every plotly figure: its title, its colours, its axes, its tables."""

from __future__ import annotations

from math import ceil
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
MANY = 48
"""Letters: by no more of them does a column share a table's width."""
WIDE, LETTER, LINE, AIR = 640, 7.6, 19, 9
"""Pixels: a table's width, a letter, a line, and the air of a row."""
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
    look = {"align": "left", "line": {"color": paper.LINE}, "height": LINE + AIR}
    widths = [_asked([head, *column]) for head, column in zip(heads, columns, strict=True)]
    left = max(0.0, WIDE - sum(least for least, _more in widths))
    whole = sum(more for _least, more in widths) or 1
    shares = [round(least + left * more / whole) for least, more in widths]
    chart = go.Table(header=head | look, cells=body | look, columnwidth=shares)
    lines = [_lines(heads, shares), *(_lines(row, shares) for row in rows)]
    high = sum(LINE * count + AIR for count in lines)
    return titled(one, go.Figure(chart), TOP + FOOT + AIR + high)


def _asked(cells: list[str]) -> tuple[float, int]:
    """Give the pixels of a column's longest word, and by how many letters it shares the rest."""
    word = max(map(len, " ".join(cells).split()), default=0)
    return word * LETTER + AIR, min(max(map(len, cells)), MANY)


def _lines(cells: list[Any], shares: list[int]) -> int:
    """Give how many lines the highest of a row's cells has, on a screen of ordinary width."""
    room = [(WIDE * share / sum(shares) - 2 * AIR) / LETTER for share in shares]
    return max(
        sum(max(1, ceil(len(line) / wide)) for line in str(cell).split("\n"))
        for cell, wide in zip(cells, room, strict=True)
    )
