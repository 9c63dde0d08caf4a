"""What a flower means: what is taken, what the wall shows of it, what the handbook says."""

from __future__ import annotations

from typing import Any

import pytest

from workshops import bots_made, fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.daisy import MOST, Answer, page, plenary

EXERCISE = exercise("many_talks")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
FULL: dict[str, Any] = {
    "utterance": "Vi fik jo også en plan sidste år.",
    "situation": "Sagt af vejlederen",
    "petals": [
        {"id": "a1", "talk": "Planen fra sidste år", "near": "fore"},
        {"id": "b2", "talk": "Hvem lederen lytter til", "near": "back"},
        {"id": "c3", "talk": "Tid til at forberede sig"},
        {"id": "d4", "near": "fore"},
        {"id": "e5", "talk": "Hvad eleverne selv siger", "near": "fore"},
    ],
    "surprising": "Den om lederen",
    "invite": "Hvad fortalte eleverne jer?",
    "transfer": "På teammødet",
}


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).petals == []
    assert Answer.parse({"petals": [{"id": "a"}]}).petals[0].near is None
    assert Answer.parse(FULL).petals[1].near == "back"


@pytest.mark.parametrize(
    "value",
    [
        {"petals": [{"id": "a", "near": "middle"}]},
        {"petals": [{"talk": "Hej"}]},
        {"petals": [{"id": "a", "talk": "x" * 81}]},
        {"petals": [{"id": str(n)} for n in range(MOST + 1)]},
        {"utterance": "x" * 201},
        {"best": "a"},
    ],
)
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_an_answer_is_the_same_after_its_fields_were_stored_one_by_one() -> None:
    stored = fields.leaves(FULL)
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == FULL
    assert fields.checked(Answer, "petals.a1.near", None) is None


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_wall_shows_every_flower_in_the_order_it_came(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert figure["kind"] == "groups"
    assert [[row[0], row[2]] for row in figure["rows"]] == [
        [one.utterance, one.invite] for one in answers if one.utterance or one.invite
    ]
    for head in figure["heads"]:
        assert DA[head]
        assert EN[head]


def test_only_what_is_in_front_and_has_words_goes_on_the_wall() -> None:
    (row,) = plenary([Answer.parse({"petals": FULL["petals"]}), Answer.parse(FULL)])["rows"]
    assert row == [
        FULL["utterance"],
        "Planen fra sidste år · Hvad eleverne selv siger",
        FULL["invite"],
    ]


def test_the_page_tells_which_conversations_are_in_front_and_which_are_behind() -> None:
    (table,) = [one for one in page(Answer.parse(FULL), DA) if one["is"] == "table"]
    assert table["rows"] == [
        ["Planen fra sidste år", "Forgrund"],
        ["Hvem lederen lytter til", "Baggrund"],
        ["Tid til at forberede sig", ""],
        ["Hvad eleverne selv siger", "Forgrund"],
    ]


def test_the_page_speaks_the_readers_language() -> None:
    (table,) = [one for one in page(Answer.parse(FULL), EN) if one["is"] == "table"]
    assert table["rows"][1][1] == "Background"


def test_an_empty_answer_leaves_an_empty_page() -> None:
    assert page(Answer.parse({"petals": [{"id": "a", "near": "fore"}]}), DA) == []
