"""The questions by intention and assumption: asked as discs in their order, heard as rings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from math import hypot
from typing import Any

from workshops.methods.tomm_questions import HEARERS, KINDS, Answer, Question
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards, ground
from workshops.takeaway.pictures import marks as marks_of
from workshops.takeaway.pictures.cards import Said, plain, quiet, strong, voice
from workshops.takeaway.pictures.drawing import (
    Disc,
    Drawing,
    Line,
    Part,
    Pen,
    Point,
    toward,
)
from workshops.takeaway.pictures.ground import Frame
from workshops.takeaway.pictures.spoken import listed, told

SIZE = 104.0
CORNER = 36.0
"""Millimetres: the map's side, and the widest name of a kind."""
RADIUS, HEARD = 2.6, 1.7
ENDS = ("left", "right", "top", "bottom")

CORNERS = {
    "linear": (False, False), "strategic": (True, False),
    "circular": (False, True), "reflexive": (True, True),
}  # fmt: skip
Looks = tuple[float, int] | None
"""The list's size and how many lines a text has (0 is all); None is no list."""

_RING = Pen(paper.FJORD, 0.45, paper.PAPER, (0.9, 0.7))
_FULL = Pen(paper.FJORD, 0.4, paper.FJORD)
_MOVED = Pen(paper.ON_AMBER, 0.5, paper.AMBER)
_THIN = Pen(paper.INK_3, 0.3, dash=(0.8, 0.8))


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the map of what was asked, else of the given questions; None while nothing is placed."""
    if not isinstance(answer, Answer):
        return None
    asked = {at: one for at, one in enumerate(answer.questions, 1) if one.asked or _heard(one)}
    given = {at: place for at, (_name, place) in enumerate(answer.given, 1) if place}
    if not asked and not given:
        return None
    asks = partial(_asked, asked, words, language)
    build = asks if asked else partial(_given, given, words)
    tries: list[Looks] = [(8.5, 0), (cards.SMALLEST, 0), (cards.SMALLEST, 2), (cards.SMALLEST, 1)]
    drawing = cards.first_fit(partial(build, looks) for looks in [*tries, None])
    drawing.title = plain(words["map"])
    tell = _tell_asked(asked, words, language) if asked else _tell_given(given, words, language)
    drawing.twin = told("questions", language, questions=listed(tell, language))
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:
    """Give the marks, by what they mean."""
    asked, heard, moved = (Drawing(5.0, 5.0) for _ in range(3))
    asked.add(Disc((2.5, 2.5), 1.8, _FULL))
    heard.add(Disc((2.5, 2.5), HEARD, _RING))
    moved.add(marks_of.diamond((2.5, 2.5), 2.1, _MOVED))
    return {words["asked"]: asked, words["heard"]: heard, words["moved_mark"]: moved}


# ── the sheet ────────────────────────────────────────────────────────────────
def _asked(
    found: dict[int, Question], words: dict[str, str], language: str, looks: Looks
) -> Drawing:
    drawing, frame = _ground(words)
    places = {at: _at(frame, one.asked) for at, one in found.items() if one.asked}
    marks = _apart(places, frame)
    pen = Pen(paper.INK, 0.45)
    for start, end in pairwise(marks.values()):
        if hypot(end[0] - start[0], end[1] - start[1]) > 2 * RADIUS + 1.5:
            ends = (toward(start, end, RADIUS), toward(end, start, RADIUS + 0.4))
            drawing.add(Line(ends, pen, head="full"))
    for at, one in found.items():
        for _seat, place in _heard(one):
            drawing.add(*_way(marks.get(at), _at(frame, place)))
    drawing.add(
        *(marks_of.diamond(marks[at], RADIUS + 1.5, _MOVED) for at in marks if found[at].moved)
    )
    for number, middle in marks.items():
        drawing.add(*_mark(number, middle))
    signs = glyphs(words)
    if not any(one.moved for one in found.values()):
        signs.pop(words["moved_mark"])
    if len(marks) > 1:
        signs[told("order", language)] = _order()
    groups = [_told(at, one, words, looks) for at, one in found.items()] if looks else []
    return _finished(drawing, signs, groups)


def _given(found: dict[int, list[float]], words: dict[str, str], looks: Looks) -> Drawing:
    drawing, frame = _ground(words)
    marks = _apart({at: _at(frame, place) for at, place in found.items()}, frame)
    for at, point in marks.items():
        drawing.add(Disc(point, RADIUS, _RING), marks_of.letter(str(at), point))
    groups = [
        [strong(f"{at} · {_kind(place, words)}"), voice(words[f"given_q{at}"], 0.4, *looks)]
        for at, place in found.items()
        if looks
    ]
    return _finished(drawing, {words["heard"]: glyphs(words)[words["heard"]]}, groups)


def _ground(words: dict[str, str]) -> tuple[Drawing, Frame]:
    """Give the empty map; the kinds stand outside at their corners, so that every place is free."""
    lain, frame = ground.lay({end: plain(words[f"axis_{end}"]) for end in ENDS}, SIZE)
    names = {
        kind: [quiet(words[f"type_{kind}"]), quiet(words.get(f"nickname_{kind}", ""))]
        for kind in KINDS
    }
    high = max(cards.high(name, CORNER) for name in names.values()) + 0.8
    aside, down = (paper.MEASURE - lain.width) / 2, max(0.0, high - frame.top)
    drawing = Drawing(paper.MEASURE, lain.height + 2 * down)
    drawing.add(*(cards.moved(part, aside, down) for part in lain.parts))
    frame = Frame(frame.left + aside, frame.top + down, frame.size)
    for kind, name in names.items():
        right, low = CORNERS[kind]
        above = frame.top - 0.8 - cards.high(name, CORNER)
        top = frame.top + SIZE + 0.8 if low else above
        left = frame.left + SIZE - CORNER if right else frame.left
        drawing.add(*cards.laid(name, (left, top), CORNER, "end" if right else "start"))
    return drawing, frame


def _finished(drawing: Drawing, signs: dict[str, Drawing], groups: list[list[Said]]) -> Drawing:
    parts, high = cards.key(signs, (0.0, drawing.height + 2.5), paper.MEASURE)
    drawing.add(*parts)
    top = drawing.height + 2.5 + high + 2.5
    parts, high = cards.columns(groups, (0.0, top), paper.MEASURE)
    drawing.add(*parts)
    drawing.height = top + high
    return drawing


# ── the marks ────────────────────────────────────────────────────────────────
def _at(frame: Frame, place: list[float]) -> Point:
    """Give the point of a place; the lineal assumption lies on top."""
    return frame.at([place[0] * ground.STEPS, -place[1] * ground.STEPS])


def _apart(places: dict[int, Point], frame: Frame) -> dict[int, Point]:
    return marks_of.apart(places, lambda _at: RADIUS, 0.5, partial(_inside, frame))


def _inside(frame: Frame, point: Point) -> Point:
    air = RADIUS + 0.5
    low, high = frame.left + air, frame.left + frame.size - air
    first, last = frame.top + air, frame.top + frame.size - air
    return max(low, min(high, point[0])), max(first, min(last, point[1]))


def _way(start: Point | None, end: Point) -> list[Part]:
    ring = Disc(end, HEARD, _RING)
    if start is None or hypot(end[0] - start[0], end[1] - start[1]) < RADIUS + HEARD + 0.6:
        return [ring]
    return [Line((toward(start, end, RADIUS), toward(end, start, HEARD)), _THIN), ring]


def _mark(number: int, at: Point) -> list[Part]:
    return [Disc(at, RADIUS, _FULL), marks_of.letter(str(number), at, paper.PAPER)]


def _order() -> Drawing:
    sign = Drawing(7.0, 4.4)
    sign.add(Line(((0.4, 2.2), (6.6, 2.2)), Pen(paper.INK, 0.45), head="full"))
    return sign


# ── the words ────────────────────────────────────────────────────────────────
def _heard(one: Question) -> list[tuple[str, list[float]]]:
    return [(seat, place) for seat in HEARERS if (place := getattr(one.heard, seat))]


def _kind(place: list[float], words: dict[str, str]) -> str:
    if 0 in place:
        return words["on_the_line"]
    influencing, circular = place[0] > 0, place[1] > 0
    kind = next(name for name, corner in CORNERS.items() if corner == (influencing, circular))
    return words[f"type_{kind}"]


def _told(at: int, one: Question, words: dict[str, str], looks: tuple[float, int]) -> list[Said]:
    size, most = looks
    kind = f"{words['asked']}: {_kind(one.asked, words)}" if one.asked else ""
    heard = [f"{words[f'seat_{seat}']}: {_kind(place, words)}" for seat, place in _heard(one)]
    marks = f"{words['heard']} · {' · '.join(heard)}" if heard else ""
    effect = f"{words['effect_note']} {one.effect_note}" if one.effect_note.strip() else ""
    name = f"{at} · {kind}".removesuffix(" · ")
    under = [replace(quiet(text, 0.3), most=most) for text in (marks, effect)]
    return [strong(name), voice(one.text, 0.2, size, most), *under]


def _tell_asked(found: dict[int, Question], words: dict[str, str], language: str) -> list[str]:
    parts = []
    for at, one in found.items():
        heard = listed(dict.fromkeys(_kind(place, words) for _seat, place in _heard(one)), language)
        kind = _kind(one.asked, words).lower() if one.asked else ""
        word = ("question_heard" if heard else "question") if kind else "given"
        parts.append(told(word, language, n=at, asked=kind, heard=heard.lower()))
    return parts


def _tell_given(found: dict[int, list[float]], words: dict[str, str], language: str) -> list[str]:
    return [
        told("given", language, n=at, heard=_kind(place, words).lower())
        for at, place in found.items()
    ]
