"""What may stand in each field of an answer, as its shape says: a text, a choice, a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workshops.methods import Shape

ITEM = re.compile(r"(?<=\.)p\d+(?=\.|$)")
"""A row of a list on paper, in a path."""


@dataclass(frozen=True)
class LeafShape:
    """One field: its kind, its options, the range of a number, and how long a text may be."""

    kind: str
    options: tuple[Any, ...] = ()
    low: float = 0
    high: float = 0
    most: int = 0


def shapes(answer: type[Shape]) -> dict[str, LeafShape]:
    """Give every field of an answer by the pattern of its path; an item of a list is `*`."""
    schema = answer.model_json_schema()
    return dict(_walk(schema, schema.get("$defs", {}), ""))


def shape_of(known: dict[str, LeafShape], path: str) -> LeafShape:
    """Give the shape of a field by its path on paper."""
    return known[pattern_of(path)]


def pattern_of(path: str) -> str:
    """Give a path on paper as the pattern of its field: `lines.p2.counter` is `lines.*.counter`."""
    return ITEM.sub("*", path)


def _walk(
    schema: dict[str, Any], known: dict[str, Any], at: str
) -> Iterator[tuple[str, LeafShape]]:
    for name, told in schema["properties"].items():
        part = _plain(told, known)
        inner = _plain(part.get("items", {}), known)
        if "properties" in part:
            yield from _walk(part, known, f"{at}{name}.")
        elif "properties" in inner:
            yield from _walk(inner, known, f"{at}{name}.*.")
        else:
            yield f"{at}{name}", _leaf(part, inner)


def _plain(schema: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """Give the schema behind references and «or nothing»; of several, all their options."""
    if "$ref" in schema:
        return _plain(known[schema["$ref"].rpartition("/")[2]], known)
    for way in ("anyOf", "oneOf", "allOf"):
        some = [_plain(one, known) for one in schema.get(way, ()) if one.get("type") != "null"]
        if len(some) == 1:
            return some[0]
        if some:
            return some[0] | {"enum": [option for one in some for option in _options(one)]}
    return schema


def _options(schema: dict[str, Any]) -> list[Any]:
    found: list[Any] = schema.get("enum") or [schema[key] for key in ("const",) if key in schema]
    return found


def _leaf(part: dict[str, Any], inner: dict[str, Any]) -> LeafShape:
    options = tuple(_options(part))
    if options:
        return LeafShape("choice", options)
    if part.get("type") == "array":
        if _options(inner):
            return LeafShape("ticks", tuple(_options(inner)))
        return LeafShape("square", low=inner.get("minimum", 0), high=inner.get("maximum", 10))
    if part.get("type") == "boolean":
        return LeafShape("tick")
    if part.get("type") in ("integer", "number"):
        return LeafShape("number", low=part.get("minimum", 0), high=part.get("maximum", 10))
    when = {"date": "date", "time": "clock"}.get(part.get("format", ""))
    return LeafShape(when or "text", most=part.get("maxLength", 0))
