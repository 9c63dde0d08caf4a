"""Serpentine: a conversation turn by turn, what each turn made, and where it could have forked.

Source: Pearce (2007); Pearce, Sostrin & Pearce (2011). What a turn made is a guess, the fork is
marked by people, and no way from it is the right one.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "serpentine"
MOST = 12
"""Turns of one conversation: what can still be seen in one look."""

Name = Annotated[Text, Field(max_length=40)]
Who = Literal["mine", "theirs", "third"]


class Turn(Shape):
    """One turn: who, the words, what they made, and whether the talk could have forked here."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
    who: Who | None = None
    text: Annotated[Text, Field(max_length=200)] = ""
    made: Annotated[Text, Field(max_length=160)] = ""
    fork: bool | None = None


class Names(Shape):
    """What the voices are called, by role; an empty name is called what the exercise calls it."""

    mine: Name = ""
    theirs: Name = ""
    third: Name = ""


class Answer(Shape):
    """A conversation; a group's answer also holds what else could have been said at a fork."""

    situation: Annotated[Text, Field(max_length=160)] = ""
    turns: Annotated[list[Turn], Field(max_length=MOST, default_factory=list)]
    names: Names = Names()
    instead: Annotated[Text, Field(max_length=300)] = ""
    made_instead: Annotated[Text, Field(max_length=300)] = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the groups' forks: what was said there, what could have been, and what that could make.

    A row for each answer that has something else to say, in the order of the answers; several
    forks of one talk stand together, since the sheet asks for one of them and does not say which.
    """
    return {
        "kind": "groups",
        "heads": ["line_fork", "line_instead", "line_made_instead"],
        "rows": [
            [_forks(one), one.instead, one.made_instead]
            for one in answers
            if one.instead or one.made_instead
        ],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    written = [one for one in answer.turns if one.text or one.made]
    heads = [words["who"], words["text_head"], words["made_read"]]
    rows = [_row(number, one, answer.names, words) for number, one in enumerate(written, start=1)]
    sections: list[dict[str, Any]] = [
        {"is": "text", "title": words["situation"], "text": answer.situation},
        {"is": "table", "title": words["turns"], "heads": heads, "rows": rows},
        {"is": "text", "title": words["instead"], "text": answer.instead},
        {"is": "text", "title": words["made_instead"], "text": answer.made_instead},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows")]


def _forks(answer: Answer) -> str:
    return " · ".join(one.text for one in answer.turns if one.fork and one.text)


def _row(number: int, turn: Turn, names: Names, words: dict[str, str]) -> list[str]:
    name = getattr(names, turn.who) or words[f"name_{turn.who}"] if turn.who else ""
    fork = f"({words['fork'].lower()})" if turn.fork else ""
    said = " ".join(part for part in (f"{number}.", name, fork) if part)
    return [said, turn.text, turn.made]
