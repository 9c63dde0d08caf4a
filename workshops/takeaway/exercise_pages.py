"""The pages of what the groups shared: one exercise alone, or several as a book.

A page follows the sections of the method's `page()` and the pictures of the exercise's instruments;
nothing here knows one method from another.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from workshops import figures
from workshops.programme.plan import plan
from workshops.takeaway import document, pictures, standing
from workshops.takeaway.document import Document, Leaf, Part
from workshops.takeaway.gathered import (
    Gathered,
    Output,
    clock,
    date_name,
    legible,
    table_name,
    together,
)
from workshops.takeaway.phrases import dotted, lowered
from workshops.takeaway.pictures import badge
from workshops.takeaway.tallies import tallied
from workshops.words import sentence, words

EXERCISE, GROUP, SECTION = 1, 2, 3
"""Levels of headings."""


AS_TABLE = (
    "matrix", "bars", "loops", "questions", "strips", "shares", "dots", "points", "stacks",
    "timelines",
)  # fmt: skip
"""Kinds of figures that stand as a table, too."""
SHORT = 400
"""A text of at most this many letters may stand beside its neighbour."""


def alone(one: Gathered) -> Document:
    """Give one exercise: a page for each group, and one for what was shown in plenary."""
    title = sentence("take_title", one.language, method=lowered(one.method))
    subject = dotted(one.day, one.day_title)
    leaves = [*_leaves(one, title)]
    return Document(title, one.language, one.made, subject, leaves)


def book(several: list[Gathered], language: str) -> Document:
    """Give several exercises: a front page with what is in it, then each of them.

    They come as the day's plan has them; one that nobody has shared anything of is left out.
    """
    shared = sorted((one for one in several if one.outputs or has_plenary(one)), key=in_plan)
    methods = [one.method for one in shared]
    leaves = [Leaf(_front(several, shared, language), foot=False)]
    for one in shared:
        twice = methods.count(one.method) > 1
        leaves += _leaves(one, legible(one.words["title"]) if twice else one.method)
    made = max((one.made for one in several), default=datetime.now().astimezone())
    day, day_title = _named(several)
    kit = words(language)["take_kit"]
    title = dotted(day, day_title) or kit
    return Document(title, language, made, kit, leaves)


def _front(several: list[Gathered], shared: list[Gathered], language: str) -> list[Part]:
    said = words(language)
    day, day_title = _named(several)
    dates = sorted(one.date for one in shared if one.date)
    when = [date_name(dates[0], language)] if dates else []
    above = dotted(said["take_kit"], day if day_title else "") if day else ""
    front = document.cover(above, day_title or day or said["take_kit"], [*when, said["take_book"]])
    inside = document.contents(said["take_contents"])
    return [front, inside if shared else document.frame(said["take_nothing"])]


def _named(several: list[Gathered]) -> tuple[str, str]:
    """Give the day they are all of, and what it is called."""
    days = {(one.day, one.day_title) for one in several}
    return days.pop() if len(days) == 1 else ("", "")


def in_plan(one: Gathered) -> tuple[str, int]:
    """Give where in its day an exercise comes; last what the plan does not name."""
    day = one.exercise.day
    try:
        planned = [block.exercise for block in plan(day).blocks]
    except OSError:
        planned = []
    return day, planned.index(one.exercise.id) if one.exercise.id in planned else len(planned)


def _leaves(one: Gathered, title: str) -> Iterator[Leaf]:
    """Give a leaf for each group and one for the plenary; the title is a heading on the first."""
    for number, output in enumerate(one.outputs):
        head = document.heading(title, EXERCISE, again=bool(number))
        whose = table_name(output.table, one.language)
        yield leaf(one, [head, signed(one, output), *_group(one, output)], whose)
    head = document.heading(title, EXERCISE)
    if has_plenary(one):
        asked, alone = one.words["plenary_title"], not one.outputs
        below = document.heading(asked, GROUP, "part" if alone else "title")
        yield leaf(one, [*([head] if alone else []), below, *plenary(one)])
    elif not one.outputs:
        said = words(one.language)
        more = document.line(said["take_nothing_more"], "quiet")
        yield leaf(one, [head, document.frame(said["take_nothing"]), more])


def leaf(one: Gathered, on_it: list[Part], whose: str = "") -> Leaf:
    """Give a leaf with the exercise's own header and footer; `whose` it is stands at its foot."""
    kit = words(one.language)["take_kit"]
    date = date_name(one.date, one.language) if one.date else ""
    left, right = dotted(kit, one.day_title), dotted(one.day, date)
    return Leaf(on_it, left, right, one.words.get("source", ""), whose)


# ── a group ──────────────────────────────────────────────────────────────────
def signed(one: Gathered, output: Output) -> Part:
    """Say who made it and when it was shared: badge, group, names, time."""
    who = dotted(together(output.members, one.language), _when(one, output))
    name = table_name(output.table, one.language)
    return document.signed(badge.draw(output.table), name, who, GROUP)


def _when(one: Gathered, output: Output) -> str:
    """Say when it was shared; of a sheet that a group takes home, only that it is its own."""
    if output.taken:
        return sentence("take_own_sheet", one.language, time=clock(output.taken))
    if output.shared:
        return sentence("take_shared_at", one.language, time=clock(output.shared))
    return sentence("take_shared", one.language)


def _group(one: Gathered, output: Output) -> Iterator[Part]:
    sections = list(output.sections)
    if not any(section["is"] == "picture" for section in sections):
        yield from _instruments(one, output)
    if not sections:
        yield document.frame(sentence("st_empty_group", one.language))
    while sections:
        section = sections.pop(0)
        after = sections[0] if sections else {"is": ""}
        if section["is"] == after["is"] == "text" and _short(section, after):
            both = (section, sections.pop(0))
            yield document.beside(*([document.section(each, SECTION)] for each in both))
        elif section["is"] == "picture":
            more = sections.pop(0) if after["is"] == "pairs" else None
            yield from _picture(one, section, output, more)
        else:
            yield document.section(section, SECTION)


def _instruments(one: Gathered, output: Output) -> Iterator[Part]:
    """Give the pictures of what the group made, as its instruments showed it."""
    for drawing in pictures.beside_page(one.exercise, output.answer, one.language):
        named = {"title": drawing.title, "level": SECTION}
        yield from standing.parts(drawing, drawing.twin, one.language, **named)


def _picture(one: Gathered, section: Part, output: Output, more: Part | None) -> Iterator[Part]:
    """Give a picture with its twin at its side; what is said about it stands there, too."""
    drawn = pictures.find(section["picture"])
    drawing = drawn.draw(output.answer, one.words, one.language) if drawn else None
    if drawn is None or drawing is None:
        twin = {"is": "pairs", "title": section["title"], "pairs": section["twin"]}
        yield from (document.section(each, SECTION) for each in (twin, more) if each)
        return
    told = ". ".join(f"{place['name']}: {place['value']}" for place in section["twin"])
    yield document.picture(
        drawing,
        f"{section['title']}. {told}.",
        places=section["twin"],
        signs=drawn.glyphs(one.words),
        title=section["title"],
        level=SECTION,
        more=more,
    )


# ── the plenary ──────────────────────────────────────────────────────────────
def has_plenary(one: Gathered) -> bool:
    """Say whether there is anything that was shown in plenary."""
    return bool(figures.count_of(one.figure) or one.figure["rows"])


def plenary(one: Gathered) -> Iterator[Part]:
    """Give what was shown in plenary: without names, then the groups' lines."""
    said, figure = one.words, one.figure
    count = figures.count_of(figure)
    if count:
        counted = said["plenary_count"].format(n=count)
        yield document.line(counted, "group", below=10)
        yield from _overlay(one, counted)
    elif one.exercise.unnamed and figure["kind"] != "lines":
        yield document.frame(said["plenary_too_few"])
    if figure["rows"]:
        yield _table(said["plenary_table"], one.heads, figure["rows"])


def _overlay(one: Gathered, counted: str) -> Iterator[Part]:
    """Give the picture without names with its key, its twin below; of lines, the lines."""
    figure, said = one.figure, one.words
    if figure["kind"] == "lines":
        yield from (document.line(text, "voice", below=9) for text in figure["lines"])
        return
    drawn = pictures.find(figure["kind"])
    drawing = drawn.draw(figure, said, one.language) if drawn else None
    if drawn and drawing:
        signs = drawn.glyphs(said)
        key = [{"name": name, "value": ""} for name in signs]
        beside = {"places": key, "signs": signs}
        yield from standing.parts(drawing, " ".join(one.twin), one.language, **beside)
    twin = [told for told in one.twin if told != counted]
    yield from (document.line(told, above=0 if at else 8) for at, told in enumerate(twin))
    if figure["kind"] in AS_TABLE:
        yield _table(said["plenary_arrows"], *tallied(one))


def _table(title: str, heads: list[str], rows: list[list[str]]) -> Part:
    return document.section({"is": "table", "title": title, "heads": heads, "rows": rows}, SECTION)


def _short(*sections: Part) -> bool:
    return all(len(section["text"]) <= SHORT for section in sections)
