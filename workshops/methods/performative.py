"""Language as performative: the same words, meant as one act and heard as another.

Source: Austin (1962); Searle (1969); Wittgenstein (1953). What it was meant as and what it was
heard as are two fields, and neither of them is the right one. The five acts on the cards and
"something else" are ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "round_lab"

Act = Literal["control", "care", "invitation", "criticism", "small_talk"]
ACTS = ("control", "care", "invitation", "criticism", "small_talk")
HeardAct = Act | Literal["other"]
SEATS = ("s1", "s2", "s3", "s4", "s5", "s6")
ROUNDS = ("r1", "r2", "r3", "r4", "r5", "r6")
FEWEST, USUAL, MOST = 3, 5, 6
"""How many sit at a table."""

Moment = Annotated[int, Field(ge=0, le=4_102_444_800_000)]
"""Milliseconds since 1970, up to the year 2100."""
Line = Annotated[Text, Field(max_length=120)]


class Heard(Shape):
    """What each seat heard the words as."""

    s1: HeardAct | None = None
    s2: HeardAct | None = None
    s3: HeardAct | None = None
    s4: HeardAct | None = None
    s5: HeardAct | None = None
    s6: HeardAct | None = None


class Replies(Shape):
    """What each seat felt like answering."""

    s1: Line = ""
    s2: Line = ""
    s3: Line = ""
    s4: Line = ""
    s5: Line = ""
    s6: Line = ""


class Round(Shape):
    """One time the words were said: the act the speaker drew, and what the listeners heard."""

    drawn: Act | None = None
    shown: bool | None = None
    began: Moment | None = None
    heard: Heard = Heard()
    reply: Replies = Replies()


class Rounds(Shape):
    """Every round there can be; seat k speaks in round k, beginning again after the last seat."""

    r1: Round = Round()
    r2: Round = Round()
    r3: Round = Round()
    r4: Round = Round()
    r5: Round = Round()
    r6: Round = Round()


class Answer(Shape):
    """A group's rounds, and what made the difference when the words were the same."""

    seats: Annotated[int, Field(ge=FEWEST, le=MOST)] | None = None
    rounds: Rounds = Rounds()
    difference: Annotated[Text, Field(max_length=400)] = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give meant as × heard as over all listeners of all groups, and what made the difference.

    "matrix": "down" what the speaker drew, "across" what was heard, with "something else" last.
    Every listener's mark counts once; a speaker's own slot never does. "rows": the groups' words.
    """
    pairs: list[tuple[str, str]] = [pair for one in answers for pair in _pairs(one)]
    across = (*ACTS, "other")
    return {
        "kind": "matrix",
        "n": sum(_is_begun(one) for one in answers),
        "down": [f"card_{act}" for act in ACTS],
        "across": [_word(act) for act in across],
        "cells": [[pairs.count((meant, heard)) for heard in across] for meant in ACTS],
        "heads": ["line_difference"],
        "rows": [[one.difference] for one in answers if one.difference],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    heads = [words["round_head"], words["card_was"], words["line_heard"], words["reply"]]
    rows = [row for at in range(MOST) if any((row := _row(answer, at, words))[1:])]
    sections: list[dict[str, Any]] = [
        {"is": "table", "title": words["in_words"], "heads": heads, "rows": rows},
        {"is": "text", "title": words["difference"], "text": answer.difference},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows")]


# ── one group ────────────────────────────────────────────────────────────────
def _round(answer: Answer, at: int) -> tuple[Round, list[str]]:
    """Give a round and the seats that listened in it."""
    seats = SEATS[: answer.seats or USUAL]
    speaker = seats[at % len(seats)]
    return getattr(answer.rounds, ROUNDS[at]), [seat for seat in seats if seat != speaker]


def _pairs(answer: Answer) -> Iterator[tuple[str, str]]:
    for at in range(MOST):
        one, listeners = _round(answer, at)
        for seat in listeners:
            heard: HeardAct | None = getattr(one.heard, seat)
            if one.drawn and heard:
                yield one.drawn, heard


def _is_begun(answer: Answer) -> bool:
    rounds = [_round(answer, at) for at in range(MOST)]
    return bool(answer.difference) or any(
        one.drawn or any(getattr(one.heard, seat) for seat in seats) for one, seats in rounds
    )


def _word(act: str) -> str:
    return "mark_other" if act == "other" else f"card_{act}"


def _row(answer: Answer, at: int, words: dict[str, str]) -> list[str]:
    one, listeners = _round(answer, at)
    heard = [words[_word(act)] for seat in listeners if (act := getattr(one.heard, seat))]
    replies = [text for seat in listeners if (text := getattr(one.reply, seat))]
    drawn = words[f"card_{one.drawn}"] if one.drawn else ""
    return [str(at + 1), drawn, ", ".join(heard), "\n".join(replies)]
