"""The case library, the literature, and the bots' answers: whole, and alike in both languages."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from workshops import cases, exercises
from workshops.methods.positioning import MARKS, Answer, plenary
from workshops.programme.plan import plan
from workshops.words import LANGUAGES

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted(ROOT.glob("day*_*/[0-9]*.ipynb"))
CASES = sorted((ROOT / "workshops" / "cases").glob("*.toml"))


def toml(file: Path) -> dict:
    return tomllib.loads(file.read_text(encoding="utf-8"))


ANSWERS = toml(ROOT / "workshops" / "bots.toml")
PEOPLE, GROUPS = ANSWERS["people"], ANSWERS["groups"]


def shape(thing: object) -> object:
    if isinstance(thing, dict):
        return {key: shape(inner) for key, inner in thing.items()}
    return len(thing) if isinstance(thing, list) else type(thing)


def test_the_cases_are_numbered_through():
    assert len(CASES) >= 6
    assert [one.number for one in cases.cases()] == list(range(1, len(CASES) + 1))


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


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_case_has_three_to_five_roles_the_consultant_first(file):
    for language, consultant in (("da", "konsulent"), ("en", "consultant")):
        roles = toml(file)[language]["roles"]
        assert 3 <= len(roles) <= 5
        assert consultant in roles[0]["name"].casefold()
        assert len({role["name"] for role in roles}) == len(roles)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_role_card_is_two_or_three_sentences_to_oneself(file):
    for language, you in (("da", "Du "), ("en", "You ")):
        for role in toml(file)[language]["roles"]:
            assert set(role) == {"name", "card"}
            assert role["card"].startswith(you)
            assert 2 <= len(re.findall(r"[.!?](?=\s|$)", role["card"])) <= 3, role["card"]


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_each_line_has_a_voice_and_some_lines_open_the_scene(file):
    case = toml(file)
    assert len(case["voices"]) == len(case["da"]["lines"])
    assert set(case["voices"]) <= set(range(len(case["da"]["roles"]) + 1))
    assert 1 not in case["voices"], "what the consultant says is what is tried out"
    assert 1 <= len(case["opening"]) < len(case["voices"])
    assert set(case["opening"]) <= set(range(1, len(case["voices"]) + 1))


def test_the_lines_that_open_the_scene_come_first_and_none_is_lost():
    lines = cases.case("just_tell_us").lines("da")
    assert [line.text for line in lines[:2]] == [
        "Du ved jo, hvad der virker.",
        "Vi fik jo også en plan sidste år.",
    ]
    assert [line.voice for line in lines[:2]] == ["Skolelederen", "Vejlederen"]
    assert [line.opens for line in lines] == [True, True, False, False]
    assert {line.text for line in lines} == set(cases.case("just_tell_us").said["da"]["lines"])


@pytest.mark.parametrize("name", ["nobody", "../words", "who_asked.toml", ""])
def test_what_is_no_case_is_not_found(name):
    assert not cases.is_known(name)
    with pytest.raises(LookupError, match="workshops/cases"):
        cases.case(name)


def test_a_new_file_is_a_new_case(tmp_path, monkeypatch):
    for file in CASES:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    text = CASES[0].read_text(encoding="utf-8")
    new = re.sub(r"^number = .*$", "number = 7", text, flags=re.MULTILINE)
    (tmp_path / "the_new_house.toml").write_text(new, encoding="utf-8")
    monkeypatch.setattr(cases, "_HERE", tmp_path)
    assert [one.id for one in cases.cases()][-1] == "the_new_house"


def told_in(notebook):
    """Give what a notebook's case cells say, by language, and its exercises."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    told = {
        language: "".join(cell["source"])
        for cell in cells
        for language in LANGUAGES
        if cell["id"] == f"case-{language}"
    }
    calls = "".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    return told, re.findall(r'exercise\("(\w+)"\)', calls)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda file: file.stem)
def test_an_exercise_names_the_case_its_notebook_tells(notebook):
    told, names = told_in(notebook)
    if not told:
        return
    meant = {one.id for one in cases.cases() if one.said["da"]["title"] in told["da"]}
    for name in names:
        named = exercises.exercise(name).case
        assert not meant or named == "" or named in meant, name
        if named:
            assert cases.case(named).said["en"]["title"] in told["en"], name


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
