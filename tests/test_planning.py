"""Snapshots of a desk's changes over a day's plan."""

from __future__ import annotations

from tests.test_agenda import PLAN
from workshops import exercises
from workshops.programme.planning import applied, changes_of, texts, today, with_optional
from workshops.store.opening import open_store


def ids(changes: dict[str, object]) -> list[str]:
    return [one.id for one in applied(PLAN, changes).blocks]


def test_without_changes_the_plan_is_the_file_s() -> None:
    assert applied(PLAN, {}) == PLAN


def test_blocks_are_placed_and_the_rest_stays_beside_its_neighbour() -> None:
    assert ids({"order": ["power", "welcome"]}) == ["power", "welcome", "map", "pause"]
    assert ids({"order": ["nobody", "map", "map"]}) == ["welcome", "map", "pause", "power"]


def test_a_copy_has_an_id_of_its_own_and_can_be_edited() -> None:
    changes = {"copies": {"map~2": "map"}, "blocks": {"map~2": {"minutes": 20}}}
    plan = applied(PLAN, changes | {"order": ["welcome", "map", "pause", "map~2", "power"]})
    assert [(one.id, one.minutes) for one in plan.blocks][3] == ("map~2", 20)
    assert plan.block("map").minutes == 60


def test_a_skipped_block_stays_in_the_plan() -> None:
    plan = applied(PLAN, {"skipped": ["pause"], "start": "08.30"})
    assert [one.id for one in plan.blocks if one.skipped] == ["pause"]
    assert plan.start == "08.30"


def test_optional_blocks_are_taken_in_whatever_the_desk_thinks_of_them() -> None:
    asked: dict[str, object] = {"blocks": {"map": {"optional": True}}, "skipped": ["pause"]}
    for changes in (asked, asked | {"skipped": ["pause", "map"]}):
        plan = applied(PLAN, with_optional(PLAN, changes))
        assert [one.id for one in plan.blocks if one.skipped] == ["pause"]


def test_the_newest_snapshot_counts_and_an_older_one_can_be_written_again() -> None:
    store = open_store()
    day = "day1_context"
    before = today(store, day)
    first = {"blocks": {"positioning": {"minutes": 40}}, "texts": {"stuck_episode": {"da": {}}}}
    store.mark("plan", day, first, "desk", "kortere")
    assert today(store, day).block("positioning").minutes == 40
    assert texts(store) == first["texts"]
    store.mark("plan", day, {}, "desk", "tilbage")
    assert today(store, day) == before
    assert changes_of(store, "day2_inquiry") == {}
    store.close()


def test_words_written_anew_are_shown_and_unknown_ones_are_not() -> None:
    one = exercises.exercise("stuck_episode")
    exercises.rewrite({"stuck_episode": {"da": {"title": "Nyt navn", "nobody": "x"}}})
    try:
        new = exercises.exercise("stuck_episode")
        assert new.words["da"]["title"] == "Nyt navn"
        assert new.words["en"] == one.words["en"]
        assert "nobody" not in new.words["da"]
    finally:
        exercises.rewrite({})
    assert exercises.exercise("stuck_episode") == one
