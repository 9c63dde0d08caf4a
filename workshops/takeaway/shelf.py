"""Every file of an export: its name and how it is made, format by format.

The heavy libraries wait until a file is made.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from workshops import figures
from workshops.store import Store
from workshops.takeaway import exercise_pages, papers
from workshops.takeaway.gathered import Gathered, day_name
from workshops.takeaway.names import slug, unused
from workshops.takeaway.phrases import legible_throughout
from workshops.words import words

FORMATS = ("docx", "pdf", "pptx", "xlsx", "csv", "json", "md", "pictures", "ics")
Made = bytes | dict[str, bytes]
"""A file, or the files of a folder by their names."""
File = tuple[str, Callable[[], Made]]


@dataclass(frozen=True)
class Shelf:
    """What is on the shelf: `whole` is the name of what holds all of it."""

    gathered: list[Gathered]
    whole: str
    language: str
    store: Store

    def files(self, formats: Collection[str]) -> Iterator[File]:
        """Give each file's name and how it is made."""
        for kind in reversed(FORMATS):  # what most people open is made last, and stands on top
            if kind in formats:
                yield from getattr(self, f"_{kind}")()

    def _docx(self) -> Iterator[File]:
        """Give each exercise alone, each day's small papers and the book as Word."""
        taken = {self.whole}
        for one in self.gathered:
            name = unused(slug(f"{one.day} {one.method}"), taken)
            yield f"{name}.docx", lambda one=one: papers.as_file(exercise_pages.alone(one), "docx")
        yield from self._small("docx")
        yield self._book("docx")

    def _pdf(self) -> Iterator[File]:
        yield from self._small("pdf")
        yield self._book("pdf")

    def _md(self) -> Iterator[File]:
        yield self._book("md")

    def _small(self, form: str) -> Iterator[File]:
        """Give each day's news pages and its record."""
        for day in sorted({one.exercise.day for one in self.gathered if one.outputs}):
            of_it = [one for one in self.gathered if one.exercise.day == day]
            for one in papers.small(of_it, self.language):
                yield f"{slug(one.title)}.{form}", partial(papers.as_file, one, form)

    def _book(self, form: str) -> File:
        def made() -> bytes:
            return papers.as_file(exercise_pages.book(self.gathered, self.language), form)

        return f"{self.whole}.{form}", made

    def _pptx(self) -> Iterator[File]:
        def made() -> bytes:
            from workshops.takeaway.slides import slides  # noqa: PLC0415 - python-pptx, only for an export

            days = {one.exercise.day for one in self.gathered}
            title = day_name(days.pop(), self.language) if len(days) == 1 else ""
            kit = words(self.language)["take_kit"]
            return slides.printed(self.gathered, self.language, title or kit)

        yield f"{self.whole}.pptx", made

    def _xlsx(self) -> Iterator[File]:
        from workshops.takeaway.tables import workbook  # noqa: PLC0415 - as above

        yield f"{self.whole}.xlsx", partial(workbook.as_workbook, self.gathered, self.language)

    def _csv(self) -> Iterator[File]:
        from workshops.takeaway.tables import sheets  # noqa: PLC0415 - as above

        taken: set[str] = set()
        for grid in sheets.grids(self.gathered):
            name = unused(slug(f"{self.whole} {grid.name}"), taken)
            yield f"{name}.csv", partial(sheets.as_csv, grid, self.language)

    def _json(self) -> Iterator[File]:
        yield f"{self.whole}.json", partial(as_json, self.gathered)

    def _pictures(self) -> Iterator[File]:
        folder = slug(words(self.language)["take_pictures"])
        yield folder, partial(pictures_of, self.gathered)

    def _ics(self) -> Iterator[File]:
        """Give the learning days that have a date; without one there is no file."""
        from workshops.takeaway import calendar  # noqa: PLC0415 - as above

        begun = self.store.events("programme")
        if not begun:
            return
        days = {one.exercise.day for one in self.gathered}
        known = begun[-1].value.get("dates", {})
        dates = {day: known[day] for day in days if known.get(day)}
        uid = calendar.uid_of(begun[0].at, "days")  # the same programme, the same entries
        made = calendar.as_file(calendar.days(dates, self.language, uid))
        if made:
            yield f"{self.whole}.ics", partial(bytes, made)


def as_json(gathered: list[Gathered]) -> bytes:
    """Give what is shared as JSON: the groups' answers as their methods have them, and figures."""
    told = [
        {
            "exercise": one.exercise.id,
            "day": one.exercise.day,
            "method": one.exercise.method,
            "language": one.language,
            "groups": [
                {
                    "table": output.table,
                    "shared": output.shared.isoformat() if output.shared else None,
                    "answer": output.answer.model_dump(mode="json", exclude_defaults=True),
                }
                for output in one.outputs
            ],
            "plenary": one.figure,
        }
        for one in gathered
    ]
    return json.dumps(legible_throughout(told), ensure_ascii=False, indent=1).encode()


def pictures_of(gathered: list[Gathered]) -> dict[str, bytes]:
    """Give every picture twice, as SVG and as PNG: the groups' and what was shown in plenary."""
    from workshops.takeaway import pictures  # noqa: PLC0415 - as above
    from workshops.takeaway.pictures.drawing import ahead  # noqa: PLC0415 - as above

    drawn: dict[str, Any] = {}

    def keep(drawing: Any, *said: str) -> None:
        if drawing:
            drawn[unused(slug(" ".join(said)), taken)] = drawing

    taken: set[str] = set()
    for one in gathered:
        plenary = pictures.find(one.figure["kind"])
        if plenary and figures.count_of(one.figure):
            kind = words(one.language)["ui_plenary"]
            keep(plenary.draw(one.figure, one.words, one.language), one.day, one.method, kind)
        for output in one.outputs:
            for drawing in pictures.of_sheet(one.exercise, output.answer, one.language):
                keep(drawing, one.day, one.method, output.table)
    ahead(drawn)
    svg = {f"{name}.svg": drawing.svg().encode() for name, drawing in drawn.items()}
    return svg | {f"{name}.png": drawing.png() for name, drawing in drawn.items()}
