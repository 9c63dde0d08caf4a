"""The day by the clock: how blocks move with the room, and when the day ends."""

from __future__ import annotations

from datetime import datetime, timedelta

from workshops.programme.agenda import agenda, clock
from workshops.programme.plan import Block, Plan, Stage, at_clock, clock_of
from workshops.programme.run import press, resolved
from workshops.programme.state import State

NINE = at_clock(datetime(2026, 11, 23, 12).astimezone(), "09.00")


def block(name: str, minutes: int, *stages: Stage, **more: object) -> Block:
    return Block(name, {"da": name, "en": name}, minutes, stages=stages, **more)


PLAN = Plan(
    "day1_context",
    {"da": "Dag", "en": "Day"},
    (
        block("welcome", 30),
        block("map", 60, Stage("talk", 10), Stage("group", 35), Stage("plenary", 15)),
        block("pause", 15, kind="break"),
        block("power", 40),
    ),
)


def minutes(number: float) -> datetime:
    return NINE + timedelta(minutes=number)


def played(*presses: tuple[float, str, dict[str, object]]) -> State:
    state = State("day1_context")
    for at, button, given in presses:
        state = press(state, button, PLAN, minutes(at), **given)
    return state


def said(state: State, at: float) -> list[tuple[str, str, str]]:
    items = agenda(state, PLAN, minutes(at))
    return [(one.block.id, clock_of(one.begins), one.state) for one in items]


def test_before_the_day_the_plan_stands_by_the_clock() -> None:
    assert said(State("day1_context"), -20) == [
        ("welcome", "09.00", "next"),
        ("map", "09.30", "later"),
        ("pause", "10.30", "later"),
        ("power", "10.45", "later"),
    ]
    assert clock(State("day1_context"), PLAN, minutes(-20)) is None


def test_a_late_start_moves_what_comes_and_is_said_in_minutes() -> None:
    state = played((5, "next", {}), (41, "next", {}))
    assert said(state, 41) == [
        ("welcome", "09.05", "done"),
        ("map", "09.41", "now"),
        ("pause", "10.41", "next"),
        ("power", "10.56", "later"),
    ]
    assert clock(state, PLAN, minutes(41)) == {"behind": 11, "ends": "11.36", "planned": "11.25"}


def test_five_minutes_more_and_an_overrun_move_the_day() -> None:
    state = played((0, "next", {}), (30, "next", {}), (30, "more", {"minutes": 5}))
    assert clock(state, PLAN, minutes(30)) == {"behind": 5, "ends": "11.30", "planned": "11.25"}
    assert clock(state, PLAN, minutes(50))["behind"] == 10


def test_what_is_skipped_brings_the_day_forward() -> None:
    state = played((0, "next", {}), (0, "skip", {"block": "map"}))
    assert said(state, 0)[1:3] == [("map", "09.30", "skipped"), ("pause", "09.30", "next")]
    assert clock(state, PLAN, minutes(0))["behind"] == -60
    assert said(press(state, "unskip", PLAN, minutes(1), block="map"), 1)[1][2] == "next"


def test_a_pause_keeps_what_is_left_and_makes_the_day_later() -> None:
    state = played((0, "next", {}), (10, "pause", {}))
    assert state.ends is None
    assert clock(state, PLAN, minutes(25))["behind"] == 15
    state = press(state, "resume", PLAN, minutes(25))
    assert state.ends == minutes(45)


def test_a_split_block_comes_again_with_what_is_left() -> None:
    state = played((0, "next", {}), (30, "next", {}), (40, "next", {}), (55, "split", {}))
    assert state.block == "pause"
    assert said(state, 55)[1:] == [
        ("map", "09.30", "done"),
        ("pause", "09.55", "now"),
        ("map+2", "10.10", "next"),
        ("power", "10.45", "later"),
    ]
    state = press(state, "next", PLAN, minutes(70))
    assert state.stage == "group"
    assert state.ends == minutes(90)


def test_two_blocks_change_places() -> None:
    state = played((0, "next", {}), (1, "swap", {}))
    assert [one.id for one in state.blocks(PLAN)] == ["welcome", "pause", "map", "power"]
    assert state == press(state, "swap", PLAN, minutes(2), block="welcome", **{"with": "map"})


def test_a_day_at_another_time_is_not_late() -> None:
    state = played((600, "next", {}))
    assert clock(state, PLAN, minutes(600)) == {"behind": 0, "ends": "21.25", "planned": "21.25"}


def test_a_day_begun_in_the_middle_is_neither_late_nor_early() -> None:
    state = played((400, "go", {"block": "pause"}))
    assert clock(state, PLAN, minutes(400)) == {"behind": 0, "ends": "16.35", "planned": "16.35"}


def test_a_first_block_left_out_for_a_late_start_is_counted() -> None:
    state = played((40, "go", {"block": "map"}))
    assert clock(state, PLAN, minutes(40))["behind"] == 10


def test_a_press_is_kept_with_what_it_meant() -> None:
    state = played((0, "next", {}))
    assert resolved(state, "next", PLAN) == ("go", {"block": "map"})
    state = press(state, "next", PLAN, minutes(1))
    assert resolved(state, "next", PLAN) == ("stage", {"stage": "group", "minutes": 35})
    assert resolved(state, "swap", PLAN) == ("swap", {"block": "pause", "with": "power"})
    last = press(state, "go", PLAN, minutes(2), block="power")
    assert resolved(last, "next", PLAN) is None


def test_the_day_over_leaves_all_done_and_nothing_next() -> None:
    state = played((0, "go", {"block": "power"}), (40, "go", {"block": None}))
    assert [one[2] for one in said(state, 41)].count("done") == 1
    assert clock(state, PLAN, minutes(41)) is not None
