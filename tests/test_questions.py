"""When an anonymous question opens and closes: with its stage, and with the trainer's press."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workshops import questions
from workshops.exercises import exercise
from workshops.store import ENOUGH, Declined
from workshops.store.temporary import TemporaryStore

WANTED = "safety_items"


@pytest.fixture
def store() -> Iterator[TemporaryStore]:
    opened = TemporaryStore()
    yield opened
    opened.close()


def state(store: TemporaryStore) -> str:
    told = questions.told(store, WANTED)
    assert told is not None
    return str(told["state"])


def test_it_opens_with_the_individual_stage_and_no_other(store: TemporaryStore) -> None:
    questions.turned(store, WANTED, "go", "talk")
    assert state(store) == ""
    questions.turned(store, WANTED, "stage", "individual")
    assert state(store) == "open"


def test_it_closes_when_that_is_pressed_and_stays_closed(store: TemporaryStore) -> None:
    questions.turned(store, WANTED, "stage", "individual")
    questions.turned(store, WANTED, "stage", "plenary")
    assert state(store) == "open"
    for button in ("close", "stage", "close"):
        questions.turned(store, WANTED, button, "individual")
        assert state(store) == "closed"


@pytest.mark.parametrize("count", [0, ENOUGH - 1, ENOUGH])
def test_only_six_and_more_are_shown(store: TemporaryStore, count: int) -> None:
    questions.turned(store, WANTED, "stage", "individual")
    for number in range(count):
        store.answer(WANTED, f"device {number}", {"doubt": "once"})
    assert questions.pooled(store, exercise(WANTED)) == []
    questions.turned(store, WANTED, "close", "individual")
    shown = count if count >= ENOUGH else 0
    assert len(questions.pooled(store, exercise(WANTED))) == shown


def test_any_other_exercise_is_left_alone(store: TemporaryStore) -> None:
    questions.turned(store, "stuck_episode", "stage", "individual")
    questions.turned(store, "nowhere", "stage", "individual")
    assert store.events(questions.KIND) == []
    assert questions.told(store, "stuck_episode") is None
    with pytest.raises(Declined):
        store.answer("stuck_episode", "device", {})
