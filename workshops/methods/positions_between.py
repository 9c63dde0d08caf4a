"""Positions between: one moment with all who were in it, and who invited whom into which position.

Source: Davies & Harré (1990); Harré & van Langenhove (1999); Haslebo (2004). The utterance is what
was said; the position it offered is always a guess of those who draw. Talk is mapped, never people:
an arrow is one utterance in one moment.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "loop_map"

Id = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]


class Actor(Shape):
    """A party in the moment, by role."""

    id: Id
    name: Annotated[Text, Field(max_length=40)] = ""


class Invitation(Shape):
    """What one party said to another, which position it offered, and what the other did with it."""

    id: Id
    from_actor: Id | None = None
    to_actor: Id | None = None
    utterance: Annotated[Text, Field(max_length=200)] = ""
    position: Annotated[Text, Field(max_length=80)] = ""
    response: Literal["accept", "reject", "renegotiate", "ignore"] | None = None


class Answer(Shape):
    """One moment; a group's answer also holds the counter-positioning it wants to try."""

    episode: Annotated[Text, Field(max_length=160)] = ""
    actors: Annotated[list[Actor], Field(max_length=8, default_factory=list)]
    arrows: Annotated[list[Invitation], Field(max_length=16, default_factory=list)]
    self_actor: Id | None = None
    counter: Annotated[Text, Field(max_length=200)] = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the groups' invitations: [utterance, offered position, counter-positioning].

    A counter-positioning stands beside the invitation to oneself when there is just one of them,
    else on a line of its own: which one it answers is never guessed.
    """
    rows = [row for one in answers for row in _rows(one)]
    heads = ["arrow_utterance", "arrow_position_short", "counter"]
    return {"kind": "groups", "heads": heads, "rows": rows}


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    names = {one.id: one.name for one in answer.actors}
    parties = [
        f"{one.name} ({words['self_page']})" if one.id == answer.self_actor else one.name
        for one in answer.actors
        if one.name
    ]
    rows = [
        [
            f"{names[str(one.from_actor)]} → {names[str(one.to_actor)]}",
            one.utterance,
            one.position,
            words[f"arrow_response_{one.response}"] if one.response else "",
        ]
        for one in _drawn(answer)
    ]
    heads = ["between", "arrow_utterance", "arrow_position_short", "arrow_response"]
    table = {"is": "table", "title": words["arrows"], "heads": [words[one] for one in heads]}
    sections: list[dict[str, Any]] = [
        {"is": "text", "title": words["episode"], "text": answer.episode},
        {"is": "text", "title": words["actors"], "text": "\n".join(parties)},
        {**table, "rows": rows},
        {"is": "text", "title": words["counter"], "text": answer.counter},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows")]


def _drawn(answer: Answer) -> list[Invitation]:
    """Give the invitations between two parties who are both there."""
    there = {one.id for one in answer.actors}
    return [
        one
        for one in answer.arrows
        if {one.from_actor, one.to_actor} <= there and one.from_actor != one.to_actor
    ]


def _rows(answer: Answer) -> list[list[str]]:
    said = [one for one in _drawn(answer) if one.utterance or one.position]
    to_me = [one.id for one in said if answer.self_actor and one.to_actor == answer.self_actor]
    beside = to_me[0] if len(to_me) == 1 else None
    rows = [
        [one.utterance, one.position, answer.counter if one.id == beside else ""] for one in said
    ]
    alone = answer.counter and beside is None
    return [*rows, ["", "", answer.counter]] if alone else rows
