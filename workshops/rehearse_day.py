"""A day played at speed: bots in a real room go through every block and stage its plan holds."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from workshops.exercises import Exercise
from workshops.programme.plan import Block
from workshops.rehearse_crowd import SOON, Crowd

STEPS = ("individual", "group")
"""The stages people write in, in their order."""
BREAKS = 0.3
"""The part of the blocks in which the trainer stops the clock for a moment."""


@dataclass
class Played:
    """What happened in one block: counts, the slowest change of screens (s), what went wrong."""

    block: str
    title: dict[str, str]
    kind: str
    minutes: int
    stages: list[str] = field(default_factory=list)
    written: int = 0
    shared: int = 0
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


async def play(crowd: Crowd, day: str, tell: Callable[[Played, int, int], None]) -> list[Played]:
    """Play a day from its first block to its last; `tell` hears of each block that is done."""
    room = crowd.room
    await asyncio.to_thread(
        room.store.mark, "run", day, {"button": "go", "block": None}, "rehearsal"
    )
    await crowd.together()
    done: list[Played] = []
    while following := room.hall.state.following(room.hall.plan):
        block = following[0]
        played = Played(block.id, block.title, block.kind, block.minutes)
        crowd.slowest = 0.0
        try:
            await _block(crowd, block, played)
        except (TimeoutError, OSError, ValueError, LookupError) as wrong:
            played.faults.append(f"{type(wrong).__name__}: {wrong}")
            if room.hall.state.block != block.id:
                return [*done, played]
        played.faults += sorted(set(crowd.refused))
        crowd.refused.clear()
        played.slowest = round(crowd.slowest, 3)
        done.append(played)
        tell(played, len(done), len(done) + len(following) - 1)
    return done


async def _block(crowd: Crowd, block: Block, played: Played) -> None:
    await crowd.press("go", block=block.id)
    seen = crowd.room.hall.seen()
    page = seen["page"]
    shown = await crowd.open(page) if page else []
    asked = [one for one in shown if one.id == seen["exercise"]]
    if not page:
        await crowd.wait()
    if block.notebook and not page:
        played.faults.append(f"FileNotFoundError: {block.notebook}.ipynb")
    if block.kind == "line":
        await _stand(crowd, block)
    if crowd.chance.random() < BREAKS:
        await crowd.press("pause")
        await crowd.press("resume")
    written: set[str] = set()
    while True:
        stage = crowd.room.hall.state.stage
        last = crowd.room.hall.state.stage_after(crowd.room.hall.plan) is None
        played.stages.append(stage)
        for one in asked:
            if crowd.room.hall.is_open(one.id):
                await _step(crowd, one, played, written, until="plenary" if last else stage)
        if last:
            break
        await crowd.press("next")
    if page:
        await crowd.sleep(page, [one.id for one in shown])


async def _step(
    crowd: Crowd, one: Exercise, played: Played, written: set[str], *, until: str
) -> None:
    """Write what belongs to the stages up to this one and is not written yet; then share."""
    for step in STEPS if until == "plenary" else [until] if until in STEPS else []:
        if step in one.instruments and f"{one.id} {step}" not in written:
            written.add(f"{one.id} {step}")
            played.written += await crowd.write(one, step)
    if until == "plenary":
        played.shared += await crowd.share(one)


async def _stand(crowd: Crowd, block: Block) -> None:
    """Let the trainer enter how people stood on the line."""
    places = [0] * 5
    for _ in crowd.bots:
        places[crowd.chance.randrange(5)] += 1
    key = secrets.token_urlsafe(8)
    await asyncio.to_thread(crowd.room.store.mark, "tally", block.id, places, "rehearsal", key=key)
    await asyncio.gather(
        *(bot.until(lambda bot=bot: bot.state.get("tally") == places, SOON) for bot in crowd.bots)
    )
