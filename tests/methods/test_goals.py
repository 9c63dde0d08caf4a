"""What goals mean: own words, followed up, never compared."""

from __future__ import annotations

import pytest

from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.goals import Answer, page, plenary

DA = exercise("own_goals").words["da"]
ONE = {"id": "a1b", "aim": "At spørge, før jeg svarer", "signs": "Nogen tænker højt"}


def test_a_goal_may_be_half_written():
    assert Answer.parse({"goals": [{"id": "a"}]}).goals[0].aim == ""
    assert Answer.parse({}).goals == []


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ({"goals": [{"id": str(n)} for n in range(6)]}, "refused_too_many"),
        ({"goals": [{**ONE, "aim": "x" * 201}]}, "refused_too_long"),
        ({"goals": [{**ONE, "reached": 80}]}, "refused_unknown_field"),
    ],
)
def test_what_is_no_goal_is_refused_with_a_reason(value, word):
    with pytest.raises(Refused) as no:
        Answer.parse(value)
    assert no.value.word == word


def test_plenary_holds_the_words_and_no_numbers():
    figure = plenary([Answer.parse({"goals": [ONE, {"id": "b"}]})])
    assert figure["rows"] == [[ONE["aim"], ONE["signs"]]]
    assert all(head in DA for head in figure["heads"])


def test_what_has_happened_since_has_a_column_when_there_is_something_in_it():
    (first,) = page(Answer.parse({"goals": [ONE]}), DA)
    (later,) = page(Answer.parse({"goals": [{**ONE, "since": "Det gik på mandag"}]}), DA)
    assert first["heads"] == [DA["goal_aim"], DA["goal_signs"]]
    assert later["rows"] == [[ONE["aim"], ONE["signs"], "Det gik på mandag"]]


def test_no_goals_leave_an_empty_page():
    assert page(Answer.parse({"goals": [{"id": "a"}]}), DA) == []
