"""A planned day by the clock: when each block begins, who sits how long, what the day covers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from workshops.programme.plan import Block, Plan
from workshops.programme.rewording import TAGS

ON_FEET = {"line", "walk"}
_OWN_WAY = {"talk": "plenum", "individual": "I", "plenary": "plenum"}


@dataclass(frozen=True)
class Piece:
    """A stretch of the day in which people do one thing; `at` is minutes since midnight."""

    block: str
    stage: str
    at: int
    minutes: int
    form: str
    tempo: str
    body: str
    kind: str

    @property
    def ends(self) -> int:
        """When it is over."""
        return self.at + self.minutes

    @property
    def talk(self) -> bool:
        """Whether somebody stands and tells."""
        return self.stage == "talk"


def minutes_of_day(clock: str) -> int:
    """Give "09.30" as minutes since midnight."""
    hour, minute = (int(part) for part in clock.replace(":", ".").split("."))
    return 60 * hour + minute


def clock(minutes: int) -> str:
    """Give minutes since midnight as "09.30"."""
    return f"{minutes // 60 % 24:02}.{minutes % 60:02}"


def timed(plan: Plan) -> list[tuple[Block, int]]:
    """Give each block with the minute of the day it begins; one that is skipped takes no time."""
    at, found = minutes_of_day(plan.start), []
    for block in plan.blocks:
        found.append((block, at))
        at += 0 if block.skipped else block.minutes
    return found


def ends(plan: Plan) -> int:
    """Give the minute of the day at which it is over."""
    return minutes_of_day(plan.start) + sum(one.minutes for one in plan.blocks if not one.skipped)


def rhythm(plan: Plan) -> list[Piece]:
    """Give the day's pieces in order: a block with stages is one piece for each."""
    return [piece for block, at in timed(plan) if not block.skipped for piece in pieces(block, at)]


def pieces(block: Block, at: int) -> Iterable[Piece]:
    """Give the pieces of one block that begins at a minute of the day."""
    stages = [one.stage for one in block.stages]
    on_feet = "moving" if block.kind in ON_FEET else block.body
    if not stages:
        told = block.kind == "block" and block.notebook and not block.exercise
        stage = "talk" if told and block.form == "plenum" else ""
        yield Piece(
            block.id, stage, at, block.minutes, block.form, block.tempo, on_feet, block.kind
        )
        return
    for one in block.stages:
        doing = one.stage == "group" or ("group" not in stages and one.stage != "talk")
        form = _OWN_WAY.get(one.stage) or (block.form if block.form in ("G", "par") else "G")
        tempo, body = (block.tempo, on_feet) if doing else ("low", "seated")
        yield Piece(block.id, one.stage, at, one.minutes, form, tempo, body, block.kind)
        at += one.minutes


def seated(plan: Plan) -> list[list[Piece]]:
    """Give the stretches on the chair; a break or anything on the feet ends one."""
    runs = groupby(rhythm(plan), lambda one: one.kind == "break" or one.body == "moving")
    return [list(run) for up, run in runs if not up]


def coverage(plan: Plan) -> dict[str, dict[str, Any]]:
    """Give the minutes and blocks for each competence question and each element."""
    found: dict[str, dict[str, Any]] = {}
    for part, tags in TAGS.items():
        for tag in tags:
            here = [one for one in plan.blocks if tag in getattr(one, part) and not one.skipped]
            minutes = sum(one.minutes for one in here)
            found[tag] = {"minutes": minutes, "blocks": [one.id for one in here]}
    return found


def totals(plan: Plan) -> dict[str, int]:
    """Give the minutes of talk, of work, in plenary and of breaks; and of what is not written."""
    found = dict.fromkeys(("talk", "work", "plenary", "break", "placeholder"), 0)
    for one in rhythm(plan):
        plenary = "plenary" if one.form == "plenum" else "work"
        kind = one.kind if one.kind in ("break", "placeholder") else plenary
        found["talk" if one.talk else kind] += one.minutes
    return found
