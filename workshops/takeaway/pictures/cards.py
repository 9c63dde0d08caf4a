"""Words in a column: pieces of text one under the other, on plain ground or on a card.

Every piece is measured in the font that draws it, so that nothing runs out of its card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from workshops.methods import cleaned
from workshops.takeaway import paper
from workshops.takeaway.pictures.drawing import Box, Drawing, Line, Part, Pen, Point, Words
from workshops.takeaway.pictures.lettering import leading, width_of, wrapped

SMALLEST = 7.5
"""Points: no word on paper is smaller."""
HIGHEST = 230.0
"""Millimetres: a picture that stands on A4 with its heading."""
PAD, CORNER = 2.2, 1.5
"""Millimetres: from a card's edge to its words, and how round it is."""

EDGE = Pen(paper.EDGE, 0.25, paper.PAPER)
STRONG = Pen(paper.INK, 0.7, paper.PAPER)
DASHED = Pen(paper.EDGE, 0.3, paper.PAPER, (1.4, 1.1))
FLAG = Pen(paper.ON_AMBER, 0.25, paper.AMBER)

_FALL = 0.8  # where a line's letters stand in its leading


@dataclass(frozen=True, slots=True)
class Said:
    """One piece of text and its looks; `above` are the millimetres over it.

    With `most` it is cut after so many lines, for a picture that would not fit on a page; the page
    beside it has all the words.
    """

    text: str
    face: str = paper.KIT
    size: float = paper.TINY
    bold: bool = False
    ink: str = paper.INK
    above: float = 0.0
    most: int = 0

    def lines(self, width: float) -> tuple[str, ...]:
        """Give the lines in a column so wide; none when there is nothing but space."""
        found = broken(self.text, width, self.face, self.size, self.bold)
        if not 0 < self.most < len(found):
            return found
        last = found[self.most - 1]
        while last and width_of(f"{last} …", self.face, self.size, bold=self.bold) > width:
            last = last[:-1]
        return (*found[: self.most - 1], f"{last.rstrip()} …")

    def height(self, width: float) -> float:
        """Give how much room it takes in a column so wide, with what is above it."""
        many = len(self.lines(width))
        return many * leading(self.size) + self.above if many else 0.0


def strong(text: str, above: float = 0.0, size: float = paper.TINY) -> Said:
    """Give a text of the kit that stands out."""
    return Said(text, size=size, bold=True, above=above)


def quiet(text: str, above: float = 0.0, size: float = SMALLEST) -> Said:
    """Give a text of the kit that explains."""
    return Said(text, size=size, ink=paper.INK_2, above=above)


def voice(text: str, above: float = 0.0, size: float = 8.5, most: int = 0) -> Said:
    """Give what somebody wrote."""
    return Said(text, paper.VOICE, size, above=above, most=most)


def plain(text: str) -> str:
    """Give a text as it is drawn: no controls, no soft hyphens."""
    return str(cleaned(text))


@lru_cache(maxsize=4096)
def broken(text: str, most: float, face: str, size: float, bold: bool = False) -> tuple[str, ...]:
    """Give a text as lines; its own lines are kept, soft hyphens are where a long word breaks."""
    lines: list[str] = []
    for own in text.split("\n"):
        words = [word for one in own.split() for word in _folded(one, most, face, size, bold)]
        lines += wrapped(" ".join(words), most, face, size, bold=bold)
    return tuple(lines)


def _folded(word: str, most: float, face: str, size: float, bold: bool) -> list[str]:
    """Give a word in the parts it has to be set in: one, unless it is too long for a line."""
    parts = [plain(part) for part in word.split("\u00ad")]
    found = [parts[0]]
    for part in parts[1:]:
        longer = found[-1] + part
        if width_of(f"{longer}-", face, size, bold=bold) <= most:
            found[-1] = longer
        else:
            found[-1] += "-"
            found.append(part)
    return found


def high(pieces: Iterable[Said], width: float) -> float:
    """Give how high pieces stand one under the other."""
    return sum(piece.height(width) for piece in pieces)


def laid(pieces: Iterable[Said], at: Point, width: float, anchor: str = "start") -> list[Part]:
    """Give pieces one under the other from an upper left corner."""
    (x, y), found = at, list[Part]()
    left = {"start": x, "middle": x + width / 2, "end": x + width}[anchor]
    for piece in pieces:
        lines = piece.lines(width)
        if not lines:
            continue
        first = y + piece.above + leading(piece.size) * _FALL
        look = (piece.face, piece.size, piece.bold, anchor, piece.ink)
        found.append(Words((left, first), lines, *look))
        y += piece.height(width)
    return found


def tall(pieces: Iterable[Said], width: float) -> float:
    """Give how high a card with these pieces is."""
    return high(pieces, width - 2 * PAD) + 2 * PAD


def card(pieces: Sequence[Said], at: Point, size: Point, pen: Pen = EDGE) -> list[Part]:
    """Give a card with pieces of text."""
    inner = (at[0] + PAD, at[1] + PAD)
    return [Box(at, size, pen, CORNER), *laid(pieces, inner, size[0] - 2 * PAD)]


def moved(part: Part, right: float, down: float) -> Part:
    """Give a part somewhere else."""
    if isinstance(part, Line):
        return replace(part, points=tuple((x + right, y + down) for x, y in part.points))
    return replace(part, at=(part.at[0] + right, part.at[1] + down))


def key(
    signs: dict[str, Drawing], at: Point, width: float, size: float = SMALLEST
) -> tuple[list[Part], float]:
    """Give signs with their words in a row that breaks, and how high it is."""
    (left, top), parts = at, list[Part]()
    x, line = 0.0, max([leading(size), *(one.height for one in signs.values())]) + 0.6
    for word, sign in signs.items():
        said = Said(word, size=size)
        room = width - sign.width - 1.2
        long = max((width_of(one, said.face, size) for one in said.lines(room)), default=0.0)
        if x and x + sign.width + 1.2 + long > width:
            x, top = 0.0, top + line
        lines = said.height(room)
        middle = top + (line - sign.height) / 2
        parts += [moved(part, left + x, middle) for part in sign.parts]
        parts += laid([said], (left + x + sign.width + 1.2, top + (line - leading(size)) / 2), room)
        x += sign.width + 1.2 + long + 4.5
        top += max(0.0, lines - leading(size))
    return parts, (top + line - at[1] if signs else 0.0)


def columns(
    pieces: Sequence[Sequence[Said]], at: Point, width: float, many: int = 2, gap: float = 6.0
) -> tuple[list[Part], float]:
    """Give groups of pieces in columns, read down the first one first, and how high they are."""
    each = (width - gap * (many - 1)) / many
    if not any(high(group, each) for group in pieces):
        return [], 0.0
    heights = [high(group, each) + 1.6 for group in pieces if high(group, each)]
    groups = [group for group in pieces if high(group, each)]
    most = _level(heights, many)
    parts, x, y, lowest = list[Part](), at[0], at[1], 0.0
    for group, height in zip(groups, heights, strict=True):
        if y > at[1] and y + height > at[1] + most + 0.01:
            x, y = x + each + gap, at[1]
        parts += laid(group, (x, y), each)
        y += height
        lowest = max(lowest, y - at[1])
    return parts, lowest


def _level(heights: Sequence[float], many: int) -> float:
    """Give nearly the least height at which groups fill so many columns."""
    most = max([sum(heights) / many, *heights])
    while _filled(heights, most) > many:
        most += 1.0
    return most


def _filled(heights: Sequence[float], most: float) -> int:
    used, y = 1, 0.0
    for height in heights:
        used, y = (used + 1, height) if y and y + height > most + 0.01 else (used, y + height)
    return used


def first_fit(tries: Iterable[Callable[[], Drawing]]) -> Drawing:
    """Give the first drawing that is not too high for a page, else the last one."""
    drawing = None
    for build in tries:
        drawing = build()
        if drawing.height <= HIGHEST:
            break
    if drawing is None:
        raise ValueError("nothing to draw")
    return drawing
