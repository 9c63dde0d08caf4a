"""The live channel and the door, on the real server: what is kept, refused, and heard by whom."""

from __future__ import annotations

import asyncio
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from tests.rooms import EXERCISE, PAGE, address, in_a_room, on_a_loop, press, running, seated
from workshops.bots import Bot
from workshops.room import asking
from workshops.store import Declined
from workshops.store.client import RoomClient

ROOT = Path(__file__).resolve().parent.parent


def text(heard: Any) -> str:
    return json.dumps(heard, ensure_ascii=False)


def test_a_wrong_code_seats_nobody(tmp_path):
    async def play(room):
        bot = Bot(address(room))
        answer = await bot.join("WRONG2")
        assert answer.code == 400
        assert bot.cookie == ""
        assert room.hall.people == {}

    in_a_room(tmp_path, play)


def test_five_wrong_codes_pause_the_device_even_for_the_right_one(tmp_path):
    async def play(room):
        bot = Bot(address(room))
        for _ in range(5):
            await bot.join("WRONG2")
        assert (await bot.join(room.hall.code)).code == 400

    in_a_room(tmp_path, play)


def test_a_code_card_brings_the_same_person_to_a_second_device(tmp_path):
    async def play(room):
        first = await seated(room)
        await first.put(EXERCISE, "me", "episode", "Et dialogmøde")
        (person,) = room.hall.people.values()
        second = Bot(address(room))
        assert (await second.come_back(person.code.upper().replace("-", " "))).code == 303
        await second.connect(PAGE, [EXERCISE])
        await second.until(lambda: second.last("entries"))
        assert "Et dialogmøde" in text(second.heard)
        assert len(room.hall.people) == 1

    in_a_room(tmp_path, play)


def test_a_nearly_right_code_card_opens_nothing(tmp_path):
    async def play(room):
        await seated(room)
        (person,) = room.hall.people.values()
        stranger = Bot(address(room))
        answer = await stranger.come_back(person.code[:-1])
        assert answer.code == 400
        assert "seat=" not in stranger.cookie
        assert person.code.encode() not in answer.body

    in_a_room(tmp_path, play)


def test_the_trainers_yes_lets_somebody_with_a_nearly_right_card_in(tmp_path):
    async def play(room):
        anna = await seated(room)
        await anna.put(EXERCISE, "me", "episode", "Et dialogmøde")
        (person,) = room.hall.people.values()
        again = Bot(address(room))
        await again.come_back(person.code[:-1])
        assert (await again.get("/return/asked")).code == 204
        (question,) = asking.waiting(room.store)
        assert question["alias"] == "Anna"
        await asyncio.to_thread(asking.let_in, room.store, question["asking"])
        assert (await again.get("/return/asked")).code == 200
        assert asking.waiting(room.store) == []
        await again.connect(PAGE, [EXERCISE])
        await again.until(lambda: "Et dialogmøde" in text(again.heard))

    in_a_room(tmp_path, play)


def test_a_yes_is_for_the_device_that_asked_and_nobody_else(tmp_path):
    async def play(room):
        await seated(room)
        (person,) = room.hall.people.values()
        asker, eve = Bot(address(room)), Bot(address(room))
        await asker.come_back(person.code[:-1])
        (question,) = asking.waiting(room.store)
        await asyncio.to_thread(asking.let_in, room.store, question["asking"])
        assert (await eve.get("/return/asked")).code == 204

    in_a_room(tmp_path, play)


def test_somebody_who_wants_to_be_forgotten_is_gone_and_the_seat_with_them(tmp_path):
    async def play(room):
        anna = await seated(room)
        await anna.put(EXERCISE, "me", "episode", "slettes helt")
        assert (await anna.get("/forget", "POST")).code == 303
        assert room.hall.people == {}
        assert (await anna.get(f"/page/{PAGE}")).code == 302
        for file in tmp_path.rglob("*"):
            assert not file.is_file() or b"slettes helt" not in file.read_bytes()

    in_a_room(tmp_path, play)


def test_a_forged_cookie_gets_no_channel_and_no_page(tmp_path):
    async def play(room):
        honest = await seated(room)
        forger = Bot(address(room))
        forger.cookie = honest.cookie[:-6] + "000000"
        assert (await forger.get(f"/page/{PAGE}")).code == 302
        with pytest.raises(Exception, match="403"):
            await forger.connect(PAGE, [EXERCISE])

    in_a_room(tmp_path, play)


def test_private_work_reaches_nobody_else(tmp_path):
    async def play(room):
        anna, bo = await seated(room, "Anna"), await seated(room, "Bo")
        await anna.put(EXERCISE, "me", "words.taken", "kun for mig selv")
        await asyncio.sleep(0.5)
        assert "kun for mig selv" in text(anna.heard)
        assert "kun for mig selv" not in text(bo.heard)

    in_a_room(tmp_path, play)


def test_a_told_map_reaches_the_own_table_only_and_can_be_taken_back(tmp_path):
    async def play(room):
        anna, bo = await seated(room, "Anna", "3"), await seated(room, "Bo", "3")
        eve = await seated(room, "Eva", "4")
        await anna.put(EXERCISE, "me", "words.taken", "Du ved jo bedst")
        await anna.release(EXERCISE, "me", "group")
        await bo.until(lambda: "Du ved jo bedst" in text(bo.last("told")))
        assert "Du ved jo bedst" not in text(eve.heard)
        await anna.ask(
            {"is": "withdraw", "exercise": EXERCISE, "subject": "me", "audience": "group"}
        )
        await bo.until(lambda: bo.last("told").get("sheets") == [])

    in_a_room(tmp_path, play)


def test_everyone_at_the_table_writes_the_same_sheet(tmp_path):
    async def play(room):
        anna, bo = await seated(room, "Anna"), await seated(room, "Bo")
        await anna.put(EXERCISE, "group", "lines.#", ["k3f"])
        await bo.put(EXERCISE, "group", "lines.k3f.counter", "Må jeg høre mere?")
        await anna.until(lambda: "Må jeg høre mere?" in text(anna.heard))

    in_a_room(tmp_path, play)


def test_a_lost_race_on_a_long_text_shows_both(tmp_path):
    async def play(room):
        anna, bo = await seated(room, "Anna"), await seated(room, "Bo")
        await anna.put(EXERCISE, "group", "rights", "Vi fik lov til at spørge")
        answer = await bo.put(EXERCISE, "group", "rights", "Vi fik lov til at tøve", seen=0)
        assert answer["is"] == "ack"
        for bot, mine in ((anna, True), (bo, False)):
            await bot.until(lambda bot=bot: '"other": {' in text(bot.last("entries")))
            row = bot.last("entries")["entries"][0]
            assert row["value"] == "Vi fik lov til at tøve"
            assert row["other"]["value"] == "Vi fik lov til at spørge"
            assert row["other"]["mine"] is mine
            assert row["other"]["by"] == ("Bo" if mine else "Anna")

    in_a_room(tmp_path, play)


def test_six_arrows_show_without_names_and_five_do_not(tmp_path):
    async def play(room):
        bots = [await seated(room, f"Bot {number}") for number in range(6)]
        for number, bot in enumerate(bots):
            await bot.put(EXERCISE, "me", "invited", [-number / 2, 1])
            await bot.put(EXERCISE, "me", "wished", [number / 2, 2])
            await bot.put(EXERCISE, "me", "words.taken", f"hemmeligt {number}")
        for bot in bots[:5]:
            await bot.release(EXERCISE, "me", "plenary")
        assert room.store.unnamed(EXERCISE, ["invited", "wished"]) == []
        await bots[5].release(EXERCISE, "me", "plenary")
        await bots[0].until(lambda: len(bots[0].last("plenary")["figure"]["arrows"]) == 6)
        shown = text(bots[0].last("plenary"))
        assert "Bot" not in shown
        assert "hemmeligt" not in shown

    in_a_room(tmp_path, play)


def test_a_map_with_own_axes_stays_out_of_the_common_one(tmp_path):
    async def play(room):
        anna = await seated(room)
        for field, value in (("invited", [1, 1]), ("wished", [2, 2]), ("axes.left", "Tempo")):
            await anna.put(EXERCISE, "me", field, value)
        answer = await anna.release(EXERCISE, "me", "plenary")
        assert answer["word"] == "refused_own_axes"

    in_a_room(tmp_path, play)


def test_a_closed_exercise_takes_nothing_but_lets_go(tmp_path):
    async def play(room):
        anna = await seated(room)
        await anna.put(EXERCISE, "me", "episode", "Før")
        await anna.release(EXERCISE, "me", "group")
        await press(room, "close", exercise=EXERCISE)
        await anna.until(lambda: anna.state["open"] is False)
        assert (await anna.put(EXERCISE, "me", "episode", "Efter"))["word"] == "refused_closed"
        back = {"is": "withdraw", "exercise": EXERCISE, "subject": "me", "audience": "group"}
        assert (await anna.ask(back))["is"] == "ack"
        (person,) = room.hall.people
        assert room.store.mine(EXERCISE, person).fields["episode"] == "Før"

    in_a_room(tmp_path, play)


def test_undo_sets_back_one_own_step_after_another(tmp_path):
    async def play(room):
        anna = await seated(room)
        for text in ("en", "to", "tre"):
            await anna.put(EXERCISE, "me", "episode", text)
        undo = {"is": "undo", "exercise": EXERCISE, "subject": "me"}
        (person,) = room.hall.people
        for left in ("to", "en", None):
            await anna.ask(dict(undo))
            assert (room.store.mine(EXERCISE, person).fields["episode"] or None) == left
        assert (await anna.ask(dict(undo)))["id"] is None

    in_a_room(tmp_path, play)


BAD = [
    "not json",
    "[]",
    '"text"',
    "{}",
    '{"is":"put"}',
    '{"is":"open","exercises":["nothing"]}',
    '{"is":"open","exercises":7}',
    "x" * 20_000,
    '{"is":"put","exercise":"stuck_episode","subject":"g:4","field":"episode","value":"x","key":"abcdefgh"}',
    '{"is":"put","exercise":"stuck_episode","subject":"me","field":"@plenary","value":true,"key":"abcdefgi"}',
    '{"is":"put","exercise":"stuck_episode","subject":"me","field":"no.such","value":1,"key":"abcdefgj"}',
    '{"is":"put","exercise":"stuck_episode","subject":"me","field":"episode","value":"\\ud800","key":"abcdefgk"}',
    '{"is":"put","exercise":"stuck_episode","subject":"me","field":"episode","value":{"a":1},"key":"abcdefgl"}',
    '{"is":"put","exercise":"stuck_episode","subject":"me","field":"episode","value":"x","key":"abcdefgm","seen":"1"}',
    '{"is":"put","exercise":"stuck_episode","subject":"me","field":"invited","value":[1e400,0],"key":"abcdefgn"}',
    '{"is":"put","exercise":"stuck_episode","subject":"me","field":"invited","value":[true,0],"key":"abcdefgo"}',
    '{"is":"put","exercise":"../x","subject":"me","field":"episode","value":"x","key":"abcdefgp"}',
    '{"is":"put","exercise":"stuck_episode","subject":"me","field":"episode","value":"x","key":7}',
    '{"is":"put","exercise":"stuck_episode","subject":"me","field":"episode","value":"x","key":"kort"}',
    '{"is":"release","exercise":"stuck_episode","subject":"group","audience":"group","key":"abcdefgq"}',
    '{"is":"undo","exercise":"stuck_episode","subject":null,"key":"abcdefgr"}',
    "[" * 9000,
]


@pytest.mark.parametrize("bad", BAD, ids=range(len(BAD)))
def test_bad_input_is_refused_with_a_sentence_and_changes_nothing(tmp_path, bad):
    async def play(room):
        anna = await seated(room)
        await anna.put(EXERCISE, "me", "episode", "den sidste gode værdi")
        anna.heard.clear()
        await anna.say(bad)
        await anna.until(lambda: anna.last("refused"))
        why = anna.last("refused")["why"]
        assert why["da"]
        assert why["en"]
        assert not why["da"].startswith("refused_")
        (person,) = room.hall.people
        sheet = room.store.mine(EXERCISE, person)
        assert sheet.fields == {"episode": "den sidste gode værdi"}
        assert sheet.shared == frozenset()
        assert (await anna.put(EXERCISE, "me", "episode", "og videre"))["is"] == "ack"

    in_a_room(tmp_path, play)


def test_a_megabyte_ends_the_channel_at_worst_and_the_room_goes_on(tmp_path):
    async def play(room):
        anna = await seated(room)
        await anna.say("x" * 1_500_000)
        bo = await seated(room, "Bo")
        assert (await bo.put(EXERCISE, "me", "episode", "videre"))["is"] == "ack"

    in_a_room(tmp_path, play)


def test_controls_in_a_text_are_taken_out(tmp_path):
    async def play(room):
        anna = await seated(room)
        await anna.put(EXERCISE, "me", "episode", "a\x00b\u202ec\u200bd")
        (person,) = room.hall.people
        assert room.store.mine(EXERCISE, person).fields["episode"] == "abcd"

    in_a_room(tmp_path, play)


def test_a_replayed_key_is_stored_once(tmp_path):
    async def play(room):
        anna = await seated(room)
        put = {
            "is": "put", "exercise": EXERCISE, "subject": "me", "field": "episode",
            "value": "én gang", "key": "k" * 16,
        }  # fmt: skip
        first = await anna.ask(dict(put))
        await anna.put(EXERCISE, "me", "episode", "siden")
        again = await anna.ask(dict(put))
        assert again["id"] == first["id"]
        (person,) = room.hall.people
        assert room.store.mine(EXERCISE, person).fields["episode"] == "siden"

    in_a_room(tmp_path, play)


def test_the_stage_follows_the_desk_on_every_device(tmp_path):
    async def play(room):
        bots = [await seated(room, f"Bot {number}") for number in range(3)]
        await press(room, "stage", stage="group")
        for bot in bots:
            await bot.until(lambda bot=bot: bot.state["stage"] == "group")

    in_a_room(tmp_path, play)


def test_after_a_restart_the_room_stands_where_it_stood(tmp_path):
    async def whole():
        async with running(tmp_path) as room:
            anna = await seated(room)
            await anna.put(EXERCISE, "me", "episode", "Før genstart")
            await press(room, "stage", stage="group")
            cookie, code = anna.cookie, room.hall.code
        async with running(tmp_path) as room:
            again = Bot(address(room))
            again.cookie = cookie
            state = await again.connect(PAGE, [EXERCISE])
            assert (state["stage"], room.hall.code) == ("group", code)
            await again.until(lambda: "Før genstart" in text(again.heard))

    on_a_loop(whole())


def test_loopback_verbs_want_the_token_and_a_loopback_name(tmp_path):
    async def play(room):
        inner = Bot(room.inner)
        body = {"method": "POST", "body": "{}"}
        assert (await inner.get("/verbs/state", **body)).code == 403
        inner.cookie = ""

        async def ask(**headers):
            request = HTTPRequest(f"{room.inner}/verbs/state", headers=headers, **body)
            return (await AsyncHTTPClient().fetch(request, raise_error=False)).code

        right = f"Bearer {room.token}"
        assert await ask(Authorization=right) == 200
        assert await ask(Authorization=right, Host="evil.example") == 403
        assert await ask(Authorization="Bearer no") == 403

    in_a_room(tmp_path, play)


def test_a_kernel_of_ours_cannot_read_private_text(tmp_path):
    async def play(room):
        anna = await seated(room)
        await anna.put(EXERCISE, "me", "episode", "kun for mig")
        (person,) = room.hall.people
        kernel = RoomClient(room.inner, room.token)
        for verb, given in (
            ("mine", {"exercise": EXERCISE, "participant": person}),
            ("group", {"exercise": EXERCISE, "group": "3", "participant": person}),
        ):
            with pytest.raises(Declined, match="refused_not_yours"):
                await asyncio.to_thread(kernel.call, verb, **given)
        assert (await asyncio.to_thread(kernel.counts, EXERCISE))["written"] == 1
        kernel.close()

    in_a_room(tmp_path, play)


def test_an_edited_notebook_shows_on_the_next_load(tmp_path, monkeypatch):
    days = tmp_path / "content"
    shutil.copytree(ROOT / "day1_context", days / "day1_context")
    monkeypatch.setenv("LAERINGSDAGE_CONTENT", str(days))
    notebook = days / "day1_context" / "05_positioning.ipynb"

    async def play(room):
        bot = await seated(room)
        before = (await bot.get(f"/page/{PAGE}")).text
        assert "En helt ny sætning" not in before
        cells = json.loads(notebook.read_text(encoding="utf-8"))
        cells["cells"][0]["source"].append("\n\nEn helt ny sætning.")
        notebook.write_text(json.dumps(cells), encoding="utf-8")
        assert "En helt ny sætning" in (await bot.get(f"/page/{PAGE}")).text

    in_a_room(tmp_path / "data", play)


def test_every_page_sends_its_security_policy(tmp_path):
    async def play(room):
        bot = await seated(room)
        for path in (
            "/",
            "/return",
            "/card",
            "/seat",
            "/now",
            f"/page/{PAGE}",
            "/nowhere",
            "/qr.svg",
        ):
            answer = await bot.get(path)
            policy = answer.headers["content-security-policy"]
            assert "default-src 'self'" in policy
            assert "script-src 'self';" in policy
            assert answer.headers["x-content-type-options"] == "nosniff"

    in_a_room(tmp_path, play)
