"""A trainer who presses anything while 25 people write: no undefined state, no lost text."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path
from typing import Any

import pytest

from tests.crowd import Kept, lost, running, same, seen_by, writes
from tests.presses import DAY, pressed, replanned
from tests.rooms import EXERCISE, PAGE, on_a_loop
from tests.states import undefined
from workshops.bots import hall_of
from workshops.store.client import RoomClient

PEOPLE, SEQUENCES, PRESSES = 25, 8, 8
PLANS = 0.05


async def presses(store: RoomClient, dice: random.Random, trail: list[dict[str, Any]]) -> None:
    """Press one sequence; after each press the room must be in a defined state."""
    for _ in range(PRESSES):
        seen = await seen_by(store)
        kind = "plan" if dice.random() < PLANS else "run"
        value = replanned(dice, seen) if kind == "plan" else pressed(dice, seen)
        trail.append({kind: value})
        await asyncio.to_thread(store.mark, kind, DAY, value, "test")
        if dice.random() < 0.5:
            await asyncio.sleep(dice.random() * 0.02)
        assert undefined(await seen_by(store)) == [], trail[-20:]


async def day_of_dice(data: Path, seed: int) -> int:
    """Play a day of sequences in one room; give how many texts were acknowledged."""
    dice = random.Random(seed)  # noqa: S311 - dice
    kept, trail = Kept(), [{"seed": seed}]
    async with running(data) as (about, store):
        bots = await hall_of(about["address"], about["code"], PEOPLE)
        await asyncio.gather(*(bot.connect(PAGE, [EXERCISE]) for bot in bots))
        stop = asyncio.Event()
        writing = [asyncio.create_task(writes(bot, kept, stop)) for bot in bots]
        for _ in range(SEQUENCES):
            start = {"button": "go", "block": "positioning"}
            await asyncio.to_thread(store.mark, "run", DAY, start, "test")
            await presses(store, dice, trail)
        stop.set()
        await asyncio.gather(*writing)
        here = await seen_by(store)
        await asyncio.gather(*(bot.until(lambda bot=bot: same(bot.state, here)) for bot in bots))
        assert all(undefined(one["state"]) == [] for one in bots[0].heard if one["is"] == "state")
        await asyncio.gather(*(bot.leave() for bot in bots))
    async with running(data) as (_, store):
        assert same(await seen_by(store), here), trail[-20:]
    assert lost(data, kept) == []
    return len(kept)


@pytest.mark.parametrize("days", [1, pytest.param(125, marks=pytest.mark.long)], ids=["8", "1000"])
def test_any_presses_while_all_write_lose_nothing(tmp_path: Path, days: int) -> None:
    for seed in range(days):
        data = tmp_path / str(seed)
        data.mkdir()
        assert on_a_loop(day_of_dice(data, seed)) > PEOPLE
