"""Process plan: a small run-of-show for six people, made over for sixty.

Source: the diamond of opening, exploring and closing, with the hard middle (groan zone), Kaner et
al. (1996); facilitation as leading meetings that make sense, Ravn (2011). The set of clarification
methods and what a plan is asked about are ours. Nothing says whether a plan is a good one.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "process_sheet"

PLANS = ("six", "sixty")
PARTS = ("open", "explore", "close", "other")
"""The parts of a plan's bar: its phases, and last a pause or what has no phase yet."""

Key = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
Method = Literal["expectations", "clarifying", "dots", "decision", "summary", "pause", "own"]
Minutes = Annotated[int, Field(ge=0, le=480)]


class Step(Shape):
    """One thing that is done, what it is for, with whom and for how many minutes."""

    id: Key
    title: Annotated[Text, Field(max_length=80)] = ""
    purpose: Annotated[Text, Field(max_length=200)] = ""
    phase: Literal["open", "explore", "close"] | None = None
    method: Method | None = None
    form: Literal["I", "par", "G", "plenum"] | None = None
    minutes: Minutes | None = None
    tempo: Literal["low", "high"] | None = None
    body: Literal["seated", "moving"] | None = None
    lead: Annotated[Text, Field(max_length=80)] = ""
    materials: Annotated[Text, Field(max_length=160)] = ""


class Plan(Shape):
    """The steps for a room of one size, in their order."""

    steps: list[Step] = Field(default_factory=list, max_length=12)


class Answer(Shape):
    """What a meeting is for, and its plan for six and for sixty; what changed in between."""

    purpose: Annotated[Text, Field(max_length=240)] = ""
    decision_form: Literal["inform", "hear", "advise", "together", "leader"] | None = None
    minutes: Annotated[int, Field(ge=5, le=480)] | None = None
    six: Plan = Plan()
    sixty: Plan = Plan()
    changed: Annotated[Text, Field(max_length=600)] = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give the minutes of each part of the groups' plans, for six and for sixty, and what changed.

    "stacks": for each answer, in their order, one list of minutes for each of `bars` (the plans),
    in the order of `parts`. "n": how many have begun a plan. "rows": [purpose, what changed] where
    something changed. Nothing is compared with a plan that would be the right one.
    """
    stacks = [[_minutes(getattr(one, plan)) for plan in PLANS] for one in answers]
    return {
        "kind": "stacks",
        "n": sum(1 for one in stacks if any(map(sum, one))),
        "bars": [f"with_{plan}" for plan in PLANS],
        "parts": [f"phase_{part}" for part in PARTS],
        "stacks": stacks,
        "heads": ["line_purpose", "line_changed"],
        "rows": [[one.purpose, one.changed] for one in answers if one.changed],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the purpose, both plans as tables, how it is decided, and what changed."""
    form = words[f"decision_form_{answer.decision_form}"] if answer.decision_form else ""
    sections: list[dict[str, Any]] = [
        {"is": "text", "title": words["purpose"], "text": answer.purpose},
        *(_table(answer, plan, words) for plan in PLANS),
        {"is": "text", "title": words["decision_form"], "text": form},
        {"is": "text", "title": words["changed"], "text": answer.changed},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows")]


# ── the minutes ──────────────────────────────────────────────────────────────
def _part(step: Step) -> str:
    return "other" if step.method == "pause" or not step.phase else step.phase


def _minutes(plan: Plan) -> list[int]:
    return [sum(step.minutes or 0 for step in plan.steps if _part(step) == part) for part in PARTS]


def _table(answer: Answer, plan: str, words: dict[str, str]) -> dict[str, Any]:
    steps: list[Step] = getattr(answer, plan).steps
    told = words["sum"].format(n=sum(step.minutes or 0 for step in steps), of=answer.minutes or 60)
    heads = ("step_title", "step_purpose", "step_how", "minutes", "step_with")
    return {
        "is": "table",
        "title": f"{words[f'with_{plan}']} · {told}",
        "heads": [words[one] for one in heads],
        "rows": [_row(at, step, words) for at, step in enumerate(steps, 1)],
    }


def _row(at: int, step: Step, words: dict[str, str]) -> list[str]:
    parts = (
        ("phase", step.phase if _part(step) != "other" else None),
        ("form", step.form),
        ("method", step.method if step.method != "own" else None),
        ("tempo", step.tempo),
        ("body", step.body),
    )
    return [
        f"{at} · {step.title or words['step_number'].format(n=at)}",
        step.purpose,
        " · ".join(words[f"{name}_{one}"] for name, one in parts if one),
        str(step.minutes) if step.minutes else "",
        " · ".join(text for text in (step.lead, step.materials) if text),
    ]
