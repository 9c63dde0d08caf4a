"""Promise: what one keeps doing when the programme is over, and what a learning group agrees on.

Sources: Wahlgren (2009) on transfer: a goal of one's own, put to use soon, and followed up;
Plauborg, Andersen & Bayer (2007): a try-out that went differently than expected is a result, too.
A promise is no contract: it may be changed, it is never compared, and nobody counts what was kept.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from workshops.methods import Clock, Day, Shape, Text, clock_said, day_said

INSTRUMENT = "field_sheet"

OWN = ("keep", "notice", "pull", "helps", "asker", "letter")
MEETINGS = ("meet1", "meet2")
"""Two places for meetings and no list: two phones that set a date must not make two meetings."""
TO_ALL = ("seen", "passed_on")

Line = Annotated[Text, Field(max_length=240)]
Short = Annotated[Text, Field(max_length=120)]
Initials = Annotated[Text, Field(max_length=60)]


class Meeting(Shape):
    """When and where the learning group meets again, and who calls it."""

    date: Day = ""
    start: Clock = ""
    place: Short = ""
    caller: Initials = ""


class Trial(Shape):
    """A try-out that goes on."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
    what: Annotated[Text, Field(max_length=160)] = ""
    who: Initials = ""


class Answer(Shape):
    """One's own promise with a letter to oneself; for the group what it agrees on."""

    keep: Line = ""
    notice: Line = ""
    pull: Line = ""
    helps: Line = ""
    asker: Initials = ""
    letter: Annotated[Text, Field(max_length=1200)] = ""
    meet1: Meeting = Meeting()
    meet2: Meeting = Meeting()
    trials: Annotated[list[Trial], Field(max_length=8, default_factory=list)]
    seen: Annotated[Text, Field(max_length=400)] = ""
    passed_on: Annotated[Text, Field(max_length=400)] = ""

    def for_table(self) -> Answer:
        """Give one's promise as the group may hear it: the letter is nobody else's."""
        return self.model_copy(update={"letter": ""})

    def for_all(self) -> Answer:
        """Give what the group says to the room; dates, initials and promises stay at the table."""
        return Answer.model_construct(**{name: getattr(self, name) for name in TO_ALL})


def plenary(answers: list[Answer]) -> dict[str, Any]:
    """Give what one sees in half a year beside what is passed on, group by group."""
    rows = [[one.seen, one.passed_on] for one in answers if one.seen or one.passed_on]
    return {"kind": "groups", "heads": list(TO_ALL), "rows": rows}


def page(answer: Answer, words: dict[str, str]) -> list[dict[str, Any]]:
    """Give the promise in its own order, then the group's meetings and what goes on."""
    trials = [[one.what, one.who] for one in answer.trials if one.what or one.who]
    heads = [words["trial_what"], words["trial_who"]]
    sections: list[dict[str, Any]] = [
        *(_text(name, answer, words) for name in OWN),
        *(_meeting(name, getattr(answer, name), words) for name in MEETINGS),
        {"is": "table", "title": words["trials"], "heads": heads, "rows": trials},
        *(_text(name, answer, words) for name in TO_ALL),
    ]
    return [one for one in sections if one.get("text") or one.get("pairs") or one.get("rows")]


def _text(name: str, answer: Answer, words: dict[str, str]) -> dict[str, Any]:
    # A promise that is told says so below it; the letter says above that it is not.
    title = words["letter_mine" if name == "letter" else name]
    return {"is": "text", "title": title, "text": getattr(answer, name)}


def _meeting(name: str, one: Meeting, words: dict[str, str]) -> dict[str, Any]:
    told = {
        "date": day_said(one.date, words),
        "start": clock_said(one.start, words),
        "place": one.place,
        "caller": one.caller,
    }
    pairs = [
        {"name": words[f"{name}_{part}"], "value": text, "voice": True}
        for part, text in told.items()
        if text
    ]
    return {"is": "pairs", "title": words[f"fold_{name}"], "pairs": pairs}
