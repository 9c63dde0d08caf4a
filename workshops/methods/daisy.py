"""Daisy: an utterance, and the other conversations that take part in it while it is said.

Source: Pearce (2007); Pearce, Sostrin & Pearce (2011). Which conversations take part is a guess;
which of them is in front is marked by people and never worked out.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "daisy"
MOST = 8
"""Petals of one flower."""


class Petal(Shape):
    """A conversation that takes part, and whether it is in front or behind just now."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
    talk: Annotated[Text, Field(max_length=80)] = ""
    near: Literal["fore", "back"] | None = None


class Answer(Shape):
    """A flower; a group's answer also says which conversation it wants to invite forward."""

    utterance: Annotated[Text, Field(max_length=200)] = ""
    situation: Annotated[Text, Field(max_length=160)] = ""
    petals: Annotated[list[Petal], Field(max_length=MOST, default_factory=list)]
    surprising: Annotated[Text, Field(max_length=300)] = ""
    invite: Annotated[Text, Field(max_length=300)] = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the groups' utterances, what is in front in them, and what each wants to invite forward.

    A row for each answer that has an utterance or an invitation, in the order of the answers.
    """
    return {
        "kind": "groups",
        "heads": ["line_utterance", "line_fore", "line_invite"],
        "rows": [
            [one.utterance, " · ".join(_talks(one, "fore")), one.invite]
            for one in answers
            if one.utterance or one.invite
        ],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    rows = [
        [one.talk, words[f"near_{one.near}"] if one.near else ""]
        for one in answer.petals
        if one.talk
    ]
    heads = [words["talk"], words["near"]]
    sections: list[dict[str, Any]] = [
        {"is": "text", "title": words["utterance"], "text": answer.utterance},
        {"is": "text", "title": words["situation"], "text": answer.situation},
        {"is": "table", "title": words["petals"], "heads": heads, "rows": rows},
        {"is": "text", "title": words["surprising"], "text": answer.surprising},
        {"is": "text", "title": words["invite"], "text": answer.invite},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows")]


def _talks(answer: Answer, near: str) -> list[str]:
    return [one.talk for one in answer.petals if one.near == near and one.talk]
