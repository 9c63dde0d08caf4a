"""The lower part of a group's page: its stories in two columns, and the box below them.

Stories are cut until they fit the room there is: first long texts, then what is not first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workshops.takeaway import document, paper
from workshops.takeaway.document import Part
from workshops.takeaway.newspaper.fitting import COLUMN, cut, lines_of
from workshops.takeaway.newspaper.stories import Story
from workshops.takeaway.pictures.drawing import Drawing
from workshops.words import words

LINE, SMALL_LINE = 5.25, 4.45
"""Millimetres of a line of a text, and of what was asked above it."""
HEAD, AFTER = 6.7, 1.85
"""Millimetres of a story's own head, and below a text."""
REST = 7.5
LONGEST, SHORT, MANY = 24, 3, 12
"""Lines of one text; so few before texts are left out; texts of one story."""

IN_BOX = paper.MEASURE - 10.0
BOX_AIR, BOX_MOST = 21.5, 72.0


@dataclass(frozen=True)
class Piece:
    """What is never divided between two columns: a text, with what stands above it."""

    parts: tuple[Part, ...]
    high: float


def columns(told: list[Story], room: float, drawing: Drawing | None) -> list[Part]:
    """Give the stories in two columns of at most so many millimetres; a picture stands right."""
    high = drawing.height + 5 if drawing else 0.0
    room -= 4
    for stories, most, count in _ways(told):
        pieces, whole = _pieces(stories, most, count)
        whole = whole and len(stories) == len(told)
        left, right, tallest = _halved(pieces, high)
        if tallest <= room - (0 if whole else REST):
            shown = [document.picture(drawing, drawing.twin or drawing.title)] if drawing else []
            both = document.beside(left, [*shown, *right])
            return [both] if whole else [both, _rest(told[0].one.language)]
    return [_rest(told[0].one.language)]


def _ways(told: list[Story]) -> Iterator[tuple[list[Story], int, int]]:
    """Give ways to tell it, each shorter than the one before: (stories, lines, texts)."""
    many = min(MANY, max(len(story.items) for story in told))
    for count in range(many, 0, -1):
        for most in range(LONGEST if count == many else SHORT + 3, SHORT - 1, -1):
            yield told, most, count
    for stories in range(len(told), 0, -1):
        for most in (2, 1):
            yield told[:stories], most, 1


def _pieces(told: list[Story], most: int, count: int) -> tuple[list[Piece], bool]:
    """Give what stands in the columns, and whether it is the whole of it."""
    found, whole = [], True
    for story in told:
        whole = whole and len(story.items) <= count
        for number, (asked, text) in enumerate(story.items[:count]):
            kept, shorter = cut(text, most, COLUMN, paper.VOICE, paper.BODY)
            whole = whole and not shorter
            head = document.heading(story.one.method, 2, "head")
            above = [] if number else [head]
            parts = [*above, document.kept(document.line(asked, "quiet", below=1))]
            parts.append(document.line(kept, "voice", below=5))
            high = lines_of(asked, COLUMN, paper.KIT, paper.SMALL) * SMALL_LINE
            high += lines_of(kept, COLUMN, paper.VOICE, paper.BODY) * LINE + AFTER
            found.append(Piece(tuple(parts), high + (0 if number else HEAD)))
    return found, whole


def _halved(pieces: list[Piece], on_the_right: float) -> tuple[list[Part], list[Part], float]:
    """Give two columns that are as even as they can be, and how high the higher one is."""
    heights = [piece.high for piece in pieces]
    ways = [
        (max(sum(heights[:at]), on_the_right + sum(heights[at:])), at)
        for at in range(len(pieces) + 1)
    ]
    tallest, at = min(ways)
    left = [part for piece in pieces[:at] for part in piece.parts]
    right = [part for piece in pieces[at:] for part in piece.parts]
    return left, right, tallest


def _rest(language: str) -> Part:
    return document.line(words(language)["take_paper_rest"], "quiet", above=8, below=0)


# ── the box ──────────────────────────────────────────────────────────────────
def in_box(told: list[Story]) -> tuple[list[Part], float]:
    """Give the box with what the group takes with it, and its height; without such lines none."""
    lines = [(story.one.method, story.transfer) for story in told if story.transfer]
    if not lines:
        return [], 0.0
    several = len(lines) > 1
    for most, named in ((6, several), (3, several), (2, several), (1, several), (1, False)):
        parts, high = _in_box(lines, most, named=named)
        if high <= BOX_MOST:
            break
    head = document.heading(words(told[0].one.language)["take_paper_with_us"], 2, "part")
    return [document.box([head, *parts])], high


def _in_box(lines: list[tuple[str, str]], most: int, *, named: bool) -> tuple[list[Part], float]:
    parts, high = [], BOX_AIR
    for method, text in lines:
        if named:
            parts.append(document.kept(document.line(method, "quiet", below=1)))
            high += SMALL_LINE + 0.4
        kept, _more = cut(text, most, IN_BOX, paper.VOICE, paper.BODY)
        parts.append(document.line(kept, "voice", below=5))
        high += lines_of(kept, IN_BOX, paper.VOICE, paper.BODY) * LINE + AFTER
    return parts, high
