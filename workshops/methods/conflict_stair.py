"""The conflict staircase: the stair each party stands on, their kinds of conflict, and who acts.

Source: Center for Konfliktløsning (2000), seven steps and four kinds; Hammerich & Frydensberg
(2006); Glasl (1980); Thomas & Kilmann (1974), five modes as something to talk about, never to
score; Rosenberg (1999). A step is a guess about how it is seen from where a party stands. Nothing
is worked out of it: not who is right, and not who has to act.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "ladder"

SIDES = ("mine", "theirs")
STEPS = (
    "disagreement", "personification", "growing", "given_up",
    "enemy_images", "hostility", "polarisation",
)  # fmt: skip
"""The steps from the lowest up; step 1 is the first of them."""
KINDS = ("instrumental", "interest", "value", "personal")
MODES = ("competing", "collaborating", "compromising", "avoiding", "accommodating")
GIRAFFE = ("observation", "feeling", "need", "request")
LINES = 4

Step = Annotated[int, Field(ge=1, le=7)]
Name = Annotated[Text, Field(max_length=40)]
Said = Annotated[Text, Field(max_length=200)]
Bit = Annotated[Text, Field(max_length=160)]


class Parties(Shape):
    """Both parties as roles; `mine` is only the one that is named first."""

    mine: Name = ""
    theirs: Name = ""


class Steps(Shape):
    """The step each party stands on, 1 the lowest; they may well differ."""

    mine: Step | None = None
    theirs: Step | None = None


class Kinds(Shape):
    """What it is about for one party; it is often about several things."""

    instrumental: bool = False
    interest: bool = False
    value: bool = False
    personal: bool = False


class BothKinds(Shape):
    """The kinds of each party."""

    mine: Kinds = Kinds()
    theirs: Kinds = Kinds()


class Modes(Shape):
    """Which ways of meeting a conflict were talked about; nobody is one of them."""

    competing: bool = False
    collaborating: bool = False
    compromising: bool = False
    avoiding: bool = False
    accommodating: bool = False


class Line(Shape):
    """A line that points at the other, what could be said instead, and what that is made of."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
    said: Said = ""
    instead: Said = ""
    observation: Bit = ""
    feeling: Bit = ""
    need: Bit = ""
    request: Bit = ""


class Answer(Shape):
    """One conflict from both sides; a group's answer also holds its lines and who is to act."""

    situation: Annotated[Text, Field(max_length=240)] = ""
    parties: Parties = Parties()
    steps: Steps = Steps()
    kinds: BothKinds = BothKinds()
    modes: Modes = Modes()
    spread: Annotated[Text, Field(max_length=600)] = ""
    lines: Annotated[list[Line], Field(max_length=LINES, default_factory=list)]
    who_acts: Literal["leader", "parties", "consultant", "third_party"] | None = None
    whom_we_ask: Annotated[Text, Field(max_length=400)] = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give how many groups put each party on which step, and their lines.

    "matrix": "down" the steps, the highest on top as on the stairs; "across" the two parties. A
    party without a step is not counted, so a column may add up to less than "n", the groups that
    have put anybody on the stairs. No mean and no distance between the parties: two groups may
    work on different conflicts. "rows": [said, instead], where there is something instead.
    """
    marks = {side: [getattr(one.steps, side) for one in answers] for side in SIDES}
    return {
        "kind": "matrix",
        "n": sum(1 for one in answers if one.steps != Steps()),
        "down": [f"row_{step}" for step in reversed(STEPS)],
        "across": [f"party_{side}" for side in SIDES],
        "cells": [
            [marks[side].count(number) for side in SIDES] for number in range(len(STEPS), 0, -1)
        ],
        "heads": ["line_said", "line_instead"],
        "rows": [
            [line.said, line.instead] for one in answers for line in one.lines if line.instead
        ],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    stood = [row for side in SIDES if any((row := _row(answer, side, words))[1:])]
    modes = [words[f"modes_{mode}"] for mode in MODES if getattr(answer.modes, mode)]
    heads = [words["party_page"], words["step_page"], words["kinds"]]
    said = [words["line_said"], words["line_instead"], words["giraffe_page"]]
    lines = [row for line in answer.lines if any(row := _line(line, words))]
    sections: list[dict[str, Any]] = [
        {"is": "text", "title": words["situation"], "text": answer.situation},
        {"is": "table", "title": words["stands_page"], "heads": heads, "rows": stood},
        {"is": "text", "title": words["spread"], "text": answer.spread},
        {"is": "text", "title": words["modes_told"], "text": "\n".join(modes)},
        {"is": "table", "title": words["lines"], "heads": said, "rows": lines},
        {"is": "text", "title": words["who_acts"], "text": _who(answer, words)},
        {"is": "text", "title": words["whom_we_ask"], "text": answer.whom_we_ask},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows")]


# ── one answer ───────────────────────────────────────────────────────────────
def _row(answer: Answer, side: str, words: dict[str, str]) -> list[str]:
    name = getattr(answer.parties, side) or words[f"party_{side}"]
    number: int | None = getattr(answer.steps, side)
    ticked = getattr(answer.kinds, side)
    kinds = [words[f"kinds_{kind}"] for kind in KINDS if getattr(ticked, kind)]
    step = words[f"row_{STEPS[number - 1]}"] if number else ""
    return [name, step, ", ".join(kinds)]


def _line(line: Line, words: dict[str, str]) -> list[str]:
    bits = [(words[f"line_{bit}"], getattr(line, bit)) for bit in GIRAFFE]
    parts = "\n".join(f"{name}: {text}" for name, text in bits if text)
    return [line.said, line.instead, parts]


def _who(answer: Answer, words: dict[str, str]) -> str:
    return words[f"who_acts_{answer.who_acts}"] if answer.who_acts else ""
