"""The lower part of a group's page: its stories in two columns, and the box below them.

Each story begins with a line of its first text and grows, in turn, until the page is full.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from workshops.takeaway import document, paper
from workshops.takeaway.document import Part
from workshops.takeaway.newspaper.fitting import COLUMN, cut, lines_of
from workshops.takeaway.newspaper.stories import Story
from workshops.takeaway.pictures.drawing import Drawing
from workshops.words import words

LINE, SMALL_LINE = 5.25, 4.45
"""Millimetres of a line of a text, and of what was asked above it."""
HEAD, AFTER = 5.7, 1.85
"""Millimetres of a story's own head, and below a text."""
REST = 7.5
LONGEST, SHORT, MANY = 24, 6, 12
"""Lines of one text; so many before another text comes; texts of one story."""

IN_BOX = paper.MEASURE - 10.0
BOX_AIR, BOX_MOST = 21.5, 72.0


@dataclass(frozen=True)
class Piece:
    """What is never divided between two columns: a text, with what stands above it."""

    parts: tuple[Part, ...]
    high: float


@dataclass(frozen=True)
class Telling:
    """How much of a story is told: so many of its texts, each at most so many lines long."""

    story: Story
    texts: int = 1
    most: int = 1

    def kept(self) -> list[tuple[str, str, bool]]:
        """Give what was asked, what of the text there is room for, and whether it was cut."""
        return [
            (asked, *cut(text, self.most, COLUMN, paper.VOICE, paper.BODY))
            for asked, text in self.story.items[: self.texts]
        ]

    def is_whole(self) -> bool:
        """Give whether nothing of the story is left out."""
        return len(self.story.items) <= self.texts and not any(cut for *_, cut in self.kept())

    def longer(self) -> Iterator[Telling]:
        """Give what there could be more of, the best first: sentences, then texts, then all."""
        is_cut = any(cut for *_, cut in self.kept())
        if is_cut and self.most < SHORT:
            yield replace(self, most=self.most + 1)
        if self.texts < min(MANY, len(self.story.items)):
            yield replace(self, texts=self.texts + 1)
        if is_cut and SHORT <= self.most < LONGEST:
            yield replace(self, most=self.most + 1)


def columns(told: list[Story], room: float, drawing: Drawing | None) -> list[Part]:
    """Give the stories in two columns of at most so many millimetres; a picture stands right."""
    high = drawing.height + 5 if drawing else 0.0
    room -= 4

    def fits(telling: list[Telling]) -> bool:
        whole = len(telling) == len(told) and all(one.is_whole() for one in telling)
        return _halved(_pieces(telling), high)[2] <= room - (0 if whole else REST)

    ways = ([Telling(story) for story in told[:many]] for many in range(len(told), 0, -1))
    least = next(filter(fits, ways), None)
    rest = _rest(told[0].one.language)
    if least is None:
        return [rest]
    telling = _filled(least, fits)
    left, right, _tallest = _halved(_pieces(telling), high)
    shown = [document.picture(drawing, drawing.twin or drawing.title)] if drawing else []
    both = document.beside(left, [*shown, *right])
    whole = len(telling) == len(told) and all(one.is_whole() for one in telling)
    return [both] if whole else [both, rest]


def _filled(telling: list[Telling], fits: Callable[[list[Telling]], bool]) -> list[Telling]:
    """Give the stories as long as they fit: each in turn gets a little more, until none can."""
    grown = True
    while grown:
        grown = False
        for at, one in enumerate(telling):
            ways = ([*telling[:at], more, *telling[at + 1 :]] for more in one.longer())
            way = next(filter(fits, ways), None)
            grown = grown or way is not None
            telling = way or telling
    return telling


def _pieces(telling: list[Telling]) -> list[Piece]:
    """Give what stands in the columns."""
    found = []
    for one in telling:
        for number, (asked, kept, _cut) in enumerate(one.kept()):
            head = document.heading(one.story.one.method, 2, "head")
            above = [] if number else [head]
            parts = [*above, document.kept(document.line(asked, "quiet", below=1))]
            parts.append(document.line(kept, "voice", below=5))
            high = lines_of(asked, COLUMN, paper.KIT, paper.SMALL) * SMALL_LINE
            high += lines_of(kept, COLUMN, paper.VOICE, paper.BODY) * LINE + AFTER
            found.append(Piece(tuple(parts), high + (0 if number else HEAD)))
    return found


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
