"""The fields of a block as parts of a printed sheet: lines for a pen, rings to draw, tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from workshops.takeaway import document
from workshops.takeaway.document import Part
from workshops.takeaway.script.paper_order import PaperBlock, PaperField
from workshops.takeaway.script.paper_shapes import pattern_of
from workshops.words import words

PICKED = ("choice", "ticks")
SHORT = ("number", "square", "tick", "row", "order", "date", "clock", "minute", "moment")
"""Kinds that a few letters answer: they stand under each other in a table."""
LINE = 8.0
"""Millimetres from line to line in a table's cell."""
WORDY = 3
"""With so many columns a text needs half as many lines again."""
WIDE = 5
"""With more columns than this a table wants A3 across."""
TALL = 14
"""With more lines than this in one row its fields stand under each other instead."""
HIGHEST, LOWEST = 4, 2
"""Lines that a cell of a table has at most: in a short table, and in one that must fit a page."""
FEW = 4
"""A short table has so many rows at most."""


def wants_a3(blocks: list[PaperBlock]) -> bool:
    """Say whether a sheet has a table that A4 is too narrow for."""
    tables = [block for block in blocks if not _is_tall(block)]
    return any(len(fields) > WIDE for block in tables for _name, fields in block.rows)


def fields_of(block: PaperBlock, language: str, *, wide: bool = False) -> Iterator[Part]:
    """Give everything there is to fill in of a block; `wide` long texts stand beside each other."""
    said = words(language)
    if _is_tall(block):
        for number, (_name, fields) in enumerate(block.rows, start=1):
            yield document.heading(f"{block.letter}{number}", 3, "head")
            lower = tuple(replace(one, room=min(one.room, 2)) for one in fields)
            yield from _listed(lower, said, wide=wide)
    elif block.rows:
        yield from _table(block, said)
    else:
        yield from _listed(block.fields, said, wide=wide)


def _is_tall(block: PaperBlock) -> bool:
    """Say whether a row has too many long texts to stand in columns."""
    return sum(one.room for _name, row in block.rows[:1] for one in row if one.room > 1) > TALL


def _listed(every: tuple[PaperField, ...], said: dict[str, str], *, wide: bool) -> Iterator[Part]:
    """Give fields under each other, the short ones among them together in a table."""
    for kind, some in groupby(every, key=_size):
        fields = list(some)
        if kind == "mark" and len(fields) == 1:
            text = f"{fields[0].code}  {said['script_ring_mark']}  {fields[0].label}"
            yield document.line(text, "quiet", above=4)
        elif kind in ("short", "mark"):
            yield _list(fields, said)
        elif kind == "line" and len(fields) > 1:
            rows = [[one.code, _asked(one), ""] for one in fields]
            yield document.grid(["", "", said["script_write"]], rows, (0.07, 0.4, 0.53), LINE + 1)
        elif wide and len(fields) > 1:  # no hand writes a line right across A3
            half = (len(fields) + 1) // 2
            sides = (fields[:half], fields[half:])
            yield document.beside(*([*_fields(side, said)] for side in sides))
        else:
            yield from _fields(fields, said)


def key_of(blocks: list[PaperBlock]) -> str:
    """Give the key of a sheet: each code with the name its field has on the screen."""
    return " · ".join(one for block in blocks for one in _keys(block))


def _keys(block: PaperBlock) -> Iterator[str]:
    """Give the key of a block; of a table only its first row, with `*` for what the rows change."""
    first = block.rows[0][1] if block.rows else block.fields
    second = block.rows[1][1] if len(block.rows) > 1 else first
    for field, below in zip(first, second, strict=True):
        pairs = zip(field.path.split("."), below.path.split("."), strict=True)
        path = ".".join(one if one == other else "*" for one, other in pairs)
        yield f"{field.code} {pattern_of(path)}"


def _size(field: PaperField) -> str:
    if field.kind == "tick":
        return "mark"
    if field.kind in SHORT:
        return "short"
    return "line" if field.kind == "text" and field.room == 1 else "long"


def _fields(fields: list[PaperField], said: dict[str, str]) -> Iterator[Part]:
    for one in fields:
        yield from _field(one, said)


def _field(field: PaperField, said: dict[str, str]) -> Iterator[Part]:
    label = document.line(f"{field.code}  {field.label}", "strong", above=7, below=2)
    yield document.kept(label)
    if field.hint:
        yield document.kept(document.line(field.hint, "quiet"))
    if field.options:
        how = said["script_ring_many" if field.kind == "ticks" else "script_ring"]
        yield document.line(f"{how}  {_choices(field)}", above=2, below=4)
    else:
        yield document.blanks(field.room)


def _list(fields: list[PaperField], said: dict[str, str]) -> Part:
    rows = [[one.code, _asked(one), "", _how(one, said)] for one in fields]
    heads = ["", "", said["script_write"], said["script_how"]]
    return document.grid(heads, rows, (0.07, 0.46, 0.22, 0.25), LINE)


def _asked(field: PaperField) -> str:
    return f"{field.label}\n{field.hint}" if field.hint else field.label


def _how(field: PaperField, said: dict[str, str]) -> str:
    """Say what may be written: "0–10", "fx C4", the numbers of the options."""
    if field.options:
        return _choices(field)
    if field.kind == "number":
        return f"{field.low:g}–{field.high:g}"
    return said.get(f"script_how_{field.kind}", "")


def _choices(field: PaperField) -> str:
    numbers = [value for value, _label in field.options]
    if field.kind != "number":
        numbers = list(range(1, len(field.options) + 1))
    told = zip(numbers, field.options, strict=True)
    return "   ".join(f"{number}\N{NO-BREAK SPACE}{label}" for number, (_value, label) in told)


def _table(block: PaperBlock, said: dict[str, str]) -> Iterator[Part]:
    first = block.rows[0][1]
    for number, field in enumerate(first):
        told = _legend(field, first, number, said)
        if told:
            yield document.kept(document.line(told, "quiet", below=2))
    heads = ["", *(_head(field, first, said) for field in first)]
    weights = [_weight(field) for field in first]
    longest = max(len(name) for name, _fields in block.rows)
    most_left = 0.7 if len(first) == 1 and first[0].kind in SHORT + PICKED else 0.3
    left = 0.07 if longest <= 3 else min(most_left, max(0.12, longest / 90))
    shares = (left, *((1 - left) * one / sum(weights) for one in weights))
    rows = [
        [_row_name(block, n, name), *[""] * len(first)] for n, (name, _) in enumerate(block.rows, 1)
    ]
    yield document.grid(heads, rows, shares, LINE * _lines(first, len(rows)) + 1)


def _lines(row: tuple[PaperField, ...], many: int) -> float:
    """Give how many lines high the rows of a table are; what is not a text needs one."""
    most = max((field.room for field in row if field.kind == "text"), default=0)
    narrow = 1 if len(row) < WORDY else 1.5
    return min(HIGHEST if many <= FEW else LOWEST, max(1, most * narrow))


def _row_name(block: PaperBlock, number: int, name: str) -> str:
    code = f"{block.letter}{number}"
    return code if name == str(number) else f"{code}  {name}"


def _head(field: PaperField, row: tuple[PaperField, ...], said: dict[str, str]) -> str:
    letter = field.code[-1] if field.code[-1].isalpha() and len(row) > 1 else ""
    label, _, seat = field.label.rpartition(" · ")
    alike = len(seat) == 1 and sum(one.label.startswith(f"{label} · ") for one in row) > 1
    name = said["script_seat"].format(seat=seat) if alike else field.label
    return f"{letter}  {name}".strip()


def _legend(field: PaperField, row: tuple[PaperField, ...], at: int, said: dict[str, str]) -> str:
    """Say what the numbers in a column stand for, once for columns that are alike."""
    alike = [
        n for n, one in enumerate(row) if (one.options, one.kind) == (field.options, field.kind)
    ]
    if alike[0] < at:
        return ""
    alone = len(alike) == len(row) > 1
    head = field.label.rpartition(" · ")[0] if field.label[-3:-1] == "· " else field.label
    how = _how(field, said)
    if not how or alone:
        return how
    return f"{head} {how}" if head.endswith("?") else f"{head}: {how}"


def _weight(field: PaperField) -> float:
    if field.kind == "text":
        return 1.2 + 0.6 * min(field.room, 3)
    return 1.0 if field.kind in ("choice", "ticks") else 0.8
