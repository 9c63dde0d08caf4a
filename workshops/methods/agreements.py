"""Working agreements: what makes it easier or harder to show doubt, and two things we agree on.

Source: Edmondson (1999, 2018): safety is what a team does together. An agreement says what one
does and when it is looked at again; it is never about what somebody is like.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "field_sheet"

Told = Annotated[Text, Field(max_length=400)]
Agreed = Annotated[Text, Field(max_length=240)]


class Answer(Shape):
    """A learning group's talk, and its two agreements."""

    easier: Told = ""
    harder: Told = ""
    first: Agreed = ""
    second: Agreed = ""
    again: Annotated[Text, Field(max_length=160)] = ""
    transfer: Told = ""

    def for_all(self) -> Answer:
        """Give the agreements only: what was said on the way to them stays at the table."""
        return self.model_copy(update={"easier": "", "harder": ""})


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the groups' agreements in their own words, group by group; nothing is compared."""
    rows = [[one.first, one.second, one.again] for one in answers if one.first or one.second]
    return {"kind": "groups", "heads": ["first", "second", "again"], "rows": rows}


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    return [
        {"is": "text", "title": words[name], "text": getattr(answer, name)}
        for name in ("easier", "harder", "first", "second", "again", "transfer")
        if getattr(answer, name)
    ]
