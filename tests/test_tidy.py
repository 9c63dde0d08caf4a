"""An answer as rows: which tables a shape has, and that nothing is lost on the way."""

from __future__ import annotations

from collections import Counter
from datetime import date
from types import SimpleNamespace
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field

from workshops import bots_made, exercises, fields, methods, tidy
from workshops.methods import Shape
from workshops.tidy.table import KEPT, Kind

SEEDS = range(6)


class Turn(Shape):
    id: str = ""
    who: Literal["a", "b"] | None = None
    group: str = ""


class Step(Shape):
    id: str = ""
    text: str = ""
    turns: Annotated[list[Turn], Field(default_factory=list)]


class Level(Shape):
    story: str = ""
    strength: int | None = None


class Levels(Shape):
    high: Level = Level()
    low: Level = Level()


class Voice(Shape):
    name: str = ""
    levels: Levels = Levels()
    steps: Annotated[list[Step], Field(default_factory=list)]


class Sorted(Shape):
    c1: Literal["x", "y"] | None = None
    c2: Literal["x", "y"] | None = None


class Heard(Shape):
    s1: Annotated[list[Literal["x", "y"]], Field(max_length=2, default_factory=list)]
    s2: Annotated[list[Literal["x", "y"]], Field(max_length=2, default_factory=list)]


class Ends(Shape):
    left: str = ""
    right: str = ""


class Answer(Shape):
    title: str = ""
    met: date | None = None
    place: Annotated[list[float], Field(min_length=2, max_length=2)] | None = None
    ends: Ends = Ends()
    placed: Sorted = Sorted()
    heard: Heard = Heard(s1=[], s2=[])
    ticks: list[Literal["one", "two"]] | None = None
    mine: Voice = Voice(steps=[])
    theirs: Voice = Voice(steps=[])
    counts: dict[str, int] | None = None


METHOD: Any = SimpleNamespace(Answer=Answer)


def told(value: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return tidy.rows(METHOD, Answer.parse(value))


def test_single_values_are_columns_of_one_row_and_the_rest_are_tables() -> None:
    columns = {table.name: list(table.kinds) for table in tidy.tables(METHOD)}
    single = ["title", "met", "place_x", "place_y", "ends_left", "ends_right"]
    assert columns == {
        "sheet": single,
        "placed": ["slot", "value"],
        "heard": ["slot", "item", "value"],
        "ticks": ["item", "value"],
        "counts": ["slot", "value"],
        "voices": ["voice", "name"],
        "steps": ["voice", "item", "id", "text"],
        "turns": ["voice", "steps_item", "item", "id", "who", "own_group"],
        "levels": ["voice", "level", "story", "strength"],
    }


def test_a_column_knows_what_stands_in_it() -> None:
    kinds = {table.name: table.kinds for table in tidy.tables(METHOD)}
    assert kinds["sheet"]["met"] == Kind("date")
    assert kinds["sheet"]["place_x"] == Kind("number")
    assert kinds["levels"]["voice"] == Kind("choice", ("mine", "theirs"))
    assert kinds["levels"]["strength"] == Kind("integer")
    assert kinds["turns"]["who"] == Kind("choice", ("a", "b"))


def test_one_row_a_thing_with_the_keys_of_what_it_stands_in() -> None:
    turns = [{"id": "t1", "who": "a", "group": "vores"}, {"id": "t2"}]
    found = told({"theirs": {"steps": [{"id": "s1"}, {"id": "s2", "turns": turns}]}})
    assert [(one["voice"], one["item"]) for one in found["steps"]] == [("theirs", 1), ("theirs", 2)]
    first = {"id": "t1", "who": "a", "own_group": "vores"}
    assert found["turns"][0] == {"voice": "theirs", "steps_item": 2, "item": 1, **first}


def test_a_slot_nobody_wrote_in_is_no_row_and_zero_is_written() -> None:
    assert told({})["levels"] == []
    found = told({"mine": {"levels": {"low": {"strength": 0}}}})["levels"]
    assert found == [{"voice": "mine", "level": "low", "story": None, "strength": 0}]


def test_what_is_sorted_is_one_row_a_thing() -> None:
    assert told({"placed": {"c2": "x"}})["placed"] == [{"slot": "c2", "value": "x"}]


def test_what_each_ticked_is_one_row_a_tick() -> None:
    found = told({"heard": {"s2": ["y", "x"]}})["heard"]
    assert [tuple(one.values()) for one in found] == [("s2", 1, "y"), ("s2", 2, "x")]


def test_a_place_is_two_numbers_or_none() -> None:
    (sheet,) = told({"place": [-5.0, 0.5]})["sheet"]
    assert (sheet["place_x"], sheet["place_y"]) == (-5.0, 0.5)
    assert told({})["sheet"][0]["place_x"] is None


class Row(Shape):
    level: Literal["high", "low"]
    place: int | None


class Rows(Shape):
    levels: list[Row]


def test_a_method_may_say_its_own_rows_and_keeps_the_other_tables() -> None:
    own = SimpleNamespace(
        Answer=Answer, rows=lambda _answer: Rows(levels=[Row(level="low", place=None)])
    )
    assert tidy.rows(own, Answer())["levels"] == [{"level": "low", "place": None}]
    columns = {table.name: list(table.kinds) for table in tidy.tables(own)}
    assert columns["levels"] == ["level", "place"]
    assert columns["voices"] == ["voice", "name"]


# ── every method there is ────────────────────────────────────────────────────
EXERCISES = [one.id for one in exercises.exercises()]


def words_of(values: list[Any]) -> Counter[tuple[type, Any]]:
    return Counter(
        (type(one), one) for one in values if one not in (None, "", []) and one is not False
    )


def leaves_of(answer: Shape) -> list[Any]:
    """Give every value of an answer; of a list's order the ids, of a place its numbers."""
    found: list[Any] = []
    for leaf in fields.leaves(answer.model_dump(mode="json")).values():
        found += leaf if isinstance(leaf, list) else [leaf]
    return found


@pytest.mark.parametrize("wanted", EXERCISES)
def test_what_goes_in_comes_out(wanted: str) -> None:
    one = exercises.exercise(wanted)
    method = methods.find(one.method)
    for seed in SEEDS:
        answer = one.answer.parse(bots_made.made(one, ("individual", "group")[seed % 2], 1, seed))
        rows = [row for table in tidy.rows(method, answer).values() for row in table]
        out = words_of([value for row in rows for value in row.values()])
        assert words_of(leaves_of(answer)) - out == Counter()


@pytest.mark.parametrize("wanted", EXERCISES)
def test_every_row_has_the_columns_of_its_table(wanted: str) -> None:
    one = exercises.exercise(wanted)
    method = methods.find(one.method)
    columns = {table.name: [*table.kinds] for table in tidy.tables(method)}
    assert next(iter(columns)) == "sheet"
    assert not {name for table in columns.values() for name in table} & set(KEPT)
    answer = one.answer.parse(bots_made.made(one, "group", 1))
    for name, rows in tidy.rows(method, answer).items():
        assert [row for row in rows if [*row] != columns[name]] == [], name
    assert len(tidy.rows(method, one.answer.parse({}))["sheet"]) == 1
