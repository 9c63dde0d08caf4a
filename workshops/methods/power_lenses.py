"""Power lenses: one case seen through five understandings of power, one's own part in it, a move.

Sources: direct, Dahl (1957); indirect, Bachrach & Baratz (1962); power over consciousness, Lukes
(1974); structural, Christensen & Daugaard Jensen; relational and productive, Foucault (1982). A
lens looks at what goes on, never at what kind of person somebody is.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "field_sheet"

Lens = Literal["direct", "indirect", "consciousness", "structural", "relational"]
LENSES = ("direct", "indirect", "consciousness", "structural", "relational")
ALONE = ("see", "gains", "own_part", "option")

Line = Annotated[Text, Field(max_length=240)]
Seen = Annotated[Text, Field(max_length=200)]


class Answer(Shape):
    """One lens for each person; for the group what each lens showed, a blind spot and a move."""

    lens: Lens | None = None
    see: Line = ""
    gains: Line = ""
    own_part: Line = ""
    option: Line = ""
    saw_direct: Seen = ""
    saw_indirect: Seen = ""
    saw_consciousness: Seen = ""
    saw_structural: Seen = ""
    saw_relational: Seen = ""
    blind_spot: Line = ""
    move: Line = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give what each group saw through each lens: a row a lens, a column a group, in their order.

    An empty lens is an empty cell: nothing is counted. What people wrote alone is not here.
    """
    return {
        "kind": "matrix",
        "n": sum(1 for one in answers if any(_seen(one))),
        "down": [f"lens_{lens}" for lens in LENSES],
        "across": [],
        "cells": [list(row) for row in zip(*map(_seen, answers), strict=True)]
        or [[] for _ in LENSES],
        "heads": ["blind_spot", "move"],
        "rows": [[one.blind_spot, one.move] for one in answers if one.blind_spot or one.move],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give one's own lens, then the group's five; empty ones fall out."""
    own = [
        {"name": words[field], "value": getattr(answer, field), "voice": True}
        for field in ALONE
        if getattr(answer, field)
    ]
    through = words[f"lens_{answer.lens}"] if answer.lens else words["lens"]
    seen = [
        {"name": words[f"lens_{lens}"], "value": text, "voice": True}
        for lens, text in zip(LENSES, _seen(answer), strict=True)
        if text
    ]
    sections: list[dict[str, Any]] = [
        {"is": "pairs", "title": through, "pairs": own},
        {"is": "pairs", "title": words["fold_lenses"], "pairs": seen},
        {"is": "text", "title": words["blind_spot"], "text": answer.blind_spot},
        {"is": "text", "title": words["move"], "text": answer.move},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("pairs")]


def _seen(answer: Answer) -> tuple[str, ...]:
    return tuple(getattr(answer, f"saw_{lens}") for lens in LENSES)
