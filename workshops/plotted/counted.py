"""What was counted, as plotly figures: bars, parts of bars, dots, points, and a matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from workshops.plotted.look import FOOT, ROW, SOFT, TINT, TOP, broken, rows_of, said, titled
from workshops.takeaway import paper
from workshops.takeaway.gathered import table_name
from workshops.words import words as kit_words

if TYPE_CHECKING:
    from workshops.takeaway.gathered import Gathered

PATTERNS = ("", "/", "", ".")
TINTS = (TINT, SOFT, paper.FJORD, paper.PAPER)
"""Parts of a bar, told apart by their pattern as well."""
SHADES = [[0.0, paper.PAPER], [0.01, "#D8E4E6"], [1.0, paper.FJORD]]
BETWEEN = 0.12
"""The part of the width between two maps: the second one's axis has its name there."""
HALF = 3.4
"""Steps from the diagonal until nothing is left of the band."""


def bars(one: Gathered) -> go.Figure:
    """Give how often something was marked."""
    counts = [count for _key, count in one.figure["bars"]]
    of = kit_words(one.language)["bars_of"]
    bar = go.Bar(
        x=counts,
        y=list(range(len(counts))),
        orientation="h",
        marker={"color": paper.FJORD},
        text=[of.format(n=count, m=one.figure["of"]) for count in counts],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="text",
    )
    names = [broken(one.words[key]) for key, _count in one.figure["bars"]]
    figure = titled(one, go.Figure(bar), TOP + FOOT + ROW * len(counts))
    return figure.update_layout(
        yaxis=rows_of(names), xaxis={"range": [0, one.figure["of"]], "visible": False}
    )


def stacks(one: Gathered) -> go.Figure:
    """Give the groups' bars in parts."""
    found = one.figure
    groups = [table_name(table, one.language) for table in found["tables"]]
    lines = [
        (f"{said(group)} · {said(one.words[key])}", bar)
        for group, stack in zip(groups, found["stacks"], strict=True)
        for key, bar in zip(found["bars"], stack, strict=True)
        if any(bar)
    ]
    return _parts(one, lines, found["parts"])


def shares(one: Gathered) -> go.Figure:
    """Give the whole room's answers, a bar for each question."""
    pairs = zip(one.figure["items"], one.figure["counts"], strict=True)
    lines = [(broken(one.words[key]), counts) for key, counts in pairs]
    return _parts(one, lines, one.figure["scale"])


def _parts(one: Gathered, lines: list[tuple[str, list[int]]], parts: list[str]) -> go.Figure:
    """Give bars in parts; each part says its number and has a pattern of its own."""
    figure = go.Figure()
    for at, part in enumerate(parts):
        amounts = [amounts[at] for _name, amounts in lines]
        if not any(amounts):
            continue
        pattern = {"shape": PATTERNS[at], "fgcolor": paper.REST, "solidity": 0.12}
        edge = {"color": paper.FJORD, "width": 1}
        figure.add_bar(
            name=said(one.words[part]),
            x=amounts,
            y=list(range(len(lines))),
            orientation="h",
            marker={"color": TINTS[at], "pattern": pattern, "line": edge},
            text=[str(amount) if amount else "" for amount in amounts],
            textposition="auto",
            insidetextanchor="middle",
            textfont={
                "color": paper.PAPER if TINTS[at] == paper.FJORD else paper.INK,
                "weight": 700,
            },
        )
    figure = titled(one, figure, TOP + FOOT + ROW * (len(lines) + 1))
    names = [name for name, _amounts in lines]
    return figure.update_layout(barmode="stack", yaxis=rows_of(names), xaxis={"showgrid": False})


def dots(one: Gathered) -> go.Figure:
    """Give a dot for each answer, a row for each line."""
    plots = one.figure["plots"]
    titles = [said(one.words[plot["key"]]) for plot in plots]
    space = 0.5 / len(plots) if len(plots) > 1 else 0.0
    figure = make_subplots(rows=len(plots), cols=1, subplot_titles=titles, vertical_spacing=space)
    highest = max(1, *(count for plot in plots for count in plot["counts"]))
    for row, plot in enumerate(plots, start=1):
        places = [(at, n + 1) for at, count in enumerate(plot["counts"]) for n in range(count)]
        look = {"size": 14, "color": paper.FJORD}
        x, y = [at for at, _n in places], [n for _at, n in places]
        figure.add_scatter(x=x, y=y, mode="markers", marker=look, showlegend=False, row=row, col=1)
        steps = [one.words[stop] for stop in plot.get("stops", ())]
        steps = steps or [str(at) for at in range(len(plot["counts"]))]
        ends = f"{said(one.words[plot['low']])} – {said(one.words[plot['high']])}"
        axis = {"tickvals": list(range(len(steps))), "ticktext": [said(step) for step in steps]}
        span = {"range": [-0.5, len(steps) - 0.5], "title": {"text": ends}, "showgrid": False}
        figure.update_xaxes(axis | span, row=row, col=1)
        figure.update_yaxes(range=[0, highest + 0.8], visible=False, row=row, col=1)
    return titled(one, figure, TOP + 2 * FOOT + len(plots) * (140 + 18 * highest))


def points(one: Gathered) -> go.Figure:
    """Give a map for each activity, with the band along its diagonal."""
    plots, (low, high) = one.figure["plots"], one.figure["range"]
    titles = [said(one.words[plot["key"]]) for plot in plots]
    figure = make_subplots(1, len(plots), subplot_titles=titles, horizontal_spacing=BETWEEN)
    span = [low - 1, high + 1]
    for col, plot in enumerate(plots, start=1):
        for reach in (HALF, HALF * 2 / 3, HALF / 3):  # so soft that nobody can point at its edge
            figure.add_shape(**_band(span, reach), row=1, col=col)
        many = [n for _x, _y, n in plot["points"]]
        figure.add_scatter(
            x=[x for x, _y, _n in plot["points"]],
            y=[y for _x, y, _n in plot["points"]],
            mode="markers+text",
            marker={
                "size": [min(30, 15 * n**0.5) for n in many],
                "color": paper.FJORD,
                "opacity": 1,
            },
            text=[str(n) if n > 1 else "" for n in many],
            textfont={"color": paper.PAPER},
            showlegend=False,
            row=1,
            col=col,
        )
        axis = {"range": span, "showgrid": False, "zeroline": False, "linecolor": paper.EDGE}
        along, up = ({"text": said(one.words[f"axis_{end}"])} for end in ("skill", "challenge"))
        figure.update_xaxes(axis, title=along, row=1, col=col)
        figure.update_yaxes(axis, title=up, row=1, col=col)
    return titled(one, figure, 460)


def _band(span: list[float], reach: float) -> dict[str, Any]:
    low, high = span
    corners = [(low, low), (low, low + reach), (high - reach, high), (high, high),
               (high, high - reach), (low + reach, low)]  # fmt: skip
    path = " L".join(f"{x},{y}" for x, y in corners)
    look = {"fillcolor": "rgba(11,86,99,0.07)", "line": {"width": 0}, "layer": "below"}
    return {"type": "path", "path": f"M{path} Z", **look}


def matrix(one: Gathered) -> go.Figure:
    """Give counts as a heat map with their numbers."""
    cells = one.figure["cells"]
    across = [broken(one.words[key], 30.0) for key in one.figure["across"]]
    heat = go.Heatmap(
        z=cells,
        x=list(range(len(across))),
        y=list(range(len(cells))),
        colorscale=SHADES,
        zmin=0,
        texttemplate="%{z}",
        showscale=False,
        xgap=4,
        ygap=4,
        hoverinfo="skip",
    )
    figure = titled(one, go.Figure(heat), TOP + 2 * FOOT + 46 * len(cells))
    down, over = (said(one.words.get(f"plenary_{end}", "")) for end in ("down", "across"))
    heads = {"tickvals": list(range(len(across))), "ticktext": across, "side": "top"}
    names = rows_of([broken(one.words[key]) for key in one.figure["down"]])
    heads |= {"title": {"text": over}, "showgrid": False}
    margin = {"t": TOP + FOOT}
    return figure.update_layout(xaxis=heads, yaxis=names | {"title": {"text": down}}, margin=margin)
