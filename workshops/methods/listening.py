"""Levels of listening: a level that was drawn, the one that was experienced, and the sign it had.

Source: Scharmer (2007), four levels; Whitworth, Kimsey-House & Sandahl (1998), three. No level is
the best one, and it is the talk that is marked, never the one who listened.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "round_lab"

Level = Literal["downloading", "factual", "empathic", "generative", "self", "other", "field"]
FOUR = ("downloading", "factual", "empathic", "generative")
THREE = ("self", "other", "field")
SEATS = ("s1", "s2", "s3", "s4", "s5", "s6")
ROUNDS = ("r1", "r2", "r3", "r4", "r5", "r6")
FEWEST, USUAL, MOST = 3, 5, 6
"""How many sit at a table."""

Moment = Annotated[int, Field(ge=0, le=4_102_444_800_000)]
"""Milliseconds since 1970, up to the year 2100."""
Taps = Annotated[int, Field(ge=0, le=30)]


class Heard(Shape):
    """The level that was experienced, in the slot of the seat that spoke."""

    s1: Level | None = None
    s2: Level | None = None
    s3: Level | None = None
    s4: Level | None = None
    s5: Level | None = None
    s6: Level | None = None


class Tapped(Shape):
    """How many changes in the listening each observer saw."""

    s1: Taps | None = None
    s2: Taps | None = None
    s3: Taps | None = None
    s4: Taps | None = None
    s5: Taps | None = None
    s6: Taps | None = None


class Round(Shape):
    """One talk: the level the listener drew, what the speaker experienced, and by what sign."""

    drawn: Level | None = None
    shown: bool | None = None
    began: Moment | None = None
    heard: Heard = Heard()
    sign: Annotated[Text, Field(max_length=160)] = ""
    taps: Tapped = Tapped()


class Rounds(Shape):
    """Every round there can be; seat k speaks in round k, beginning again after the last seat."""

    r1: Round = Round()
    r2: Round = Round()
    r3: Round = Round()
    r4: Round = Round()
    r5: Round = Round()
    r6: Round = Round()


class Answer(Shape):
    """A group's rounds, and what they gathered from them."""

    seats: Annotated[int, Field(ge=FEWEST, le=MOST)] | None = None
    rounds: Rounds = Rounds()
    gathered: Annotated[Text, Field(max_length=600)] = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give drawn × experienced over all rounds of all groups, and the speakers' signs.

    "matrix": "down" the drawn, "across" the experienced level, both in the levels' own order and of
    the set in use: the four, the three when only they occur, all seven when groups used both. A
    round counts when both are there. No sum, no share that "agreed". "rows": the signs.
    """
    pairs = [pair for one in answers for pair in _pairs(one)]
    levels = _levels({level for pair in pairs for level in pair})
    names = [f"card_{level}" for level in levels]
    return {
        "kind": "matrix",
        "n": sum(_is_begun(one) for one in answers),
        "down": names,
        "across": names,
        "cells": [[pairs.count((drawn, heard)) for heard in levels] for drawn in levels],
        "heads": ["line_sign"],
        "rows": [[sign] for one in answers for sign in _signs(one)],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    heads = [words["round_head"], words["card_was"], words["line_heard"], words["sign"]]
    rows = [row for at in range(MOST) if any((row := _row(answer, at, words))[1:])]
    sections: list[dict[str, Any]] = [
        {"is": "table", "title": words["in_words"], "heads": heads, "rows": rows},
        {"is": "text", "title": words["gathered"], "text": answer.gathered},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows")]


# ── one group ────────────────────────────────────────────────────────────────
def _rounds(answer: Answer) -> Iterator[tuple[Round, Level | None]]:
    """Give each round with what its speaker marked: only the seat that spoke can say it."""
    for at, name in enumerate(ROUNDS):
        one: Round = getattr(answer.rounds, name)
        yield one, getattr(one.heard, SEATS[at % (answer.seats or USUAL)])


def _pairs(answer: Answer) -> list[tuple[str, str]]:
    return [(one.drawn, heard) for one, heard in _rounds(answer) if one.drawn and heard]


def _signs(answer: Answer) -> list[str]:
    return [one.sign for one, _heard in _rounds(answer) if one.sign]


def _is_begun(answer: Answer) -> bool:
    return bool(answer.gathered) or any(
        one.drawn or heard or one.sign for one, heard in _rounds(answer)
    )


def _levels(found: set[str]) -> tuple[str, ...]:
    of_three, of_four = found & {*THREE}, found & {*FOUR}
    if of_three:
        return FOUR + THREE if of_four else THREE
    return FOUR


def _row(answer: Answer, at: int, words: dict[str, str]) -> list[str]:
    one, heard = list(_rounds(answer))[at]
    drawn, marked = ((words[f"card_{level}"] if level else "") for level in (one.drawn, heard))
    return [str(at + 1), drawn, marked, one.sign]
