"""Three needs: how far a situation gives room for autonomy, competence and relatedness.

Source: Deci & Ryan (1985, 2000); Ryan & Deci (2017); Ravn (2021). The card is the writer's own: a
situation is looked at, never a person, in own words and not with the items of any scale. The three
numbers are not one number: they are never added, and shown only as a spread of six people or more.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "scale"

NEEDS = ("autonomy", "competence", "relatedness")
STEPS = 11
"""0, 1, …, 10."""
FEWEST = 6
"""So many people there must be before their spread is drawn."""

Step = Annotated[int, Field(ge=0, le=STEPS - 1)]


class Answer(Shape):
    """One card; an empty number is an answer, too."""

    situation: Annotated[Text, Field(max_length=200)] = ""
    autonomy: Step | None = None
    competence: Step | None = None
    relatedness: Step | None = None
    supports: Annotated[Text, Field(max_length=400)] = ""
    thwarts: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the spread of each need: how many chose 0, 1, …, 10; of fewer than six nothing.

    "dots": "plots" in the needs' own order, each {"key", "low", "high", "counts"}. There is no
    mean and no sum, and which three numbers belong together cannot be told.
    """
    marked = [one for one in answers if any(_steps(one))]
    found = marked if len(marked) >= FEWEST else []
    return {
        "kind": "dots",
        "n": len(found),
        "plots": [_plot(need, [getattr(one, need) for one in found]) for need in NEEDS],
        "heads": [],
        "rows": [],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one card for the handbook and the text twin; empty ones fall out."""
    pairs = [
        {"name": words[need], "value": words["scale_of"].format(n=step, most=STEPS - 1)}
        for need in NEEDS
        if (step := getattr(answer, need)) is not None
    ]
    sections: list[dict[str, Any]] = [
        {"is": "text", "title": words["situation"], "text": answer.situation},
        {"is": "pairs", "title": words["needs"], "pairs": pairs},
        {"is": "text", "title": words["supports"], "text": answer.supports},
        {"is": "text", "title": words["thwarts"], "text": answer.thwarts},
    ]
    return [one for one in sections if one.get("text") or one.get("pairs")]


def _steps(answer: Answer) -> list[bool]:
    return [getattr(answer, need) is not None for need in NEEDS]


def _plot(need: str, steps: list[int | None]) -> dict[str, Any]:
    counts = [steps.count(step) for step in range(STEPS)]
    ends = {"low": f"{need}_low", "high": f"{need}_high"}
    return {"key": need, **ends, "counts": counts}
