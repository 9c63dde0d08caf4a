"""Autonomy support: where a task lies on the continuum, and how it can be asked for.

Source: Deci & Ryan (1985, 2000); Ryan & Deci (2017); Ravn (2021). Tasks are placed, never people;
and the continuum is no ladder that everyone climbs: a task may stay where it is.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "scale"

Place = Literal["amotivation", "external", "introjected", "identified", "integrated", "intrinsic"]
PLACES = ("amotivation", "external", "introjected", "identified", "integrated", "intrinsic")
SLOTS = ("t1", "t2", "t3")


class Task(Shape):
    """A task somebody has to do, and where on the continuum it is heard now."""

    text: Annotated[Text, Field(max_length=120)] = ""
    place: Place | None = None


class Tasks(Shape):
    """The tasks of one sheet."""

    t1: Task = Task()
    t2: Task = Task()
    t3: Task = Task()


class Answer(Shape):
    """Placed tasks; a group's answer also holds the ask it has designed for one of them."""

    tasks: Tasks = Tasks()
    heard: Annotated[Text, Field(max_length=400)] = ""
    reason: Annotated[Text, Field(max_length=300)] = ""
    choice: Annotated[Text, Field(max_length=300)] = ""
    acknowledge: Annotated[Text, Field(max_length=300)] = ""
    ask: Annotated[Text, Field(max_length=400)] = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give how many tasks the groups placed at each place, and their asks.

    "dots": one plot over the six places in the continuum's own order. "rows": [reason, choice,
    acknowledgement, the ask as it is said]. What a task says stays on its group's sheet.
    """
    placed: list[str] = [task.place for one in answers for task in _tasks(one) if task.place]
    plot = {
        "key": "tasks",
        "low": "end_low",
        "high": "end_high",
        "stops": [f"place_{place}" for place in PLACES],
        "counts": [placed.count(place) for place in PLACES],
    }
    parts = ("reason", "choice", "acknowledge", "ask")
    rows = [[getattr(one, part) for part in parts] for one in answers]
    return {
        "kind": "dots",
        "n": len(placed),
        "plots": [plot],
        "heads": [f"line_{part}" for part in parts],
        "rows": [row for row in rows if any(row)],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    rows = [
        [task.text, words[f"place_{task.place}"] if task.place else ""]
        for task in _tasks(answer)
        if task.text or task.place
    ]
    heads = [words["task_text"], words["task_place"]]
    sections: list[dict[str, Any]] = [
        {"is": "table", "title": words["tasks"], "heads": heads, "rows": rows},
        {"is": "text", "title": words["heard"], "text": answer.heard},
        {"is": "text", "title": words["reason"], "text": answer.reason},
        {"is": "text", "title": words["choice"], "text": answer.choice},
        {"is": "text", "title": words["acknowledge"], "text": answer.acknowledge},
        {"is": "text", "title": words["ask"], "text": answer.ask},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows")]


def _tasks(answer: Answer) -> list[Task]:
    return [getattr(answer.tasks, slot) for slot in SLOTS]
