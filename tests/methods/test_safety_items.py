"""What the safety items mean: numbers of the whole room, and nothing about anybody."""

from __future__ import annotations

import pytest

from workshops import twins
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.safety_items import ITEMS, SCALE, Answer, page, plenary

EXERCISE = exercise("safety_items")
DA = EXERCISE.words["da"]


def test_the_exercise_is_anonymous_and_alone_on_its_stage() -> None:
    assert EXERCISE.anonymous
    assert set(EXERCISE.instruments) == {"individual"}


def test_every_item_may_be_left_out() -> None:
    assert Answer.parse({}) == Answer.parse({"doubt": None})


@pytest.mark.parametrize("wrong", [{"doubt": "often"}, {"name": "Anna"}, {"help": 3}])
def test_what_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(Refused):
        Answer.parse(wrong)


@pytest.mark.parametrize("count", [0, 1, 6, 40])
def test_the_plenary_counts_each_item_for_itself(count: int) -> None:
    figure = plenary([Answer.parse({"doubt": "once", "moved": "several"})] * count)
    assert figure["n"] == count
    assert figure["counts"] == [[0, count, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, count]]
    assert figure["rows"] == []


@pytest.mark.parametrize("words", EXERCISE.words.values())
def test_every_item_and_answer_has_its_word(words: dict[str, str]) -> None:
    assert all(words[f"{item}_{often}"] for item in ITEMS for often in SCALE)
    assert all(words[f"often_{often}"] for often in SCALE)


def test_the_twin_gives_the_same_numbers() -> None:
    told = twins.twin(plenary([Answer.parse({"help": "never"})] * 6), DA)
    assert told["heads"] == ["", "Aldrig", "Én gang", "Flere gange"]
    assert told["rows"][2] == ["Bedt om hjælp", "6", "0", "0"]


def test_the_page_is_in_words() -> None:
    (section,) = page(Answer.parse({"help": "once"}), DA)
    assert section["pairs"] == [{"name": "Bedt om hjælp", "value": "Én gang"}]
