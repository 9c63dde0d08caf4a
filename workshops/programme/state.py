"""Where the room is: what runs, what is over, what comes, and what the wall shows."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from workshops.programme.plan import STAGES, Block, Plan, Stage

VIEWS = ("arrows", "lines")
"""What the wall shows in plenary: the overlay of arrows, or the groups' lines."""
DEBRIEF = ("", "silence", "notice", "surprise", "meaning", "line")
"""The talk about what the wall shows: half a minute of silence, then one question at a time."""
SCALES = (100, 150, 175, 200)
"""Per cent the big screen's type may have."""


@dataclass(frozen=True)
class Past:
    """A block that was run: when it began and ended (aware times)."""

    block: str
    began: datetime
    ended: datetime


@dataclass(frozen=True)
class Part:
    """The rest of a block that was split: it comes again later under an id of its own."""

    id: str
    of: str
    stages: tuple[Stage, ...]
    minutes: int


@dataclass(frozen=True)
class State:
    """Where the room is: the block, its stage, what is open, and what the wall shows."""

    day: str
    block: str | None = None
    stage: str = STAGES[0]
    opened: frozenset[str] = frozenset()
    ends: datetime | None = None
    minutes: int = 0
    dark: bool = False
    theme: str = "light"
    spotlight: str | None = None
    beside: str | None = None
    view: str = VIEWS[0]
    scale: int = 100
    debrief: str = ""
    asked: datetime | None = None
    turn: int = 0
    review: bool = False
    left: timedelta | None = None
    paused: datetime | None = None
    began: datetime | None = None
    past: tuple[Past, ...] = ()
    parts: tuple[Part, ...] = ()
    order: tuple[str, ...] = ()
    skips: tuple[tuple[str, bool], ...] = ()

    def blocks(self, plan: Plan) -> list[Block]:
        """Give the day's blocks as they stand now: reordered, split, skipped."""
        known = {one.id: one for one in plan.blocks}
        for part in self.parts:
            if part.of in known:
                base = known[part.of]
                known[part.id] = replace(
                    base, id=part.id, minutes=part.minutes, stages=part.stages, skipped=False
                )
        order = [one for one in self.order if one in known]
        for at, one in enumerate(one.id for one in plan.blocks):
            if one not in order:
                order.insert(min(at, len(order)), one)
        for part in self.parts:
            if part.of in order and part.id not in order:
                order.insert(order.index(part.of) + 1, part.id)
        skips = dict(self.skips)
        return [replace(known[one], skipped=skips.get(one, known[one].skipped)) for one in order]

    def of_this_date(self, now: datetime) -> State:
        """Give the state without what ran on another date: a day may be tried out beforehand."""
        last = self.began or (self.past[-1].ended if self.past else now)
        if last.astimezone().date() == now.astimezone().date():
            return self
        whole = self.block not in {one.id for one in self.parts}
        return replace(
            self, past=(), parts=(), order=(), skips=(), began=None,
            block=self.block if whole else None,
        )  # fmt: skip

    def shown_afresh(self, **more: Any) -> State:
        """Give the state with nothing chosen for the big screen: a new block or stage begins so."""
        return replace(
            self, spotlight=None, beside=None, view=VIEWS[0], debrief="", asked=None, turn=0,
            dark=False, **more,
        )  # fmt: skip

    def running(self, plan: Plan) -> Block | None:
        """Give the running block."""
        return next((one for one in self.blocks(plan) if one.id == self.block), None)

    def following(self, plan: Plan) -> list[Block]:
        """Give the blocks to come, skipped ones left out; before the day, all of them."""
        blocks = self.blocks(plan)
        at = next((i for i, one in enumerate(blocks) if one.id == self.block), -1)
        return [one for one in blocks[at + 1 :] if not one.skipped]

    def stage_after(self, plan: Plan) -> str | None:
        """Give the running block's next stage."""
        block = self.running(plan)
        stages = [one.stage for one in block.stages] if block else []
        later = stages[stages.index(self.stage) + 1 :] if self.stage in stages else []
        return later[0] if later else None

    def exercise(self, plan: Plan) -> str:
        """Give the running block's exercise."""
        block = self.running(plan)
        return block.exercise if block else ""

    def time_left(self, now: datetime) -> timedelta:
        """Give what the clock of the stage has left; never below nothing."""
        if self.left is not None:
            return self.left
        return max(self.ends - now, timedelta()) if self.ends else timedelta()

    def stages_left(self, block: Block, now: datetime) -> tuple[Stage, ...]:
        """Give the rest of the running block: its stage with whole minutes, and those to come."""
        left = max(1, math.ceil(self.time_left(now) / timedelta(minutes=1)))
        stages = [one.stage for one in block.stages]
        later = block.stages[stages.index(self.stage) + 1 :] if self.stage in stages else ()
        return (Stage(self.stage, left), *later)
