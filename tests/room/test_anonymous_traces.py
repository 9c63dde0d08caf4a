"""The attack on an anonymous question: the owner of the data folder tries to find who answered.

The room runs in a process of its own whose output is kept in the folder as a log. Phones with
planted names answer one after another; copies are taken; the room is killed in the middle.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from tests.rooms import on_a_loop
from tests.test_store_privacy import holding, texts
from workshops.bots import Bot
from workshops.store.ballots import Folder
from workshops.store.client import RoomClient
from workshops.store.succession import _past

ROOT = Path(__file__).resolve().parent.parent.parent
DAY, WANTED = "day4_motivation", "safety_items"
ITEMS, SCALE = ("doubt", "failed", "help", "different", "moved"), ("never", "once", "several")
BOX, BASE = str(Path("anonymous") / f"{WANTED}.sqlite3"), "laeringsdage.sqlite3"
AGENT, ELSEWHERE = "Plantefon/7.3 (Fjordby)", "203.0.113.77"
PEOPLE = 16


def answer_of(number: int) -> dict[str, str]:
    """Give an answer nobody else gives, so that the owner could know it again."""
    return {item: SCALE[number // 3**at % 3] for at, item in enumerate(ITEMS)}


WHOLE = [json.dumps(answer_of(number), separators=(",", ":")) for number in range(PEOPLE)]


class Attacked:
    """A room in a process of its own, and what its owner can see of it from outside."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.phones: list[Bot] = []
        data.mkdir()
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "workshops.room", "--data", str(self.data)]
        with (self.data / "room.log").open("a") as log:
            self.process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=log, cwd=ROOT, text=True
            )
        assert self.process.stdout
        about = json.loads(self.process.stdout.readline())
        self.address, self.code = about["address"], about["code"]
        self.store = RoomClient(about["inner"], about["token"])

    def kill(self) -> None:
        self.store.close()
        self.process.kill()
        self.process.wait()

    def press(self, button: str, **given: object) -> None:
        self.store.mark("run", DAY, {"button": button, **given}, "desk")

    def people(self) -> list[str]:
        """Give every string that names an author or a device."""
        seats = self.store.events("seat")
        ids = [one.subject.removeprefix("p:") for one in seats]
        codes = [one.value["code"] for one in seats]
        aliases = [one.value["alias"] for one in seats]
        cookies = [one.cookie.partition("seat=")[2].partition(";")[0] for one in self.phones]
        return [*ids, *codes, *aliases, *cookies]

    async def sit(self) -> None:
        for number in range(PEOPLE):
            bot = Bot(self.address, f"Plantenavn{number:02}", str(number % 5 + 1))
            await bot.join(self.code)
            self.phones.append(bot)

    async def answers(self, first: int, last: int) -> list[str]:
        """Let phones answer in their order; give the keys of their messages."""
        keys = []
        for number in range(first, last):
            keys.append(secrets.token_hex(12))
            told = await said(self.address, self.phones[number].cookie, number, keys[-1])
            assert told["is"] == "thanks"
        return keys


async def said(address: str, cookie: str, number: int, key: str) -> dict[str, Any]:
    headers = {"Cookie": cookie, "User-Agent": AGENT, "X-Forwarded-For": ELSEWHERE}
    line = await websocket_connect(HTTPRequest(f"ws{address[4:]}/live", headers=headers))
    value = answer_of(number)
    asked = {"is": "answer", "exercise": WANTED, "value": value, "key": key}
    await line.write_message(json.dumps(asked))
    while True:
        told: dict[str, Any] = json.loads(str(await line.read_message()))
        if told["is"] in ("thanks", "refused"):
            line.close()
            return told


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Attacked]:
    one = Attacked(tmp_path / "data")
    on_a_loop(one.sit())
    one.press("go", block="psych_safety")
    one.press("stage", stage="individual")
    until_state(one, "open")
    yield one
    one.kill()


def until_state(room: Attacked, wanted: str) -> None:
    """Wait for the event, and for the file, which comes just before it and goes just after."""

    async def look() -> None:
        for _ in range(200):
            events = room.store.events("question")
            is_there = (room.data / BOX).exists()
            if events and events[-1].value["state"] == wanted and is_there == (wanted == "open"):
                return
            await asyncio.sleep(0.02)
        raise AssertionError(wanted)

    on_a_loop(look())


def rows(file: Path) -> list[str]:
    """Give everything a database holds, row by row."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        return list(database.iterdump())


def times(folder: Path) -> dict[str, int]:
    found = {str(one.relative_to(folder)): one.stat().st_mtime_ns for one in folder.rglob("*")}
    return {name: at for name, at in found.items() if not name.startswith("backups")}


def linked(held: bytes, people: list[str]) -> list[str]:
    """Try to know people again in bytes: by their hash, or by one whose key lies in there, too."""
    found = []
    for one in people:
        name = one.encode()
        plain = [name, *(hashlib.new(how, name).digest() for how in ("md5", "sha1", "sha256"))]
        found += [one for form in plain if form in held or form.hex().encode() in held]
    keys = {held[at : at + 32] for at in range(len(held) - 31)}
    keys = {key for key in keys if len(set(key)) > 23}  # a key looks like chance, text does not
    for key in keys:
        found += [one for one in people if hmac.digest(key, one.encode(), "sha256") in held]
    return found


def is_only(held: bytes, answers: list[str], folder: Path) -> bool:
    """Say whether a box is, byte for byte, what these answers alone make of it in any order."""
    made = Folder(folder)
    shuffled = list(answers)
    secrets.SystemRandom().shuffle(shuffled)
    for number in range(1, len(shuffled) + 1):
        made.write(WANTED, shuffled[:number])
    return held == (folder / f"{WANTED}.sqlite3").read_bytes()


def test_while_it_is_open_answers_change_one_file_and_that_holds_answers_only(
    room: Attacked, tmp_path: Path
) -> None:
    before, seen, kept = texts(room.data), times(room.data), rows(room.data / BASE)
    people = room.people()
    for first, last in ((0, 1), (1, PEOPLE // 2), (PEOPLE // 2, PEOPLE)):
        keys = on_a_loop(room.answers(first, last))
        now = texts(room.data)
        copied = {name for name in now if name.startswith("backups")}
        assert {name for name in now if now[name] != before.get(name)} - copied == {BOX}
        assert is_only(now[BOX], WHOLE[:last], tmp_path / f"again{last}")
        assert linked(now[BOX], people) == []
        assert holding(room.data, AGENT, ELSEWHERE, *keys) == set()
        changed = {name for name, at in times(room.data).items() if at != seen[name]}
        assert changed <= {BOX}
        copy = room.store.backup()
        assert rows(Path(str(copy))) == kept
        assert holding(room.data, *WHOLE) == {BOX}
    at = {datetime.fromtimestamp(times(room.data)[one] / 1e9).time() for one in (BOX, "anonymous")}  # noqa: DTZ006 - the machine's own midnight
    assert {one.isoformat() for one in at} == {"00:00:00"}


def test_a_room_killed_while_it_is_open_leaves_no_more_behind(
    room: Attacked, tmp_path: Path
) -> None:
    people, before = room.people(), texts(room.data)
    on_a_loop(room.answers(0, 1))
    room.kill()
    after = texts(room.data)
    assert {name for name in after if after[name] != before.get(name)} == {BOX}
    assert is_only(after[BOX], WHOLE[:1], tmp_path / "again")
    assert linked(after[BOX], people) == []
    room.start()
    assert room.store.events("question")[-1].value == {"state": "open"}
    on_a_loop(room.answers(1, PEOPLE))
    room.press("close", exercise=WANTED)
    until_state(room, "closed")
    assert len(room.store.pooled(WANTED)) == PEOPLE


def test_after_it_is_closed_each_answer_lies_in_one_place_and_in_no_order(room: Attacked) -> None:
    before = set(rows(room.data / BASE))
    keys = on_a_loop(room.answers(0, PEOPLE))
    room.press("close", exercise=WANTED)
    until_state(room, "closed")
    room.store.backup()
    now = texts(room.data)
    new = set(rows(room.data / BASE)) - before
    assert {one.split('"')[1] for one in new} == {"event", "pooled"}
    assert [one for one in new if any(who in one for who in room.people())] == []
    assert holding(room.data, AGENT, ELSEWHERE, *keys) == set()
    assert BOX not in now
    # Nothing is left in a free page, a torn row or a journal: each stands there once.
    for name in now:
        wanted = (
            1 if name == BASE or (name.startswith("backups") and name.endswith(".sqlite3")) else 0
        )
        assert {now[name].count(one.encode()) for one in WHOLE} == {wanted}, name
    # No id was used up by an answer, so none is missing.
    ids = _past(room.data / BASE).ids
    assert ids == set(range(1, max(ids) + 1))
    arrived = [WHOLE.index(json.dumps(one, separators=(",", ":"))) for one in pool(room.data)]
    assert abs(agreement(arrived)) < 0.85


def pool(data: Path) -> list[Any]:
    """Give the pooled answers in the order in which the disk has them."""
    with closing(sqlite3.connect(f"file:{data / BASE}?mode=ro", uri=True)) as database:
        found = database.execute("SELECT rowid, place, value FROM pooled ORDER BY rowid").fetchall()
    assert [place for _, place, _ in found] == [*range(len(found))]
    return [json.loads(value) for _, _, value in found]


def agreement(order: list[int]) -> float:
    """Give how near an order is to that of arrival (Spearman): 1 the same, about 0 chance."""
    n = len(order)
    return 1 - 6 * sum((at - one) ** 2 for at, one in enumerate(order)) / (n * (n * n - 1))


def test_the_attack_finds_a_hash_whose_key_lies_beside_it() -> None:
    key = hashlib.sha256(b"key").digest()
    held = b"SQLite format 3" + key + b"\0" * 40 + hmac.digest(key, b"anna0001", "sha256")
    assert linked(held, ["anna0001", "bo000002"]) == ["anna0001"]
    assert linked(hashlib.sha256(b"bo000002").digest() + b"x", ["bo000002"]) == ["bo000002"]
    assert agreement([*range(PEOPLE)]) == 1
    assert len({agreement(list(one)) for one in permutations(range(4))}) > 3


def test_whoever_sits_beside_or_at_the_desk_hears_nothing_of_an_answer(room: Attacked) -> None:
    heard: list[object] = []

    async def play() -> list[dict[str, Any]]:
        neighbour = Bot(room.address, "Nabo", "1")  # where the first sits, too
        await neighbour.join(room.code)
        await neighbour.connect(f"{DAY}/05_safety", [WANTED])
        await asyncio.sleep(0.4)
        before, stop = len(neighbour.heard), room.store.watch(heard.append)
        numbers = room.store.counts(WANTED)
        await room.answers(0, 5)
        await asyncio.sleep(0.4)
        stop()
        assert room.store.counts(WANTED) == numbers
        told = neighbour.heard[before:]
        await neighbour.leave()
        return [one for one in told if one["is"] != "beat"]

    assert on_a_loop(play()) == []
    assert heard == []


def test_the_room_forgets_even_how_many_when_they_were_too_few(room: Attacked) -> None:
    on_a_loop(room.answers(0, 5))
    room.press("close", exercise=WANTED)
    until_state(room, "closed")
    assert room.store.events("question")[-1].value == {"state": "closed", "answers": 0}
    assert holding(room.data, *WHOLE) == set()
    assert list((room.data / "anonymous").iterdir()) == []
