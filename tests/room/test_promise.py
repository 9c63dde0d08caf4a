"""A letter to oneself: on one's own page, and on nobody else's phone when the promise is told."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from tests.rooms import address, in_a_room
from workshops.binding import Binding
from workshops.bots import Bot
from workshops.exercises import exercise
from workshops.room.starting import Room

EXERCISE, PAGE = "six_month_promise", "day4_motivation/07_promise"
PROMISE, LETTER = "Jeg spørger én gang mere", "Husk pausen, kære mig"


async def sitting(room: Room, alias: str) -> Bot:
    bot = Bot(address(room), alias, "3")
    await bot.join(room.hall.code)
    return bot


def told(room: Room, alias: str) -> None:
    """Write a promise and a letter, and tell the table."""
    person = next(one for one in room.hall.people.values() if one.alias == alias)
    binding = Binding(room.store, exercise(EXERCISE), person)
    for field, text in (("keep", PROMISE), ("letter", LETTER)):
        binding.put("me", field, text, f"a-key-of-{field}").result()
    binding.share("me", "group", "a-key-of-telling").result()


def test_a_letter_stays_with_its_writer_when_the_promise_is_told(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        anna, bo = await sitting(room, "Anna"), await sitting(room, "Bo")
        await asyncio.to_thread(told, room, "Anna")
        await bo.connect(PAGE, [EXERCISE])
        await bo.until(lambda: PROMISE in json.dumps(bo.heard, ensure_ascii=False))
        assert LETTER not in json.dumps(bo.heard, ensure_ascii=False)
        assert LETTER not in (await bo.get("/mine")).text
        page = (await anna.get("/mine")).text
        assert PROMISE in page
        assert LETTER in page
        await bo.leave()

    in_a_room(tmp_path, play)
