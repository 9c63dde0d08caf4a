"""Pictures made of what people share without names: from six on, and apart from the groups'."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from workshops import exercises, fields
from workshops.binding import Binding
from workshops.identity import Person
from workshops.methods import Refused
from workshops.plenary import plenary_view
from workshops.room.messages import Messages
from workshops.store import Change
from workshops.store.temporary import TemporaryStore
from workshops.takeaway.gathered import gather
from workshops.takeaway.tables.sheets import grids

CARD = exercises.exercise("prep_card")
TASK = exercises.exercise("one_task")
FLOW = exercises.exercise("flow_points")
NUMBERS = {"autonomy": 0, "competence": 4, "relatedness": 10, "supports": "kun mit"}
POINTS = {"first": [4, 7], "second": [6, 5], "third": [0, 0], "own": [8, 2], "own_text": "kun mit"}


@pytest.fixture
def store() -> Iterator[TemporaryStore]:
    made = TemporaryStore()
    yield made
    made.close()


def share(store: TemporaryStore, exercise: str, subject: str, value: dict[str, Any]) -> None:
    who = f"{subject[2:]:0>8}"
    store.mark("seat", f"p:{who}", {"alias": who, "table": "7"}, who)
    owner = subject if subject.startswith("g:") else f"p:{who}"
    for path, leaf in fields.leaves(value).items():
        store.put(Change(exercise, owner, who, path, leaf, secrets.token_urlsafe(9)))
    store.release(exercise, owner, who, "plenary", secrets.token_urlsafe(9))


def people(store: TemporaryStore, exercise: str, value: dict[str, Any], number: int) -> None:
    for one in range(number):
        share(store, exercise, f"p:{one}", value)


def test_five_cards_are_not_on_the_wall(store: TemporaryStore) -> None:
    people(store, CARD.id, NUMBERS, 5)
    picture = plenary_view(CARD, store).children[0]
    assert picture.value["n"] == 0
    assert picture.options["empty"][1] == CARD.words["da"]["plenary_too_few"]


def test_six_cards_are_with_a_nought_among_their_numbers(store: TemporaryStore) -> None:
    people(store, CARD.id, NUMBERS, 6)
    picture = plenary_view(CARD, store).children[0]
    chosen = zip(picture.value["plots"], (0, 4, 10), strict=True)
    assert [plot["counts"][step] for plot, step in chosen] == [6] * 3
    assert "kun mit" not in json.dumps(picture.value)


def test_tasks_are_the_groups_and_need_no_six(store: TemporaryStore) -> None:
    share(store, TASK.id, "g:7", {"tasks": {"t1": {"text": "Plan", "place": "external"}}})
    picture = plenary_view(TASK, store).children[0]
    assert picture.value["n"] == 1
    assert picture.value["tables"] == ["7"]


def test_points_are_the_people_s_and_lines_the_groups(store: TemporaryStore) -> None:
    redesign = {"meeting": "Mandag", "condition": "calm", "change": "Færre punkter"}
    share(store, FLOW.id, "g:7", redesign)
    people(store, FLOW.id, POINTS, 6)
    picture, lines = plenary_view(FLOW, store).children[:2]
    assert picture.value["plots"][0]["points"] == [[4, 7, 6]]
    rows = [["Mandag", "Ro til fordybelse", "Færre punkter", ""]]
    assert lines.value["groups"][0]["rows"] == rows


@pytest.mark.parametrize(("exercise", "value"), [(CARD, NUMBERS), (FLOW, POINTS)])
@pytest.mark.parametrize("number", [5, 6])
def test_phones_see_what_the_wall_sees(
    store: TemporaryStore, exercise: exercises.Exercise, value: dict[str, Any], number: int
) -> None:
    people(store, exercise.id, value, number)
    messages = Messages.__new__(Messages)
    messages.hall = SimpleNamespace(store=store)  # type: ignore[assignment]
    told = json.loads(messages.plenary(exercise.id))
    assert told["figure"]["n"] == (6 if number == 6 else 0)
    assert "kun mit" not in json.dumps(told)


@pytest.mark.parametrize(("exercise", "value"), [(CARD, NUMBERS), (FLOW, POINTS)])
def test_take_home_has_the_spread_in_words(
    store: TemporaryStore, exercise: exercises.Exercise, value: dict[str, Any]
) -> None:
    people(store, exercise.id, value, 6)
    found = gather(store, exercise, "da")
    grid = grids([found])[-1]
    assert len(grid.rows) == 3
    assert all(len(row) == len(grid.heads) for row in grid.rows)
    assert "kun mit" not in str(grid)


def test_a_nought_may_be_shared_and_an_empty_card_may_not(store: TemporaryStore) -> None:
    one = Binding(store, CARD, Person("00000001", "Anna"))
    with pytest.raises(Refused):
        one.share("me", "plenary", secrets.token_urlsafe(9))
    one.put("me", "relatedness", 0, secrets.token_urlsafe(9)).result()  # each need stands alone
    one.share("me", "plenary", secrets.token_urlsafe(9)).result()
    assert "plenary" in one.sheet("me").shared
