"""One table of an answer: its columns, and the way from the answer down to its rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from workshops import fields

SHEET = "sheet"
KEPT = ("source", "exercise", "day", "answer", "group", "shared_on")
"""The columns every table begins with; a field of the same name is called `own_…`."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What stands in a column: text, integer, number, boolean, date, or one of `choices`."""

    name: str
    choices: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column's value stands below its row: names, and a number for a part of a list."""

    path: tuple[str | int, ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Step:
    """One way down to what repeats: into the list, or the slots, that stands at `path`."""

    path: tuple[str, ...]
    key: str
    kind: Kind
    slots: tuple[str, ...] = ()
    blanks: tuple[Any, ...] = ()
    """What the slots hold before anybody has written in them: then they are no rows."""

    def items(self, held: Any, *, last: bool) -> Iterator[tuple[Any, Any]]:
        """Give what repeats with its key: a slot's name, or the number in a list."""
        if isinstance(held, list):
            yield from enumerate(held, start=1)
            return
        for name in self.slots or held:
            if not (last and self._is_blank(held[name])):
                yield name, held[name]

    def _is_blank(self, item: Any) -> bool:
        leaves = fields.leaves(item).values() if isinstance(item, dict) else [item]
        return item in self.blanks or all(_is_empty(leaf) for leaf in leaves)


@dataclass(slots=True)
class Table:
    """One table: the steps from the answer down to its rows, and its columns."""

    name: str
    steps: tuple[Step, ...] = ()
    columns: dict[str, Column] = field(default_factory=dict)

    @property
    def kinds(self) -> dict[str, Kind]:
        """Give what stands in every column, the keys first."""
        keys = {step.key: step.kind for step in self.steps if step.key}
        return keys | {name: column.kind for name, column in self.columns.items()}

    def rows(self, value: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Give the table's rows of one answer."""
        for keys, item in _walk(self.steps, value):
            yield keys | {name: _leaf(item, column) for name, column in self.columns.items()}

    def add(self, name: str, column: Column) -> None:
        """Take a column in, under a name that is free."""
        while name in KEPT or name in self.kinds:
            name = f"own_{name}"
        self.columns[name] = column

    def comes_from(self, path: str) -> bool:
        """Say whether anything of the answer's field `path` can stand in the table."""
        if not self.steps:
            return any(_below(column, path) for column in self.columns.values())
        first = self.steps[0]
        return path.partition(".")[0] in (first.path[:1] or first.slots)

    def only(self, paths: tuple[str, ...]) -> Table:
        """Give the table of the single values without the columns of other fields."""
        own = {
            name: column
            for name, column in self.columns.items()
            if any(_below(column, path) for path in paths)
        }
        return self if self.steps else replace(self, columns=own)


def _is_empty(leaf: Any) -> bool:
    return leaf is None or leaf is False or leaf in ("", [])  # zero is an answer


def _below(column: Column, path: str) -> bool:
    return f"{'.'.join(map(str, column.path))}.".startswith(f"{path}.")


def _walk(steps: tuple[Step, ...], value: Any) -> Iterator[tuple[dict[str, Any], Any]]:
    if not steps:
        yield {}, value
        return
    step, rest = steps[0], steps[1:]
    held = _at(value, step.path)
    for key, item in step.items(held, last=not rest) if held else ():
        for keys, inner in _walk(rest, item):
            yield ({step.key: key} if step.key else {}) | keys, inner


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        if value is None:
            return None
        value = value[part]
    return value


def _leaf(item: Any, column: Column) -> Any:
    leaf = _at(item, column.path)
    return None if leaf == "" else leaf
