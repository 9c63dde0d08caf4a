"""Made answers: what points at an item points at one that is there, so a rehearsal shows maps."""

from __future__ import annotations

import pytest

from workshops import bots_made
from workshops.exercises import Exercise, exercise


def made(number: int, one: Exercise | None = None) -> dict:
    return bots_made.made(one or exercise("draw_loop"), "group", number)


@pytest.mark.parametrize("number", range(12))
def test_what_points_at_an_item_points_at_one_that_is_there(number: int) -> None:
    value = made(number)
    known = {one["id"] for one in value.get("actors", [])}
    for arrow in value.get("arrows", []):
        ends = [arrow.get("from_actor"), arrow.get("to_actor")]
        assert set(ends) <= (known or {None})
        assert not known or ends[0] != ends[1]
    assert value.get("self_actor") in (known or {None})


def test_some_made_loops_close() -> None:
    def closes(value: dict) -> bool:
        ends = {one["to_actor"] for one in value.get("arrows", []) if "to_actor" in one}
        return bool(ends) and ends == {one["id"] for one in value.get("actors", [])}

    assert sum(closes(made(number)) for number in range(12)) >= 3


def test_a_text_is_not_said_twice_while_there_are_others() -> None:
    names = [one.get("name") for one in made(1).get("actors", [])]
    assert len(set(names)) == len(names)


def test_levels_that_are_no_items_are_left_as_they_are() -> None:
    value = made(2, exercise("stuck_utterance"))
    assert all(len(force["id"]) > 2 for force in value.get("mine", {}).get("forces", []))


def test_only_what_the_exercise_offers_is_chosen() -> None:
    rounds = [
        one
        for n in range(6)
        for one in made(n, exercise("listening_lab")).get("rounds", {}).values()
    ]
    drawn = {one["drawn"] for one in rounds if "drawn" in one}
    assert drawn <= {"downloading", "factual", "empathic", "generative"}
    assert len(drawn) > 2
