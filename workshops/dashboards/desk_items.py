"""What is shared in plenary, as the trainer looks it over: in words, held back or not."""

from __future__ import annotations

from typing import Any

from workshops import exercises, fields, methods
from workshops.exercises import Exercise
from workshops.store import Store
from workshops.words import LANGUAGES

LONGEST = 280
"""Characters of an item that the desk shows: enough to know it by."""


def items(store: Store, wanted: str) -> list[dict[str, Any]]:
    """Give what is shared of an exercise: {item, table, held, shown, text: {da, en}}."""
    try:
        exercise = exercises.exercise(wanted)
    except LookupError:
        return []
    return [
        {
            "item": one["item"],
            "table": one["table"],
            "held": one["held"],
            "shown": one["shown"],
            "text": _texts(exercise, one["value"]),
        }
        for one in store.items(wanted, exercise.unnamed, exercise.apart)
    ]


def _texts(exercise: Exercise, value: dict[str, Any]) -> dict[str, str]:
    try:
        answer = exercise.answer.parse(fields.tree(value)).for_all()
    except methods.Refused:  # an old answer that its method no longer reads
        return dict.fromkeys(LANGUAGES, "")
    page = methods.find(exercise.method).page
    return {
        language: _short(" · ".join(_said(page(answer, exercise.words[language]))))
        for language in LANGUAGES
    }


def _said(sections: list[dict[str, Any]]) -> list[str]:
    """Give what the sections of a page say, without their headings."""
    found: list[str] = []
    for section in sections:
        found.append(section.get("text", ""))
        found += [one for row in section.get("rows", ()) for one in row]
        for pair in (*section.get("pairs", ()), *section.get("twin", ())):
            found.append(f"{pair['name']}: {pair['value']}")
    return [one for one in found if one]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
