"""Check-out: what one takes along from the day, in one line, on the wall without names.

Source: the question is the programme's own; that use afterwards has to be followed up is from
Wahlgren (2009).
"""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Any

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "field_sheet"


class Answer(Shape):
    """One line."""

    line: Annotated[Text, Field(max_length=120)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the lines in an order that tells nothing: not who came when, and not the alphabet.

    A line keeps its place among the others from one time to the next.
    """
    lines = sorted((one.line for one in answers if one.line), key=_mixed)
    return {"kind": "lines", "lines": lines, "rows": []}


def _mixed(line: str) -> str:
    return sha256(line.encode()).hexdigest()


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the line."""
    section = {"is": "text", "title": words["line"], "text": answer.line}
    return [section] if answer.line else []
