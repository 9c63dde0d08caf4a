"""Four kinds of question: asked and heard are two marks, and no text is ever judged."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from workshops import bots_made, exercises, fields, figures
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.tomm_questions import KINDS, Answer, page, plenary
from workshops.twins import twin

EXERCISE = exercise("question_types")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
FULL: dict[str, Any] = {
    "given": {"q1": [0.5, -0.4]},
    "questions": [
        {
            "id": "a1",
            "text": "Hvad skete der?",
            "asked": [-0.8, -0.6],
            "heard": {"h1": [0.7, -0.5], "h3": [-0.8, -0.6]},
        },
        {
            "id": "b2",
            "text": "Hvem lagde mærke til det?",
            "asked": [-0.4, 0.6],
            "moved": True,
            "effect_note": "Jeg kom i tanke om Peter Plan.",
        },
        {"id": "c3", "text": "Og nu?", "asked": [0.0, 0.6]},
    ],
    "shown": True,
    "rewritten": [{"id": "r1", "before": "Og nu?", "after": "Hvem mærker det først?"}],
    "best": [{"id": "x1", "question": "Hvem mærker det først?", "use": "alle taler om én"}],
    "transfer": "På mandag",
}


def test_everything_may_be_half_filled() -> None:
    for value in ({}, {"questions": [{"id": "a"}]}, {"given": {}}, {"best": [{"id": "a"}]}, FULL):
        Answer.parse(value)


@pytest.mark.parametrize(
    "value",
    [
        {"given": {"q9": [0.0, 0.0]}},
        {"given": {"q1": [1.1, 0.0]}},
        {"questions": [{"id": "a", "asked": [0.5]}]},
        {"questions": [{"id": "a", "heard": {"h6": [0.0, 0.0]}}]},
        {"questions": [{"id": "a", "type_by_asker": "strategic"}]},
        {"questions": [{"id": "a", "text": "x" * 201}]},
    ],
)
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_an_answer_is_the_same_after_its_fields_were_stored_one_by_one() -> None:
    stored = fields.leaves(FULL)
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == FULL


def test_each_hearer_writes_a_field_of_their_own() -> None:
    paths = {path for path in fields.leaves(FULL) if ".heard." in path}
    assert paths == {"questions.a1.heard.h1", "questions.a1.heard.h3"}


def test_two_who_write_one_question_at_once_both_keep_it() -> None:
    assert fields.is_long(Answer, "questions.a1.text")


@pytest.mark.parametrize("text", ["Hvad gør du inden fredag?", "Forestil dig …", ""])
def test_the_kind_follows_the_mark_and_never_the_words(text: str) -> None:
    one = {"id": "a", "text": text, "asked": [-0.5, 0.5]}
    assert plenary([Answer.parse({"questions": [one]})])["orders"] == [["type_circular"]]


def test_the_wall_has_every_mark_twice_and_no_words() -> None:
    figure = plenary([Answer.parse(FULL)])
    assert figure["pairs"] == [
        {
            "from": [-0.8, -0.6],
            "to": [-0.8, -0.6],
            "asked": "type_linear",
            "heard": "type_linear",
        },
        {
            "from": [-0.8, -0.6],
            "to": [0.7, -0.5],
            "asked": "type_linear",
            "heard": "type_strategic",
        },
    ]
    assert figure["orders"] == [["type_linear", "type_circular", "on_the_line"]]
    assert "Hvad skete der" not in str(figure)
    assert "Peter" not in str(figure)
    assert figure["rows"] == [["Hvem mærker det først?", "alle taler om én"]]


def test_a_question_that_only_one_side_placed_makes_no_pair() -> None:
    one = {"id": "a", "text": "?", "heard": {"h1": [0.1, 0.1]}}
    figure = plenary([Answer.parse({"questions": [one]})])
    assert (figure["pairs"], figure["paths"], figure["n"]) == ([], [[]], 0)


def test_a_group_gives_three_questions_to_the_bank_and_no_more() -> None:
    best = [{"id": f"x{n}", "question": f"Nr. {n}?"} for n in range(4)]
    assert [row[0] for row in plenary([Answer.parse({"best": best})])["rows"]] == [
        "Nr. 0?",
        "Nr. 1?",
        "Nr. 2?",
    ]


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_every_group_has_its_path_in_its_place_whatever_came(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    random.Random(count).shuffle(values)  # noqa: S311 - made, not secret
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert figure["kind"] == "questions"
    assert len(figure["paths"]) == len(figure["orders"]) == count
    assert figures.count_of(figure) == sum(1 for path in figure["paths"] if path)
    assert figure["pairs"] == sorted(figure["pairs"], key=lambda one: (one["from"], one["to"]))
    told = twin(figure, DA, tuple(f"Gruppe {n}" for n in range(count)))
    assert len(told["rows"]) == len(figure["pairs"])
    assert len(told["sentences"]) == 1 + figures.count_of(figure)


def test_the_twin_says_each_group_s_way() -> None:
    told = twin(plenary([Answer.parse(FULL)]), DA, ("Gruppe 4",))
    assert told["sentences"][1] == "Gruppe 4: Lineære → Cirkulære → På stregen"
    assert told["rows"][1] == ["Lineære", "Strategiske"]


def test_the_page_keeps_asked_and_heard_apart() -> None:
    tables = {one["title"]: one["rows"] for one in page(Answer.parse(FULL), DA) if "rows" in one}
    first = tables[DA["questions"]][0]
    assert first[2] == "Lineære · Detektiv"
    assert first[3] == "Fokusperson: Strategiske · Kaptajn | Observatør B: Lineære · Detektiv"
    assert tables[DA["given"]] == [["1", DA["given_q1"], "Strategiske · Kaptajn"]]
    assert tables[DA["moved"]] == [[FULL["questions"][1]["text"], "Jeg kom i tanke om Peter Plan."]]
    assert page(Answer.parse({}), EN) == []


def test_the_eight_given_questions_are_two_of_each_kind_as_they_were_meant() -> None:
    meant = EXERCISE.settings["meant"]
    asked = [{"id": key, "asked": meant[key]} for key in EXERCISE.settings["given"]]
    (order,) = plenary([Answer.parse({"questions": asked})])["orders"]
    assert sorted(order) == sorted([f"type_{kind}" for kind in KINDS] * 2)


def test_a_house_may_use_the_names_of_2009_and_leave_nicknames_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = Path("day3_facilitation", "exercises", "question_types.toml")
    text = (exercises.content() / file).read_text(encoding="utf-8")
    text = text.replace("variants = []", 'variants = ["2009"]')
    (tmp_path / file).parent.mkdir(parents=True)
    anew = text.replace("left_out = []", 'left_out = ["nickname_"]')
    (tmp_path / file).write_text(anew, encoding="utf-8")
    monkeypatch.setenv("LAERINGSDAGE_CONTENT", str(tmp_path))
    words = exercise("question_types").words["da"]
    table = page(Answer.parse({"given": {"q1": [0.5, -0.5]}}), words)[0]
    assert table["rows"][0][2].replace("\u00ad", "") == "Handlingsafklarende"
