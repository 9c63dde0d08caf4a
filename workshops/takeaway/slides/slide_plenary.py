"""What was shown in plenary as slides: a picture, charts one can edit, the groups' lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshops import figures
from workshops.takeaway import pictures
from workshops.takeaway.slides import slide_beside, slide_tables
from workshops.takeaway.slides.slide_charts import charts
from workshops.takeaway.slides.slide_master import BODY
from workshops.takeaway.slides.slide_pages import dotted
from workshops.takeaway.slides.slide_text import slides_of
from workshops.words import words

if TYPE_CHECKING:
    from workshops.takeaway.gathered import Gathered
    from workshops.takeaway.pictures.drawing import Drawing
    from workshops.takeaway.slides.slide_pages import Pages

Section = dict[str, Any]
IN_NUMBERS = ("bars", "stacks", "dots", "points", "shares", "matrix")
"""Kinds of figures that are charts or a table one can go on working with, and so no drawing."""


def plenary(pages: Pages, one: Gathered) -> None:
    """Give what was shown in plenary: the picture or the charts, then the groups' lines."""
    said, figure = one.words, one.figure
    where = words(one.language)["take_slides_plenary"]
    if figures.count_of(figure):
        _figure(pages, one, where)
    if figure["rows"]:
        title = dotted(where, said.get("plenary_table") or said["plenary_title"])
        table(pages, title, one.heads, figure["rows"])


def _figure(pages: Pages, one: Gathered, where: str) -> None:
    said, figure = one.words, one.figure
    title = dotted(where, said.get("plenary_arrows") or said["plenary_title"])
    if figure["kind"] == "lines":
        _lines(pages, dotted(where, said["plenary_title"]), figure["lines"])
        return
    found = charts(one)
    drawing = None
    if figure["kind"] not in IN_NUMBERS:
        drawing = _overlay(pages, one, title)
    for number, some in enumerate(found, start=1):
        page = pages.page("only", title, (number, len(found)))
        page.charts(some, one.twin)
        page.done()
    if not found and (drawing is None or pages.hard_to_read):
        counted = figure["kind"] == "questions"
        rows = _counted(one.told["rows"]) if counted else one.told["rows"]
        heads = [*one.told["heads"], *([words(one.language)["take_slides_count"]] * counted)]
        table(pages, title, heads, rows)


def _overlay(pages: Pages, one: Gathered, title: str) -> Drawing | None:
    """Give the picture of all groups or of all people, its key and its twin beside it."""
    module = pictures.find(one.figure["kind"])
    drawing: Drawing | None = None
    if module:
        drawing = module.draw(one.figure, one.words, one.language)
    if module is None or drawing is None:
        return None
    drawing.twin = drawing.twin or " ".join(one.twin)
    page = pages.page("only", title)
    key = [(name, "", sign) for name, sign in module.glyphs(one.words).items()]
    told = {"is": "text", "title": "", "text": "\n".join(one.twin), "voice": False}
    slide_beside.put(page, drawing, key, told if key else {})
    page.note(one.twin)
    page.done()
    return drawing


def _counted(rows: list[list[str]]) -> list[list[str]]:
    """Give rows that are alike once, with how many there are."""
    kept = dict.fromkeys(map(tuple, rows), 0)
    for row in rows:
        kept[tuple(row)] += 1
    return [[*row, str(count)] for row, count in kept.items()]


def _lines(pages: Pages, title: str, lines: list[str]) -> None:
    pairs = [{"name": "", "value": text} for text in lines]
    texts(pages, title, [{"is": "lines", "title": "", "pairs": pairs}])


def texts(pages: Pages, title: str, sections: list[Section]) -> None:
    """Give texts and pairs as slides of one or two columns."""
    found = [columns for columns in slides_of(sections) if any(columns)]
    for number, columns in enumerate(found, start=1):
        page = pages.page("two" if len(columns) > 1 else "content", title, (number, len(found)))
        page.columns(columns)
        page.done()


def table(pages: Pages, title: str, heads: list[str], rows: list[list[str]]) -> None:
    """Give a table as one slide or several."""
    found = list(slide_tables.pages(heads, rows, BODY))
    for number, table in enumerate(found, start=1):
        page = pages.page("only", title, (number, len(found)))
        page.table(table)
        page.done()
