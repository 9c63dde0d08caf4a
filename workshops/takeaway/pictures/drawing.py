"""A drawing in millimetres: a list of parts that becomes SVG and, from that, PNG.

The parts are plain shapes, so that a slide can be built from the same list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot
from typing import Any
from xml.etree import ElementTree as ET

from workshops.takeaway import paper
from workshops.takeaway.pictures import raster
from workshops.takeaway.pictures.lettering import OURS, leading

Point = tuple[float, float]

DPI = 220
"""Dots to an inch: lines and letters are sharp in print."""
HEAD = 1.9
"""Length of an arrow's head in millimetres."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How a shape is drawn; widths and dashes in millimetres."""

    line: str = ""
    width: float = 0.0
    fill: str = ""
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; closed it is a polygon, with a `head` ("open", "full") an arrow."""

    points: tuple[Point, ...]
    pen: Pen
    closed: bool = False
    head: str = ""


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle around a point."""

    at: Point
    radius: float
    pen: Pen


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from its upper left corner, with rounded corners."""

    at: Point
    size: Point
    pen: Pen
    corner: float = 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text; `at` is the first baseline, at the side or middle that `anchor` names."""

    at: Point
    lines: tuple[str, ...]
    face: str = paper.KIT
    size: float = paper.TINY  # points
    bold: bool = False
    anchor: str = "start"
    ink: str = paper.INK


Part = Line | Disc | Box | Words


@dataclass
class Drawing:
    """A picture under construction, with what it says in words (`title`, `twin`)."""

    width: float
    height: float
    title: str = ""
    twin: str = ""
    parts: list[Part] = field(default_factory=list)
    cuts: list[float] = field(default_factory=list)
    """Where a high picture may be cut in two, from the top: between groups, between rounds."""

    def add(self, *parts: Part) -> None:
        """Lay parts on top of what is there."""
        self.parts.extend(parts)

    def svg(self) -> str:
        """Give the drawing as SVG; texts are text, titled and described for a screen reader."""
        size = {"width": f"{self.width:g}mm", "height": f"{self.height:g}mm"}
        box = f"0 0 {self.width:g} {self.height:g}"
        root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, "viewBox": box})
        if self.title:
            root.set("role", "img")
            ET.SubElement(root, "title").text = self.title
            ET.SubElement(root, "desc").text = self.twin
        for part in self.parts:
            _DRAW[type(part)](root, part)
        return ET.tostring(root, encoding="unicode")

    def png(self) -> bytes:
        """Give the drawing as PNG for print."""
        return raster.png(self.order())

    def order(self) -> raster.Order:
        """Give what it takes to draw it as PNG."""
        texts = [line for part in self.parts if isinstance(part, Words) for line in part.lines]
        # Our fonts make the picture the same on every machine.
        files = tuple(str(file) for file in paper.FILES.values())
        return raster.Order(
            self.svg(), DPI, files, paper.KIT, all(OURS.fullmatch(text) for text in texts)
        )


def ahead(told: Any) -> None:
    """Begin to make PNG of every drawing in lists and dicts, on all cores.

    `png` then waits for its own only.
    """
    raster.ahead([one.order() for one in _within(told)])


def _within(told: Any) -> Iterator[Drawing]:
    if isinstance(told, Drawing):
        yield told
    elif isinstance(told, dict | list):
        for one in told.values() if isinstance(told, dict) else told:
            yield from _within(one)


def toward(start: Point, end: Point, reach: float) -> Point:
    """Give the point `reach` millimetres from start towards end."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return (
        start[0] + (end[0] - start[0]) / length * reach,
        start[1] + (end[1] - start[1]) / length * reach,
    )


def _styled(pen: Pen) -> dict[str, str]:
    style = {"fill": pen.fill or "none"}
    if pen.line:
        style |= {"stroke": pen.line, "stroke-width": f"{pen.width:g}"}
        style |= {"stroke-linejoin": "round", "stroke-linecap": "round" if not pen.dash else "butt"}
    if pen.dash:
        style["stroke-dasharray"] = " ".join(f"{part:g}" for part in pen.dash)
    return style


def _line(root: ET.Element, part: Line) -> None:
    points = " L".join(f"{x:.2f} {y:.2f}" for x, y in part.points)
    ET.SubElement(root, "path", {"d": f"M{points}{'Z' if part.closed else ''}"} | _styled(part.pen))
    if part.head:
        before, tip = list(pairwise(part.points))[-1]
        full = part.head == "full"
        pen = Pen(part.pen.line, part.pen.width, part.pen.line if full else "")
        _line(root, Line(_head(before, tip), pen, closed=full))


def _head(before: Point, tip: Point) -> tuple[Point, Point, Point]:
    back = toward(tip, before, HEAD)
    across = ((tip[1] - back[1]) * 0.5, (back[0] - tip[0]) * 0.5)
    return (
        (back[0] + across[0], back[1] + across[1]),
        tip,
        (back[0] - across[0], back[1] - across[1]),
    )


def _disc(root: ET.Element, part: Disc) -> None:
    place = {"cx": f"{part.at[0]:.2f}", "cy": f"{part.at[1]:.2f}", "r": f"{part.radius:g}"}
    ET.SubElement(root, "circle", place | _styled(part.pen))


def _box(root: ET.Element, part: Box) -> None:
    place = {"x": f"{part.at[0]:.2f}", "y": f"{part.at[1]:.2f}", "rx": f"{part.corner:g}"}
    size = {"width": f"{part.size[0]:.2f}", "height": f"{part.size[1]:.2f}"}
    ET.SubElement(root, "rect", place | size | _styled(part.pen))


def _words(root: ET.Element, part: Words) -> None:
    family = f"{part.face}, '{paper.FALLBACK[part.face]}', "
    style = {
        "font-family": family + ("serif" if part.face == paper.VOICE else "sans-serif"),
        "font-size": f"{part.size * paper.POINT:.3f}",
        "font-weight": "700" if part.bold else "400",
        "text-anchor": part.anchor,
        "fill": part.ink,
    }
    text = ET.SubElement(root, "text", style)
    for number, line in enumerate(part.lines):
        down = part.at[1] + number * leading(part.size)
        place = {"x": f"{part.at[0]:.2f}", "y": f"{down:.2f}"}
        ET.SubElement(text, "tspan", place).text = line


_DRAW: dict[type, Callable[[ET.Element, Any], None]] = {
    Line: _line,
    Disc: _disc,
    Box: _box,
    Words: _words,
}
