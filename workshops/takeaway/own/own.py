"""One's own page to take home: goals, try-outs, promise, answers, and the code card.

It is made for the one who wrote it and for nobody else; whoever calls this has seen to that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from workshops.identity import Person
from workshops.pieces import Piece, in_order
from workshops.takeaway import document, paper, pictures
from workshops.takeaway.document import Document, Leaf, Part
from workshops.takeaway.gathered import date_name, legible
from workshops.takeaway.pictures.drawing import Box, Drawing, Pen
from workshops.words import sentence, words

TITLE, HEAD, PIECE, SECTION = 1, 2, 3, 4
"""Levels of headings."""
QR = 34.0
"""Millimetres a code needs on paper so that any phone reads it."""
QUIET = 4
"""Modules that stay white around a code."""


def page(person: Person, found: Sequence[Piece], language: str, address: str) -> Document:
    """Give the page of one person; `address` is where the code card's QR leads."""
    said = words(language)
    made = datetime.now().astimezone()
    title = sentence("take_mine", language, alias=legible(person.alias))
    parts = [
        document.heading(title, TITLE),
        document.line(said["take_mine_lead"], "lead", below=10),
    ]
    leaf = Leaf(
        [*parts, *_written(found, language), *_card(person, language, address)],
        said["take_kit"],
        date_name(made, language),
        whose=legible(person.alias),
    )
    return Document(title, language, made, said["take_kit"], [leaf])


def _written(found: Sequence[Piece], language: str) -> Iterator[Part]:
    """Give all that was written: what is for later first, the rest day by day."""
    said = words(language)
    if not found:
        yield document.frame(said["take_mine_none"])
    first, rest = in_order(list(found))
    for heading, _method, some in first:
        yield document.heading(said[heading], HEAD, "part")
        for piece in some:
            yield from _piece(piece, language, PIECE)
    if rest:
        yield document.heading(said["mine_rest"], HEAD, "part")
    for piece in rest:
        yield document.heading(legible(piece.title), PIECE, "part")
        yield from _piece(piece, language, SECTION)


def _piece(piece: Piece, language: str, level: int) -> Iterator[Part]:
    """Give what was written in one exercise, and who else has seen it."""
    seen = words(language)[piece.seen_by]
    told = sentence("take_mine_seen", language, day=piece.day, seen=seen)
    yield document.kept(document.line(told, "quiet", below=4))
    for section in piece.sections:
        if section["is"] == "picture":
            yield from _picture(piece, section, language, level)
        else:
            yield from _section(section, level)


def _section(section: Part, level: int) -> Iterator[Part]:
    """Give a section below a smaller heading than a group's own sheet has."""
    if section["title"]:
        yield document.heading(legible(section["title"]), level, "head")
    yield document.section(section | {"title": ""}, level)


def _picture(piece: Piece, section: Part, language: str, level: int) -> Iterator[Part]:
    said = piece.exercise.words[language]
    drawn = pictures.find(section["picture"])
    drawing = drawn.draw(piece.answer, said, language) if drawn else None
    if not drawn or not drawing:
        twin = {"is": "pairs", "title": section["title"], "pairs": section["twin"]}
        yield from _section(twin, level)
        return
    told = ". ".join(f"{one['name']}: {one['value']}" for one in section["twin"])
    alt = f"{section['title']}. {told}."
    yield document.heading(legible(section["title"]), level, "head")
    signs = drawn.glyphs(said)
    yield document.picture(drawing, alt, places=section["twin"], signs=signs)


# ── the code card ────────────────────────────────────────────────────────────
def _card(person: Person, language: str, address: str) -> Iterator[Part]:
    """Give the card that opens all this again, with what it opens said beside it."""
    if not person.code:
        return
    said = words(language)
    yield document.heading(said["room_card_title"], HEAD, "part")
    yield document.heading(person.code, PIECE, "part", again=True)
    told = [{"name": said[word], "value": ""} for word in ("room_card_text", "room_card_key")]
    yield document.picture(code_of(address), said["room_card_qr"], places=told)


def code_of(address: str) -> Drawing:
    """Give a QR code as a drawing: black on white, with its quiet edge."""
    import segno  # noqa: PLC0415 - only when a card is printed

    rows = [list(row) for row in segno.make(address, error="m").matrix]
    side = QR / (len(rows) + 2 * QUIET)
    drawing = Drawing(QR, QR)
    drawing.add(Box((0, 0), (QR, QR), Pen(fill=paper.PAPER)))
    black = Pen(fill="#000000")
    for down, row in enumerate(rows):
        for first, last in _runs(row):
            at = ((first + QUIET) * side, (down + QUIET) * side)
            drawing.add(Box(at, ((last - first) * side, side * 1.02), black))
    return drawing


def _runs(row: list[int]) -> Iterator[tuple[int, int]]:
    """Give the stretches of a row that are black."""
    first = None
    for at, dark in enumerate([*row, 0]):
        if dark and first is None:
            first = at
        elif not dark and first is not None:
            yield first, at
            first = None
