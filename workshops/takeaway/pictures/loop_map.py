"""Who does what to whom: roles on a ring, numbered arrows between them, and the words below."""

from __future__ import annotations

from functools import partial
from math import cos, sin, tau
from typing import Any

from workshops.takeaway import paper
from workshops.takeaway.pictures import cards
from workshops.takeaway.pictures.cards import Said, plain, quiet, strong, voice
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Pen, Point, Words
from workshops.takeaway.pictures.labels import Room
from workshops.takeaway.pictures.lettering import leading, width_of
from workshops.takeaway.pictures.spoken import listed, told
from workshops.takeaway.pictures.ways import Ways

PARTS = {
    "does": ("arrow_does", "meaning_page"),
    "utterance": ("arrow_utterance_short", "arrow_position_short"),
    "now": ("arrow_now", "arrow_wanted"),
}
"""What stands on an arrow, by the first of its texts: how the two are called."""
SECOND = {"does": "meaning", "utterance": "position", "now": "wanted"}
ABOVE = ("pattern", "episode", "assignment")

Looks = tuple[float, int, bool | None]
"""The list's size, how many lines a text has (0 is all), and which of an arrow's two texts stand
there: both, the first one (False), or none (None)."""

SIDE, MOST = 24.0, 44.0
"""Millimetres: a role's card, at least and at most so wide."""
SIGN = 2.6
_OWN = Pen(paper.FJORD, 1.1, paper.PAPER)


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the map of one answer; None while nobody is on it."""
    actors = getattr(answer, "actors", None)
    if not actors:
        return None
    names = {one.id: _name(one, at, words) for at, one in enumerate(actors, start=1)}
    small = cards.SMALLEST
    tries: list[Looks] = [(8.5, 0, True), (small, 0, True), (8.0, 0, False), (small, 1, True)]
    tries += [(small, 1, False), (small, 1, None)]
    build = partial(_drawn, answer, names, words, language)
    drawing = cards.first_fit(partial(build, looks=looks) for looks in tries)
    ways = [
        told("way", language, start=names[one.from_actor], end=names[one.to_actor])
        for one in _arrows(answer)
    ]
    drawing.title = plain(words["map"])
    word = "loop" if ways else "loop_none"
    said = [listed(names.values(), language), listed(ways, language)]
    drawing.twin = told(word, language, names=said[0], ways=said[1])
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:
    """Give the sign of the one who draws, by what it means."""
    own = Drawing(7.0, 4.4)
    own.add(Box((0.6, 0.6), (5.8, 3.2), _OWN, 1.6))
    return {words["self_page"]: own}


# ── the sheet ────────────────────────────────────────────────────────────────
def _drawn(
    answer: Any,
    names: dict[str, str],
    words: dict[str, str],
    language: str,
    *,
    looks: Looks,
) -> Drawing:
    """Draw the map and its list, as far as `looks` has room for it."""
    above = next((name for name in ABOVE if getattr(answer, name, "").strip()), "")
    head = [strong(words[above]), voice(getattr(answer, above), 0.6, 10.0)] if above else []
    top = cards.high(head, paper.MEASURE) + (3.0 if head else 0.0)
    drawing = Drawing(paper.MEASURE, 0.0)
    drawing.add(*cards.laid(head, (0.0, 0.0), paper.MEASURE))
    drawing.height = top + _map(drawing, answer, names, top)
    if answer.self_actor in names:
        parts, high = cards.key(glyphs(words), (0.0, drawing.height + 1.0), paper.MEASURE)
        drawing.add(*parts)
        drawing.height += high + 1.0
    groups = _list(answer, names, words, language, looks=looks)
    groups += _began(answer, names, words, looks)
    if looks[2] is not None and groups:
        parts, high = cards.columns(groups, (0.0, drawing.height + 3.0), paper.MEASURE)
        drawing.add(*parts)
        drawing.height += 3.0 + high
    return drawing


def _map(drawing: Drawing, answer: Any, names: dict[str, str], top: float) -> float:
    cards_of = {name: voice(text, size=9.0) for name, text in names.items()}
    sizes = {name: _size(one) for name, one in cards_of.items()}
    count, most = len(names), max(high for _wide, high in sizes.values())
    crowded = max(0, len(_arrows(answer)) - 6)
    high = {1: 6.0, 2: 22.0, 3: 56.0, 4: 66.0}.get(count, 88.0) + most + crowded * 2.0
    middle = (paper.MEASURE / 2, high / 2)
    boxes = {}
    for at, (name, (wide, tall)) in enumerate(sizes.items()):
        turn = _start(count) + tau * at / count
        reach = ((paper.MEASURE - MOST) / 2 - 6.0, (high - most) / 2 - 1.0)
        flat = count < 2
        x = middle[0] + (0 if flat else cos(turn) * reach[0] * (0.8 if count < 4 else 1))
        y = middle[1] + (0 if flat else sin(turn) * reach[1])
        boxes[name] = Room(x - wide / 2, y - tall / 2, wide, tall)
    ways = Ways(boxes, (paper.MEASURE, high), SIGN + 0.6)
    found = [ways.between(one.from_actor, one.to_actor) for one in _arrows(answer)]
    pen = Pen(paper.INK_2, 0.45)
    drawing.add(*(Line(_down(line, top), pen, head="full") for line, _sign in found))
    for name, room in boxes.items():
        own = name == answer.self_actor
        corner, size = (room.left, room.top + top), (room.width, room.height)
        drawing.add(Box(corner, size, _OWN if own else Pen(paper.INK, 0.4, paper.PAPER), 3.0))
        inner = (room.left + cards.PAD, room.top + top + cards.PAD)
        drawing.add(*cards.laid([cards_of[name]], inner, room.width - 2 * cards.PAD, "middle"))
    for number, (_line, (x, y)) in enumerate(found, start=1):
        drawing.add(Disc((x, y + top), SIGN, Pen(paper.INK_2, 0.35, paper.PAPER)))
        drawing.add(Words((x, y + top + 0.95), (str(number),), bold=True, anchor="middle"))
    return high


def _size(one: Said) -> Point:
    wide = min(MOST, max(SIDE, width_of(plain(one.text), one.face, one.size) + 2 * cards.PAD + 0.5))
    lines = one.lines(wide - 2 * cards.PAD)
    return wide, max(1, len(lines)) * leading(one.size) + 2 * cards.PAD


def _start(count: int) -> float:
    """Give where the first role stands: two side by side, three as a triangle, else on top."""
    return {2: tau / 2, 4: tau * 5 / 8}.get(count, -tau / 4)


def _down(line: list[Point], top: float) -> tuple[Point, ...]:
    return tuple((x, y + top) for x, y in line)


# ── the words ────────────────────────────────────────────────────────────────
def _list(
    answer: Any,
    names: dict[str, str],
    words: dict[str, str],
    language: str,
    *,
    looks: Looks,
) -> list[list[Said]]:
    size, most, whole = looks
    found = []
    for number, one in enumerate(_arrows(answer), start=1):
        part = next(name for name in PARTS if hasattr(one, name))
        first, second = PARTS[part]
        ends = told("way", language, start=names[one.from_actor], end=names[one.to_actor])
        group = [strong(f"{number} · {ends}", 0.0, size)]
        group += _named(words[first], getattr(one, part), size, most)
        group += _named(words[second], getattr(one, SECOND[part]), size, most) if whole else []
        response = getattr(one, "response", None)
        if response:
            group.append(quiet(words[f"arrow_response_{response}"], 0.5))
        found.append(group)
    return found


def _began(
    answer: Any, names: dict[str, str], words: dict[str, str], looks: Looks
) -> list[list[Said]]:
    """Give where it began, as each is guessed to see it."""
    size, most, _whole = looks
    name = f"{words.get('punctuation_page', '')} · {words.get('guess_page', '')}"
    return [
        [strong(names[one.id], 0.0, size), *_named(name, one.punctuation, size, most)]
        for one in answer.actors
        if getattr(one, "punctuation", "").strip()
    ]


def _named(name: str, text: str, size: float, most: int) -> list[Said]:
    return [quiet(name, 0.5), voice(text, 0.1, size, most)] if text.strip() else []


def _arrows(answer: Any) -> list[Any]:
    known = {one.id for one in answer.actors}
    return [
        one
        for one in answer.arrows
        if {one.from_actor, one.to_actor} <= known and one.from_actor != one.to_actor
    ]


def _name(actor: Any, at: int, words: dict[str, str]) -> str:
    return actor.name if actor.name.strip() else words["actor_number"].replace("{n}", str(at))
