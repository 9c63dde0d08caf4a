"""The rounds at a table: the card that was drawn, and beside it what was heard – two marks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import Any

from workshops.methods import listening, performative
from workshops.takeaway import paper
from workshops.takeaway.pictures import cards
from workshops.takeaway.pictures.cards import Said, plain, quiet, strong, voice
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Line, Pen
from workshops.takeaway.pictures.lettering import leading
from workshops.takeaway.pictures.spoken import listed, quoted, told

COLUMNS = ((0.0, 16.0), (18.0, 36.0), (66.0, 40.0), (112.0, 54.0))
"""Millimetres: left and width of round, drawn, heard and what was said of it."""
DOT = 1.0

_DRAWN, _HEARD = Pen(paper.FJORD, 0.6, paper.PAPER), Pen(paper.INK_2, 0.35, paper.PAPER, (1.2, 0.9))


@dataclass(frozen=True)
class Row:
    """One round: the word drawn, the words heard and how often, and the texts beside."""

    number: int
    drawn: str
    heard: dict[str, int]
    texts: tuple[str, ...]


def draw(answer: Any, words: dict[str, str], language: str = "da") -> Drawing | None:
    """Give the rounds of one table, never a seat; None while none is marked.

    A declaration of one's own role has none: who heard what of whom is not kept.
    """
    rows = [row for row in _rows(answer, words) if row.drawn or row.heard or row.texts]
    if not rows:
        return None
    small = cards.SMALLEST
    tries = [(9.0, 0), (8.5, 0), (small, 0), (small, 2), (small, 1)]
    build = partial(_drawn, rows, words, language)
    drawing = cards.first_fit(partial(build, looks) for looks in tries)
    drawing.title = plain(words["title_group"])
    drawing.twin = told("rounds", language, rounds="; ".join(_tell(rows, words, language)))
    return drawing


def glyphs(words: dict[str, str]) -> dict[str, Drawing]:
    """Give the frames of both marks, by what they mean."""
    found = {}
    for word, pen in (("card_was", _DRAWN), ("line_heard", _HEARD)):
        sign = Drawing(8.0, 4.4)
        sign.add(Box((0.5, 0.5), (7.0, 3.4), pen, 1.2))
        found[words[word]] = sign
    return found


# ── the sheet ────────────────────────────────────────────────────────────────
def _drawn(
    rows: list[Row], words: dict[str, str], language: str, looks: tuple[float, int]
) -> Drawing:
    last = "sign" if "sign" in words else "reply"
    heads = [[quiet(words[one])] for one in ("round_head", "card_was", "line_heard", last)]
    drawing = Drawing(paper.MEASURE, 0.0)
    for head, (x, wide) in zip(heads, COLUMNS, strict=True):
        drawing.add(*cards.laid(head, (x, 0.0), wide))
    tops = [cards.high(head, wide) for head, (_x, wide) in zip(heads, COLUMNS, strict=True)]
    drawing.height = max(tops) + 1.5
    for row in rows:
        y = drawing.height
        drawing.cuts.append(y)
        drawing.add(Line(((0.0, y), (paper.MEASURE, y)), Pen(paper.LINE, 0.25)))
        drawing.height = _row(drawing, row, language, looks)
    return drawing


def _row(drawing: Drawing, row: Row, language: str, looks: tuple[float, int]) -> float:
    """Draw one round and give where it ends."""
    (x0, w0), (x1, w1), (x2, w2), (x3, w3) = COLUMNS
    y = drawing.height + 2.4
    drawn = [Said(row.drawn, size=8.5, bold=True)]
    high = cards.tall(drawn, w1)
    heard = [([Said(word, size=8.5)], many) for word, many in row.heard.items()]
    inner = w2 - 2 * cards.PAD - (8.0 if any(many > 1 for _said, many in heard) else 0.0)
    tall = [cards.high(said, inner) + 2 * cards.PAD for said, _many in heard]
    below = sum(tall) + 1.6 * max(0, len(tall) - 1)
    texts = [voice(quoted(text, language), 0.6 if at else 0.0, *looks)
             for at, text in enumerate(row.texts)]  # fmt: skip
    whole = max(high if row.drawn else 0.0, below, cards.high(texts, w3) + 1.6, 8.0)
    drawing.add(*cards.laid([strong(str(row.number), size=12.0)], (x0, y + 0.6), w0))
    if row.drawn:
        drawing.add(*cards.card(drawn, (x1, y), (w1, high), _DRAWN))
    down = y
    for (said, many), one in zip(heard, tall, strict=True):
        if row.drawn:
            start, end = (x1 + w1 + 1.2, y + high / 2), (x2 - 1.2, down + one / 2)
            drawing.add(Line((start, end), Pen(paper.INK_2, 0.4), head="full"))
        drawing.add(Box((x2, down), (w2, one), _HEARD, cards.CORNER))
        drawing.add(*cards.laid(said, (x2 + cards.PAD, down + cards.PAD), inner))
        for dot in range(many if many > 1 else 0):
            middle = down + cards.PAD + leading(8.5) / 2
            at = (
                x2 + w2 - 2.4 - (dot % 3) * 2.6,
                middle + (dot // 3) * 2.6 - (1.3 if many > 3 else 0),
            )
            drawing.add(Disc(at, DOT, Pen(paper.INK_2, 0.2, paper.INK_2)))
        down += one + 1.6
    drawing.add(*cards.laid(texts, (x3, y + 1.6), w3))
    return y + whole + 2.4


# ── the rounds ───────────────────────────────────────────────────────────────
def _rows(answer: Any, words: dict[str, str]) -> list[Row]:
    if isinstance(answer, listening.Answer):
        return [_of_one(answer, at, words) for at in range(listening.MOST)]
    if isinstance(answer, performative.Answer):
        return [_of_many(answer, at, words) for at in range(performative.MOST)]
    return []


def _of_one(answer: listening.Answer, at: int, words: dict[str, str]) -> Row:
    """Give a round of listening: only the seat that spoke says what it was."""
    one = getattr(answer.rounds, listening.ROUNDS[at])
    heard = getattr(one.heard, listening.SEATS[at % (answer.seats or listening.USUAL)])
    marked = {words[f"card_{heard}"]: 1} if heard else {}
    texts = (one.sign,) if one.sign.strip() else ()
    return Row(at + 1, words[f"card_{one.drawn}"] if one.drawn else "", marked, texts)


def _of_many(answer: performative.Answer, at: int, words: dict[str, str]) -> Row:
    """Give a round of the same words: every listener's mark, without the seats."""
    seats = performative.SEATS[: answer.seats or performative.USUAL]
    one = getattr(answer.rounds, performative.ROUNDS[at])
    listeners = [seat for seat in seats if seat != seats[at % len(seats)]]
    marks = Counter(act for seat in listeners if (act := getattr(one.heard, seat)))
    order = [act for act in (*performative.ACTS, "other") if marks[act]]
    heard = {_word(act, words): marks[act] for act in order}
    texts = tuple(text for seat in listeners if (text := getattr(one.reply, seat)).strip())
    return Row(at + 1, words[f"card_{one.drawn}"] if one.drawn else "", heard, texts)


def _word(act: str, words: dict[str, str]) -> str:
    return words["mark_other"] if act == "other" else words[f"card_{act}"]


def _tell(rows: list[Row], words: dict[str, str], language: str) -> list[str]:
    found = []
    for row in rows:
        name = words["round_n"].replace("{n}", str(row.number))
        heard = [
            told("times", language, name=word, n=many) if many > 1 else word
            for word, many in row.heard.items()
        ]
        both = {"drawn": row.drawn, "heard": listed(heard, language)}
        known = [f"{words[key]}: {both[part]}" for key, part in _KNOWN if both[part]]
        found.append(told("round", language, round=name, told=", ".join(known)))
    return found


_KNOWN = (("card_was", "drawn"), ("line_heard", "heard"))
