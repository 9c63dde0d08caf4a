"""Answers for any exercise, made from its method's `Answer`: for a rehearsal of what a plan holds.

The shape is read as JSON schema, so that a method nobody thought of here is answered, too.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from workshops import bots
from workshops.exercises import Exercise
from workshops.methods import Refused

SHEET = "field_sheet"
"""The instrument that asks for an exercise's sheet; the fields in it wait for its stage."""
ITEMS = (2, 3)
"""How many items a made list has, as far as its limits allow."""
WHOLE = 0.85
"""The part of the fields a made answer fills in: half-filled answers are ordinary ones."""


def made(one: Exercise, stage: str, number: int, seed: int = 0) -> dict[str, Any]:
    """Give what participant or group number `number` answers on a stage; the same for a seed."""
    chance = random.Random(f"{seed} {one.id} {stage} {number}")  # noqa: S311 - made, not secret
    schema = one.answer.model_json_schema()
    maker = _Maker(schema.get("$defs", {}), chance, frozenset(_texts_in(one.settings)))
    wanted = [name for name in schema["properties"] if name not in _left_out(one, stage)]
    parts = {name: maker.part(schema["properties"][name], name) for name in wanted}
    whole = {name: part for name, part in parts.items() if part is not None}
    value = {name: part for name, part in whole.items() if chance.random() < WHOLE} or whole
    value = maker.pointed(schema, value)
    value |= {name: part for name, part in _written(one, stage, number).items() if name in wanted}
    return _accepted(one, value)


def _left_out(one: Exercise, stage: str) -> set[str]:
    """Give the fields no instrument of the stage asks for; own words for axes are the exception."""
    here = one.sheet if SHEET in one.instruments.get(stage, ()) else ()
    asked = {_name(field) for field in here if field.get("stage") in (None, stage)}
    return {"axes", *({_name(field) for field in one.sheet} - asked)}


def _name(field: dict[str, Any]) -> str:
    return str(field["field"]).partition(".")[0]


def _texts_in(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from _texts_in(inner)


def _written(one: Exercise, stage: str, number: int) -> dict[str, Any]:
    """Give what bots.toml has somebody say, for the method it was written for."""
    if one.method != "positioning":
        return {}
    tables = list(bots.sheets().values())
    if stage == "group":
        return tables[number % len(tables)]
    return next(iter(list(bots.answers(number + 1))[-1:]))


def _accepted(one: Exercise, value: dict[str, Any]) -> dict[str, Any]:
    """Give the answer as the method takes it; a field it refuses is left out."""
    try:
        one.answer.parse(value)
    except Refused:
        return {name: part for name, part in value.items() if _alone(one, {name: part})}
    return value


def _alone(one: Exercise, value: dict[str, Any]) -> bool:
    try:
        one.answer.parse(value)
    except Refused:
        return False
    return True


class _Maker:
    """Makes values for the parts of one schema."""

    def __init__(
        self, shapes: dict[str, Any], chance: random.Random, offered: frozenset[str] = frozenset()
    ) -> None:
        self._offers = offered
        self._shapes = shapes
        self._chance = chance
        self._said = list[str]()

    def _offered(self, choices: list[Any]) -> list[Any]:
        """Give what may be chosen: an exercise may offer fewer choices than its method knows."""
        known = [one for one in choices if one is not None]
        fewer = [one for one in known if one in self._offers]
        return fewer if len(fewer) > 1 else known

    def part(self, schema: dict[str, Any], name: str) -> Any:
        """Give a value, or None where nothing plausible can be made."""
        if "examples" in schema:
            return self._chance.choice(schema["examples"])
        schema = self._plain(schema)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self._chance.choice(self._offered(schema["enum"]))
        make = {
            "string": self._text,
            "array": self._list,
            "object": self._object,
            "number": self._number,
            "integer": self._number,
            "boolean": lambda _schema, _name: self._chance.random() < 0.5,
        }.get(schema.get("type", ""))
        return make(schema, name) if make else None

    def pointed(self, schema: dict[str, Any], value: dict[str, Any]) -> dict[str, Any]:
        """Give the value with its references set: `from_actor` names an item of the list `actors`,
        and so does a field whose schema says `"of": "actor"`.

        Item by item they go on round the list, so that what points from one to the next closes.
        """
        lists = {
            name.removesuffix("s"): [one["id"] for one in part]
            for name, part in value.items()
            if name.endswith("s") and _is_named(part)
        }

        def refer(shape: dict[str, Any], at: int) -> dict[str, str]:
            known = [
                (name, lists[part.get("of", name.rpartition("_")[2])])
                for name, part in shape.get("properties", {}).items()
                if part.get("of", name.rpartition("_")[2]) in lists
                and "pattern" in self._plain(part)
            ]
            return {name: ids[(at + step) % len(ids)] for step, (name, ids) in enumerate(known)}

        found = value | refer(schema, self._chance.randrange(ITEMS[1]))
        for name, part in value.items():
            if _is_named(part):
                inner = self._plain(self._plain(schema["properties"][name])["items"])
                found[name] = [one | refer(inner, at) for at, one in enumerate(part)]
        return found

    def _plain(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Give the schema behind references and «or nothing»."""
        if "$ref" in schema:
            return self._plain(self._shapes[schema["$ref"].rpartition("/")[2]])
        for kind in ("anyOf", "oneOf", "allOf"):
            if kind in schema:
                some = [one for one in schema[kind] if one.get("type") != "null"]
                return self._plain(self._chance.choice(some))
        return schema

    def _text(self, schema: dict[str, Any], name: str) -> str | None:
        if schema.get("format") == "date":
            return f"2026-{self._chance.randint(1, 12):02}-{self._chance.randint(1, 28):02}"
        if schema.get("format") == "time":
            return f"{self._chance.randint(9, 15):02}:{self._chance.choice((0, 30)):02}"
        if "pattern" in schema or "format" in schema:
            return None
        most = schema.get("maxLength", 200)
        fits = [text for text in _texts(name) if len(text) <= most]
        fits = fits or [text for text in _texts("any") if len(text) <= most]
        fits = [text for text in fits if text not in self._said] or fits
        if not fits:
            return self._chance.choice(_texts("any"))[:most].strip()
        self._said.append(self._chance.choice(fits))
        return self._said[-1]

    def _number(self, schema: dict[str, Any], _name: str) -> float | int:
        low, high = schema.get("minimum", 0), schema.get("maximum", 10)
        if schema["type"] == "integer":
            return self._chance.randint(int(low), int(high))
        return round(self._chance.uniform(low, high) * 2) / 2

    def _list(self, schema: dict[str, Any], name: str) -> list[Any] | None:
        inner = self._plain(schema.get("items", {}))
        least, most = schema.get("minItems", ITEMS[0]), schema.get("maxItems", ITEMS[1])
        size = self._chance.randint(min(least, most), max(least, min(most, ITEMS[1])))
        if "enum" in inner:
            known = self._offered(inner["enum"])
            return self._chance.sample(known, min(size, len(known)))
        items = [self.part(inner, name) for _ in range(size)]
        if inner.get("type") == "object":
            return [self._named(item) for item in items]
        return None if None in items else items

    def _named(self, item: dict[str, Any]) -> dict[str, Any]:
        letters = "abcdefghjkmnpqrstuvwxyz23456789"
        return {"id": "".join(self._chance.choices(letters, k=8)), **item}

    def _object(self, schema: dict[str, Any], _name: str) -> dict[str, Any]:
        parts = schema.get("properties", {})
        made_parts = {name: self.part(one, name) for name, one in parts.items() if name != "id"}
        return {name: part for name, part in made_parts.items() if part is not None}


def _is_named(part: Any) -> bool:
    """Say whether a part is a list of items that have ids."""
    return isinstance(part, list) and any(isinstance(one, dict) and "id" in one for one in part)


@cache
def _texts(name: str) -> tuple[str, ...]:
    """Give what people write in a field of this name, or in any."""
    table = tomllib.loads((Path(__file__).parent / "bots.toml").read_text(encoding="utf-8"))
    texts: dict[str, list[str]] = table["texts"]
    return tuple(texts.get(name) or texts["any"])
