"""Flow: challenge and skill in an activity, and one condition of a meeting that can be changed.

Source: Csikszentmihalyi (1975, 1990); Knoop (2002); Andersen (2006). Activities are placed, never
people. The band where challenge and skill meet is soft, and no place on the map is one to be in:
flow does not come on command, and it is not the same as fun.
"""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "flow_map"

ACTIVITIES = ("first", "second", "third")
"""Three activities of the programme; the exercise says which."""
MAP = (*ACTIVITIES, "own")
MOST = 10
FEWEST = 6
"""So many people there must be before their points are drawn."""

Step = Annotated[int, Field(ge=0, le=MOST)]
Point = Annotated[list[Step], Field(min_length=2, max_length=2)]
"""A point [skill, challenge], both 0…10: skill to the right, challenge upwards."""
Condition = Literal["goals", "feedback", "challenge", "influence", "calm", "meaning"]


class Answer(Shape):
    """One map; a group's answer holds the redesign of one condition."""

    first: Point | None = None
    second: Point | None = None
    third: Point | None = None
    own: Point | None = None
    own_text: Annotated[Text, Field(max_length=80)] = ""
    meeting: Annotated[Text, Field(max_length=160)] = ""
    condition: Condition | None = None
    change: Annotated[Text, Field(max_length=400)] = ""
    signs: Annotated[Text, Field(max_length=300)] = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""

    def for_all(self) -> Self:
        """Give the redesign without any map: a point is one person's, also on a group's sheet."""
        return self.model_copy(update=dict.fromkeys(MAP) | {"own_text": ""})


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the points of each activity of the programme, and the groups' redesigns.

    "points": "plots" in the exercise's own order, each {"key", "points": [[skill, challenge, how
    many], …]} in the order of the places. Of fewer than six people there are none, and which points
    belong to one person cannot be told. The own meeting is nobody else's. "rows": [the meeting,
    the condition, what is changed, the sign of it].
    """
    marked = [one for one in answers if any(getattr(one, name) for name in ACTIVITIES)]
    found = marked if len(marked) >= FEWEST else []
    parts = ("meeting", "condition", "change", "signs")
    rows = [
        [one.meeting, f"condition_{one.condition}" if one.condition else "", one.change, one.signs]
        for one in answers
    ]
    return {
        "kind": "points",
        "n": len(found),
        "range": [0, MOST],
        "plots": [{"key": f"mark_{name}", "points": _points(found, name)} for name in ACTIVITIES],
        "heads": [f"line_{part}" for part in parts],
        "rows": [row for row in rows if any(row)],
        "choices": [1],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    pairs = [
        {"name": _named(name, answer, words), "value": _in_words(point, words)}
        for name in MAP
        if (point := getattr(answer, name))
    ]
    condition = words[f"condition_{answer.condition}"] if answer.condition else ""
    sections: list[dict[str, Any]] = [
        {"is": "pairs", "title": words["map_in_words"], "pairs": pairs},
        {"is": "text", "title": words["meeting"], "text": answer.meeting},
        {"is": "text", "title": words["condition"], "text": condition},
        {"is": "text", "title": words["change"], "text": answer.change},
        {"is": "text", "title": words["signs"], "text": answer.signs},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("pairs")]


def _in_words(point: list[int], words: dict[str, str]) -> str:
    """Give a point as one says it: "udfordring 7, færdigheder 4"."""
    return words["point_in_words"].format(challenge=point[1], skill=point[0])


def _named(name: str, answer: Answer, words: dict[str, str]) -> str:
    own = f": {answer.own_text}" if name == "own" and answer.own_text else ""
    return words[f"mark_{name}"] + own


def _points(answers: list[Answer], name: str) -> list[list[int]]:
    places = Counter(tuple(point) for one in answers if (point := getattr(one, name)))
    return [[*place, count] for place, count in sorted(places.items())]
