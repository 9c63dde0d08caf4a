"""Both-and: changes of hat in one talk, when they came, and the sentences that make them heard.

Source: Schein (1999) on expert help and process help; Dahl & Juhl (2009) on the consultant of many
positions. Not either-or: what counts is the moment and that everybody hears it. No number of
changes is the right one, and nothing is worked out of them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text

INSTRUMENT = "hat_line"

Hat = Literal["facilitator", "knowledge", "authority"]
HATS = ("facilitator", "knowledge", "authority")
Seat = Literal["s1", "s2", "s3", "s4", "s5", "s6"]
Key = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
Moment = Annotated[int, Field(ge=0, le=4_102_444_800_000)]
"""Milliseconds since 1970, up to the year 2100."""
LONGEST = 3600
"""Seconds a line may be long."""
Sentence = Annotated[Text, Field(max_length=240)]


class Shift(Shape):
    """One change of hat as an observer tapped it; the hat before is the line's to tell."""

    id: Key
    at: Annotated[int, Field(ge=0, le=LONGEST)] | None = None
    to: Hat | None = None
    announced: bool | None = None
    permission: bool | None = None
    by: Seat | None = None


class Answer(Shape):
    """One simulation: its time line, and a sentence out and a sentence home."""

    began: Moment | None = None
    ended: Moment | None = None
    first: Hat | None = None
    shifts: Annotated[list[Shift], Field(max_length=60, default_factory=list)]
    helped: Annotated[Text, Field(max_length=400)] = ""
    shift_sentence: Sentence = ""
    return_sentence: Sentence = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give each group's line as it was tapped, and its two sentences.

    "strips": one for each answer, in their order, None where nothing was begun: {"seconds": how
    long it took (0 where nobody ended it), "first": hat, "shifts": [{"at": seconds, "to": hat,
    "announced", "permission"}] by the clock}. "n": how many lines there are. "rows": [sentence
    out, sentence home] where there is one. No change is counted, compared or sorted.
    """
    strips = [_strip(one) for one in answers]
    return {
        "kind": "strips",
        "n": sum(1 for one in strips if one),
        "strips": strips,
        "heads": ["line_shift", "line_return"],
        "rows": [
            [one.shift_sentence, one.return_sentence]
            for one in answers
            if one.shift_sentence or one.return_sentence
        ],
    }


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the sections of one answer for the handbook and the text twin; empty ones fall out."""
    heads = [words[key] for key in ("shift_at", "shift_to", "announced", "permission")]
    shifts = [_row(one, words) for one in _shifts(answer)]
    begins = [_clock(0), words[f"hat_{answer.first or HATS[0]}"], "", ""]
    rows = [begins, *shifts] if _is_begun(answer) else []
    sections: list[dict[str, Any]] = [
        {"is": "table", "title": words["strip_words"], "heads": heads, "rows": rows},
        *(
            {"is": "text", "title": words[name], "text": getattr(answer, name)}
            for name in ("helped", "shift_sentence", "return_sentence", "transfer")
        ),
    ]
    return [one for one in sections if one.get("text") or one.get("rows")]


# ── one line ─────────────────────────────────────────────────────────────────
def _shifts(answer: Answer) -> list[Shift]:
    whole = [one for one in answer.shifts if one.at is not None and one.to]
    return sorted(whole, key=lambda one: (one.at or 0, one.id))


def _is_begun(answer: Answer) -> bool:
    return answer.began is not None or bool(_shifts(answer))


def _strip(answer: Answer) -> dict[str, Any] | None:
    if not _is_begun(answer):
        return None
    took = 0
    if answer.began is not None and answer.ended is not None:
        took = min(LONGEST, max(0, (answer.ended - answer.began) // 1000))
    shifts = [
        {"at": one.at, "to": one.to, "announced": one.announced, "permission": one.permission}
        for one in _shifts(answer)
    ]
    return {"seconds": took, "first": answer.first or HATS[0], "shifts": shifts}


def _row(shift: Shift, words: dict[str, str]) -> list[str]:
    told = ("" if known is None else words["yes" if known else "no"] for known in _known(shift))
    return [_clock(shift.at or 0), words[f"hat_{shift.to}"], *told]


def _known(shift: Shift) -> tuple[bool | None, bool | None]:
    return shift.announced, shift.permission


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
