"""Pictures of plenary: each group's own under its sign, in rows that fit a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from workshops import twins
from workshops.takeaway import paper
from workshops.takeaway.gathered import table_name
from workshops.takeaway.pictures import badge, cards
from workshops.takeaway.pictures.cards import plain, strong
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Part, Pen, Point, Words
from workshops.takeaway.pictures.lettering import width_of
from workshops.words import words as kit_words

GAP, UNDER = 5.0, 4.0
"""Millimetres: between two groups beside each other, and between two rows of them."""
SIGN = badge.SIDE + 1.2
"""Millimetres that a group's sign takes with the air below it."""


def tables_of(figure: dict[str, Any], count: int) -> list[str]:
    """Give the signs of the groups that a figure is made of; nothing for whom none is known."""
    known = [str(table) for table in figure.get("tables", ())][:count]
    return known + [""] * (count - len(known))


def wide(columns: int) -> float:
    """Give how wide each is when so many stand beside each other."""
    return (paper.MEASURE - GAP * (columns - 1)) / columns


def badged(table: str, at: Point) -> list[Part]:
    """Give a group's badge; nothing for a group without a sign."""
    if not table:
        return []
    return [cards.moved(part, *at) for part in badge.draw(plain(table)[:2]).parts]


def signed(table: str, language: str, at: Point, width: float) -> list[Part]:
    """Give a group's badge with its name."""
    if not table:
        return []
    name = [strong(table_name(table, language))]
    left, room = at[0] + badge.SIDE + 1.4, width - badge.SIDE - 1.4
    return [*badged(table, at), *cards.laid(name, (left, at[1] + 1.4), room)]


def grid(cells: Sequence[tuple[str, Drawing]], columns: int, language: str) -> Drawing:
    """Give groups' drawings under their signs, so many beside each other."""
    whole, width = Drawing(paper.MEASURE, 0.0), wide(columns)
    for first in range(0, len(cells), columns):
        row = cells[first : first + columns]
        top = whole.height + (UNDER if first else 0.0)
        whole.cuts.append(top)
        above = SIGN if any(table for table, _drawing in row) else 0.0
        for at, (table, drawing) in enumerate(row):
            left = at * (width + GAP)
            whole.add(*signed(table, language, (left, top), width))
            whole.add(*(cards.moved(part, left, top + above) for part in drawing.parts))
        whole.height = top + above + max(drawing.height for _table, drawing in row)
    return whole


def under(drawing: Drawing, more: Drawing, air: float = 3.0) -> None:
    """Set one drawing below another."""
    top = drawing.height + (air if drawing.height else 0.0)
    drawing.add(*(cards.moved(part, 0.0, top) for part in more.parts))
    drawing.cuts += [top + cut for cut in more.cuts if cut]
    drawing.height = top + more.height


def key(drawing: Drawing, signs: dict[str, Drawing], air: float = 3.0) -> None:
    """Set signs with their words below a drawing."""
    parts, high = cards.key(signs, (0.0, drawing.height + air), drawing.width)
    drawing.add(*parts)
    drawing.height += high + air if high else 0.0


def number(
    text: object, at: Point, size: float = paper.TINY, ink: str = paper.INK, *, bold: bool = True
) -> Words:
    """Give a number around a point."""
    low = at[1] + size * paper.POINT * 0.35
    return Words((at[0], low), (str(text),), size=size, bold=bold, anchor="middle", ink=ink)


def on_ground(text: object, at: Point, size: float = paper.TINY) -> list[Part]:
    """Give a number around a point on a patch of its own, for a ground with a pattern."""
    across = width_of(str(text), paper.KIT, size, bold=True) + 1.4
    high = size * paper.POINT * 1.1
    corner = (at[0] - across / 2, at[1] - high / 2)
    return [Box(corner, (across, high), Pen(fill=paper.PAPER), 0.8), number(text, at, size)]


def finished(
    drawing: Drawing, figure: dict[str, Any], words: dict[str, str], language: str
) -> Drawing:
    """Give a drawing that fits a page, with the exercise's question and its words."""
    fits = fitted(drawing, cards.HIGHEST)
    fits.title = plain(words["plenary_title"])
    fits.twin = said(figure, words, language)
    return fits


def fitted(drawing: Drawing, most: float) -> Drawing:
    """Give a drawing that is at most so many millimetres high."""
    return scaled(drawing, most / drawing.height) if drawing.height > most else drawing


def said(figure: dict[str, Any], words: dict[str, str], language: str) -> str:
    """Give a figure in words, as the table below it has them."""
    names = tuple(table_name(table, language) for table in figure.get("tables", ()))
    found = twins.twin(figure, kit_words(language) | words, names)
    told = list(found["sentences"])
    if figure["kind"] == "questions":  # every mark is a row; said, they are counted
        ways = Counter(" → ".join(row) for row in found["rows"])
        told += [f"{way}: {many}" for way, many in ways.items()]
    elif figure["kind"] != "hierarchies":  # whose rows are the utterances, and no picture
        told += [_row(found["heads"], row) for row in found["rows"]]
    return plain(" ".join(one if one.endswith((".", "?", "!")) else f"{one}." for one in told))


def _row(heads: list[str], row: list[str]) -> str:
    first, *rest = row
    if len(rest) == 1:
        return f"{first}: {rest[0]}" if first else rest[0]
    named = [(head, cell) for head, cell in zip(heads[1:], rest, strict=False) if cell]
    if all(cell.isdecimal() for _head, cell in named):
        return f"{first}: {', '.join(f'{head} {cell}' for head, cell in named)}"
    return f"{first}: {'; '.join(f'{head}: {cell}'.removeprefix(': ') for head, cell in named)}"


def scaled(drawing: Drawing, by: float) -> Drawing:
    """Give a drawing larger or smaller, its texts and lines as well."""
    whole = Drawing(drawing.width * by, drawing.height * by, drawing.title, drawing.twin)
    whole.add(*(_scaled(part, by) for part in drawing.parts))
    whole.cuts = [cut * by for cut in drawing.cuts]
    return whole


def _scaled(part: Part, by: float) -> Part:
    if isinstance(part, Words):
        return replace(part, at=_times(part.at, by), size=part.size * by)
    dash = tuple(one * by for one in part.pen.dash)
    pen = replace(part.pen, width=part.pen.width * by, dash=dash)
    if isinstance(part, Line):
        return replace(part, points=tuple(_times(point, by) for point in part.points), pen=pen)
    if isinstance(part, Disc):
        return replace(part, at=_times(part.at, by), radius=part.radius * by, pen=pen)
    size, corner = _times(part.size, by), part.corner * by
    return replace(part, at=_times(part.at, by), size=size, corner=corner, pen=pen)


def _times(point: Point, by: float) -> Point:
    return point[0] * by, point[1] * by
