"""What a listening round means: drawn and experienced are two fields, and no level is the best."""

from __future__ import annotations

from typing import Any

import pytest

from workshops import fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.listening import FOUR, THREE, Answer, Heard, page, plenary

EXERCISE = exercise("listening_lab")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
FULL: dict[str, Any] = {
    "rounds": {
        "r1": {
            "drawn": "factual",
            "shown": True,
            "began": 1_790_000_000_000,
            "heard": {"s1": "empathic"},
            "sign": "Hun ventede, før hun spurgte.",
            "taps": {"s3": 2, "s4": 0},
        },
        "r2": {"drawn": "downloading", "heard": {"s2": "downloading"}},
        "r3": {"drawn": "generative"},
    },
    "gathered": "Øjnene blev hos mig",
}


def many(count: int) -> list[Answer]:
    return [Answer.parse(FULL)] * count


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).rounds.r6.drawn is None
    assert Answer.parse({"rounds": {"r1": {"heard": {}}}}).rounds.r1.sign == ""


def test_both_sets_of_levels_are_taken_and_have_their_words() -> None:
    for level in FOUR + THREE:
        assert Heard.parse({"s1": level}).s1 == level
        for words in (DA, EN):
            assert all(words[key] for key in (f"card_{level}", f"prompt_{level}"))
            assert all(words[f"{stem}_{level}_hint"] for stem in ("card", "mark"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"rounds": {"r7": {}}},
        {"rounds": {"r1": {"heard": {"s7": "factual"}}}},
        {"rounds": {"r1": {"drawn": "best"}}},
        {"rounds": {"r1": {"taps": {"s1": 31}}}},
        {"rounds": {"r1": {"sign": "x" * 161}}},
        {"seats": 7},
    ],
)
def test_what_has_no_place_at_the_table_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(wrong)


def test_a_phone_writes_its_own_slot_and_nothing_else() -> None:
    kept = fields.leaves(FULL)
    wanted = fields.tree({**kept, "rounds.r3.heard.s3": "generative"})
    assert fields.changes(kept, wanted) == {"rounds.r3.heard.s3": "generative"}
    assert fields.checked(Answer, "rounds.r3.taps.s1", 4) == 4
    assert fields.checked(Answer, "rounds.r3.heard.s3", None) is None


def test_the_matrix_counts_rounds_where_both_are_there() -> None:
    drawn = plenary(many(1))
    assert drawn["down"] == drawn["across"] == [f"card_{level}" for level in FOUR]
    assert drawn["cells"] == [[1, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0], [0, 0, 0, 0]]


def test_only_the_seat_that_spoke_says_what_was_experienced() -> None:
    rounds = {"r1": {"drawn": "factual", "heard": {"s2": "empathic"}}}
    assert sum(map(sum, plenary([Answer.parse({"rounds": rounds})])["cells"])) == 0
    fourth = {"r4": {"drawn": "factual", "heard": {"s1": "factual"}}}
    assert plenary([Answer.parse({"seats": 3, "rounds": fourth})])["cells"][1][1] == 1


def test_the_set_of_levels_is_the_one_that_was_used() -> None:
    three = Answer.parse({"rounds": {"r1": {"drawn": "self", "heard": {"s1": "field"}}}})
    assert plenary([three])["down"] == [f"card_{level}" for level in THREE]
    assert plenary([three])["cells"][0] == [0, 0, 1]
    assert len(plenary([three, *many(1)])["down"]) == 7


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_plenary_is_honest_at_any_size(count: int) -> None:
    drawn = plenary(many(count))
    assert drawn["kind"] == "matrix"
    assert drawn["n"] == count
    assert sum(map(sum, drawn["cells"])) == 2 * count
    assert drawn["rows"] == [["Hun ventede, før hun spurgte."]] * count
    assert plenary([*many(count), Answer.parse({"seats": 4})])["n"] == count


def test_every_key_of_the_plenary_is_a_word() -> None:
    drawn = plenary(many(1))
    for words in (DA, EN):
        assert {*drawn["down"], *drawn["across"], *drawn["heads"]} <= set(words)


def test_the_page_says_each_round_in_words_and_leaves_out_what_is_empty() -> None:
    table, gathered = page(Answer.parse(FULL), DA)
    assert table["rows"][0] == [
        "1", "Faktuel lytning", "Empatisk lytning", "Hun ventede, før hun spurgte.",
    ]  # fmt: skip
    assert len(table["rows"]) == 3
    assert len(table["heads"]) == 4
    assert gathered["text"] == "Øjnene blev hos mig"
    assert page(Answer.parse({}), EN) == []


def test_the_settings_ask_for_levels_the_answer_takes() -> None:
    assert EXERCISE.settings["draw"]["cards"] == list(FOUR)
    assert "of" not in EXERCISE.settings["mark"]  # the cards, so that one line changes the set
