"""A picture on a slide, and beside it its signs, its twin and what was said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshops.takeaway import paper
from workshops.takeaway.pictures import slices
from workshops.takeaway.slides import slide_shapes, slideml
from workshops.takeaway.slides.slide_master import BODY
from workshops.takeaway.slides.slide_text import LEAST, parted, tall
from workshops.takeaway.slides.slideml import Said, paragraphs
from workshops.words import words

if TYPE_CHECKING:
    from workshops.takeaway.pictures.drawing import Drawing
    from workshops.takeaway.slides.slide_master import Place
    from workshops.takeaway.slides.slide_pages import Page

Section = dict[str, Any]
Places = list[tuple[str, str, "Drawing | None"]]
"""A picture's twin: name, what is said, and the sign of it."""

LARGEST = 2.6
"""So much larger than on A4 a drawing may be."""
ASIDE = 178.0
GUTTER = 13.0
"""Millimetres: how wide a picture with words beside it may be, and their distance."""
READABLE = 11.0
"""Points: a picture with smaller letters needs more room."""
LARGER = 1.2
"""So much larger than the whole the slices of a picture are, or it is not cut."""
SIGN = 1.25


def parts(drawing: Drawing, *, told: bool = False) -> list[Drawing]:
    """Give a picture as it is where it can be read, or without the words below it, or in slices.

    `told`: other slides say what is written below the picture.
    """
    scale = _scale(drawing, BODY[2])
    if not _is_small(drawing, scale):
        return [drawing]
    alone = slide_shapes.upper(drawing) if told else drawing
    if not _is_small(alone, _scale(alone, BODY[2])):
        return [alone]
    most = BODY[3] * slide_shapes.smallest(alone) / READABLE
    found = slices.slices(alone, most)
    larger = min(_scale(one, BODY[2]) for one in found) > LARGER * scale
    return found if larger else [alone]


def put(page: Page, drawing: Drawing, places: Places, more: Section) -> list[Section]:
    """Put a picture on the slide, its twin beside it and `more` below that.

    Gives what found no room.
    """
    words_beside = bool(places or more)
    scale = _scale(drawing, ASIDE if words_beside else BODY[2])
    if words_beside and _is_small(drawing, scale):
        put(page, drawing, [], {})
        said = [{"name": one[0], "value": one[1], "voice": False} for one in places if one[1]]
        twin = {"is": "pairs", "title": drawing.title, "pairs": said}
        return [part for part in (twin if said else {}, more) if part]
    page.pages.hard_to_read = _is_small(drawing, scale)
    wide, high = drawing.width * scale, drawing.height * scale
    left = BODY[0] if words_beside else BODY[0] + (BODY[2] - wide) / 2
    top = BODY[1] + (BODY[3] - high) / 2
    page.draw(drawing, (left, top), scale, (drawing.title or page.title, drawing.twin))
    if not words_beside:
        return []
    column = (left + wide + GUTTER, BODY[1], BODY[2] - wide - GUTTER, BODY[3])
    below = _key(page, places, column) if places else column[1]
    return _beside(page, more, (column[0], below, column[2], BODY[1] + BODY[3] - below))


def _key(page: Page, places: Places, place: Place) -> float:
    """Write a picture's signs and what they stand for; gives where it ends."""
    x, y, wide, _ = place
    inside, number = [], page.next()
    indent = max((sign.width * SIGN + 4 for _, _, sign in places if sign), default=0.0)
    name = words(page.pages.language)["take_slides_key"]
    for called, value, sign in places:
        said = [Said(called, paper.KIT, 14, bold=bool(value))]
        said += [Said(value, paper.KIT, LEAST, ink=paper.INK_2)] if value else []
        high = tall(said, wide - indent)
        if sign:
            at = (x, y + 3.3 - sign.height * SIGN / 2)
            both = (called, called)
            shape, page.number = slide_shapes.shapes(sign, at, SIGN, page.number, both, page.locale)
            inside.append(shape)
        box = (x + indent, y, wide - indent, high)
        text = paragraphs(said, page.locale)
        inside.append(slideml.textbox(page.next(), called, box, text))
        y += high + 3.5
    told = ". ".join(": ".join(part for part in one[:2] if part) for one in places)
    whole = (x, place[1], wide, y - place[1])
    page.add(slideml.group(number, name, f"{name}: {told}", whole, "".join(inside)))
    return y + 5


def _beside(page: Page, more: Section, place: Place) -> list[Section]:
    """Write what is said about a picture in the largest size that has room."""
    for size in (18.0, 16.0, 14.0, LEAST) if more else ():
        said = [one for piece in parted(more, size) for one in piece]
        if tall(said, place[2]) <= place[3]:
            page.layout = "content"
            text = paragraphs(said, page.locale)
            page.add(slideml.holder(page.next(), "", 1, page.title, text, place))
            return []
    return [more] if more else []


def _scale(drawing: Drawing, room: float) -> float:
    return min(BODY[3] / drawing.height, room / drawing.width, LARGEST)


def _is_small(drawing: Drawing, scale: float) -> bool:
    return (slide_shapes.smallest(drawing) or LEAST) * scale < READABLE
