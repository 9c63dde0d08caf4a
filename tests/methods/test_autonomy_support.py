"""What a placed task means: tasks on the continuum, and an ask in three parts."""

from __future__ import annotations

import pytest

from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.autonomy_support import PLACES, Answer, page, plenary

DA = exercise("one_task").words["da"]
GROUP = {
    "tasks": {"t1": {"text": "Handleplan", "place": "external"}, "t2": {"place": "identified"}},
    "reason": "Børnene venter",
    "choice": "Hvornår",
    "ask": "Vil I vælge dagen?",
}


def test_only_places_of_the_continuum_are_taken():
    with pytest.raises(Refused):
        Answer.parse({"tasks": {"t1": {"place": "best"}}})


@pytest.mark.parametrize("number", [0, 1, 5, 40])
def test_every_placed_task_is_one_dot(number):
    figure = plenary([Answer.parse(GROUP)] * number)
    (plot,) = figure["plots"]
    assert figure["n"] == 2 * number
    assert dict(zip(PLACES, plot["counts"], strict=True))["external"] == number
    assert len(figure["rows"]) == number


def test_the_places_stand_in_the_continuum_s_own_order():
    (plot,) = plenary([])["plots"]
    assert plot["stops"] == [f"place_{place}" for place in PLACES]
    assert set(plot["stops"]) <= DA.keys()


def test_what_a_task_says_stays_on_its_sheet():
    assert "Handleplan" not in str(plenary([Answer.parse(GROUP)]))


def test_the_ask_stands_with_its_reason_choice_and_what_is_hard():
    assert plenary([Answer.parse(GROUP)])["rows"] == [
        ["Børnene venter", "Hvornår", "", "Vil I vælge dagen?"]
    ]


def test_the_page_names_tasks_and_places_in_words():
    table = page(Answer.parse(GROUP), DA)[0]
    assert table["rows"] == [["Handleplan", "Ydre"], ["", "Identificeret"]]


def test_an_empty_sheet_has_an_empty_page():
    assert page(Answer(), DA) == []
