"""What LUUUTT means: six kinds of story, the tension between two of them, and one to help along."""

from __future__ import annotations

from typing import Any

import pytest

from workshops import bots_made, fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.luuutt import STORIES, Answer, page, plenary

EXERCISE = exercise("stories_told")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
TERMS = {
    "lived": ("Levede historier", "Stories lived"),
    "unknown": ("Ukendte historier", "Unknown stories"),
    "untold": ("Ufortalte historier", "Untold stories"),
    "unheard": ("Historier, der ikke bliver hørt", "Unheard stories"),
    "told": ("Fortalte historier", "Stories told"),
    "storytelling": ("Fortællemåde", "Storytelling"),
}
FULL: dict[str, Any] = {
    "told": "Det går fint.",
    "lived": "Ingen har en prøvehandling med.",
    "storytelling": "Venligt, på vej ud ad døren.",
    "tension": "Man siger, det går fint, og samtidig aflyser man.",
    "teller": "Den, der aflyste",
    "next": "Hvad vi skal bruge gruppen til.",
}


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).unheard == ""
    assert Answer.parse({"next": "Én"}).tension == ""


@pytest.mark.parametrize(
    "value", [{"told": "x" * 301}, {"teller": "x" * 161}, {"truth": "Det her"}, {"lived": 3}]
)
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_an_answer_is_the_same_after_its_fields_were_stored_one_by_one() -> None:
    stored = fields.leaves(FULL)
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == FULL


def test_two_who_write_one_story_at_once_both_keep_their_text() -> None:
    assert all(fields.is_long(Answer, name) for name in (*STORIES, "tension", "next"))


def test_the_six_stories_bear_the_glossarys_names() -> None:
    assert tuple(TERMS) == STORIES
    assert {name: (DA[name], EN[name]) for name in STORIES} == TERMS


def test_no_story_is_called_outrageous() -> None:
    assert not any("uhørt" in text.lower() for text in DA.values())


def test_the_wall_shows_tension_and_story_and_no_group_that_wrote_neither() -> None:
    given = [FULL, {"told": "Det går fint."}, {"tension": "Begge dele"}]
    rows = plenary([Answer.parse(one) for one in given])["rows"]
    assert rows == [[FULL["tension"], FULL["next"]], ["Begge dele", ""]]


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_wall_keeps_the_groups_order(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert figure["kind"] == "groups"
    assert all(DA[head] and EN[head] for head in figure["heads"])
    assert figure["rows"] == [row for one in answers for row in plenary([one])["rows"]]


def test_the_page_tells_the_stories_in_the_letters_order_and_calls_a_guess_a_guess() -> None:
    stories, *rest = page(Answer.parse(FULL), DA)
    assert [one["name"] for one in stories["pairs"]] == [
        DA["lived"],
        DA["told"],
        DA["storytelling"],
    ]
    assert [one["title"] for one in rest] == [DA["tension"], DA["teller"], DA["next"]]
    assert "bud" in DA["teller"]


def test_an_empty_answer_leaves_an_empty_page() -> None:
    assert page(Answer.parse({}), EN) == []
