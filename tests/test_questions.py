"""When an anonymous question opens and closes: with its stage, and with the trainer's press."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from widgets.cockpit import Cockpit
from workshops import questions
from workshops.dashboards.desk import Desk
from workshops.dashboards.desk_facts import desk_words
from workshops.exercises import exercise
from workshops.store import ENOUGH, Declined
from workshops.store.temporary import TemporaryStore

WANTED, DAY = "safety_items", "day4_motivation"


@pytest.fixture
def store() -> Iterator[TemporaryStore]:
    opened = TemporaryStore()
    opened.mark("run", DAY, {"button": "go", "block": "psych_safety"}, "test")
    yield opened
    opened.close()


def turned(
    store: TemporaryStore, button: str, stage: str, *, wanted: str = WANTED, day: str = DAY
) -> None:
    questions.turned(store, wanted, button, stage, day)


def state(store: TemporaryStore) -> str:
    told = questions.told(store, WANTED)
    assert told is not None
    return str(told["state"])


def test_it_opens_with_the_individual_stage_and_no_other(store: TemporaryStore) -> None:
    turned(store, "go", "talk")
    assert state(store) == ""
    turned(store, "stage", "individual")
    assert state(store) == "open"


def test_it_closes_when_that_is_pressed_and_stays_closed(store: TemporaryStore) -> None:
    turned(store, "stage", "individual")
    turned(store, "stage", "plenary")
    assert state(store) == "open"
    for button in ("close", "stage", "close"):
        turned(store, button, "individual")
        assert state(store) == "closed"


@pytest.mark.parametrize("count", [0, ENOUGH - 1, ENOUGH])
def test_only_six_and_more_are_shown(store: TemporaryStore, count: int) -> None:
    turned(store, "stage", "individual")
    for number in range(count):
        store.answer(WANTED, f"device {number}", {"doubt": "once"})
    assert questions.pooled(store, exercise(WANTED)) == []
    turned(store, "close", "individual")
    shown = count if count >= ENOUGH else 0
    assert len(questions.pooled(store, exercise(WANTED))) == shown


def test_any_other_exercise_is_left_alone(store: TemporaryStore) -> None:
    turned(store, "stage", "individual", wanted="stuck_episode")
    turned(store, "stage", "individual", wanted="nowhere")
    assert store.events(questions.KIND) == []
    assert questions.told(store, "stuck_episode") is None
    with pytest.raises(Declined):
        store.answer("stuck_episode", "device", {})


def test_one_that_everybody_has_left_stays_open_and_is_listed(store: TemporaryStore) -> None:
    turned(store, "stage", "individual")
    assert [one.subject for one in questions.left_open(store, "agreements")] == [WANTED]
    assert questions.left_open(store, WANTED) == []
    turned(store, "go", "group", wanted="agreements")
    assert state(store) == "open"
    turned(store, "close", "group")
    assert questions.left_open(store) == []


@pytest.mark.parametrize("day", ["day1_context", ""])
@pytest.mark.parametrize("count", [ENOUGH - 1, ENOUGH])
def test_it_closes_by_itself_when_its_day_does_not_run_any_more(
    store: TemporaryStore, day: str, count: int
) -> None:
    turned(store, "stage", "individual")
    for number in range(count):
        store.answer(WANTED, f"device {number}", {"doubt": "once"})
    turned(store, "day", "talk", wanted="", day=day)
    assert state(store) == "closed"
    shown = count if count >= ENOUGH else 0
    assert len(questions.pooled(store, exercise(WANTED))) == shown


def test_how_many_they_were_is_not_told_when_they_are_too_few(store: TemporaryStore) -> None:
    turned(store, "stage", "individual")
    for number in range(ENOUGH - 1):
        store.answer(WANTED, f"device {number}", {"doubt": "once"})
    turned(store, "close", "individual")
    assert questions.told(store, WANTED) == {"state": "closed", "answers": 0, "shown": False}
    assert [one.value for one in store.events(questions.KIND)][1:] == [
        {"state": "closed", "answers": 0}
    ]


def test_the_desk_reminds_of_one_left_open_and_closes_it_from_another_block(
    store: TemporaryStore,
) -> None:
    turned(store, "stage", "individual")
    cockpit = Cockpit(words=desk_words())
    desk = Desk(store, cockpit, None)
    assert cockpit.value["left_open"] == []
    store.mark("run", DAY, {"button": "go", "block": "safety_agreements"}, "test")
    desk.refresh()
    (left,) = cockpit.value["left_open"]
    assert (left["exercise"], left["title"]["da"]) == (WANTED, "Psykologisk tryghed")
    cockpit.pressed = {"n": 1, "button": "close", "exercise": WANTED}
    assert store.events("run")[-1].value == {"button": "close", "exercise": WANTED}
    assert cockpit.value["note"] is None
    desk.stop()
