"""The door and the list: a name on it takes the seat that waits, and nobody sees the rest of it."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import urlencode

from tests.rooms import address, in_a_room, press
from tests.widgets.rosters import NAMES, pasted
from workshops.bots import Bot
from workshops.dashboards.roster_moves import landed
from workshops.programme.roster import read


async def put_in(room: Any, table: str = "3") -> None:
    """Put the list in as the desk does, everybody at one table."""
    for person, seat in landed(read(pasted(8)).rows, {}, room.hall.plan.learning_groups).items():
        seated = {**seat, "table": table}
        await asyncio.to_thread(room.store.mark, "seat", f"p:{person}", seated, "desk")


async def join(room: Any, alias: str, **more: str) -> Any:
    bot = Bot(address(room), alias)
    form = urlencode({"code": room.hall.code, "alias": alias, **more})
    bot.answer = await bot.get("/", "POST", body=form)  # type: ignore[attr-defined]
    return bot


def of(room: Any, alias: str) -> Any:
    return next(one for one in room.hall.people.values() if one.alias == alias)


def test_a_name_on_the_list_takes_its_seat_with_table_group_and_card(tmp_path):
    async def play(room):
        await put_in(room)
        was = of(room, "Anna Krogh")
        bot = await join(room, " anna  KROGH")
        assert bot.answer.code == 303
        assert len(room.hall.people) == 8
        now = of(room, "Anna Krogh")
        assert (now.id, now.table, now.code, now.device) == (was.id, "3", was.code, True)
        assert now.learning_group == "Distrikt Nord"
        assert room.hall.seen()["joined"] == 1

    in_a_room(tmp_path, play)


def test_a_seat_is_taken_once_and_the_second_of_the_name_is_somebody_new(tmp_path):
    async def play(room):
        await put_in(room)
        await join(room, "Anna Krogh")
        second = await join(room, "Anna Krogh", table="2")
        assert second.answer.code == 303
        assert len([one for one in room.hall.people.values() if one.alias == "Anna Krogh"]) == 2

    in_a_room(tmp_path, play)


def test_a_nearly_right_name_is_asked_about_without_giving_the_list_away(tmp_path):
    async def play(room):
        await put_in(room)
        bot = await join(room, "Krogh")
        assert bot.answer.code == 200
        page = bot.answer.text
        assert not any(name in page for name in NAMES)
        assert "as_new" in page
        new = await join(room, "Krogh", as_new="1", listed="1")
        assert new.answer.headers["location"] == "/seat"
        assert len(room.hall.people) == 9

    in_a_room(tmp_path, play)


def test_a_code_card_from_the_print_takes_the_seat_too(tmp_path):
    async def play(room):
        await put_in(room)
        bot = Bot(address(room))
        assert (await bot.come_back(of(room, "Erik Vang").code)).code == 303
        assert of(room, "Erik Vang").device

    in_a_room(tmp_path, play)


def test_no_page_of_a_phone_holds_names_of_other_tables_and_groups(tmp_path):
    async def play(room):
        await put_in(room)
        await asyncio.to_thread(
            room.store.mark,
            "seat",
            f"p:{of(room, 'Gitte Toft').id}",
            {**of(room, "Gitte Toft").seat, "table": "5"},
            "desk",
        )
        bot = await join(room, "Anna Krogh")
        groups = next(one.id for one in room.hall.plan.blocks if one.kind == "groups")
        await press(room, "go", block=groups)
        pages = [(await bot.get(path)).text for path in ("/", "/now", "/seat", "/card")]
        told = json.dumps(room.floor.say.me(of(room, "Anna Krogh")), ensure_ascii=False)
        assert "Gitte Toft" not in "".join(pages) + told  # other table, other learning group
        assert "Erik Vang" in told  # the own learning group
        assert "Birgitte Holm" not in told

    in_a_room(tmp_path, play)


def test_a_learning_group_is_chosen_among_those_there_are(tmp_path):
    async def play(room):
        bot = await join(room, "Kim", table="2")
        for wanted in ("Distrikt Syd", "Opfundet", ""):
            await bot.get("/group", "POST", body=urlencode({"learning_group": wanted}))
            assert of(room, "Kim").learning_group == "Distrikt Syd"
        stranger = Bot(address(room))
        body = urlencode({"learning_group": "Distrikt Nord"})
        assert (await stranger.get("/group", "POST", body=body)).headers["location"] == "/"

    in_a_room(tmp_path, play)


def test_who_is_moved_at_the_desk_is_told_at_once(tmp_path):
    async def play(room):
        await put_in(room)
        bot = await join(room, "Anna Krogh")
        await bot.connect("waiting", [])
        moved = {**of(room, "Anna Krogh").seat, "table": "4", "absent": False}
        await asyncio.to_thread(
            room.store.mark, "seat", f"p:{of(room, 'Anna Krogh').id}", moved, "desk"
        )
        await bot.until(lambda: bot.last("state")["me"]["table"] == "4")

    in_a_room(tmp_path, play)


def test_somebody_who_was_away_and_looks_in_is_here_again(tmp_path):
    async def play(room):
        await put_in(room)
        bot = await join(room, "Anna Krogh")
        away = {**of(room, "Anna Krogh").seat, "absent": True, "table": ""}
        subject = f"p:{of(room, 'Anna Krogh').id}"
        await asyncio.to_thread(room.store.mark, "seat", subject, away, "desk")
        await asyncio.sleep(0.05)
        assert of(room, "Anna Krogh").absent
        await bot.get("/now")
        assert not of(room, "Anna Krogh").absent

    in_a_room(tmp_path, play)


def test_who_is_struck_off_the_list_is_gone_from_the_room_also_after_a_restart(tmp_path):
    async def play(room):
        await put_in(room)
        person = of(room, "Anna Krogh")
        gone = {**person.seat, "gone": True, "table": ""}
        await asyncio.to_thread(room.store.mark, "seat", f"p:{person.id}", gone, "desk")
        await asyncio.sleep(0.05)
        assert person.id not in room.hall.people
        assert person.id not in type(room.hall)(room.store).people

    in_a_room(tmp_path, play)
