"""Keywords: a speaker's own charged words, caught unchanged, and the question that unfolded them.

Source: Anderson & Goolishian (1992) on staying in the speaker's language; Cecchin (1987) on
curiosity. Whether a question opened anything is the speaker's to say, and so is what may be shown:
nothing is counted, drawn as a cloud or put into other words.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "field_sheet"

WORDS = ("first", "second")
"""The two words the speaker picks; each has its own place, so that many may write at once."""

Verbatim = Annotated[Text, Field(max_length=80)]


class Caught(Shape):
    """A word one listener wrote down as it was said, and what made it catch the ear."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
    verbatim: Verbatim = ""
    why_caught: Annotated[Text, Field(max_length=160)] = ""


class Keyword(Shape):
    """A word the speaker picked, a question asked about it, and what came.

    What the question did, and whether the word may be shown, is the speaker's alone to say.
    """

    verbatim: Verbatim = ""
    question: Annotated[Text, Field(max_length=200)] = ""
    unfolded: Annotated[Text, Field(max_length=300)] = ""
    speaker_mark: Literal["opened", "neutral", "closed"] | None = None
    released: Literal["yes", "no"] | None = None


class Answer(Shape):
    """One listener's list, or a group's two words and the questions it takes along."""

    caught: Annotated[list[Caught], Field(max_length=8, default_factory=list)]
    first: Keyword = Keyword()
    second: Keyword = Keyword()
    questions: Annotated[Text, Field(max_length=400)] = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""

    def for_all(self) -> Answer:
        """Give what may leave the table: a word without its speaker's yes stays there."""
        kept = {name: getattr(self, name) for name in WORDS if _is_released(getattr(self, name))}
        told = {"questions": self.questions, "transfer": self.transfer} | kept
        return Answer.model_construct(**told)


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the words their speakers released, each with the question that opened it.

    A question the speaker has not marked as opening stays at the table.
    """
    rows = [
        [word.verbatim, word.question if word.speaker_mark == "opened" else ""]
        for one in answers
        for word in (one.first, one.second)
        if _is_released(word) and word.verbatim
    ]
    return {"kind": "groups", "heads": ["line_word", "line_question"], "rows": rows}


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the words caught as a table, each picked word as pairs, and what is taken along."""
    caught = [[one.verbatim, one.why_caught] for one in answer.caught]
    heads = [words["caught_verbatim"], words["caught_why_caught"]]
    sections: list[dict[str, Any]] = [
        {
            "is": "table",
            "title": words["caught"],
            "heads": heads,
            "rows": [row for row in caught if any(row)],
        },
        *(
            {"is": "pairs", "title": words[f"fold_{name}"], "pairs": _pairs(answer, name, words)}
            for name in WORDS
        ),
        {"is": "text", "title": words["questions"], "text": answer.questions},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows") or one.get("pairs")]


def _is_released(word: Keyword) -> bool:
    return word.released == "yes"


def _pairs(answer: Answer, name: str, words: dict[str, str]) -> list[dict[str, Any]]:
    word: Keyword = getattr(answer, name)
    mark = words[f"{name}_speaker_mark_{word.speaker_mark}"] if word.speaker_mark else ""
    told = (
        ("verbatim", word.verbatim, True),
        ("question", word.question, True),
        ("unfolded", word.unfolded, True),
        ("speaker_mark", mark, False),
    )
    return [
        {"name": words[f"{name}_{part}"], "value": text} | ({"voice": True} if voice else {})
        for part, text, voice in told
        if text
    ]
