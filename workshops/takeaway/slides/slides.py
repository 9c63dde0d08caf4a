"""PowerPoint: a deck of a day or of one exercise, one message a slide, built from code.

A group's slides follow the sections of its method's `page()`; nothing here knows one method from
another.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from workshops import figures
from workshops.takeaway import paper, pictures
from workshops.takeaway.exercise_pages import in_plan
from workshops.takeaway.gathered import (
    Gathered,
    Output,
    clock,
    date_name,
    legible,
    table_name,
    together,
)
from workshops.takeaway.phrases import dotted
from workshops.takeaway.pictures import badge
from workshops.takeaway.slides import slide_beside, slide_flow, slide_said, slide_theme
from workshops.takeaway.slides.slide_pages import Pages
from workshops.takeaway.slides.slide_plenary import plenary, table, texts
from workshops.takeaway.slides.slideml import Said
from workshops.words import sentence, words

if TYPE_CHECKING:
    from workshops.takeaway.pictures.drawing import Drawing

Section = dict[str, Any]


def printed(gathered: list[Gathered], language: str, title: str) -> bytes:
    """Give the PowerPoint file of these exercises; what nobody has shared anything of is not in it.

    They come as their day's plan has them.
    """
    shared = sorted((one for one in gathered if _is_shared(one)), key=in_plan)
    days = {(one.day, one.day_title) for one in gathered}
    day, day_title = days.pop() if len(days) == 1 else ("", "")
    pages = Pages(slide_theme.blank(language, legible(title), dotted(day, day_title)), language)
    _front(pages, shared, language, title, day_title if day_title != title else "", day)
    for one in shared:
        _exercise(pages, one)
    if not shared:
        _nothing(pages, gathered, language)
    file = BytesIO()
    pages.deck.save(file)
    return file.getvalue()


def _is_shared(one: Gathered) -> bool:
    return bool(one.outputs or figures.count_of(one.figure) or one.figure["rows"])


def _front(  # noqa: PLR0913, PLR0917 - a front page has all of these
    pages: Pages, shared: list[Gathered], language: str, title: str, day_title: str, day: str
) -> None:
    dates = sorted(one.date for one in shared if one.date)
    when = date_name(dates[0], language) if dates else ""
    said = words(language)
    page = pages.page("front", title)
    about = dotted("" if day == title else day, day_title, when)
    below = [Said(about, paper.KIT, ink=paper.INK)] if about else []
    if shared:
        below.append(Said(said["take_book"], paper.KIT, 16, ink=paper.INK_2, above=6))
    page.below(below)
    page.done()


def _nothing(pages: Pages, gathered: list[Gathered], language: str) -> None:
    """Say what will come, and from whom."""
    said = words(language)
    alone = gathered[0] if len(gathered) == 1 else None
    page = pages.page("only", alone.method if alone else said["take_slides_coming"])
    told = [
        Said(said["take_slides_nothing"], paper.KIT, 24),
        Said(said["take_nothing_more"], paper.KIT, 16, ink=paper.INK_2, above=12),
    ]
    page.to_come(told)
    page.note(_notes(alone) if alone else [])
    page.done()


# ── an exercise ──────────────────────────────────────────────────────────────
def _exercise(pages: Pages, one: Gathered) -> None:
    pages.begin(dotted(one.day, one.method), _notes(one))
    asked, title = one.words.get("plenary_title") or one.words["title"], one.words["title"]
    page = pages.page("divider", asked)
    about = one.method if title in (one.method, asked) else dotted(one.method, title)
    page.below([Said(about, paper.KIT, ink=paper.PAPER)])
    page.done()
    for output in one.outputs:
        _group(pages, one, output)
    pages.notes = _notes(one)
    plenary(pages, one)


def _notes(one: Gathered) -> list[str]:
    """Give what the speaker has below the slides: the task as it was set, and where it is from."""
    task = one.words.get("task_group") or one.words.get("task", "")
    source = one.words.get("source", "")
    return [
        sentence(word, one.language, **{name: text})
        for word, name, text in (
            ("take_slides_task", "task", task),
            ("take_slides_source", "source", source),
        )
        if text
    ]


# ── a group ──────────────────────────────────────────────────────────────────
def _group(pages: Pages, one: Gathered, output: Output) -> None:
    name = table_name(output.table, one.language)
    pages.sign = (badge.draw(output.table), name)
    shared = sentence("take_shared", one.language)
    if output.shared:
        shared = sentence("take_shared_at", one.language, time=clock(output.shared))
    pages.notes = [dotted(name, together(output.members, one.language), shared), *_notes(one)]
    sections = list(output.sections)
    drawing = None
    if not any(section["is"] == "picture" for section in sections):
        drawing = _drawn(one, output)
    if drawing:
        shown = _picture(pages, one, name, drawing, {})
        sections = [section for section in sections if not slide_said.say(shown, section)]
    waiting: list[Section] = []
    while sections:
        section = sections.pop(0)
        if section["is"] != "picture":
            waiting.append(section)
            continue
        _sections(pages, one, name, waiting)
        waiting = []
        follows = sections[0]["is"] == "pairs" if sections else False
        _section_picture(pages, one, output, section, sections.pop(0) if follows else {})
    _sections(pages, one, name, waiting)
    if not output.sections and not drawing:
        page = pages.page("only", dotted(name, one.method))
        page.to_come([Said(sentence("st_empty_group", one.language), paper.KIT, 24)])
        page.done()
    pages.sign = None


def _drawn(one: Gathered, output: Output) -> Drawing | None:
    """Give the picture of the instrument the group worked with."""
    drawn = pictures.beside_page(one.exercise, output.answer, one.language)
    return next(iter(drawn), None)


def _section_picture(
    pages: Pages, one: Gathered, output: Output, section: Section, more: Section
) -> None:
    """Give a picture a method's page names, with its signs and what was said about it."""
    name = table_name(output.table, one.language)
    module = pictures.find(section["picture"])
    drawing = module.draw(output.answer, one.words, one.language) if module else None
    if module is None or drawing is None:
        twin = {"is": "pairs", "title": section["title"], "pairs": section["twin"]}
        _sections(pages, one, name, [twin, *([more] if more else [])])
        return
    told = ". ".join(f"{place['name']}: {place['value']}" for place in section["twin"])
    drawing.title = drawing.title or section["title"]
    drawing.twin = f"{section['title']}. {told}."
    signs = module.glyphs(one.words)
    places = [(one["name"], one["value"], signs.get(one["name"])) for one in section["twin"]]
    _picture(pages, one, name, drawing, more, places)


def _picture(  # noqa: PLR0913, PLR0917 - a picture has all of these
    pages: Pages,
    one: Gathered,
    name: str,
    drawing: Drawing,
    more: Section,
    places: list[tuple[str, str, Drawing | None]] | None = None,
) -> list[Drawing]:
    """Give a picture its slides, and what of it they show."""
    title = legible(drawing.title) or one.method
    beside = bool(places or more)
    found = [drawing] if beside else slide_beside.parts(drawing, told=True)
    rest = list[Section]()
    for number, part in enumerate(found, start=1):
        page = pages.page("only", dotted(name, title), (number, len(found)))
        rest = slide_beside.put(page, part, places or [], more)
        page.note([drawing.twin])
        page.done()
    _sections(pages, one, name, rest)
    return found


def _sections(pages: Pages, one: Gathered, name: str, sections: list[Section]) -> None:
    """Give texts, pairs and tables; what is alone on its slides has its title as theirs."""
    for some in slide_flow.shared(sections):
        alone = len(some) == 1
        title = dotted(name, some[0]["title"] if alone else one.method)
        if alone and some[0]["is"] == "table":
            table(pages, title, some[0]["heads"], some[0]["rows"])
        elif any(section["is"] == "table" for section in some):
            page = pages.page("content", title)
            page.stack(slide_flow.below_each_other(some))
            page.done()
        else:
            texts(pages, title, [some[0] | {"title": ""}] if alone else some)
