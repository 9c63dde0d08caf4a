"""What was shown in plenary as slides: a picture, charts one can edit, the groups' lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshops import figures
from workshops.takeaway import pictures
from workshops.takeaway.phrases import dotted
from workshops.takeaway.slides import slide_beside, slide_tables
from workshops.takeaway.slides.slide_charts import charts
from workshops.takeaway.slides.slide_master import BODY
from workshops.takeaway.slides.slide_text import slides_of
from workshops.takeaway.tallies import tallied
from workshops.words import sentence, words

if TYPE_CHECKING:
    from workshops.takeaway.gathered import Gathered
    from workshops.takeaway.pictures.drawing import Drawing
    from workshops.takeaway.slides.slide_pages import Pages

Section = dict[str, Any]
MORE = 10.0
"""Millimetres: room for the line that says how many more there are."""
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
        lines(pages, title, one.heads, figure["rows"])


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
        # A slide is wide: groups stand beside each other there, not below as on paper.
        told = one.told["heads"], one.told["rows"]
        lines(pages, title, *(told if figure["kind"] == "matrix" else tallied(one)), most=2)


def _overlay(pages: Pages, one: Gathered, title: str) -> Drawing | None:
    """Give the picture of all groups or of all people, its key and its twin beside it."""
    module = pictures.find(one.figure["kind"])
    drawing: Drawing | None = None
    if module:
        drawing = module.draw(one.figure, one.words, one.language)
    if module is None or drawing is None:
        return None
    drawing.twin = drawing.twin or " ".join(one.twin)
    key = [(name, "", sign) for name, sign in module.glyphs(one.words).items()]
    told = {"is": "text", "title": "", "text": "\n".join(one.twin), "voice": False}
    found = [drawing] if key else slide_beside.parts(drawing)
    hard = False
    for number, part in enumerate(found, start=1):
        page = pages.page("only", title, (number, len(found)))
        slide_beside.put(page, part, key, told if key else {})
        hard = hard or pages.hard_to_read
        page.note(one.twin)
        page.done()
    pages.hard_to_read = hard
    return drawing


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


def lines(pages: Pages, title: str, heads: list[str], rows: list[list[str]], most: int = 1) -> None:
    """Give a table on so many slides at most, or the first of its rows and how many more there are.

    In plenary nobody reads slide after slide of a table; Word and PDF have all of it.
    """
    if len([*slide_tables.pages(heads, rows, BODY)]) <= most:
        table(pages, title, heads, rows)
        return
    high = BODY[3] - MORE
    first, *rest = slide_tables.pages(heads, rows, (BODY[0], BODY[1], BODY[2], high))
    page = pages.page("only", title)
    page.table(first)
    left = len(rows) - len(first.rows) or sum(len(one.rows) for one in rest)
    page.small(sentence("take_slides_more", pages.language, n=left), BODY[1] + high + 2)
    page.done()
