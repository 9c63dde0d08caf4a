"""Tidy: an answer as rows, one for each thing that repeats in it, derived from its method's shape.

The shape is read as JSON schema, so that a method nobody thought of here has its tables, too:
"sheet" holds an answer's single values, a list of things or of choices is a table, and so is a set
of named slots of one shape (a hierarchy's levels, two parties). Where that is not the form to count
in, the method says its own with `rows(answer)`: a `Shape` of lists, read in the same way.
"""

from __future__ import annotations

from functools import cache
from types import ModuleType
from typing import Any

from workshops.methods import Shape
from workshops.tidy.outline import outline
from workshops.tidy.table import Table


def tables(method: ModuleType) -> list[Table]:
    """Give a method's tables without any rows: "sheet" first."""
    said = _said(method, method.Answer())
    own = _of(type(said))[1:] if said else []
    names = {table.name for table in own}
    return [*(one for one in _of(method.Answer) if one.name not in names), *own]


def rows(method: ModuleType, answer: Shape) -> dict[str, list[dict[str, Any]]]:
    """Give one answer's rows by table; the columns are those of `tables`."""
    value, said = answer.model_dump(mode="json"), _said(method, answer)
    found = {table.name: list(table.rows(value)) for table in _of(type(answer))}
    if said:
        value = said.model_dump(mode="json")
        found |= {table.name: list(table.rows(value)) for table in _of(type(said))[1:]}
    return found


def _said(method: ModuleType, answer: Shape) -> Shape | None:
    own = getattr(method, "rows", None)
    return own(answer) if own else None


@cache
def _of(shape: type[Shape]) -> list[Table]:
    return outline(shape.model_json_schema())
