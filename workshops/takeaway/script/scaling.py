"""A drawing made larger or moved: a sign for a wall, a map for a whole table."""

from __future__ import annotations

from dataclasses import replace

from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Part, Pen, Point


def scaled(drawing: Drawing, times: float) -> Drawing:
    """Give the same drawing so many times as large, with its lines and letters."""
    made = Drawing(drawing.width * times, drawing.height * times)
    made.add(*(_part(part, times) for part in drawing.parts))
    return made


def moved(part: Part, across: float, down: float) -> Part:
    """Give a part so many millimetres further to the right and further down."""
    if isinstance(part, Line):
        return replace(part, points=tuple((x + across, y + down) for x, y in part.points))
    return replace(part, at=(part.at[0] + across, part.at[1] + down))


def _part(part: Part, times: float) -> Part:
    if isinstance(part, Line):
        points = tuple(_point(one, times) for one in part.points)
        return replace(part, points=points, pen=_pen(part.pen, times))
    if isinstance(part, Disc):
        pen = _pen(part.pen, times)
        return replace(part, at=_point(part.at, times), radius=part.radius * times, pen=pen)
    if isinstance(part, Box):
        size, corner = _point(part.size, times), part.corner * times
        pen = _pen(part.pen, times)
        return replace(part, at=_point(part.at, times), size=size, corner=corner, pen=pen)
    return replace(part, at=_point(part.at, times), size=part.size * times)


def _point(at: Point, times: float) -> Point:
    return at[0] * times, at[1] * times


def _pen(pen: Pen, times: float) -> Pen:
    return replace(pen, width=pen.width * times, dash=tuple(one * times for one in pen.dash))
