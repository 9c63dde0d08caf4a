"""What leaves a table when its group shares: never a part whose owner said no."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from tests.rooms import address, in_a_room
from workshops import exercises
from workshops.bots import Bot
from workshops.dashboards.desk_items import items
from workshops.frames import made
from workshops.plenary import gathered
from workshops.takeaway.gathered import gather

EXERCISE, PAGE, DAY = "caught_words", "day2_inquiry/06_keywords", "day2_inquiry"
NO, YES = "det tunge ord", "det lette ord"
SHEET = {
    "first.verbatim": NO,
    "first.released": "no",
    "second.verbatim": YES,
    "second.released": "yes",
}


async def at(room: Any, table: str) -> Bot:
    bot = Bot(address(room), f"Bord {table}", table)
    await bot.join(room.hall.code)
    await bot.connect(PAGE, [EXERCISE])
    return bot


def test_a_word_its_speaker_said_no_to_stays_at_the_table(tmp_path):
    async def play(room):
        for value in ({"button": "day"}, {"button": "go", "block": "keywords"}):
            await asyncio.to_thread(room.store.mark, "run", DAY, value, "test")
        anna, other = await at(room, "1"), await at(room, "2")
        for field, leaf in SHEET.items():
            assert (await anna.put(EXERCISE, "group", field, leaf))["is"] == "ack"
        assert (await anna.release(EXERCISE, "group", "plenary"))["is"] == "ack"
        await other.until(lambda: YES in json.dumps(other.heard, ensure_ascii=False))
        exercise = exercises.exercise(EXERCISE)
        told = {
            "phone": other.heard,
            "wall": gathered(exercise, room.store, exercise.words["da"]),
            "desk": items(room.store, EXERCISE),
            "file": [one.sections for one in gather(room.store, exercise, "da").outputs],
            "frames": [one.to_csv() for one in made([exercise], {"": room.store}).values()],
        }
        for where, what in told.items():
            text = json.dumps(what, ensure_ascii=False, default=str)
            assert NO not in text, where
            assert YES in text, where
        late = await at(room, "1")  # at their own table it is still all there
        await late.until(lambda: NO in json.dumps(late.heard, ensure_ascii=False))

    in_a_room(tmp_path, play)
