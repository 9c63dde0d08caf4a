"""What agreements mean: the talk stays at the table, two agreements leave it."""

from __future__ import annotations

import pytest

from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.agreements import Answer, page, plenary

EXERCISE = exercise("agreements")
FULL = {
    "easier": "At nogen siger: Det ved jeg heller ikke",
    "harder": "Råd med det samme",
    "first": "Når nogen er i tvivl, spørger vi, før vi råder",
    "again": "På næste møde",
}


def test_what_was_said_on_the_way_stays_at_the_table() -> None:
    kept = EXERCISE.for_all(FULL)
    assert set(kept) == {"first", "again"}


def test_too_long_an_agreement_is_refused() -> None:
    with pytest.raises(Refused):
        Answer.parse({"first": "x" * 241})


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_plenary_lists_agreements_only(count: int) -> None:
    figure = plenary([*[Answer.parse(FULL)] * count, Answer.parse({"harder": "Tavshed"})])
    assert figure["rows"] == [[FULL["first"], "", FULL["again"]]] * count


@pytest.mark.parametrize("words", EXERCISE.words.values())
def test_the_page_has_all_of_it_in_order(words: dict[str, str]) -> None:
    assert [one["text"] for one in page(Answer.parse(FULL), words)] == list(FULL.values())
    assert page(Answer.parse({}), words) == []
