"""Positioning: where I was invited, where I went, where I wished to be, and where I put the other.

Source: Davies & Harré (1990); Harré & van Langenhove (1991, 1999); Haslebo (2004). The two axes are
our own teaching device: the theory gives none, and no corner of the map is a good one.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "positioning_map"

Half = Annotated[float, Field(ge=-5, le=5)]
Mark = Annotated[list[Half], Field(min_length=2, max_length=2)]
"""A place [x, y], both −5…5: x from knowledge to facilitating, y from control to support."""

MARKS = ("invited", "taken", "wished", "given")
ENDS = ("left", "right", "bottom", "top")


class Words(Shape):
    """The words on the arrows: invited → taken, taken → wished, and what put the other in place."""

    taken: Annotated[Text, Field(max_length=60)] = ""
    wished: Annotated[Text, Field(max_length=60)] = ""
    given: Annotated[Text, Field(max_length=60)] = ""


class Axes(Shape):
    """Own words at the ends of the axes; an empty end keeps the exercise's."""

    left: Annotated[Text, Field(max_length=24)] = ""
    right: Annotated[Text, Field(max_length=24)] = ""
    bottom: Annotated[Text, Field(max_length=24)] = ""
    top: Annotated[Text, Field(max_length=24)] = ""


class Line(Shape):
    """A repositioning line: what invites, what we could say instead, and what it moves."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
    invitation: Annotated[Text, Field(max_length=200)] = ""
    counter: Annotated[Text, Field(max_length=200)] = ""
    shift: Annotated[Text, Field(max_length=120)] = ""


class Second(Shape):
    """The episode played again: the counter-positioning, how it was met, and what came back."""

    said: Annotated[Text, Field(max_length=200)] = ""
    response: Literal["accept", "reject", "renegotiate", "ignore"] | None = None
    answer: Annotated[Text, Field(max_length=200)] = ""


class Answer(Shape):
    """One map; a group's answer also holds its sheet (`second` and all that stands below it)."""

    episode: Annotated[Text, Field(max_length=160)] = ""
    invited: Mark | None = None
    taken: Mark | None = None
    wished: Mark | None = None
    given: Mark | None = None
    words: Words = Words()
    axes: Axes = Axes()
    second: Second = Second()
    rights: Annotated[Text, Field(max_length=400)] = ""
    duties: Annotated[Text, Field(max_length=400)] = ""
    lines: Annotated[list[Line], Field(max_length=6, default_factory=list)]
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the overlay of arrows invited → wished and the table invitation → counter-positioning.

    Maps with own axes stay out of the overlay; the arrows are sorted by place, so that their order
    tells nothing about who came when. Units: map steps, −5…5 on both axes.
    """
    pairs = sorted(
        (tuple(answer.invited), tuple(answer.wished))
        for answer in answers
        if answer.invited and answer.wished and answer.axes == Axes()
    )
    arrows = [{"from": list(start), "to": list(end)} for start, end in pairs]
    rows = [
        [line.invitation, line.counter]
        for answer in answers
        for line in answer.lines
        if line.invitation or line.counter
    ]
    return {"kind": "arrows", "range": [-5.5, 5.5], "arrows": arrows, "rows": rows}


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    places = [
        {"name": words[f"mark_{mark}"], "value": _place(getattr(answer, mark), answer.axes, words)}
        for mark in MARKS
        if getattr(answer, mark)
    ]
    said = [
        {"name": words[f"said_{name}"], "value": text, "voice": True}
        for name, text in answer.words
        if text
    ]
    rows = [[line.invitation, line.counter, line.shift] for line in answer.lines]
    heads = [words["line_invitation"], words["line_counter"], words["line_shift"]]
    sections: list[dict[str, Any]] = [
        {"is": "text", "title": words["episode"], "text": answer.episode},
        {"is": "table", "title": words["lines"], "heads": heads, "rows": rows},
        {"is": "picture", "title": words["map"], "picture": "positioning_map", "twin": places},
        {"is": "pairs", "title": words["said"], "pairs": said},
        {"is": "pairs", "title": words["second"], "pairs": _second(answer.second, words)},
        {"is": "text", "title": words["rights"], "text": answer.rights},
        {"is": "text", "title": words["duties"], "text": answer.duties},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [
        one
        for one in sections
        if one.get("text") or one.get("rows") or one.get("pairs") or one.get("twin")
    ]


def _second(second: Second, words: dict[str, str]) -> list[dict[str, Any]]:
    response = words[f"second_response_{second.response}"] if second.response else ""
    told = (
        (words["second_said"], second.said, True),
        (words["second_response"], response, False),
        (words["second_answer"], second.answer, True),
    )
    return [
        {"name": name, "value": text} | ({"voice": True} if voice else {})
        for name, text, voice in told
        if text
    ]


def _place(mark: list[float], axes: Axes, words: dict[str, str]) -> str:
    across = _step(
        mark[0], axes.left or words["axis_left"], axes.right or words["axis_right"], words
    )
    along = _step(
        mark[1], axes.bottom or words["axis_bottom"], axes.top or words["axis_top"], words
    )
    return f"{across}, {along}"


def _step(value: float, low: str, high: str, words: dict[str, str]) -> str:
    if not value:
        return words["on_the_middle"].format(low=low.lower(), high=high.lower())
    steps = f"{abs(value):g}".replace(".", words["decimal"])
    return f"{(high if value > 0 else low).lower()} {steps}"
