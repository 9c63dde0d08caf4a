"""Merging: two devices that add to one list at the same moment both keep what they added."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from workshops.store import Change
from workshops.store.rows import history
from workshops.store.tables import written

ORDER = ".#"
"""How the path of a list's order ends; its value is the ids of the items."""


def is_order(change: Change) -> bool:
    """Say whether a change is of a list's order by somebody who says what they saw of it."""
    known = change.seen is not None and isinstance(change.value, list)
    return known and change.field.endswith(ORDER)


def merging(change: Change) -> Callable[[Connection], dict[str, Any]]:
    """Give what completes a change of an order: merged with what came after its writer looked."""

    def complete(connection: Connection) -> dict[str, Any]:
        past = history(connection, change.exercise, change.subject, change.field)
        now = past[0] if past else None
        if now is None or change.seen is None or now.id <= change.seen:
            return {"value": written(change.value)}
        base = next((one.value for one in past if one.id == change.seen), None)
        value = merged(base or [], now.value or [], change.value)
        return {"value": written(value), "seen": now.id}

    return complete


def merged(base: list[str], theirs: list[str], mine: list[str]) -> list[str]:
    """Give my order of `base` with what they added behind it and without what they took out."""
    kept = [one for one in mine if one in theirs or one not in base]
    return kept + [one for one in theirs if one not in mine and one not in base]
