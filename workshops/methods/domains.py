"""Domains: what was said, heard in one of three domains, and sentences that announce a shift.

Source: Lang, Little & Cronen (1990), from an idea by Maturana; in Danish Olsen & Molly. All three
domains are always there and one stands in front; which one a statement is heard in is the hearer's
to say, and nothing here works out a right one.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "sorting"

Domain = Literal["production", "reflection", "personal"]
DOMAINS = ("production", "reflection", "personal")
CARDS = ("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8")
SHIFTS = ("shift_1", "shift_2", "shift_3")

Sentence = Annotated[Text, Field(max_length=200)]


class Placed(Shape):
    """The domain each of the eight statements was heard in; none is not placed, and may stay so."""

    c1: Domain | None = None
    c2: Domain | None = None
    c3: Domain | None = None
    c4: Domain | None = None
    c5: Domain | None = None
    c6: Domain | None = None
    c7: Domain | None = None
    c8: Domain | None = None


class Answer(Shape):
    """One sorting; a group's answer also holds where it split, and three sentences.

    Each sentence announces a shift from one domain to another. They are three fixed slots, so that
    two phones of one table may write at the same time.
    """

    placed: Placed = Placed()
    split: Sentence = ""
    shift_1: Sentence = ""
    shift_1_from: Domain | None = None
    shift_1_to: Domain | None = None
    shift_2: Sentence = ""
    shift_2_from: Domain | None = None
    shift_2_to: Domain | None = None
    shift_3: Sentence = ""
    shift_3_from: Domain | None = None
    shift_3_to: Domain | None = None
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give how many groups heard each statement in each domain, and the shift sentences.

    "n" counts the answers with at least one statement placed, "cells" stands statement × domain in
    the exercise's order, zeros too; a row may add up to less than n. No row is lifted out: which
    one to talk about is for the room to say. "rows": one sentence each, in the answers' order.
    """
    sorted_ones = [one for one in answers if any(_domain(one, card) for card in CARDS)]
    return {
        "kind": "matrix",
        "n": len(sorted_ones),
        "down": [f"card_{card}" for card in CARDS],
        "across": [f"pile_{domain}" for domain in DOMAINS],
        "cells": [
            [sum(_domain(one, card) == domain for one in sorted_ones) for domain in DOMAINS]
            for card in CARDS
        ],
        "heads": ["line_shift"],
        "rows": [
            [sentence] for one in answers for shift in SHIFTS if (sentence := getattr(one, shift))
        ],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    placed = [
        [words[f"card_{card}"], words[f"pile_{domain}"]]
        for card in CARDS
        if (domain := _domain(answer, card))
    ]
    shifts = [row for shift in SHIFTS if any(row := _shift(answer, shift, words))]
    sections: list[dict[str, Any]] = [
        {
            "is": "table",
            "title": words["in_words"],
            "heads": [words["statement"], words["heard_in"]],
            "rows": placed,
        },
        {"is": "text", "title": words["split"], "text": answer.split},
        {
            "is": "table",
            "title": words["shifts"],
            "heads": [words["shift_from"], words["shift_to"], words["line_shift"]],
            "rows": shifts,
        },
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows")]


def _domain(answer: Answer, card: str) -> str | None:
    domain: str | None = getattr(answer.placed, card)
    return domain


def _shift(answer: Answer, shift: str, words: dict[str, str]) -> list[str]:
    ends = [getattr(answer, f"{shift}_{end}") for end in ("from", "to")]
    return [*(words[f"pile_{end}"] if end else "" for end in ends), getattr(answer, shift)]
