"""A running room in this process and a way to sit down in it, for tests of the real server."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from workshops.bots import Bot
from workshops.room.starting import LOOPBACK, Room
from workshops.store.opening import open_database

PAGE, EXERCISE = "day1_context/05_positioning", "stuck_episode"


@contextlib.asynccontextmanager
async def running(data: Path, *, begun: bool = True) -> AsyncIterator[Room]:
    """Give a room over a database in `data`, on a free port of this machine."""
    store = open_database(data)
    if begun and not store.events("run"):
        store.mark("run", "day1_context", {"button": "go", "block": "positioning"}, "test")
    room = Room(store, data, 0, LOOPBACK)
    room.hall.address = f"{LOOPBACK}:{room.port}"
    room.open()
    try:
        yield room
    finally:
        await room.close()


def address(room: Room) -> str:
    return f"http://{LOOPBACK}:{room.port}"


async def seated(room: Room, alias: str = "Anna", table: str = "3") -> Bot:
    """Give a bot that has joined and stands in the exercise."""
    bot = Bot(address(room), alias, table)
    answer = await bot.join(room.hall.code)
    assert answer.code == 303
    await bot.connect(PAGE, [EXERCISE])
    return bot


async def press(room: Room, button: str, **given: object) -> None:
    """Press a button of the desk."""
    value = {"button": button, **given}
    await asyncio.to_thread(room.store.mark, "run", "day1_context", value, "test")


def in_a_room(data: Path, play: Callable[[Room], Awaitable[None]]) -> None:
    """Run one coroutine in a fresh room."""

    async def whole() -> None:
        async with running(data) as room:
            await play(room)

    on_a_loop(whole())


def on_a_loop(work: Coroutine[Any, Any, Any]) -> Any:
    """Run a coroutine in a thread of its own: the browser's session keeps this one's loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
