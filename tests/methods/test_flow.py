"""What a flow map means: points of activities, and one condition that is changed."""

from __future__ import annotations

import pytest

from workshops.exercises import exercise
from workshops.figures import rows_in_words
from workshops.methods import Refused
from workshops.methods.flow import Answer, page, plenary

DA = exercise("flow_points").words["da"]
MAP = {"first": [4, 7], "second": [0, 0], "third": [6, 5], "own": [8, 2], "own_text": "Teammøde"}
SHEET = {"meeting": "Mandagsmødet", "condition": "calm", "change": "Telefonerne i kassen"}


@pytest.mark.parametrize("value", [{"first": [11, 0]}, {"first": [1]}, {"condition": "fun"}])
def test_what_is_no_point_or_condition_is_refused(value):
    with pytest.raises(Refused):
        Answer.parse(value)


@pytest.mark.parametrize("number", [0, 1, 5])
def test_fewer_than_six_show_no_points(number):
    figure = plenary([Answer.parse(MAP)] * number)
    assert figure["n"] == 0
    assert all(plot["points"] == [] for plot in figure["plots"])


@pytest.mark.parametrize("number", [6, 40])
def test_a_place_says_how_many_chose_it(number):
    figure = plenary([Answer.parse(MAP)] * number)
    assert figure["n"] == number
    assert [plot["points"] for plot in figure["plots"]] == [
        [[4, 7, number]],
        [[0, 0, number]],
        [[6, 5, number]],
    ]


def test_one_s_own_meeting_is_nobody_else_s():
    figure = plenary([Answer.parse(MAP)] * 6)
    assert "Teammøde" not in str(figure)
    assert [8, 2, 6] not in [point for plot in figure["plots"] for point in plot["points"]]


def test_which_points_belong_together_cannot_be_told():
    one = [Answer.parse({"first": [n, n], "second": [n, 0]}) for n in range(6)]
    other = [Answer.parse({"first": [n, n], "second": [5 - n, 0]}) for n in range(6)]
    assert plenary(one) == plenary(other)


def test_groups_redesigns_are_rows_without_any_points():
    figure = plenary([Answer.parse(SHEET), Answer()])
    rows = [["Mandagsmødet", "Ro til fordybelse", "Telefonerne i kassen", ""]]
    assert rows_in_words(figure, DA) == rows
    assert figure["n"] == 0


def test_what_people_wrote_is_never_taken_for_a_choice():
    figure = plenary([Answer.parse({"meeting": "condition_calm", "change": "condition_goals"})])
    assert rows_in_words(figure, DA) == [["condition_calm", "", "condition_goals", ""]]


def test_the_page_says_points_and_condition_in_words():
    sections = page(Answer.parse(MAP | SHEET), DA)
    assert sections[0]["pairs"][3]["name"].endswith("Teammøde")
    assert sections[0]["pairs"][0]["value"] == "udfordring 7, færdigheder 4"
    assert "Ro til fordybelse" in [one.get("text") for one in sections]


def test_an_empty_answer_has_an_empty_page():
    assert page(Answer(), DA) == []


def test_no_point_leaves_with_a_group_s_sheet():
    assert Answer.parse(MAP | SHEET).for_all() == Answer.parse(SHEET)
