"""Two CMM hierarchies side by side, as plain boxes, lines and words: a slide is built of them."""

from __future__ import annotations

from functools import partial
from typing import Any

from workshops.methods.cmm_hierarchy import DEFAULT, SIDES, Answer, Force, Party
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards
from workshops.takeaway.pictures.cards import Said, quiet, strong, voice
from workshops.takeaway.pictures.drawing import Box, Drawing, Line, Part, Pen, Point
from workshops.takeaway.pictures.lettering import leading, width_of
from workshops.takeaway.pictures.spoken import quoted, told

BETWEEN, STEP = 8.0, 3.2
"""Millimetres: between the two columns, and from a level to the next."""
FLAG = 4.4
BAR = (3.0, 1.8)
"""Millimetres: how high the flag is, and one of the three bars of a strength."""

_WIRE = Pen(paper.INK_2, 0.35)


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give both parties' levels from the top down; None while nobody has begun."""
    if not isinstance(answer, Answer) or not any(_begun(answer, side) for side in SIDES):
        return None
    build = partial(_drawn, answer, words, language)
    tries = [(8.5, 0), (8.0, 0), *((cards.SMALLEST, most) for most in (0, 4, 3, 2, 1))]
    drawing = cards.first_fit(partial(build, size, most) for size, most in tries)
    drawing.title = told("hierarchies", language)
    drawing.twin = " ".join(
        _twin(answer, side, words, language) for side in SIDES if _begun(answer, side)
    )
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:
    """Give the bars of each strength, by the word that stands beside them."""
    found = {}
    for strength in range(1, 4):
        sign = Drawing(3 * (BAR[0] + 0.6) - 0.6, BAR[1])
        sign.add(*_bars(strength, (0.0, 0.0)))
        found[words[f"strength_{strength}"]] = sign
    return found


# ── the sheet ────────────────────────────────────────────────────────────────
def _drawn(answer: Answer, words: dict[str, str], language: str, size: float, most: int) -> Drawing:
    drawing = Drawing(paper.MEASURE, 0.0)
    top = 0.0
    if answer.utterance.strip():
        said = [
            strong(words["utterance"]),
            voice(quoted(answer.utterance, language), 0.6, 11.0),
            quiet(answer.situation, 0.6),
        ]
        high = cards.high(said, paper.MEASURE)
        drawing.add(*cards.laid(said, (0.0, top), paper.MEASURE))
        top += high + 4.0
    width = (paper.MEASURE - BETWEEN) / 2
    ends = [
        _column(drawing, answer, side, words, (number * (width + BETWEEN), top), looks=(size, most))
        for number, side in enumerate(SIDES)
    ]
    drawing.height = max(ends)
    if answer.differs:
        level = words[f"level_{answer.differs}"]
        apart = [strong(words["differs"]), Said(level, size=9.0, above=0.4)]
        drawing.add(*cards.laid(apart, (0.0, drawing.height + 3.0), paper.MEASURE))
        drawing.height += 3.0 + cards.high(apart, paper.MEASURE)
    drawing.height += 0.4
    return drawing


def _column(  # noqa: PLR0913 - where, whose and how large
    drawing: Drawing,
    answer: Answer,
    side: str,
    words: dict[str, str],
    at: Point,
    *,
    looks: tuple[float, int],
) -> float:
    """Draw one party's column and give where it ends."""
    party: Party = getattr(answer, side)
    width = (paper.MEASURE - BETWEEN) / 2
    guess = quiet("" if side == "mine" and not party.name.strip() else words["guess_page"])
    name = [Said(_name(party, side, words), size=10.0, bold=True), guess]
    drawing.add(*cards.laid(name, at, width))
    x, y = at[0], at[1] + cards.high(name, width) + 1.6
    if not _begun(answer, side):
        empty = [quiet(words["not_begun"])]
        high = cards.tall(empty, width)
        drawing.add(*cards.card(empty, (x + 0.2, y), (width - 0.4, high), cards.DASHED))
        return y + high
    order = _order(party)
    for at_level, level in enumerate(order):
        high = _level(drawing, party, level, words, ((x + 0.4, y), width - 0.8, looks))
        y += high
        if at_level + 1 < len(order):
            y += _gap(drawing, party, at_level, words, (x, y, width))
    rest = [_pull(force, words) for force in party.forces if _between(force, order) is None]
    under = [strong(words["forces"], 2.0), *(quiet(one, 0.3) for one in rest)] if any(rest) else []
    if party.loop:
        under += [strong(words["loop"], 2.0), Said(words[f"loop_{party.loop}"], above=0.3)]
    drawing.add(*cards.laid(under, (x + 0.4, y), width))
    return y + cards.high(under, width)


def _level(
    drawing: Drawing,
    party: Party,
    level: str,
    words: dict[str, str],
    room: tuple[Point, float, tuple[float, int]],
) -> float:
    (x, y), width, (size, most) = room
    one = getattr(party.levels, level)
    high_one = party.highest == level
    said = [strong(words[f"level_{level}"]), voice(one.story, 0.6, size, most)]
    flag = FLAG + 1.2 if high_one else 0.0
    high = cards.tall(said, width) + flag
    drawing.add(Box((x, y), (width, high), cards.STRONG if high_one else cards.EDGE, cards.CORNER))
    if high_one:
        drawing.add(*_flag(words["highest"], (x + cards.PAD, y + cards.PAD), width))
    inner = width - 2 * cards.PAD
    drawing.add(*cards.laid(said, (x + cards.PAD, y + cards.PAD + flag), inner))
    if one.strength is not None:
        word = words[f"strength_{one.strength}"]
        wide = width_of(word, paper.KIT, cards.SMALLEST)
        right = x + width - cards.PAD
        line = y + cards.PAD + flag
        drawing.add(*cards.laid([quiet(word, 0.1)], (right - wide - 0.1, line), wide + 0.2))
        bars = right - wide - 1.4 - 3 * (BAR[0] + 0.6)
        drawing.add(*_bars(one.strength, (bars, line + 0.8)))
    return high


def _bars(strength: int, at: Point) -> list[Part]:
    x, y = at
    full, hollow = Pen(paper.INK, 0.2, paper.INK), Pen(paper.EDGE, 0.2, paper.PAPER)
    return [
        Box((x + n * (BAR[0] + 0.6), y), BAR, full if n < strength else hollow, 0.3)
        for n in range(3)
    ]


def _flag(word: str, at: Point, width: float) -> list[Part]:
    said = strong(word, size=cards.SMALLEST)
    wide = min(width - 2 * cards.PAD, width_of(word, said.face, said.size, bold=True) + 3.0)
    line = (at[0] + 1.5, at[1] + (FLAG - leading(said.size)) / 2)
    return [Box(at, (wide, FLAG), cards.FLAG, 0.8), *cards.laid([said], line, wide)]


def _gap(
    drawing: Drawing,
    party: Party,
    at: int,
    words: dict[str, str],
    room: tuple[float, float, float],
) -> float:
    """Draw the line to the next level, or the pulls between the two; gives how high it is."""
    x, y, width = room
    order = _order(party)
    pulls = [force for force in party.forces if _between(force, order) == at]
    left = x + 5.0
    if not pulls:
        drawing.add(Line(((left, y), (left, y + STEP)), _WIRE))
        return STEP
    lines = [quiet(_pull(force, words), 1.4) for force in pulls]
    high = cards.high(lines, width - 12.0) + 2.0
    top = y + 1.0
    for force, one in zip(pulls, lines, strict=True):
        ends = ((left, top), (left, top + one.height(width - 12.0) + 0.2))
        up = order.index(str(force.from_level)) > order.index(str(force.to_level))
        drawing.add(Line(ends[::-1] if up else ends, _WIRE, head="full"))
        drawing.add(*cards.laid([one], (x + 9.0, top - 0.7), width - 12.0))
        top += one.height(width - 12.0)
    return high


# ── one party ────────────────────────────────────────────────────────────────
def _order(party: Party) -> list[str]:
    return list(party.order or DEFAULT)


def _begun(answer: Answer, side: str) -> bool:
    party: Party = getattr(answer, side)
    levels = [one for _name, one in party.levels]
    marked = bool(party.order or party.highest or party.forces or party.loop)
    return marked or any(one.story or one.strength is not None for one in levels)


def _name(party: Party, side: str, words: dict[str, str]) -> str:
    return party.name if party.name.strip() else words[f"name_{side}"]


def _between(force: Force, order: list[str]) -> int | None:
    """Give the gap a pull is drawn in: on the side of the level it comes from."""
    if not force.kind or force.from_level not in order or force.to_level not in order:
        return None
    start, end = order.index(str(force.from_level)), order.index(str(force.to_level))
    if start == end:
        return None
    return start - 1 if end < start else start


def _pull(force: Force, words: dict[str, str]) -> str:
    if not force.kind:
        return ""
    ends = [words[f"level_{one}"] for one in (force.from_level, force.to_level) if one]
    felt = words[f"deontic_{force.deontic}"].lower() if force.deontic else ""
    parts = (words[f"force_{force.kind}"], " – ".join(ends), felt)
    return " · ".join(one for one in parts if one)


def _twin(answer: Answer, side: str, words: dict[str, str], language: str) -> str:
    party: Party = getattr(answer, side)
    levels = []
    for level in _order(party):
        strength = getattr(party.levels, level).strength
        more = [told("highest", language)] if party.highest == level else []
        more += [words[f"strength_{strength}"]] if strength is not None else []
        levels.append(words[f"level_{level}"] + (f" ({', '.join(more)})" if more else ""))
    name = _name(party, side, words)
    return told("hierarchy", language, name=name, levels=", ".join(levels))
