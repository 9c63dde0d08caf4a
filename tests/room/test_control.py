"""A group's controls in a real room: held, passed by one scan, back after a dead phone."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.rooms import LOOPBACK, address, in_a_room
from workshops.bots import Bot
from workshops.room import floor
from workshops.room.starting import Room

DAY, PAGE, GAME = "day3_facilitation", "day3_facilitation/07_gamemaster", "lead_the_talk"
LEVEL = "live.level"


async def begun(room: Room) -> None:
    """Let the block run with its group's stage open."""
    for value in ({"button": "go", "block": "gamemaster"}, {"button": "stage", "stage": "group"}):
        await asyncio.to_thread(room.store.mark, "run", DAY, value, "test")
    room.hall.address = f"{LOOPBACK}:{room.port}"


async def seated(room: Room, alias: str, table: str = "3") -> Bot:
    bot = Bot(address(room), alias, table)
    assert (await bot.join(room.hall.code)).code == 303
    await bot.connect(PAGE, [GAME])
    return bot


async def act(bot: Bot, what: str) -> dict[str, Any]:
    return await bot.ask({"is": "control", "act": what, "exercise": GAME})


async def told(bot: Bot) -> dict[str, Any]:
    """Give what the phone was told last of the controls, once the room is still."""
    await asyncio.sleep(0.1)
    return [one for one in bot.heard if one["is"] == "control"][-1]


async def level(bot: Bot, value: str) -> dict[str, Any]:
    put = {"is": "put", "exercise": GAME, "subject": "group", "field": LEVEL, "value": value}
    return await bot.ask({**put, "seen": 0})


async def scan(room: Room, bot: Bot) -> Any:
    """Do what a camera and the page it opens do."""
    key = room.hall.controls.of(GAME, bot.table).key
    page = await bot.get(f"/control?k={key}")
    assert page.code == 200
    assert key in page.text
    return await bot.get("/control", method="POST", body=urlencode({"k": key}))


def test_while_one_phone_holds_them_the_room_takes_no_change_of_level_from_another(
    tmp_path: Path,
) -> None:
    async def play(room: Room) -> None:
        await begun(room)
        anna, bo = await seated(room, "Anna"), await seated(room, "Bo")
        assert (await level(bo, "content"))["is"] == "ack"  # nobody holds them yet
        await act(anna, "take")
        assert (await level(anna, "process"))["is"] == "ack"
        refused = await level(bo, "content")
        assert (refused["is"], refused["word"]) == ("refused", "refused_control_held")

    in_a_room(tmp_path, play)


def test_everybody_at_the_table_sees_who_has_them_and_no_other_table_does(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        await begun(room)
        anna, bo, far = (
            await seated(room, "Anna"), await seated(room, "Bo"), await seated(room, "Else", "4"),
        )  # fmt: skip
        await act(anna, "take")
        assert {(await told(one))["by"] for one in (anna, bo)} == {"Anna"}
        assert (await told(anna))["holds"] is True
        assert (await told(bo))["mine"] is False
        assert (await told(far))["by"] == ""
        desk = room.hall.told()["controls"]
        assert desk == {"3": {"by": "Anna", "lent": False}}

    in_a_room(tmp_path, play)


def test_one_scan_passes_them_on(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        await begun(room)
        anna, bo = await seated(room, "Anna"), await seated(room, "Bo")
        await act(anna, "take")
        assert (await bo.get(f"/control/{GAME}.svg")).code == 404  # only the holder shows a code
        await act(anna, "offer")
        assert "<svg" in (await anna.get(f"/control/{GAME}.svg")).text
        assert (await bo.get(f"/control/{GAME}.svg")).code == 404
        assert (await scan(room, bo)).code == 303
        assert (await told(anna))["by"] == "Bo"
        assert (await level(anna, "content"))["is"] == "refused"
        assert (await level(bo, "content"))["is"] == "ack"

    in_a_room(tmp_path, play)


def test_a_code_of_another_table_or_an_old_one_hands_over_nothing(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        await begun(room)
        anna, far = await seated(room, "Anna"), await seated(room, "Else", "4")
        await act(anna, "offer")
        key = room.hall.controls.of(GAME, "3").key
        assert (await far.get(f"/control?k={key}")).code == 403
        form = urlencode({"k": key})
        assert (await far.get("/control", method="POST", body=form)).code == 403
        assert (await anna.get("/control", method="POST", body=form)).code == 303
        assert (await anna.get("/control", method="POST", body=form)).code == 403  # used up

    in_a_room(tmp_path, play)


def test_after_a_dead_phone_they_come_back_when_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(floor, "CALM", 0.05)

    async def play(room: Room) -> None:
        await begun(room)
        anna, bo = await seated(room, "Anna"), await seated(room, "Bo")
        await act(anna, "take")
        await anna.leave()
        await asyncio.sleep(0.3)
        gone = await told(bo)
        assert (gone["by"], gone["away"]) == ("Anna", True)
        await act(bo, "back")
        assert (await level(bo, "process"))["is"] == "ack"
        await act(bo, "take")
        await anna.connect(PAGE, [GAME])  # it wakes up
        assert (await told(anna))["by"] == "Bo"
        assert (await level(anna, "content"))["is"] == "refused"

    in_a_room(tmp_path, play)


def test_the_trainer_may_call_them_back(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        await begun(room)
        anna, bo = await seated(room, "Anna"), await seated(room, "Bo")
        await act(anna, "take")
        room.hall.controls.do(GAME, "3", "back", "desk")
        assert (await told(bo))["by"] == ""

    in_a_room(tmp_path, play)


def test_in_a_time_out_everybody_writes_and_afterwards_the_same_phone_has_them(
    tmp_path: Path,
) -> None:
    async def play(room: Room) -> None:
        await begun(room)
        anna, bo = await seated(room, "Anna"), await seated(room, "Bo")
        await act(anna, "take")
        await level(anna, "timeout")
        await act(anna, "lend")
        lent = await told(bo)
        assert (lent["by"], lent["lent"], lent["mine"]) == ("", "Anna", True)
        assert (await level(bo, "content"))["is"] == "ack"
        await act(bo, "resume")
        assert (await told(bo))["by"] == "Anna"

    in_a_room(tmp_path, play)


def test_a_restart_leaves_them_where_they_are(tmp_path: Path) -> None:
    async def take(room: Room) -> None:
        await begun(room)
        await act(await seated(room, "Anna"), "take")

    async def look(room: Room) -> None:
        by = room.hall.controls.of(GAME, "3").by
        assert room.hall.people[by].alias == "Anna"

    in_a_room(tmp_path, take)
    in_a_room(tmp_path, look)


def test_a_secret_card_cannot_be_shown_at_the_table(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        await begun(room)
        anna, bo = await seated(room, "Anna"), await seated(room, "Bo")
        await anna.put(GAME, "me", "card", 3)
        assert (await anna.release(GAME, "me", "group"))["is"] == "refused"
        assert all(not one["sheets"] for one in bo.heard if one["is"] == "told")

    in_a_room(tmp_path, play)
