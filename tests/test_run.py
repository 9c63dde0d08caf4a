"""Any order of presses leaves a defined state."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from workshops.programme.plan import STAGES, Block, Plan, Stage
from workshops.programme.run import _BUTTONS, LONGEST, press
from workshops.programme.state import State

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
PLAN = Plan(
    "day1_context",
    {"da": "Dag", "en": "Day"},
    (
        Block("welcome", {"da": "a", "en": "a"}, 30),
        Block(
            "map", {"da": "b", "en": "b"}, 40, "05_positioning", "stuck_episode",
            (Stage("individual", 6), Stage("group", 34)),
        ),
    ),
)  # fmt: skip
anything = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9))
presses = st.lists(
    st.tuples(
        st.one_of(
            st.sampled_from([*_BUTTONS, "x"]),
            st.text(max_size=5),
        ),
        st.dictionaries(
            st.sampled_from(["block", "stage", "minutes", "table", "theme", "exercise"]),
            st.one_of(anything, st.sampled_from(["welcome", "map", *STAGES, "3", "light", "dark"])),
        ),
    ),
    max_size=30,
)


def replayed(day: str, plan: Plan, presses: list[tuple[datetime, dict[str, Any]]]) -> State:
    """Give the state that presses under one plan lead to."""
    state = State(day)
    for at, value in presses:
        given = {key: part for key, part in value.items() if key != "button"}
        state = press(state, str(value.get("button")), plan, at, **given)
    return state


@given(presses)
def test_any_presses_leave_a_defined_state(given_presses):
    state = State(PLAN.day)
    for number, (button, given_facts) in enumerate(given_presses):
        state = press(state, button, PLAN, NOW + timedelta(seconds=number), **given_facts)
        assert state.stage in STAGES
        assert state.block is None or PLAN.block(state.block)
        assert 0 <= state.minutes <= LONGEST
        assert state.theme in {"light", "dark"}


def test_going_to_a_block_opens_its_exercise_and_sets_its_first_timer():
    state = press(State(PLAN.day), "go", PLAN, NOW, block="map")
    assert state.stage == "individual"
    assert state.opened == {"stuck_episode"}
    assert state.ends == NOW + timedelta(minutes=6)


def test_five_minutes_more_count_from_now_when_time_is_up():
    state = press(State(PLAN.day), "go", PLAN, NOW, block="map")
    late = NOW + timedelta(minutes=20)
    assert press(state, "more", PLAN, late, minutes=5).ends == late + timedelta(minutes=5)


def test_closing_names_the_running_exercise_when_nothing_else_is_said():
    state = press(State(PLAN.day), "go", PLAN, NOW, block="map")
    assert press(state, "close", PLAN, NOW).opened == frozenset()


def test_replaying_the_days_presses_gives_the_same_state():
    values = [{"button": "go", "block": "map"}, {"button": "stage", "stage": "group"}]
    state = replayed(PLAN.day, PLAN, [(NOW, value) for value in values])
    assert (state.block, state.stage) == ("map", "group")


def test_a_question_is_asked_in_plenary_only_and_goes_with_its_stage():
    state = press(State(PLAN.day), "go", PLAN, NOW, block="map")
    assert press(state, "debrief", PLAN, NOW, step="notice") == state
    state = press(state, "stage", PLAN, NOW, stage="plenary")
    asked = press(state, "debrief", PLAN, NOW, step="silence")
    assert (asked.debrief, asked.asked) == ("silence", NOW)
    assert press(asked, "debrief", PLAN, NOW, step="who won?") == asked
    assert press(asked, "debrief", PLAN, NOW, step="") == state
    later = press(asked, "stage", PLAN, NOW, stage="group")
    assert (later.debrief, later.asked) == ("", None)
