"""Low lanes along one clock that all groups share: a line goes from lane to lane as time passes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from workshops.takeaway import paper
from workshops.takeaway.pictures import badge, cards, multiples
from workshops.takeaway.pictures.cards import SMALLEST, Said, quiet
from workshops.takeaway.pictures.drawing import Drawing, Line, Pen, Point
from workshops.takeaway.pictures.lettering import leading, width_of

LOWEST, HIGHEST = 4.6, 8.0
"""Millimetres from lane to lane, with many groups and with few."""
GROUP = 24.0
TICKS = (1, 2, 5, 10, 15, 30)
RIGHT = 8.0
"""Millimetres at the right, where the last minute has its unit."""

_RULE, _WORN = Pen(paper.LINE, 0.25), Pen(paper.FJORD, 1.1)


@dataclass(frozen=True)
class Clock:
    """The measure of all strips: seconds from left to right, and lanes from the top down."""

    seconds: float
    names: tuple[str, ...]
    unit: str
    high: float
    left: float

    @classmethod
    def of(cls, longest: float, names: list[str], unit: str, groups: int) -> Clock:
        """Give the clock of so many groups: whole minutes, as many as the longest takes."""
        room = 215.0 / groups - leading(SMALLEST) - 4.0
        high = max(LOWEST, min(HIGHEST, room / len(names)))
        widest = max(width_of(cards.plain(name), paper.KIT, paper.TINY) for name in names)
        left = GROUP + min(widest, 34.0) + 4.0
        return cls(60 * max(1, ceil(longest / 60)), tuple(names), unit, high, left)

    @property
    def width(self) -> float:
        """Give how wide the lanes are."""
        return paper.MEASURE - self.left - RIGHT

    def at(self, top: float, second: float, lane: float) -> Point:
        """Give the point of a moment on a lane."""
        part = min(1.0, max(0.0, second / self.seconds))
        return self.left + part * self.width, top + (lane + 0.5) * self.high

    def lay(self, drawing: Drawing, table: str, language: str, tail: float = 0.0) -> float:
        """Draw a group's empty lanes at the foot of a drawing; gives their top."""
        top = drawing.height + (2.0 if drawing.height else 0.0)
        foot = top + len(self.names) * self.high
        sign = (0.0, (top + foot - badge.SIDE) / 2)
        drawing.add(*multiples.signed(table, language, sign, GROUP))
        for lane, name in enumerate(self.names):
            (x, y), said = self.at(top, 0, lane), [Said(name, ink=paper.INK_2)]
            room = self.left - GROUP - 3.0
            drawing.add(*cards.laid(said, (GROUP, y - cards.high(said, room) / 2), room))
            drawing.add(Line(((x, y), (x + self.width, y)), _RULE))
        self._ticks(drawing, top, foot)
        drawing.height = foot + 0.6 + leading(SMALLEST) + tail
        return top

    def _ticks(self, drawing: Drawing, top: float, foot: float) -> None:
        step = next((one for one in TICKS if self.seconds / 60 / one <= 6), TICKS[-1])
        for minute in range(0, int(self.seconds // 60) + 1, step):
            last = minute + step > self.seconds // 60
            x = self.at(top, 60 * minute, 0)[0]
            drawing.add(Line(((x, foot - 0.8), (x, foot + 0.3)), Pen(paper.EDGE, 0.25)))
            text = f"{minute} {self.unit}" if last else str(minute)
            aside = width_of(str(minute), paper.KIT, SMALLEST) / 2
            drawing.add(*cards.laid([quiet(text)], (x - aside, foot + 0.4), 24.0))


def worn(clock: Clock, top: float, starts: list[tuple[float, int]], end: float) -> Line:
    """Give the line: from each (second, lane) on along this lane, until the next or the end."""
    points = list[Point]()
    for (second, lane), (until, _next) in pairwise([*starts, (max(end, starts[-1][0]), 0)]):
        points += [clock.at(top, second, lane), clock.at(top, max(second, until), lane)]
    return Line(tuple(points), _WORN)
