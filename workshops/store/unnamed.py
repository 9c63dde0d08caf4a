"""Shared without names: which of the shared sheets may be on the wall now.

Nobody in the room should be able to say whose arrow just came. So sheets come in batches, and what
somebody shares again waits, with the old one standing, for the next batch.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workshops.store import BATCH, ENOUGH


@dataclass(frozen=True, slots=True)
class Share:
    """One step: a subject shares these values, takes them back (None), or ("" None) a closing."""

    subject: str
    values: Mapping[str, Any] | None


def shown(steps: Iterable[Share], fields: tuple[str, ...]) -> list[dict[str, Any]]:
    """Give the shared values that may be seen, in the order of the values."""
    standing: dict[str, dict[str, Any]] = {}
    waiting: dict[str, dict[str, Any]] = {}
    for step in steps:
        if step.values is not None:
            values = {field: step.values.get(field) for field in fields}
            if fields and all(value not in (None, "", []) for value in values.values()):
                waiting[step.subject] = values
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
    return sorted(standing.values(), key=lambda values: json.dumps(values, sort_keys=True))
