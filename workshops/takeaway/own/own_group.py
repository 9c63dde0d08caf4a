"""A group's own sheets as files for those at its table, at any second, shared or not.

Whoever calls this has asked the binding whose sheets they are; here nobody else's can come in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from workshops import methods
from workshops.exercises import Exercise
from workshops.store import Sheet, Store
from workshops.takeaway import exercise_pages
from workshops.takeaway.document import Document
from workshops.takeaway.gathered import Gathered, Output, answer_of, members
from workshops.takeaway.newspaper import newspaper


def of_sheet(store: Store, exercise: Exercise, sheet: Sheet, language: str) -> Gathered:
    """Give one sheet as the group itself has it, with nothing of the plenary."""
    table = sheet.subject.removeprefix("g:")
    now = datetime.now().astimezone()
    seats = [event for event in store.events("seat") if event.day <= exercise.day]
    method, answer = methods.find(exercise.method), answer_of(exercise, sheet.fields)
    sections = method.page(answer, exercise.words[language])
    output = Output(table, members(seats, table, None), None, answer, sections, taken=now)
    nothing = method.plenary([]) | {"tables": []}
    return Gathered(exercise, language, (output,), nothing, now)


def sheet_of(one: Gathered) -> Document:
    """Give the page of one exercise."""
    return exercise_pages.alone(one)


def day_of(several: Iterable[Gathered], language: str) -> Document:
    """Give a group's day: its front page, then the page of each exercise it has written in."""
    several = list(several)
    written = [one for one in several if one.outputs[0].sections]
    table = several[0].outputs[0].table if several else ""
    front = newspaper.page(written, language, table)
    leaves = [leaf for one in written for leaf in exercise_pages.alone(one).leaves]
    return Document(front.title, language, front.made, front.subject, [*front.leaves, *leaves])
