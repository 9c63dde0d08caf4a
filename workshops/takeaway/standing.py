"""A picture on a page below its headings: one that is too high goes on over the next page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workshops.takeaway import document
from workshops.takeaway.document import Part
from workshops.takeaway.pictures import multiples, slices
from workshops.takeaway.pictures.drawing import Drawing
from workshops.words import sentence

ROOM = 200.0
"""Millimetres that a page has below the heading, the group's name and the picture's."""


def parts(drawing: Drawing, alt: str, language: str, **about: Any) -> Iterator[Part]:
    """Give a picture whole, or in slices: a higher one would leave its headings on a page alone.

    `about` is what `document.picture` takes; it stands at the first.
    """
    found = [multiples.fitted(one, ROOM) for one in slices.slices(drawing, ROOM)]
    yield document.picture(found[0], alt, **about)
    for number, one in enumerate(found[1:], start=2):
        facts = {"title": drawing.title, "n": number, "m": len(found)}
        yield document.picture(one, sentence("take_slides_part", language, **facts))
