"""What hangs on a wall or lies on a table: the way in, code cards, and the groups' signs."""

from __future__ import annotations

from workshops.identity import TABLES, Person
from workshops.takeaway import document, paper
from workshops.takeaway.document import Leaf, Part
from workshops.takeaway.gathered import legible, table_name
from workshops.takeaway.phrases import dotted
from workshops.takeaway.pictures import badge
from workshops.takeaway.pictures.drawing import Box, Drawing, Pen, Words
from workshops.takeaway.script.scaling import moved, scaled
from workshops.words import words

QUIET = 4
"""Modules of white around a QR code."""
LARGE, SMALL = 110.0, 26.0
"""Millimetres: a QR code for the wall, and one on a card."""
CARD_HIGH = 58.0
BLANK = 8
"""Empty code cards on a page."""
BADGE = 112.0
"""Millimetres: the sign one finds one's table by."""
ACROSS = (paper.HEIGHT - 2 * paper.MARGIN, 148.0)
"""Millimetres: the room for it on A4 across."""


def qr_drawing(text: str, size: float) -> Drawing:
    """Give a QR code as a drawing: black on white, also on a grey printer."""
    import segno  # noqa: PLC0415 - only needed when a code is drawn

    matrix = [[bool(one) for one in row] for row in segno.make(text, error="m").matrix]
    module = size / (len(matrix) + 2 * QUIET)
    drawing = Drawing(size, size)
    drawing.add(Box((0, 0), (size, size), Pen(fill=paper.PAPER)))
    for down, row in enumerate(matrix):
        begun: int | None = None
        for across, dark in enumerate([*row, False]):
            if dark and begun is None:
                begun = across
            elif not dark and begun is not None:
                at = ((begun + QUIET) * module, (down + QUIET) * module)
                wide = (across - begun) * module + 0.01
                drawing.add(Box(at, (wide, module + 0.01), Pen(fill="#000000")))
                begun = None
    return drawing


def join_sheet(address: str, code: str, language: str) -> Leaf:
    """Give the way in, for the wall; without an address how one finds it on the day."""
    kit = words(language)
    parts: list[Part] = [document.heading(kit["script_join"], 1)]
    if not address:
        steps = [document.said(one) for one in kit["script_join_how"].split("|")]
        parts.append(document.bullets(steps, ordered=True))
        for key in ("address", "code"):
            label = document.line(kit[f"script_join_{key}"], "strong", above=14, below=2)
            parts += [label, document.blanks(1)]
        return Leaf(parts, left=kit["take_kit"], foot=False)
    where = f"http://{legible(address)}"
    entry = qr_drawing(f"{where}/?k={code}" if code else where, LARGE)
    alt = kit["script_join_alt"].format(address=where)
    parts.append(document.line(kit["script_join_lead"], "lead", below=10))
    parts.append(document.picture(entry, alt))
    for key, told in (("address", where), ("code", legible(code))):
        if told:
            parts.append(document.line(kit[f"script_join_{key}"], "quiet", above=8))
            parts.append(document.heading(told, 2, "title", again=True))
    return Leaf(parts, left=kit["take_kit"], foot=False)


def code_cards(seated: list[Person], language: str) -> Leaf:
    """Give a card for each person with a seat; with nobody seated, empty ones to write on."""
    kit = words(language)
    if not seated:
        cells = [_code_card("", "", kit, "") for _ in range(BLANK)]
    else:
        cells = [_code_card(one.alias, one.code, kit, _seat(one, language)) for one in seated]
    return Leaf([document.cards(cells, 2, CARD_HIGH)], foot=False)


def _code_card(alias: str, code: str, kit: dict[str, str], seat: str) -> list[Part]:
    whose = dotted(legible(alias), seat)
    written = (
        [document.heading(legible(code), 2, "part", again=True)] if code else [document.blanks(2)]
    )
    return [
        document.line(whose or kit["room_card_title"], "quiet", below=4),
        *written,
        document.line(kit["script_card_text"], "quiet", above=6),
        document.line(kit["room_card_key"], "quiet"),
    ]


def _seat(person: Person, language: str) -> str:
    return table_name(person.table, language) if person.table else ""


def group_signs(language: str, many: int = len(TABLES)) -> list[Leaf]:
    """Give a sign for each group, A4 across: its badge as on the screens, shape first."""
    names = [(table, table_name(table, language)) for table in TABLES[:many]]
    drawn = [document.picture(_sign(table, name), name) for table, name in names]
    return [Leaf([one], foot=False, sheet="a4 across") for one in drawn]


def _sign(table: str, name: str) -> Drawing:
    wide, high = ACROSS
    shape = scaled(badge.draw(table), BADGE / badge.SIDE)
    drawing = Drawing(wide, high)
    drawing.add(*(moved(part, (wide - BADGE) / 2, 6) for part in shape.parts))
    drawing.add(Words((wide / 2, high - 8), (name,), size=44, bold=True, anchor="middle"))
    return drawing
