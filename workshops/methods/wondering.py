"""Wondering questions: disguised advice, asked again from not knowing, and what was heard in it.

Source: the not-knowing position, Anderson & Goolishian (1992); curiosity, Cecchin (1987); wonder,
Hansen (2018). Whether a question is free of advice is the receiver's to say: what was heard is a
field of its own, the four criteria are the receiver's answers, and none of it is worked out.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "field_sheet"

SLOTS = ("r1", "r2", "r3", "r4", "r5", "r6")
"""One place for each given piece of advice, so that many may write at once."""
CRITERIA = ("not_knowing", "no_hidden_advice", "uses_their_word", "can_be_declined")

Said = Annotated[Text, Field(max_length=240)]
Reply = Literal["yes", "unsure", "no"]


class Rewrite(Shape):
    """A question instead of the advice, what its receiver heard, and whether it may be shown."""

    wondering: Said = ""
    heard: Said = ""
    not_knowing: Reply | None = None
    no_hidden_advice: Reply | None = None
    uses_their_word: Reply | None = None
    can_be_declined: Reply | None = None
    chosen: Literal["yes", "no"] | None = None


class Answer(Shape):
    """One's own rewrites, or those a group read aloud; and where it will be used."""

    r1: Rewrite = Rewrite()
    r2: Rewrite = Rewrite()
    r3: Rewrite = Rewrite()
    r4: Rewrite = Rewrite()
    r5: Rewrite = Rewrite()
    r6: Rewrite = Rewrite()
    transfer: Annotated[Text, Field(max_length=400)] = ""

    def for_all(self) -> Answer:
        """Give what may leave the table: the rewrites the group chose, without the four replies.

        The replies are said from one person to another; in the room they would be marks.
        """
        kept = {
            slot: getattr(self, slot).model_copy(update=dict.fromkeys(CRITERIA))
            for slot in SLOTS
            if _is_shown(getattr(self, slot))
        }
        return Answer.model_construct(transfer=self.transfer, **kept)


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give what each group made of each piece of advice: a row an advice, a column a group.

    Only what a group chose to show; what is not is an empty cell. "rows": [question, what was
    heard] where both stand. The receivers' answers are read at the table and never counted.
    """
    return {
        "kind": "matrix",
        "n": sum(1 for one in answers if any(_shown(one))),
        "down": [f"fold_{slot}" for slot in SLOTS],
        "across": [],
        "cells": [list(row) for row in zip(*map(_shown, answers), strict=True)]
        or [[] for _ in SLOTS],
        "heads": ["line_wondering", "line_heard"],
        "rows": [
            [rewrite.wondering, rewrite.heard]
            for one in answers
            for rewrite in (getattr(one, slot) for slot in SLOTS)
            if _is_shown(rewrite) and rewrite.wondering and rewrite.heard
        ],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give each piece of advice with its rewrite, what was heard and the receiver's answers."""
    sections: list[dict[str, Any]] = [
        *(
            {"is": "pairs", "title": words[f"fold_{slot}"], "pairs": _pairs(answer, slot, words)}
            for slot in SLOTS
        ),
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("pairs")]


def _is_shown(rewrite: Rewrite) -> bool:
    return rewrite.chosen == "yes"


def _shown(answer: Answer) -> tuple[str, ...]:
    rewrites: tuple[Rewrite, ...] = tuple(getattr(answer, slot) for slot in SLOTS)
    return tuple(one.wondering if _is_shown(one) else "" for one in rewrites)


def _pairs(answer: Answer, slot: str, words: dict[str, str]) -> list[dict[str, Any]]:
    rewrite: Rewrite = getattr(answer, slot)
    said = [
        {"name": words[f"{slot}_{part}"], "value": text, "voice": True}
        for part, text in (("wondering", rewrite.wondering), ("heard", rewrite.heard))
        if text
    ]
    answered = [
        {"name": words[f"{slot}_{part}"], "value": words[f"answer_{reply}"]}
        for part, reply in ((part, getattr(rewrite, part)) for part in CRITERIA)
        if reply
    ]
    return said + answered
