"""What keywords mean: the speaker owns them, and a word without a yes never leaves the table."""

from __future__ import annotations

from typing import Any

import pytest

from workshops import bots_made, fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.keywords import Answer, page, plenary

EXERCISE = exercise("caught_words")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
FULL: dict[str, Any] = {
    "caught": [{"id": "a1b", "verbatim": "egentlig", "why_caught": "Hun trak det ud"}],
    "first": {
        "verbatim": "planen",
        "question": "Hvad var der i den plan?",
        "unfolded": "Den lå i en skuffe.",
        "speaker_mark": "opened",
        "released": "yes",
    },
    "second": {
        "verbatim": "besværlig",
        "question": "For hvem?",
        "speaker_mark": "closed",
        "released": "no",
    },
    "questions": "Hvad er der i det ord?",
}


def said(**change: Any) -> Answer:
    return Answer.parse({"first": FULL["first"] | change})


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).first.verbatim == ""
    assert Answer.parse({"caught": [{"id": "a"}]}).caught[0].why_caught == ""
    assert Answer.parse({"second": {"released": "yes"}}).second.speaker_mark is None


@pytest.mark.parametrize(
    "value",
    [
        {"first": {"verbatim": "x" * 81}},
        {"first": {"speaker_mark": "good"}},
        {"second": {"released": True}},
        {"caught": [{"id": str(n)} for n in range(9)]},
        {"third": {"verbatim": "plan"}},
        {"count": 3},
    ],
)
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_an_answer_is_the_same_after_its_fields_were_stored_one_by_one() -> None:
    stored = fields.leaves(FULL)
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == FULL
    assert fields.checked(Answer, "first.released", None) is None


def test_a_word_comes_with_the_question_that_opened_it() -> None:
    assert plenary([said()])["rows"] == [["planen", "Hvad var der i den plan?"]]


@pytest.mark.parametrize("mark", ["neutral", "closed", None])
def test_a_question_that_did_not_open_stays_at_the_table(mark: str | None) -> None:
    assert plenary([said(speaker_mark=mark)])["rows"] == [["planen", ""]]


@pytest.mark.parametrize("answer", ["no", None])
def test_silence_is_no_yes(answer: str | None) -> None:
    assert plenary([said(released=answer)])["rows"] == []


def test_nothing_but_released_words_leaves_the_table() -> None:
    kept = Answer.parse(FULL).for_all()
    assert kept.first == Answer.parse(FULL).first
    assert kept.questions == FULL["questions"]
    for private in ("besværlig", "For hvem", "egentlig"):
        assert private not in str(kept)


def test_what_may_leave_the_table_gives_the_same_wall() -> None:
    answer = Answer.parse(FULL)
    assert plenary([answer.for_all()]) == plenary([answer])


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_wall_shows_words_in_the_groups_order_and_counts_none(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert figure["kind"] == "groups"
    assert set(figure) == {"kind", "heads", "rows"}
    assert len(figure["rows"]) <= 2 * count
    assert figure["rows"] == [row for one in answers for row in plenary([one])["rows"]]


def test_the_words_over_the_columns_exist() -> None:
    for words in (DA, EN):
        assert all(words[head] for head in plenary([])["heads"])


def test_the_page_keeps_both_words_and_the_list_in_the_words_they_were_said_in() -> None:
    caught, first, second, questions = page(Answer.parse(FULL), DA)
    assert caught["rows"] == [["egentlig", "Hun trak det ud"]]
    assert first["pairs"][0] == {"name": DA["first_verbatim"], "value": "planen", "voice": True}
    assert {"name": DA["second_speaker_mark"], "value": "Lukkede"} in second["pairs"]
    assert questions["text"] == FULL["questions"]


def test_an_empty_answer_leaves_an_empty_page() -> None:
    assert page(Answer.parse({"caught": [{"id": "a"}]}), EN) == []
