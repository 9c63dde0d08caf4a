"""Who may do what in the room: every public address and every press, for every kind of visitor."""

from __future__ import annotations

import asyncio
import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.httputil import HTTPHeaders
from tornado.websocket import websocket_connect

from tests.rooms import EXERCISE, PAGE, address, in_a_room, seated
from workshops.programme import presses
from workshops.room import remote_codes
from workshops.room.remote import MAY_PRESS
from workshops.room.starting import Room, public_app
from workshops.store.temporary import TemporaryStore

DAY = "day1_context"
NOBODY, PARTICIPANT, WORKING, TRAINER, REMOTE = (
    "nobody", "participant", "working_group", "trainer", "remote",
)  # fmt: skip
ROLES = (NOBODY, PARTICIPANT, WORKING, TRAINER, REMOTE)
"""A trainer's seat is a seat: only the code from the desk makes a phone the remote."""

# What a visitor without a seat (nobody, remote) gets, and one with a seat: GET, HTTP status.
SEATS = {
    "/": (200, 302),
    "/return": (200, 200),
    "/return/asked": (204, 204),
    "/card": (302, 200),
    "/cases": (302, 200),
    "/cases/who_asked": (302, 200),
    "/cases/nobody": (302, 404),
    "/forget": (302, 200),
    "/seat": (302, 200),
    "/group": (405, 405),
    "/mine": (302, 200),
    "/mine.docx": (302, 200),
    "/mine.pdf": (302, 200),
    "/take/day.docx": (302, 200),  # one's own table's, whichever that is
    "/take/day.pdf": (302, 200),
    "/take/stuck_episode/group.docx": (302, 200),
    "/take/stuck_episode/group.pdf": (302, 200),
    "/take/own_goals/group.docx": (302, 404),  # what no group has a sheet of
    "/take/nothing/group.pdf": (302, 404),
    "/paper/prep_card": (200, 200),  # an empty card holds nobody's words
    "/paper/one_task": (404, 404),
    "/take/next_meeting/me.html": (302, 200),
    "/take/next_meeting/group.html": (302, 200),
    "/take/next_meeting/me.docx": (302, 200),
    "/take/next_meeting/group.docx": (302, 200),
    "/take/next_meeting/me.ics": (302, 404),  # no date yet
    "/take/next_meeting/me.pdf": (302, 404),
    "/take/try_outs/me.docx": (302, 404),
    "/take/stuck_episode/me.html": (302, 404),
    f"/type/{EXERCISE}": (302, 200),
    "/type/prep_card": (302, 404),  # nothing of a group's
    f"/type/{EXERCISE}/put": (405, 405),
    f"/type/{EXERCISE}/share": (405, 405),
    f"/type/{EXERCISE}/undo": (405, 405),
    f"/type/{EXERCISE}/late": (404, 404),  # the desk's own, like its page of any table
    f"/type/{EXERCISE}/3": (404, 404),
    "/type": (404, 404),
    "/control": (302, 403),  # a code that hands nothing over
    "/control/lead_the_talk.svg": (404, 404),  # no code is offered
    "/now": (302, 302),
    f"/page/{PAGE}": (302, 200),
    "/static/nothing.js": (404, 404),
    "/qr.svg": (200, 200),
    "/live": (403, 400),
    "/nowhere": (404, 404),
}
# The same for a form that is sent, with nothing in it: POST.
FORMS = {
    "/": (400, 400),
    "/return": (400, 400),
    "/seat": (302, 303),
    "/group": (302, 303),
    f"/type/{EXERCISE}/put": (403, 409),
    f"/type/{EXERCISE}/share": (403, 409),
    f"/type/{EXERCISE}/undo": (403, 409),
    "/control": (303, 403),
    "/forget": (302, 303),  # the last one: after it there is no seat
}
# What everybody but the remote gets, and the remote: method, path, form, status.
REMOTES = {
    ("GET", "/remote"): (403, 200),
    ("GET", "/remote?k=wrong"): (403, 302),
    ("POST", "/remote"): (403, 403),  # a code that opens nothing
    ("GET", "/remote/press"): (404, 404),
    ("GET", "/remote/live"): (403, 400),
}
GIVEN: dict[str, dict[str, Any]] = {
    "go": {"block": "welcome"},
    "stage": {"stage": "group"},
    "unskip": {"block": "power"},
    "timer": {"minutes": 7},
    "more": {"minutes": 5},
    "theme": {"theme": "dark"},
    "scale": {"scale": 150},
    "spotlight": {"table": "3"},
    "view": {"view": "lines"},
    "turn": {"by": 1},
    "review": {"on": True},
    "hold": {"item": "g:3", "on": True},
    "day": {"day": "day2_inquiry"},
    "tally": {"counts": [1, 2, 3, 4, 5]},
    "lower": {"table": "3"},
}
OF_THE_DESK = ("hold", "day", "export", "backup", "let_in", "remote", "remote_off", "forget", "")
PRESSES = (*presses.GIVEN, "tally", "lower", *OF_THE_DESK)


async def ask(
    room: Room,
    path: str,
    method: str = "GET",
    *,
    cookie: str = "",
    body: str | None = None,
    **more: str,
) -> Any:
    """Ask the room's public side; redirects are not followed."""
    headers = HTTPHeaders({name.replace("_", "-"): value for name, value in more.items()})
    if cookie:
        headers["Cookie"] = cookie
    request = HTTPRequest(
        f"{address(room)}{path}", method, headers, body=body, follow_redirects=False
    )
    return await AsyncHTTPClient().fetch(request, raise_error=False)


async def remote_of(room: Room, key: str | None = None) -> str:
    """Give the cookie of a phone that has taken the remote; empty when the code opened nothing."""
    if key is None:
        await asyncio.to_thread(remote_codes.offer, room.store, DAY)
        key = key_of(room)
    form = urlencode({"k": key})
    answer = await ask(room, "/remote", "POST", body=form, Origin=address(room))
    return answer.headers.get("Set-Cookie", "").split(";")[0] if answer.code == 303 else ""


def key_of(room: Room) -> str:
    return str(room.store.events("remote")[-1].value["key"])


async def visitors(room: Room) -> dict[str, str]:
    """Give each role's cookie."""
    found = {NOBODY: "", REMOTE: await remote_of(room)}
    for role in (PARTICIPANT, WORKING, TRAINER):
        bot = await seated(room, role)
        (person,) = [one for one in room.hall.people.values() if one.alias == role]
        seat = {**person.seat, "role": role}
        await asyncio.to_thread(room.store.mark, "seat", f"p:{person.id}", seat, "desk")
        found[role] = bot.cookie
    return found


async def press(room: Room, button: str, cookie: str, **more: str) -> Any:
    body = json.dumps({"button": button, **GIVEN.get(button, {})})
    headers = {"Origin": address(room), "Content_Type": "application/json", **more}
    return await ask(room, "/remote/press", "POST", cookie=cookie, body=body, **headers)


def written(room: Room) -> int:
    return sum(len(room.store.events(kind)) for kind in ("run", "tally", "help", "plan", "remote"))


def test_every_public_address_stands_in_the_table():
    from workshops.room.floor import Floor  # noqa: PLC0415 - only to list the addresses
    from workshops.room.hall import Hall  # noqa: PLC0415

    store = TemporaryStore()
    app = public_app(Floor(Hall(store)), "secret")
    store.close()
    known = [*SEATS, *(path.split("?")[0] for _method, path in REMOTES), "/remote/press"]
    patterns = [rule.matcher.regex for rule in app.wildcard_router.rules]
    assert [one.pattern for one in patterns if not any(one.match(path) for path in known)] == []


def test_every_address_answers_each_visitor_as_the_table_says(tmp_path):
    async def play(room):
        for role, cookie in (await visitors(room)).items():
            for path, (without, seat) in SEATS.items():
                wanted = without if role in (NOBODY, REMOTE) else seat
                assert (await ask(room, path, cookie=cookie)).code == wanted, (role, path)
            for path, (without, seat) in FORMS.items():
                wanted = without if role in (NOBODY, REMOTE) else seat
                answer = await ask(room, path, "POST", cookie=cookie, body="")
                assert answer.code == wanted, (role, path)
            for (method, path), (other, remote) in REMOTES.items():
                body = "k=wrong" if method == "POST" else None
                answer = await ask(
                    room, path, method, cookie=cookie, body=body, Origin=address(room)
                )
                assert answer.code == (remote if role == REMOTE else other), (role, path)

    in_a_room(tmp_path, play)


def test_every_press_is_refused_for_every_visitor_but_the_remote(tmp_path):
    async def play(room):
        cookies = await visitors(room)
        before = written(room)
        for role in (NOBODY, PARTICIPANT, WORKING, TRAINER):
            for button in PRESSES:
                answer = await press(room, button, cookies[role])
                assert answer.code == 403, (role, button)
        assert written(room) == before

    in_a_room(tmp_path, play)


def test_the_remote_moves_the_day_and_leaves_the_desks_own_work_to_the_desk(tmp_path):
    async def play(room):
        cookie = (await visitors(room))[REMOTE]
        for button in PRESSES:
            answer = await press(room, button, cookie)
            may = button in MAY_PRESS or button in ("tally", "lower")
            wanted = {200, 400} if may else {400}  # 400: makes no sense just now, and says so
            assert answer.code in wanted, (button, answer.body)
            await asyncio.sleep(0.02)
            assert json.loads(answer.body).get("why") or answer.code == 200
        who = {one.who for one in room.store.events("run")}
        assert who == {"test", "remote"}
        assert not {one.value["button"] for one in room.store.events("run")} & set(OF_THE_DESK)

    in_a_room(tmp_path, play)


@pytest.mark.parametrize(
    "kind", ["run", "press", "hold", "plan", "remote", "mark", "seat", "event"]
)
def test_no_message_of_a_phone_moves_the_day(tmp_path, kind):
    async def play(room):
        bot, before = await seated(room), written(room)
        message = {"is": kind, "button": "next", "exercise": EXERCISE, "item": "g:3", "on": True}
        assert (await bot.ask(message))["is"] == "refused"
        assert written(room) == before

    in_a_room(tmp_path, play)


def test_nobody_gives_oneself_a_role(tmp_path):
    async def play(room):
        form = {"code": room.hall.code, "alias": "Eva", "table": "2", "role": "trainer"}
        answer = await ask(room, "/", "POST", body=urlencode(form), Origin=address(room))
        cookie = answer.headers["Set-Cookie"].split(";")[0]
        for path in ("/seat", "/group"):
            await ask(room, path, "POST", cookie=cookie, body=urlencode(form), Origin=address(room))
        (person,) = room.hall.people.values()
        assert person.role == "participant"

    in_a_room(tmp_path, play)


def test_a_press_from_another_page_is_refused_though_the_cookie_is_right(tmp_path):
    async def play(room):
        cookie = (await visitors(room))[REMOTE]
        before = written(room)
        for origin in ("http://elsewhere.test", "null", ""):
            assert (await press(room, "next", cookie, Origin=origin)).code == 403
        assert written(room) == before

    in_a_room(tmp_path, play)


def test_a_forged_remote_is_no_remote(tmp_path):
    async def play(room):
        cookie = await remote_of(room)
        assert (await press(room, "next", cookie[:-6] + "000000")).code == 403
        assert (await press(room, "next", "remote=1.abcdef")).code == 403

    in_a_room(tmp_path, play)


def test_a_code_makes_one_phone_the_remote_and_only_one(tmp_path):
    async def play(room):
        await asyncio.to_thread(remote_codes.offer, room.store, DAY)
        key = key_of(room)
        taken = await asyncio.gather(*(remote_of(room, key) for _ in range(5)))
        assert len([one for one in taken if one]) == 1
        assert await remote_of(room, key) == ""
        assert remote_codes.phones(room.store) == 1

    in_a_room(tmp_path, play)


def test_looking_at_the_codes_page_does_not_use_the_code_up(tmp_path):
    async def play(room):
        await asyncio.to_thread(remote_codes.offer, room.store, DAY)
        key = key_of(room)
        assert (await ask(room, f"/remote?k={key}")).code == 200
        assert await remote_of(room, key)

    in_a_room(tmp_path, play)


def test_a_new_code_makes_the_one_before_it_void(tmp_path):
    async def play(room):
        await asyncio.to_thread(remote_codes.offer, room.store, DAY)
        old = key_of(room)
        await asyncio.to_thread(remote_codes.offer, room.store, DAY)
        assert await remote_of(room, old) == ""
        assert await remote_of(room, key_of(room))

    in_a_room(tmp_path, play)


def test_a_code_is_good_for_ten_minutes_and_a_remote_for_a_day(tmp_path, monkeypatch):
    async def play(room):
        cookie = await remote_of(room)
        await asyncio.to_thread(remote_codes.offer, room.store, DAY)
        later = datetime.now(UTC) + timedelta(minutes=11)

        class Later(datetime):
            @classmethod
            def now(cls, _zone: Any = None) -> datetime:  # type: ignore[override]
                return later

        monkeypatch.setattr(remote_codes, "datetime", Later)
        assert await remote_of(room, key_of(room)) == ""
        assert (await press(room, "more", cookie)).code == 200
        later += timedelta(days=1)
        assert (await press(room, "more", cookie)).code == 403

    in_a_room(tmp_path, play)


def test_the_desk_can_take_the_remote_back_at_once(tmp_path):
    async def play(room):
        cookie = await remote_of(room)
        assert (await press(room, "more", cookie)).code == 200
        await asyncio.to_thread(remote_codes.withdraw, room.store, DAY)
        assert (await press(room, "more", cookie)).code == 403
        assert (await ask(room, "/remote", cookie=cookie)).code == 403
        assert await remote_of(room)

    in_a_room(tmp_path, play)


def test_two_who_press_at_once_move_the_room_once(tmp_path):
    async def play(room):
        cookie = await remote_of(room)
        body = json.dumps({"button": "next", "at": "positioning/talk"})
        codes = []
        for _ in range(2):
            answer = await ask(
                room, "/remote/press", "POST", cookie=cookie, body=body, Origin=address(room)
            )
            codes.append(answer.code)
            await asyncio.sleep(0.2)
        assert codes == [200, 409]
        assert room.hall.state.stage == "individual"

    in_a_room(tmp_path, play)


@pytest.mark.parametrize("body", ["", "[]", "{", '"next"', '{"button": ["go"]}', "x" * 3000])
def test_a_press_that_nobody_of_ours_sends_is_a_sentence(tmp_path, body):
    async def play(room):
        cookie = await remote_of(room)
        answer = await ask(
            room, "/remote/press", "POST", cookie=cookie, body=body, Origin=address(room)
        )
        assert answer.code == 400
        assert re.search(r"\w+ \w+", json.loads(answer.body)["why"])

    in_a_room(tmp_path, play)


def test_the_remotes_line_tells_the_room_and_ends_when_the_desk_takes_it_back(tmp_path):
    async def play(room):
        await seated(room)
        headers = {"Cookie": await remote_of(room)}
        url = address(room).replace("http", "ws", 1) + "/remote/live"
        line = await websocket_connect(HTTPRequest(url, headers=headers))
        told = json.loads(await line.read_message())
        assert told["state"]["block"] == "positioning"
        assert told["counts"]["groups"]["3"]["here"] == 1
        assert {one["id"]: one for one in told["blocks"]}["positioning"]["cues"]["da"]
        await asyncio.to_thread(room.store.mark, "help", "g:3", True, "somebody")
        help_at_3 = 0
        while not help_at_3:
            told = json.loads(await line.read_message())
            help_at_3 = told["counts"]["groups"]["3"]["help"] if "counts" in told else 0
        await asyncio.to_thread(remote_codes.withdraw, room.store, DAY)
        while await line.read_message() is not None:
            pass

    in_a_room(tmp_path, play)


def test_the_remote_hears_numbers_of_people_and_nothing_they_wrote(tmp_path):
    async def play(room):
        bot = await seated(room, "Anna")
        await bot.put(EXERCISE, "me", "words.taken", "kun for mig selv")
        headers = {"Cookie": await remote_of(room)}
        url = address(room).replace("http", "ws", 1) + "/remote/live"
        line = await websocket_connect(HTTPRequest(url, headers=headers))
        told = await line.read_message()
        assert json.loads(told)["counts"]["written"] == 1
        assert "kun for mig selv" not in told
        assert "Anna" not in told
        line.close()

    in_a_room(tmp_path, play)
