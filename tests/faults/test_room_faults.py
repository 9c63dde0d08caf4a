"""The room is killed while everybody writes: what was acknowledged is there afterwards."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tornado.websocket import WebSocketClosedError

from tests.rooms import EXERCISE, PAGE, on_a_loop
from workshops.bots import Bot

ROOT = Path(__file__).resolve().parent.parent.parent


def started(data: Path) -> tuple[subprocess.Popen[str], dict[str, str]]:
    command = [sys.executable, "-m", "workshops.room", "--data", str(data)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True)
    assert process.stdout
    return process, json.loads(process.stdout.readline())


async def writes_until_the_end(bot: Bot, kept: dict[str, str]) -> None:
    """Save as fast as the room answers; remember only what was acknowledged."""
    number = 0
    while True:
        text = f"{bot.alias} {number}"
        number += 1
        saving = asyncio.create_task(bot.put(EXERCISE, "me", "episode", text))
        line = bot._reading
        assert line
        await asyncio.wait({saving, line}, return_when=asyncio.FIRST_COMPLETED)
        if not saving.done():
            saving.cancel()
            return
        if isinstance(saving.exception(), WebSocketClosedError):
            return
        if saving.result()["is"] == "ack":
            kept[bot.alias] = text


def newest(data: Path) -> dict[str, int]:
    """Give the highest number that the file holds for each bot."""
    with closing(sqlite3.connect(data / "laeringsdage.sqlite3")) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        texts = [json.loads(row[0]) for row in db.execute("select value from entry order by id")]
    return {text.rsplit(" ", 1)[0]: int(text.rsplit(" ", 1)[1]) for text in texts}


@pytest.mark.parametrize(
    "rounds", [1, pytest.param(10, marks=pytest.mark.long)], ids=["short", "long"]
)
def test_what_was_acknowledged_survives_the_kill(tmp_path, rounds):
    async def play(round_: int, people: int) -> None:
        kept: dict[str, str] = {}
        process, about = started(tmp_path)
        bots = [Bot(about["address"], f"Bot{round_}-{number}") for number in range(people)]
        for bot in bots:
            await bot.join(about["code"])
            await bot.connect(PAGE, [EXERCISE])
        writing = [asyncio.create_task(writes_until_the_end(bot, kept)) for bot in bots]
        await asyncio.sleep(1)
        process.kill()
        process.wait()
        await asyncio.gather(*writing)
        assert len(kept) == people
        there = newest(tmp_path)
        for alias, text in kept.items():
            assert there[alias] >= int(text.rsplit(" ", 1)[1])

    for one in range(rounds):
        on_a_loop(play(one, 10))
