"""Two devices change one list at the same moment: no item is lost, and none comes back."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rooms import in_a_room, press, seated
from workshops.store import Change, Entry
from workshops.store.merging import merged
from workshops.store.temporary import TemporaryStore

ids = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=6)


@pytest.mark.parametrize(
    ("base", "theirs", "mine", "both"),
    [
        ([], ["a"], ["b"], ["b", "a"]),
        (["a"], ["a", "b"], ["a", "c"], ["a", "c", "b"]),
        (["a", "b"], ["a"], ["b", "a"], ["a"]),
        (["a", "b"], ["a", "b", "c"], ["b", "a"], ["b", "a", "c"]),
        (["a", "b"], ["a", "b", "c"], ["a"], ["a", "c"]),
        (["a"], [], ["a", "b"], ["b"]),
    ],
)
def test_both_changes_stand(base, theirs, mine, both):
    assert merged(base, theirs, mine) == both


@given(ids, ids, ids)
def test_what_either_added_is_there_and_what_either_took_out_is_not(base, theirs, mine):
    found = merged(base, theirs, mine)
    assert len(found) == len(set(found))
    added = (set(theirs) | set(mine)) - set(base)
    assert set(found) == added | (set(base) & set(theirs) & set(mine))


@given(ids, ids)
def test_who_saw_everything_simply_has_their_way(base, mine):
    assert merged(base, base, mine) == mine


@pytest.fixture
def store() -> Iterator[TemporaryStore]:
    one = TemporaryStore()
    for who in ("anna", "bo"):
        one.mark("seat", f"p:{who}", {"alias": who, "table": "3"}, who)
    yield one
    one.close()


def put(store: TemporaryStore, who: str, order: list[str], seen: int) -> Entry:
    key = secrets.token_urlsafe(9)
    return store.put(Change("draw_loop", "g:3", who, "actors.#", order, key, seen))


def test_the_store_merges_an_order_written_without_having_seen_the_other(store):
    first = put(store, "anna", ["a"], 0)
    second = put(store, "anna", ["a", "b"], first.id)
    late = put(store, "bo", ["a", "c"], first.id)
    assert late.value == ["a", "c", "b"]
    assert late.other is None
    assert put(store, "anna", ["c"], late.id).value == ["c"]
    assert second.value == ["a", "b"]


def test_a_change_that_is_sent_twice_is_kept_once(store):
    change = Change("draw_loop", "g:3", "anna", "actors.#", ["a"], "the same key", 0)
    put(store, "bo", ["b"], 0)
    kept = store.put(change)
    put(store, "bo", ["x"], kept.id)
    assert store.put(change).id == kept.id


def test_two_phones_at_a_table_both_add_a_line(tmp_path):
    async def play(room):
        await press(room, "stage", stage="group")
        anna, bo = await seated(room, "Anna"), await seated(room, "Bo")
        for bot, line in ((anna, "a1"), (bo, "b1")):
            await bot.put("stuck_episode", "group", "lines.#", [line], seen=0)
            await bot.put("stuck_episode", "group", f"lines.{line}.counter", line)
        late = await seated(room, "Cai")
        await late.until(lambda: late.heard[-1]["is"] == "plenary")
        (sheet,) = [
            one for one in late.heard if one["is"] == "entries" and one["subject"] == "group"
        ]
        (order,) = [one["value"] for one in sheet["entries"] if one["field"] == "lines.#"]
        assert sorted(order) == ["a1", "b1"]

    in_a_room(tmp_path, play)
