"""Measures what one takes home: a day of eight exercises and 25 people, format by format.

Seconds of wall clock in one process whose libraries are loaded and none of whose pictures is drawn
yet; `first` is the very first file of all, libraries included. "docx" is the day as one Word file,
"docx_all" that and one for each exercise and small paper. Each figure stands beside its limit.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workshops import bots_made, exercises, fields
from workshops.exercises import Exercise
from workshops.store import Change, Store
from workshops.store.opening import open_database
from workshops.takeaway import exercise_pages, export, papers
from workshops.takeaway.gathered import gather
from workshops.takeaway.handbook import edition, write
from workshops.takeaway.pictures import raster
from workshops.takeaway.shelf import FORMATS

DAY, EXERCISES, TABLES = "day1_context", 8, 5
LIMITS = {"pdf": 3.0, "docx": 2.0, "xlsx": 2.0, "pptx": 4.0, "zip": 10.0, "handbook": 15.0}
"""Seconds; of Word, Excel, PowerPoint and PDF one file with the whole day."""


async def takeaway(people: int) -> dict[str, Any]:
    """Give the figures for a day with so many people."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_database(Path(folder) / "data")
        try:
            day = _a_day(store, people)
            return {"people": people, "exercises": len(day), **_measured(store, Path(folder))}
        finally:
            store.close()


def _measured(store: Store, folder: Path) -> dict[str, Any]:
    def one(kind: str) -> Callable[[], object]:
        return lambda: export(store, folder / kind, DAY, formats=(kind,))

    def book() -> object:
        gathered = [gather(store, one, "da") for one in exercises.exercises(DAY)]
        return papers.as_file(exercise_pages.book(gathered, "da"), "docx")

    first = _timed(book)
    figures = {"docx": _timed(book), "docx_all": _timed(one("docx"))}
    figures |= {kind: _timed(one(kind)) for kind in FORMATS if kind != "docx"}
    figures["zip"] = _timed(lambda: export(store, folder / "whole", DAY))
    size = (folder / "whole" / "laeringsdag-1.zip").stat().st_size
    told = edition("puf", folder)
    figures["handbook"] = _timed(lambda: write(store, told, folder / "book", language="da"))
    return {
        "first_s": first,
        "seconds": figures,
        "limits": LIMITS,
        "within": {kind: figures[kind] <= most for kind, most in LIMITS.items()},
        "zip_mb": round(size / 1e6, 1),
    }


def _timed(work: Callable[[], object]) -> float:
    raster.clear()
    begun = time.perf_counter()
    work()
    return round(time.perf_counter() - begun, 2)


def _a_day(store: Store, people: int) -> list[Exercise]:
    """Write and share what so many people make of the day's first eight exercises."""
    day = [one for one in exercises.exercises(DAY) if one.instruments.get("group")][:EXERCISES]
    seats = [(f"p{number}", str(number % TABLES + 1)) for number in range(people)]
    for person, table in seats:
        seat = {"alias": f"Bot {person}", "table": table, "code": f"mose-ravn-{person[1:]}"}
        store.mark("seat", f"p:{person}", seat, person)
    for one in day:
        for number, (person, _table) in enumerate(seats):
            _put(store, one, f"p:{person}", bots_made.made(one, "individual", number))
        for number in range(TABLES):
            subject = f"g:{number + 1}"
            _put(store, one, subject, bots_made.made(one, "group", number))
            store.release(one.id, subject, "p0", "handbook", f"{one.id} {subject} handbook")
    return day


def _put(store: Store, one: Exercise, subject: str, answer: dict[str, Any]) -> None:
    author = subject[2:] if subject.startswith("p:") else "p0"
    changes = [
        Change(one.id, subject, author, path, leaf, f"{one.id} {subject} {path}"[:120])
        for path, leaf in fields.leaves(answer).items()
    ]
    for kept in [store.submit(change) for change in changes]:
        kept.result()
    store.release(one.id, subject, author, "plenary", f"{one.id} {subject} shared")
