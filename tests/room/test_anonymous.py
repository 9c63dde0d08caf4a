"""An anonymous question in a real room: nobody can know who answered, and nothing is left."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.rooms import in_a_room, press, seated
from tests.test_store_privacy import holding, texts
from workshops import questions
from workshops.bots import Bot
from workshops.exercises import exercise
from workshops.plenary import gathered
from workshops.plenary_pictures import Pictures
from workshops.room.starting import Room
from workshops.store import ENOUGH

WANTED = "safety_items"
EXERCISE = exercise(WANTED)
CROWD = 12
SCALE = ("never", "once", "several")


def answer_of(number: int) -> dict[str, str]:
    """Give an answer that nobody else gives, so that it could be found again."""
    return {
        "doubt": SCALE[number % 3],
        "failed": SCALE[number // 3 % 3],
        "help": SCALE[number // 9 % 3],
        "moved": SCALE[2],
    }


async def settled(room: Room, state: str) -> None:
    """Wait for the event, and for the file, which comes just before it and goes just after."""
    box = room.data / "anonymous" / f"{WANTED}.sqlite3"
    for _ in range(200):
        told = questions.told(room.store, WANTED) or {}
        if told["state"] == state and box.exists() == (state == "open"):
            return
        await asyncio.sleep(0.02)
    raise AssertionError(state)


async def opened(room: Room) -> None:
    await press(room, "stage", stage="individual")
    await press(room, "open", exercise=WANTED)
    await settled(room, "open")


async def closed(room: Room) -> None:
    await press(room, "close", exercise=WANTED)
    await settled(room, "closed")


async def answered(bot: Bot, value: Any) -> dict[str, Any]:
    return await bot.ask({"is": "answer", "exercise": WANTED, "value": value})


async def crowd(room: Room, count: int) -> list[Bot]:
    bots = [await seated(room, f"Anonyma{number}", str(number % 5 + 1)) for number in range(count)]
    await opened(room)
    for number, bot in enumerate(bots):
        told = await answered(bot, answer_of(number))
        assert told["is"] == "thanks"
    return bots


async def gone(bots: list[Bot]) -> None:
    for bot in bots:
        await bot.leave()


def played(tmp_path: Path, play: Callable[[Room], Awaitable[None]]) -> None:
    in_a_room(tmp_path, play)


def test_no_file_links_an_answer_to_anybody_while_open_or_after(tmp_path: Path) -> None:
    whole = [json.dumps(answer_of(number), separators=(",", ":")) for number in range(CROWD)]
    held = str(Path("anonymous") / f"{WANTED}.sqlite3")

    async def play(room: Room) -> None:
        bots = await crowd(room, CROWD)
        ids = [one.id for one in room.hall.people.values()]
        copy = await asyncio.to_thread(room.store.backup)
        assert holding(tmp_path, *whole) == {held}
        box = texts(tmp_path)[held]
        assert not [one for one in (*ids, "Anonyma") if one.encode() in box]
        assert not [one for one in whole if one.encode() in copy.read_bytes()]
        await closed(room)
        assert held not in texts(tmp_path)
        assert holding(tmp_path, *whole) == {"laeringsdage.sqlite3"}
        await gone(bots)

    played(tmp_path, play)


def test_an_answer_writes_no_row_no_key_and_no_time(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        bot = await seated(room)
        await opened(room)
        before = room.store.last()
        told = await answered(bot, answer_of(1))
        assert room.store.last() == before
        assert set(told) == {"is", "exercise", "key", "first"}
        assert room.store.counts(WANTED)["written"] == 0
        await bot.leave()

    played(tmp_path, play)


def test_the_order_of_the_pool_is_not_the_order_of_the_answers(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        bots = await crowd(room, CROWD)
        await closed(room)
        pooled = questions.pooled(room.store, EXERCISE)
        arrived = [[answer_of(number) for number in range(CROWD)].index(one) for one in pooled]
        assert sorted(arrived) == list(range(CROWD))
        assert arrived != sorted(arrived)
        assert sum(b - a == 1 for a, b in pairwise(arrived)) < CROWD // 2
        await gone(bots)

    played(tmp_path, play)


def test_below_six_everything_is_destroyed_unseen(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        bots = await crowd(room, ENOUGH - 1)
        await closed(room)
        told = questions.told(room.store, WANTED)
        assert told == {"state": "closed", "answers": 0, "shown": False}
        assert holding(tmp_path, '"doubt"') == set()
        assert gathered(EXERCISE, room.store, EXERCISE.words["da"])[0]["n"] == 0
        wall = Pictures(EXERCISE, room.store, "da", "")
        wall.refresh()
        assert wall.chart.options["empty"] == [wall.words["plenary_few"]]
        await gone(bots)

    played(tmp_path, play)


def test_the_wall_shows_nothing_before_it_closes(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        bots = await crowd(room, ENOUGH)
        assert gathered(EXERCISE, room.store, EXERCISE.words["da"])[0]["n"] == 0
        assert json.loads(room.floor.say.plenary(WANTED))["figure"]["n"] == 0
        await closed(room)
        assert gathered(EXERCISE, room.store, EXERCISE.words["da"])[0]["n"] == ENOUGH
        assert json.loads(room.floor.say.plenary(WANTED))["figure"]["n"] == ENOUGH
        await gone(bots)

    played(tmp_path, play)


def test_a_device_counts_once(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        bots = await crowd(room, ENOUGH)
        told = await answered(bots[0], answer_of(20))
        assert told["first"] is False
        await closed(room)
        pooled = questions.pooled(room.store, EXERCISE)
        assert answer_of(20) not in pooled
        assert len(pooled) == ENOUGH
        await gone(bots)

    played(tmp_path, play)


def test_a_closed_question_takes_no_answer_and_never_opens_again(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        bots = await crowd(room, ENOUGH)
        await closed(room)
        assert (await answered(bots[0], answer_of(3)))["word"] == "refused_closed"
        await press(room, "open", exercise=WANTED)
        await asyncio.sleep(0.2)
        assert (await answered(bots[0], answer_of(3)))["word"] == "refused_question_closed"
        await gone(bots)

    played(tmp_path, play)


def test_it_closes_by_itself_when_the_room_turns_to_another_day(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        bots = await crowd(room, ENOUGH)
        await press(room, "next")
        await asyncio.sleep(0.2)
        assert (questions.told(room.store, WANTED) or {})["state"] == "open"
        value = {"button": "day"}
        await asyncio.to_thread(room.store.mark, "run", "day2_inquiry", value, "test")
        await settled(room, "closed")
        assert len(questions.pooled(room.store, EXERCISE)) == ENOUGH
        await gone(bots)

    played(tmp_path, play)


@pytest.mark.parametrize(
    "message",
    [
        {"is": "put", "subject": "me", "field": "doubt", "value": "once"},
        {"is": "done", "subject": "me", "on": True},
        {"is": "release", "subject": "me", "audience": "group"},
    ],
)
def test_nothing_with_a_name_and_a_time_is_kept_beside_it(
    tmp_path: Path, message: dict[str, Any]
) -> None:
    async def play(room: Room) -> None:
        bot = await seated(room)
        await opened(room)
        before = room.store.last()
        told = await bot.ask({**message, "exercise": WANTED})
        assert told["is"] == "refused"
        assert room.store.last() == before
        await bot.leave()

    played(tmp_path, play)


def test_only_an_anonymous_exercise_takes_such_an_answer(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        bot = await seated(room)
        told = await bot.ask({"is": "answer", "exercise": "stuck_episode", "value": {"said": "x"}})
        assert told["word"] == "refused_message"
        await opened(room)
        assert (await answered(bot, {}))["is"] == "refused"
        assert (await answered(bot, {"doubt": "often"}))["is"] == "refused"
        await bot.leave()

    played(tmp_path, play)
