"""Which sections of a group share a slide, and how they lie on it below each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workshops.takeaway import paper
from workshops.takeaway.slides.slide_master import BODY, MEASURE
from workshops.takeaway.slides.slide_tables import Table, laid
from workshops.takeaway.slides.slide_text import SHORT, TALL, TOGETHER, fit, parted, tall
from workshops.takeaway.slides.slideml import Said

Section = dict[str, Any]
STACKED = (18.0, 16.0)
"""Points: people's words where tables and texts share a slide."""
MOST = 4
HEAD, APART = 8.0, 7.0
"""Millimetres: a table's heading, and the distance of two sections."""


def shared(sections: list[Section]) -> Iterator[list[Section]]:
    """Give sections slide by slide: as many as have room in a size one reads from afar."""
    waiting: list[Section] = []
    for section in sections:
        if waiting and not _together([*waiting, section]):
            yield waiting
            waiting = []
        waiting.append(section)
    if waiting:
        yield waiting


def _together(sections: list[Section]) -> bool:
    if all(section["is"] != "table" for section in sections):
        return fit(sections, TOGETHER) is not None
    return len(sections) <= MOST and _height(stacked(sections, STACKED[-1])) <= TALL


def below_each_other(sections: list[Section]) -> list[tuple[float, float, list[Said] | Table]]:
    """Give texts and tables with their place from the top and their height, as large as can be."""
    for size in STACKED:
        found = stacked(sections, size)
        if _height(found) <= TALL:
            break
    top, placed = BODY[1], []
    for high, what in found:
        placed.append((top, high, what))
        top += high + (0 if _is_heading(what) else APART)
    return placed


def stacked(sections: list[Section], size: float) -> list[tuple[float, list[Said] | Table]]:
    """Give texts and tables with their heights."""
    found: list[tuple[float, list[Said] | Table]] = []
    for section in sections:
        if section["is"] != "table":
            said = [one for piece in parted(section, size) for one in piece]
            found.append((tall(said, SHORT), said))
            continue
        if section["title"]:
            head = Said(section["title"], paper.KIT, 14, bold=True, ink=paper.FJORD)
            found.append((HEAD, [head]))
        table = laid(section["heads"], section["rows"], MEASURE, size)
        found.append((table.height, table))
    return found


def _is_heading(what: list[Said] | Table) -> bool:
    return not isinstance(what, Table) and len(what) == 1 and what[0].bold


def _height(found: list[tuple[float, list[Said] | Table]]) -> float:
    gaps = sum(not _is_heading(what) for _, what in found) - 1
    return sum(high for high, _ in found) + gaps * APART
