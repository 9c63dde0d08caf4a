"""What a line of hats means: when, not how many; and a sentence each way."""

from __future__ import annotations

from typing import Any

import pytest

from workshops import fields, twins
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.both_and import HATS, Answer, page, plenary

EXERCISE = exercise("hat_shifts")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
BEGAN = 1_790_000_000_000
FULL: dict[str, Any] = {
    "began": BEGAN,
    "ended": BEGAN + 471_400,
    "shifts": [
        {"id": "b", "at": 195, "to": "facilitator", "announced": False},
        {"id": "a", "at": 130, "to": "knowledge", "announced": True, "permission": True},
        {"id": "c", "at": 197, "to": "facilitator", "by": "s2"},
    ],
    "helped": "Da vejlederen spurgte",
    "shift_sentence": "Nu siger jeg noget, jeg ved. Er det i orden?",
    "return_sentence": "Så er det jeres igen.",
}


def many(count: int) -> list[Answer]:
    return [Answer.parse(FULL)] * count


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).shifts == []
    assert Answer.parse({"shifts": [{"id": "a"}]}).shifts[0].announced is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"shifts": [{"id": "a", "at": -1}]},
        {"shifts": [{"id": "a", "at": 3601}]},
        {"shifts": [{"id": "a", "to": "expert"}]},
        {"shifts": [{"id": "a", "by": "Anna"}]},
        {"shifts": [{"id": "a"}] * 61},
        {"first": "leader"},
        {"shift_sentence": "x" * 241},
        {"score": 1},
    ],
)
def test_what_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(wrong)


def test_two_phones_that_tap_at_once_write_different_fields() -> None:
    known = fields.leaves({"shifts": [{"id": "a", "at": 1, "to": "knowledge"}]})
    added = {
        "shifts": [
            {"id": "a", "at": 1, "to": "knowledge"},
            {"id": "b", "at": 2, "to": "knowledge"},
        ]
    }
    assert set(fields.changes(known, added)) == {"shifts.#", "shifts.b.at", "shifts.b.to"}


def test_a_strip_goes_by_the_clock_and_shows_both_taps() -> None:
    (strip,) = plenary(many(1))["strips"]
    assert [one["at"] for one in strip["shifts"]] == [130, 195, 197]
    assert (strip["seconds"], strip["first"]) == (471, "facilitator")


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_plenary_is_honest_at_any_size(count: int) -> None:
    figure = plenary([*many(count), Answer.parse({})])
    assert figure["n"] == count
    assert len(figure["strips"]) == count + 1
    assert figure["strips"][-1] is None
    assert figure["rows"] == [[FULL["shift_sentence"], FULL["return_sentence"]]] * count


def test_a_line_without_a_change_is_a_line_and_its_end_may_be_unknown() -> None:
    (strip,) = plenary([Answer.parse({"began": BEGAN, "first": "authority"})])["strips"]
    assert strip == {"seconds": 0, "first": "authority", "shifts": []}


def test_a_clock_that_was_set_back_gives_no_time_below_zero() -> None:
    (strip,) = plenary([Answer.parse({"began": BEGAN, "ended": BEGAN - 1})])["strips"]
    assert strip["seconds"] == 0


def test_nothing_of_it_is_counted_or_names_an_observer() -> None:
    strip = plenary(many(1))["strips"][0]
    assert set(strip) == {"seconds", "first", "shifts"}
    assert {key for one in strip["shifts"] for key in one} == {
        "at",
        "to",
        "announced",
        "permission",
    }


@pytest.mark.parametrize("words", [DA, EN])
def test_the_page_tells_the_line_and_the_sentences(words: dict[str, str]) -> None:
    table, *texts = page(Answer.parse(FULL), words)
    assert table["rows"][0] == ["0:00", words["hat_facilitator"], "", ""]
    assert table["rows"][1] == ["2:10", words["hat_knowledge"], words["yes"], words["yes"]]
    assert [one["text"] for one in texts] == [
        FULL["helped"],
        FULL["shift_sentence"],
        FULL["return_sentence"],
    ]
    assert page(Answer.parse({}), words) == []


def test_the_twin_says_when_and_how_each_hat_came() -> None:
    told = twins.twin(plenary([Answer.parse({}), *many(1)]), DA, ("Gruppe 1", "Gruppe 2"))
    ((group, line),) = told["rows"]
    assert group == "Gruppe 2"
    assert line.startswith("0:00 Facilitator, 2:10 Vidensperson (sagt højt · spurgt om lov), 3:15")


@pytest.mark.parametrize("words", [DA, EN])
def test_every_hat_has_its_word(words: dict[str, str]) -> None:
    assert all(words[f"hat_{hat}"] for hat in HATS)
