"""Figures: what a method's `plenary()` gives, as a plain plotly figure and as words.

Plain values in, plain values out: nothing here knows a store, a widget or plotly itself. Colours
are names of the look ("var(--c-fjord)"); the chart knows whether it is light or dark.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

SIDE = 720
"""The longest side a figure is drawn for, in px of a 1920 × 1080 screen; the chart scales it."""
APART = 0.28
"""How far apart arrows lie that go from and to the same place, in steps of the map."""

ENDS = ("left", "right", "bottom", "top")
OF_GROUPS = (
    "hierarchies", "loops", "strips", "timelines", "matrix", "bars", "questions", "dots", "stacks",
)  # fmt: skip
"""Kinds of figures that are made of what groups shared, where no person shares without a name."""
OF_PEOPLE = ("dots", "points", "shares")
"""Kinds that are made of what people shared without names, where the exercise lets them."""
Plain = dict[str, Any]
"""What a method's `plenary()` gives: JSON only, without who and when."""


def is_of_groups(kind: str, unnamed: tuple[str, ...]) -> bool:
    """Say whether a figure is made of the groups' sheets; `unnamed` is what people may share."""
    return kind in OF_GROUPS and not unnamed


# ── the picture ──────────────────────────────────────────────────────────────
def figure(plain: Plain, words: dict[str, str], lifted: str | None = None) -> dict[str, Any]:
    """Give a plain plotly figure of all arrows; `lifted` is the `uid` of the one we talk about."""
    stroke = stroke_of(len(plain["arrows"]))
    traces = [_grid(plain["range"])]
    on_top: list[dict[str, Any]] = []
    for arrow in _fanned(plain["arrows"]):
        name = " → ".join(dict.fromkeys(in_words(arrow[end], words) for end in ("from", "to")))
        one = {"uid": arrow["uid"], "name": name}
        if arrow["uid"] == lifted:
            casing, amber = _lifted(arrow["drawn"], max(1.0, stroke / 4))
            on_top = [casing, amber | one]
        else:
            traces.append(_drawn(arrow["drawn"], _rest(stroke)) | one)
    return {"data": traces + on_top, "layout": _layout(plain["range"], words)}


def stroke_of(count: int) -> int:
    """Give the width of an arrow's line among `count` (look: 0, 5, 25)."""
    return 6 if count <= 5 else 4 if count <= 60 else 2


def uid_of(start: list[float], end: list[float]) -> str:
    """Give the name of a place on the map: picked by where it lies, never by whose it is."""
    spelled = "_".join(f"{number + 0:g}" for number in (*start, *end))
    return f"at_{spelled}".replace("-", "m").replace(".", "d")


def _fanned(arrows: list[Plain]) -> list[Plain]:
    """Give the arrows with `uid` and `drawn` ends; those on one line lie side by side."""
    places = [uid_of(one["from"], one["to"]) for one in arrows]
    several, met = Counter(places), Counter[str]()
    found = []
    for arrow, uid in zip(arrows, places, strict=True):
        (x0, y0), (x1, y1) = arrow["from"], arrow["to"]
        met[uid] += 1
        aside = APART * (met[uid] - (several[uid] + 1) / 2)
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        if length:
            dx, dy = aside * (y0 - y1) / length, aside * (x1 - x0) / length
        else:
            dx, dy = 2 * aside, 0.0
        drawn = [[round(x + dx, 3) for x in (x0, x1)], [round(y + dy, 3) for y in (y0, y1)]]
        name = uid if met[uid] == 1 else f"{uid}_again{met[uid]}"
        found.append(arrow | {"uid": name, "drawn": drawn})
    return found


@dataclass(frozen=True)
class _Look:
    """How an arrow is drawn: its line, the ring where it starts, the head where it ends."""

    line: str
    width: float
    ring: str
    ring_size: float
    head: str
    head_size: float
    edge: str  # the colour around ring and head
    ring_edge: float
    head_edge: float


def _rest(stroke: float) -> _Look:
    ring, head = 6 + 2 * stroke, 8 + 4.5 * stroke
    fjord = "var(--c-fjord)"
    return _Look(f"{fjord} 80%", stroke, "var(--c-paper)", ring, fjord, head, fjord, stroke, 0)


def _lifted(drawn: list[list[float]], scale: float) -> list[dict[str, Any]]:
    """Give the arrow we talk about: amber inside an edge, drawn as two strokes."""
    amber, edge = "var(--d-mark)", "var(--d-mark-edge)"
    ring, head, rim = 22 * scale, 34 * scale, 4 * scale
    casing = _Look(edge, 13 * scale, amber, ring, amber, head, edge, rim, rim)
    return [_drawn(drawn, casing), _drawn(drawn, replace(casing, line=amber, width=6.5 * scale))]


def _drawn(drawn: list[list[float]], look: _Look) -> dict[str, Any]:
    (x0, x1), (y0, y1) = drawn
    if (x0, y0) == (x1, y1):
        ring_and_dot = {
            "symbol": "circle",
            "size": [look.ring_size, 0.45 * look.ring_size],
            "color": [look.ring, look.edge],
            "line": {"color": look.edge, "width": [look.ring_edge, 0]},
            "opacity": 1,
        }
        place = {"x": [x0, x0], "y": [y0, y0]}
        return {"type": "scatter", "mode": "markers", **place, "marker": ring_and_dot}
    # The start stands twice: plotly turns a mark by the one before it and leaves out the first.
    ring_and_head = {
        "symbol": ["circle", "circle", "arrow"],
        "angleref": "previous",
        "size": [look.ring_size] * 2 + [look.head_size],
        "color": [look.ring] * 2 + [look.head],
        "line": {"color": look.edge, "width": [look.ring_edge] * 2 + [look.head_edge]},
        "opacity": 1,
    }
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [x0, x0, x1],
        "y": [y0, y0, y1],
        "line": {"color": look.line, "width": look.width, "backoff": "auto"},
        "marker": ring_and_head,
    }


def _grid(span: list[float]) -> dict[str, Any]:
    steps = range(int(span[0]), int(span[1]) + 1)
    dots = [(x, y) for x in steps for y in steps if x and y]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _ in dots],
        "y": [y for _, y in dots],
        "marker": {"size": 4.6, "color": "var(--d-grid)", "opacity": 1},
    }


def _layout(span: list[float], words: dict[str, str]) -> dict[str, Any]:
    axis = {
        "range": list(span),
        "showgrid": False,
        "showticklabels": False,
        "zeroline": True,
        "zerolinecolor": "var(--c-edge)",
        "zerolinewidth": 3,
    }
    ends = {end: words[f"axis_{end}"] for end in ENDS}
    return {
        "width": SIDE,
        "height": SIDE,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "xaxis": axis,
        "yaxis": dict(axis),
        "showlegend": False,
        "meta": {"ends": ends},
    }


# ── the same in words ────────────────────────────────────────────────────────
def count_of(plain: Plain) -> int:
    """Give how many there are of what is drawn: arrows, lines, hierarchies, or groups."""
    return int(plain["n"]) if "n" in plain else len(plain.get(plain["kind"], ()))


def heads_of(plain: Plain) -> tuple[str, ...]:
    """Give the words over the columns of the groups' lines, by their keys."""
    return tuple(plain.get("heads", ("line_invitation", "line_counter")))


def rows_in_words(plain: Plain, words: dict[str, str]) -> list[list[str]]:
    """Give the groups' lines; in the columns that "choices" numbers, a choice is said in words."""
    choices = plain.get("choices", ())
    return [
        [words.get(cell, cell) if number in choices else cell for number, cell in enumerate(row)]
        for row in plain.get("rows", ())
    ]


def in_words(place: list[float], words: dict[str, str]) -> str:
    """Give a place on the map as one says it: "viden 3, støtte og udvikling 4"."""
    steps = []
    for value, low, high in zip(place, ("left", "bottom"), ("right", "top"), strict=True):
        ends = {"low": words[f"axis_{low}"].lower(), "high": words[f"axis_{high}"].lower()}
        number = f"{abs(value):g}".replace(".", words["decimal"])
        side = ends["high" if value > 0 else "low"]
        steps.append(f"{side} {number}" if value else words["on_the_middle"].format(**ends))
    return ", ".join(steps)
