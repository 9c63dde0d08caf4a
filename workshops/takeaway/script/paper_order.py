"""An exercise as a sheet of paper: every field once, in the order of the sheet, with a short code.

The printed sheet and the form that types it in both ask here, so that B2 is the same in both. A
code is a letter for the block, a number for the line, in a table a small letter for the column.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from string import ascii_lowercase, ascii_uppercase
from typing import Any

from workshops.exercises import Exercise
from workshops.takeaway.gathered import legible
from workshops.takeaway.script import paper_instruments
from workshops.takeaway.script.paper_blocks import SEATS, Ask, Block
from workshops.takeaway.script.paper_shapes import LeafShape, shape_of, shapes
from workshops.takeaway.script.paper_sheet import sheet_blocks, skipped
from workshops.takeaway.script.paper_talks import SPEAKER
from workshops.words import words

PER_LINE = 110
"""Letters of a longest text for which one line is ruled: people write shorter by hand."""
MOST_LINES = 3


@dataclass(frozen=True)
class PaperField:
    """One place to write: `code` in small print, the field's `path`, and what may stand there.

    `kind` is text, choice, ticks (several of the options), tick (yes or no), number (`low` to
    `high`), square (a place on a map: see `squares`), order (the options' numbers from the top),
    row (the number of a row of the list `of`), date, clock, minute (minutes.seconds from the start,
    kept as seconds) or moment (the same, kept as the clock's milliseconds: whoever types adds when
    it began).
    A row of a list has the id p1, p2 …; only rows with something in them belong to the list.
    """

    code: str
    path: str
    label: str
    kind: str
    room: int = 1
    hint: str = ""
    options: tuple[tuple[Any, str], ...] = ()
    low: float = 0
    high: float = 0
    of: str = ""


@dataclass(frozen=True)
class PaperBlock:
    """One block of a sheet; a table has `rows`, each a label and its fields."""

    letter: str
    title: str
    hint: str
    fields: tuple[PaperField, ...]
    rows: tuple[tuple[str, tuple[PaperField, ...]], ...] = ()
    ground: str = ""


def stage_of(exercise: Exercise) -> str:
    """Give whose sheet is typed in: the group's, or one's own where there is no other."""
    return "group" if "group" in exercise.instruments else "individual"


def paper_fields(
    exercise: Exercise, language: str = "da", stage: str = "", seats: int = len(SEATS)
) -> list[PaperField]:
    """Give every field of a stage's sheet (the group's unless said) in the order of the paper.

    With fewer seats than rounds the seat that speaks comes round again, as on the screen.
    """
    return [one for block in paper_blocks(exercise, language, stage, seats) for one in block.fields]


def paper_blocks(
    exercise: Exercise, language: str = "da", stage: str = "", seats: int = len(SEATS)
) -> list[PaperBlock]:
    """Give the same fields in their blocks, with headings, tables and grounds for a map."""
    stage = stage or stage_of(exercise)
    found = [block for block in _asked(exercise, stage) if block.asks]
    writer = _Writer(exercise, language, stage, seats)
    return [writer.block(letter, one) for letter, one in zip(_letters(), found, strict=False)]


def screen_only(exercise: Exercise, stage: str = "") -> list[str]:
    """Give the patterns of the fields that no pen writes: clocks, what is shown now, a skip."""
    found = [*skipped(exercise)]
    for instrument in exercise.instruments.get(stage or stage_of(exercise), ()):
        found += paper_instruments.SCREEN_ONLY.get(instrument, ())
    if exercise.settings.get("mark", {}).get("by") == SPEAKER:
        found.append("rounds.*.heard.*")  # but the one of the seat that spoke
    return found


def _asked(exercise: Exercise, stage: str) -> Iterator[Block]:
    for instrument in exercise.instruments.get(stage, ()):
        if instrument == "field_sheet":
            yield from sheet_blocks(exercise, stage)
        else:
            yield from paper_instruments.blocks_of(instrument, exercise, stage)


def _letters() -> Iterator[str]:
    yield from ascii_uppercase
    yield from (f"{one}{other}" for one in ascii_uppercase for other in ascii_uppercase)


class _Writer:
    """Gives blocks their words and codes."""

    def __init__(self, exercise: Exercise, language: str, stage: str, seats: int) -> None:
        self.said = {**words(language), **exercise.words[language]}
        self.stage = stage
        self.seats = seats
        self.shapes = shapes(exercise.answer)

    def block(self, letter: str, block: Block) -> PaperBlock:
        title, hint = self._title(block), self.word(block.hint)
        if not block.rows:
            fields = tuple(
                self._field(f"{letter}{number}", ask.path, ask)
                for number, ask in enumerate(block.asks, start=1)
            )
            return PaperBlock(letter, title, hint, fields, ground=block.ground)
        rows = tuple(
            (self._row_name(block, row, number), self._row(f"{letter}{number}", block, row, number))
            for number, row in enumerate(block.rows, start=1)
        )
        every = tuple(one for _name, fields in rows for one in fields)
        return PaperBlock(letter, title, hint, every, rows, block.ground)

    def word(self, key: str) -> str:
        """Give a word of the exercise, as the group's sheet has it when it is the group's."""
        own = self.said.get(f"{key}_group") if self.stage == "group" else None
        return legible(own or self.said.get(key, "")) if key else ""

    def _title(self, block: Block) -> str:
        about, title = self.word(block.about), self.word(block.title)
        return f"{about} · {title}" if about and title else about or title

    def _row_name(self, block: Block, row: str, number: int) -> str:
        if not block.named:
            return str(number)
        whole = self.word(f"{block.named}_{row}")
        return whole or self.word(f"{block.named}_n").format(n=number) or str(number)

    def _row(self, code: str, block: Block, row: str, number: int) -> tuple[PaperField, ...]:
        several = len(block.asks) > 1
        return tuple(
            self._field(
                f"{code}{column}" if several else code,
                ".".join(part for part in (block.at, row, self._of_seat(ask.path, number)) if part),
                ask,
            )
            for column, ask in zip(ascii_lowercase, block.asks, strict=False)
        )

    def _of_seat(self, path: str, number: int) -> str:
        return path.replace(SPEAKER, SEATS[(number - 1) % self.seats])

    def _field(self, code: str, path: str, ask: Ask) -> PaperField:
        shape = shape_of(self.shapes, path)
        kind = ask.kind or shape.kind
        label = self.word(ask.label) or path
        if kind == "own":
            label = self.word("script_instead").format(word=label)
        elif ask.seat:
            label = f"{label} · {ask.seat}"
        room = ask.room or min(MOST_LINES, ceil(shape.most / PER_LINE)) or 1
        return PaperField(
            code, path, label, "text" if kind == "own" else kind, room,
            hint=self.word(ask.hint), options=self._options(ask, shape),
            low=shape.low, high=shape.high, of=self._list_of(path) if kind == "row" else "",
        )  # fmt: skip

    def _options(self, ask: Ask, shape: LeafShape) -> tuple[tuple[Any, str], ...]:
        if shape.kind == "number":  # a number whose steps have names
            steps = range(int(shape.low), int(shape.high) + 1)
            named = ask.chosen and f"{ask.chosen}_{steps[0]}" in self.said
            return tuple((one, self._chosen(ask, one)) for one in steps) if named else ()
        offered = [one for one in shape.options if not ask.options or one in ask.options]
        return tuple((one, self._chosen(ask, one)) for one in offered)

    def _chosen(self, ask: Ask, option: Any) -> str:
        stems = (ask.chosen, ask.label, "card")
        found = (self.word(f"{stem}_{option}") for stem in stems if stem)
        return next((one for one in found if one), str(option))

    def _list_of(self, path: str) -> str:
        """Give the list a field points into: `to_actor` into `actors`, `best` into `timeouts`."""
        last = path.rpartition(".")[2].rpartition("_")[2]
        return f"{last}s" if f"{last}s.*.id" in self.shapes else "timeouts"
