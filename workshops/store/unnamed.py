"""Shared without names: which of the shared sheets may be on the wall now, and on the desk.

Nobody in the room should be able to say whose arrow just came. So sheets come in batches, and what
somebody shares again waits, with the old one standing, for the next batch.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
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


def standing_of(steps: Iterable[Share], fields: tuple[str, ...]) -> list[Standing]:
    """Give the shares that may be seen by somebody, in the order of the values."""
    standing: dict[str, Standing] = {}
    waiting: dict[str, Standing] = {}
    for number, step in enumerate(steps):
        if step.values is not None:
            values = {field: step.values.get(field) for field in fields}
            if fields and all(value not in (None, "", []) for value in values.values()):
                waiting[step.subject] = Standing(step.subject, number, values)
        elif step.subject:
            standing.pop(step.subject, None)
            waiting.pop(step.subject, None)
        wanted = BATCH if standing else ENOUGH
        closing = step == Share("", None) and len(standing | waiting) >= ENOUGH
        if closing or len(waiting) >= wanted:
            standing |= waiting
            waiting.clear()
    if len(standing) < ENOUGH:
        return []
    return sorted(standing.values(), key=lambda one: json.dumps(one.values, sort_keys=True))


def shown(
    steps: Iterable[Share], fields: tuple[str, ...], held: Container[str] = ()
) -> list[dict[str, Any]]:
    """Give the values that are on the wall: what stands and is not held, when that is enough."""
    seen = [one.values for one in standing_of(steps, fields) if one.subject not in held]
    return seen if len(seen) >= ENOUGH else []
