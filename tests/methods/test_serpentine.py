"""What a winding talk means: what is taken, what the wall shows of it, what the handbook says."""

from __future__ import annotations

from typing import Any

import pytest

from workshops import bots_made, fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.serpentine import MOST, Answer, page, plenary

EXERCISE = exercise("winding_talk")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
FULL: dict[str, Any] = {
    "situation": "Et møde om fravær",
    "turns": [
        {"id": "a1", "who": "mine", "text": "Bare sig, hvad vi skal gøre.", "made": "Travlhed"},
        {"id": "b2", "who": "third", "text": "Vi fik jo også en plan.", "fork": True},
        {"id": "c3", "text": "Den var for besværlig.", "fork": True},
        {"id": "d4"},
    ],
    "names": {"mine": "Lederen"},
    "instead": "Hvad skete der med den plan?",
    "made_instead": "At vejlederen fik ordet",
    "transfer": "På torsdag",
}


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).turns == []
    assert Answer.parse({"turns": [{"id": "a"}]}).turns[0].who is None
    assert Answer.parse(FULL).names.theirs == ""


@pytest.mark.parametrize(
    "value",
    [
        {"turns": [{"id": "a", "who": "boss"}]},
        {"turns": [{"text": "Hej"}]},
        {"turns": [{"id": "a", "text": "x" * 201}]},
        {"turns": [{"id": "a", "made": "x" * 161}]},
        {"turns": [{"id": str(n)} for n in range(MOST + 1)]},
        {"turns": [{"id": "a", "fork": 1}]},
        {"names": {"mine": "x" * 41}},
        {"right": "a"},
    ],
)
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_an_answer_is_the_same_after_its_fields_were_stored_one_by_one() -> None:
    stored = fields.leaves(FULL)
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == FULL


def test_two_who_write_one_turn_at_once_both_keep_their_text() -> None:
    assert fields.is_long(Answer, "turns.a1.text")
    assert fields.is_long(Answer, "instead")


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_wall_shows_every_other_way_in_the_order_it_came(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert figure["kind"] == "groups"
    assert [row[1:] for row in figure["rows"]] == [
        [one.instead, one.made_instead] for one in answers if one.instead or one.made_instead
    ]
    for head in figure["heads"]:
        assert DA[head]
        assert EN[head]


def test_the_words_at_every_fork_stand_together_and_other_turns_stay_at_the_table() -> None:
    (row,) = plenary([Answer.parse({}), Answer.parse(FULL)])["rows"]
    assert row[0] == "Vi fik jo også en plan. · Den var for besværlig."


def test_another_way_without_a_marked_fork_is_shown_all_the_same() -> None:
    assert plenary([Answer.parse({"instead": "Må jeg spørge?"})])["rows"] == [
        ["", "Må jeg spørge?", ""]
    ]


def test_the_page_tells_the_turns_in_order_and_calls_what_they_made_a_guess() -> None:
    (table,) = [one for one in page(Answer.parse(FULL), DA) if one["is"] == "table"]
    assert "bud" in table["heads"][2]
    assert table["rows"] == [
        ["1. Lederen", "Bare sig, hvad vi skal gøre.", "Travlhed"],
        ["2. En tredje (forgreningspunkt)", "Vi fik jo også en plan.", ""],
        ["3. (forgreningspunkt)", "Den var for besværlig.", ""],
    ]


def test_the_page_speaks_the_readers_language() -> None:
    (table,) = [one for one in page(Answer.parse(FULL), EN) if one["is"] == "table"]
    assert table["rows"][1][0] == "2. A third (bifurcation point)"


def test_an_empty_answer_leaves_an_empty_page() -> None:
    assert page(Answer.parse({"turns": [{"id": "a", "who": "mine"}]}), DA) == []
