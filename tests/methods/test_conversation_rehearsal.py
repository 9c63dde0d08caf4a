"""What a rehearsal means: one's own talk, heard twice, and who it is with stays at the table."""

from __future__ import annotations

from typing import Any

import pytest

from workshops import bots_made, fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.conversation_rehearsal import AFTER, PREPARED, RUNS, Answer, page, plenary

EXERCISE = exercise("rehearsed_talk")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
OLD, NEW, NEWEST = "Vi skal tale om rapporten.", "Hvad håber du på i dag?", "Hvordan er det gået?"
FULL: dict[str, Any] = {
    "with_whom": "En pædagogisk leder",
    "purpose": "At vi begge ved, hvad der er besluttet.",
    "first_sentence": OLD,
    "first": {"what_opened": "Hvad nu hvis", "new_first_sentence": NEW},
    "second": {"what_closed": "Men", "new_first_sentence": NEWEST},
    "transfer": "På torsdag",
}


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).second.new_question == ""
    assert Answer.parse({"first": {"what_opened": "Ja"}}).first.what_closed == ""


@pytest.mark.parametrize(
    "value",
    [
        {"first_sentence": "x" * 201},
        {"first": {"score": 4}},
        {"third": {}},
        {"keyword": ["plan"]},
    ],
)
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_an_answer_is_the_same_after_its_fields_were_stored_one_by_one() -> None:
    stored = fields.leaves(FULL)
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == FULL


def test_two_who_write_one_sentence_at_once_both_keep_their_text() -> None:
    for path in ("first_sentence", "first.what_opened", "second.new_question"):
        assert fields.is_long(Answer, path)


@pytest.mark.parametrize(
    ("value", "rows"),
    [
        (FULL, [[OLD, NEWEST]]),
        ({**FULL, "second": {}}, [[OLD, NEW]]),
        ({"first_sentence": OLD}, []),
        ({"first": {"new_first_sentence": NEW}}, [["", NEW]]),
    ],
)
def test_the_last_sentence_stands_beside_the_first(
    value: dict[str, Any], rows: list[list[str]]
) -> None:
    assert plenary([Answer.parse(value)])["rows"] == rows


def test_who_the_talk_is_with_and_why_stays_at_the_table() -> None:
    kept = Answer.parse(FULL).for_all()
    assert "leder" not in str(kept)
    assert kept.purpose == ""
    assert (kept.first_sentence, kept.second.new_first_sentence) == (OLD, NEWEST)


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_wall_shows_one_row_a_group_in_their_order(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert figure["kind"] == "groups"
    assert len(figure["rows"]) <= count
    assert figure["rows"] == plenary([one.for_all() for one in answers])["rows"]


def test_every_field_has_its_word_in_both_languages() -> None:
    named = [*PREPARED, *(f"{run}_{part}" for run in RUNS for part in AFTER)]
    for words in (DA, EN):
        assert all(words[name] for name in [*named, *plenary([])["heads"]])


def test_the_page_tells_the_preparation_and_each_run_by_itself() -> None:
    sections = page(Answer.parse(FULL), DA)
    titles = [DA["prepared"], DA["fold_first"], DA["fold_second"], DA["transfer"]]
    assert [one["title"] for one in sections] == titles
    assert {"name": DA["first_what_opened"], "value": "Hvad nu hvis", "voice": True} in sections[1][
        "pairs"
    ]


def test_an_empty_answer_leaves_an_empty_page() -> None:
    assert page(Answer.parse({}), EN) == []
