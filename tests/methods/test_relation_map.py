"""What a relation map means: what is taken, what the wall tells of it, what the handbook says."""

from __future__ import annotations

import random
from typing import Any

import pytest

from workshops import bots_made, fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.relation_map import Answer, page, plenary

EXERCISE = exercise("next_conversation")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
FULL: dict[str, Any] = {
    "assignment": "Trivselstallene på mellemtrinnet",
    "actors": [
        {"id": "a1b", "name": "Skoleleder"},
        {"id": "c2d", "name": "Ressourceperson"},
        {"id": "e3f", "name": "PUF-konsulent"},
        {"id": "g4h"},
    ],
    "arrows": [
        {
            "id": "k1a",
            "from_actor": "e3f",
            "to_actor": "c2d",
            "now": "Jeg sender materialer",
            "wanted": "Vi forbereder mødet sammen",
        },
        {"id": "k2b", "from_actor": "a1b", "to_actor": "gone", "now": "Svar på mails"},
        {"id": "k3c", "from_actor": "a1b"},
    ],
    "self_actor": "e3f",
    "missing": "Teamet på fjerde årgang",
    "with_whom": "Skolelederen",
    "about": "Hvor meget tid ressourcepersonen har",
    "opening": "Hvem skal kunne gøre det her uden mig?",
    "when": "Torsdag efter mødet",
    "transfer": "Næste gang, vi bliver bestilt af én og møder en anden.",
}


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).self_actor is None
    assert Answer.parse({"actors": [{"id": "a1b"}]}).actors[0].name == ""
    assert Answer.parse({"arrows": [{"id": "a1b", "now": "Mails"}]}).arrows[0].to_actor is None
    assert Answer.parse(FULL).arrows[0].wanted == "Vi forbereder mødet sammen"


@pytest.mark.parametrize(
    "value",
    [
        {"actors": [{"id": "a", "name": "x" * 41}]},
        {"actors": [{"id": str(n)} for n in range(9)]},
        {"arrows": [{"id": "a", "from_actor": "Skolelederen!"}]},
        {"arrows": [{"id": "a", "trust": 3}]},
        {"opening": "x" * 201},
        {"trust": 4},
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
    assert fields.checked(Answer, "arrows.k1a.from_actor", None) is None


def test_two_who_write_the_first_sentence_at_once_both_keep_their_text() -> None:
    assert fields.is_long(Answer, "opening")
    assert fields.is_long(Answer, "about")


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_wall_tells_each_next_conversation_once_in_the_groups_order(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert figure["kind"] == "groups"
    assert figure["rows"] == [
        [one.opening, one.with_whom, one.about]
        for one in answers
        if one.opening or one.with_whom or one.about
    ]
    random.Random(count).shuffle(answers)  # noqa: S311 - made, not secret
    assert sorted(plenary(answers)["rows"]) == sorted(figure["rows"])


def test_a_conversation_that_is_only_begun_is_told_as_far_as_it_goes() -> None:
    assert plenary([Answer.parse({"with_whom": "Lederen"})])["rows"] == [["", "Lederen", ""]]
    assert plenary([Answer.parse({}), Answer.parse({"missing": "Teamet"})])["rows"] == []


def test_who_is_on_the_map_and_how_they_work_together_stays_with_the_group() -> None:
    told = str(plenary([Answer.parse(FULL)]))
    for private in ("PUF-konsulent", "Trivselstallene", "materialer", "årgang", "Torsdag"):
        assert private not in told


def test_the_page_tells_the_map_in_words_and_leaves_out_arrows_that_lead_nowhere() -> None:
    sections = page(Answer.parse(FULL), DA)
    assert [one["title"] for one in sections] == [
        DA[name] for name in ("assignment", "actors", "arrows", "missing", "talk", "transfer")
    ]
    assert sections[1]["text"] == f"Skoleleder\nRessourceperson\nPUF-konsulent ({DA['self_page']})"
    assert sections[2]["rows"] == [
        ["PUF-konsulent → Ressourceperson", "Jeg sender materialer", "Vi forbereder mødet sammen"]
    ]
    assert [pair["value"] for pair in sections[4]["pairs"]] == [
        FULL[name] for name in ("with_whom", "about", "opening", "when")
    ]


def test_the_page_speaks_the_readers_language() -> None:
    titles = [one["title"] for one in page(Answer.parse(FULL), EN)]
    assert "The next conversation" in titles


def test_an_empty_answer_leaves_an_empty_page() -> None:
    assert page(Answer.parse({}), DA) == []
