"""What a trainer sees of the room, on desk and remote alike: blocks, and numbers of people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from workshops.programme.plan import Block


def blocks(today: Iterable[Block]) -> list[dict[str, Any]]:
    """Give the day's blocks with what is said of them, in their order."""
    return [_block(one) for one in today]


def _block(one: Block) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "minutes": one.minutes,
        "kind": one.kind,
        "form": one.form,
        "body": one.body,
        "lead": one.lead,
        "stages": [asdict(stage) for stage in one.stages],
        "cues": one.cues,
    }


def numbers(counts: dict[str, Any]) -> dict[str, Any]:
    """Give the counts, and nothing but counts: whatever else came along stays behind."""
    groups = counts.get("groups") or {}
    return {
        "written": _number(counts.get("written")),
        "shared": _number(counts.get("shared")),
        "groups": {
            str(table)[:2]: {
                name: _number(group.get(name))
                for name in ("here", "written", "done", "ready", "released", "help")
            }
            for table, group in groups.items()
        },
    }


def _number(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0
