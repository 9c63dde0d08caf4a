"""Which tables a shape has, read from its JSON schema."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from workshops.tidy.table import KEPT, SHEET, Column, Kind, Step, Table

Schema = dict[str, Any]

NUMBERS = ("number", "integer")


def outline(schema: Schema) -> list[Table]:
    """Give the tables of a shape without any rows, the one of the single values first."""
    found = _Outline(schema.get("$defs", {}))
    found.read(schema, (), found.table(SHEET, (), ()))
    return found.found


class _Outline:
    """Finds the tables in one schema."""

    def __init__(self, shapes: dict[str, Schema]) -> None:
        self._shapes = shapes
        self.found: list[Table] = []

    def table(self, name: str, at: tuple[str, ...], steps: tuple[Step, ...]) -> Table:
        """Begin a table, under a name that is free."""
        taken = {one.name for one in self.found}
        if name in taken:
            name = "_".join((*at, name))
        while name in taken:
            name += "_again"
        self.found.append(Table(name, steps))
        return self.found[-1]

    def read(self, schema: Schema, at: tuple[str, ...], table: Table) -> None:
        """Take in the fields of a shape that stands at `at` below the table's row."""
        parts = {name: self._plain(part) for name, part in schema.get("properties", {}).items()}
        alike: dict[str, list[str]] = {}
        for name, part in parts.items():
            if "properties" in part:
                alike.setdefault(part["title"], []).append(name)
        slots = {title: names for title, names in alike.items() if len(names) > 1}
        for name, part in parts.items():
            if not any(name in names for names in slots.values()):
                self._field(name, part, (*at, name), table)
        for title, names in slots.items():
            inner = {name: parts[name] for name in names}
            whole = at[-1] if at and len(names) == len(parts) else ""
            self._slots(_noun(title), inner, at, (table, whole))

    def _field(self, name: str, part: Schema, at: tuple[str, ...], table: Table) -> None:
        if "properties" in part:
            self._set(name, part, at, table)
        elif part.get("type") == "object":
            more = part.get("additionalProperties")
            inner = self._plain(more) if isinstance(more, dict) else {}
            names = _choices(self._plain(part.get("propertyNames", {})))
            kind = Kind("text") if None in names else Kind("choice", names)
            self._below(name, inner, [Step(at, "slot", kind)], (table, at))
        elif part.get("type") == "array":
            self._list(name, part, at, table)
        else:
            table.add("_".join(at), Column(at, _kind(part)))

    def _set(self, name: str, part: Schema, at: tuple[str, ...], table: Table) -> None:
        """Take in a shape: equal choices or numbers, one or many, are rows; the rest is columns."""
        inner = [self._plain(one) for one in part["properties"].values()]
        many = all(_is_many(one) for one in inner)
        leaves = [self._plain(one["items"]) for one in inner] if many else inner
        kinds = {_kind(one) for one in leaves}
        if len(inner) < 2 or len(kinds) > 1 or Kind("text") in kinds:
            self.read(part, at, table)
            return
        names = tuple(part["properties"])
        steps = [Step(at, "slot", Kind("choice", names), names)]
        steps += [Step((), "item", Kind("integer"))] if many else []
        self._below(name, leaves[0], steps, (table, at))

    def _list(self, name: str, part: Schema, at: tuple[str, ...], table: Table) -> None:
        """Take in a list as a table; a place of so many numbers is as many columns."""
        inner = self._plain(part.get("items", {}))
        size = 0 if _is_many(part) else part["maxItems"]
        if size and inner.get("type") in NUMBERS:
            for number in range(size):
                end = "xy"[number] if size == 2 else str(number + 1)
                table.add("_".join((*at, end)), Column((*at, number), _kind(inner)))
            return
        # What has an id is a thing somebody added; a row that a method says has its own keys.
        numbered = "properties" not in inner or "id" in inner["properties"]
        step = Step(at, "item" if numbered else "", Kind("integer"))
        self._below(name, inner, [step], (table, at))

    def _slots(
        self, key: str, inner: dict[str, Schema], at: tuple[str, ...], where: tuple[Table, str]
    ) -> None:
        table, name = where
        names = tuple(inner)
        blanks = tuple(part["default"] for part in inner.values() if "default" in part)
        step = Step(at, key, Kind("choice", names), names, blanks)
        name = name or _many(key)
        self._below(name, next(iter(inner.values())), [step], (table, at))

    def _below(
        self, name: str, inner: Schema, down: list[Step], where: tuple[Table, tuple[str, ...]]
    ) -> None:
        above, at = where
        # A list in a list: the outer one's number needs a name of its own.
        steps = [
            replace(one, key=f"{above.name}_item") if one.key == "item" else one
            for one in above.steps
        ]
        for step in down:
            key = step.key
            while key and key in (*KEPT, *(one.key for one in steps)):
                key = f"own_{key}"
            steps.append(replace(step, key=key))
        table = self.table(name, at, tuple(steps))
        if "properties" in inner:
            self.read(inner, (), table)
        else:
            table.add("value", Column((), _kind(inner)))

    def _plain(self, schema: Schema) -> Schema:
        """Give the schema behind references and «or nothing», with the default that stands here."""
        own = {"default": schema["default"]} if "default" in schema else {}
        if "$ref" in schema:
            return self._plain(self._shapes[schema["$ref"].rpartition("/")[2]]) | own
        for kind in ("anyOf", "oneOf", "allOf"):
            if kind in schema:
                some = [self._plain(one) for one in schema[kind] if one.get("type") != "null"]
                return (some[0] if len(some) == 1 else _either(some)) | own
        return schema


def _either(some: list[Schema]) -> Schema:
    if all("enum" in one or "const" in one for one in some):
        return {"enum": [choice for one in some for choice in _choices(one)]}
    types = {one.get("type") for one in some}
    return {"type": "number"} if types <= set(NUMBERS) else {"type": "string"}


def _is_many(schema: Schema) -> bool:
    """Say whether it is a list of any length: a place of two numbers is one value."""
    size = schema.get("minItems", 0)
    return schema.get("type") == "array" and (not size or size != schema.get("maxItems"))


def _choices(schema: Schema) -> tuple[Any, ...]:
    return tuple(schema.get("enum", [schema.get("const")]))


def _kind(schema: Schema) -> Kind:
    if "enum" in schema or "const" in schema:
        return Kind("choice", tuple(one for one in _choices(schema) if one is not None))
    if schema.get("format") == "date":
        return Kind("date")
    kind = schema.get("type")
    return Kind(kind if kind in {"integer", "number", "boolean"} else "text")


def _noun(title: str) -> str:
    """Give a shape's name as a column's: SpeechTurn → speech_turn."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", title.rpartition("__")[2]).lower()


def _many(noun: str) -> str:
    if noun.endswith("s"):
        return noun
    return f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"
