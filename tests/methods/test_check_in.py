"""What a check-in means: a line, a sign or nothing at all, and nobody counts it."""

from __future__ import annotations

import pytest

from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.check_in import Answer, page, plenary

DA = exercise("check_in_1").words["da"]


@pytest.mark.parametrize(
    "value", [{}, {"line": "Spændt"}, {"sign": "waves"}, {"skipped": True}, {"sign": None}]
)
def test_a_line_a_sign_or_nothing_will_do(value):
    assert Answer.parse(value).model_dump(exclude_defaults=True).items() <= value.items()


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ({"line": "x" * 141}, "refused_too_long"),
        ({"sign": "best"}, "refused_kind"),
        ({"skipped": "yes"}, "refused_kind"),
        ({"mood": 3}, "refused_unknown_field"),
    ],
)
def test_what_is_no_answer_is_refused_with_a_reason(value, word):
    with pytest.raises(Refused) as no:
        Answer.parse(value)
    assert no.value.word == word


def test_the_wall_shows_nothing_of_it():
    told = [Answer.parse({"line": "hemmeligt", "sign": "calm"})] * 25
    assert plenary(told) == plenary([])
    assert "hemmeligt" not in str(plenary(told))


def test_the_page_says_the_sign_in_words():
    sections = page(Answer.parse({"line": "Den med fraværet.", "sign": "going"}), DA)
    assert [one["text"] for one in sections] == ["Den med fraværet.", DA["sign_going"]]
    assert page(Answer.parse({"skipped": True}), DA) == []
