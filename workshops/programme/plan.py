"""The plan of a day: blocks in their order, read from the day's plan.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from workshops.exercises import content

STAGES = ("talk", "individual", "group", "plenary")
"""A talk, then individually – group – plenary (IGP)."""

Words = dict[str, str]


@dataclass(frozen=True)
class Stage:
    """One step of a block and how long it takes."""

    stage: str
    minutes: int


@dataclass(frozen=True)
class Block:
    """One block of the day; without a notebook it is said, not shown."""

    id: str
    title: Words
    minutes: int
    notebook: str = ""
    exercise: str = ""
    stages: tuple[Stage, ...] = ()
    cues: dict[str, list[str]] | None = None

    def minutes_of(self, stage: str) -> int:
        """Give the minutes planned for a stage, those of the block when it is not listed."""
        return next((one.minutes for one in self.stages if one.stage == stage), self.minutes)


@dataclass(frozen=True)
class Plan:
    """A learning day as planned."""

    day: str
    title: Words
    blocks: tuple[Block, ...]
    learning_groups: tuple[str, ...] = ()

    def block(self, wanted: str | None) -> Block | None:
        """Give a block by its id."""
        return next((one for one in self.blocks if one.id == wanted), None)

    def page_after(self, block: str | None) -> str | None:
        """Give the next page to prepare: of the first block with a notebook after this one."""
        at = next((i for i, one in enumerate(self.blocks) if one.id == block), -1)
        following = (one for one in self.blocks[at + 1 :] if one.notebook)
        return next((f"{self.day}/{one.notebook}" for one in following), None)


def plan(day: str) -> Plan:
    """Give the plan of a day."""
    file = content() / day / "plan.toml"
    return _read(file, file.stat().st_mtime_ns)


@cache
def _read(file: Path, _stamp: int) -> Plan:
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Plan(
        day=file.parent.name,
        title=table["title"],
        blocks=tuple(_block(one) for one in table.get("blocks", ())),
        learning_groups=tuple(table.get("learning_groups", ())),
    )


def _block(table: dict[str, Any]) -> Block:
    return Block(
        id=table["id"],
        title=table["title"],
        minutes=table["minutes"],
        notebook=table.get("notebook", ""),
        exercise=table.get("exercise", ""),
        stages=tuple(Stage(one["stage"], one["minutes"]) for one in table.get("stages", ())),
        cues=table.get("cues"),
    )


def moment(at: str) -> datetime:
    """Give a stored time as an aware one."""
    time = datetime.fromisoformat(at)
    return time if time.tzinfo else time.replace(tzinfo=UTC)
