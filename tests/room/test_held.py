"""Held back by the trainer: the room does not see it, its authors are told, nothing is lost."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.rooms import EXERCISE, in_a_room, press, seated
from workshops import exercises
from workshops.binding import Binding
from workshops.store import ENOUGH
from workshops.words import LANGUAGES, words


def groups(bot: Any) -> list[str]:
    return [one["table"] for one in bot.last("plenary")["groups"]]


def arrows(bot: Any) -> int:
    return len(bot.last("plenary")["figure"]["arrows"])


async def shared(room: Any, alias: str, table: str) -> Any:
    bot = await seated(room, alias, table)
    await bot.put(EXERCISE, "group", "rights", f"fra bord {table}")
    assert (await bot.release(EXERCISE, "group", "plenary"))["is"] == "ack"
    return bot


def test_a_group_is_told_that_its_sheet_waits_and_the_others_do_not_see_it(tmp_path):
    async def play(room):
        anna, eve = await shared(room, "Anna", "3"), await shared(room, "Eve", "4")
        await eve.until(lambda: groups(eve) == ["3", "4"])
        assert anna.last("entries")["held"] is False
        await asyncio.to_thread(room.store.hold, EXERCISE, "g:3", True)
        await eve.until(lambda: groups(eve) == ["4"])
        await anna.until(lambda: anna.last("entries")["held"] is True)
        assert anna.last("entries")["shared"] == ["plenary"]
        assert eve.last("entries")["held"] is False
        assert (await anna.put(EXERCISE, "group", "rights", "skrevet om"))["is"] == "ack"
        late = await seated(room, "Late", "3")
        await late.until(lambda: any(one.get("held") for one in late.heard))
        await asyncio.to_thread(room.store.hold, EXERCISE, "g:3", False)
        await eve.until(lambda: groups(eve) == ["3", "4"])
        await anna.until(lambda: anna.last("entries")["held"] is False)

    in_a_room(tmp_path, play)


def test_with_review_on_what_is_shared_starts_held_and_can_be_withdrawn(tmp_path):
    async def play(room):
        await press(room, "review", on=True)
        anna = await shared(room, "Anna", "3")
        await anna.until(lambda: anna.last("entries")["held"] is True)
        assert groups(anna) == []
        (item,) = room.store.items(EXERCISE)
        assert (item["item"], item["held"]) == ("g:3", True)
        back = {"is": "withdraw", "exercise": EXERCISE, "subject": "group", "audience": "plenary"}
        assert (await anna.ask(back))["is"] == "ack"
        await anna.until(lambda: anna.last("entries")["shared"] == [])
        assert anna.last("entries")["held"] is False

    in_a_room(tmp_path, play)


def test_the_author_of_an_unnamed_item_is_told_and_nobody_else(tmp_path):
    async def play(room):
        bots = [await seated(room, f"Bot {number}") for number in range(ENOUGH + 1)]
        for number, bot in enumerate(bots):
            await bot.put(EXERCISE, "me", "invited", [-number / 2, 1])
            await bot.put(EXERCISE, "me", "wished", [number / 2, 2])
        for bot in bots:
            await bot.release(EXERCISE, "me", "plenary")
        await press(room, "close", exercise=EXERCISE)
        await bots[0].until(lambda: arrows(bots[0]) == ENOUGH + 1)
        listed = room.store.items(EXERCISE, ["invited", "wished"])
        assert len(listed) == ENOUGH + 1
        (item,) = [one["item"] for one in listed if one["value"]["wished"] == [1.0, 2]]
        await asyncio.to_thread(room.store.hold, EXERCISE, item, True)
        await bots[2].until(lambda: any(one.get("held") for one in bots[2].heard))
        await bots[0].until(lambda: arrows(bots[0]) == ENOUGH)
        told = [number for number, bot in enumerate(bots) if any(m.get("held") for m in bot.heard)]
        assert told == [2]

    in_a_room(tmp_path, play)


def test_no_phone_can_hold_or_free(tmp_path):
    async def play(room):
        anna = await shared(room, "Anna", "3")
        for asked in (
            {"is": "hold", "exercise": EXERCISE, "item": "g:3", "on": True},
            {"is": "put", "exercise": EXERCISE, "subject": "group", "field": "@held", "value": 1},
            {"is": "release", "exercise": EXERCISE, "subject": "group", "audience": "held"},
        ):
            assert (await anna.ask(asked))["is"] == "refused"
        await anna.until(lambda: groups(anna) == ["3"])

    in_a_room(tmp_path, play)


def test_sharing_under_review_is_kept_as_ever(tmp_path):
    async def play(room):
        await press(room, "review", on=True)
        anna = await shared(room, "Anna", "3")
        (person,) = room.hall.people.values()
        binding = Binding(room.store, exercises.exercise(EXERCISE), person, room.hall.is_open)
        sheet = binding.sheet("group")
        assert (sheet.shared, sheet.held) == ({"plenary"}, True)
        assert anna.last("entries")["is"] == "entries"

    in_a_room(tmp_path, play)


def test_the_sentences_are_kind_and_in_both_languages():
    for language in LANGUAGES:
        for word in ("room_held", "room_held_mine", "st_held"):
            assert words(language)[word]
