"""Lanes along the minutes of a talk: one line that goes from lane to lane as time passes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from workshops.takeaway import paper
from workshops.takeaway.pictures import cards
from workshops.takeaway.pictures.cards import SMALLEST, strong
from workshops.takeaway.pictures.drawing import Drawing, Line, Pen, Point
from workshops.takeaway.pictures.lettering import leading, width_of

HIGH = 11.0
"""Millimetres from lane to lane."""
NAMES, ASIDE = 38.0, 4.0
"""Millimetres: the widest names may be, and the air before the first minute."""
TICKS = (1, 2, 5, 10, 15, 30)

_RULE, _WORN = Pen(paper.LINE, 0.25), Pen(paper.FJORD, 1.3)


@dataclass(frozen=True)
class Lanes:
    """Where lanes and seconds lie in a drawing."""

    names: tuple[str, ...]
    seconds: float
    top: float
    left: float
    width: float

    def at(self, second: float, lane: int) -> Point:
        """Give the point of a moment on a lane."""
        part = min(1.0, max(0.0, second / self.seconds))
        return self.left + part * self.width, self.top + (lane + 0.5) * HIGH

    @property
    def foot(self) -> float:
        """Give where the lanes end."""
        return self.top + len(self.names) * HIGH


def lay(drawing: Drawing, names: list[str], seconds: float, unit: str) -> Lanes:
    """Draw lanes with their names and minutes at the foot of a drawing, and give them."""
    said = [strong(name) for name in names]
    widest = max(width_of(cards.plain(name), paper.KIT, paper.TINY, bold=True) for name in names)
    room = min(NAMES, widest + 0.5)
    left = room + ASIDE
    lanes = Lanes(tuple(names), seconds, drawing.height, left, paper.MEASURE - left - 9.0)
    for lane, name in enumerate(said):
        x, y = lanes.at(0, lane)
        drawing.add(*cards.laid([name], (0.0, y - cards.high([name], room) / 2), room))
        drawing.add(Line(((x, y), (lanes.left + lanes.width, y)), _RULE))
    step = next((one for one in TICKS if seconds / 60 / one <= 8), TICKS[-1])
    for minute in range(0, int(seconds // 60) + 1, step):
        last = minute + step > seconds // 60
        x = lanes.at(60 * minute, 0)[0]
        drawing.add(Line(((x, lanes.foot - 1.5), (x, lanes.foot)), Pen(paper.EDGE, 0.25)))
        text = f"{minute} {unit}" if last else str(minute)
        wide = width_of(str(minute), paper.KIT, SMALLEST)
        drawing.add(*cards.laid([cards.quiet(text)], (x - wide / 2, lanes.foot + 0.4), 24.0))
    drawing.height = lanes.foot + 0.6 + leading(SMALLEST)
    return lanes


def wear(drawing: Drawing, lanes: Lanes, starts: list[tuple[float, int]], end: float) -> None:
    """Draw the line: from each (second, lane) on along this lane, until the next or the end."""
    points = list[Point]()
    for (second, lane), (until, _next) in pairwise([*starts, (max(end, starts[-1][0]), 0)]):
        points += [lanes.at(second, lane), lanes.at(max(second, until), lane)]
    drawing.add(Line(tuple(points), _WORN))
