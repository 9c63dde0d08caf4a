"""What a step on the staircase means: what is taken, counted on the wall, and kept in the book."""

from __future__ import annotations

import random
from typing import Any

import pytest

from workshops import bots_made, fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.conflict_stair import KINDS, MODES, STEPS, Answer, page, plenary

EXERCISE = exercise("conflict_steps")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
FULL: dict[str, Any] = {
    "situation": "Hvem gør klar til de fælles timer?",
    "parties": {"mine": "Lærerne", "theirs": "Pædagogerne"},
    "steps": {"mine": 2, "theirs": 4},
    "kinds": {"mine": {"instrumental": True}, "theirs": {"value": True, "personal": True}},
    "modes": {"avoiding": True},
    "lines": [
        {
            "id": "a1",
            "said": "De kommer bare og går.",
            "instead": "Jeg står alene med opgaven.",
            "feeling": "træt",
            "request": "Kan vi finde en tid?",
        },
        {"id": "b2", "said": "Sådan er de bare."},
    ],
    "who_acts": "leader",
    "whom_we_ask": "Lederen",
}


def stood(mine: int | None, theirs: int | None) -> Answer:
    return Answer.parse({"steps": {"mine": mine, "theirs": theirs}})


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).steps.mine is None
    assert Answer.parse({"steps": {"mine": 3}}).steps.theirs is None
    assert Answer.parse({"lines": [{"id": "x"}]}).lines[0].instead == ""


@pytest.mark.parametrize(
    "value",
    [
        {"steps": {"mine": 0}},
        {"steps": {"theirs": 8}},
        {"steps": {"mine": 2.5}},
        {"steps": {"consultant": 2}},
        {"kinds": {"mine": {"difficult": True}}},
        {"modes": {"avoiding": 7}},
        {"who_acts": "us"},
        {"parties": {"mine": "x" * 41}},
        {"lines": [{"id": str(n)} for n in range(5)]},
        {"right": "mine"},
    ],
)
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_an_answer_is_the_same_after_its_fields_were_stored_one_by_one() -> None:
    stored = fields.leaves(FULL)
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == FULL
    assert fields.checked(Answer, "steps.mine", None) is None
    assert fields.checked(Answer, "kinds.theirs.value", None) is False


def test_two_who_write_one_line_at_once_both_keep_it() -> None:
    assert fields.is_long(Answer, "lines.a1.instead")
    assert fields.is_long(Answer, "situation")


def test_several_kinds_fit_one_party_and_the_parties_differ() -> None:
    kinds = Answer.parse(FULL).kinds
    assert [one for one in KINDS if getattr(kinds.theirs, one)] == ["value", "personal"]
    assert kinds.mine != kinds.theirs


def test_the_wall_counts_each_party_on_its_own_with_the_highest_step_on_top() -> None:
    figure = plenary([stood(2, 4), stood(2, 7), stood(None, 4), Answer.parse({})])
    assert figure["down"][0] == "row_polarisation"
    assert figure["across"] == ["party_mine", "party_theirs"]
    assert figure["cells"] == [[0, 1], [0, 0], [0, 0], [0, 2], [0, 0], [2, 0], [0, 0]]
    assert figure["n"] == 3


def test_the_wall_says_no_mean_no_distance_and_no_name() -> None:
    figure = plenary([Answer.parse(FULL)])
    assert set(figure) == {"kind", "n", "down", "across", "cells", "heads", "rows"}
    assert figure["rows"] == [["De kommer bare og går.", "Jeg står alene med opgaven."]]
    assert "Pædagogerne" not in str(figure)
    assert "avoiding" not in str(figure)


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_counts_are_honest_whatever_came(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    random.Random(count).shuffle(values)  # noqa: S311 - made, not secret
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    for column, side in enumerate(("mine", "theirs")):
        marks = [one for one in answers if getattr(one.steps, side) is not None]
        assert sum(row[column] for row in figure["cells"]) == len(marks) <= figure["n"]
    assert len(figure["cells"]) == len(figure["down"]) == 7
    assert figure["n"] <= count


@pytest.mark.parametrize("words", [DA, EN])
def test_there_is_a_word_for_everything_that_can_be_chosen(words: dict[str, str]) -> None:
    for group, keys in (("step", STEPS), ("row", STEPS), ("kinds", KINDS), ("modes", MODES)):
        assert all(words[f"{group}_{key}"] for key in keys)
    assert EXERCISE.settings["steps"] == list(STEPS)


def test_the_page_says_both_steps_as_guesses_and_who_acts() -> None:
    sections = {one["title"]: one for one in page(Answer.parse(FULL), DA)}
    assert sections["Trinnene · et bud"]["rows"] == [
        ["Lærerne", "2 · Personificering", "Instrumentel konflikt"],
        ["Pædagogerne", "4 · Samtale opgives", "Værdikonflikt, Personlig konflikt"],
    ]
    assert sections["Måder, vi talte om"]["text"] == "Undvigende"
    assert sections["Hvem handler?"]["text"] == "Lederen"
    lines = sections["Fra du-sprog til jeg-sprog"]["rows"]
    assert lines[0][2] == "Følelse: træt\nAnmodning: Kan vi finde en tid?"
    assert lines[1] == ["Sådan er de bare.", "", ""]


def test_a_party_without_a_name_is_the_one_or_the_other() -> None:
    (table,) = page(stood(None, 5), EN)
    assert table["rows"] == [["The other party", "5 · Enemy images", ""]]


def test_an_empty_answer_leaves_an_empty_page() -> None:
    assert page(Answer.parse({}), DA) == []
    assert page(Answer.parse({"lines": [{"id": "x"}], "parties": {"mine": "A"}}), DA) == []
