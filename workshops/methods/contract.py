"""Contract clarification: what a task is, for whom, and what goes further – before it is begun.

Source: three-cornered contract, English (1975); contracting, Block (1981). It begins at home, with
the mandate from one's own department. Unknown is a valid answer: it is marked, never worked out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import OF_A_ROOM, Shape, Text

INSTRUMENT = "field_sheet"

Mandate = Literal["support", "tilsyn", "both"]
FOLDS = {
    "home": ("own_department", "mandate"),
    "who": ("requester", "who_is_the_client", "roles", "my_role"),
    "what": ("purpose", "why_now", "the_task", "not_task"),
    "onward": ("confidentiality", "what_goes_further"),
    "agreement": ("signs_of_success", "time", "renegotiate"),
}
"""The card's fields in its own order, by what stands together."""
CARD = tuple(field for fields in FOLDS.values() for field in fields)

Line = Annotated[Text, Field(max_length=240)]
"""Long enough that of two who write at once both texts are kept."""


class Unclear(Shape):
    """Which fields are marked as not clear yet, whether or not something is written in them."""

    own_department: bool = False
    mandate: bool = False
    requester: bool = False
    who_is_the_client: bool = False
    roles: bool = False
    my_role: bool = False
    purpose: bool = False
    why_now: bool = False
    the_task: bool = False
    not_task: bool = False
    confidentiality: bool = False
    what_goes_further: bool = False
    signs_of_success: bool = False
    time: bool = False
    renegotiate: bool = False


class Point(Shape):
    """One of the least clear points."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
    point: Annotated[Text, Field(max_length=120)] = ""


class Answer(Shape):
    """A contract card; a group's also holds what nobody asked, and the least clear points."""

    own_department: Line = ""
    mandate: Mandate | None = None
    requester: Line = ""
    who_is_the_client: Line = ""
    roles: Line = ""
    my_role: Line = ""
    purpose: Line = ""
    why_now: Line = ""
    the_task: Line = ""
    not_task: Line = ""
    confidentiality: Line = ""
    what_goes_further: Line = ""
    signs_of_success: Line = ""
    time: Line = ""
    renegotiate: Line = ""
    unclear: Unclear = Unclear()
    unasked: Annotated[Text, Field(max_length=600)] = ""
    top: Annotated[list[Point], Field(max_length=3, default_factory=list)]
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give how many groups marked each field as unclear, in the card's order, and their points.

    Counts only, never which group; "n" and "of" are the groups that have begun their card. Of one
    group alone nothing is counted.
    """
    begun = [one for one in answers if _is_begun(one)]
    begun = begun if len(begun) >= OF_A_ROOM else []
    marked = {field: sum(getattr(one.unclear, field) for one in begun) for field in CARD}
    return {
        "kind": "bars",
        "n": len(begun),
        "of": len(begun),
        "bars": [[field, count] for field, count in marked.items()],
        "heads": ["line_point"],
        "rows": [[item.point] for one in answers for item in one.top if item.point],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the card as it stands; what is not clear yet says so, and the rest falls out."""
    sections: list[dict[str, Any]] = [
        *_card(answer, words),
        {"is": "text", "title": words["unasked"], "text": answer.unasked},
        {
            "is": "table",
            "title": words["top"],
            "heads": [words["line_point"]],
            "rows": [[item.point] for item in answer.top if item.point],
        },
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows") or one.get("pairs")]


def _is_begun(answer: Answer) -> bool:
    return any(getattr(answer, field) or getattr(answer.unclear, field) for field in CARD)


def _card(answer: Answer, words: dict[str, str]) -> Iterator[dict[str, Any]]:
    for fold, names in FOLDS.items():
        pairs = [pair for field in names for pair in _pair(answer, field, words)]
        yield {"is": "pairs", "title": words[f"fold_{fold}"], "pairs": pairs}


def _pair(answer: Answer, field: str, words: dict[str, str]) -> Iterator[dict[str, Any]]:
    told = getattr(answer, field)
    if field == "mandate" and told:
        told = words[f"mandate_{told}"]
    open_yet = words["unclear"] if getattr(answer.unclear, field) else ""
    if told or open_yet:
        value = f"{told} ({open_yet.lower()})" if told and open_yet else told or open_yet
        yield {"name": words[field], "value": value, "voice": bool(told) and field != "mandate"}
