"""I DO ART: the frame of a meeting – intention, desired outcome, agenda, roles and rules, time.

It has no canonical author: attributed to Kaospilot; compare IDOARRT (Hyper Island). The outcome is
told as something one has, knows or feels afterwards. Whether it is reached is for people to say.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshops.methods import Shape, Text, day_said

INSTRUMENT = "meeting_frame"

Id = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3])\.[0-5]\d$")]
"""A time of day with a full stop: 09.30."""
Date = Annotated[str, Field(pattern=r"^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Minutes = Annotated[int, Field(ge=1, le=240)]
Moment = Annotated[int, Field(ge=0, le=2**53 - 1)]
"""Milliseconds since 1970 by the room's clock."""

OUTCOMES = ("product", "knowledge", "feeling")


class Point(Shape):
    """A point of the agenda: what is done, how, how long, and who leads it."""

    id: Id
    what: Annotated[Text, Field(max_length=120)] = ""
    how: Annotated[Text, Field(max_length=80)] = ""
    minutes: Minutes | None = None
    lead: Annotated[Text, Field(max_length=40)] = ""


class Role(Shape):
    """A role in the meeting and whoever has it."""

    id: Id
    role: Annotated[Text, Field(max_length=40)] = ""
    who: Annotated[Text, Field(max_length=60)] = ""


class Test(Shape):
    """A colleague's question to the outcome: «Er vi færdige, når …?», and what it led to."""

    id: Id
    done_when: Annotated[Text, Field(max_length=160)] = ""
    reply: Literal["yes", "almost", "not_yet"] | None = None


class Live(Shape):
    """The meeting while it runs: the point it stands at and since when; `over` ends it."""

    point: Id | None = None
    since: Moment | None = None
    more: Annotated[int, Field(ge=0, le=240)] = 0
    over: bool | None = None


class Answer(Shape):
    """The frame of one meeting; a group's answer also holds what colleagues asked of it."""

    meeting: Annotated[Text, Field(max_length=80)] = ""
    intention: Annotated[Text, Field(max_length=300)] = ""
    product: Annotated[Text, Field(max_length=200)] = ""
    knowledge: Annotated[Text, Field(max_length=200)] = ""
    feeling: Annotated[Text, Field(max_length=200)] = ""
    points: Annotated[list[Point], Field(max_length=14, default_factory=list)]
    roles: Annotated[list[Role], Field(max_length=8, default_factory=list)]
    rules: Annotated[Text, Field(max_length=300)] = ""
    date: Date | None = None
    start: Clock | None = None
    place: Annotated[Text, Field(max_length=80)] = ""
    live: Live = Live()
    tests: Annotated[list[Test], Field(max_length=6, default_factory=list)]
    drafted: Annotated[Text, Field(max_length=200)] = ""
    rewritten: Annotated[Text, Field(max_length=200)] = ""
    transfer: Annotated[Text, Field(max_length=400)] = ""


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give each group's intention beside its outcome; the outcome's three sides in one line."""
    rows = [[one.intention, _outcome(one)] for one in answers if one.intention or _outcome(one)]
    return {"kind": "groups", "heads": ["line_intention", "line_outcome"], "rows": rows}


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the frame for the handbook and the poster, from I to T; empty parts fall out."""
    outcome = [
        {"name": words[name], "value": text, "voice": True}
        for name in OUTCOMES
        if (text := getattr(answer, name))
    ]
    agenda = [
        [_at(answer, at), one.what, " · ".join(part for part in (one.how, one.lead) if part)]
        for at, one in enumerate(answer.points)
        if one.what
    ]
    heads = [words["agenda_at"], words["point_what"], words["agenda_how"]]
    sections: list[dict[str, Any]] = [
        {"is": "text", "title": words["meeting"], "text": _meeting(answer, words)},
        {"is": "text", "title": words["intention"], "text": answer.intention},
        {"is": "pairs", "title": words["outcome"], "pairs": outcome},
        {"is": "table", "title": words["agenda"], "heads": heads, "rows": agenda},
        _roles(answer, words),
        {"is": "text", "title": words["rules"], "text": answer.rules},
        _tests(answer, words),
        {"is": "text", "title": words["drafted"], "text": answer.drafted},
        {"is": "text", "title": words["rewritten"], "text": answer.rewritten},
        {"is": "text", "title": words["transfer"], "text": answer.transfer},
    ]
    return [one for one in sections if one.get("text") or one.get("rows") or one.get("pairs")]


def _roles(answer: Answer, words: dict[str, str]) -> dict[str, Any]:
    rows = [[one.role, one.who] for one in answer.roles if one.role or one.who]
    heads = [words["role_role"], words["role_who"]]
    return {"is": "table", "title": words["roles"], "heads": heads, "rows": rows}


def _tests(answer: Answer, words: dict[str, str]) -> dict[str, Any]:
    rows = [
        [one.done_when, words[f"test_reply_{one.reply}"] if one.reply else ""]
        for one in answer.tests
        if one.done_when
    ]
    heads = [words["test_done_when"], words["test_reply"]]
    return {"is": "table", "title": words["tests"], "heads": heads, "rows": rows}


def _outcome(answer: Answer) -> str:
    """Give the three sides in one line; a full stop is not followed by a dot as well."""
    told = (text.strip() for name in OUTCOMES if (text := getattr(answer, name)))
    return " · ".join(told).replace(". · ", ". ")


def _meeting(answer: Answer, words: dict[str, str]) -> str:
    when = " ".join(part for part in (day_said(answer.date or "", words), answer.start) if part)
    return " · ".join(part for part in (answer.meeting, when, answer.place) if part)


def _at(answer: Answer, at: int) -> str:
    """Give when a point begins, or how long it takes while no start is set."""
    minutes = answer.points[at].minutes
    if answer.start is None:
        return f"{minutes} min." if minutes else ""
    hours, begun = (int(part) for part in answer.start.split("."))
    before = sum(one.minutes or 0 for one in answer.points[:at])
    total = (60 * hours + begun + before) % 1440
    return f"{total // 60:02}.{total % 60:02}"
