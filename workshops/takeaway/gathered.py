"""What the groups have shared of an exercise, ready to be set on paper or counted in a sheet.

Only two verbs of the store are asked for words: `released` and `unnamed`. No other can come out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workshops import fields, figures, methods, twins
from workshops.exercises import Exercise
from workshops.methods import Refused
from workshops.programme.plan import plan
from workshops.store import Event, Sheet, Store
from workshops.words import sentence, words


@dataclass(frozen=True)
class Output:
    """One group's shared sheet."""

    table: str
    members: tuple[str, ...]
    shared: datetime | None
    answer: Any
    sections: list[dict[str, Any]]
    consented: bool = False
    """Whether the group has said yes to being an example in the method handbook."""
    taken: datetime | None = None
    """When the group took its own sheet home, shared or not; None where it is the room's."""


@dataclass(frozen=True)
class Gathered:
    """One exercise: the groups' outputs and what was shared without names."""

    exercise: Exercise
    language: str
    outputs: tuple[Output, ...]
    figure: dict[str, Any]
    made: datetime

    @property
    def words(self) -> dict[str, str]:
        """The exercise's own words."""
        return self.exercise.words[self.language]

    @property
    def method(self) -> str:
        """The method's name as people call it."""
        return legible(words(self.language).get(self.exercise.method) or self.words["title"])

    @property
    def day(self) -> str:
        """Which learning day it is: "Læringsdag 1"."""
        return day_name(self.exercise.day, self.language)

    @property
    def day_title(self) -> str:
        """What the day is called; empty when it has no plan yet."""
        try:
            return legible(plan(self.exercise.day).title[self.language])
        except (OSError, KeyError):
            return ""

    @property
    def date(self) -> datetime | None:
        """When the first group shared, or took its own sheet home; None before."""
        moments = [one.shared or one.taken for one in self.outputs]
        return min((moment for moment in moments if moment), default=None)

    @property
    def heads(self) -> list[str]:
        """The heads of the plenary's table."""
        return [self.words[name] for name in figures.heads_of(self.figure)]

    @property
    def twin(self) -> list[str]:
        """The plenary's picture in sentences."""
        found: list[str] = self.told["sentences"]
        return found

    @property
    def told(self) -> dict[str, Any]:
        """The plenary's picture in words: {sentences, heads, rows}."""
        names = tuple(table_name(one.table, self.language) for one in self.outputs)
        return twins.twin(self.figure, self.words, names)


def gather(store: Store, exercise: Exercise, language: str) -> Gathered:
    """Give what is shared of an exercise at this moment."""
    seats = [event for event in store.events("seat") if event.day <= exercise.day]
    outputs = tuple(
        _output(exercise, sheet, seats, language) for sheet in store.released(exercise.id)
    )
    method = methods.find(exercise.method)
    unnamed = store.unnamed(exercise.id, exercise.unnamed, exercise.apart)
    arrows = [answer_of(exercise, one) for one in unnamed]
    # Most pictures are made of what people shared without names, the table of what groups shared.
    of_groups = method.plenary([one.answer for one in outputs])
    rows = figures.rows_in_words(of_groups, exercise.words[language])
    figure = of_groups | {"tables": _tables(of_groups["kind"], method, outputs), "rows": rows}
    if not figures.is_of_groups(of_groups["kind"], exercise.unnamed):
        figure = method.plenary(arrows) | {"rows": rows}
    return Gathered(exercise, language, outputs, figure, datetime.now().astimezone())


def _tables(kind: str, method: Any, outputs: tuple[Output, ...]) -> list[str]:
    """Give the signs of the groups in a figure, in its order; of hierarchies the begun ones."""
    if kind != "hierarchies":
        return [one.table for one in outputs]
    return [one.table for one in outputs if method.plenary([one.answer])["hierarchies"]]


def legible(text: object) -> str:
    """Give a text that every format can hold: no controls, no broken letters, no hidden order."""
    whole = str(text).encode("utf-8", "ignore").decode()
    return str(methods.cleaned(whole))


def table_name(table: str, language: str) -> str:
    """Give a group's name: "Gruppe 3"."""
    return sentence("take_group", language, n=legible(table))


def day_name(day: str, language: str) -> str:
    """Give a day's name from its folder: "Læringsdag 1"."""
    number = re.match(r"day(\d+)", day)
    return sentence("take_day", language, n=number[1] if number else day)


def date_name(moment: datetime, language: str) -> str:
    """Give a date as it is written: "26. november 2026"."""
    month = words(language)["take_months"].split()[moment.month - 1]
    return sentence("take_date", language, day=moment.day, month=month, year=moment.year)


def clock(moment: datetime) -> str:
    """Give a time of day with a full stop: "11.12"."""
    return f"{moment:%H.%M}"


def together(names: tuple[str, ...], language: str) -> str:
    """Give names as one says them: "Anna, Birgitte og Søren"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {words(language)['take_and']} {names[-1]}"


def _output(exercise: Exercise, sheet: Sheet, seats: list[Event], language: str) -> Output:
    table = sheet.subject.removeprefix("g:")
    answer = answer_of(exercise, sheet.fields).for_all()
    shared = _shared(sheet)
    return Output(
        table=table,
        members=members(seats, table, shared),
        shared=shared,
        answer=answer,
        sections=methods.find(exercise.method).page(answer, exercise.words[language]),
        consented="handbook" in sheet.shared,
    )


def answer_of(exercise: Exercise, leaves: dict[str, Any]) -> Any:
    """Give the answer, of the fields the method takes today: an export never stops at one."""
    accepted = {}
    for path, value in leaves.items():
        try:
            accepted[path] = fields.checked(exercise.answer, path, value)
        except Refused:
            continue
    return exercise.answer.parse(fields.tree(accepted))


def _shared(sheet: Sheet) -> datetime | None:
    """Give when the sheet was shared, in the room's own time."""
    at = sheet.shared_at.get("plenary")
    return datetime.fromisoformat(at).astimezone() if at else None


def members(seats: list[Event], table: str, shared: datetime | None) -> tuple[str, ...]:
    """Give who sat at the table when it shared; names are all that a seat tells here."""
    newest = {
        seat.subject: seat.value
        for seat in seats
        if shared is None or datetime.fromisoformat(seat.at) <= shared
    }
    names = [
        legible(seat["alias"])
        for seat in newest.values()
        if isinstance(seat, dict) and seat.get("table") == table and seat.get("alias")
    ]
    return tuple(sorted(names, key=_in_danish_order))


def _in_danish_order(name: str) -> str:
    """Sort æ, ø and å behind z, other accents with their letter."""
    folded = name.casefold().translate(str.maketrans("æøå", "{|}"))
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", folded)
        if not unicodedata.combining(letter)
    )
