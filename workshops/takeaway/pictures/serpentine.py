"""A conversation as it winds: turn by turn in rows that run to and fro, forks marked."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from math import cos, sin, tau
from typing import Any

from workshops.methods.serpentine import Answer, Turn
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards
from workshops.takeaway.pictures.cards import Said, plain, quiet, strong, voice
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Part, Pen, Point
from workshops.takeaway.pictures.spoken import quoted, told

EDGE, GAP = 9.0, 4.0
"""Millimetres: where the line turns round, and between two cards."""
STOP = 2.1

_WIND = Pen(paper.EDGE, 1.4)
_FORK = Pen(paper.ON_AMBER, 0.5, paper.AMBER)


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the conversation of one answer; None while no turn is written."""
    if not isinstance(answer, Answer):
        return None
    turns = [one for one in answer.turns if one.text.strip() or one.made.strip()]
    if not turns:
        return None
    small = cards.SMALLEST
    tries = [(3, 8.5, 0), (2, 8.5, 0), (3, 8.0, 0), (2, small, 0), (3, small, 0)]
    tries += [(3, small, most) for most in (5, 4, 3, 2, 1)]
    build = partial(_drawn, answer, turns, words, language)
    drawing = cards.first_fit(
        partial(build, many=min(many, max(2, len(turns))), looks=(size, most))
        for many, size, most in tries
    )
    drawing.title = plain(words["turns"])
    said = [
        told("turn", language, n=at, who=_name(answer, one, words), said=_said(one, language))
        for at, one in enumerate(turns, start=1)
    ]
    drawing.twin = told("turns", language, turns=" ".join(said))
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:
    """Give the stops of the three voices and the fork, by the word for each."""
    found = {}
    for who in ("mine", "theirs", "third"):
        sign = Drawing(5.0, 5.0)
        sign.add(_stop(who, (2.5, 2.5)))
        found[words[f"name_{who}"]] = sign
    fork = Drawing(5.0, 5.0)
    fork.add(_diamond((2.5, 2.5)))
    return found | {words["fork"]: fork}


# ── the sheet ────────────────────────────────────────────────────────────────
def _drawn(  # noqa: PLR0913 - what is drawn, and how
    answer: Answer,
    turns: list[Turn],
    words: dict[str, str],
    language: str,
    *,
    many: int,
    looks: tuple[float, int],
) -> Drawing:
    head = [quiet(answer.situation, size=9.0)]
    top = cards.high(head, paper.MEASURE)
    drawing = Drawing(paper.MEASURE, top + (3.0 if top else 0.0))
    drawing.add(*cards.laid(head, (0.0, 0.0), paper.MEASURE))
    width = (paper.MEASURE - 2 * EDGE - (many - 1) * GAP) / many
    rows = [turns[first : first + many] for first in range(0, len(turns), many)]
    stops: list[tuple[Point, int]] = []
    shown: list[Part] = []
    for row, group in enumerate(rows):
        y = drawing.height + STOP + 1.5
        texts = [_texts(answer, turns.index(one) + 1, one, words, language, looks) for one in group]
        for at, (one, said) in enumerate(zip(group, texts, strict=True)):
            column = many - 1 - at if row % 2 else at
            x = EDGE + column * (width + GAP)
            stops.append(((x + STOP, y), row))
            shown.append(_stop(one.who or "", (x + STOP, y)))
            if one.fork:
                shown.append(_diamond((x + 3.4 * STOP, y)))
            shown += cards.laid(said, (x, y + STOP + 1.4), width)
        drawing.height = y + STOP + 1.4 + max(cards.high(said, width) for said in texts) + 4.0
    if len(stops) > 1:
        drawing.add(Line(_wound(stops), _WIND))
    drawing.add(*shown)
    parts, high = cards.key(_used(answer, turns, words), (0.0, drawing.height), paper.MEASURE)
    drawing.add(*parts)
    drawing.height += high
    return drawing


def _texts(  # noqa: PLR0913, PLR0917 - one turn with all that is said of it
    answer: Answer,
    at: int,
    one: Turn,
    words: dict[str, str],
    language: str,
    looks: tuple[float, int],
) -> list[Said]:
    size, most = looks
    who = _name(answer, one, words)
    fork = [Said(words["fork"], size=cards.SMALLEST, bold=True)] if one.fork else []
    made = (
        [quiet(words["made_read"], 0.8), voice(one.made, 0.1, size, most)]
        if one.made.strip()
        else []
    )
    name = f"{at} · {who}" if who else str(at)
    return [strong(name), *fork, voice(quoted(one.text, language), 0.4, size, most), *made]


def _used(answer: Answer, turns: list[Turn], words: dict[str, str]) -> dict[str, Drawing]:
    """Give the signs that are there, under the names these voices have."""
    signs = glyphs(words)
    found = {}
    for who in ("mine", "theirs", "third"):
        if any(one.who == who for one in turns):
            name = getattr(answer.names, who)
            word = words[f"name_{who}"]
            found[name if name.strip() else word] = signs[word]
    return found | ({words["fork"]: signs[words["fork"]]} if any(t.fork for t in turns) else {})


# ── the line ─────────────────────────────────────────────────────────────────
def _wound(stops: list[tuple[Point, int]]) -> tuple[Point, ...]:
    """Give the line past all stops: round at the right and left edge, from row to row."""
    found = [stops[0][0]]
    for ((_x, y), row), (after, next_row) in pairwise(stops):
        if row == next_row:
            found.append(after)
            continue
        right = row % 2 == 0
        radius, middle = (after[1] - y) / 2, (y + after[1]) / 2
        flat = min(1.0, (EDGE - 1.2) / radius)
        x = paper.MEASURE - EDGE if right else EDGE
        for step in range(17):
            turn = -tau / 4 + tau / 2 * step / 16
            aside = cos(turn) * radius * flat
            found.append((x + (aside if right else -aside), middle + sin(turn) * radius))
        found.append(after)
    return tuple(found)


def _stop(who: str, at: Point) -> Part:
    """Give a turn's stop: a disc for the one, a dashed ring for the other, a square for a third."""
    if who == "theirs":
        return Disc(at, STOP, Pen(paper.FJORD, 0.6, paper.PAPER, (1.1, 0.8)))
    if who == "third":
        corner = (at[0] - STOP * 0.85, at[1] - STOP * 0.85)
        return Box(corner, (STOP * 1.7, STOP * 1.7), Pen(paper.FJORD, 0.6, paper.PAPER))
    if who == "mine":
        return Disc(at, STOP, Pen(paper.FJORD, 0.6, paper.FJORD))
    return Disc(at, STOP * 0.6, Pen(paper.EDGE, 0.5, paper.PAPER))


def _diamond(at: Point) -> Part:
    x, y = at
    reach = STOP * 1.05
    corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    return Line(corners, _FORK, closed=True)


def _name(answer: Answer, one: Turn, words: dict[str, str]) -> str:
    if not one.who:
        return ""
    name = str(getattr(answer.names, one.who))
    return name if name.strip() else words[f"name_{one.who}"]


def _said(one: Turn, language: str) -> str:
    return quoted(one.text, language) or one.made
