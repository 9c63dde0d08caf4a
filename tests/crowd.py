"""A room in a process of its own, people who write all the time, and what must be there after."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

from tests.rooms import EXERCISE
from workshops.bots import Bot
from workshops.store.client import RoomClient

ROOT = Path(__file__).resolve().parent.parent
MOVING = {"now", "clock", "agenda", "joined", "join"}
"""What of the state changes without a press, and with each start."""
Kept = dict[str, tuple[str, str, str]]
"""By key, in the order it was acknowledged: to whom, field, text."""


@asynccontextmanager
async def running(data: Path) -> AsyncIterator[tuple[dict[str, Any], RoomClient]]:
    """Give a room in a process of its own; it must not have said anything unexpected."""
    log = data / "errors.txt"
    with log.open("ab") as errors:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "workshops.room", "--data", str(data),
            stdout=subprocess.PIPE, stderr=errors, cwd=ROOT,
        )  # fmt: skip
    assert process.stdout
    about = {**json.loads(await process.stdout.readline()), "pid": process.pid}
    store = RoomClient(about["inner"], about["token"])
    try:
        yield about, store
    finally:
        store.close()
        process.terminate()
        await process.wait()
    assert log.read_text(encoding="utf-8") == ""


async def seen_by(store: RoomClient) -> dict[str, Any]:
    told: dict[str, Any] = await asyncio.to_thread(store.call, "state")
    return told


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Say whether two states are one: but for what time changes, and the room's address."""
    still = (one.keys() & other.keys()) - MOVING
    order = [[item["id"] for item in state["agenda"]] for state in (one, other)]
    return all(one[key] == other[key] for key in still) and order[0] == order[1]


async def writes(bot: Bot, kept: Kept, stop: asyncio.Event) -> None:
    """Write on and on; remember by key what was acknowledged, in the order it was."""
    dice = random.Random(bot.alias)  # noqa: S311 - dice
    number = 0
    while not stop.is_set():
        number += 1
        to, field = dice.choice([("me", "episode"), ("me", "words.taken"), ("group", "rights")])
        key, text = f"{id(bot):x}-{number:06}", f"{bot.alias} {number}"
        message = {"is": "put", "exercise": EXERCISE, "subject": to, "field": field}
        answer = await bot.ask({**message, "value": text, "key": key, "seen": 0})
        assert answer["is"] == "ack" or answer["word"] == "refused_closed", answer
        if answer["is"] == "ack":
            kept[key] = (to, field, text)
        await asyncio.sleep(0.03 + dice.random() * 0.1)


def lost(data: Path, kept: Kept) -> list[str]:
    """Give what was acknowledged and is not in the file, or is overwritten by older text."""
    with closing(sqlite3.connect(data / "laeringsdage.sqlite3")) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        rows = list(database.execute("select key, subject, field, value from entry order by id"))
    there = {key: (subject, field, json.loads(value)) for key, subject, field, value in rows}
    missing = [key for key, (_, *told) in kept.items() if there.get(key, ("",))[1:] != (*told,)]
    newest = {(subject, field): key for key, subject, field, _ in rows if subject[0] == "p"}
    last: dict[tuple[str, str], str] = {}
    for key in kept:
        if key in there and there[key][0][0] == "p":
            last[there[key][:2]] = key
    return missing + [key for place, key in last.items() if newest[place] != key]
