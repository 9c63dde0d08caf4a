"""Check-in: one question, answered with a line or a sign, or skipped. It is not analysed.

Our own form: nothing is counted or compared, and the wall shows nothing of it.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "field_sheet"

Sign = Literal["calm", "going", "waves", "speed"]
"""How one arrives: four lines to choose from, and none is better than another."""


class Answer(Shape):
    """One line, one sign, both or neither."""

    line: Annotated[Text, Field(max_length=140)] = ""
    sign: Sign | None = None
    skipped: bool = False


def plenary(_answers: list[Answer]) -> dict[str, Any]:
    """Give a figure with nothing in it: a check-in is heard in the round, not shown."""
    return {"kind": "quiet", "rows": []}


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the line and the sign, as far as there are any."""
    sign = words[f"sign_{answer.sign}"] if answer.sign else ""
    sections = [
        {"is": "text", "title": words["line"], "text": answer.line},
        {"is": "text", "title": words["sign"], "text": sign},
    ]
    return [one for one in sections if one["text"]]
