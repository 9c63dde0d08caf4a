"""What a try-out means: from wondering to what one does differently, told to those one chooses."""

from __future__ import annotations

import pytest

from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.try_out import AFTER, PLAN, Answer, Trial, page, plenary

DA = exercise("try_outs").words["da"]
ONE = {"id": "a1b", "action": "Jeg spørger vejlederen først", "where_when": "Tirsdag"}


def test_it_has_the_fields_of_action_learning():
    assert set(Trial.model_fields) == {"id", "status", *PLAN, *AFTER}


def test_a_try_out_may_be_half_written():
    assert Answer.parse({"trials": [{"id": "a"}]}).trials[0].status is None


@pytest.mark.parametrize("status", ["planned", "tried", "otherwise", "talked", None])
def test_it_knows_where_it_is(status):
    assert Answer.parse({"trials": [{**ONE, "status": status}]}).trials[0].status == status


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ({"trials": [{**ONE, "status": "failed"}]}, "refused_kind"),
        ({"trials": [{**ONE, "observer": "x" * 161}]}, "refused_too_long"),
        ({"trials": [{"id": str(n)} for n in range(9)]}, "refused_too_many"),
        ({"trials": [{**ONE, "score": 3}]}, "refused_unknown_field"),
    ],
)
def test_what_is_no_try_out_is_refused_with_a_reason(value, word):
    with pytest.raises(Refused) as no:
        Answer.parse(value)
    assert no.value.word == word


def test_the_wall_shows_nothing_of_it():
    assert "vejlederen" not in str(plenary([Answer.parse({"trials": [ONE]})]))


def test_the_page_is_named_by_what_is_to_be_tried():
    (section,) = page(Answer.parse({"trials": [ONE, {"id": "empty"}]}), DA)
    assert section["title"] == ONE["action"]
    assert [pair["value"] for pair in section["pairs"]] == [DA["trial_status_planned"], "Tirsdag"]


def test_a_try_out_without_a_name_has_one_all_the_same():
    (section,) = page(Answer.parse({"trials": [{"id": "a", "wondering": "Hvorfor tier de?"}]}), DA)
    assert section["title"] == DA["trial_untitled"]
