"""Every plenary on paper: all its words are seen, nothing runs out, nobody's order is changed."""

from __future__ import annotations

import itertools
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.test_takeaway_pictures_instruments import HOSTILE, LONG, check, squeezed, written
from workshops import bots_made, exercises, figures, methods, plenary_pictures
from workshops.methods.both_and import HATS
from workshops.methods.tomm_questions import KINDS
from workshops.takeaway import paper, pictures
from workshops.takeaway.pictures import cards, multiples
from workshops.takeaway.pictures.drawing import Box, Disc, Drawing, Words
from workshops.words import words as kit_words

ROOT = Path(__file__).resolve().parent.parent
TABLES_ONLY = {"lines", "groups", "quiet"}
"""Kinds that are words and nothing else: they stand as lines or as a table."""
HOSTILE_TABLE = "<b>9"


def kind_of(name: str) -> str:
    return str(methods.find(exercises.exercise(name).method).plenary([])["kind"])


PLENARIES = {
    file.stem: kind_of(file.stem)
    for file in sorted(ROOT.glob("day*_*/exercises/*.toml"))
    if kind_of(file.stem) not in TABLES_ONLY | {"arrows"}
}


@cache
def plain(name: str, groups: int, seed: int = 0) -> dict[str, Any]:
    """Give the figure of so many groups, or of five people for each of them."""
    one = exercises.exercise(name)
    method = methods.find(one.method)
    of_groups = figures.is_of_groups(PLENARIES[name], one.unnamed)
    stage, many = ("group", groups) if of_groups else ("individual", 5 * groups)
    made = [one.answer.parse(bots_made.made(one, stage, at, seed)) for at in range(many)]
    figure = method.plenary([answer.for_all() if of_groups else answer for answer in made])
    tables = [str(at + 1) for at in range(many)] if of_groups else []
    if PLENARIES[name] == "hierarchies":
        pairs = zip(tables, made, strict=True)
        tables = [at for at, one in pairs if method.plenary([one])["hierarchies"]]
    return figure | {"tables": tables}


def drawn(name: str, figure: dict[str, Any], language: str = "da") -> Drawing | None:
    module = pictures.find(PLENARIES[name])
    assert module is not None
    drawing = module.draw(figure, exercises.exercise(name).words[language], language)
    assert drawing is None or isinstance(drawing, Drawing)
    return drawing


def numbers(drawing: Drawing) -> list[str]:
    lines = [line for part in drawing.parts if isinstance(part, Words) for line in part.lines]
    return [line for line in lines if line.isdecimal()]


def keys_of(figure: dict[str, Any]) -> list[str]:
    """Give the words of the exercise that have to be seen, by their keys."""
    plots = figure.get("plots", [])
    stacks = zip(figure.get("bars", ()), zip(*figure.get("stacks", ()), strict=True), strict=False)
    sides = [one[side] for one in figure.get("hierarchies", ()) for side in ("mine", "theirs")]
    found = {
        "matrix": lambda: [*figure["down"], *figure["across"]],
        "bars": lambda: [key for key, _count in figure["bars"]],
        "shares": lambda: [*figure["items"], *figure["scale"]],
        "dots": lambda: [
            *(plot[name] for plot in plots for name in ("key", "low", "high")),
            *plots[0].get("stops", ()),
        ],
        "points": lambda: [*(plot["key"] for plot in plots), "axis_challenge", "axis_skill"],
        "stacks": lambda: [key for key, bars in stacks if any(map(sum, bars))],
        "loops": list,
        "timelines": lambda: ["level_content", "level_process"],
        "strips": lambda: [f"hat_{hat}" for hat in HATS],
        "questions": lambda: [
            *(f"axis_{end}" for end in ("left", "right", "top", "bottom")),
            *(f"type_{kind}" for kind in KINDS),
            "view_path",
        ],
        "hierarchies": lambda: [
            f"level_{one['level']}" for side in sides for one in side["levels"]
        ],
    }
    return found[figure["kind"]]()


def said_by_people(figure: dict[str, Any]) -> list[str]:
    """Give every text of somebody that has to be seen."""
    cells = [cell for row in figure.get("cells", ()) for cell in row if isinstance(cell, str)]
    names = [one["name"] for loop in figure.get("loops", ()) for one in loop["actors"]]
    sentences = [one["sentence"].strip('”"“ ') for one in figure.get("timelines", ()) if one]
    return [*cells, *names, *sentences]


def expected(figure: dict[str, Any], words: dict[str, str]) -> list[str]:
    return [*(words[key] for key in keys_of(figure)), *said_by_people(figure)]


def bare(text: str) -> str:
    return squeezed(text.replace("\u00ad", ""))


# ── every plenary ────────────────────────────────────────────────────────────
def test_every_plenary_the_wall_draws_is_drawn_on_paper() -> None:
    assert set(PLENARIES.values()) == set(plenary_pictures.INSTRUMENTS)
    kinds = {*figures.OF_GROUPS, *figures.OF_PEOPLE, "arrows"}
    assert {kind for kind in kinds if pictures.find(kind) is None} == set()


@pytest.mark.parametrize("name", PLENARIES)
def test_nothing_shared_makes_no_picture(name: str) -> None:
    assert drawn(name, plain(name, 0)) is None


@pytest.mark.parametrize(("name", "groups"), [*itertools.product(PLENARIES, (1, 2, 5, 10))])
def test_all_words_are_seen_and_the_picture_fits(name: str, groups: int) -> None:
    for seed, language in itertools.product(range(3), ("da", "en")):
        figure, words = plain(name, groups, seed), exercises.exercise(name).words[language]
        drawing = drawn(name, figure, language)
        assert (drawing is None) == (figures.count_of(figure) == 0)
        if drawing is None:
            continue
        check(drawing)
        assert drawing.title == words["plenary_title"]
        text = written(drawing)
        for said in expected(figure, words):
            assert bare(said) in text, said


@pytest.mark.parametrize("name", PLENARIES)
def test_hostile_words_stay_words(name: str) -> None:
    figure = replaced(plain(name, 3), HOSTILE) | {"tables": [HOSTILE_TABLE, "", "\u0000"]}
    if PLENARIES[name] == "hierarchies":
        figure["hierarchies"] = figure["hierarchies"][:3]
    for language in ("da", "en"):
        drawing = drawn(name, figure, language)
        if drawing is not None:
            check(drawing)
            assert "<b>" not in drawing.svg()
            assert not set(drawing.svg()) & {"\u0000", "\u202e", "\u200b"}


TEXTS = {"name", "says", "sentence", "cells"}
"""The parts of a figure in which people's own words stand."""


def replaced(part: Any, text: str, key: str = "") -> Any:
    if isinstance(part, dict):
        return {name: replaced(inner, text, name) for name, inner in part.items()}
    if isinstance(part, list):
        return [replaced(inner, text, key) for inner in part]
    return text if isinstance(part, str) and part and key in TEXTS else part


@pytest.mark.parametrize("name", ["draw_loop", "power_lenses", "lead_the_talk"])
def test_long_texts_of_ten_groups_fit_a_page(name: str) -> None:
    long = {"draw_loop": LONG[:60]}.get(name, (LONG * 3)[:240])
    drawing = drawn(name, replaced(plain(name, 10), long))
    assert drawing is not None
    assert drawing.height <= cards.HIGHEST + 0.01
    assert drawing.width <= paper.MEASURE + 0.01


# ── groups ───────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("name", ["hat_shifts", "draw_loop", "stuck_utterance", "question_types"])
def test_each_group_has_its_sign_in_the_order_of_the_tables(name: str) -> None:
    figure = plain(name, 5)
    drawing = drawn(name, figure | {"tables": [str(9 - at) for at in range(5)]})
    assert drawing is not None
    found = [
        part.lines[0]
        for part in drawing.parts
        if isinstance(part, Words) and part.lines[0].startswith("Gruppe ")
    ]
    assert found == sorted(found, reverse=True)
    assert set(found) <= {f"Gruppe {9 - at}" for at in range(5)}


def test_a_figure_without_signs_names_no_group() -> None:
    figure = {key: part for key, part in plain("hat_shifts", 3).items() if key != "tables"}
    drawing = drawn("hat_shifts", figure)
    assert drawing is not None
    assert "Gruppe" not in written(drawing)


# ── counts ───────────────────────────────────────────────────────────────────
def test_a_count_says_its_number_in_its_cell() -> None:
    figure = plain("same_words", 5)
    drawing = drawn("same_words", figure)
    assert drawing is not None
    assert numbers(drawing) == [str(cell) for row in figure["cells"] for cell in row]


def test_every_part_of_a_bar_says_its_number_even_when_it_is_narrow() -> None:
    figure = plain("six_to_sixty_plan", 1) | {"stacks": [[[1, 2, 3, 400], [0, 0, 0, 0]]]}
    drawing = drawn("six_to_sixty_plan", figure)
    assert drawing is not None
    check(drawing)
    assert {"1", "2", "3", "400", "406"} <= {*numbers(drawing)}


def test_the_parts_of_a_bar_are_told_apart_without_colour() -> None:
    for name in ("six_to_sixty_plan", "safety_items"):
        drawing = drawn(name, plain(name, 5))
        assert drawing is not None
        assert len({part.pen.fill for part in drawing.parts if isinstance(part, Box)}) >= 3
        assert {"Line"} <= {type(part).__name__ for part in drawing.parts}


def test_there_is_a_dot_for_each_answer_and_the_number_over_them() -> None:
    figure = plain("prep_card", 5)
    drawing = drawn("prep_card", figure)
    assert drawing is not None
    dots = [part for part in drawing.parts if isinstance(part, Disc)]
    counts = [count for plot in figure["plots"] for count in plot["counts"]]
    assert len(dots) == sum(counts)
    assert len({part.radius for part in dots}) == 1


def test_a_bar_is_as_long_as_its_part_and_never_sorted() -> None:
    figure = plain("contract_card", 5)
    drawing = drawn("contract_card", figure)
    assert drawing is not None
    of = kit_words("da")["bars_of"]
    told = [
        part.lines[0] for part in drawing.parts if isinstance(part, Words) and part.anchor == "end"
    ]
    assert told == [of.format(n=count, m=figure["of"]) for _key, count in figure["bars"]]
    long = [part.size[0] for part in drawing.parts if isinstance(part, Box)]
    counts = [count for _key, count in figure["bars"] if count]
    assert [one / long[0] for one in long] == pytest.approx([one / counts[0] for one in counts])


# ── in words ─────────────────────────────────────────────────────────────────
def test_the_twin_says_what_the_table_says() -> None:
    drawing = drawn("three_domains", plain("three_domains", 5))
    assert drawing is not None
    assert drawing.twin.startswith("Grupper: ")
    assert "Produktionens domæne 1" in drawing.twin
    drawing = drawn("question_types", plain("question_types", 5), "en")
    assert drawing is not None
    assert "→" in drawing.twin


def test_a_drawing_that_is_too_high_is_made_smaller_as_a_whole() -> None:
    whole = Drawing(100.0, 460.0)
    whole.add(Words((10.0, 400.0), ("Ord",), size=16.0), Disc((5.0, 460.0), 4.0, cards.EDGE))
    half = multiples.scaled(whole, 0.5)
    assert (half.width, half.height) == (50.0, 230.0)
    word, disc = half.parts
    assert isinstance(word, Words)
    assert isinstance(disc, Disc)
    assert (word.at, word.size, disc.radius) == ((5.0, 200.0), 8.0, 2.0)
