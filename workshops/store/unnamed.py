"""Shared without names: which of the shared sheets may be on the wall now, and on the desk.

Nobody in the room should be able to say whose arrow just came. So sheets come in batches, and what
somebody shares again waits, with the old one standing, for the next batch.

Fields are one picture together (the two ends of an arrow), or are shown apart (the points of three
activities): then a sheet counts when it has one of them, and each field has to be enough by itself.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workshops.store import BATCH, ENOUGH


@dataclass(frozen=True, slots=True)
class Share:
    """One step: a subject shares these values, takes them back (None), or ("" None) a closing."""

    subject: str
    values: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A share that has come through in its batch."""

    subject: str
    number: int  # of its step
    values: dict[str, Any]


def standing_of(
    steps: Iterable[Share], fields: tuple[str, ...], apart: bool = False
) -> list[Standing]:
    """Give the shares that may be seen by somebody, in the order of the values."""
    standing: dict[str, Standing] = {}
    waiting: dict[str, Standing] = {}
    for number, step in enumerate(steps):
        if step.values is not None:
            values = {field: step.values.get(field) for field in fields}
            if fields and (any if apart else all)(map(_is_something, values.values())):
                waiting[step.subject] = Standing(step.subject, number, values)
        elif step.subject:
            standing.pop(step.subject, None)
            waiting.pop(step.subject, None)
        wanted = BATCH if standing else ENOUGH
        closing = step == Share("", None) and len(standing | waiting) >= ENOUGH
        if closing or len(waiting) >= wanted:
            standing |= waiting
            waiting.clear()
    return sorted(_enough(list(standing.values())), key=_order)


def shown(
    steps: Iterable[Share],
    fields: tuple[str, ...],
    held: Container[str] = (),
    apart: bool = False,
) -> list[dict[str, Any]]:
    """Give the values that are on the wall: what stands and is not held, when that is enough."""
    standing = standing_of(steps, fields, apart)
    seen = _enough([one for one in standing if one.subject not in held])
    return [one.values for one in sorted(seen, key=_order)]


def _enough(sheets: list[Standing]) -> list[Standing]:
    """Give the sheets when they are enough, without the fields that too few of them have."""
    if len(sheets) < ENOUGH:
        return []
    having = {
        field: sum(_is_something(one.values[field]) for one in sheets) for field in sheets[0].values
    }
    return [
        replace(one, values={f: v if having[f] >= ENOUGH else None for f, v in one.values.items()})
        for one in sheets
    ]


def _order(one: Standing) -> str:
    return json.dumps(one.values, sort_keys=True)


def _is_something(value: object) -> bool:
    return value not in (None, "", [])
