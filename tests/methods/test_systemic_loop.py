"""What a loop means: what is taken, what the wall may draw of it, what the handbook says."""

from __future__ import annotations

import random
from typing import Any

import pytest

from workshops import bots_made, fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.systemic_loop import Answer, page, plenary

EXERCISE = exercise("draw_loop")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
FULL: dict[str, Any] = {
    "pattern": "Jo mere vi spørger, jo kortere svarer de.",
    "actors": [
        {"id": "a1", "name": "Teamet", "punctuation": "Det begyndte, da tallene kom."},
        {"id": "b2", "name": "Konsulenten"},
        {"id": "c3"},
    ],
    "arrows": [
        {"id": "x1", "from_actor": "b2", "to_actor": "a1", "does": "Spørger", "meaning": "Kontrol"},
        {"id": "x2", "from_actor": "a1", "to_actor": "b2", "does": "Svarer kort"},
        {"id": "x3", "from_actor": "a1", "to_actor": "gone", "does": "Går"},
        {"id": "x4", "from_actor": "c3"},
    ],
    "self_actor": "b2",
    "context_markers": "Ordet opfølgning",
    "stands": "Vi spørger, som om vi leder.",
    "move": "Vi begynder med det, der lykkes.",
}


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).actors == []
    assert Answer.parse({"arrows": [{"id": "a1"}]}).arrows[0].to_actor is None
    assert Answer.parse({"self_actor": "gone"}).self_actor == "gone"
    assert Answer.parse(FULL).actors[0].name == "Teamet"


@pytest.mark.parametrize(
    "value",
    [
        {"actors": [{"id": str(n)} for n in range(7)]},
        {"arrows": [{"id": str(n)} for n in range(13)]},
        {"actors": [{"id": "a", "name": "x" * 41}]},
        {"arrows": [{"id": "a", "from_actor": "Læreren"}]},
        {"actors": [{"id": "a", "guilty": True}]},
        {"pattern": "x" * 201},
        {"culprit": "a1"},
    ],
)
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_an_answer_is_the_same_after_its_fields_were_stored_one_by_one() -> None:
    stored = fields.leaves(FULL)
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == FULL
    assert fields.checked(Answer, "self_actor", None) is None


def test_two_who_write_one_long_text_at_once_both_keep_it() -> None:
    assert fields.is_long(Answer, "actors.a1.punctuation")
    assert fields.is_long(Answer, "pattern")


def test_the_wall_draws_names_arrows_and_oneself_and_no_punctuation() -> None:
    figure = plenary([Answer.parse(FULL)])
    (loop,) = figure["loops"]
    assert [one["mine"] for one in loop["actors"]] == [False, True, False]
    assert loop["arrows"] == [
        {"from": "b2", "to": "a1", "says": "Spørger"},
        {"from": "a1", "to": "b2", "says": "Svarer kort"},
    ]
    assert figure["rows"] == [[FULL["pattern"], FULL["stands"], FULL["move"]]]
    assert "tallene" not in str(figure)
    assert "Kontrol" not in str(figure)


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_every_answer_has_its_loop_in_its_place_whatever_came(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    random.Random(count).shuffle(values)  # noqa: S311 - made, not secret
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert figure["kind"] == "loops"
    assert [len(one["actors"]) for one in figure["loops"]] == [len(one.actors) for one in answers]
    assert figure["n"] == sum(1 for one in answers if one.actors)
    assert len(figure["rows"]) == sum(1 for one in answers if one.stands or one.move)
    for loop in figure["loops"]:
        known = {one["id"] for one in loop["actors"]}
        assert {end for one in loop["arrows"] for end in (one["from"], one["to"])} <= known


def test_who_has_drawn_nothing_keeps_an_empty_place() -> None:
    figure = plenary([Answer.parse({"pattern": "Hej"}), Answer.parse(FULL)])
    assert figure["loops"][0] == {"actors": [], "arrows": []}
    assert figure["n"] == 1
    assert len(figure["rows"]) == 1


def test_the_page_says_the_arrows_and_calls_a_guess_a_guess() -> None:
    arrows, began = (one for one in page(Answer.parse(FULL), DA) if one["is"] == "table")
    assert arrows["rows"] == [
        ["1 · Konsulenten → Teamet", "Spørger", "Kontrol"],
        ["2 · Teamet → Konsulenten", "Svarer kort", ""],
    ]
    assert arrows["heads"][2] == "Forstås som · et bud"
    assert began["title"] == "Punktuering · et bud"
    assert began["rows"] == [["Teamet", "Det begyndte, da tallene kom."]]
    texts = {one["title"]: one["text"] for one in page(Answer.parse(FULL), DA) if "text" in one}
    assert texts["Her er vi selv"] == "Konsulenten"


def test_an_actor_without_a_name_has_its_number() -> None:
    value = {**FULL, "arrows": [{"id": "y", "from_actor": "c3", "to_actor": "a1"}]}
    arrows = next(one for one in page(Answer.parse(value), EN) if one["is"] == "table")
    assert arrows["rows"][0][0] == "1 · Actor 3 → Teamet"


def test_an_empty_answer_leaves_an_empty_page() -> None:
    assert page(Answer.parse({}), DA) == []
