"""The trainer's laptop sleeps in the middle and wakes: nobody loses a word or the way."""

from __future__ import annotations

import asyncio
import os
import signal
import sys

import pytest

from tests.crowd import Kept, lost, running, same, seen_by, writes
from tests.presses import DAY
from tests.rooms import EXERCISE, PAGE, on_a_loop
from tests.states import undefined
from workshops.bots import hall_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGSTOP there")
PEOPLE = 25
NIGHTS = [2.5, *(pytest.param(one, marks=pytest.mark.long) for one in (6, 10, 30))]
"""Seconds asleep: more than the room's beat, and with --long more than a phone waits for it."""


@pytest.mark.parametrize("seconds", NIGHTS)
def test_a_room_that_slept_goes_on_with_everybody(tmp_path, seconds):
    async def play() -> None:
        kept: Kept = {}
        async with running(tmp_path) as (about, store):
            bots = await hall_of(about["address"], about["code"], PEOPLE)
            await asyncio.gather(*(bot.connect(PAGE, [EXERCISE]) for bot in bots))
            stop = asyncio.Event()
            writing = [asyncio.create_task(writes(bot, kept, stop)) for bot in bots]
            await until(lambda: len(kept) > PEOPLE)
            before = await seen_by(store)
            os.kill(about["pid"], signal.SIGSTOP)
            said = len(kept)
            await asyncio.sleep(seconds)
            slept = len(kept)
            os.kill(about["pid"], signal.SIGCONT)
            after = await seen_by(store)
            assert same(after, before)
            assert undefined(after) == []
            await asyncio.to_thread(
                store.mark, "run", DAY, {"button": "stage", "stage": "group"}, "test"
            )
            await asyncio.gather(*(bot.until(at_the_group(bot), within=10) for bot in bots))
            await until(lambda: len(kept) > slept + PEOPLE)
            stop.set()
            await asyncio.gather(*writing)
            assert slept - said <= PEOPLE
            await asyncio.gather(*(bot.leave() for bot in bots))
        assert lost(tmp_path, kept) == []

    on_a_loop(play())


async def until(true):
    async with asyncio.timeout(30):
        while not true():  # noqa: ASYNC110 - what is kept has no event
            await asyncio.sleep(0.02)


def at_the_group(bot):
    return lambda: bot.state["stage"] == "group"
