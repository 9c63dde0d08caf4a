"""What the groups counted, or wrote, row by column: a count is tinted and says its number."""

from __future__ import annotations

from functools import partial
from typing import Any

from workshops.figures import count_of
from workshops.takeaway import paper
from workshops.takeaway.pictures import badge, cards, multiples
from workshops.takeaway.pictures.cards import Said, quiet, strong, voice
from workshops.takeaway.pictures.drawing import Box, Drawing, Line, Pen
from workshops.words import words as kit_words

GAP, PAD = 1.0, 1.2
BESIDE = 3
"""So many groups' texts stand as one table; more stand row by row."""
TINTS = (paper.PAPER, "#D8E4E6", "#ACC5C9", "#37747F", paper.FJORD)
"""From nothing to as many as the largest; the number stands in each."""
DARK = 3


def draw(figure: dict[str, Any], words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the counts or texts of a plenary; None while nobody has shared."""
    if not count_of(figure):
        return None
    if any(isinstance(cell, int) for row in figure["cells"] for cell in row):
        drawing = _counts(figure, words)
    else:
        beside = len(figure["cells"][0]) <= BESIDE
        build = partial(_table if beside else _rows, figure, words, language)
        looks = ((8.5, 2), (8.0, 2), (8.0, 3), (cards.SMALLEST, 3), (cards.SMALLEST, 4))
        drawing = cards.first_fit(partial(build, *look) for look in looks)
    return multiples.finished(drawing, figure, words, language)


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:  # noqa: ARG001 - every picture is called alike
    """Give no signs: rows and columns have their words, cells their numbers."""
    return {}


# ── counts ───────────────────────────────────────────────────────────────────
def _counts(figure: dict[str, Any], words: dict[str, str]) -> Drawing:
    drawing = Drawing(paper.MEASURE, 0.0)
    many = len(figure["across"])
    names = 62.0 if many < 5 else 42.0
    each = (paper.MEASURE - 0.2 - names - GAP * many) / many
    left = [names + GAP + at * (each + GAP) for at in range(many)]
    above = words.get("plenary_across", "")
    if above:
        said = [quiet(above, size=9.0)]
        drawing.add(*cards.laid(said, (left[0], 0.0), paper.MEASURE - left[0], "middle"))
        drawing.height += cards.high(said, paper.MEASURE) + 0.6
    heads = [[strong(words[key])] for key in figure["across"]]
    high = max(cards.high(head, each) for head in heads)
    for head, x in zip(heads, left, strict=True):
        y = drawing.height + high - cards.high(head, each)
        drawing.add(*cards.laid(head, (x, y), each, "middle"))
    corner = [quiet(words.get("plenary_down", ""), size=9.0)]
    low = drawing.height + high - cards.high(corner, names)
    drawing.add(*cards.laid(corner, (0.0, low), names))
    drawing.height += high + 1.2
    most = max(1, *(cell for row in figure["cells"] for cell in row))
    for key, row in zip(figure["down"], figure["cells"], strict=True):
        name = [Said(words[key], size=9.0)]
        tall = cards.high(name, names - 2.0)
        high = max(8.0, tall + 1.6)
        middle = drawing.height + high / 2
        drawing.add(*cards.laid(name, (0.0, middle - tall / 2), names - 2.0))
        for x, count in zip(left, row, strict=True):
            step = max(1, -(-4 * count // most)) if count else 0
            pen = Pen(paper.LINE, 0.2, TINTS[step])
            drawing.add(Box((x, drawing.height), (each, high), pen, 0.8))
            ink = paper.PAPER if step >= DARK else paper.INK if count else paper.INK_3
            at = (x + each / 2, middle)
            drawing.add(multiples.number(count, at, 11.0, ink, bold=bool(count)))
        drawing.height += high + GAP
    return drawing


# ── texts ────────────────────────────────────────────────────────────────────
def _table(
    figure: dict[str, Any], words: dict[str, str], language: str, size: float, _columns: int
) -> Drawing:
    """Give a column for each group."""
    drawing = Drawing(paper.MEASURE, 0.0)
    many = len(figure["cells"][0])
    names = 36.0
    each = (paper.MEASURE - names) / many
    tables = multiples.tables_of(figure, many)
    for at, table in enumerate(tables):
        drawing.add(*multiples.signed(table, language, (names + at * each, 0.0), each))
    drawing.height = multiples.SIGN if any(tables) else 0.0
    for key, row in zip(figure["down"], figure["cells"], strict=True):
        drawing.add(Line(((0.0, drawing.height), (paper.MEASURE, drawing.height)), _HAIR))
        y, width = drawing.height + PAD, each - 3.0
        name, texts = [strong(words[key])], [[voice(text, size=size)] for text in row]
        drawing.add(*cards.laid(name, (0.0, y), names - 3.0))
        for at, text in enumerate(texts):
            drawing.add(*cards.laid(text, (names + at * each, y), width))
        high = max(cards.high(name, names - 3.0), *(cards.high(one, width) for one in texts))
        drawing.height += high + 2 * PAD
    return drawing


def _rows(
    figure: dict[str, Any], words: dict[str, str], language: str, size: float, columns: int
) -> Drawing:
    """Give the texts of one row after the other, each at its group's badge."""
    drawing = Drawing(paper.MEASURE, 0.0)
    width = multiples.wide(columns)
    inner = width - badge.SIDE - 1.4
    for key, row in zip(figure["down"], figure["cells"], strict=True):
        head = [strong(words[key], size=9.0)]
        drawing.add(*cards.laid(head, (0.0, drawing.height), paper.MEASURE))
        drawing.height += cards.high(head, paper.MEASURE) + 1.0
        signs = multiples.tables_of(figure, len(row))
        texts = [(sign, text) for sign, text in zip(signs, row, strict=True) if text.strip()]
        if not texts:
            none = [quiet(kit_words(language)["matrix_nobody"])]
            drawing.add(*cards.laid(none, (0.0, drawing.height), paper.MEASURE))
            drawing.height += cards.high(none, paper.MEASURE)
        said = [(table, [voice(text, size=size)]) for table, text in texts]
        heights = [max(badge.SIDE, cards.high(one, inner) + 0.6) + 1.2 for _table, one in said]
        x, y, most = 0.0, 0.0, _level(heights, columns)
        for (table, one), high in zip(said, heights, strict=True):
            if y and y + high > most + 0.01:
                x, y = x + width + multiples.GAP, 0.0
            drawing.add(*multiples.badged(table, (x, drawing.height + y)))
            corner = (x + badge.SIDE + 1.4, drawing.height + y + 0.6)
            drawing.add(*cards.laid(one, corner, inner))
            y += high
        drawing.height += most + 2.0
    return drawing


def _level(heights: list[float], columns: int) -> float:
    """Give nearly the least height at which texts fill so many columns."""
    most = max([sum(heights) / columns, *heights], default=0.0)
    while True:
        used, y = 1, 0.0
        for high in heights:
            used, y = (used + 1, high) if y and y + high > most + 0.01 else (used, y + high)
        if used <= columns:
            return most
        most += 1.0


_HAIR = Pen(paper.LINE, 0.2)
