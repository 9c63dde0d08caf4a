"""Systemic loop: a sticky pattern drawn as what several do to each other, oneself included.

Source: Bateson (1972, 1979) on context and difference; Watzlawick, Beavin & Jackson (1967) on
punctuation; Selvini Palazzoli et al. (1980) on circularity; Cecchin (1987) on curiosity. Where it
began is each actor's own story and a guess when others tell it. Nothing is worked out of a loop,
least of all whose fault it is, and it takes nobody's duty off them.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "loop_map"

Key = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
Said = Annotated[Text, Field(max_length=200)]
Told = Annotated[Text, Field(max_length=400)]


class Actor(Shape):
    """Somebody in the pattern, as a role, and where it began as they see it."""

    id: Key
    name: Annotated[Text, Field(max_length=40)] = ""
    punctuation: Said = ""


class Arrow(Shape):
    """What one does towards another, and what it means to the one it reaches."""

    id: Key
    from_actor: Key | None = None
    to_actor: Key | None = None
    does: Annotated[Text, Field(max_length=120)] = ""
    meaning: Annotated[Text, Field(max_length=120)] = ""


class Answer(Shape):
    """One pattern: who is in it, what goes round, where one stands oneself, and a move to try."""

    pattern: Said = ""
    actors: Annotated[list[Actor], Field(max_length=6, default_factory=list)]
    arrows: Annotated[list[Arrow], Field(max_length=12, default_factory=list)]
    self_actor: Key | None = None
    context_markers: Told = ""
    stands: Told = ""
    move: Told = ""
    transfer: Told = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the groups' loops as they were drawn, and what each says of itself in it.

    "loops": one for each answer, in their order, empty where nothing is drawn: {"actors": [{"id",
    "name", "mine"}], "arrows": [{"from", "to", "says": what is done}]}; an arrow whose actor is
    gone is left out. Punctuations are guesses on behalf of others and are read in one group's own
    sheet. "n": how many have drawn. "rows": [pattern, where we stand, our move] where there
    is a move or a place. Nothing is counted, compared or sorted.
    """
    loops = [_loop(one) for one in answers]
    return {
        "kind": "loops",
        "n": sum(1 for one in loops if one["actors"]),
        "loops": loops,
        "heads": ["line_pattern", "line_stands", "line_move"],
        "rows": [[one.pattern, one.stands, one.move] for one in answers if one.stands or one.move],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    names = _names(answer, words)
    arrows = [
        [f"{at} · {names[one.from_actor]} → {names[one.to_actor]}", one.does, one.meaning]
        for at, one in enumerate(_arrows(answer), 1)
        if one.from_actor and one.to_actor
    ]
    began = [[names[one.id], one.punctuation] for one in answer.actors if one.punctuation]
    own = names.get(answer.self_actor or "", "")
    heads = [words["arrow"], words["arrow_does"], words["meaning_page"]]
    guessed = f"{words['punctuation_page']} · {words['guess_page']}"
    sections: list[dict[str, Any]] = [
        {"is": "text", "title": words["pattern"], "text": answer.pattern},
        {"is": "table", "title": words["arrows"], "heads": heads, "rows": arrows},
        {"is": "table", "title": guessed, "heads": [words["actor"], guessed], "rows": began},
        {"is": "text", "title": words["self_page"], "text": own},
        *(
            {"is": "text", "title": words[name], "text": getattr(answer, name)}
            for name in ("context_markers", "stands", "move", "transfer")
        ),
    ]
    return [one for one in sections if one.get("text") or one.get("rows")]


# ── who is in it ─────────────────────────────────────────────────────────────
def _arrows(answer: Answer) -> list[Arrow]:
    known = {one.id for one in answer.actors}
    return [
        one
        for one in answer.arrows
        if {one.from_actor, one.to_actor} <= known and one.from_actor != one.to_actor
    ]


def _names(answer: Answer, words: dict[str, str]) -> dict[str, str]:
    return {
        one.id: one.name or words["actor_number"].replace("{n}", str(at))
        for at, one in enumerate(answer.actors, 1)
    }


def _loop(answer: Answer) -> dict[str, Any]:
    return {
        "actors": [
            {"id": one.id, "name": one.name, "mine": one.id == answer.self_actor}
            for one in answer.actors
        ],
        "arrows": [
            {"from": one.from_actor, "to": one.to_actor, "says": one.does}
            for one in _arrows(answer)
        ],
    }
