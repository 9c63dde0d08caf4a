"""What a card means: three numbers that are never one, and a spread that six people make."""

from __future__ import annotations

import pytest

from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.self_determination import NEEDS, Answer, page, plenary

DA = exercise("prep_card").words["da"]
WHOLE = {"autonomy": 3, "competence": 0, "relatedness": 10}


def answers(number, **more):
    return [Answer.parse(WHOLE | more) for _ in range(number)]


@pytest.mark.parametrize("value", [{"autonomy": 11}, {"competence": -1}, {"score": 3}])
def test_what_is_no_step_is_refused(value):
    with pytest.raises(Refused):
        Answer.parse(value)


@pytest.mark.parametrize("number", [0, 1, 5])
def test_fewer_than_six_show_nothing(number):
    figure = plenary(answers(number))
    assert figure["n"] == 0
    assert all(sum(plot["counts"]) == 0 for plot in figure["plots"])


@pytest.mark.parametrize("number", [6, 40])
def test_each_need_shows_its_whole_spread(number):
    figure = plenary(answers(number))
    assert figure["n"] == number
    assert [plot["key"] for plot in figure["plots"]] == [*NEEDS]
    chosen = zip(figure["plots"], (3, 0, 10), strict=True)
    assert [plot["counts"][step] for plot, step in chosen] == [number] * 3


def test_nought_is_an_answer_and_an_empty_need_is_none():
    figure = plenary([*answers(5), Answer.parse({"competence": 0})])
    assert [sum(plot["counts"]) for plot in figure["plots"]] == [5, 6, 5]


def test_no_mean_no_sum_and_no_words_leave_the_card():
    figure = plenary(answers(6, situation="Skemaet", supports="En kollega"))
    assert set(figure) == {"kind", "n", "plots", "heads", "rows"}
    assert "Skemaet" not in str(figure)


def test_which_numbers_belong_together_cannot_be_told():
    mixed = [Answer.parse({"autonomy": n, "relatedness": 10 - n}) for n in range(6)]
    other = [Answer.parse({"autonomy": n, "relatedness": n + 5}) for n in range(6)]
    assert plenary(mixed) == plenary(other)


def test_the_page_says_each_number_for_itself():
    pairs = page(answers(1)[0], DA)[0]["pairs"]
    assert [one["value"] for one in pairs] == ["3 af 10", "0 af 10", "10 af 10"]


def test_an_empty_card_has_an_empty_page():
    assert page(Answer(), DA) == []
