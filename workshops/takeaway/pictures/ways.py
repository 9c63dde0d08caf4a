"""Arrows between boxes: bent lines that go round the others and keep room for their sign."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import hypot

from workshops.takeaway.pictures.drawing import Point
from workshops.takeaway.pictures.labels import Room

BENDS = (0.12, 0.26, -0.12, 0.4, -0.26, 0.02, -0.4, 0.55, -0.55, 0.7)
"""How far a line bends, in its own lengths; tried in this order."""
ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
STEPS = 28


@dataclass
class Ways:
    """The boxes that stand there, and the signs that are taken; lines keep off both."""

    boxes: dict[str, Room]
    size: Point
    reach: float = 3.0
    signs: list[Point] = field(default_factory=list)
    lines: list[list[Point]] = field(default_factory=list)

    def between(self, start: str, end: str) -> tuple[list[Point], Point]:
        """Give the best line from one box to another, and where its sign stands on it."""
        found = []
        for rank, bend in enumerate(BENDS):
            line = self._line(start, end, bend)
            cost = self._crossing(line, {start, end}) + rank
            for aside, part in enumerate(ALONG):
                sign = line[round(part * (len(line) - 1))]
                found.append((cost + self._covering(sign) + aside * 0.6, line, sign))
        _, line, sign = min(found, key=lambda one: one[0])
        self.signs.append(sign)
        self.lines.append(line)
        return line, sign

    def _line(self, start: str, end: str, bend: float) -> list[Point]:
        first, last = _middle(self.boxes[start]), _middle(self.boxes[end])
        across = (first[1] - last[1], last[0] - first[0])
        top = tuple((first[n] + last[n]) / 2 + across[n] * bend for n in (0, 1))
        curve = [_on(first, (top[0], top[1]), last, n / STEPS) for n in range(STEPS + 1)]
        out = [at for at in curve if not _near(self.boxes[start], at, 0.6)]
        out = [at for at in out if not _near(self.boxes[end], at, 1.0)]
        return out if len(out) > 1 else [first, last]

    def _crossing(self, line: list[Point], ends: set[str]) -> float:
        """Give what a line costs: other boxes and signs it runs over, and leaving the map."""
        others = [room for name, room in self.boxes.items() if name not in ends]
        hit = sum(_near(room, at, 1.0) for room in others for at in line)
        outside = sum(not self._holds(at, 0.4) for at in line)
        through = sum(_closest(sign, line) < self.reach for sign in self.signs)
        return 6 * hit + 20 * outside + 12 * through

    def _covering(self, sign: Point) -> float:
        """Give what a sign costs: the boxes, signs and lines it lies on."""
        covered = sum(_near(room, sign, self.reach) for room in self.boxes.values())
        met = sum(hypot(sign[0] - x, sign[1] - y) < 2.2 * self.reach for x, y in self.signs)
        crossed = sum(_closest(sign, line) < self.reach for line in self.lines)
        out = not self._holds(sign, self.reach)
        return 60 * covered + 80 * met + 8 * crossed + 90 * out

    def _holds(self, at: Point, air: float) -> bool:
        return all(air <= at[n] <= self.size[n] - air for n in (0, 1))


def _middle(room: Room) -> Point:
    return room.left + room.width / 2, room.top + room.height / 2


def _closest(at: Point, line: list[Point]) -> float:
    return min(hypot(at[0] - x, at[1] - y) for x, y in line)


def _near(room: Room, at: Point, air: float) -> bool:
    wide = room.left - air <= at[0] <= room.left + room.width + air
    return wide and room.top - air <= at[1] <= room.top + room.height + air


def _on(first: Point, top: Point, last: Point, part: float) -> Point:
    rest = 1 - part
    return (
        rest**2 * first[0] + 2 * rest * part * top[0] + part**2 * last[0],
        rest**2 * first[1] + 2 * rest * part * top[1] + part**2 * last[1],
    )
