"""What a rewrite means: the receiver says what was heard, and the group what may be shown."""

from __future__ import annotations

from typing import Any

import pytest

from workshops import bots_made, fields, twins
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.wondering import CRITERIA, SLOTS, Answer, page, plenary

EXERCISE = exercise("hidden_advice")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
SHOWN: dict[str, Any] = {
    "wondering": "Hvad sker der, når I er lige ved at nå det?",
    "heard": "At det ikke er min skyld.",
    "not_knowing": "yes",
    "no_hidden_advice": "unsure",
    "chosen": "yes",
}
FULL: dict[str, Any] = {
    "r1": SHOWN,
    "r2": {"wondering": "Hvad svarer de på?", "heard": "Et råd", "chosen": "no"},
    "r3": {"wondering": "Hvad er stilheden?"},
    "transfer": "På mandag.",
}


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).r6.wondering == ""
    assert Answer.parse({"r2": {"heard": "Et råd"}}).r2.chosen is None


@pytest.mark.parametrize(
    "value",
    [
        {"r1": {"wondering": "x" * 241}},
        {"r1": {"not_knowing": True}},
        {"r1": {"good": "yes"}},
        {"r7": {"wondering": "?"}},
        {"score": 4},
    ],
)
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_an_answer_is_the_same_after_its_fields_were_stored_one_by_one() -> None:
    stored = fields.leaves(FULL)
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == FULL


def test_two_who_write_one_question_at_once_both_keep_it() -> None:
    assert fields.is_long(Answer, "r1.wondering")
    assert fields.is_long(Answer, "r6.heard")


def test_only_what_the_group_chose_leaves_the_table() -> None:
    kept = Answer.parse(FULL).for_all()
    assert (kept.r1.wondering, kept.r1.heard) == (SHOWN["wondering"], SHOWN["heard"])
    assert [getattr(kept.r1, part) for part in CRITERIA] == [None] * 4
    assert plenary([kept]) == plenary([Answer.parse(FULL)])
    assert kept.r2.wondering == ""
    assert kept.r3.wondering == ""
    assert kept.transfer == "På mandag."


def test_the_plenary_sets_what_each_group_asks_beside_the_advice() -> None:
    figure = plenary([Answer.parse(FULL), Answer.parse({"r3": SHOWN})])
    assert figure["cells"][0] == [SHOWN["wondering"], ""]
    assert figure["cells"][1] == ["", ""]
    assert figure["cells"][2] == ["", SHOWN["wondering"]]
    assert figure["rows"] == [[SHOWN["wondering"], SHOWN["heard"]]] * 2
    assert "unsure" not in str(figure)


def test_the_receivers_answers_are_counted_nowhere() -> None:
    told = [
        str(plenary([Answer.parse({"r1": SHOWN | {"not_knowing": said}})]))
        for said in ("yes", "no")
    ]
    assert told[0] == told[1]


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_every_answer_has_its_column_whatever_came(count: int) -> None:
    made = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    answers = [Answer.parse(one) for one in made]
    figure = plenary(answers)
    assert figure["kind"] == "matrix"
    assert [len(row) for row in figure["cells"]] == [count] * len(SLOTS)
    assert figure["n"] == sum(1 for one in zip(*figure["cells"], strict=True) if any(one))
    for words in (DA, EN):
        assert {*figure["down"], *figure["heads"]} <= words.keys()


def test_the_twin_says_the_advice_and_what_a_group_made_of_it() -> None:
    told = twins.twin(plenary([Answer.parse(FULL)]), DA, ("Gruppe 3",))
    assert told["heads"] == ["", "Gruppe 3"]
    assert told["rows"][0] == [DA["fold_r1"], SHOWN["wondering"]]


def test_the_page_tells_what_was_heard_beside_what_was_asked() -> None:
    first = page(Answer.parse(FULL), DA)[0]
    assert first["title"] == DA["fold_r1"]
    assert [one["value"] for one in first["pairs"]] == [
        SHOWN["wondering"],
        SHOWN["heard"],
        "Ja",
        "I tvivl",
    ]


def test_an_empty_answer_leaves_an_empty_page() -> None:
    assert page(Answer.parse({}), EN) == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_criterion_is_a_question_to_the_receiver(language: str) -> None:
    words = EXERCISE.words[language]
    assert all(words[f"{slot}_{part}"].endswith("?") for slot in SLOTS for part in CRITERIA)
