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
KINDS = (
    "block", "check_in", "goals", "check_out", "try_out",
    "round", "dark", "line", "walk", "break", "groups", "placeholder",
)  # fmt: skip
"""What a block is: written in a notebook, or a form of talk that needs none."""
FORMS = ("I", "par", "G", "plenum")
TEMPOS = ("low", "high")
BODIES = ("seated", "moving")

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
    kind: str = "block"
    form: str = "plenum"
    tempo: str = "low"
    body: str = "seated"
    lead: str = ""
    purpose: Words | None = None
    prompt: Words | None = None
    ends: dict[str, list[str]] | None = None
    competences: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    optional: bool = False
    skipped: bool = False

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
    start: str = "09.00"
    end: str = "15.30"

    def block(self, wanted: str | None) -> Block | None:
        """Give a block by its id."""
        return next((one for one in self.blocks if one.id == wanted), None)


def plan(day: str) -> Plan:
    """Give the plan of a day as its file has it; `planning.today` adds what the desk changed."""
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
        start=table.get("start", Plan.start),
        end=table.get("end", Plan.end),
    )


def _block(table: dict[str, Any]) -> Block:
    rest = {
        key: value
        for key, value in table.items()
        if key not in {"stages", "competences", "elements", "skipped"}
    }
    return Block(
        **rest,
        skipped=table.get("optional", False),  # outside the day's time until somebody takes it in
        stages=tuple(Stage(one["stage"], one["minutes"]) for one in table.get("stages", ())),
        competences=tuple(table.get("competences", ())),
        elements=tuple(table.get("elements", ())),
    )


def moment(at: str) -> datetime:
    """Give a stored time as an aware one."""
    time = datetime.fromisoformat(at)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def at_clock(day: datetime, clock: str) -> datetime:
    """Give the moment of "09.30" on the local date of `day`."""
    hour, minute = (int(part) for part in clock.split("."))
    return day.astimezone().replace(hour=hour, minute=minute, second=0, microsecond=0)


def clock_of(time: datetime) -> str:
    """Give a moment as the room's clock says it: "09.30"."""
    return f"{time.astimezone():%H.%M}"
