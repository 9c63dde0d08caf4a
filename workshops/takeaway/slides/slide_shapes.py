"""A drawing as shapes of a slide: lines, arrows, ovals, boxes and words one can change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from xml.sax.saxutils import escape

from workshops.takeaway.gathered import legible
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Part, Pen, Point, Words
from workshops.takeaway.pictures.lettering import leading, width_of
from workshops.takeaway.slides.slideml import FACES, colour, group, named

EMU = 36000
DOT = 0.3
"""Millimetres: discs up to this are a grid, and a grid is one shape."""
_HEADS = {"open": "arrow", "full": "triangle"}


def shapes(  # noqa: PLR0913, PLR0917 - a picture has all of these
    drawing: Drawing,
    at: Point,
    scale: float,
    number: int,
    told: tuple[str, str],
    locale: str,
) -> tuple[str, int]:
    """Give a drawing as a group and the next free number; `told` is its name and its words."""
    name, alt = told
    pen = _Pen(at, scale, number + 1, locale)
    inside = "".join(pen.drawn(drawing.parts))
    place = (*at, drawing.width * scale, drawing.height * scale)
    return group(number, name, alt, place, inside), pen.number


def smallest(drawing: Drawing) -> float:
    """Give the smallest letters of a drawing, in points; 0 when it has none."""
    return min((part.size for part in drawing.parts if isinstance(part, Words)), default=0.0)


def upper(drawing: Drawing) -> Drawing:
    """Give a drawing without the words that stand below it, for a slide that has no room for both.

    They are told again on the slides that follow, and in its description.
    """
    low = max((_low(part) for part in drawing.parts if not isinstance(part, Words)), default=0.0)
    kept = [part for part in drawing.parts if not isinstance(part, Words) or part.at[1] < low + 3]
    if len(kept) == len(drawing.parts) or not low:
        return drawing
    return replace(drawing, height=min(drawing.height, low + 4), parts=kept)


def _low(part: Part) -> float:
    if isinstance(part, Line):
        return max(y for _, y in part.points)
    if isinstance(part, Disc):
        return part.at[1] + part.radius
    return part.at[1] + part.size[1] if isinstance(part, Box) else part.at[1]


class _Pen:
    """Draws parts at their place and size on the slide."""

    def __init__(self, at: Point, scale: float, number: int, locale: str) -> None:
        self.at, self.scale, self.number, self.locale = at, scale, number, locale

    def drawn(self, parts: list[Part]) -> Iterator[str]:
        for look, run in groupby(parts, _grid):
            if look is not None:
                yield self._dots(look, [one for one in run if isinstance(one, Disc)])
                continue
            for part in run:
                if isinstance(part, Line):
                    yield self._line(part)
                elif isinstance(part, Disc):
                    yield self._disc(part)
                elif isinstance(part, Box):
                    yield self._box(part)
                else:
                    yield self._words(part)

    # ── places ───────────────────────────────────────────────────────────────
    def _point(self, point: Point) -> tuple[int, int]:
        x, y = self.at[0] + point[0] * self.scale, self.at[1] + point[1] * self.scale
        return round(x * EMU), round(y * EMU)

    def _long(self, length: float) -> int:
        return round(length * self.scale * EMU)

    def _named(self, name: str) -> str:
        self.number += 1
        return named(self.number - 1, f"{name} {self.number - 1}")

    def _look(self, pen: Pen, head: str = "") -> str:
        fill = colour(pen.fill) if pen.fill else "<a:noFill/>"
        if not pen.line:
            return f"{fill}<a:ln><a:noFill/></a:ln>"
        dash = ""
        if pen.dash:
            on, off = (round(part / pen.width * 100_000) for part in (*pen.dash, *pen.dash)[:2])
            dash = f'<a:custDash><a:ds d="{on}" sp="{off}"/></a:custDash>'
        cap = "flat" if pen.dash else "rnd"
        tip = f'<a:tailEnd type="{_HEADS[head]}" w="med" len="med"/>' if head else ""
        return (
            f'{fill}<a:ln w="{max(self._long(pen.width), 3175)}" cap="{cap}">{colour(pen.line)}'
            f"{dash}<a:round/>{tip}</a:ln>"
        )

    # ── parts ────────────────────────────────────────────────────────────────
    def _line(self, part: Line) -> str:
        points = [self._point(one) for one in part.points]
        left, top = min(x for x, _ in points), min(y for _, y in points)
        wide, high = max(x for x, _ in points) - left, max(y for _, y in points) - top
        if len(points) == 2 and not part.closed:
            (x1, y1), (x2, y2) = points
            flip = f' flipH="{int(x2 < x1)}" flipV="{int(y2 < y1)}"'
            shape = '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            look = self._look(Pen(part.pen.line, part.pen.width, "", part.pen.dash), part.head)
            look = look.removeprefix("<a:noFill/>")
            return (
                f"<p:cxnSp><p:nvCxnSpPr>{self._named('line')}<p:cNvCxnSpPr/><p:nvPr/>"
                f"</p:nvCxnSpPr><p:spPr>{_xfrm(left, top, wide, high, flip)}{shape}{look}</p:spPr>"
                "</p:cxnSp>"
            )
        steps = "".join(
            f'<a:{"lnTo" if number else "moveTo"}><a:pt x="{x - left}" y="{y - top}"/>'
            f"</a:{'lnTo' if number else 'moveTo'}>"
            for number, (x, y) in enumerate(points)
        )
        path = steps + ("<a:close/>" if part.closed else "")
        filled = "" if part.pen.fill else ' fill="none"'
        shape = _freeform(path, wide, high, filled)
        return self._shape("form", _xfrm(left, top, wide, high), shape, part.pen, part.head)

    def _disc(self, part: Disc) -> str:
        left, top = self._point((part.at[0] - part.radius, part.at[1] - part.radius))
        side = self._long(2 * part.radius)
        shape = '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        return self._shape("oval", _xfrm(left, top, side, side), shape, part.pen)

    def _dots(self, pen: Pen, dots: list[Disc]) -> str:
        """Give a grid of dots as one shape: nobody wants to move a hundred of them."""
        corners = [
            (self._point((one.at[0] - one.radius, one.at[1])), self._long(one.radius))
            for one in dots
        ]
        left, top = min(x for (x, _), _ in corners), min(y - r for (_, y), r in corners)
        right, low = max(x + 2 * r for (x, _), r in corners), max(y + r for (_, y), r in corners)
        path = "".join(
            f'<a:moveTo><a:pt x="{x - left}" y="{y - top}"/></a:moveTo>'
            f'<a:arcTo wR="{r}" hR="{r}" stAng="10800000" swAng="21600000"/><a:close/>'
            for (x, y), r in corners
        )
        wide, high = right - left, low - top
        where = _xfrm(left, top, wide, high)
        return self._shape("grid", where, _freeform(path, wide, high, ""), pen)

    def _box(self, part: Box) -> str:
        left, top = self._point(part.at)
        wide, high = self._long(part.size[0]), self._long(part.size[1])
        shape = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        if part.corner:
            round_ = min(round(part.corner / (min(part.size) or 1) * 100_000), 50_000)
            guide = f'<a:gd name="adj" fmla="val {round_}"/>'
            shape = f'<a:prstGeom prst="roundRect"><a:avLst>{guide}</a:avLst></a:prstGeom>'
        return self._shape("box", _xfrm(left, top, wide, high), shape, part.pen)

    def _words(self, part: Words) -> str:
        """Give words as a text box whose first line stands on the drawing's own baseline."""
        wide = max((width_of(one, part.face, part.size, bold=part.bold) for one in part.lines),
                   default=0.0) * 1.06 + 0.6  # fmt: skip
        step = leading(part.size)
        before = {"start": 0.0, "middle": wide / 2, "end": wide}[part.anchor]
        left, top = self._point((part.at[0] - before, part.at[1] - step * 0.8))
        size = round(part.size * self.scale * 100)
        look = (
            f'<a:rPr lang="{self.locale}" sz="{size}" b="{int(part.bold)}" dirty="0">'
            f'{colour(part.ink)}<a:latin typeface="{FACES[part.face]}"/></a:rPr>'
        )
        lines = [f"<a:r>{look}<a:t>{escape(_one(line))}</a:t></a:r>" for line in part.lines]
        side = {"start": "l", "middle": "ctr", "end": "r"}[part.anchor]
        space = f'<a:lnSpc><a:spcPts val="{round(size * 1.25)}"/></a:lnSpc>'
        return (
            f'<p:sp><p:nvSpPr>{self._named("words")}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f"<p:spPr>{_xfrm(left, top, self._long(wide), self._long(step * len(lines)))}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
            '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></a:bodyPr>'
            f'<a:lstStyle/><a:p><a:pPr algn="{side}">{space}</a:pPr>'
            f"{f'<a:br>{look}</a:br>'.join(lines)}</a:p></p:txBody></p:sp>"
        )

    def _shape(self, name: str, where: str, shape: str, pen: Pen, head: str = "") -> str:
        return (
            f"<p:sp><p:nvSpPr>{self._named(name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{where}{shape}{self._look(pen, head)}</p:spPr></p:sp>"
        )


def _grid(part: Part) -> Pen | None:
    small = isinstance(part, Disc) and part.radius <= DOT
    return part.pen if small else None  # type: ignore[union-attr]


def _one(line: str) -> str:
    return legible(line).replace("\n", " ")


def _xfrm(left: int, top: int, wide: int, high: int, flip: str = "") -> str:
    return f'<a:xfrm{flip}><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def _freeform(path: str, wide: int, high: int, filled: str) -> str:
    lists = "<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
    rect = '<a:rect l="0" t="0" r="r" b="b"/>'
    inner = f'<a:path w="{wide}" h="{high}"{filled}>{path}</a:path>'
    return f"<a:custGeom>{lists}{rect}<a:pathLst>{inner}</a:pathLst></a:custGeom>"
