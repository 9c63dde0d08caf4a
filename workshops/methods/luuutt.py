"""LUUUTT: the stories lived, unknown, untold, unheard and told, and the way they are told.

Source: Pearce (2007); Pearce, Sostrin & Pearce (2011). What is lived is known by what somebody
tells of it, too; who would tell it differently is a guess, and no story here is the true one.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "field_sheet"

STORIES = ("lived", "unknown", "untold", "unheard", "told", "storytelling")
"""The letters in their own order; a sheet may ask for them in another."""

Story = Annotated[Text, Field(max_length=300)]


class Answer(Shape):
    """The six kinds of story, the tension between told and lived, and the story to help along."""

    lived: Story = ""
    unknown: Story = ""
    untold: Story = ""
    unheard: Story = ""
    told: Story = ""
    storytelling: Story = ""
    tension: Story = ""
    teller: Annotated[Text, Field(max_length=160)] = ""
    next: Story = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give each group's tension beside the story it could help being heard; no story is counted."""
    rows = [[one.tension, one.next] for one in answers if one.tension or one.next]
    return {"kind": "groups", "heads": ["line_tension", "line_next"], "rows": rows}


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the stories as pairs, then what came of them; what nobody wrote is not there."""
    stories = [
        {"name": words[name], "value": text, "voice": True}
        for name in STORIES
        if (text := getattr(answer, name))
    ]
    sections: list[dict[str, Any]] = [
        {"is": "pairs", "title": words["stories"], "pairs": stories},
        *(
            {"is": "text", "title": words[name], "text": getattr(answer, name)}
            for name in ("tension", "teller", "next", "transfer")
        ),
    ]
    return [one for one in sections if one.get("text") or one.get("pairs")]
