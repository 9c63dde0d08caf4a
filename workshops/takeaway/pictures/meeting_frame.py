"""The frame of a meeting as one picture: I, DO, A, R and T, the agenda with its clock."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from workshops.methods.idoart import OUTCOMES, Answer
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards
from workshops.takeaway.pictures.cards import Said, plain, quiet, strong, voice
from workshops.takeaway.pictures.drawing import Drawing, Line, Part, Pen
from workshops.takeaway.pictures.spoken import told
from workshops.words import sentence
from workshops.words import words as kit

WORDS_ALONE = True
"""The frame is a form: its page says the same words, and a document has one of the two."""
LETTERS = {"i": "I", "do": "DO", "a": "A", "r": "R", "t": "T"}
LEFT, WHEN, HOW = 20.0, 15.0, 46.0
"""Millimetres: the letters, the agenda's clock and its right column."""
WIDE = paper.MEASURE - LEFT
AIR = 2.4

_RULE = Pen(paper.LINE, 0.3)
Block = tuple[list[Part], float]
Looks = tuple[float, int]
"""The size of people's words, and how many lines of them there is room for; 0 is all."""


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the frame of one meeting; None while nothing is written in it."""
    if not isinstance(answer, Answer) or not _is_begun(answer):
        return None
    build = partial(_drawn, answer, words, language)
    tries = [(9.5, 0), (8.5, 0), *((cards.SMALLEST, most) for most in (0, 3, 2, 1))]
    drawing = cards.first_fit(partial(build, looks) for looks in tries)
    drawing.title = plain(answer.meeting if answer.meeting.strip() else words["title"])
    many = sum(1 for one in answer.points if one.what.strip())
    drawing.twin = told("frame", language, n=many)
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:  # noqa: ARG001 - every picture is called alike
    """Give no signs: the letters are words."""
    return {}


# ── the sheet ────────────────────────────────────────────────────────────────
def _drawn(answer: Answer, words: dict[str, str], language: str, looks: Looks) -> Drawing:
    drawing = Drawing(paper.MEASURE, 0.6)
    size, most = looks
    rows = {
        "i": _said([voice(answer.intention, size=size + 0.5, most=most)]),
        "do": _outcome(answer, words, looks),
        "a": _agenda(answer, words, looks),
        "r": _roles(answer, words, looks),
        "t": _time(answer, words, language, size),
    }
    for name, (parts, high) in rows.items():
        y = drawing.height
        drawing.add(Line(((0.0, y), (paper.MEASURE, y)), _RULE))
        letter = Said(LETTERS[name], size=20.0, bold=True, ink=paper.FJORD)
        drawing.add(*cards.laid([letter], (0.0, y + AIR - 1.2), LEFT))
        head = [strong(words[f"letter_{name}"])]
        top = y + AIR + cards.high(head, WIDE) + 0.8
        drawing.add(*cards.laid(head, (LEFT, y + AIR), WIDE))
        drawing.add(*(cards.moved(part, LEFT, top) for part in parts))
        drawing.height = max(top + high, y + 11.0) + AIR
    drawing.add(Line(((0.0, drawing.height), (paper.MEASURE, drawing.height)), _RULE))
    drawing.height += 0.4
    return drawing


def _said(pieces: list[Said]) -> Block:
    return cards.laid(pieces, (0.0, 0.0), WIDE), cards.high(pieces, WIDE)


def _outcome(answer: Answer, words: dict[str, str], looks: Looks) -> Block:
    size, most = looks
    pieces = []
    for name in OUTCOMES:
        text = getattr(answer, name)
        if text.strip():
            pieces += [quiet(words[name], 0.6), voice(text, 0.1, size, most)]
    return _said(pieces)


def _agenda(answer: Answer, words: dict[str, str], looks: Looks) -> Block:
    size, most = looks
    parts, y = list[Part](), 0.0
    middle = WIDE - WHEN - HOW - 4.0
    for at, one in enumerate(answer.points):
        if not one.what.strip():
            continue
        lasts = words["n_minutes"].format(n=one.minutes) if one.minutes else ""
        when = _at(answer, at) or lasts
        left = [Said(when, size=min(9.0, size), bold=True)]
        after = lasts if answer.start else ""
        how = " · ".join(text for text in (after, one.how, one.lead) if text.strip())
        columns = (
            (left, 0.0, WHEN),
            ([voice(one.what, size=size, most=most)], WHEN, middle),
            ([replace(quiet(how), most=most)], WIDE - HOW, HOW),
        )
        for said, x, wide in columns:
            parts += cards.laid(said, (x, y), wide)
        y += max(cards.high(said, wide) for said, _x, wide in columns) + 0.9
    return parts, y


def _roles(answer: Answer, words: dict[str, str], looks: Looks) -> Block:
    size, most = looks
    groups = [
        [replace(quiet(one.role), most=most), voice(one.who, 0.1, size, most)]
        for one in answer.roles
        if one.role.strip() or one.who.strip()
    ]
    parts, high = cards.columns(groups, (0.0, 0.0), WIDE, 3) if groups else ([], 0.0)
    rules = [quiet(words["rules"], 0.4), voice(answer.rules, 0.1, size, most)]
    if answer.rules.strip():
        parts += cards.laid(rules, (0.0, high), WIDE)
        high += cards.high(rules, WIDE)
    return parts, high


def _time(answer: Answer, words: dict[str, str], language: str, size: float) -> Block:
    day = ""
    if answer.date:
        year, month, number = (int(part) for part in answer.date.split("-"))
        name = kit(language)["take_months"].split()[month - 1]
        day = sentence("take_date", language, day=number, month=name, year=year)
    total = sum(one.minutes or 0 for one in answer.points)
    start = words["said_clock"].format(**_clock(answer.start)) if _says_clock(answer, words) else ""
    when = " · ".join(text for text in (day, start or answer.start or "", answer.place) if text)
    pieces = [voice(when, size=size)]
    if total:
        word = "sum_ends" if answer.start else "sum_minutes"
        pieces.append(quiet(words[word].format(n=total, time=_at(answer, len(answer.points))), 0.3))
    return _said(pieces)


def _says_clock(answer: Answer, words: dict[str, str]) -> bool:
    return bool(answer.start) and "said_clock" in words


def _clock(start: str | None) -> dict[str, str]:
    hour, _, minute = (start or "").partition(".")
    return {"hour": hour, "minute": minute}


# ── one meeting ──────────────────────────────────────────────────────────────
def _is_begun(answer: Answer) -> bool:
    texts = [answer.intention, answer.rules, answer.place, answer.meeting]
    texts += [getattr(answer, name) for name in OUTCOMES]
    texts += [one.what for one in answer.points]
    texts += [one.role + one.who for one in answer.roles]
    return any(text.strip() for text in texts) or bool(answer.date or answer.start)


def _at(answer: Answer, at: int) -> str:
    """Give when a point begins by the clock; nothing while no start is set."""
    if answer.start is None:
        return ""
    hours, begun = (int(part) for part in answer.start.split("."))
    total = (60 * hours + begun + sum(one.minutes or 0 for one in answer.points[:at])) % 1440
    return f"{total // 60:02}.{total % 60:02}"
