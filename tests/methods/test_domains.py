"""What a sorting of talk means: what is taken, what is counted, what the handbook says."""

from __future__ import annotations

import random
from typing import Any, get_args

import pytest

from workshops import bots_made, fields
from workshops.exercises import exercise
from workshops.methods import Refused
from workshops.methods.domains import CARDS, DOMAINS, SHIFTS, Answer, Domain, Placed, page, plenary

EXERCISE = exercise("three_domains")
DA, EN = EXERCISE.words["da"], EXERCISE.words["en"]
FULL: dict[str, Any] = {
    "placed": {"c1": "production", "c2": "reflection", "c6": "personal"},
    "split": "Nummer 6. Nogle hørte et spørgsmål, andre en bebrejdelse.",
    "shift_1": "Nu går vi fra det, der står fast, til det, vi kan undre os over.",
    "shift_1_from": "production",
    "shift_1_to": "reflection",
    "shift_3": "Lad os lige blive ved det, der betyder noget for jer.",
    "transfer": "Til dialogmødet på torsdag.",
}


def test_everything_may_be_half_filled() -> None:
    assert Answer.parse({}).placed.c1 is None
    assert Answer.parse({"shift_2_to": "personal"}).shift_2 == ""
    assert Answer.parse(FULL).placed.c6 == "personal"


def test_the_exercise_asks_for_the_statements_and_domains_the_method_knows() -> None:
    assert tuple(Placed.model_fields) == CARDS == tuple(EXERCISE.settings["cards"])
    assert get_args(Domain) == DOMAINS == tuple(EXERCISE.settings["piles"])
    for shift in SHIFTS:
        assert {shift, f"{shift}_from", f"{shift}_to"} <= set(Answer.model_fields)


def test_a_statement_is_talk_and_says_nothing_of_its_own_domain() -> None:
    for words in (DA, EN):
        statements = [words[f"card_{card}"] for card in CARDS]
        assert len(set(statements)) == len(CARDS)
        for statement in statements:
            assert statement[0] in "”“"
            assert "dom" not in statement.casefold()


@pytest.mark.parametrize(
    "value",
    [
        {"placed": {"c1": "law"}},
        {"placed": {"c9": "production"}},
        {"placed": {"c1": ["production", "personal"]}},
        {"shift_1": "x" * 201},
        {"shift_1_from": "right"},
        {"shift_4": "Nu går vi"},
        {"right": "production"},
    ],
)
def test_what_is_no_answer_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Answer.parse(value)


def test_an_answer_is_the_same_after_its_fields_were_stored_one_by_one() -> None:
    stored = fields.leaves(FULL)
    assert "placed.c1" in stored
    taken = {path: fields.checked(Answer, path, leaf) for path, leaf in stored.items()}
    assert fields.tree(taken) == FULL
    assert fields.checked(Answer, "placed.c1", None) is None


@pytest.mark.parametrize("count", [0, 1, 5, 40])
def test_the_wall_counts_where_each_statement_was_heard(count: int) -> None:
    values = [bots_made.made(EXERCISE, "group", number, count) for number in range(count)]
    answers = [Answer.parse(one) for one in values]
    figure = plenary(answers)
    assert figure["n"] <= count
    assert [len(row) for row in figure["cells"]] == [len(DOMAINS)] * len(CARDS)
    for card, row in zip(CARDS, figure["cells"], strict=True):
        heard = [getattr(one.placed, card) for one in answers]
        assert row == [heard.count(domain) for domain in DOMAINS]
        assert sum(row) <= figure["n"]
    random.Random(count).shuffle(answers)  # noqa: S311 - made, not secret
    assert plenary(answers)["cells"] == figure["cells"]


def test_the_rows_keep_the_exercise_s_order_however_split_they_are() -> None:
    split = [Answer.parse({"placed": {"c8": domain}}) for domain in DOMAINS]
    figure = plenary([*split, Answer.parse({"placed": {"c1": "production"}})])
    assert figure["down"] == [f"card_{card}" for card in CARDS]
    assert figure["across"] == [f"pile_{domain}" for domain in DOMAINS]
    assert (figure["cells"][0], figure["cells"][7]) == ([1, 0, 0], [1, 1, 1])
    assert set(figure) == {"kind", "n", "down", "across", "cells", "heads", "rows"}


def test_only_who_has_placed_something_is_counted() -> None:
    figure = plenary([Answer.parse({}), Answer.parse({"shift_1": "Nu går vi"})])
    assert figure["n"] == 0
    assert figure["rows"] == [["Nu går vi"]]


def test_the_wall_shows_the_shift_sentences_and_not_who_heard_what() -> None:
    figure = plenary([Answer.parse(FULL), Answer.parse({"shift_2": "Og nu til det, der er jeres"})])
    assert figure["rows"] == [[FULL["shift_1"]], [FULL["shift_3"]], ["Og nu til det, der er jeres"]]
    assert FULL["split"] not in str(figure)


def test_every_word_the_wall_asks_for_is_there() -> None:
    figure = plenary([])
    for words in (DA, EN):
        for key in (*figure["down"], *figure["across"], *figure["heads"]):
            assert words[key]


def test_the_page_says_what_was_heard_where_and_leaves_out_what_was_not_placed() -> None:
    heard, split, shifts, transfer = page(Answer.parse(FULL), DA)
    assert heard["rows"] == [
        [DA["card_c1"], "Produktionens domæne"],
        [DA["card_c2"], "Refleksionens domæne"],
        [DA["card_c6"], "Det personlige domæne"],
    ]
    assert shifts["rows"] == [
        ["Produktionens domæne", "Refleksionens domæne", FULL["shift_1"]],
        ["", "", FULL["shift_3"]],
    ]
    assert (split["text"], transfer["text"]) == (FULL["split"], FULL["transfer"])


def test_the_page_speaks_the_readers_language() -> None:
    assert page(Answer.parse(FULL), EN)[0]["rows"][0][1] == "Domain of production"


def test_an_empty_answer_leaves_an_empty_page() -> None:
    assert page(Answer.parse({}), DA) == []
