"""The groups' CMM hierarchies as narrow columns, and below how often a level was the highest."""

from __future__ import annotations

from functools import partial
from typing import Any

from workshops.figures import count_of
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards, multiples
from workshops.takeaway.pictures.cards import Said, quiet, strong
from workshops.takeaway.pictures.drawing import Box, Drawing, Line, Part, Pen, Point
from workshops.takeaway.pictures.lettering import leading

PARTIES = ("mine", "theirs")
MOST, FEW = 5, 2
"""So many groups stand beside each other; with so few, their parties do as well."""
BAR = (2.0, 1.6)
"""Millimetres: one of the three bars of a strength."""

_FULL, _HOLLOW = Pen(paper.INK, 0.2, paper.INK), Pen(paper.EDGE, 0.2, paper.PAPER)


def draw(figure: dict[str, Any], words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give each group's levels for both parties; None while nobody has shared any."""
    if not count_of(figure):
        return None
    several = [(airy, size) for size in (8.5, 8.0, cards.SMALLEST) for airy in (1.2, 0.3)]
    build = partial(_drawn, figure, words, language)
    drawing = cards.first_fit(partial(build, *look) for look in several)
    return multiples.finished(drawing, figure, words, language)


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:  # noqa: ARG001 - every picture is called alike
    """Give no signs: the picture has its own."""
    return {}


def _drawn(
    figure: dict[str, Any], words: dict[str, str], language: str, airy: float, size: float
) -> Drawing:
    found = figure["hierarchies"]
    rows = -(-len(found) // MOST)
    columns = max(2, -(-len(found) // rows))
    beside = len(found) <= FEW
    width = multiples.wide(1 if beside else columns)
    tables = multiples.tables_of(figure, len(found))
    cells = [
        (table, _group(one, words, width, (airy, size), beside=beside))
        for table, one in zip(tables, found, strict=True)
    ]
    drawing = multiples.grid(cells, 1 if beside else columns, language)
    _key(drawing, figure, words)
    multiples.under(drawing, _counts(figure, words), 4.0)
    return drawing


# ── one group ────────────────────────────────────────────────────────────────
def _group(
    one: dict[str, Any],
    words: dict[str, str],
    width: float,
    look: tuple[float, float],
    *,
    beside: bool,
) -> Drawing:
    drawing = Drawing(width, 0.0)
    each = (width - 8.0) / 2 if beside else width
    sides = [_side(one[party], party, words, each, look) for party in PARTIES]
    for at, side in enumerate(sides):
        x, y = (at * (each + 8.0), 0.0) if beside else (0.0, drawing.height + 2.0 * at)
        drawing.add(*(cards.moved(part, x, y) for part in side.parts))
        drawing.height = max(drawing.height, y + side.height)
    return drawing


def _side(
    side: dict[str, Any],
    party: str,
    words: dict[str, str],
    width: float,
    look: tuple[float, float],
) -> Drawing:
    airy, size = look
    drawing = Drawing(width, 0.0)
    head = [quiet(_called(party, words))]
    drawing.add(*cards.laid(head, (0.0, 0.0), width))
    drawing.height = cards.high(head, width) + 0.6
    levels = [one for one in side["levels"] if _holds(one, side)] or side["levels"]
    if not levels:
        none = [quiet(words["not_begun"])]
        drawing.add(*cards.laid(none, (0.0, drawing.height), width))
        drawing.height += cards.high(none, width)
    for one in levels:
        _level(drawing, one, words, (airy, size), is_highest=one["level"] == side["highest"])
    if side["loop"] in ("charmed", "strange"):
        loop = [quiet(words[f"loop_{side['loop']}_short"], 0.6)]
        drawing.add(*cards.laid(loop, (0.0, drawing.height), width))
        drawing.height += cards.high(loop, width)
    return drawing


def _holds(one: dict[str, Any], side: dict[str, Any]) -> bool:
    return bool(one["written"] or one["level"] == side["highest"])


def _level(
    drawing: Drawing,
    one: dict[str, Any],
    words: dict[str, str],
    look: tuple[float, float],
    *,
    is_highest: bool,
) -> None:
    airy, size = look
    bars = 3 * (BAR[0] + 0.4)
    flag = 3.6 if is_highest else 0.0
    said = [Said(words[f"level_{one['level']}"], size=size, bold=is_highest)]
    room = drawing.width - bars - 1.0 - flag
    high = cards.high(said, room)
    y = drawing.height + airy / 2
    drawing.add(Line(((0.0, y - airy / 2), (drawing.width, y - airy / 2)), Pen(paper.LINE, 0.15)))
    middle = y + leading(size) / 2
    if is_highest:
        drawing.add(*_flag((0.3, middle - 1.4)))
    drawing.add(*cards.laid(said, (flag, y), room))
    if one["strength"] is not None:
        drawing.add(*_bars(one["strength"], (drawing.width - bars, middle - BAR[1] / 2)))
    drawing.height = y + high + airy / 2


def _bars(strength: int, at: Point) -> list[Part]:
    return [
        Box((at[0] + n * (BAR[0] + 0.4), at[1]), BAR, _FULL if n < strength else _HOLLOW, 0.2)
        for n in range(3)
    ]


def _flag(at: Point) -> list[Part]:
    x, y = at
    corners = ((x, y), (x + 2.6, y + 0.9), (x, y + 1.8))
    pole = Line(((x, y), (x, y + 2.9)), Pen(paper.ON_AMBER, 0.35))
    return [Line(corners, Pen(paper.ON_AMBER, 0.25, paper.AMBER), closed=True), pole]


# ── all groups ───────────────────────────────────────────────────────────────
def _key(drawing: Drawing, figure: dict[str, Any], words: dict[str, str]) -> None:
    sides = [one[party] for one in figure["hierarchies"] for party in PARTIES]
    felt = {one["strength"] for side in sides for one in side["levels"]}
    signs = {}
    if any(side["highest"] for side in sides):
        sign = signs[words["highest"]] = Drawing(3.2, 3.2)
        sign.add(*_flag((0.2, 0.2)))
    for strength in sorted(one for one in felt if one is not None):
        sign = signs[words[f"strength_{strength}"]] = Drawing(3 * (BAR[0] + 0.4), BAR[1])
        sign.add(*_bars(strength, (0.0, 0.0)))
    multiples.key(drawing, signs, 2.0)


def _counts(figure: dict[str, Any], words: dict[str, str]) -> Drawing:
    """Give for each level a block for every group that marked it, and the number beside it."""
    drawing, highest = Drawing(paper.MEASURE, 0.0), figure["highest"]
    levels = [level for level in highest["mine"] if any(highest[one][level] for one in PARTIES)]
    if not levels:
        return drawing
    names, each = 44.0, (paper.MEASURE - 44.0) / 2
    title = [strong(words["plenary_highest"], size=9.0)]
    heads = [[quiet(_called(party, words))] for party in PARTIES]
    drawing.add(*cards.laid(title, (0.0, 0.0), paper.MEASURE))
    top = cards.high(title, paper.MEASURE) + 0.8
    for at, head in enumerate(heads):
        drawing.add(*cards.laid(head, (names + at * each, top), each - 2.0))
    drawing.height = top + max(cards.high(head, each - 2.0) for head in heads) + 0.6
    for level in levels:
        y, high = drawing.height, leading(8.5)
        drawing.add(*cards.laid([Said(words[f"level_{level}"], size=8.5)], (0.0, y), names))
        for at, party in enumerate(PARTIES):
            count, x = highest[party][level], names + at * each
            blocks = [(x + n * 4.2, y + 0.3) for n in range(count)]
            drawing.add(*(Box(one, (3.6, high - 0.9), _BLOCK, 0.3) for one in blocks))
            middle = (x + count * 4.2 + 2.0, y + high / 2)
            drawing.add(multiples.number(count, middle, 8.5, bold=count > 0))
        drawing.height += high + 0.5
    return drawing


_BLOCK = Pen(paper.ON_AMBER, 0.25, paper.AMBER)


def _called(party: str, words: dict[str, str]) -> str:
    """Give who a side is; what stands for the other party is a guess and says so."""
    if party == "mine":
        return words["party_mine_group"]
    return f"{words['party_theirs']} · {words['guess_group']}"
