"""Role declaration: sixty seconds on task, hat and what goes further, said aloud and heard.

Sources: the exercise is our own; expert, doctor–patient and process consultation: Schein (1999).
What the law asks of inspections of day care stands in dagtilbudsloven §§ 5–5 b. What listeners
tick is what reached them in that moment: no mark, and never counted for one speaker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import OF_A_ROOM, Shape, Text

INSTRUMENT = "round_lab"

Heard = Literal["task", "role", "look", "onward", "use"]
HEARD = ("task", "role", "look", "onward", "use")
"""The five a declaration may hold, in the order one would say them."""
ROUNDS = ("r1", "r2", "r3", "r4", "r5", "r6")
SEATS = ("s1", "s2", "s3", "s4", "s5", "s6")
WRITTEN = (
    "the_task", "legal_basis", "hat", "client", "info_flow", "confidential", "must_report",
    "shift_sentence",
)  # fmt: skip

Line = Annotated[Text, Field(max_length=240)]
Ticks = Annotated[list[Heard], Field(max_length=5)]


class Listeners(Shape):
    """What each seat ticked in a round; the speaker's own seat stays empty."""

    s1: Ticks | None = None
    s2: Ticks | None = None
    s3: Ticks | None = None
    s4: Ticks | None = None
    s5: Ticks | None = None
    s6: Ticks | None = None


class Round(Shape):
    """One declaration: when it began, in ms of the room's clock, and what the others heard."""

    began: Annotated[int, Field(ge=0)] | None = None
    shown: bool | None = None
    heard: Listeners = Listeners()


class Rounds(Shape):
    """A round for each seat."""

    r1: Round = Round()
    r2: Round = Round()
    r3: Round = Round()
    r4: Round = Round()
    r5: Round = Round()
    r6: Round = Round()


class Opening(Shape):
    """An opening sentence the group would use."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
    sentence: Annotated[Text, Field(max_length=200)] = ""


class Answer(Shape):
    """One's own declaration; for the group the rounds, and the sentences it would open with."""

    the_task: Line = ""
    legal_basis: Line = ""
    hat: Literal["support", "tilsyn", "both"] | None = None
    client: Line = ""
    info_flow: Line = ""
    confidential: Line = ""
    must_report: Line = ""
    shift_sentence: Line = ""
    sixty: Annotated[Text, Field(max_length=600)] = ""
    seats: Annotated[int, Field(ge=3, le=6)] | None = None
    rounds: Rounds = Rounds()
    opening: Annotated[list[Opening], Field(max_length=5, default_factory=list)]
    promise: Line = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give how often each of the five was heard in the whole room, and the opening sentences.

    Ticks of all listeners to all speakers of all groups together; "of" is how many listenings have
    any tick, "n" how many groups have one. Never by group, round or speaker, nor of one group
    alone.
    """
    listenings = [group for one in answers if (group := list(_listenings(one)))]
    listenings = listenings if len(listenings) >= OF_A_ROOM else []
    ticks: Counter[str] = Counter()
    for heard in (one for group in listenings for one in group):
        ticks.update(set(heard))
    return {
        "kind": "bars",
        "n": len(listenings),
        "of": sum(len(group) for group in listenings),
        "bars": [[f"mark_{one}", ticks[one]] for one in HEARD],
        "heads": ["line_opening"],
        "rows": [[item.sentence] for one in answers for item in one.opening if item.sentence],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the declaration and the group's sentences; who heard what of whom is not kept here."""
    sections: list[dict[str, Any]] = [
        {"is": "pairs", "title": words["fold_notes"], "pairs": list(_notes(answer, words))},
        {"is": "text", "title": words["sixty"], "text": answer.sixty},
        {
            "is": "table",
            "title": words["opening"],
            "heads": [words["line_opening"]],
            "rows": [[item.sentence] for item in answer.opening if item.sentence],
        },
        {"is": "text", "title": words["promise"], "text": answer.promise},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows") or one.get("pairs")]


def _listenings(answer: Answer) -> Iterator[list[Heard]]:
    for name in ROUNDS:
        heard = getattr(answer.rounds, name).heard
        yield from (ticks for seat in SEATS if (ticks := getattr(heard, seat)))


def _notes(answer: Answer, words: dict[str, str]) -> Iterator[dict[str, Any]]:
    for field in WRITTEN:
        if told := getattr(answer, field):
            text = words[f"hat_{told}"] if field == "hat" else told
            yield {"name": words[field], "value": text, "voice": field != "hat"}
