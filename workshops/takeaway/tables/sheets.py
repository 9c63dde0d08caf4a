"""Sheets: what the groups shared as rows, one field each, and as CSV."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import datetime
from io import StringIO

from workshops import fields
from workshops.takeaway.gathered import (
    Gathered,
    Output,
    legible,
    table_name,
)
from workshops.words import words

LONGEST = 32_767
"""Letters in a cell; Excel takes no more."""

PREFIXES = {"words": "said", "axes": "axis", "placed": "card"}
"""How an exercise's words name the parts of a field: `words.taken` is `said_taken`."""

_FORMULA = re.compile("[\\s]*[=+\\-@\t\r\uff0b\uff0d\uff1d\uff20]")  # the wide ones count, too
NAMED = ("name", "text", "asked")
"""What an item of a list is called by where another field points at it."""
RUNNING = "live."
"""The state of a clock that runs is no answer."""
MOMENTS = range(10**12, 10**13)
"""Milliseconds since 1970: a number of this size is a moment, whichever method wrote it."""
ENDS = (("left", "right"), ("bottom", "top"))

Cell = str | float


@dataclass(frozen=True)
class Grid:
    """A sheet as rows under heads."""

    name: str
    heads: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


def grids(gathered: list[Gathered]) -> list[Grid]:
    """Give one tidy grid for each method, and one for what it shows without names."""
    found: dict[str, Grid] = {}
    for one in gathered:
        kit = words(one.language)
        columns = ("day", "exercise", "group", "field", "label", "value")
        heads = tuple(kit[f"take_column_{column}"] for column in columns)
        found.setdefault(one.method, Grid(one.method, heads, [])).rows.extend(_tidy(one))
        if one.exercise.unnamed:
            name = f"{one.method} {kit['take_unnamed']}"
            heads = (kit["take_column_day"], kit["take_column_exercise"], *_arrow_heads(one))
            found.setdefault(name, Grid(name, heads, [])).rows.extend(_arrows(one))
    return list(found.values())


def as_csv(grid: Grid, language: str) -> bytes:
    """Give a grid as a CSV that a Danish Excel opens by a double click."""
    comma = language == "da"
    file = StringIO()
    writer = csv.writer(file, delimiter=";" if comma else ",", lineterminator="\r\n")
    writer.writerow(_plain(head, comma) for head in grid.heads)
    writer.writerows([_plain(cell, comma) for cell in row] for row in grid.rows)
    return file.getvalue().encode("utf-8-sig")


def told(output: Output) -> list[tuple[str, str]]:
    """Give a group's page as pairs of heading and words, in the order of the page."""
    found: list[tuple[str, str]] = []
    for section in output.sections:
        if section["is"] == "text":
            found.append((section["title"], section["text"]))
        elif section["is"] == "table":
            for number, row in enumerate(section["rows"], start=1):
                named = zip(section["heads"], row, strict=True)
                found += [(f"{head} {number}", text) for head, text in named if text]
        else:
            pairs = section.get("pairs") or section.get("twin") or []
            found += [(pair["name"], pair["value"]) for pair in pairs]
    labels: set[str] = set()
    return [(_unique(short(label), labels), legible(text)) for label, text in found]


def _unique(label: str, taken: set[str]) -> str:
    """Two headings of a page may be alike; beside each other they must not be."""
    while label in taken:
        label += "'"
    taken.add(label)
    return label


# ── rows ─────────────────────────────────────────────────────────────────────
def _tidy(gathered: Gathered) -> list[tuple[Cell, ...]]:
    title = legible(gathered.words["title"])
    return [
        (gathered.day, title, table_name(output.table, gathered.language), *row)
        for output in gathered.outputs
        for row in _fields(output, gathered.words, words(gathered.language))
    ]


def _fields(
    output: Output, said: dict[str, str], kit: dict[str, str]
) -> list[tuple[str, str, Cell]]:
    """Give path, label and value of every field that is filled in."""
    value = output.answer.model_dump()
    leaves = fields.leaves(value)
    places = {
        f"{path}.{key}": number
        for path, order in leaves.items()
        if path.endswith(f".{fields.ORDER}")
        for number, key in enumerate(order, start=1)
        for path in [path.removesuffix(f".{fields.ORDER}")]
    }
    named = _named(leaves, places)
    found: list[tuple[str, str, Cell]] = []
    for path, leaf in leaves.items():
        unsaid = leaf is False or leaf in (None, "", [])
        if unsaid or path.endswith(fields.ORDER) or path.startswith(RUNNING):
            continue
        label = _label(path, places, said, kit)
        if isinstance(leaf, list) and len(leaf) == 2 and all(isinstance(x, float) for x in leaf):
            found += _mark(path, label, leaf, value.get("axes", {}), said)
        elif leaf is True:
            found.append((path, label, kit["ui_yes"]))
        elif isinstance(leaf, int | float):
            found.append((path, label, _moment(leaf) if int(leaf) in MOMENTS else float(leaf)))
        else:
            stems = (*_stems(path, places), *(["pile"] if path.startswith("placed.") else []))
            chosen = leaf if isinstance(leaf, list) else [leaf]
            text = ", ".join(named.get(str(one)) or _said(str(one), stems, said) for one in chosen)
            found.append((path, label, legible(text)))
    return found


def _named(leaves: dict[str, object], places: dict[str, int]) -> dict[str, str]:
    """Give what the items of an answer's lists are called, by their ids."""
    return {
        item.rpartition(".")[2]: str(leaves[f"{item}.{name}"])
        for item in places
        for name in NAMED
        if leaves.get(f"{item}.{name}")
    }


def _moment(stamp: float) -> str:
    """Give a moment in the room's own time, as every spreadsheet sorts it."""
    return f"{datetime.fromtimestamp(stamp / 1000).astimezone():%Y-%m-%d %H:%M:%S}"


def _mark(
    path: str, label: str, place: list[float], own: dict[str, str], said: dict[str, str]
) -> list[tuple[str, str, Cell]]:
    """Give a place on the map as two numbers, each with the words at its ends."""
    rows: list[tuple[str, str, Cell]] = []
    for axis, ends, number in zip("xy", ENDS, place, strict=True):
        low, high = (own.get(end) or said.get(f"axis_{end}", end) for end in ends)
        rows.append((f"{path}.{axis}", f"{label}: {_span(low, high)}".removeprefix(": "), number))
    return rows


def _span(low: str, high: str) -> str:
    """Give an axis by its ends: "Viden (−5) – Facilitering (5)"."""
    return f"{legible(low)} (−5) – {legible(high)} (5)"


def _label(path: str, places: dict[str, int], said: dict[str, str], kit: dict[str, str]) -> str:
    """Give what a field is called on the page; of a list's items with its number.

    What the page has no words for stays without: how it is kept stands in the column before.
    """
    known = next((said[name] for name in _stems(path, places) if name in said), "")
    steps = path.split(".")
    if not known and steps[-1].startswith(("from_", "to_")):
        known = kit[f"take_{steps[-1].partition('_')[0]}"]
    plain = [said[step] for step in steps if "{" not in said.get(step, "{")]
    known = known or " · ".join(plain)
    number = next((places[one] for one in _branches(steps) if one in places), "")
    return short(f"{known} {number}" if known else "")


def _branches(steps: list[str]) -> list[str]:
    return [".".join(steps[:size]) for size in range(len(steps) - 1, 0, -1)]


def _stems(path: str, places: dict[str, int]) -> tuple[str, ...]:
    """Give the names an exercise may have its words for a field under."""
    parent, _, leaf = path.rpartition(".")
    if parent in places:
        branch = parent.rpartition(".")[0]
        return (f"{PREFIXES.get(branch, branch.removesuffix('s'))}_{leaf}",)
    return path.replace(".", "_"), f"{PREFIXES.get(parent, parent or 'mark')}_{leaf}"


def _said(choice: str, stems: tuple[str, ...], said: dict[str, str]) -> str:
    """Give a choice as the exercise words it; anything else is somebody's own words."""
    return next((said[f"{one}_{choice}"] for one in stems if f"{one}_{choice}" in said), choice)


def _arrow_heads(gathered: Gathered) -> tuple[str, ...]:
    said = gathered.words
    if gathered.figure["kind"] == "lines":
        return (short(said["plenary_title"]),)
    if gathered.figure["kind"] != "arrows":
        return tuple(short(head) for head in gathered.told["heads"])
    spans = [_span(*(said[f"axis_{end}"] for end in ends)) for ends in ENDS]
    names = [short(said[f"mark_{name}"]) for name in gathered.exercise.unnamed]
    return tuple(f"{name}: {span}" for name in names for span in spans)


def _arrows(gathered: Gathered) -> list[tuple[Cell, ...]]:
    title = legible(gathered.words["title"])
    if gathered.figure["kind"] == "lines":
        return [(gathered.day, title, legible(line)) for line in gathered.figure["lines"]]
    if gathered.figure["kind"] != "arrows":
        return [(gathered.day, title, *map(legible, row)) for row in gathered.told["rows"]]
    return [
        (gathered.day, title, *map(float, (*arrow["from"], *arrow["to"])))
        for arrow in gathered.figure["arrows"]
    ]


# ── cells ────────────────────────────────────────────────────────────────────
def _plain(cell: Cell, comma: bool) -> str:
    """Give a cell of a CSV; an apostrophe keeps words that look like a formula from being one."""
    if isinstance(cell, float):
        number = f"{cell:.15g}"
        return number.replace(".", ",") if comma else number
    text = cell[:LONGEST]
    return f"'{text}" if _FORMULA.match(text) else text


def short(text: str) -> str:
    """Give a text on one line."""
    return " ".join(legible(text).split())
