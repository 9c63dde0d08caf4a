"""The record of what was shown in plenary: one block's pages, and a whole day's.

It says what was asked and what was seen, gives each group's line, and leaves room for a pen where
the talk was: what people said there belongs to those who were in the room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain

from workshops.takeaway import document, exercise_pages
from workshops.takeaway.document import Document, Leaf, Part
from workshops.takeaway.gathered import Gathered, date_name, legible, table_name
from workshops.takeaway.phrases import dotted, lowered
from workshops.words import sentence, words

BLOCK, PART = 1, 2
"""Levels of headings."""
DEBRIEF = ("db_notice", "db_surprise", "db_meaning")
"""The three questions of the talk in plenary, in their order."""
PEN = 4
"""Lines below each of them; they stand beside each other, so that the page before has room."""


def block(one: Gathered) -> Document:
    """Give the record of one block."""
    title = sentence("take_record", one.language, method=lowered(one.method))
    about = dotted(one.day, one.day_title)
    return Document(title, one.language, one.made, about, [_leaf(one, title)])


def day(several: Sequence[Gathered], language: str) -> Document:
    """Give the record of a day: a front page, then each block something was shown of."""
    there = [one for one in several if exercise_pages.has_plenary(one) or one.outputs]
    shown = sorted(there, key=exercise_pages.in_plan)
    said = words(language)
    made = max((one.made for one in several), default=datetime.now().astimezone())
    first = several[0] if several else None
    name = dotted(first.day, first.day_title) if first else said["take_kit"]
    dates = sorted(one.date for one in shown if one.date)
    when = [date_name(dates[0], language)] if dates else []
    front = document.cover(name, said["take_record_day"], when)
    nothing = document.frame(said["take_record_none"])
    inside = document.contents(said["take_contents"]) if shown else nothing
    leaves = [Leaf([front, inside], foot=False), *(_leaf(one, one.method) for one in shown)]
    return Document(said["take_record_day"], language, made, name, leaves)


def _leaf(one: Gathered, title: str) -> Leaf:
    parts = chain([document.heading(title, BLOCK)], _asked(one), _shown(one), _lines(one))
    return exercise_pages.leaf(one, [*parts, *_debrief(one)])


def _asked(one: Gathered) -> Iterator[Part]:
    """Give the question the room was shown."""
    yield document.line(words(one.language)["take_record_asked"], "quiet", below=2)
    yield document.line(legible(one.words["plenary_title"]), "lead", below=8)


def _shown(one: Gathered) -> Iterator[Part]:
    """Give figure, sentences and tables."""
    said = words(one.language)
    if not exercise_pages.has_plenary(one):
        yield document.frame(said["take_record_none"])
        return
    yield document.heading(said["take_record_shown"], PART, "part")
    yield from exercise_pages.plenary(one)


def _lines(one: Gathered) -> Iterator[Part]:
    """Give each group's line on where it will use it."""
    lines = [
        {"name": table_name(output.table, one.language), "value": legible(said), "voice": True}
        for output in one.outputs
        if (said := getattr(output.answer, "transfer", ""))
    ]
    if lines:
        title = words(one.language)["take_record_transfer"]
        yield document.section({"is": "pairs", "title": title, "pairs": lines}, PART)


def _debrief(one: Gathered) -> Iterator[Part]:
    """Give the three questions with lines to write on, never divided between two pages."""
    said = words(one.language)
    yield document.heading(said["take_record_debrief"], PART, "part")
    asked = [document.line(said[question], "strong", below=0) for question in DEBRIEF]
    yield document.beside(*([document.kept(each), document.blanks(PEN)] for each in asked))
