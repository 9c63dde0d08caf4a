"""A room's client over a line that falls: nothing lost, nothing twice, and a sentence at last."""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.test_store import TOKEN, Room, change, declines
from workshops.store import Change, Entry, Event
from workshops.store.client import RoomClient
from workshops.store.database import DatabaseStore
from workshops.store.verbs import VERBS, answer_verb, feed


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DatabaseStore]:
    opened = DatabaseStore(tmp_path / "laeringsdage.sqlite3", tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def room(store: DatabaseStore) -> Iterator[Room]:
    opened = Room(store)
    yield opened
    if opened.open:
        opened.fall()


@pytest.fixture
def client(room: Room) -> Iterator[RoomClient]:
    opened = RoomClient(room.address, TOKEN, patience=3)
    yield opened
    opened.close()


def test_a_room_that_is_away_is_a_sentence(room: Room) -> None:
    room.fall()
    client = RoomClient(room.address, TOKEN, patience=0.2)
    declines("refused_no_room", client.mine, "e", "anna")
    client.close()


def test_a_room_that_is_being_restarted_is_waited_for(
    room: Room, client: RoomClient, store: DatabaseStore
) -> None:
    client.put(change("episode", "før"))
    room.fall()
    back: list[Room] = []
    timer = threading.Timer(0.4, lambda: back.append(Room(store, room.port)))
    timer.start()
    client.put(change("episode", "efter"))
    assert client.mine("stuck_episode", "anna").fields == {"episode": "efter"}
    back[0].fall()


def test_a_wrong_token_is_a_sentence(room: Room) -> None:
    client = RoomClient(room.address, "another", patience=0.2)
    declines("refused_other_room", client.last)
    client.close()


def test_many_threads_share_a_client(client: RoomClient, store: DatabaseStore) -> None:
    sent = [client.submit(change(f"lines.{n}.counter", n, subject="g:3")) for n in range(40)]
    ids = {one.result(10).id for one in sent}
    assert len(ids) == len(sent)
    assert store.last() == max(ids)


def test_a_listener_misses_nothing_and_hears_nothing_twice_when_the_room_falls(
    room: Room, client: RoomClient, store: DatabaseStore
) -> None:
    heard: queue.SimpleQueue[Entry | Event] = queue.SimpleQueue()
    client.watch(heard.put)
    kept: list[int] = []
    rooms = [room]
    for turn in range(3):
        kept += [store.put(change("rights", f"{turn} {n}", subject="g:3")).id for n in range(5)]
        rooms[-1].fall()
        kept.append(store.mark("help", "g:3", True, "bo").id)
        rooms.append(Room(store, room.port))
    kept.append(store.put(change("rights", "sidst", subject="g:3")).id)
    assert [heard.get(timeout=10).id for _ in kept] == kept
    rooms[-1].fall()


def test_a_listener_may_come_before_the_room(room: Room, store: DatabaseStore) -> None:
    room.fall()
    client = RoomClient(room.address, TOKEN, patience=0.05)
    heard: queue.SimpleQueue[Entry | Event] = queue.SimpleQueue()
    client.watch(heard.put)
    back = Room(store, room.port)
    kept = []
    told: Entry | Event | None = None
    while told is None and len(kept) < 1000:
        kept.append(store.mark("help", "g:3", True, "bo").id)
        with suppress(queue.Empty):
            told = heard.get(timeout=0.02)
    assert told is not None
    assert told.id in kept
    client.close()
    back.fall()


def test_a_stopped_listener_ends_its_thread(client: RoomClient) -> None:
    stop = client.watch(lambda _: None)
    stop()
    assert "room feed" not in {thread.name for thread in threading.enumerate()}


def test_the_feed_tells_of_private_work_only_that_it_changed(
    client: RoomClient, store: DatabaseStore
) -> None:
    heard: queue.SimpleQueue[Any] = queue.SimpleQueue()
    client.watch(heard.put)
    store.put(change("episode", "hemmeligt"))
    store.put(change("@plenary", True))
    store.put(change("rights", "fælles", subject="g:3"))
    told = [heard.get(timeout=5) for _ in range(3)]
    assert [one.value for one in told] == [None, True, "fælles"]
    assert "hemmeligt" not in repr(client.catch_up(0))


# ── the verbs by themselves ──────────────────────────────────────────────────
BAD: list[tuple[str, object]] = [
    ("watch", {}),
    ("close", {}),
    ("__class__", {}),
    ("_draft", {}),
    ("mine", []),
    ("mine", None),
    ("mine", {"exercise": "e"}),
    ("mine", {"exercise": "e", "participant": "a", "more": 1}),
    ("put", {"exercise": "e"}),
    ("put", {"exercise": 1, "subject": [], "author": 1, "field": 1, "value": 1, "key": 1}),
    ("events", {"kind": "run", "since": "x"}),
    ("history", {"exercise": "e", "subject": 5, "participant": "a", "path": "p"}),
    ("release", {"exercise": "e", "subject": "p:a", "author": "a", "audience": "all", "key": "k"}),
    (
        "release",
        {"exercise": "e", "subject": "p:a", "author": "a", "audience": ["group"], "key": "k"},
    ),
    ("ask", {"question": 5}),
    ("answer", {"question": "q", "device": 5, "value": 1}),
    ("unnamed", {"exercise": "e", "fields": 5}),
    ("forget", {"participant": ["a"]}),
    ("hold", {"exercise": "e", "item": ["g:3"], "on": True}),
    ("items", {"exercise": "e", "fields": 5}),
]


@pytest.mark.parametrize(("verb", "args"), BAD)
def test_what_is_no_verb_is_declined(store: DatabaseStore, verb: str, args: object) -> None:
    store.mark("run", "day1_context", {}, "t")
    told = answer_verb(store, verb, args)
    assert told["declined"] in {"refused_unknown_verb", "refused_message"}


def test_every_answer_can_be_sent(store: DatabaseStore) -> None:
    store.put(Change("e", "g:3", "anna", "rights", "a", "k1", 0))
    store.put(Change("e", "g:3", "bo", "rights", "b", "k2", 0))
    store.mark("seat", "p:anna", {"table": "3"}, "anna")
    args = {"exercise": "e", "group": "3", "participant": "anna"}
    told = json.loads(json.dumps(answer_verb(store, "group", args)))
    assert told["ok"][0]["entries"]["rights"]["other"]["value"] == "a"


def test_the_list_of_verbs_is_the_whole_way_in() -> None:
    reading = {"mine", "group", "history", "released", "unnamed", "counts", "events", "last"}
    writing = {"put", "release", "withdraw", "undo", "mark", "forget", "backup", "catch_up"}
    rest = {"ask", "answer", "close_question", "pooled", "items", "hold"}
    assert reading | writing | rest == VERBS


def test_a_feed_from_now_on_leaves_out_what_was(store: DatabaseStore) -> None:
    store.mark("help", "g:3", True, "bo")
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    stop = feed(store, "", lines.put)
    store.mark("help", "g:4", True, "bo")
    assert json.loads(lines.get(timeout=5))["event"]["subject"] == "g:4"
    stop()


def test_a_feed_under_load_gives_every_row_once(store: DatabaseStore) -> None:
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    sent = []
    for number in range(150):
        sent.append(store.submit(change("rights", number, subject="g:3")))
        if number == 50:
            stop = feed(store, "0", lines.put)
    for one in sent:
        one.result()
    ids = [json.loads(lines.get(timeout=5))["entry"]["id"] for _ in sent]
    assert ids == list(range(1, len(sent) + 1))
    stop()
