"""Goals: what one person, or a table, wants to learn, in own words; revisited each day.

Source: Wahlgren (2009) on transfer: goals of one's own, put to use soon, and followed up. Goals are
never compared, and no one counts how many were reached.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "field_sheet"


class Goal(Shape):
    """What is to be learnt, how one will notice, and what has happened to it since."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
    aim: Annotated[Text, Field(max_length=200)] = ""
    signs: Annotated[Text, Field(max_length=200)] = ""
    since: Annotated[Text, Field(max_length=400)] = ""


class Answer(Shape):
    """The goals of one person, or of a group."""

    goals: Annotated[list[Goal], Field(max_length=5, default_factory=list)]


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the goals as lines beside what one will notice; `heads` names the words over them."""
    rows = [[goal.aim, goal.signs] for one in answers for goal in one.goals if goal.aim]
    return {"kind": "groups", "heads": ["goal_aim", "goal_signs"], "rows": rows}


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the goals as a table; what has happened since stands there when somebody wrote it."""
    written = [one for one in answer.goals if one.aim or one.signs or one.since]
    rows = [[one.aim, one.signs, one.since] for one in written]
    heads = [words["goal_aim"], words["goal_signs"], words["goal_since"]]
    if not any(one.since for one in written):
        rows, heads = [row[:2] for row in rows], heads[:2]
    table = {"is": "table", "title": words["goals"], "heads": heads, "rows": rows}
    return [table] if rows else []
