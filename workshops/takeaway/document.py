"""A document before it is a file: leaves, and on them parts, each a plain dict.

Word, PDF, HTML and Markdown each write the same parts in their own way (`worded`, `press`,
`webbed`, `marked`); what a document says is decided once. Every word in it is data.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workshops.takeaway.pictures.drawing import Drawing

Part = dict[str, Any]


@dataclass(frozen=True)
class Leaf:
    """One sheet or several: what stands above and below them, and the parts on them.

    `sheet` is the paper: "a4", "a4 across" or "a3 across".
    """

    parts: list[Part]
    left: str = ""
    right: str = ""
    source: str = ""
    whose: str = ""
    foot: bool = True
    sheet: str = "a4"


@dataclass(frozen=True)
class Document:
    """All there is to print; `subject` is what a shelf shows below the title."""

    title: str
    language: str
    made: datetime
    subject: str = ""
    leaves: list[Leaf] = field(default_factory=list)


def heading(text: str, level: int, look: str = "title", *, again: bool = False) -> Part:
    """Give a heading ("title", "headline", "part", "head"); `again` it is seen, but is none."""
    return {"is": "heading", "text": text, "level": level, "look": look, "again": again}


def section(of_page: Part, level: int) -> Part:
    """Give a section of a method's `page()` (text, table or pairs) under its heading."""
    return of_page | {"level": level}


def line(text: str, look: str = "normal", *, above: float = 0, below: float = 3) -> Part:
    """Give a paragraph: "normal", "lead", "strong", "group", "quiet", "voice" or "standfirst".

    A headline and the standfirst below it are people's own words.
    """
    return {"is": "line", "text": text, "look": look, "above": above, "below": below}


def kept(part: Part) -> Part:
    """Give a line that stays on the page of what comes after it."""
    return part | {"keep": True}


def prose(runs: list[Part], look: str = "normal") -> Part:
    """Give a paragraph whose pieces may be strong or leaning: runs {"text", "bold", "italic"}."""
    return {"is": "prose", "runs": runs, "look": look}


def bullets(items: list[list[Part]], *, ordered: bool = False) -> Part:
    """Give a list; each item is runs as in `prose`."""
    return {"is": "list", "items": items, "ordered": ordered}


def said(text: str) -> list[Part]:
    """Give a plain text as runs."""
    return [{"text": text, "bold": False, "italic": False}]


def blanks(rows: int) -> Part:
    """Give lines for a pen."""
    return {"is": "blanks", "rows": rows}


def grid(
    heads: list[str], rows: list[list[str]], shares: Iterable[float], high: float, title: str = ""
) -> Part:
    """Give a ruled table for a pen: rows at least so many millimetres `high`, columns by shares."""
    size = {"shares": list(shares), "high": high}
    return {"is": "table", "title": title, "level": 3, "heads": heads, "rows": rows} | size


def cards(cells: Iterable[list[Part]], across: int, high: float) -> Part:
    """Give cards to cut out: parts each, so many beside each other, `high` millimetres each."""
    return {"is": "cards", "cells": list(cells), "across": across, "high": high}


def frame(text: str) -> Part:
    """Say what will come here, and from whom, in a dashed frame."""
    return {"is": "frame", "text": text}


def box(parts: list[Part]) -> Part:
    """Give parts with a line around them: what is to be found again on a full page."""
    return {"is": "box", "parts": parts}


def beside(*columns: list[Part]) -> Part:
    """Set parts next to each other, in columns that are alike."""
    return {"is": "beside", "columns": list(columns)}


def signed(sign: Drawing, name: str, text: str, level: int) -> Part:
    """Give a heading with a sign in front of it and who made it behind."""
    return {"is": "signed", "name": name, "text": text, "level": level, "drawing": sign}


def picture(  # noqa: PLR0913 - a picture has all of these, most have few
    drawing: Drawing,
    alt: str,
    *,
    places: Iterable[Part] = (),
    signs: dict[str, Drawing] | None = None,
    title: str = "",
    level: int = 3,
    more: Part | None = None,
) -> Part:
    """Give a picture, its twin in words at its side, each line behind its sign; `more` below."""
    known = signs or {}
    told = [
        {"name": one["name"], "value": one["value"], "sign": known.get(one["name"])}
        for one in places
    ]
    below = section(more, level + bool(title)) if more else None
    heard = alt.strip() or drawing.twin or title or drawing.title  # no picture without words
    about = {"title": title, "level": level, "alt": heard, "places": told, "more": below}
    return {"is": "picture", **about, "drawing": drawing}


def cover(above: str, title: str, lines: Iterable[str]) -> Part:
    """Give the upper half of a front page: our mark, the title and lines about it."""
    return {"is": "cover", "above": above, "text": title, "lines": list(lines)}


def contents(title: str, level: int = 1, depth: int = 1) -> Part:
    """Give the list of headings down to `depth` with their pages."""
    return {"is": "contents", "title": title, "level": level, "depth": depth}
