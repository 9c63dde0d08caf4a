"""What a phone takes home: only one's own sheet and one's table's, as a date and as a poster."""

from __future__ import annotations

import io

import docx
from icalendar import Calendar

from tests.rooms import address, in_a_room
from workshops.bots import Bot
from workshops.exercises import exercise
from workshops.fields import leaves
from workshops.store import Change
from workshops.words import sentence

ONE = exercise("next_meeting")
DAY = "day3_facilitation"
KINDS = ("html", "docx", "ics")


async def meeting(room, alias, table):
    room.store.mark("run", DAY, {"button": "go", "block": "idoart"}, "test")
    bot = Bot(address(room), alias, table)
    await bot.join(room.hall.code)
    await bot.connect(f"{DAY}/05_idoart", [ONE.id])
    return bot


def words_of(answer, kind):
    if kind == "docx":
        document = docx.Document(io.BytesIO(answer.body))
        return "".join(node.text or "" for node in document.element.body.iter("{*}t"))
    return answer.body.decode().replace("\r\n ", "")


def test_only_those_at_the_table_get_its_poster_and_its_date(tmp_path):
    async def play(room):
        anna = await meeting(room, "Anna", "1")
        eve = await meeting(room, "Eve", "2")
        for bot, own in ((anna, "Kun for Anna"), (eve, "Kun for Eve")):
            for to, text in (("me", own), ("group", f"{own}s bord")):
                await bot.put(ONE.id, to, "intention", text)
                await bot.put(ONE.id, to, "date", "2026-11-26")
        for whose, end in (("me", ""), ("group", "s bord")):
            for kind in KINDS:
                got = await eve.get(f"/take/{ONE.id}/{whose}.{kind}")
                assert got.code == 200
                assert f"Kun for Eve{end}" in words_of(got, kind)
                assert "Anna" not in words_of(got, kind), (whose, kind)

    in_a_room(tmp_path, play)


def test_nobody_without_a_seat_gets_anything(tmp_path):
    async def play(room):
        anna = await meeting(room, "Anna", "1")
        await anna.put(ONE.id, "me", "date", "2026-11-26")
        stranger = Bot(address(room), "Mallory", "1")
        for kind in KINDS:
            got = await stranger.get(f"/take/{ONE.id}/me.{kind}")
            assert b"2026" not in got.body
            assert not got.body.startswith((b"PK", b"BEGIN"))

    in_a_room(tmp_path, play)


def test_a_meeting_without_a_date_says_so_and_one_with_it_is_opened_by_a_calendar(tmp_path):
    async def play(room):
        anna = await meeting(room, "Anna", "1")
        await anna.put(ONE.id, "me", "meeting", 'Møde "1"\r\nSet-Cookie: x=1; å.ics')
        none = await anna.get(f"/take/{ONE.id}/me.ics")
        assert none.code == 404
        assert sentence("room_take_no_date") in none.text
        await anna.put(ONE.id, "me", "date", "2026-11-26")
        got = await anna.get(f"/take/{ONE.id}/me.ics")
        assert got.headers["content-type"] == "text/calendar; charset=utf-8"
        name = 'inline; filename="moede-1-set-cookie-x-1-aa-ics.ics"'
        assert got.headers["content-disposition"] == name
        assert got.cookies == []
        (event,) = Calendar.from_ical(got.body).walk("VEVENT")
        again = await anna.get(f"/take/{ONE.id}/me.ics")
        assert event["uid"] == Calendar.from_ical(again.body).walk("VEVENT")[0]["uid"]

    in_a_room(tmp_path, play)


def test_a_try_outs_date_is_ones_own_and_there_is_no_poster_of_it(tmp_path):
    async def play(room):
        anna = await meeting(room, "Anna", "1")
        (person,) = room.hall.people
        wanted = {"id": "a", "action": "Spørge først", "date": "2026-12-01"}
        for path, value in leaves({"trials": [wanted]}).items():
            room.store.put(Change("try_outs", f"p:{person}", person, path, value, f"k {path}"))
        got = await anna.get("/take/try_outs/me.ics")
        assert "SUMMARY:Spørge først" in words_of(got, "ics")
        assert (await anna.get("/take/try_outs/me.docx")).code == 404

    in_a_room(tmp_path, play)
