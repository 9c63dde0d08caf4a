"""Measures the big screen in a real browser: drawn cold, changed to a prepared block, tap to wall.

Needs Playwright and a Chromium, as the browser tests do.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from workshops.bots import Bot, hall_of
from workshops.store.client import RoomClient

PAGE, EXERCISE = "day1_context/05_positioning", "stuck_episode"
BEFORE = "line"
"""The block before that page's: while it runs, the wall prepares the page."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
ENOUGH = 6
TURNS = 5
"""How often a tap is measured; each adds one batch of arrows."""


async def wall(people: int = 25) -> dict[str, Any]:
    """Give the big screen's figures, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        server = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "workshops.cli", "start", "--no-browser", "--port", "0",
            "--data", folder, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            return await _measured(await _note(Path(folder)), people)
        finally:
            server.terminate()
            await server.wait()


async def _note(data: Path) -> dict[str, Any]:
    """Give where the kit is, as soon as it says so."""
    async with asyncio.timeout(60):
        while not (data / "room.json").is_file():  # noqa: ASYNC110 - another process writes it
            await asyncio.sleep(0.2)
    await asyncio.sleep(0.5)
    found: dict[str, Any] = json.loads((data / "room.json").read_text(encoding="utf-8"))
    return found


async def _measured(about: dict[str, Any], people: int) -> dict[str, Any]:
    from playwright.async_api import async_playwright  # noqa: PLC0415 - a test tool

    store = RoomClient(about["room"], about["token"])
    port = about["address"].rsplit(":", 1)[1]
    code = (await asyncio.to_thread(store.call, "state"))["join"]["code"]
    bots = await hall_of(f"http://127.0.0.1:{port}", code, people)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox"]
        )
        screen = await browser.new_page(viewport={"width": 1920, "height": 1080})
        figures = {
            "cold_s": await _cold(screen, about),
            "change_s": await _change(screen, store, about),
        }
        figures["tap_s"] = await _taps(screen, store, bots)
        await browser.close()
    await asyncio.gather(*(bot.leave() for bot in bots))
    store.close()
    return figures


def chromium() -> str | None:
    """Give the path of this machine's Chromium, or None."""
    named = os.environ.get("LAERINGSDAGE_BROWSER")
    return named or next((found for name in BROWSERS if (found := shutil.which(name))), None)


async def _press(store: RoomClient, button: str, **given: Any) -> None:
    press = {"button": button, **given}
    await asyncio.to_thread(store.mark, "run", "day1_context", press, "bench")


async def _cold(screen: Any, about: dict[str, Any]) -> float:
    """Give how long a fresh browser takes to the block's plenary, drawn by a kernel of its own."""
    start = time.perf_counter()
    token = about["dashboards_token"]
    await screen.goto(f"{about['dashboards']}/voila/render/{PAGE}.ipynb?face=wall&token={token}")
    await screen.wait_for_selector("[data-part=plenary] .chart", state="attached", timeout=60_000)
    return round(time.perf_counter() - start, 2)


async def _change(screen: Any, store: RoomClient, about: dict[str, Any]) -> float:
    """Give how long the wall takes from the press to a block that was prepared behind it."""
    await screen.goto(f"{about['dashboards']}/wall?token={about['dashboards_token']}")
    await _press(store, "go", block=BEFORE)
    frame = screen.frame_locator(f'#frames iframe[src*="{PAGE}"]')
    await frame.locator("[data-part=plenary] .chart").wait_for(state="attached", timeout=60_000)
    await asyncio.sleep(1)
    start = time.perf_counter()
    await _press(store, "go", block="positioning")
    await screen.locator(f'#frames iframe.shown[src*="{PAGE}"]').wait_for(timeout=10_000)
    await frame.locator("[data-part=title]:visible").first.wait_for(timeout=10_000)
    return round(time.perf_counter() - start, 3)


async def _taps(screen: Any, store: RoomClient, bots: list[Bot]) -> dict[str, float]:
    """Give how long it takes from a phone's «Del min pil i plenum» to the arrows on the wall."""
    await _press(store, "stage", stage="plenary")
    for bot in bots:
        await bot.connect(PAGE, [EXERCISE])
        await bot.put(EXERCISE, "me", "invited", [-4, 2])
        await bot.put(EXERCISE, "me", "wished", [3, 2])
    frame = screen.frame_locator(f'#frames iframe[src*="{PAGE}"]')
    taken = []
    shared = 0
    for turn in range(TURNS):
        wanted = ENOUGH + 3 * turn
        for bot in bots[shared : wanted - 1]:
            await bot.release(EXERCISE, "me", "plenary")
        await asyncio.sleep(0.5)
        start = time.perf_counter()
        await bots[wanted - 1].release(EXERCISE, "me", "plenary")
        await frame.get_by_text(f"{wanted} kort").first.wait_for(timeout=10_000)
        taken.append(time.perf_counter() - start)
        shared = wanted
    ordered = sorted(taken)
    return {"p50": round(ordered[len(ordered) // 2], 3), "last": round(ordered[-1], 3)}
