"""The six cases, the literature, and the bots' answers: whole, and alike in both languages."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from workshops.methods.positioning import MARKS, Answer, plenary
from workshops.programme.plan import plan
from workshops.words import LANGUAGES

ROOT = Path(__file__).parent.parent
CASES = sorted((ROOT / "workshops" / "cases").glob("*.toml"))


def toml(file: Path) -> dict:
    return tomllib.loads(file.read_text(encoding="utf-8"))


ANSWERS = toml(ROOT / "workshops" / "bots.toml")
PEOPLE, GROUPS = ANSWERS["people"], ANSWERS["groups"]


def shape(thing: object) -> object:
    if isinstance(thing, dict):
        return {key: shape(inner) for key, inner in thing.items()}
    return len(thing) if isinstance(thing, list) else type(thing)


def test_there_are_six_cases_and_each_has_its_number():
    assert sorted(toml(file)["number"] for file in CASES) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_case_is_the_same_in_both_languages(file):
    case = toml(file)
    assert shape(case["da"]) == shape(case["en"])
    assert len(case["da"]["lines"]) >= 4
    assert len(case["da"]["questions"]) >= 3
    assert all(text.strip() for text in case["da"]["lines"] + case["en"]["lines"])


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_case_is_tagged(file):
    case = toml(file)
    assert set(case["days"]) <= {1, 2, 3, 4}
    assert set(case["competences"]) <= {"K1", "K2", "K3", "K4", "K5"}
    assert case["exercises"]


def test_the_notebook_quotes_its_case_word_for_word():
    case = toml(ROOT / "workshops" / "cases" / "just_tell_us.toml")
    file = ROOT / "day1_context" / "05_positioning.ipynb"
    notebook = json.loads(file.read_text(encoding="utf-8"))["cells"]
    for language in LANGUAGES:
        spoken = ["".join(cell["source"]) for cell in notebook if cell["id"] == f"case-{language}"]
        quotes = re.findall(r"^> [”“](.+)”$", spoken[0], re.MULTILINE)
        assert quotes
        for quote in quotes:
            assert quote in case[language]["text"]


def test_every_reference_says_what_was_checked():
    for key, one in toml(ROOT / "workshops" / "references.toml").items():
        assert set(one) == {"authors", "year", "title", "note", "topics", "checked"}, key
        assert one["authors"], key
        assert one["title"], key
        assert one["checked"], key


# ── the bots' answers ──


def answer(of: dict) -> Answer:
    return Answer.parse({key: part for key, part in of.items() if key in Answer.model_fields})


def test_twenty_five_people_sit_at_five_tables():
    tables = [person["table"] for person in PEOPLE]
    assert [tables.count(table) for table in "12345"] == [5] * 5
    assert len({person["alias"] for person in PEOPLE}) == 25
    assert [group["table"] for group in GROUPS] == list("12345")
    districts = set(plan("day1_context").learning_groups)
    assert {person["learning_group"] for person in PEOPLE} == districts


def test_the_answers_are_answers():
    maps = [answer(person) for person in PEOPLE]
    assert all(one.episode and all(getattr(one, mark) for mark in MARKS) for one in maps)
    assert all(text for one in maps for _, text in one.words)
    assert len(plenary(maps)["arrows"]) == 25
    sheets = [answer(group) for group in GROUPS]
    assert all(len(one.lines) == 3 for one in sheets)
    assert all(one.rights and one.duties and one.transfer for one in sheets)


def test_no_corner_of_the_map_is_everybody_s():
    wished = [person["wished"] for person in PEOPLE]
    assert sum(x < 0 for x, _ in wished) >= 5
    assert sum(y < 0 for _, y in wished) >= 5
    assert any(person["invited"] == person["taken"] for person in PEOPLE)
    assert len({tuple(person["invited"]) for person in PEOPLE}) >= 20
