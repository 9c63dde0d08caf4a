"""Relation map: who shares a coming task, what goes between them, and the next conversation.

Source: English (1975) on the three-cornered contract; Block (1981) on contracting; Haslebo (2004).
The map shows roles and what they do together, never persons. `now` and `wanted` are the one who
draws speaking; what stands for the others is a guess.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "loop_map"

Id = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]


class Actor(Shape):
    """A role in the task, with no name on it."""

    id: Id
    name: Annotated[Text, Field(max_length=40)] = ""


class Arrow(Shape):
    """What goes from one role to another: what there is today, and what is wished for."""

    id: Id
    from_actor: Id | None = None
    to_actor: Id | None = None
    now: Annotated[Text, Field(max_length=160)] = ""
    wanted: Annotated[Text, Field(max_length=160)] = ""


class Answer(Shape):
    """One map; a group's answer also holds who is missing on it and the next conversation."""

    assignment: Annotated[Text, Field(max_length=160)] = ""
    actors: Annotated[list[Actor], Field(max_length=8, default_factory=list)]
    arrows: Annotated[list[Arrow], Field(max_length=16, default_factory=list)]
    self_actor: Id | None = None
    missing: Annotated[Text, Field(max_length=200)] = ""
    with_whom: Annotated[Text, Field(max_length=80)] = ""
    about: Annotated[Text, Field(max_length=200)] = ""
    opening: Annotated[Text, Field(max_length=200)] = ""
    when: Annotated[Text, Field(max_length=80)] = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the groups' next conversations: [the first sentence, with whom, about what].

    The sentence comes first, because the wall sets a row's first text as something that is said. A
    map tells who a group works with and how well, so it stays with the group.
    """
    rows = [[one.opening, one.with_whom, one.about] for one in answers]
    heads = ["opening", "with_whom", "about"]
    return {"kind": "groups", "heads": heads, "rows": [row for row in rows if any(row)]}


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    names = {one.id: one.name for one in answer.actors}
    roles = [
        f"{one.name} ({words['self_page']})" if one.id == answer.self_actor else one.name
        for one in answer.actors
        if one.name
    ]
    rows = [
        [f"{names[str(one.from_actor)]} → {names[str(one.to_actor)]}", one.now, one.wanted]
        for one in answer.arrows
        if one.from_actor in names and one.to_actor in names and one.from_actor != one.to_actor
    ]
    heads = [words["between"], words["arrow_now"], words["arrow_wanted"]]
    talk: list[dict[str, Any]] = [
        {"name": words["with_whom"], "value": answer.with_whom},
        {"name": words["about"], "value": answer.about},
        {"name": words["opening"], "value": answer.opening, "voice": True},
        {"name": words["when"], "value": answer.when},
    ]
    sections: list[dict[str, Any]] = [
        {"is": "text", "title": words["assignment"], "text": answer.assignment},
        {"is": "text", "title": words["actors"], "text": "\n".join(roles)},
        {"is": "table", "title": words["arrows"], "heads": heads, "rows": rows},
        {"is": "text", "title": words["missing"], "text": answer.missing},
        {"is": "pairs", "title": words["talk"], "pairs": [one for one in talk if one["value"]]},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows") or one.get("pairs")]
