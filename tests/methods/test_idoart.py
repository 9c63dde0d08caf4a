"""I DO ART: the agenda's clock follows, empty parts fall out, and nothing is judged."""

from __future__ import annotations

import pytest

from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.idoart import Answer, page, plenary

WORDS = exercise("next_meeting").words["da"]
MEETING = {
    "meeting": "Ledermøde",
    "intention": "Vi har prøvet hver for sig.",
    "product": "To ting, vi prøver fra mandag",
    "feeling": "At vi ikke står alene",
    "start": "23.50",
    "points": [
        {"id": "a1", "what": "Rammen", "minutes": 5, "lead": "mødeleder"},
        {"id": "b1", "what": "", "minutes": 10},
        {"id": "c1", "what": "Vælg to ting", "how": "prikker"},
    ],
    "roles": [{"id": "r1", "role": "Mødeleder", "who": "AK"}, {"id": "r2"}],
}


def section(value: dict, title: str) -> dict:
    found = page(Answer.parse(value), WORDS)
    return next(one for one in found if one["title"] == WORDS[title])


def test_the_agenda_s_clock_goes_past_midnight_and_counts_unnamed_points():
    assert section(MEETING, "agenda")["rows"] == [
        ["23.50", "Rammen", "mødeleder"],
        ["00.05", "Vælg to ting", "prikker"],
    ]


def test_without_a_start_the_agenda_tells_minutes():
    rows = section(MEETING | {"start": None}, "agenda")["rows"]
    assert [row[0] for row in rows] == ["5 min.", ""]


def test_the_outcome_s_three_sides_stand_in_their_order_and_only_if_written():
    pairs = section(MEETING, "outcome")["pairs"]
    assert [one["name"] for one in pairs] == [WORDS["product"], WORDS["feeling"]]


def test_an_empty_frame_has_no_page():
    assert page(Answer.parse({}), WORDS) == []


@pytest.mark.parametrize("wrong", ["9.30", "24.00", "09:30", "kl. 9"])
def test_a_time_that_is_none_is_refused(wrong: str):
    with pytest.raises(Refused):
        Answer.parse({"start": wrong})


def test_a_point_lasts_between_one_minute_and_four_hours():
    for minutes in (0, 241):
        with pytest.raises(Refused):
            Answer.parse({"points": [{"id": "a", "minutes": minutes}]})


@pytest.mark.parametrize("groups", [0, 1, 5, 40])
def test_the_plenary_sets_intention_beside_outcome(groups: int):
    plain = plenary([Answer.parse(MEETING)] * groups + [Answer.parse({})])
    row = ["Vi har prøvet hver for sig.", "To ting, vi prøver fra mandag · At vi ikke står alene"]
    assert plain["rows"] == [row] * groups
    assert all(head in WORDS for head in plain["heads"])


def test_a_side_that_ends_with_a_full_stop_needs_no_dot_after_it():
    told = plenary([Answer.parse({"product": "To ting.", "feeling": "Lettede"})])
    assert told["rows"] == [["", "To ting. Lettede"]]
