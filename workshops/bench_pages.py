"""Measures every page of every day: what it weighs on its way to a phone, and how fast all have it.

Weight is what one fresh device fetches, packed as it travels, in kB; the first exercise's page is
the measure for the others.
"""

from __future__ import annotations

import asyncio
import time
from typing import Any

from workshops.bench import PAGE, alone
from workshops.bots import Bot, hall_of
from workshops.exercises import DAYS, content


def shelf() -> list[str]:
    """Give the pages of all days as "day/notebook"."""
    return [
        f"{day}/{file.stem}"
        for day in DAYS
        for file in sorted((content() / day).glob("[0-9]*.ipynb"))
    ]


async def pages(people: int) -> dict[str, Any]:
    """Give for each page: kb, kb further than the first exercise's, and when the last is ready."""
    async with alone() as (_, about):
        found: dict[str, Any] = {one: {"kb": kb} for one, kb in (await weights(about)).items()}
        bots = await hall_of(about["address"], about["code"], people)
        for page, figures in found.items():
            figures["further_kb"] = round(figures["kb"] - found[PAGE]["kb"], 1)
            figures["ready_last_s"] = await _opened(bots, page)
    return found


async def weights(about: dict[str, str]) -> dict[str, float]:
    """Give what each page of the kit weighs, in kB."""
    return {one: await weight(about, one) for one in shelf()}


async def weight(about: dict[str, str], page: str) -> float:
    """Give what a device that was never here fetches for a page, in kB."""
    bot = Bot(about["address"])
    await bot.join(about["code"])
    before = bot.bytes
    await bot.load(page)
    return round((bot.bytes - before) / 1000, 1)


async def _opened(bots: list[Bot], page: str) -> float:
    """Give the seconds until the last of the bots has the page and the room's state."""

    async def one(bot: Bot) -> float:
        start = time.perf_counter()
        config = await bot.load(page)
        await bot.connect(page, [*config["exercises"]])
        taken = time.perf_counter() - start
        await bot.leave()
        return taken

    return round(max(await asyncio.gather(*(one(bot) for bot in bots))), 3)
