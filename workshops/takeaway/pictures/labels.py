"""Where words find room on a map: beside their arrow, off the marks and off each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import cos, hypot, sin, tau

from workshops.takeaway.pictures.drawing import Point
from workshops.takeaway.pictures.ground import Frame

AIR = 1.2
FURTHER = (AIR, 3.5, 6.0)
"""Millimetres between words and what they stand beside; further off when it is crowded."""


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle by its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def over(self, other: Room) -> float:
        """Give the area that two rectangles share."""
        across = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        down = min(self.top + self.height, other.top + other.height) - max(self.top, other.top)
        return max(across, 0) * max(down, 0)

    def holds(self, point: Point) -> bool:
        """Say whether a point lies inside."""
        inside = self.left <= point[0] <= self.left + self.width
        return inside and self.top <= point[1] <= self.top + self.height


@dataclass
class Labels:
    """The places taken so far: marks and labels must stay free, arrows should."""

    frame: Frame
    taken: list[Room] = field(default_factory=list)
    arrows: list[tuple[Point, Point]] = field(default_factory=list)

    def beside(self, start: Point, end: Point, sizes: list[Point]) -> tuple[Room, int] | None:
        """Take the best room along a line, in one of `sizes`; gives it and which size it is.

        None when every place covers a mark or a label.
        """
        return self._best([[*_along(start, end, size)] for size in sizes], sizes)

    def around(self, point: Point, radius: float, sizes: list[Point]) -> tuple[Room, int] | None:
        """Take the best room around a mark, as `beside` does."""
        ways = [(cos(tau * n / 8), sin(tau * n / 8)) for n in range(8)]
        found = [
            [(_off(point, way, size, radius + air), air) for way in ways for air in FURTHER]
            for size in sizes
        ]
        return self._best(found, sizes)

    def _best(
        self, centres: list[list[tuple[Point, float]]], sizes: list[Point]
    ) -> tuple[Room, int] | None:
        found: list[tuple[float, Room, int]] = []
        for which, size in enumerate(sizes):
            for centre, far in centres[which]:
                room, moved = self._inside(centre, size)
                if any(room.over(other) > 0.5 for other in self.taken):
                    continue
                crossed = sum(_share(arrow, room) for arrow in self.arrows)
                found.append((crossed * 12 + far + moved * 0.4 + which * 1.5, room, which))
        if not found:
            return None
        _, room, which = min(found, key=lambda one: one[0])
        self.taken.append(room)
        return room, which

    def _inside(self, centre: Point, size: Point) -> tuple[Room, float]:
        left = centre[0] - size[0] / 2
        top = centre[1] - size[1] / 2
        low, high = self.frame.left + AIR, self.frame.left + self.frame.size - AIR - size[0]
        first, last = self.frame.top + AIR, self.frame.top + self.frame.size - AIR - size[1]
        room = Room(max(low, min(left, high)), max(first, min(top, last)), *size)
        return room, hypot(room.left - left, room.top - top)


def _along(start: Point, end: Point, size: Point) -> Iterator[tuple[Point, float]]:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    across = ((end[1] - start[1]) / length, (start[0] - end[0]) / length)
    for part in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.0, 1.0):
        point = (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
        for side in (1, -1):
            way = (across[0] * side, across[1] * side)
            for air in FURTHER:
                yield _off(point, way, size, air), abs(part - 0.5) * 4 + air


def _off(point: Point, way: Point, size: Point, air: float) -> Point:
    reach = air + abs(way[0]) * size[0] / 2 + abs(way[1]) * size[1] / 2
    return point[0] + way[0] * reach, point[1] + way[1] * reach


def _share(arrow: tuple[Point, Point], room: Room) -> float:
    """Give how much of an arrow runs under a room, 0…1."""
    (x1, y1), (x2, y2) = arrow
    steps = 24
    points = ((x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps) for n in range(steps + 1))
    return sum(room.holds(point) for point in points) / steps
