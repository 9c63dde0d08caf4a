"""The plenary's figure as charts: what is counted, for whom, and on which slide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workshops.takeaway.gathered import Gathered, table_name
from workshops.words import words

MOST = 14
"""Bars on one slide; a chart with more goes on over the next."""


@dataclass(frozen=True)
class Chart:
    """One chart: what it counts, for whom, and how it is drawn."""

    kind: str  # "bars", "stacks", "columns", "shares", "points"
    names: list[str]
    series: list[tuple[str, list[Any]]]
    title: str = ""
    most: float = 0
    ends: tuple[str, str] = ("", "")
    span: tuple[float, float] = (0, 10)


def charts(one: Gathered) -> list[list[Chart]]:
    """Give the charts of an exercise's figure, slide by slide; none when it is no chart."""
    make = _MADE.get(one.figure["kind"])
    return list(make(one)) if make else []


# ── what is counted ──────────────────────────────────────────────────────────
def _bars(one: Gathered) -> Iterator[list[Chart]]:
    plain = one.figure
    found = [(one.words[key], count) for key, count in plain["bars"]]
    most = max([plain["of"] if plain["of"] <= 30 else 0, *(count for _, count in found)], default=0)
    for some in _slices(found):
        series = [(_counted(one), [count for _, count in some])]
        yield [Chart("bars", [name for name, _ in some], series, most=most)]


def _stacks(one: Gathered) -> Iterator[list[Chart]]:
    plain, said = one.figure, one.words
    tables = [table_name(output.table, one.language) for output in one.outputs]
    found = [
        (" · ".join(part for part in (name, said[bar]) if part), amounts)
        for name, stack in zip(tables, plain["stacks"], strict=False)
        for bar, amounts in zip(plain["bars"], stack, strict=True)
        if any(amounts)
    ]
    most = max((sum(amounts) for _, amounts in found), default=0)
    for some in _slices(found):
        series = [
            (said[part], [amounts[at] for _, amounts in some])
            for at, part in enumerate(plain["parts"])
        ]
        yield [Chart("stacks", [name for name, _ in some], series, most=most)]


def _dots(one: Gathered) -> Iterator[list[Chart]]:
    said = one.words
    found = []
    for plot in one.figure["plots"]:
        stops = [said[stop] for stop in plot.get("stops", ())]
        names = stops or [str(step) for step in range(len(plot["counts"]))]
        ends = (said.get(plot.get("low", ""), ""), said.get(plot.get("high", ""), ""))
        series = [(said[plot["key"]], list(plot["counts"]))]
        if any(plot["counts"]):
            most = max(plot["counts"])
            found.append(Chart("columns", names, series, said[plot["key"]], most, ends))
    most = max((chart.most for chart in found), default=0)
    alike = [Chart(c.kind, c.names, c.series, c.title, most, c.ends) for c in found]
    yield from ([alike] if len(alike) <= 3 else [[chart] for chart in alike])


def _points(one: Gathered) -> Iterator[list[Chart]]:
    """Give an XY chart for each activity; who chose the same point is a row of its own."""
    plain, said = one.figure, one.words
    found = []
    for plot in plain["plots"]:
        points = [tuple(point[:2]) for point in plot["points"] for _ in range(point[2])]
        ends = (said.get("axis_skill", ""), said.get("axis_challenge", ""))
        if points:
            name = said[plot["key"]]
            span = (plain["range"][0], plain["range"][1])
            found.append(Chart("points", [], [(name, points)], name, ends=ends, span=span))
    yield from (found[at : at + 3] for at in range(0, len(found), 3))


def _shares(one: Gathered) -> Iterator[list[Chart]]:
    plain, said = one.figure, one.words
    found = list(zip((said[key] for key in plain["items"]), plain["counts"], strict=True))
    for some in _slices(found if plain["n"] else [], 8):
        series = [
            (said[key], [counts[at] for _, counts in some]) for at, key in enumerate(plain["scale"])
        ]
        yield [Chart("shares", [name for name, _ in some], series)]


def _highest(one: Gathered) -> Iterator[list[Chart]]:
    """Give which level each party had as its highest context, in the levels' own order."""
    said, counted = one.words, one.figure["highest"]
    sides = (
        ("mine", said["party_mine_group"]),
        ("theirs", f"{said['party_theirs']} · {said['guess_group']}"),
    )
    levels = [level for level in counted["mine"] if any(counted[side][level] for side, _ in sides)]
    if levels:
        names = [said[f"level_{level}"] for level in levels]
        series = [(name, [counted[side][level] for level in levels]) for side, name in sides]
        most = max(max(values) for _, values in series)
        yield [Chart("bars", names, series, most=most)]


_MADE = {
    "bars": _bars, "stacks": _stacks, "dots": _dots, "points": _points, "shares": _shares,
    "hierarchies": _highest,
}  # fmt: skip


def _slices(found: list[Any], most: int = MOST) -> Iterator[list[Any]]:
    """Give what is shown on each slide, as even as it can be."""
    slides = -(-len(found) // most) or 1
    many = -(-len(found) // slides) or 1
    yield from (found[at : at + many] for at in range(0, len(found), many))


def _counted(one: Gathered) -> str:
    return words(one.language)["take_count"]
