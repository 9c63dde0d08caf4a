"""One contract for every store: the database, a room's client, and the temporary one."""

from __future__ import annotations

import itertools
import json
import os
import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import MetaData, create_engine

from workshops.store import BATCH, ENOUGH, Change, Declined, Entry, Event, Store
from workshops.store.client import RoomClient
from workshops.store.database import DatabaseStore
from workshops.store.temporary import TemporaryStore
from workshops.store.verbs import answer_verb, feed

TOKEN = "a token for tests"
EXERCISE = "stuck_episode"
_keys = itertools.count()


def key() -> str:
    """Give a key nobody has used."""
    return f"key-{next(_keys)}"


def change(field: str, value: Any, who: str = "anna", subject: str = "", **more: Any) -> Change:
    """Give a change of one's own sheet, or of the subject's."""
    rest = {"key": key(), "seen": None} | more
    return Change(EXERCISE, subject or f"p:{who}", who, field, value, **rest)


class Room:
    """The smallest room: verbs and feed on a loopback port, able to fall and come back."""

    def __init__(self, store: Store, port: int = 0) -> None:
        self.store = store
        self.server = ThreadingHTTPServer(("127.0.0.1", port), _Handler)
        self.server.daemon_threads = True
        self.server.room = self
        self.lines: set[Any] = set()
        self.open = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def fall(self) -> None:
        """End at once, with every connection."""
        self.open = False
        self.server.shutdown()
        self.server.server_close()
        for line in tuple(self.lines):
            line.close_connection = True
            with suppress(OSError):
                line.connection.shutdown(2)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # headers and body are two writes

    def setup(self) -> None:
        super().setup()
        self.room = self.server.room
        self.room.lines.add(self)

    def log_message(self, *_: object) -> None:
        pass

    def do_POST(self) -> None:
        given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self._knows_me():
            self._answer(403, b"")
            return
        told = answer_verb(self.room.store, self.path.removeprefix("/verbs/"), given)
        self._answer(200, json.dumps(told).encode())

    def do_GET(self) -> None:
        if not self._knows_me():
            self._answer(403, b"")
            return
        since = parse_qs(urlsplit(self.path).query).get("since", [""])[0]
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        stop = feed(self.room.store, since, lines.put)
        try:
            while self.room.open:
                try:
                    line = lines.get(timeout=0.05)
                except queue.Empty:
                    line = '{"beat":1}'
                self.wfile.write(line.encode() + b"\n")
        except OSError:
            pass
        finally:
            stop()

    def _knows_me(self) -> bool:
        return self.headers["Authorization"] == f"Bearer {TOKEN}"

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


KINDS = ["database", "room", "temporary"]
SERVER = os.environ.get("TEST_POSTGRESQL")  # a PostgreSQL that may be emptied
if SERVER:
    KINDS.append("server")


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Give an empty store of each kind."""
    if request.param == "temporary":
        opened: Store = TemporaryStore()
        yield opened
    elif request.param == "server":
        opened = DatabaseStore(emptied(SERVER or ""), tmp_path)
        yield opened
    else:
        opened = DatabaseStore(tmp_path / "laeringsdage.sqlite3", tmp_path)
        if request.param == "database":
            yield opened
        else:
            room = Room(opened)
            client = RoomClient(room.address, TOKEN)
            yield client
            client.close()
            room.fall()
    opened.close()


def emptied(where: str) -> str:
    """Give the address of a server's database after taking all tables out of it."""
    engine = create_engine(where)
    old = MetaData()
    old.reflect(engine)
    old.drop_all(engine)
    engine.dispose()
    return where


def declines(word: str, verb: Callable[..., Any], *args: Any) -> None:
    """Assert that a verb declines with a word."""
    with pytest.raises(Declined) as no:
        verb(*args)
    assert no.value.word == word


def seat(store: Store, who: str, table: str) -> None:
    store.mark("seat", f"p:{who}", {"alias": who.title(), "table": table}, who)


# ── one field's value ────────────────────────────────────────────────────────
def test_newest_value_of_each_field_stands(store: Store) -> None:
    store.put(change("words.taken", "først"))
    store.put(change("invited", [-3, 2.5]))
    kept = store.put(change("words.taken", "så"))
    sheet = store.mine(EXERCISE, "anna")
    assert sheet.fields == {"words.taken": "så", "invited": [-3, 2.5]}
    assert sheet.entries["words.taken"] == kept
    assert (sheet.exercise, sheet.subject) == (EXERCISE, "p:anna")


@pytest.mark.parametrize(
    "value", ["", None, "Æblegrød 🍏\n«nu»", 0, False, [], ["3f2"], -2.5, {"a": [1]}]
)
def test_a_value_comes_back_as_it_was(store: Store, value: Any) -> None:
    assert store.put(change("episode", value)).value == value
    assert store.mine(EXERCISE, "anna").fields == {"episode": value}


def test_a_change_sent_twice_is_kept_once(store: Store) -> None:
    first = change("episode", "en gang")
    kept = store.put(first)
    again = store.put(Change(EXERCISE, "p:anna", "anna", "episode", "to gange", first.key))
    assert again == kept
    assert len(store.history(EXERCISE, "p:anna", "anna", "episode")) == 1


def test_a_change_sent_twice_in_one_breath_is_kept_once(store: Store) -> None:
    both: list[Future[Entry]] = [store.submit(change("episode", "x", key="twin")) for _ in "ab"]
    assert both[0].result() == both[1].result()
    assert len(store.history(EXERCISE, "p:anna", "anna", "episode")) == 1


def test_a_used_key_does_not_pass_for_another_field(store: Store) -> None:
    store.put(change("episode", "min", key="same"))
    declines("refused_key_used", store.put, change("transfer", "din", key="same"))
    declines("refused_key_used", store.put, change("episode", "din", who="bo", key="same"))
    assert store.mine(EXERCISE, "bo").fields == {}


def test_a_refused_row_leaves_its_neighbours(store: Store) -> None:
    store.put(change("episode", "min", key="used"))
    sent = [change("rights", "1"), change("duties", "2", key="used"), change("transfer", "3")]
    one, two, three = [store.submit(each) for each in sent]
    assert (one.result().value, three.result().value) == ("1", "3")
    declines("refused_key_used", two.result)


def test_ids_grow_over_entries_and_events(store: Store) -> None:
    ids = [store.put(change("episode", "a")).id, store.mark("run", "day1_context", {}, "t").id]
    ids.append(store.put(change("episode", "b")).id)
    assert ids == sorted(set(ids))
    assert store.last() == ids[-1]


def test_rows_carry_the_day_that_runs(store: Store) -> None:
    store.mark("run", "day1_context", {"button": "go"}, "trainer")
    kept = store.put(change("episode", "a"))
    assert kept.day == "day1_context"
    assert len(kept.at) == len("2026-11-23T10:42:07+00:00")


def test_nobody_writes_in_anothers_sheet(store: Store) -> None:
    declines("refused_not_yours", store.put, change("episode", "x", who="bo", subject="p:anna"))


BAD = [
    ("episode", float("nan"), {}),
    ("episode", "\ud800", {}),
    ("episode", "x" * 100_000, {}),
    ("\0", "x", {}),
    ("", "x", {}),
    ("f" * 1000, "x", {}),
    ("episode", "x", {"key": ""}),
    ("episode", "x", {"seen": -1}),
    ("episode", "x", {"seen": True}),
    ("episode", "x", {"subject": "anna"}),
    ("episode", "x", {"subject": "p:"}),
    ("episode", "x", {"subject": "g:", "who": ""}),
]


@pytest.mark.parametrize(("field", "value", "more"), BAD)
def test_what_cannot_be_kept_is_declined_and_the_last_good_value_stays(
    store: Store, field: str, value: Any, more: dict[str, Any]
) -> None:
    store.put(change("episode", "god"))
    with pytest.raises(Declined) as no:
        store.put(change(field, value, **more))
    assert no.value.word in {"refused_message", "refused_size"}
    assert store.mine(EXERCISE, "anna").fields == {"episode": "god"}


# ── two who write the same ───────────────────────────────────────────────────
def both(store: Store, *texts: tuple[str, str, int | None]) -> list[Entry]:
    """Put (author, text, seen) after each other into the group's sheet."""
    return [
        store.put(change("rights", text, who=who, subject="g:3", seen=seen))
        for who, text, seen in texts
    ]


def test_a_lost_race_keeps_both_texts(store: Store) -> None:
    anna, bo = both(store, ("anna", "Annas", 0), ("bo", "Bos", 0))
    assert anna.other is None
    assert bo.other == anna


def test_writing_after_having_seen_settles_it(store: Store) -> None:
    _, bo = both(store, ("anna", "Annas", 0), ("bo", "Bos", 0))
    (settled,) = both(store, ("anna", "begges", bo.id))
    assert settled.other is None


def test_typing_on_does_not_settle_it(store: Store) -> None:
    anna, _, more = both(store, ("anna", "Annas", 0), ("bo", "Bos", 0), ("bo", "Bos og", 0))
    assert more.other == anna


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("anna", "tekst", 0), ("anna", "mere", 0)),  # one's own
        (("anna", "ens", 0), ("bo", "ens", 0)),  # the same words
        (("anna", "", 0), ("bo", "noget", 0)),  # nothing lost
        (("anna", "kort", None), ("bo", "kortere", None)),  # the newest wins
    ],
)
def test_no_race_where_nothing_is_lost(store: Store, first: Any, second: Any) -> None:
    assert both(store, first, second)[1].other is None


def test_the_other_text_is_in_the_sheet_until_settled(store: Store) -> None:
    seat(store, "bo", "3")
    both(store, ("anna", "Annas", 0), ("bo", "Bos", 0))
    other = store.group(EXERCISE, "3", "bo")[0].entries["rights"].other
    assert other is not None
    assert other.value == "Annas"


# ── fortryd ──────────────────────────────────────────────────────────────────
def test_undo_goes_back_step_by_step_until_nothing_is_left(store: Store) -> None:
    for text in ("a", "b"):
        store.put(change("episode", text))
    store.put(change("transfer", "c"))
    values = []
    while (back := store.undo(EXERCISE, "p:anna", "anna", key())) is not None:
        values.append((back.field, back.value))
    assert values == [("transfer", None), ("episode", "a"), ("episode", None)]


def test_a_change_after_an_undo_can_be_undone(store: Store) -> None:
    store.put(change("episode", "a"))
    store.undo(EXERCISE, "p:anna", "anna", key())
    store.put(change("episode", "b"))
    back = store.undo(EXERCISE, "p:anna", "anna", key())
    assert back is not None
    assert back.value is None


def test_an_undo_sent_twice_goes_back_once(store: Store) -> None:
    store.put(change("episode", "a"))
    store.put(change("episode", "b"))
    pressed = key()
    first = store.undo(EXERCISE, "p:anna", "anna", pressed)
    assert store.undo(EXERCISE, "p:anna", "anna", pressed) == first
    assert store.mine(EXERCISE, "anna").fields == {"episode": "a"}


def test_undo_leaves_what_somebody_else_wrote_since(store: Store) -> None:
    both(store, ("anna", "Annas", None), ("bo", "Bos", None))
    assert store.undo(EXERCISE, "g:3", "anna", key()) is None
    back = store.undo(EXERCISE, "g:3", "bo", key())
    assert back is not None
    assert back.value == "Annas"


def test_undo_leaves_ticks_and_shares(store: Store) -> None:
    store.put(change("@done", True))
    store.release(EXERCISE, "p:anna", "anna", "group", key())
    assert store.undo(EXERCISE, "p:anna", "anna", key()) is None


# ── history ──────────────────────────────────────────────────────────────────
def test_history_is_newest_first(store: Store) -> None:
    for text in ("a", "b", "c"):
        store.put(change("episode", text))
    store.put(change("transfer", "d"))
    rows = store.history(EXERCISE, "p:anna", "anna", "episode")
    assert [row.value for row in rows] == ["c", "b", "a"]


def test_history_is_for_those_who_may_write(store: Store) -> None:
    seat(store, "bo", "3")
    both(store, ("anna", "Annas", None))
    declines("refused_not_yours", store.history, EXERCISE, "p:anna", "bo", "episode")
    declines("refused_other_group", store.history, EXERCISE, "g:4", "bo", "rights")
    assert len(store.history(EXERCISE, "g:3", "bo", "rights")) == 1


# ── the group ────────────────────────────────────────────────────────────────
def test_the_group_sees_its_sheet_and_what_members_have_told(store: Store) -> None:
    for who in ("anna", "bo", "ida"):
        seat(store, who, "3")
        store.put(change("episode", f"fra {who}", who=who))
    both(store, ("bo", "vores", None))
    store.release(EXERCISE, "p:anna", "anna", "group", key())
    seen = store.group(EXERCISE, "3", "bo")
    assert [sheet.subject for sheet in seen] == ["g:3", "p:anna"]
    assert [sheet.fields for sheet in seen] == [{"rights": "vores"}, {"episode": "fra anna"}]


def test_what_is_told_can_be_taken_back(store: Store) -> None:
    for who in ("anna", "bo"):
        seat(store, who, "3")
    store.release(EXERCISE, "p:anna", "anna", "group", key())
    assert store.mine(EXERCISE, "anna").shared == {"group"}
    store.withdraw(EXERCISE, "p:anna", "anna", "group", key())
    assert store.mine(EXERCISE, "anna").shared == frozenset()
    assert len(store.group(EXERCISE, "3", "bo")) == 1


def test_only_those_who_sit_there_now_see_a_group(store: Store) -> None:
    seat(store, "anna", "3")
    declines("refused_other_group", store.group, EXERCISE, "3", "stranger")
    seat(store, "anna", "4")
    declines("refused_other_group", store.group, EXERCISE, "3", "anna")
    assert store.group(EXERCISE, "4", "anna")[0].subject == "g:4"
    declines("refused_other_group", store.group, EXERCISE, "", "anna")


def test_what_was_told_at_one_table_does_not_move_to_the_next(store: Store) -> None:
    for who, table in (("anna", "3"), ("bo", "3"), ("ida", "4")):
        seat(store, who, table)
    store.put(change("episode", "til bord 3"))
    store.release(EXERCISE, "p:anna", "anna", "group", key())
    seat(store, "anna", "4")
    assert [sheet.subject for sheet in store.group(EXERCISE, "4", "ida")] == ["g:4"]
    assert [sheet.subject for sheet in store.group(EXERCISE, "3", "bo")] == ["g:3"]
    assert store.mine(EXERCISE, "anna").shared == frozenset()


# ── plenary ──────────────────────────────────────────────────────────────────
def test_released_sheets_come_by_group_and_without_names(store: Store) -> None:
    for table in ("10", "2", "7"):
        store.put(change("rights", f"bord {table}", subject=f"g:{table}"))
    for table in ("10", "2"):
        store.release(EXERCISE, f"g:{table}", "anna", "plenary", key())
    sheets = store.released(EXERCISE)
    assert [sheet.subject for sheet in sheets] == ["g:2", "g:10"]
    assert {entry.author for sheet in sheets for entry in sheet.entries.values()} == {""}
    store.withdraw(EXERCISE, "g:2", "bo", "plenary", key())
    assert [sheet.subject for sheet in store.released(EXERCISE)] == ["g:10"]


def test_a_participants_sheet_is_never_released(store: Store) -> None:
    store.put(change("episode", "hemmeligt"))
    store.release(EXERCISE, "p:anna", "anna", "plenary", key())
    assert store.released(EXERCISE) == []


def arrows(store: Store, *numbers: int) -> None:
    """Let participant n place and share the arrow (n, −n)."""
    for number in numbers:
        who = f"id{number}"
        parts = {"invited": [number, 0], "wished": [-number, 0], "episode": "hemmeligt"}
        for kept in [store.submit(change(name, part, who=who)) for name, part in parts.items()]:
            kept.result()
        store.release(EXERCISE, f"p:{who}", who, "plenary", key())


def seen(store: Store) -> list[int]:
    shown = store.unnamed(EXERCISE, ["invited", "wished"])
    assert all(arrow.keys() == {"invited", "wished"} for arrow in shown)
    return [arrow["invited"][0] for arrow in shown]


def test_nothing_is_shown_without_names_before_there_are_enough(store: Store) -> None:
    arrows(store, *range(1, ENOUGH))
    assert seen(store) == []
    arrows(store, ENOUGH)
    assert seen(store) == list(range(1, ENOUGH + 1))


def test_after_the_first_they_come_in_batches(store: Store) -> None:
    arrows(store, *range(1, ENOUGH + BATCH))
    assert len(seen(store)) == ENOUGH
    arrows(store, ENOUGH + BATCH)
    assert len(seen(store)) == ENOUGH + BATCH


def test_closing_the_exercise_shows_the_rest(store: Store) -> None:
    arrows(store, *range(1, ENOUGH + 2))
    store.mark("run", "day1_context", {"button": "close", "exercise": EXERCISE}, "trainer")
    assert len(seen(store)) == ENOUGH + 1


def test_closing_shows_nothing_when_they_are_too_few(store: Store) -> None:
    arrows(store, *range(1, ENOUGH))
    store.mark("run", "day1_context", {"button": "close", "exercise": EXERCISE}, "trainer")
    assert seen(store) == []


def test_the_order_is_that_of_the_values(store: Store) -> None:
    arrows(store, 4, 2, 5, 1, 3, 0)
    assert seen(store) == [0, 1, 2, 3, 4, 5]


def test_shown_is_what_was_shared_and_not_what_was_written_since(store: Store) -> None:
    arrows(store, *range(1, ENOUGH + 1))
    store.put(change("invited", [5, 5], who="id1"))
    assert seen(store) == list(range(1, ENOUGH + 1))


def test_sheets_that_lack_a_field_do_not_count(store: Store) -> None:
    arrows(store, *range(1, ENOUGH))
    store.put(change("invited", [1, 1], who="half"))
    store.release(EXERCISE, "p:half", "half", "plenary", key())
    assert seen(store) == []


def test_of_fields_shown_apart_one_is_enough_and_each_is_shown_from_six_on(store: Store) -> None:
    fields = ["first", "second"]
    for number in range(ENOUGH):
        who = f"id{number}"
        for field in fields[: 1 if number else 2]:
            store.put(change(field, [number, 0], who=who))
        store.release(EXERCISE, f"p:{who}", who, "plenary", key())
    both = store.unnamed(EXERCISE, fields, apart=True)
    assert [one["first"] for one in both] == [[number, 0] for number in range(ENOUGH)]
    assert {one["second"] for one in both} == {None}
    assert [one["value"] for one in store.items(EXERCISE, fields, apart=True)] == both
    assert store.unnamed(EXERCISE, fields) == []


def test_a_share_taken_back_is_gone_at_once(store: Store) -> None:
    arrows(store, *range(1, ENOUGH + BATCH + 1))
    store.withdraw(EXERCISE, "p:id2", "id2", "plenary", key())
    assert 2 not in seen(store)
    assert len(seen(store)) == ENOUGH + BATCH - 1


# ── held ─────────────────────────────────────────────────────────────────────
def review(store: Store, on: bool) -> None:
    store.mark("run", "day1_context", {"button": "review", "on": on}, "desk")


def shared_sheets(store: Store, *tables: str) -> None:
    for table in tables:
        store.put(change("rights", f"bord {table}", subject=f"g:{table}"))
        store.release(EXERCISE, f"g:{table}", "anna", "plenary", key())


def on_wall(store: Store) -> list[str]:
    return [sheet.subject for sheet in store.released(EXERCISE)]


def test_a_held_sheet_is_not_released_until_it_is_shown_again(store: Store) -> None:
    seat(store, "anna", "2")
    shared_sheets(store, "10", "2")
    store.hold(EXERCISE, "g:2", True)
    assert on_wall(store) == ["g:10"]
    (sheet, *_) = store.group(EXERCISE, "2", "anna")
    assert (sheet.held, sheet.shared, sheet.fields) == (True, {"plenary"}, {"rights": "bord 2"})
    assert store.counts(EXERCISE)["groups"]["2"]["released"] == 1
    store.hold(EXERCISE, "g:2", False)
    assert on_wall(store) == ["g:2", "g:10"]
    assert not store.group(EXERCISE, "2", "anna")[0].held


def test_the_desk_sees_what_is_shared_held_or_not_and_nothing_else(store: Store) -> None:
    shared_sheets(store, "10", "2")
    store.put(change("rights", "ikke delt", subject="g:3"))
    store.hold(EXERCISE, "g:2", True)
    two, ten = store.items(EXERCISE)
    assert (two["item"], two["table"], two["held"], two["shown"]) == ("g:2", "2", True, False)
    assert (ten["item"], ten["value"], ten["held"]) == ("g:10", {"rights": "bord 10"}, False)
    assert ten["at"] <= two["at"]  # table 10 shared first


def test_a_held_sheet_can_be_withdrawn_and_comes_back_held(store: Store) -> None:
    shared_sheets(store, "2")
    store.hold(EXERCISE, "g:2", True)
    store.withdraw(EXERCISE, "g:2", "bo", "plenary", key())
    assert store.items(EXERCISE) == []
    declines("refused_item_gone", store.hold, EXERCISE, "g:2", False)
    shared_sheets(store, "2")
    assert on_wall(store) == []
    assert [one["held"] for one in store.items(EXERCISE)] == [True]


def test_with_review_on_what_is_shared_waits_for_the_trainer(store: Store) -> None:
    shared_sheets(store, "1")
    review(store, on=True)
    shared_sheets(store, "2", "3")
    assert on_wall(store) == ["g:1"]
    store.hold(EXERCISE, "g:2", False)
    shared_sheets(store, "2")  # pressed once more: it is shown already
    assert on_wall(store) == ["g:1", "g:2"]
    review(store, on=False)
    shared_sheets(store, "4")
    assert on_wall(store) == ["g:1", "g:2", "g:4"]
    store.withdraw(EXERCISE, "g:2", "bo", "plenary", key())
    review(store, on=True)
    shared_sheets(store, "2")
    assert on_wall(store) == ["g:1", "g:4"]


def unnamed_items(store: Store) -> list[dict[str, Any]]:
    return store.items(EXERCISE, ["invited", "wished"])


def test_an_unnamed_item_is_held_by_a_name_that_says_nothing(store: Store) -> None:
    arrows(store, *range(1, ENOUGH + 1 + BATCH))
    listed = unnamed_items(store)
    assert "id" not in json.dumps(listed)
    assert [one["value"]["invited"][0] for one in listed] == list(range(1, ENOUGH + 1 + BATCH))
    assert {one["at"] + one["table"] for one in listed} == {""}
    store.hold(EXERCISE, listed[1]["item"], True)
    assert 2 not in seen(store)
    assert len(seen(store)) == ENOUGH + BATCH - 1
    assert [one["held"] for one in unnamed_items(store)].index(True) == 1
    store.hold(EXERCISE, listed[1]["item"], False)
    assert len(seen(store)) == ENOUGH + BATCH


def test_the_desk_has_no_unnamed_item_before_the_wall_may_have_it(store: Store) -> None:
    arrows(store, *range(1, ENOUGH))
    assert unnamed_items(store) == []
    arrows(store, ENOUGH, ENOUGH + 1)
    assert len(unnamed_items(store)) == ENOUGH


def test_what_is_held_does_not_count_as_enough(store: Store) -> None:
    review(store, on=True)
    arrows(store, *range(1, ENOUGH + 1))
    assert (seen(store), len(unnamed_items(store))) == ([], ENOUGH)
    for one in unnamed_items(store)[1:]:
        store.hold(EXERCISE, one["item"], False)
    assert seen(store) == []
    assert not any(one["shown"] for one in unnamed_items(store))
    (last,) = [one for one in unnamed_items(store) if one["held"]]
    store.hold(EXERCISE, last["item"], False)
    assert len(seen(store)) == ENOUGH
    assert all(one["shown"] for one in unnamed_items(store))


@pytest.mark.parametrize("item", ["", "p:id1", "p:anna", "g:9", "0" * 32])
def test_only_what_is_shared_can_be_held(store: Store, item: str) -> None:
    arrows(store, *range(1, ENOUGH + 1))
    declines("refused_item_gone", store.hold, EXERCISE, item, True)


def test_a_participant_holds_nothing_and_frees_nothing(store: Store) -> None:
    shared_sheets(store, "2")
    store.hold(EXERCISE, "g:2", True)
    declines("refused_not_yours", store.put, change("@held", False, subject="g:2"))
    declines("refused_not_yours", store.put, change("@held", True))
    declines("refused_message", store.hold, EXERCISE, "g:2", "yes")
    assert on_wall(store) == []


def test_a_hold_is_not_undone_and_stays_when_others_are_forgotten(store: Store) -> None:
    shared_sheets(store, "2")
    store.hold(EXERCISE, "g:2", True)
    store.undo(EXERCISE, "g:2", "anna", key())
    store.forget("ida")
    assert on_wall(store) == []


def test_whose_unnamed_item_is_held_is_told_to_no_kernel(store: Store) -> None:
    arrows(store, *range(1, ENOUGH + 1))
    since = store.last()
    heard: queue.SimpleQueue[Any] = queue.SimpleQueue()
    stop = store.watch(heard.put)
    store.hold(EXERCISE, unnamed_items(store)[0]["item"], True)
    told = [heard.get(timeout=5), *store.catch_up(since)]
    stop()
    assert [(one.exercise, one.field, one.value) for one in told] == [(EXERCISE, "@held", True)] * 2
    if isinstance(store, RoomClient):
        assert {one.subject for one in told} == {"p:"}


def test_counts_are_numbers_only(store: Store) -> None:
    for who in ("anna", "bo"):
        seat(store, who, "3")
    seat(store, "ida", "12")
    store.put(change("episode", "hemmeligt"))
    store.put(change("episode", "", who="bo"))
    store.put(change("@done", True))
    store.put(change("rights", "vores", subject="g:3"))
    store.put(change("@done", True, subject="g:3"))
    store.release(EXERCISE, "p:anna", "anna", "group", key())
    store.release(EXERCISE, "p:anna", "anna", "plenary", key())
    store.release(EXERCISE, "g:3", "anna", "plenary", key())
    store.mark("help", "g:3", True, "bo")
    counts = store.counts(EXERCISE)
    assert (counts["written"], counts["shared"]) == (1, 1)
    assert list(counts["groups"]) == ["3", "12"]
    names = {"written", "done", "told", "sheet", "ready", "released", "help"}
    assert counts["groups"]["3"] == dict.fromkeys(names, 1) | {"here": 2}
    assert set(counts["groups"]["12"].values()) == {0, 1}
    store.mark("help", "g:3", False, "bo")
    assert store.counts(EXERCISE)["groups"]["3"]["help"] == 0
    assert store.counts("another")["written"] == 0


# ── what happens ─────────────────────────────────────────────────────────────
def test_events_come_oldest_first_from_an_id_on(store: Store) -> None:
    one = store.mark("role", "p:anna", "trainer", "ida", "first day")
    two = store.mark("role", "p:bo", "trainer", "ida")
    store.mark("run", "day1_context", {"button": "go"}, "ida")
    assert store.events("role") == [one, two]
    assert store.events("role", one.id) == [two]
    assert (one.why, one.who, one.value) == ("first day", "ida", "trainer")


def test_an_event_with_a_key_is_kept_once(store: Store) -> None:
    first = store.mark("run", "day1_context", {"button": "more"}, "ida", key="press")
    assert store.mark("run", "day1_context", {"button": "more"}, "ida", key="press") == first
    assert len(store.events("run")) == 1


def test_catching_up_gives_every_later_row_in_order(store: Store) -> None:
    first = store.put(change("rights", "a", subject="g:3"))
    rest: list[Entry | Event] = [
        store.mark("help", "g:3", True, "bo"),
        store.put(change("rights", "b", subject="g:3")),
    ]
    assert store.catch_up(first.id) == rest
    assert store.catch_up(store.last()) == []


def test_a_listener_hears_each_row_once_and_in_order(store: Store) -> None:
    store.put(change("rights", "før", subject="g:3"))
    heard: queue.SimpleQueue[Entry | Event] = queue.SimpleQueue()
    stop = store.watch(heard.put)
    kept: list[Entry | Event] = [
        store.put(change("rights", str(n), subject="g:3")) for n in range(20)
    ]
    kept.append(store.mark("help", "g:3", True, "bo"))
    assert [heard.get(timeout=5) for _ in kept] == kept
    stop()
    store.put(change("rights", "efter", subject="g:3"))
    assert heard.empty()


def test_a_listener_that_fails_stops_nobody(store: Store) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    heard: queue.SimpleQueue[Entry | Event] = queue.SimpleQueue()
    store.watch(fail)
    store.watch(heard.put)
    store.put(change("@done", True))
    store.put(change("@done", False))
    assert [heard.get(timeout=5).value for _ in "ab"] == [True, False]


# ── anonymous questions ──────────────────────────────────────────────────────
def test_anonymous_answers_are_shown_once_the_question_is_closed(store: Store) -> None:
    store.ask("tempo")
    for number in range(ENOUGH):
        assert store.answer("tempo", f"device{number}", number)
    declines("refused_question_open", store.pooled, "tempo")
    assert store.close_question("tempo") == ENOUGH
    assert sorted(store.pooled("tempo")) == [*range(ENOUGH)]


def test_the_first_anonymous_answer_of_a_device_stands(store: Store) -> None:
    store.ask("tempo")
    for number in range(ENOUGH):
        store.answer("tempo", f"device{number}", number)
    assert store.answer("tempo", "device0", 100) is False
    assert store.close_question("tempo") == ENOUGH
    assert sorted(store.pooled("tempo")) == [*range(ENOUGH)]


def test_too_few_anonymous_answers_are_never_shown(store: Store) -> None:
    store.ask("tempo")
    for number in range(ENOUGH - 1):
        store.answer("tempo", f"device{number}", number)
    assert store.close_question("tempo") == 0
    declines("refused_too_few", store.pooled, "tempo")


def test_a_closed_question_stays_closed(store: Store) -> None:
    store.ask("tempo")
    store.ask("tempo")
    assert store.close_question("tempo") == 0
    assert store.close_question("tempo") == 0
    declines("refused_question_closed", store.ask, "tempo")
    declines("refused_question_closed", store.answer, "tempo", "device", 1)


def test_only_an_open_question_takes_answers(store: Store) -> None:
    declines("refused_no_question", store.answer, "never", "device", 1)
    declines("refused_no_question", store.close_question, "never")
    declines("refused_message", store.ask, "../outside")


# ── forgetting, copies ───────────────────────────────────────────────────────
def test_forgetting_takes_own_rows_and_leaves_nameless_text(store: Store) -> None:
    for who in ("anna", "bo"):
        seat(store, who, "3")
    store.put(change("episode", "Annas eget"))
    both(store, ("anna", "fælles", None))
    store.mark("help", "g:3", True, "anna")
    last = store.last()
    store.forget("anna")
    assert store.mine(EXERCISE, "anna").fields == {}
    assert [event.subject for event in store.events("seat")] == ["p:bo"]
    assert [event.who for event in store.events("help")] == [""]
    (sheet,) = store.group(EXERCISE, "3", "bo")
    assert sheet.fields == {"rights": "fælles"}
    assert sheet.entries["rights"].author == ""
    assert store.counts(EXERCISE)["groups"]["3"]["here"] == 1
    assert store.put(change("episode", "ny", who="bo")).id > last


def test_listeners_hear_who_is_forgotten(store: Store) -> None:
    seat(store, "anna", "3")
    heard: queue.SimpleQueue[Any] = queue.SimpleQueue()
    store.watch(heard.put)
    store.forget("anna")
    told = heard.get(timeout=5)
    assert told.kind == "forget"
    assert told.subject == "p:anna" or isinstance(store, RoomClient)  # it may have to catch up
    assert [event.subject for event in store.events("forget")] == [""]


def test_a_backup_is_a_file_or_is_declined(store: Store) -> None:
    store.put(change("episode", "a"))
    if isinstance(store, TemporaryStore):
        declines("refused_no_backup", store.backup)
    elif isinstance(store, DatabaseStore) and store._engine.name == "postgresql":
        declines("refused_backup_elsewhere", store.backup)
    else:
        assert store.backup().is_file()
