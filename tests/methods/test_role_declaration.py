"""What a role declaration means: sixty seconds in one's own words, and what of it was heard."""

from __future__ import annotations

from typing import Any

import pytest

from workshops import bots_made, fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.role_declaration import HEARD, Answer, page, plenary

EXERCISE = exercise("role_declaration")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
ROUNDS: dict[str, Any] = {
    "r1": {
        "began": 1_800_000_000_000,
        "shown": True,
        "heard": {"s2": ["task", "onward"], "s3": ["task"], "s4": []},
    },
    "r2": {"heard": {"s1": ["use"]}},
}
FULL: dict[str, Any] = {
    "hat": "both",
    "sixty": "I dag kommer jeg på tilsyn.",
    "must_report": "Det, loven kræver.",
    "seats": 4,
    "rounds": ROUNDS,
    "opening": [{"id": "a1b", "sentence": "Det, jeg ser, skriver jeg ned."}, {"id": "c2d"}],
    "promise": "At det bliver mellem os.",
}


def counted(value: dict[str, Any]) -> dict[str, int]:
    """Give what two groups that ticked the same add up to; of one alone nothing is counted."""
    return dict(plenary([Answer.parse(value)] * 2)["bars"])


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).rounds.r6.heard.s6 is None
    assert Answer.parse({"rounds": {"r1": {}}}).rounds.r1.began is None
    assert Answer.parse(FULL).hat == "both"


def test_the_five_that_can_be_heard_are_those_the_rounds_ask_for() -> None:
    assert EXERCISE.settings["mark"]["of"] == list(HEARD)
    for words in (DA, EN):
        assert all(words[f"mark_{one}"] for one in HEARD)


@pytest.mark.parametrize(
    "value",
    [
        {"hat": "expert"},
        {"seats": 7},
        {"rounds": {"r1": {"heard": {"s2": ["voice"]}}}},
        {"rounds": {"r1": {"heard": {"s7": ["task"]}}}},
        {"rounds": {"r7": {}}},
        {"sixty": "x" * 601},
        {"opening": [{"id": name} for name in "abcdef"]},
    ],
)
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_an_answer_is_the_same_after_its_fields_were_stored_one_by_one() -> None:
    stored = fields.leaves(FULL)
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == FULL
    assert fields.checked(Answer, "rounds.r1.heard.s2", None) is None


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_wall_counts_what_was_heard_in_the_whole_room(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert [key for key, _ in figure["bars"]] == [f"mark_{one}" for one in HEARD]
    assert all(ticks <= figure["of"] for _, ticks in figure["bars"])
    assert figure["n"] <= count
    assert figure["bars"] == plenary(answers[::-1])["bars"]


def test_a_listening_counts_when_something_was_ticked() -> None:
    figure = plenary([Answer.parse(FULL), Answer.parse({}), Answer.parse(FULL)])
    assert (figure["n"], figure["of"]) == (2, 6)
    alone = plenary([Answer.parse(FULL), Answer.parse({})])
    assert (alone["n"], alone["of"]) == (0, 0)
    assert counted(FULL) == {
        "mark_task": 4,
        "mark_role": 0,
        "mark_look": 0,
        "mark_onward": 2,
        "mark_use": 2,
    }


def test_one_who_ticks_the_same_twice_has_heard_it_once() -> None:
    assert counted({"rounds": {"r1": {"heard": {"s2": ["task", "task"]}}}})["mark_task"] == 2


def test_the_wall_never_says_whose_declaration_was_heard() -> None:
    other = {"rounds": {"r5": ROUNDS["r1"], "r6": ROUNDS["r2"]}}
    told = plenary([Answer.parse(FULL)])
    assert told["bars"] == plenary([Answer.parse(other)])["bars"]
    assert "r1" not in str(told)


def test_only_the_opening_sentences_are_read_on_the_wall() -> None:
    told = plenary([Answer.parse(FULL)])
    assert told["rows"] == [["Det, jeg ser, skriver jeg ned."]]
    assert FULL["sixty"] not in str(told)


def test_the_page_holds_the_words_and_not_who_heard_them() -> None:
    sections = page(Answer.parse(FULL), DA)
    assert [one["title"] for one in sections] == [
        DA["fold_notes"],
        DA["sixty"],
        DA["opening"],
        DA["promise"],
    ]
    assert sections[0]["pairs"][0] == {
        "name": DA["hat"],
        "value": DA["hat_both"],
        "voice": False,
    }
    assert DA["mark_task"] not in str(sections)
    assert page(Answer.parse({}), EN) == []
