"""What five lenses on one case mean: a text for each lens and group, and nothing counted."""

from __future__ import annotations

from typing import Any

import pytest

from workshops import bots_made, fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.power_lenses import LENSES, Answer, page, plenary

EXERCISE = exercise("power_lenses")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
SEEN = {"saw_indirect": "Dagsordenen kom udefra.", "blind_spot": "At vi spørger."}
ALONE = {"lens": "direct", "see": "Lederen er kaldt væk.", "own_part": "Jeg tav."}


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).lens is None
    assert Answer.parse(SEEN).saw_direct == ""


def test_every_lens_has_its_place_and_its_word() -> None:
    for words in (DA, EN):
        for lens in LENSES:
            assert words[f"lens_{lens}"] == words[f"saw_{lens}"]
            assert words[f"saw_{lens}_hint"]


@pytest.mark.parametrize("value", [{"lens": "expert"}, {"saw_direct": "x" * 201}, {"who": "hende"}])
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_two_who_write_at_one_lens_at_once_both_keep_their_text() -> None:
    assert all(fields.is_long(Answer, f"saw_{lens}") for lens in LENSES)


def test_alone_one_is_asked_for_one_lens_and_the_group_for_all_five() -> None:
    asked = {one["field"]: one["stage"] for one in EXERCISE.sheet}
    assert {asked[field] for field in ("lens", "see", "gains", "own_part", "option")} == {
        "individual"
    }
    assert {asked[f"saw_{lens}"] for lens in LENSES} == {"group"}


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_wall_has_a_row_for_each_lens_and_a_column_for_each_group(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert figure["down"] == [f"lens_{lens}" for lens in LENSES]
    assert [len(row) for row in figure["cells"]] == [count] * 5
    assert [row[:1] for row in figure["cells"]] == [
        [getattr(one, f"saw_{lens}") for one in answers[:1]] for lens in LENSES
    ]


def test_a_group_that_has_seen_nothing_keeps_its_column_so_that_signs_stay_true() -> None:
    figure = plenary([Answer.parse({}), Answer.parse(SEEN)])
    assert figure["n"] == 1
    assert figure["cells"][1] == ["", SEEN["saw_indirect"]]


def test_a_blind_spot_without_a_move_is_read_too() -> None:
    assert plenary([Answer.parse({}), Answer.parse(SEEN)])["rows"] == [["At vi spørger.", ""]]


def test_what_one_wrote_alone_is_not_on_the_wall() -> None:
    assert "Jeg tav" not in str(plenary([Answer.parse(SEEN | ALONE)]))


def test_the_page_names_the_lens_one_looked_through() -> None:
    own, seen, blind = page(Answer.parse(SEEN | ALONE), DA)
    assert own["title"] == DA["lens_direct"]
    assert [pair["value"] for pair in own["pairs"]] == [ALONE["see"], ALONE["own_part"]]
    assert seen["pairs"][0]["name"] == DA["lens_indirect"]
    assert blind["text"] == SEEN["blind_spot"]
    assert page(Answer.parse({}), EN) == []
