"""Measures the room with many people at once, next to stock Voilà in the same run; one JSON line.

Ready means the same for both: the page, its own scripts and styles, the socket, the state, and
one acknowledged save.
Times are seconds or milliseconds as the key says, memory is proportional set size.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import json
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from typing import Any

import psutil

from workshops.bots import Bot, answers
from workshops.bots import sheets as group_sheets

PAGE, EXERCISE = "day1_context/05_positioning", "stuck_episode"
SAVES = 8
"""Saves each person makes for the figures of an acknowledged save."""


def main(options: Any) -> int:
    """Run the benchmark and print its figures; gives the exit code."""
    figures: dict[str, Any] = {"people": options.people}
    if options.what != "room":
        measure = importlib.import_module(f"workshops.bench_{options.what}")  # needs a browser
        figures[options.what] = asyncio.run(getattr(measure, options.what)(options.people))
        print(json.dumps(figures))  # noqa: T201 - the figures are what it is for
        return 0
    figures["room"] = asyncio.run(room(options.people))
    if getattr(options, "against", None) == "voila":
        from workshops.bench_voila import voila  # noqa: PLC0415 - only when asked for

        figures["voila"] = asyncio.run(voila(options.people))
        figures["ratio"] = {
            "ready_last": round(
                figures["voila"]["ready_last_s"] / figures["room"]["ready_last_s"], 1
            ),
            "memory": round(figures["voila"]["memory_mb"] / figures["room"]["memory_mb"], 1),
            "cpu": round(figures["voila"]["cpu_s"] / max(figures["room"]["cpu_s"], 0.01), 1),
        }
    print(json.dumps(figures))  # noqa: T201 - the figures are what it is for
    return 0


async def room(people: int) -> dict[str, Any]:
    """Give the room's figures with so many people opening one exercise at once."""
    async with alone() as (pid, about):
        return await _measured(pid, about, people)


@contextlib.asynccontextmanager
async def alone() -> AsyncIterator[tuple[int, dict[str, str]]]:
    """Run the room alone on a data folder of its own; give its process and where it is."""
    with tempfile.TemporaryDirectory() as folder:
        server = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "workshops.room", "--data", folder, stdout=asyncio.subprocess.PIPE
        )
        try:
            if server.stdout is None:
                raise RuntimeError("no output")
            yield server.pid, json.loads(await server.stdout.readline())
        finally:
            server.terminate()
            await server.wait()


async def _measured(pid: int, about: dict[str, str], people: int) -> dict[str, Any]:
    bots = [
        Bot(about["address"], given["alias"], str(number % 5 + 1))
        for number, given in enumerate(answers(people))
    ]
    await asyncio.gather(*(bot.join(about["code"]) for bot in bots))
    await bots[0].load(PAGE)  # the page is rendered once; its first reader is not one of the crowd
    process = psutil.Process(pid)
    before = cpu(process)
    ready = await _ready(bots)
    cpu_ready = cpu(process) - before
    acks = await _saves(bots)
    follow = await _follow(bots, about)
    figures = {
        "ready_p50_s": spread(ready, 0.5),
        "ready_p95_s": spread(ready, 0.95),
        "ready_last_s": round(max(ready), 3),
        "ack_p50_ms": spread([one * 1000 for one in acks], 0.5),
        "ack_p99_ms": spread([one * 1000 for one in acks], 0.99),
        "follow_last_ms": round(max(follow) * 1000, 1),
        "cpu_s": round(cpu_ready, 2),
        "memory_mb": round(memory(process), 1),
        "page_kb": round(bots[-1].bytes / 1000, 1),
    }
    await asyncio.gather(*(bot.leave() for bot in bots))
    return figures


async def _ready(bots: list[Bot]) -> list[float]:
    async def one(bot: Bot) -> float:
        start = time.perf_counter()
        await bot.load(PAGE)
        await bot.connect(PAGE, [EXERCISE])
        await bot.put(EXERCISE, "me", "episode", "Det første, jeg kom til at tænke på")
        return time.perf_counter() - start

    return list(await asyncio.gather(*(one(bot) for bot in bots)))


async def _saves(bots: list[Bot]) -> list[float]:
    """Give how long each save waited for its acknowledgement, everybody writing all the time."""
    given = group_sheets()["1"]["transfer"]

    async def one(bot: Bot) -> list[float]:
        taken = []
        for number in range(SAVES):
            start = time.perf_counter()
            await bot.put(EXERCISE, "me", "words.taken", f"{given[:50]} {number}")
            taken.append(time.perf_counter() - start)
            await asyncio.sleep(0.5 if len(bots) > 25 else 0.2)
        return taken

    return [one for taken in await asyncio.gather(*(one(bot) for bot in bots)) for one in taken]


async def _follow(bots: list[Bot], about: dict[str, str]) -> list[float]:
    """Give how long after the trainer's press each device stands on the new stage."""
    from workshops.store.client import RoomClient  # noqa: PLC0415 - only here

    store = RoomClient(about["inner"], about["token"])
    start = time.perf_counter()
    press = {"button": "stage", "stage": "group"}
    pressed = asyncio.to_thread(store.mark, "run", "day1_context", press, "bench")

    async def one(bot: Bot) -> float:
        await bot.until(lambda: bot.state.get("stage") == "group")
        return time.perf_counter() - start

    *times, _ = await asyncio.gather(*(one(bot) for bot in bots), pressed)
    store.close()
    return times


def memory(process: psutil.Process) -> float:
    """Give the megabytes of a process and its children; shared pages are counted once."""
    found = [process, *process.children(recursive=True)]
    return sum(_pss(one) for one in found) / 1e6


def _pss(process: psutil.Process) -> int:
    full = process.memory_full_info()
    return int(getattr(full, "pss", full.uss))


def cpu(process: psutil.Process) -> float:
    """Give the CPU seconds that a process and its children have used."""
    times = [one.cpu_times() for one in (process, *process.children(recursive=True))]
    return float(sum(one.user + one.system for one in times))


def spread(values: list[float], part: float) -> float:
    """Give the value below which this part of the values lies."""
    ordered = sorted(values)
    if part == 0.5:
        return round(statistics.median(ordered), 3)
    return round(ordered[min(len(ordered) - 1, int(part * len(ordered)))], 3)
