"""Drafts and versions of a day's plan, and two of them side by side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workshops.programme.plan import Block, Plan
from workshops.programme.planning import applied
from workshops.programme.versions import DRAFT, VERSION, Desk, desk, difference
from workshops.store.temporary import TemporaryStore

DAY = "day1_context"
ONE = {"start": "08.30"}
TWO = {"start": "08.30", "end": "15.00"}
PLAN = Plan(
    DAY,
    {"da": "Dag", "en": "Day"},
    tuple(Block(one, {"da": one, "en": one}, 30) for one in ("a", "b", "c", "d")),
)


@pytest.fixture
def store() -> Iterator[TemporaryStore]:
    one = TemporaryStore()
    yield one
    one.close()


def work(store: TemporaryStore, day: str = DAY) -> Desk:
    return desk([*store.events(DRAFT), *store.events(VERSION)], day)


def draft(store: TemporaryStore, changes: dict[str, object], **more: object) -> None:
    store.mark(DRAFT, DAY, {"changes": changes, **more}, who="desk")


def test_without_anything_written_the_day_is_the_file_s(store: TemporaryStore) -> None:
    mine = work(store)
    assert (mine.draft, mine.running, mine.open) == ({}, {}, False)


def test_a_draft_is_not_what_the_room_runs_by(store: TemporaryStore) -> None:
    draft(store, ONE)
    mine = work(store)
    assert (mine.draft, mine.running, mine.open) == (ONE, {}, True)


def test_a_version_is_and_its_need_is_no_part_of_the_day(store: TemporaryStore) -> None:
    draft(store, ONE)
    store.mark(VERSION, DAY, {**ONE, "need": "ro"}, who="Anna", why="kortere")
    mine = work(store)
    assert (mine.running, mine.open) == (ONE, False)
    assert [one.why for one in mine.versions] == ["kortere"]


def test_undo_goes_back_a_step_each_and_survives_a_reload(store: TemporaryStore) -> None:
    draft(store, ONE)
    draft(store, TWO)
    store.mark(DRAFT, DAY, {"undo": True}, who="desk")
    assert work(store).draft == ONE
    store.mark(DRAFT, DAY, {"undo": True}, who="desk")
    store.mark(DRAFT, DAY, {"undo": True}, who="desk")
    assert work(store).draft == {}


def test_undo_reaches_back_behind_a_version(store: TemporaryStore) -> None:
    draft(store, ONE)
    store.mark(VERSION, DAY, ONE, who="desk")
    store.mark(DRAFT, DAY, {"undo": True}, who="desk")
    mine = work(store)
    assert (mine.draft, mine.running, mine.open) == ({}, ONE, True)


def test_letters_of_one_text_are_one_step(store: TemporaryStore) -> None:
    draft(store, {"start": "08.00"})
    draft(store, ONE)
    draft(store, TWO, joins=True)
    store.mark(DRAFT, DAY, {"undo": True}, who="desk")
    assert work(store).draft == {"start": "08.00"}


def test_another_day_has_its_own_draft(store: TemporaryStore) -> None:
    draft(store, ONE)
    assert work(store, "day2_inquiry").draft == {}


def test_a_block_that_was_moved_is_named_and_its_neighbours_are_not() -> None:
    rows = difference(PLAN, applied(PLAN, {"order": ["d", "a", "b", "c"]}))
    assert {one["id"]: one["changed"] for one in rows} == {
        "d": ["moved"],
        "a": [],
        "b": [],
        "c": [],
    }
    assert rows[0]["before"]["at"] == "10.30"
    assert rows[0]["after"]["at"] == "09.00"


def test_what_is_new_what_went_and_what_changed_is_named() -> None:
    changes = {
        "copies": {"b~2": "b"},
        "skipped": ["c"],
        "blocks": {"a": {"minutes": 40, "form": "par"}},
    }
    rows = {one["id"]: one["changed"] for one in difference(PLAN, applied(PLAN, changes))}
    assert rows["b~2"] == ["added"]
    assert rows["c"] == ["skipped"]
    assert rows["a"] == ["minutes", "form"]
    back = {one["id"]: one["changed"] for one in difference(applied(PLAN, changes), PLAN)}
    assert back["b~2"] == ["removed"]
