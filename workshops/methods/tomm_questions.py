"""Four kinds of question: placed by what the asker intends and assumes, and as they were heard.

Source: Tomm (1988), in Danish Tomm (1992); Hornstrup, Tomm & Johansen (2009). The kind follows the
asker's intention, never the wording: it is read from the asker's own mark, and no text is read for
it. Asked and heard are two marks, and the way between them is no fault of anybody's.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "question_map"

Part = Annotated[float, Field(ge=-1, le=1)]
Place = Annotated[list[Part], Field(min_length=2, max_length=2)]
"""[intention, assumption], both −1…1 in tenths: from orienting to influencing, from lineal to
circular."""
Key = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
Said = Annotated[Text, Field(max_length=200)]

KINDS = ("linear", "circular", "reflexive", "strategic")
HEARERS = ("h1", "h2", "h3", "h4", "h5")
"""The hearers' slots: h1 is the focus person's, the others are the observers'."""
BEST = 3
"""How many questions a group gives to the shared bank."""


class Given(Shape):
    """Where one heard each of the eight questions that the exercise gives."""

    q1: Place | None = None
    q2: Place | None = None
    q3: Place | None = None
    q4: Place | None = None
    q5: Place | None = None
    q6: Place | None = None
    q7: Place | None = None
    q8: Place | None = None


class Heard(Shape):
    """Where each hearer heard one question; a slot each, so that phones never race."""

    h1: Place | None = None
    h2: Place | None = None
    h3: Place | None = None
    h4: Place | None = None
    h5: Place | None = None


class Question(Shape):
    """A question of the interview; its order is its place in the list."""

    id: Key
    text: Said = ""
    asked: Place | None = None
    heard: Heard = Heard()
    moved: bool | None = None
    effect_note: Said = ""


class Rewrite(Shape):
    """A question asked anew, from another place on the map."""

    id: Key
    before: Said = ""
    after: Said = ""


class Best(Shape):
    """A question for the shared bank, and what it is good for."""

    id: Key
    question: Said = ""
    use: Annotated[Text, Field(max_length=160)] = ""


class Answer(Shape):
    """The given questions of one person; a group's interview, its rewrites and its best questions.

    `shown`: the marks of all at the table lie open. `best` may hold more than three for a moment,
    when two phones add at once; the first three count.
    """

    given: Given = Given()
    questions: Annotated[list[Question], Field(max_length=24, default_factory=list)]
    shown: bool | None = None
    rewritten: Annotated[list[Rewrite], Field(max_length=12, default_factory=list)]
    best: Annotated[list[Best], Field(max_length=8, default_factory=list)]
    transfer: Annotated[Text, Field(max_length=400)] = ""


def _kind_of(place: list[float] | None) -> str | None:
    """Give the kind whose field a mark stands in; on a line between two it is neither."""
    if not place or 0 in place:
        return None
    intention, assumption = place
    if assumption < 0:
        return "strategic" if intention > 0 else "linear"
    return "reflexive" if intention > 0 else "circular"


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the marks of all groups without words, the order of each interview, and the bank.

    "pairs": [{"from": place asked, "to": place heard, "asked", "heard": the kinds as word keys}]
    for every hearer of every question, sorted by place, so that they say nothing of whose or when.
    "paths": for each answer, in their order, the asked places one after the other; "orders": the
    same as kinds. "n": how many have placed a question. "rows": [question, use], the bank. No
    distance is worked out and nothing is counted as hit or missed. Units: −1…1.
    """
    paths = [[one.asked for one in answer.questions if one.asked] for answer in answers]
    pairs = sorted(
        (one.asked, heard)
        for answer in answers
        for one in answer.questions
        for _slot, heard in one.heard
        if one.asked and heard
    )
    return {
        "kind": "questions",
        "n": sum(1 for one in paths if one),
        "pairs": [
            {"from": asked, "to": heard, "asked": _key(asked), "heard": _key(heard)}
            for asked, heard in pairs
        ],
        "paths": paths,
        "orders": [[_key(place) for place in path] for path in paths],
        "heads": ["line_question", "line_use"],
        "rows": [
            [one.question, one.use]
            for answer in answers
            for one in answer.best[:BEST]
            if one.question
        ],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    given = [
        [str(at), words.get(f"given_{name}", ""), _named(place, words)]
        for at, (name, place) in enumerate(answer.given, 1)
        if place
    ]
    asked = [
        [str(at), one.text, _named(one.asked, words) if one.asked else "", _heard(one, words)]
        for at, one in enumerate(answer.questions, 1)
        if one.text or one.asked
    ]
    moved = [
        [one.text, one.effect_note] for one in answer.questions if one.moved or one.effect_note
    ]
    heads = [words["question_number"], words["question"], words["asked"], words["heard"]]
    anew = [[one.before, one.after] for one in answer.rewritten if one.before or one.after]
    best = [[one.question, one.use] for one in answer.best[:BEST] if one.question]
    sections: list[dict[str, Any]] = [
        _table(words["given"], [*heads[:2], words["heard"]], given),
        _table(words["questions"], heads, asked),
        _table(words["moved"], [words["question"], words["effect_note"]], moved),
        _table(words["rewritten"], [words["rewritten_before"], words["rewritten_after"]], anew),
        _table(words["best"], [words["line_question"], words["line_use"]], best),
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows")]


def _named(place: list[float], words: dict[str, str]) -> str:
    """Give a mark's kind as the exercise calls it, with its nickname if it has one."""
    kind = _kind_of(place)
    if not kind:
        return words["on_the_line"]
    return " · ".join(
        part for part in (words[f"type_{kind}"], words.get(f"nickname_{kind}")) if part
    )


def _key(place: list[float]) -> str:
    kind = _kind_of(place)
    return f"type_{kind}" if kind else "on_the_line"


# ── one group ────────────────────────────────────────────────────────────────
def _table(title: str, heads: list[str], rows: list[list[str]]) -> dict[str, Any]:
    return {"is": "table", "title": title, "heads": heads, "rows": rows}


def _heard(one: Question, words: dict[str, str]) -> str:
    marks = [
        f"{words[f'seat_{slot}']}: {_named(place, words)}" for slot, place in one.heard if place
    ]
    return " | ".join(marks)
