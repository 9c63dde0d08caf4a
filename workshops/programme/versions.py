"""Drafts and versions of a day's plan: what can be undone, and what one version changed.

A draft (event "draft") is what the trainer is working on; a version (event "plan") is what the
room runs by. Both hold the whole snapshot.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from workshops.programme.plan import Block, Plan
from workshops.programme.planning import Changes
from workshops.programme.rhythm import clock, timed
from workshops.store import Event

DRAFT, VERSION = "draft", "plan"
"""Kinds of event; the room listens to the second only."""
MOST = 200
"""Steps that can be undone."""
PARTS = (
    "title", "minutes", "kind", "form", "tempo", "body", "lead", "purpose", "prompt", "ends",
    "cues", "stages", "competences", "elements", "optional", "skipped",
)  # fmt: skip


@dataclass(frozen=True)
class Desk:
    """A day's work so far: the snapshots that undo leads back to, and what the room runs by."""

    past: tuple[Changes, ...]
    running: Changes
    versions: tuple[Event, ...]

    @property
    def draft(self) -> Changes:
        """The snapshot that is being worked on."""
        return self.past[-1]

    @property
    def open(self) -> bool:
        """Whether there is something the room does not run by yet."""
        return self.draft != self.running


def desk(events: Iterable[Event], day: str) -> Desk:
    """Give a day's work from the drafts and versions of all days: undo survives a reload."""
    mine = [one for one in events if one.subject == day and one.kind in (DRAFT, VERSION)]
    past: list[Changes] = [{}]
    running: Changes = {}
    for event in sorted(mine, key=lambda one: one.id):
        value = event.value if isinstance(event.value, dict) else {}
        if event.kind == VERSION:
            running = changes(value)
            _push(past, running)
        elif value.get("undo"):
            past[1:] = past[1:-1]
        else:
            if value.get("joins"):
                past[1:] = past[1:-1]
            _push(past, value.get("changes", {}))
    versions = tuple(one for one in mine if one.kind == VERSION)
    return Desk(tuple(past[-MOST:]), running, versions)


def _push(past: list[Changes], snapshot: Changes) -> None:
    if past[-1] != snapshot:
        past.append(snapshot)


def changes(value: Changes) -> Changes:
    """Give what a version changes, without the need that was written on it."""
    return {key: part for key, part in value.items() if key != "need"}


# ── before and after ─────────────────────────────────────────────────────
def difference(before: Plan, after: Plan) -> list[dict[str, Any]]:
    """Give the two days side by side, in the order of the later one: {id, before, after, changed}.

    `changed` names the parts that differ; "moved" stands for another place in the order.
    """
    old, new = _rows(before), _rows(after)
    order = list(new)
    for at, block in enumerate(old):
        if block not in new:
            order.insert(min(at, len(order)), block)
    stayed = _longest_run([one for one in old if one in new], [one for one in new if one in old])
    return [
        {
            "id": block,
            "before": _shown(old.get(block)),
            "after": _shown(new.get(block)),
            "changed": _changed(old.get(block), new.get(block), block not in stayed),
        }
        for block in order
    ]


def _rows(plan: Plan) -> dict[str, tuple[Block, int]]:
    return {block.id: (block, at) for block, at in timed(plan)}


def _shown(row: tuple[Block, int] | None) -> dict[str, Any] | None:
    if row is None:
        return None
    block, at = row
    return {
        "title": block.title,
        "at": clock(at),
        "minutes": block.minutes,
        "skipped": block.skipped,
        "kind": block.kind,
    }


def _changed(
    old: tuple[Block, int] | None, new: tuple[Block, int] | None, moved: bool
) -> list[str]:
    if old is None or new is None:
        return ["added" if old is None else "removed"]
    found = [part for part in PARTS if getattr(old[0], part) != getattr(new[0], part)]
    return ["moved", *found] if moved else found


def _longest_run(old: list[str], new: list[str]) -> set[str]:
    """Give the blocks that kept their order: the longest row that stands in both, as in a diff."""
    best: list[list[str]] = [[] for _ in range(len(new) + 1)]
    for one in old:
        row = [best[0]]
        for at, other in enumerate(new):
            joined = [*best[at], one] if one == other else max(best[at + 1], row[at], key=len)
            row.append(joined)
        best = row
    return set(best[-1])
