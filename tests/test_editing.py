"""Steps on a day's plan: each gives a new snapshot, and any order of them leaves a sound day."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshops.programme.editing import NEW, edit
from workshops.programme.plan import Block, Plan, Stage
from workshops.programme.planning import applied
from workshops.programme.rewording import shared_out

STAGES = (Stage("talk", 12), Stage("individual", 6), Stage("group", 34), Stage("plenary", 15))
CUES = {"da": ["Sig det højt."], "en": ["Say it aloud."]}
PLAN = Plan(
    "day1_context",
    {"da": "Dag", "en": "Day"},
    (
        Block("welcome", {"da": "Velkommen", "en": "Welcome"}, 30),
        Block(
            "map", {"da": "Kort", "en": "Map"}, 67, notebook="05_positioning",
            exercise="stuck_episode", stages=STAGES, cues=CUES, form="G", body="moving",
        ),
        Block("pause", {"da": "Pause", "en": "Break"}, 15, kind="break"),
        Block("power", {"da": "Magt", "en": "Power"}, 35, optional=True, skipped=True),
    ),
)  # fmt: skip


def after(*steps: dict[str, Any]) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for step in steps:
        changes = edit(PLAN, changes, **step)
    return changes


def day(*steps: dict[str, Any]) -> Plan:
    return applied(PLAN, after(*steps))


def ids(*steps: dict[str, Any]) -> list[str]:
    return [one.id for one in day(*steps).blocks]


# ── order ────────────────────────────────────────────────────────────────────
def test_a_block_moves_to_a_place_and_no_further_than_the_end() -> None:
    assert ids({"act": "move", "block": "pause", "to": 0})[0] == "pause"
    assert ids({"act": "move", "block": "welcome", "to": 99})[-1] == "welcome"


def test_two_blocks_swap_places() -> None:
    swapped = ids({"act": "swap", "block": "welcome", "with": "power"})
    assert swapped == ["power", "map", "pause", "welcome"]


# ── whole blocks ─────────────────────────────────────────────────────────────
def test_a_split_falls_between_two_stages_and_keeps_all_minutes() -> None:
    plan = day({"act": "split", "block": "map"})
    first, second = plan.block("map"), plan.block("map~2")
    assert [one.stage for one in first.stages] == ["talk", "individual"]
    assert [one.stage for one in second.stages] == ["group", "plenary"]
    assert (first.minutes, second.minutes) == (18, 49)
    assert second.title == {"da": "Kort, del 2", "en": "Map, part 2"}
    assert second.exercise == "stuck_episode"


def test_a_part_that_is_split_again_is_called_after_the_whole() -> None:
    plan = day({"act": "split", "block": "map"}, {"act": "split", "block": "map~2"})
    assert plan.block("map~3").title["da"] == "Kort, del 3"
    assert [one.id for one in plan.blocks][1:4] == ["map", "map~2", "map~3"]


def test_a_block_without_stages_is_split_in_the_middle_of_its_time() -> None:
    plan = day({"act": "split", "block": "pause"})
    assert (plan.block("pause").minutes, plan.block("pause~2").minutes) == (7, 8)


def test_a_copy_stands_beside_its_block_and_can_be_removed_again() -> None:
    copied = {"act": "duplicate", "block": "map"}
    assert ids(copied) == ["welcome", "map", "map~2", "pause", "power"]
    gone = after(copied, {"act": "remove", "block": "map~2"})
    assert applied(PLAN, gone) == PLAN


def test_what_the_file_has_can_be_skipped_but_not_removed() -> None:
    assert after({"act": "remove", "block": "map"}) == {}
    skipped = {"act": "skip", "block": "map", "on": True}
    assert day(skipped).block("map").skipped
    assert after(skipped, {"act": "skip", "block": "map", "on": False}) == {}


def test_an_optional_block_is_taken_in_and_left_out_again() -> None:
    assert applied(PLAN, {}).block("power").skipped
    taken = {"act": "skip", "block": "power", "on": False}
    assert not day(taken).block("power").skipped
    assert after(taken, {"act": "skip", "block": "power", "on": True}) == {}


@pytest.mark.parametrize("kind", NEW)
def test_a_new_block_is_put_in_after_another(kind: str) -> None:
    plan = day({"act": "add", "kind": kind, "after": "welcome"})
    new = plan.blocks[1]
    assert (new.kind, new.minutes) == (kind, NEW[kind][0])
    assert new.title["da"] != new.title["en"] or kind == "walk"


# ── words and times ──────────────────────────────────────────────────────────
def test_minutes_of_a_block_are_shared_out_among_its_stages() -> None:
    plan = day({"act": "set", "block": "map", "part": "minutes", "value": 60})
    assert sum(one.minutes for one in plan.block("map").stages) == 60


def test_minutes_of_a_stage_move_the_block() -> None:
    plan = day({"act": "set", "block": "map", "part": "stages.group", "value": 30})
    assert plan.block("map").minutes == 63
    assert plan.block("map").minutes_of("group") == 30


@given(st.integers(1, 600), st.lists(st.integers(1, 300), min_size=1, max_size=4))
def test_minutes_shared_out_are_all_there(minutes: int, parts: list[int]) -> None:
    found = shared_out(minutes, parts)
    assert sum(found) == max(minutes, len(parts))
    assert min(found) >= 1


def test_a_title_is_set_in_one_language_and_the_other_stays() -> None:
    plan = day({"act": "set", "block": "map", "part": "title.da", "value": " Landkort "})
    assert plan.block("map").title == {"da": "Landkort", "en": "Map"}


def test_cue_notes_are_a_line_each() -> None:
    said = {"act": "set", "block": "map", "part": "cues.da", "value": "Et\n\n To \n"}
    assert day(said).block("map").cues == {"da": ["Et", "To"], "en": ["Say it aloud."]}


def test_what_is_set_back_leaves_nothing_behind() -> None:
    there = {"act": "set", "block": "map", "part": "title.da", "value": "Landkort"}
    assert after(there, {**there, "value": "Kort"}) == {}
    longer = {"act": "set", "block": "map", "part": "stages.group", "value": 40}
    assert after(longer, {**longer, "value": 34}) == {}


def test_texts_and_cells_are_kept_beside_the_file_and_given_back() -> None:
    text = {"act": "text", "exercise": "stuck_episode", "language": "da", "key": "task"}
    said = after({**text, "value": "Nyt", "own": "Gammelt"})
    assert said == {"texts": {"stuck_episode": {"da": {"task": "Nyt"}}}}
    assert edit(PLAN, said, **text, value="Gammelt", own="Gammelt") == {}
    cell = {"act": "cell", "notebook": "05_positioning", "cell": "task-da", "own": "## Før"}
    assert after({**cell, "value": "## Nu"}) == {"cells": {"05_positioning": {"task-da": "## Nu"}}}


def test_a_block_gets_all_its_own_words_back() -> None:
    text = {"act": "text", "exercise": "stuck_episode", "language": "da", "key": "task"}
    said = after(
        {"act": "set", "block": "map", "part": "form", "value": "par"},
        {**text, "value": "Nyt", "own": "Gammelt"},
    )
    assert edit(PLAN, said, act="reset", block="map") == {}


def test_the_day_may_begin_and_end_at_other_times() -> None:
    assert day({"act": "day", "part": "start", "value": "8:30"}).start == "08.30"
    assert after({"act": "day", "part": "end", "value": "25.00"}) == {}


def test_tags_are_taken_in_their_order_and_unknown_ones_are_not() -> None:
    tags = {"act": "set", "block": "map", "part": "competences", "value": ["K4", "K9", "K1"]}
    assert day(tags).block("map").competences == ("K1", "K4")


SENSELESS = [
    {"act": "nothing"},
    {"act": "move", "block": "nobody", "to": 1},
    {"act": "move", "block": "map", "to": "1"},
    {"act": "move", "block": "map", "to": True},
    {"act": "split", "block": None},
    {"act": "add", "kind": "party"},
    {"act": "set", "block": "map", "part": "minutes", "value": 0},
    {"act": "set", "block": "map", "part": "minutes", "value": 601},
    {"act": "set", "block": "map", "part": "minutes", "value": "40"},
    {"act": "set", "block": "map", "part": "stages.walk", "value": 4},
    {"act": "set", "block": "map", "part": "form", "value": "choir"},
    {"act": "set", "block": "map", "part": "title.da", "value": "  "},
    {"act": "set", "block": "map", "part": "title.fr", "value": "Carte"},
    {"act": "set", "block": "map", "part": "title.da", "value": "x" * 121},
    {"act": "set", "block": "map", "part": "skipped", "value": True},
    {"act": "set", "block": "map", "part": "notebook", "value": "../secret"},
    {"act": "skip", "block": "map", "on": "yes"},
    {"act": "text", "exercise": "stuck_episode", "language": None, "key": "task", "value": "x"},
    {"act": "cell", "notebook": "", "cell": "task-da", "value": "x"},
]


@pytest.mark.parametrize("step", SENSELESS, ids=str)
def test_a_step_that_makes_no_sense_changes_nothing(step: dict[str, Any]) -> None:
    changes = {"order": ["pause", "welcome", "map", "power"]}
    assert edit(PLAN, changes, **step) is changes


BLOCKS = st.sampled_from(["welcome", "map", "pause", "power", "map~2", "break~2", "nobody"])
STEPS = st.one_of(
    st.fixed_dictionaries({"act": st.just("move"), "block": BLOCKS, "to": st.integers(-2, 9)}),
    st.fixed_dictionaries({"act": st.just("swap"), "block": BLOCKS, "with": BLOCKS}),
    st.fixed_dictionaries(
        {"act": st.sampled_from(["split", "duplicate", "remove", "reset"]), "block": BLOCKS}
    ),
    st.fixed_dictionaries({"act": st.just("skip"), "block": BLOCKS, "on": st.booleans()}),
    st.fixed_dictionaries(
        {"act": st.just("add"), "kind": st.sampled_from(list(NEW)), "after": BLOCKS}
    ),
    st.fixed_dictionaries(
        {
            "act": st.just("set"),
            "block": BLOCKS,
            "part": st.sampled_from(["minutes", "stages.group", "stages.talk"]),
            "value": st.integers(-3, 700),
        }
    ),
)


@given(st.lists(STEPS, max_size=25))
def test_any_order_of_steps_leaves_a_sound_day(steps: list[dict[str, Any]]) -> None:
    changes: dict[str, Any] = {}
    for step in steps:
        before = copy.deepcopy(changes)
        new = edit(PLAN, changes, **step)
        assert changes == before, "a step must not touch the snapshot it began with"
        changes = new
    plan = applied(PLAN, changes)
    names = [one.id for one in plan.blocks]
    assert len(names) == len(set(names))
    assert {"welcome", "map", "pause", "power"} <= set(names)
    for block in plan.blocks:
        assert 1 <= block.minutes <= 600
        assert all(one.minutes >= 1 for one in block.stages)
        assert set(block.title) == {"da", "en"}
