"""What it takes to share without names: both ends of an arrow, but only one of several points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from workshops.binding import Binding
from workshops.exercises import exercise
from workshops.identity import Person
from workshops.methods import Refused
from workshops.plenary import gathered
from workshops.store import ENOUGH
from workshops.store.temporary import TemporaryStore
from workshops.words import LANGUAGES, sentence

FLOW, CARD, ARROW = "flow_points", "prep_card", "stuck_episode"


@pytest.fixture
def store() -> Iterator[TemporaryStore]:
    opened = TemporaryStore()
    yield opened
    opened.close()


def shared(store: TemporaryStore, wanted: str, who: str, **fields: Any) -> None:
    """Let somebody write and share; raises when that is refused."""
    meeting = Binding(store, exercise(wanted), Person(who, who, "1"))
    for field, value in fields.items():
        meeting.put("me", field, value, f"{wanted}-{who}-{field}").result()
    meeting.share("me", "plenary", f"{wanted}-{who}-shared").result()


def refused(store: TemporaryStore, wanted: str, **fields: Any) -> str:
    with pytest.raises(Refused) as no:
        shared(store, wanted, "anna0001", **fields)
    return no.value.word


@pytest.mark.parametrize("wanted", [FLOW, CARD, ARROW])
def test_nothing_placed_is_nothing_to_share(store: TemporaryStore, wanted: str) -> None:
    assert refused(store, wanted) == "refused_nothing_to_share"


def test_one_activity_is_enough_and_so_is_one_number_also_nought(store: TemporaryStore) -> None:
    shared(store, FLOW, "anna0001", second=[0, 0])
    shared(store, CARD, "anna0001", relatedness=0)
    assert store.counts(FLOW)["shared"] == store.counts(CARD)["shared"] == 1


def test_one_s_own_meeting_and_words_are_nothing_for_the_picture(store: TemporaryStore) -> None:
    assert refused(store, FLOW, own=[3, 3], own_text="Teammøde") == "refused_nothing_to_share"
    assert refused(store, CARD, situation="Skemaet") == "refused_nothing_to_share"


@pytest.mark.parametrize("end", ["invited", "wished"])
def test_half_an_arrow_is_refused_and_says_what_is_missing(store: TemporaryStore, end: str) -> None:
    word = refused(store, ARROW, **{end: [1, 1]})
    assert word == "refused_half_an_arrow"
    assert all(sentence(word, language) for language in LANGUAGES)


def test_a_point_is_drawn_when_six_have_shared_that_activity(store: TemporaryStore) -> None:
    for number in range(ENOUGH):
        second = {"second": [9, 9]} if number else {}
        shared(store, FLOW, f"person{number:02}", first=[number, 1], **second)
    plain, _ = gathered(exercise(FLOW), store, {})
    assert [len(plot["points"]) for plot in plain["plots"]] == [ENOUGH, 0, 0]
    assert plain["n"] == ENOUGH


@pytest.mark.parametrize("wanted", [FLOW, CARD])
def test_the_phone_says_that_one_is_enough(wanted: str) -> None:
    said = exercise(wanted).words
    assert "er nok" in said["da"]["room_promise_unnamed"]
    assert "One is enough" in said["en"]["room_promise_unnamed"]
