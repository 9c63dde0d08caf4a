"""What a process plan means: minutes by phase for six and sixty, and never whether it is good."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from workshops import bots_made, fields, twins
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.process_plan import PARTS, Answer, Step, page, plenary

EXERCISE = exercise("six_to_sixty_plan")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
FULL: dict[str, Any] = {
    "purpose": "At alle ved, hvad der er åbent.",
    "decision_form": "advise",
    "minutes": 45,
    "six": {
        "steps": [
            {
                "id": "a1",
                "title": "En runde",
                "purpose": "At få eksempler",
                "phase": "open",
                "form": "plenum",
                "minutes": 15,
            },
            {"id": "b2", "phase": "explore", "method": "dots", "form": "G", "minutes": 10},
            {"id": "c3", "method": "pause", "phase": "explore", "minutes": 5},
            {"id": "d4", "title": "Ikke placeret", "minutes": 3, "lead": "Lederen"},
        ]
    },
    "sixty": {"steps": [{"id": "a1", "phase": "close", "form": "G", "minutes": 20}]},
    "changed": "Runden holdt ikke.",
}


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).six.steps == []
    assert Answer.parse({"six": {"steps": [{"id": "a"}]}}).six.steps[0].minutes is None
    assert Answer.parse(FULL).sixty.steps[0].form == "G"


@pytest.mark.parametrize(
    "value",
    [
        {"six": {"steps": [{"id": str(n)} for n in range(13)]}},
        {"six": {"steps": [{"id": "a", "title": "x" * 81}]}},
        {"six": {"steps": [{"id": "a", "phase": "groan"}]}},
        {"six": {"steps": [{"id": "a", "minutes": -1}]}},
        {"six": {"steps": [{"id": "a", "minutes": 7.5}]}},
        {"sixty": {"steps": [{"id": "Trin"}]}},
        {"minutes": 0},
        {"decision_form": "vote"},
        {"score": 3},
    ],
)
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_an_answer_is_the_same_after_its_fields_were_stored_one_by_one() -> None:
    stored = fields.leaves(FULL)
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == FULL
    assert fields.checked(Answer, "six.steps.a1.phase", None) is None


def test_two_who_write_one_purpose_at_once_both_keep_it() -> None:
    assert fields.is_long(Answer, "six.steps.a1.purpose")
    assert fields.is_long(Answer, "sixty.steps.a1.purpose")
    assert fields.is_long(Answer, "changed")


def test_the_plenary_adds_minutes_by_phase_and_keeps_a_pause_apart() -> None:
    figure = plenary([Answer.parse(FULL)])
    assert figure["stacks"] == [[[15, 10, 0, 8], [0, 0, 20, 0]]]
    assert figure["rows"] == [["At alle ved, hvad der er åbent.", "Runden holdt ikke."]]
    assert figure["n"] == 1


def test_who_has_no_plan_yet_keeps_an_empty_place_and_is_not_counted() -> None:
    figure = plenary([Answer.parse({"purpose": "Hej"}), Answer.parse(FULL)])
    assert figure["stacks"][0] == [[0, 0, 0, 0], [0, 0, 0, 0]]
    assert figure["n"] == 1
    assert len(figure["rows"]) == 1


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_every_answer_has_its_stacks_in_its_place_whatever_came(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert figure["kind"] == "stacks"
    assert len(figure["stacks"]) == count
    for stack, one in zip(figure["stacks"], answers, strict=True):
        assert [sum(bar) for bar in stack] == [
            sum(step.minutes or 0 for step in plan.steps) for plan in (one.six, one.sixty)
        ]
        assert all(len(bar) == len(PARTS) for bar in stack)
    for words in (DA, EN):
        assert {*figure["bars"], *figure["parts"], *figure["heads"]} <= words.keys()


def test_the_twin_says_each_bar_with_its_group() -> None:
    told = twins.twin(plenary([Answer.parse(FULL)]), DA, ("Gruppe 3",))
    assert told["heads"] == ["", "Åbne", "Udforske", "Lukke", "Pause og andet"]
    assert told["rows"][0] == ["Gruppe 3 · Med 6", "15", "10", "0", "8"]
    assert told["sentences"] == ["Planer: 1"]


def test_the_page_says_both_plans_step_by_step() -> None:
    sections = page(Answer.parse(FULL), DA)
    six, sixty = (one for one in sections if one["is"] == "table")
    assert six["title"] == "Med 6 · 33 af 45 min."
    assert six["rows"][0] == ["1 · En runde", "At få eksempler", "Åbne · Plenum", "15", ""]
    assert six["rows"][1][:3] == ["2 · Trin 2", "", "Udforske · Grupper · Prioritering med prikker"]
    assert six["rows"][2][2] == "Pause"
    assert six["rows"][3][4] == "Lederen"
    assert sixty["rows"][0][3] == "20"
    texts = {one["title"]: one["text"] for one in sections if one["is"] == "text"}
    assert texts["Beslutningsform"] == "Rådgivning"


def test_an_empty_answer_leaves_an_empty_page() -> None:
    assert page(Answer.parse({}), EN) == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_choice_has_a_word(language: str) -> None:
    words = EXERCISE.words[language]
    for name in ("phase", "method", "form", "tempo", "body"):
        choices = get_args(get_args(Step.model_fields[name].annotation)[0])
        assert len(choices) >= 2
        assert {f"{name}_{option}" for option in choices} <= words.keys()
