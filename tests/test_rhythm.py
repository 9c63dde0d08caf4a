"""A planned day by the clock: its times and pieces, what it covers, and what is worth a word."""

from __future__ import annotations

from typing import Any

from workshops.programme import advice, editing, rhythm
from workshops.programme.plan import Block, Plan, Stage, plan
from workshops.programme.planning import applied

WORDS = {"da": "Blok", "en": "Block"}
WHY = {"da": "at prøve", "en": "to try"}


def block(name: str, minutes: int, **more: Any) -> Block:
    return Block(name, WORDS, minutes, **{"purpose": WHY, **more})


def made(*blocks: Block, end: str = "15.30") -> Plan:
    return Plan("day1_context", WORDS, blocks, start="09.00", end=end)


def words(day: Plan) -> set[str]:
    return {one["word"].removeprefix("planner_warn_") for one in advice.warnings(day)}


def one(day: Plan, word: str) -> dict[str, Any]:
    return next(w for w in advice.warnings(day) if w["word"] == f"planner_warn_{word}")


MAP = block(
    "map", 67, form="par", tempo="high", body="moving",
    stages=(Stage("talk", 12), Stage("individual", 6), Stage("group", 34), Stage("plenary", 15)),
)  # fmt: skip


# ── times and pieces ─────────────────────────────────────────────────────────
def test_times_follow_and_a_skipped_block_takes_none() -> None:
    day = made(block("a", 30), block("b", 20, skipped=True), block("c", 15))
    assert [rhythm.clock(at) for _, at in rhythm.timed(day)] == ["09.00", "09.30", "09.30"]
    assert rhythm.clock(rhythm.ends(day)) == "09.45"


def test_a_block_with_stages_is_a_piece_for_each() -> None:
    pieces = rhythm.rhythm(made(MAP))
    assert [(p.stage, p.form, p.body) for p in pieces] == [
        ("talk", "plenum", "seated"),
        ("individual", "I", "seated"),
        ("group", "par", "moving"),
        ("plenary", "plenum", "seated"),
    ]
    assert [p.at for p in pieces] == [540, 552, 558, 592]


def test_the_day_covers_questions_and_elements_by_minutes() -> None:
    day = made(
        block("a", 30, competences=("K1", "K3"), elements=("slf_2",)),
        block("b", 20, competences=("K1",)),
        block("c", 50, competences=("K1",), skipped=True),
    )
    found = rhythm.coverage(day)
    assert found["K1"] == {"minutes": 50, "blocks": ["a", "b"]}
    assert found["slf_2"]["minutes"] == 30
    assert found["K5"] == {"minutes": 0, "blocks": []}


def test_minutes_are_added_up_by_what_people_do() -> None:
    day = made(MAP, block("p", 15, kind="break"), block("x", 40, kind="placeholder", form="G"))
    totals = {"talk": 12, "work": 40, "plenary": 15, "break": 15, "placeholder": 40}
    assert rhythm.totals(day) == totals


# ── what is worth a word ─────────────────────────────────────────────────────
def test_too_long_on_the_chair_is_said_and_the_step_that_helps_does_help() -> None:
    day = made(block("a", 30), block("g", 30, form="G"), block("b", 20), end="10.20")
    found = one(day, "seated")
    assert found["facts"] == {"n": 80, "time": "09.00"}
    assert found["fix"] == {"act": "set", "block": "g", "part": "body", "value": "moving"}
    better = applied(day, editing.edit(day, {}, **found["fix"]))
    assert "seated" not in words(better)


def test_where_nobody_can_get_up_a_break_helps() -> None:
    day = made(block("a", 30), block("b", 40), end="10.10")
    found = one(day, "seated")
    assert found["fix"] == {"act": "add", "kind": "break", "after": "a"}


def test_a_block_with_stages_gets_up_in_its_group_work() -> None:
    day = made(block("g", 67, form="G", stages=MAP.stages), end="10.07")
    found = one(day, "seated")
    assert found["fix"] == {"act": "set", "block": "g", "part": "body", "value": "moving"}


def test_where_one_block_fills_the_time_no_break_is_offered() -> None:
    assert one(made(block("a", 90), end="10.30"), "seated")["fix"] is None


def test_forty_five_minutes_a_break_and_movement_are_no_reason_to_worry() -> None:
    assert "seated" not in words(made(block("a", 45), block("p", 10, kind="break"), block("b", 45)))
    assert "seated" not in words(made(block("a", 45), block("w", 10, kind="walk"), block("b", 45)))


def test_more_than_twenty_minutes_of_talk_in_a_row_is_said() -> None:
    theory = block("t", 12, notebook="01_theory")
    assert "talk" not in words(made(theory))
    assert one(made(theory, MAP), "talk")["facts"] == {"n": 24, "time": "09.00"}


def test_a_missing_break_is_said_with_where_to_put_it() -> None:
    day = made(block("a", 60, body="moving"), block("b", 70, body="moving"))
    found = one(day, "break")
    assert found["facts"] == {"from": "09.00", "to": "11.10"}
    assert found["fix"]["after"] == "a"


def test_after_lunch_somebody_should_be_on_their_feet() -> None:
    lunch = block("l", 45, kind="break")
    assert "lunch" in words(made(block("a", 30), lunch, block("b", 40)))
    assert "lunch" not in words(made(block("a", 30), lunch, block("b", 40, body="moving")))
    assert "lunch" not in words(made(block("a", 30), block("l", 15, kind="break"), block("b", 40)))


def test_minutes_against_the_time_of_the_day() -> None:
    assert one(made(block("a", 60), end="09.50"), "time")["facts"] == {"n": 10, "time": "10.00"}
    assert one(made(block("a", 60), end="10.30"), "spare")["facts"]["n"] == 30
    assert not words(made(block("a", 60), end="10.05")) & {"time", "spare"}


def test_no_closing_and_no_purpose_are_said() -> None:
    day = made(block("a", 30, purpose=None), block("p", 10, kind="break", purpose=None))
    assert {"closing", "purpose_one"} <= words(day)
    assert one(day, "purpose_one")["blocks"] == ["a"]
    assert "closing" not in words(made(block("z", 10, kind="check_out")))


def test_stages_that_do_not_fill_their_block_are_said() -> None:
    day = made(block("a", 30, stages=(Stage("group", 20),)))
    assert one(day, "stages")["facts"] == {"n": 20, "m": 30}


def test_an_empty_day_says_nothing() -> None:
    assert advice.warnings(made()) == []


def test_day_1_as_it_comes_holds_together() -> None:
    assert advice.warnings(plan("day1_context")) == []
