"""Try-out (prøvehandling): something small to try in one's own practice, and what came of it.

Source: Plauborg, Andersen & Bayer (2007), action learning in five phases: wonder, act, observe,
talk it through, work it up. A try-out that went differently than expected is a result, too.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Day, Shape, Text, day_said

INSTRUMENT = "field_sheet"

Status = Literal["planned", "tried", "otherwise", "talked"]
"""Where a try-out is; one that is talked through in the learning group is no longer open."""

PLAN = (
    "wondering", "hypothesis", "action", "where_when", "date", "with_whom", "signs_to_look_for",
    "observer",
)  # fmt: skip
AFTER = ("what_happened", "learning", "adjustment")

Short = Annotated[Text, Field(max_length=160)]
Long = Annotated[Text, Field(max_length=400)]


class Trial(Shape):
    """One try-out, from wondering to what will be done differently next time."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
    wondering: Long = ""
    hypothesis: Long = ""
    action: Long = ""
    where_when: Short = ""
    date: Day = ""
    with_whom: Short = ""
    signs_to_look_for: Long = ""
    observer: Short = ""
    status: Status | None = None
    what_happened: Long = ""
    learning: Long = ""
    adjustment: Long = ""


class Answer(Shape):
    """One person's try-outs over the four days, the open ones and those talked through."""

    trials: Annotated[list[Trial], Field(max_length=8, default_factory=list)]


def plenary(_answers: list[Answer]) -> dict[str, Any]:
    """Give a figure with nothing in it: try-outs are told in the learning group, not shown."""
    return {"kind": "quiet", "rows": []}


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give each try-out under what is to be tried; only what somebody wrote is there."""
    return [_section(trial, words) for trial in answer.trials if _is_begun(trial)]


def _is_begun(trial: Trial) -> bool:
    return any(getattr(trial, part) for part in (*PLAN, *AFTER))


def _section(trial: Trial, words: dict[str, str]) -> dict[str, Any]:
    state = words[f"trial_status_{trial.status or 'planned'}"]
    pairs: list[dict[str, Any]] = [{"name": words["trial_status"], "value": state}]
    for part in (*PLAN, *AFTER):
        text = getattr(trial, part)
        if part == "date":
            text = day_said(text, words)
        if text and part != "action":
            pairs.append({"name": words[f"trial_{part}"], "value": text, "voice": True})
    return {"is": "pairs", "title": trial.action or words["trial_untitled"], "pairs": pairs}
