"""What the groups' minutes are made of: bars of one measure, their parts told apart by ground."""

from __future__ import annotations

from typing import Any

from workshops.figures import count_of
from workshops.takeaway import paper
from workshops.takeaway.pictures import badge, cards, multiples, textures
from workshops.takeaway.pictures.cards import Said, plain, strong
from workshops.takeaway.pictures.drawing import Drawing, Line, Part, Pen, Point
from workshops.takeaway.pictures.lettering import width_of

GROUNDS = ("tint", "stripes", "full", "dots")
GROUP, NAMES, SUM = 26.0, 16.0, 11.0
"""Millimetres: for a group's sign, for the name of a bar, and for what it adds up to."""
HIGH, LOW = 6.4, 5.0
"""Millimetres: how high a bar is when there are few groups, and when there are many."""
MANY = 5
ABOVE = 3.4
"""Millimetres over a bar that has a part too narrow for its number."""


def draw(figure: dict[str, Any], words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give each group's bars; None while nobody has shared any."""
    stacks = figure["stacks"]
    groups = [
        (table, [(key, bar) for key, bar in zip(figure["bars"], stack, strict=True) if sum(bar)])
        for table, stack in zip(multiples.tables_of(figure, len(stacks)), stacks, strict=True)
    ]
    groups = [(table, bars) for table, bars in groups if bars]
    if not count_of(figure) or not groups:
        return None
    drawing = Drawing(paper.MEASURE, 0.0)
    multiples.key(drawing, _key(figure, words), 0.0)
    drawing.height += 3.0
    longest = max(sum(bar) for _table, bars in groups for _key, bar in bars)
    high = HIGH if len(groups) <= MANY else LOW
    for table, bars in groups:
        _group(drawing, table, [(words[key], bar) for key, bar in bars], language, (longest, high))
    return multiples.finished(drawing, figure, words, language)


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:  # noqa: ARG001 - every picture is called alike
    """Give no signs: the picture has its own, with the words of its parts."""
    return {}


def _key(figure: dict[str, Any], words: dict[str, str]) -> dict[str, Drawing]:
    used = [any(bar[at] for stack in figure["stacks"] for bar in stack) for at in range(4)]
    return {
        plain(words[part]): textures.sign(ground)
        for part, ground, is_used in zip(figure["parts"], GROUNDS, used, strict=False)
        if is_used
    }


def _group(
    drawing: Drawing,
    table: str,
    bars: list[tuple[str, list[int]]],
    language: str,
    size: tuple[float, float],
) -> None:
    longest, high = size
    top = drawing.height
    left = GROUP if table else 0.0
    track = paper.MEASURE - left - NAMES - SUM
    y = top
    for name, bar in bars:
        pieces = _pieces(bar, (left + NAMES, y), track / longest, high)
        narrow = [piece for piece in pieces if not _fits(*piece)]
        y += ABOVE if narrow else 0.0
        middle = y + high / 2
        drawing.add(*_said(Said(name, size=9.0), (left, middle), NAMES))
        for ground, (x, _y), width, amount in pieces:
            drawing.add(*textures.box(ground, (x, y), (width, high)))
            if _fits(ground, (x, y), width, amount):
                drawing.add(*multiples.on_ground(amount, (x + width / 2, middle)))
        drawing.add(*_over(narrow, y))
        end = (left + NAMES + sum(bar) * track / longest + 1.5, middle)
        drawing.add(*_said(strong(str(sum(bar)), size=9.0), end, SUM))
        y += high + 1.2
    y = max(y, top + badge.SIDE)
    drawing.add(*multiples.signed(table, language, (0.0, (top + y - badge.SIDE) / 2), GROUP))
    drawing.add(Line(((0.0, y + 1.0), (paper.MEASURE, y + 1.0)), Pen(paper.LINE, 0.15)))
    drawing.height = y + 2.2


def _pieces(
    bar: list[int], at: Point, each: float, _high: float
) -> list[tuple[str, Point, float, int]]:
    (x, y), found = at, []
    for ground, amount in zip(GROUNDS, bar, strict=False):
        if amount > 0:
            found.append((ground, (x, y), amount * each, amount))
            x += amount * each
    return found


def _fits(_ground: str, _at: Point, width: float, amount: int) -> bool:
    return width >= width_of(str(amount), paper.KIT, paper.TINY, bold=True) + 2.0


def _over(narrow: list[tuple[str, Point, float, int]], top: float) -> list[Part]:
    """Give the numbers of narrow parts over their bar, side by side where they are near."""
    parts, free = list[Part](), 0.0
    for _ground, (x, _y), width, amount in narrow:
        room = width_of(str(amount), paper.KIT, cards.SMALLEST, bold=True)
        middle = max(x + width / 2, free + room / 2)
        parts.append(multiples.number(amount, (middle, top - 1.7), cards.SMALLEST))
        free = middle + room / 2 + 1.2
    return parts


def _said(one: Said, at: Point, width: float) -> list[Part]:
    return cards.laid([one], (at[0], at[1] - cards.high([one], width) / 2), width)
