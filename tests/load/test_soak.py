"""A long day at speed on the whole kit: rooms, phones, wall and desk; memory does not grow."""

from __future__ import annotations

import asyncio
import json
import random
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from typing import Any

import psutil
import pytest

from tests.crowd import Kept, lost, seen_by, writes
from tests.presses import DAY, pressed
from tests.rooms import EXERCISE, PAGE, on_a_loop
from tests.states import undefined
from workshops.bench import memory
from workshops.bots import Bot, hall_of
from workshops.store.client import RoomClient

ROOT = Path(__file__).resolve().parent.parent.parent
PEOPLE = 25
SAMPLES = 40
"""How often memory is looked at; the first quarter is warming up."""
GROWTH_MB = 15
"""More than the allocator's noise, less than one leaked kernel."""


@asynccontextmanager
async def kit(data: Path) -> AsyncIterator[dict[str, Any]]:
    """Give the whole kit, started as a trainer starts it, with a note of where it is."""
    command = [sys.executable, "-m", "workshops.cli", "start", "--no-browser", "--port=0"]
    with (data.parent / "kit.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *command, f"--data={data}", stdout=log, stderr=log, cwd=ROOT
        )
    try:
        async with asyncio.timeout(60):
            while not (data / "room.json").is_file():  # noqa: ASYNC110 - another process writes it
                await asyncio.sleep(0.2)
        await asyncio.sleep(1)
        yield {**json.loads((data / "room.json").read_text()), "pid": process.pid}
    finally:
        process.terminate()
        await process.wait()


async def comes_and_goes(address: str, code: str, stop: asyncio.Event) -> None:
    """Reload, sleep and wake again and again, as phones do."""
    bot = Bot(address, "Rastløs", "2")
    await bot.join(code)
    while not stop.is_set():
        await bot.load(PAGE)
        await bot.connect(PAGE, [EXERCISE])
        await asyncio.sleep(0.3)
        await bot.leave()
        bot.state = {}
        bot.heard.clear()


async def presses(store: RoomClient, stop: asyncio.Event) -> None:
    """Run through days at speed, and press anything in between."""
    dice = random.Random(7)  # noqa: S311 - dice
    while not stop.is_set():
        seen = await seen_by(store)
        assert undefined(seen) == []
        value = pressed(dice, seen)
        if value["button"] == "split" or dice.random() < 0.5:
            value = {"button": "next"}
        if not any(one["state"] == "next" for one in seen["agenda"]):
            value = {"button": "go", "block": seen["agenda"][0]["id"]}
        await asyncio.to_thread(store.mark, "run", DAY, value, "test")
        await asyncio.sleep(1)


async def soak(data: Path, minutes: float) -> dict[str, Any]:
    """Play so long; give memory in MB by process over time, and what was lost."""
    kept, stop, samples = Kept(), asyncio.Event(), list[tuple[float, float]]()
    async with kit(data) as about, screens(about):
        store = RoomClient(about["room"], about["token"])
        port = about["address"].rsplit(":", 1)[1]
        address, code = f"http://127.0.0.1:{port}", (await seen_by(store))["join"]["code"]
        start = {"button": "go", "block": "positioning"}
        await asyncio.to_thread(store.mark, "run", DAY, start, "test")
        bots = await hall_of(address, code, PEOPLE)
        await asyncio.gather(*(bot.connect(PAGE, [EXERCISE]) for bot in bots))
        work = [asyncio.create_task(writes(bot, kept, stop)) for bot in bots]
        work += [asyncio.create_task(comes_and_goes(address, code, stop)) for _ in range(3)]
        work += [asyncio.create_task(presses(store, stop))]
        room = psutil.Process(about["pid"])
        for _ in range(SAMPLES):
            await asyncio.sleep(60 * minutes / SAMPLES)
            assert not any(one.done() for one in work), [one for one in work if one.done()]
            samples.append(measured(room))
            for bot in bots:
                bot.heard.clear()
        stop.set()
        await asyncio.gather(*work)
        await asyncio.gather(*(bot.leave() for bot in bots))
        store.close()
    room_mb, rest_mb = zip(*samples, strict=True)
    return {
        "room_mb": [round(one, 1) for one in room_mb],
        "dashboards_mb": [round(one, 1) for one in rest_mb],
        "acknowledged": len(kept),
        "lost": lost(data, kept),
    }


@asynccontextmanager
async def screens(about: dict[str, Any]) -> AsyncIterator[None]:
    """Keep the wall and the cockpit open, as on the day."""
    from playwright.async_api import async_playwright  # noqa: PLC0415 - only here

    from workshops.bench_wall import chromium  # noqa: PLC0415 - as above

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox"]
        )
        for path in ("/wall", "/desk"):
            page = await browser.new_page(viewport={"width": 1280, "height": 720})
            await page.goto(about["dashboards"] + path + f"?token={about['dashboards_token']}")
        yield
        await browser.close()


def measured(room: psutil.Process) -> tuple[float, float]:
    """Give the room's own megabytes, and those of the dashboards and their kernels."""
    own = getattr(room.memory_full_info(), "pss", room.memory_full_info().uss) / 1e6
    return own, memory(room) - own


def growth(samples: list[float]) -> float:
    """Give by how much the last quarter lies above the second one."""
    quarter = len(samples) // 4
    return median(samples[-quarter:]) - median(samples[quarter : 2 * quarter])


@pytest.mark.long
@pytest.mark.usefixtures("chromium")
def test_half_an_hour_at_speed_leaves_no_trace_in_memory(tmp_path: Path) -> None:
    found = on_a_loop(soak(tmp_path / "data", minutes=30))
    assert found["lost"] == []
    assert growth(found["room_mb"]) < GROWTH_MB, found["room_mb"]
    assert growth(found["dashboards_mb"]) < 10 * GROWTH_MB, found["dashboards_mb"]
