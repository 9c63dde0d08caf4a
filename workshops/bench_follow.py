"""Measures how fast every device follows the trainer to a block, and how far their clocks part.

Bots count at the level of the protocol; one real browser counts until the new page can be used.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

from workshops.bench import alone, spread
from workshops.bench_wall import chromium
from workshops.bots import Bot, hall_of
from workshops.exercises import DAYS
from workshops.programme.plan import Block, plan
from workshops.store.client import RoomClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

DAY = DAYS[0]
TURNS = 8
"""How often the room moves on while it is measured."""
PATIENCE = 20_000
"""Milliseconds the browser gets before a turn counts as failed."""
USABLE = """path => location.pathname === path && !!document.querySelector("#top .seat *")
  && [...document.querySelectorAll("[data-readonly]")].some(one => one.dataset.readonly === "false")
"""
"""The page is there, the room's state is heard, and an instrument takes answers."""


async def follow(people: int) -> dict[str, Any]:
    """Give the figures of following, in milliseconds; the browser's are None without one."""
    async with alone() as (_, about):
        store = RoomClient(about["inner"], about["token"])
        bots = await hall_of(about["address"], about["code"], people)
        await asyncio.gather(*(bot.connect("waiting", []) for bot in bots))
        figures = await _devices(bots, store)
        figures["browser"] = await _browser(about, store)
        await asyncio.gather(*(bot.leave() for bot in bots))
        store.close()
    return figures


def places() -> tuple[Block, Block]:
    """Give the day's first two blocks that have an exercise on a page of their own."""
    pages = {one.notebook: one for one in reversed(plan(DAY).blocks) if one.exercise}
    second, first = [*pages.values()][-2:]
    return first, second


def _path(block: Block) -> str:
    return f"/page/{DAY}/{block.notebook}"


async def _go(store: RoomClient, block: Block) -> None:
    press = {"button": "go", "block": block.id}
    await asyncio.to_thread(store.mark, "run", DAY, press, "bench")


async def _devices(bots: list[Bot], store: RoomClient) -> dict[str, Any]:
    """Give how long after the press each device stands on the block, and how far clocks part."""
    taken: list[list[float]] = []
    parted = []

    async def one(bot: Bot, wanted: str, start: float) -> tuple[float, float]:
        await bot.until(lambda: bot.state.get("block") == wanted)
        told = datetime.fromisoformat(bot.state["now"]).timestamp()
        return time.perf_counter() - start, time.time() - told

    for turn in range(TURNS):
        block = places()[turn % 2]
        await asyncio.sleep(0.2)
        pressed = asyncio.create_task(_go(store, block))
        start = time.perf_counter()
        heard = await asyncio.gather(*(one(bot, block.id, start) for bot in bots))
        await pressed
        taken.append([first for first, _ in heard])
        # A device counts down by its own clock, set right by `now`: so far two of them differ.
        parted.append(max(late for _, late in heard) - min(late for _, late in heard))
    every = [one * 1000 for turn in taken for one in turn]
    return {
        "device_p50_ms": round(spread(every, 0.5), 1),
        "last_p50_ms": round(spread([max(turn) * 1000 for turn in taken], 0.5), 1),
        "device_last_ms": round(max(every), 1),
        "drift_ms": round(max(parted) * 1000, 1),
    }


async def _browser(about: dict[str, str], store: RoomClient) -> dict[str, float] | None:
    """Give how long a phone in a browser takes from the press to a page it can write on."""
    first, second = places()
    taken = []
    async with _phone(about) as page:
        if page is None:
            return None
        await _go(store, second)
        await page.goto(f"{about['address']}/now")
        await page.wait_for_function(USABLE, arg=_path(second), timeout=PATIENCE)
        for turn in range(TURNS):
            target = second if turn % 2 else first
            await asyncio.sleep(1)
            start = time.perf_counter()
            await _go(store, target)
            await page.wait_for_function(USABLE, arg=_path(target), timeout=PATIENCE)
            taken.append((time.perf_counter() - start) * 1000)
    return {
        "first_ms": round(taken[0], 1),
        "p50_ms": round(spread(taken, 0.5), 1),
        "last_ms": round(max(taken), 1),
    }


@asynccontextmanager
async def _phone(about: dict[str, str]) -> AsyncIterator[Any]:
    """Give a page of a fresh phone with a seat, or None on a machine without a browser."""
    path = chromium()
    if path is None:
        yield None
        return
    from playwright.async_api import async_playwright  # noqa: PLC0415 - a test tool

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        context = await browser.new_context(viewport={"width": 390, "height": 844})
        form = {"code": about["code"], "alias": "Browser", "table": "1"}
        await context.request.post(f"{about['address']}/", form=form)
        yield await context.new_page()
        await browser.close()
