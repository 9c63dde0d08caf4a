"""What a contract card means: unknown is an answer, and the wall counts without saying who."""

from __future__ import annotations

from typing import Any

import pytest

from workshops import bots_made, fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.contract import CARD, Answer, Unclear, page, plenary

EXERCISE = exercise("contract_card")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
FULL: dict[str, Any] = {
    "requester": "Forvaltningen",
    "mandate": "both",
    "what_goes_further": "Et notat",
    "unclear": {"what_goes_further": True, "time": True, "mandate": True},
    "unasked": "Hvem læser notatet?",
    "top": [{"id": "a1b", "point": "Hvem læser notatet?"}, {"id": "c2d"}],
}


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).unclear.time is False
    assert Answer.parse({"unclear": {"time": True}}).requester == ""
    assert Answer.parse(FULL).mandate == "both"


def test_every_field_of_the_card_can_be_unclear_and_has_its_word() -> None:
    assert tuple(Unclear.model_fields) == CARD
    assert [one["field"] for one in EXERCISE.sheet if one.get("unclear")] == list(CARD)
    for words in (DA, EN):
        assert all(words[field] for field in CARD)


@pytest.mark.parametrize(
    "value",
    [
        {"mandate": "control"},
        {"unclear": {"time": "yes"}},
        {"unclear": {"score": True}},
        {"requester": "x" * 241},
        {"top": [{"id": name} for name in "abcd"]},
    ],
)
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_an_answer_is_the_same_after_its_fields_were_stored_one_by_one() -> None:
    stored = fields.leaves(FULL)
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == FULL


def test_a_mark_that_is_taken_back_is_no_longer_there() -> None:
    assert fields.checked(Answer, "unclear.time", None) is False


def test_two_who_write_one_field_at_once_both_keep_their_text() -> None:
    assert all(fields.is_long(Answer, field) for field in CARD if field != "mandate")


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_wall_counts_marks_in_the_card_s_own_order(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert [field for field, _ in figure["bars"]] == list(CARD)
    assert all(0 <= marked <= figure["of"] == figure["n"] <= count for _, marked in figure["bars"])
    assert figure["bars"] == plenary(answers[::-1])["bars"]


def test_a_field_may_be_written_in_and_still_be_unclear() -> None:
    counted = dict(plenary([Answer.parse(FULL)] * 2)["bars"])
    assert counted["what_goes_further"] == 2
    assert counted["why_now"] == 0


def test_who_has_not_begun_a_card_is_not_among_those_who_could_have_marked() -> None:
    idle = [Answer.parse({}), Answer.parse({"transfer": "I morgen"})]
    figure = plenary([*idle, *[Answer.parse(FULL)] * 2])
    assert (figure["n"], figure["of"]) == (2, 2)


def test_of_one_group_alone_nothing_is_counted() -> None:
    figure = plenary([Answer.parse(FULL), Answer.parse({})])
    assert (figure["n"], figure["of"]) == (0, 0)
    assert not any(count for _, count in figure["bars"])


def test_only_the_points_are_read_on_the_wall() -> None:
    figure = plenary([Answer.parse(FULL)])
    assert figure["rows"] == [["Hvem læser notatet?"]]
    assert "Forvaltningen" not in str(figure)


def test_the_page_says_what_is_not_clear_yet() -> None:
    told = [pair for one in page(Answer.parse(FULL), DA) for pair in one.get("pairs", ())]
    assert {"name": "Tid", "value": "Endnu uafklaret", "voice": False} in told
    assert "Et notat (endnu uafklaret)" in [pair["value"] for pair in told]
    assert len(told) == 4


def test_an_empty_card_gives_no_page() -> None:
    assert page(Answer.parse({}), EN) == []
