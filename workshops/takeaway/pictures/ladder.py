"""The conflict staircase: seven stairs rising to the right, and each party on its own."""

from __future__ import annotations

from typing import Any

from workshops.methods.conflict_stair import KINDS, MODES, SIDES, STEPS, Answer, Steps
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards
from workshops.takeaway.pictures.cards import Said, plain, quiet, strong, voice
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Part, Pen, Point
from workshops.takeaway.pictures.spoken import told

RISE, LOW = 9.0, 9.5
"""Millimetres: how far each stair goes in, and how high it is at least."""
NAME = 52.0
"""Millimetres: where the parties begin, from the edge of the stair."""
MARK = 2.1

_STAIR = Pen(paper.EDGE, 0.3, paper.PAPER)
_TREAD = Pen(paper.INK, 0.7)


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the stairs with both parties; None while nobody stands on one."""
    if not isinstance(answer, Answer) or answer.steps == Steps():
        return None
    drawing = Drawing(paper.MEASURE, 0.0)
    head = [quiet(answer.situation, size=9.0), quiet(words["stands_page"], 0.8)]
    top = cards.high(head, paper.MEASURE)
    drawing.add(*cards.laid(head, (0.0, 0.0), paper.MEASURE))
    drawing.height = top + (3.0 if top else 0.6)
    for number in range(len(STEPS), 0, -1):
        _stair(drawing, answer, number, words)
    waiting = [side for side in SIDES if getattr(answer.steps, side) is None]
    if waiting:
        _foot(drawing, answer, waiting, words)
    parts, high = cards.columns(_about(answer, words), (0.0, drawing.height + 3.0), paper.MEASURE)
    drawing.add(*parts)
    drawing.height += 3.0 + high if high else 0.4
    drawing.title = plain(words["ladder"])
    stands = [_stands(answer, side, words) for side in SIDES]
    drawing.twin = told("ladder", language, parties="; ".join(stands))
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:
    """Give each party's mark, by what the party is called."""
    found = {}
    for side in SIDES:
        sign = Drawing(5.0, 5.0)
        sign.add(_mark(side, (2.5, 2.5)))
        found[words[f"party_{side}"]] = sign
    return found


# ── the stairs ───────────────────────────────────────────────────────────────
def _stair(drawing: Drawing, answer: Answer, number: int, words: dict[str, str]) -> None:
    left = (number - 1) * RISE + 0.4
    width = paper.MEASURE - 0.4 - left
    name = [Said(words[f"step_{STEPS[number - 1]}"], size=9.0, bold=True)]
    room = min(NAME, width - 2 * cards.PAD) - 7.0
    here = [side for side in SIDES if getattr(answer.steps, side) == number]
    rows = [_party(answer, side, words) for side in here]
    wide = width - NAME - cards.PAD - 6.0
    high = max(LOW, cards.high(name, room) + 3.0, sum(cards.high(r, wide) + 2.0 for r in rows) + 2)
    y = drawing.height
    drawing.add(Box((left, y), (width, high), _STAIR))
    drawing.add(Line(((left, y), (left + width, y)), _TREAD))
    line = y + (high - cards.high(name, room)) / 2
    drawing.add(*cards.laid([strong(str(number), size=9.0)], (left + cards.PAD, line), 6.0))
    drawing.add(*cards.laid(name, (left + cards.PAD + 6.0, line), room))
    used = sum(cards.high(row, wide) for row in rows) + 2.0 * max(0, len(rows) - 1)
    down = y + (high - used) / 2
    for side, row in zip(here, rows, strict=True):
        tall = cards.high(row, wide)
        drawing.add(_mark(side, (left + NAME + 2.5, down + tall / 2)))
        drawing.add(*cards.laid(row, (left + NAME + 6.0, down), wide))
        down += tall + 2.0
    drawing.height += high


def _foot(drawing: Drawing, answer: Answer, waiting: list[str], words: dict[str, str]) -> None:
    """Show who is not on a stair yet."""
    y = drawing.height + 2.5
    name = [quiet(words["ladder_foot"])]
    drawing.add(*cards.laid(name, (0.4, y), paper.MEASURE))
    y += cards.high(name, paper.MEASURE) + 1.2
    for side in waiting:
        row = _party(answer, side, words)
        tall = cards.high(row, paper.MEASURE - 8.0)
        drawing.add(_mark(side, (3.0, y + tall / 2)))
        drawing.add(*cards.laid(row, (6.6, y), paper.MEASURE - 8.0))
        y += tall + 1.2
    drawing.height = y


def _mark(side: str, at: Point) -> Part:
    """Give a party's mark: a disc for the one named first, a dashed ring for the other."""
    if side == "mine":
        return Disc(at, MARK, Pen(paper.FJORD, 0.6, paper.FJORD))
    return Disc(at, MARK, Pen(paper.FJORD, 0.6, paper.PAPER, (1.1, 0.8)))


# ── the words ────────────────────────────────────────────────────────────────
def _name(answer: Answer, side: str, words: dict[str, str]) -> str:
    name = str(getattr(answer.parties, side))
    return name if name.strip() else words[f"party_{side}"]


def _party(answer: Answer, side: str, words: dict[str, str]) -> list[Said]:
    own = getattr(answer.parties, side).strip()
    name = _name(answer, side, words)
    return [voice(name, size=9.5) if own else Said(name, size=9.0)]


def _about(answer: Answer, words: dict[str, str]) -> list[list[Said]]:
    """Give what it is about for each, and the ways of meeting it that were talked about."""
    found = []
    for side in SIDES:
        ticked = getattr(answer.kinds, side)
        kinds = [words[f"kinds_{kind}"] for kind in KINDS if getattr(ticked, kind)]
        if kinds:
            name = strong(_name(answer, side, words))
            found.append([name, quiet(words["kinds"]), *(Said(one, size=8.5) for one in kinds)])
    modes = [words[f"modes_{mode}"] for mode in MODES if getattr(answer.modes, mode)]
    if modes:
        found.append([strong(words["modes_told"]), *(Said(one, size=8.5) for one in modes)])
    return found


def _stands(answer: Answer, side: str, words: dict[str, str]) -> str:
    number = getattr(answer.steps, side)
    name = _name(answer, side, words)
    if number is None:
        return words["stands_none"].replace("{name}", name)
    step = words[f"step_{STEPS[number - 1]}"]
    return words["stands"].format_map({"name": name, "n": number, "step": step})
