"""What a promise means: the letter is its writer's, and only two things leave the table."""

from __future__ import annotations

import pytest

from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.promise import OWN, Answer, page, plenary

EXERCISE = exercise("six_month_promise")
OURS = {
    "keep": "Jeg spørger én gang mere, før jeg råder",
    "notice": "På tirsdagsmødet",
    "pull": "Travle uger",
    "helps": "Et kort i kalenderen",
    "asker": "MK",
    "letter": "Kære mig. Husk pausen.",
}
GROUP = {
    "meet1": {"date": "2026-12-08", "start": "13:30", "place": "Biblioteket", "caller": "MK"},
    "trials": [{"id": "a1b", "what": "Undrende spørgsmål", "who": "LP"}],
    "seen": "At vi spørger, før vi svarer",
    "passed_on": "Rammen til et møde",
}


def test_a_letter_stays_its_writer_s_when_the_promise_is_told() -> None:
    assert EXERCISE.for_table(OURS) == {name: OURS[name] for name in OWN if name != "letter"}


def test_a_method_that_keeps_nothing_back_tells_the_sheet_as_it_is() -> None:
    told = {"situation": "En opgave"}
    assert exercise("prep_card").for_table(told) is told


def test_dates_initials_and_letters_never_reach_the_room() -> None:
    assert set(EXERCISE.for_all(GROUP | OURS)) == {"seen", "passed_on"}


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_plenary_puts_what_one_sees_beside_what_is_passed_on(count: int) -> None:
    figure = plenary([Answer.parse(GROUP)] * count)
    assert figure["rows"] == [[GROUP["seen"], GROUP["passed_on"]]] * count
    assert figure["kind"] == "groups"


def test_a_group_that_has_only_found_dates_has_no_row() -> None:
    assert plenary([Answer.parse({"meet1": GROUP["meet1"]})])["rows"] == []


@pytest.mark.parametrize(
    "value",
    [{"date": "2026-02-31"}, {"date": "8. december"}, {"start": "13.30"}, {"start": "25:00"}],
)
def test_a_meeting_is_on_a_day_and_at_a_time(value: dict[str, str]) -> None:
    with pytest.raises(Refused):
        Answer.parse({"meet1": value})


def test_the_date_of_a_meeting_can_be_emptied_again() -> None:
    assert Answer.parse({"meet1": {"date": "", "start": ""}}) == Answer.parse({})


@pytest.mark.parametrize("words", EXERCISE.words.values())
def test_the_own_page_has_the_promise_and_the_letter(words: dict[str, str]) -> None:
    assert [one["text"] for one in page(Answer.parse(OURS), words)] == list(OURS.values())
    assert page(Answer.parse({}), words) == []


def test_a_day_and_a_time_are_said_in_the_reader_s_language() -> None:
    said = {
        language: [pair["value"] for pair in page(Answer.parse(GROUP), words)[0]["pairs"][:2]]
        for language, words in EXERCISE.words.items()
    }
    assert said == {"da": ["8. december 2026", "kl. 13.30"], "en": ["8 December 2026", "13:30"]}


def test_what_is_done_alone_is_asked_for_alone() -> None:
    alone = {field["field"] for field in EXERCISE.sheet if field["stage"] == "individual"}
    assert alone == set(OWN)
