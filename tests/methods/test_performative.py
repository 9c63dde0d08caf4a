"""What the same words mean: meant as and heard as are two fields, and neither is right."""

from __future__ import annotations

from typing import Any

import pytest

from workshops import fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.performative import ACTS, Answer, page, plenary

EXERCISE = exercise("same_words")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
FULL: dict[str, Any] = {
    "rounds": {
        "r1": {
            "drawn": "care",
            "heard": {"s2": "control", "s3": "care", "s4": "control", "s5": "other"},
            "reply": {"s2": "Vi er bagud.", "s3": "Tak, fordi du spørger."},
        },
        "r2": {"drawn": "small_talk", "heard": {"s1": "small_talk"}},
    },
    "difference": "Pausen før ordet plan.",
}


def many(count: int) -> list[Answer]:
    return [Answer.parse(FULL)] * count


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).rounds.r1.reply.s1 == ""
    assert Answer.parse({"rounds": {"r1": {"drawn": "care"}}}).rounds.r1.heard.s2 is None


def test_something_else_is_heard_but_never_drawn() -> None:
    with pytest.raises(Refused):
        Answer.parse({"rounds": {"r1": {"drawn": "other"}}})
    assert EXERCISE.settings["draw"]["cards"] == list(ACTS)
    assert EXERCISE.settings["mark"]["of"] == [*ACTS, "other"]


@pytest.mark.parametrize("path", ["rounds.r1.reply.s7", "rounds.r0.drawn", "rounds.r1.sign"])
def test_what_has_no_slot_is_refused(path: str) -> None:
    with pytest.raises(Refused):
        fields.checked(Answer, path, "x")


def test_a_reply_has_room_for_one_line() -> None:
    assert fields.limits(Answer)["rounds.r6.reply.s6"] == 120
    with pytest.raises(Refused):
        fields.checked(Answer, "rounds.r1.reply.s1", "x" * 121)


def test_every_listener_counts_once_and_the_speaker_never() -> None:
    heard = {"s1": "care", "s2": "care"}
    one = Answer.parse({"rounds": {"r1": {"drawn": "care", "heard": heard}}})
    assert plenary([one])["cells"][1] == [0, 1, 0, 0, 0, 0]
    assert plenary(many(1))["cells"][1] == [2, 1, 0, 0, 0, 1]


def test_a_mark_without_a_card_is_not_counted() -> None:
    one = Answer.parse({"rounds": {"r1": {"heard": {"s2": "care"}}}})
    assert sum(map(sum, plenary([one])["cells"])) == 0
    assert plenary([one])["n"] == 1


def test_who_sits_at_the_table_decides_who_spoke() -> None:
    rounds = {"r4": {"drawn": "care", "heard": {"s1": "care", "s2": "control", "s4": "care"}}}
    assert plenary([Answer.parse({"seats": 3, "rounds": rounds})])["cells"][1] == [1, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_plenary_is_honest_at_any_size(count: int) -> None:
    drawn = plenary(many(count))
    assert drawn["kind"] == "matrix"
    assert drawn["n"] == count
    assert [len(drawn["cells"]), len(drawn["cells"][0])] == [5, 6]
    assert sum(map(sum, drawn["cells"])) == 5 * count
    assert drawn["rows"] == [["Pausen før ordet plan."]] * count


def test_every_key_of_the_plenary_is_a_word() -> None:
    drawn = plenary([])
    for words in (DA, EN):
        assert {*drawn["down"], *drawn["across"], *drawn["heads"]} <= set(words)


def test_the_page_keeps_meant_and_heard_apart() -> None:
    table, difference = page(Answer.parse(FULL), DA)
    assert table["heads"] == ["Runde", "Ment som", "Hørt som", "Hvad fik du lyst til at svare?"]
    assert table["rows"][0] == [
        "1", "Omsorg", "Kontrol, Omsorg, Kontrol, Noget andet",
        "Vi er bagud.\nTak, fordi du spørger.",
    ]  # fmt: skip
    assert difference["text"] == "Pausen før ordet plan."
    assert page(Answer.parse({}), EN) == []
