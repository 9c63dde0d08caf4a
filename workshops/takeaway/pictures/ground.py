"""The ground of a map with two axes: frame, grid of dots, cross, and the words at the ends."""

from __future__ import annotations

from dataclasses import dataclass

from workshops.takeaway import paper
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Pen, Point, Words
from workshops.takeaway.pictures.lettering import leading, width_of, wrapped

STEPS = 5
REACH = 5.5
"""The axes go from −5 to 5; half a step of air around them."""

SIDE = 20.0
GAP = 1.8
"""Millimetres: the widest word beside the frame, and its distance from it."""

_HAIR = Pen(paper.EDGE, 0.2)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the map's square lies in the drawing, in millimetres."""

    left: float
    top: float
    size: float

    def at(self, mark: list[float]) -> Point:
        """Give the point of a place on the map; y grows upwards there."""
        step = self.size / (2 * REACH)
        return self.left + (mark[0] + REACH) * step, self.top + (REACH - mark[1]) * step


def lay(ends: dict[str, str], size: float, text: float = paper.TINY) -> tuple[Drawing, Frame]:
    """Give a drawing with an empty map; `ends` are the words left, right, bottom and top."""
    ends = {end: " ".join(word.split()) for end, word in ends.items()}
    lines = {end: wrapped(ends[end], SIDE, paper.KIT, text, bold=True) for end in ("left", "right")}
    room = {end: max((_wide(line, text) for line in lines[end]), default=0.0) for end in lines}
    line = leading(text)
    frame = Frame(room["left"] + GAP, line + GAP, size)
    drawing = Drawing(frame.left + size + GAP + room["right"], size + 2 * (line + GAP))
    _square(drawing, frame)
    middle = frame.left + size / 2
    _end(drawing, [ends["top"]], (middle, line * 0.8), "middle", text)
    _end(drawing, [ends["bottom"]], (middle, frame.top + size + GAP + line * 0.8), "middle", text)
    for end, x, anchor in (
        ("left", room["left"], "end"),
        ("right", frame.left + size + GAP, "start"),
    ):
        first = frame.top + size / 2 + line * 0.3 - (len(lines[end]) - 1) * line / 2
        _end(drawing, lines[end], (x, first), anchor, text)
    return drawing, frame


def _square(drawing: Drawing, frame: Frame) -> None:
    corner, middle = (frame.left, frame.top), frame.size / 2
    right, bottom = frame.left + frame.size, frame.top + frame.size
    drawing.add(Box(corner, (frame.size, frame.size), Pen(paper.EDGE, 0.2, paper.PAPER), 1.5))
    dots = [n for n in range(-STEPS, STEPS + 1) if n]
    drawing.add(*(Disc(frame.at([x, y]), 0.2, Pen(fill=paper.LINE)) for x in dots for y in dots))
    drawing.add(
        Line(((frame.left, frame.top + middle), (right, frame.top + middle)), _HAIR),
        Line(((frame.left + middle, frame.top), (frame.left + middle, bottom)), _HAIR),
    )


def _end(drawing: Drawing, lines: list[str], at: Point, anchor: str, text: float) -> None:
    drawing.add(Words(at, tuple(lines), size=text, bold=True, anchor=anchor))


def _wide(line: str, text: float) -> float:
    return width_of(line, paper.KIT, text, bold=True)
