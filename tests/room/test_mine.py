"""My page: one's own words over the days, and nobody else's; a page of several exercises."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from tests.rooms import address, in_a_room, press
from workshops.bots import Bot
from workshops.room.starting import Room

HOSTILE = "<script>alert(1)</script>"
GOALS = {"goals": [{"id": "a1b", "aim": f"At spørge {HOSTILE}", "signs": "Nogen tænker højt"}]}
TRIALS = {"trials": [{"id": "c2d", "action": "Jeg spørger først", "status": "otherwise"}]}


async def writing(room: Room, bot: Bot, block: str, exercise: str, value: dict[str, Any]) -> None:
    await press(room, "go", block=block)
    await bot.until(lambda: bot.state.get("exercise") == exercise)
    await bot.write(exercise, "me", value)


async def somebody(room: Room, alias: str) -> Bot:
    bot = Bot(address(room), alias, "3")
    await bot.join(room.hall.code)
    await bot.connect("day1_context/02_goals", ["own_goals", "try_outs", "check_out_1"])
    return bot


def test_it_shows_what_one_has_written_and_nobody_else_s(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        anna, bo = await somebody(room, "Anna"), await somebody(room, "Bo")
        await writing(room, anna, "own_goals", "own_goals", GOALS)
        await writing(room, anna, "try_out", "try_outs", TRIALS)
        await writing(room, bo, "check_out", "check_out_1", {"line": "Kun Bos"})
        page = (await anna.get("/mine")).text
        for text in ("Nogen tænker højt", "Jeg spørger først", "Gik anderledes end ventet"):
            assert text in page
        assert "Kun Bos" not in page
        assert HOSTILE not in page
        assert "&lt;script&gt;" in page
        assert "Kun Bos" in (await bo.get("/mine")).text
        await asyncio.gather(anna.leave(), bo.leave())

    in_a_room(tmp_path, play)


def test_before_anything_is_written_it_says_what_will_come(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        anna = await somebody(room, "Anna")
        assert "Du har ikke skrevet noget endnu" in (await anna.get("/mine")).text
        await anna.leave()

    in_a_room(tmp_path, play)


def test_without_a_seat_there_is_no_page(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        assert (await Bot(address(room)).get("/mine")).code == 302

    in_a_room(tmp_path, play)


def test_a_line_is_shared_without_names_from_six_on(tmp_path: Path) -> None:
    async def play(room: Room) -> None:
        bots = await asyncio.gather(*(somebody(room, f"Nr. {n}") for n in range(6)))
        await press(room, "go", block="check_out")
        for number, bot in enumerate(bots):
            await bot.until(lambda bot=bot: bot.state.get("exercise") == "check_out_1")
            await bot.write("check_out_1", "me", {"line": f"Linje {number}"})
            await bot.release("check_out_1", "me", "plenary")
            await asyncio.sleep(0.3)
            found = bot.last("plenary").get("figure", {}).get("lines", [])
            assert len(found) == (6 if number == 5 else 0)
        assert "Nr. " not in str(bots[0].last("plenary"))
        await asyncio.gather(*(bot.leave() for bot in bots))

    in_a_room(tmp_path, play)
