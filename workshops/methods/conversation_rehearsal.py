"""Conversation rehearsal: a talk of one's own that is coming, tried twice before it counts.

Source: Andersen, Tom (1987), where those who listen think aloud and the one concerned hears it;
Cecchin (1987) on curiosity; Tomm (1988): every question does something. What opened and what closed
is said in the words that were spoken. Nobody is shown how it is done, and no run is a better one.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "field_sheet"

PREPARED = (
    "with_whom", "occasion", "purpose", "first_sentence", "keyword", "question", "if_control",
)  # fmt: skip
RUNS = ("first", "second")
AFTER = ("what_opened", "what_closed", "new_first_sentence", "new_question")

Short = Annotated[Text, Field(max_length=160)]
Sentence = Annotated[Text, Field(max_length=200)]


class Run(Shape):
    """What one run of four minutes gave: the words that opened and closed, and what to say now."""

    what_opened: Sentence = ""
    what_closed: Sentence = ""
    new_first_sentence: Sentence = ""
    new_question: Sentence = ""


class Answer(Shape):
    """One person's preparation, or what a group heard in two runs of one person's talk."""

    with_whom: Short = ""
    occasion: Short = ""
    purpose: Annotated[Text, Field(max_length=300)] = ""
    first_sentence: Sentence = ""
    keyword: Annotated[Text, Field(max_length=80)] = ""
    question: Sentence = ""
    if_control: Annotated[Text, Field(max_length=300)] = ""
    first: Run = Run()
    second: Run = Run()
    transfer: Annotated[Text, Field(max_length=400)] = ""

    def for_all(self) -> Answer:
        """Give what may leave the table: who the talk is with, and why, stays there."""
        kept = ("first_sentence", *RUNS, "transfer")
        return Answer.model_construct(**{name: getattr(self, name) for name in kept})


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the sentence a talk was to begin with, beside the one it begins with now.

    The new one is the last the group wrote; without one there is no row.
    """
    rows = [[one.first_sentence, new] for one in answers if (new := _newest(one))]
    return {"kind": "groups", "heads": ["line_old", "line_new"], "rows": rows}


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the preparation and each run as pairs; what nobody wrote is not there."""
    sections: list[dict[str, Any]] = [
        {"is": "pairs", "title": words["prepared"], "pairs": _pairs(answer, PREPARED, words)},
        *(_run(answer, run, words) for run in RUNS),
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("pairs")]


def _newest(answer: Answer) -> str:
    return answer.second.new_first_sentence or answer.first.new_first_sentence


def _run(answer: Answer, run: str, words: dict[str, str]) -> dict[str, Any]:
    pairs = _pairs(getattr(answer, run), AFTER, words, f"{run}_")
    return {"is": "pairs", "title": words[f"fold_{run}"], "pairs": pairs}


def _pairs(
    shape: Shape, names: tuple[str, ...], words: dict[str, str], stem: str = ""
) -> list[dict[str, Any]]:
    return [
        {"name": words[f"{stem}{name}"], "value": text, "voice": True}
        for name in names
        if (text := getattr(shape, name))
    ]
