"""What is said in the kit: both languages alike, the glossary's words, sources that exist."""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from workshops.exercises import exercise, exercises
from workshops.methods.positioning import MARKS
from workshops.programme.plan import STAGES, plan
from workshops.words import LANGUAGES, words

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted(ROOT.glob("day*_*/[0-9]*.ipynb"))
INDEXES = sorted(ROOT.glob("day*_*/index.ipynb"))
CASES = sorted((ROOT / "workshops" / "cases").glob("*.toml"))
DAYS = {
    "day1_context": "consultant_in_context",
    "day2_inquiry": "inquiring_consultant",
    "day3_facilitation": "facilitating_consultant",
    "day4_motivation": "motivating_consultant",
}
PLANNED = [day for day in DAYS if (ROOT / day / "plan.toml").exists()]
FORMS_OF_TALK = ("check_in", "check_out")
"""Notebooks without theory: one question and a round."""
OWN = {"Vores egen form", "Our own form"}
ORDER = ("title", "theory", "case", "task", "kit", "exercise", "plenary", "floor", "takeaway")

# The glossary says which words an exercise of positioning takes over unchanged.
FROM_GLOSSARY = {
    "axis_left": "axis_role_left",
    "axis_right": "axis_role_right",
    "axis_bottom": "axis_aim_low",
    "axis_top": "axis_aim_high",
    "said": "words_said",
    "episode": "episode_label",
    "line_counter": "counter_positioning",
}
SHORTENED = ("invited", "taken", "wished")
BUTTON = 12  # letters on a phone of 320 px

# Words the glossary rules out where participants read; "bruger" as a verb is plain Danish.
NEVER = {
    "da": r"\b(brugeren|brugere|brugerne|brugernavn|dashboards?|korrekt\w*|forkert\w*|træner\w*"
    r"|karakterer|score|vinder|taber|ups|tidtager|undervisningsdag|kursus\w*)\b",
    "en": r"\b(users?|dashboards?|correct|scores?|winners?|losers?|oops|kindergarten)\b",
}


def toml(file: Path) -> dict:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def plain(text: str) -> str:
    return text.replace("\u00ad", "")


def cells(file: Path) -> list[dict]:
    found = json.loads(file.read_text(encoding="utf-8"))["cells"]
    return [{**cell, "source": "".join(cell["source"])} for cell in found]


def said(file: Path, language: str) -> str:
    return "\n\n".join(
        cell["source"] for cell in cells(file) if language in cell["metadata"].get("tags", [])
    )


def texts(thing: object) -> list[str]:
    if isinstance(thing, str):
        return [thing]
    inner = thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else []
    return [text for one in inner for text in texts(one)]


def shown(language: str) -> dict[str, str]:
    """Everything a participant may read, by where it stands."""
    found = {str(file): said(file, language) for file in [*NOTEBOOKS, *INDEXES]}
    found |= {str(file): "\n".join(texts(toml(file)[language])) for file in CASES}
    found |= {one.id: "\n".join(one.words[language].values()) for one in exercises()}
    for file in (ROOT / "workshops").glob("words*.toml"):
        if file.stem not in {"words_desk", "words_house"}:
            found[str(file)] = "\n".join(toml(file)[language].values())
    return {where: plain(text) for where, text in found.items()}


# ── words ──


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_used_that_the_glossary_rules_out(language):
    for where, text in shown(language).items():
        assert not re.search(NEVER[language], text, re.IGNORECASE), where


def test_danish_is_set_as_danish():
    for where, text in shown("da").items():
        assert not re.search(r"[\"“»«]", text), where
        assert not re.search(r" - |\d:\d\d|\.\.\.|!(?!\[)", text), where


def test_english_is_british():
    american = r"\b(center|behavior|color|\w{4,}iz(?:e|ed|ing|ation))s?\b"
    for where, text in shown("en").items():
        assert not re.search(american, text), where


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_exercise_says_the_glossary_s_words(language):
    glossary = words(language)
    for one in exercises():
        if one.method != "positioning":
            continue
        mine = one.words[language]
        for key, term in FROM_GLOSSARY.items():
            assert plain(mine[key]) == plain(glossary[term]), key
        for mark in SHORTENED:
            assert mine[f"mark_{mark}"].casefold() in glossary[f"position_{mark}"].casefold()


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_fit_a_button(language):
    mine = exercise("stuck_episode").words[language]
    assert all(len(mine[f"mark_{mark}"]) <= BUTTON for mark in MARKS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_sheet_asks_for_has_words(language):
    for one in exercises():
        for field in one.sheet:
            name = field["field"].replace(".", "_")
            assert name in one.words[language]
            for part in field.get("parts", ()):
                about = {"part": part} if isinstance(part, str) else part
                stem = f"{field['field'].removesuffix('s')}_{about['part']}"
                asked = [stem, *(f"{stem}_{option}" for option in about.get("options", ()))]
                if "fold" in about:
                    asked.append(f"{field['field'].removesuffix('s')}_fold_{about['fold']}")
                assert set(asked) <= one.words[language].keys()
            for option in field.get("options", ()):
                assert f"{field.get('word', name)}_{option}" in one.words[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_words_may_break_on_a_narrow_phone(language):
    most = {"da": 18, "en": 16}[language]
    on_buttons = {key: text for key, text in words(language).items() if len(text) <= 30}
    for key, text in on_buttons.items():
        longest = max((len(part) for part in re.split(r"[\s\u00ad/–-]", text)), default=0)
        assert longest <= most, key


# ── notebooks ──


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_a_notebook_goes_from_theory_to_what_one_takes_along(file):
    parts = [cell["id"].split("-")[0] for cell in cells(file)]
    assert parts == sorted(parts, key=ORDER.index)
    assert {"title", "task", "exercise"} <= set(parts)
    if not file.stem.endswith(FORMS_OF_TALK):
        assert {"theory", "takeaway"} <= set(parts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", [*NOTEBOOKS, *INDEXES], ids=lambda file: file.parent.name)
def test_a_notebook_holds_markdown_only(file, language):
    assert not re.search(r"<[a-z/!]|https?:", said(file, language))


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_theory_names_a_source_that_is_known(file):
    known = {label(one) for one in references().values()}
    for language, name in (("da", "Kilde"), ("en", "Source")):
        named = re.findall(rf"^\*{name}: (.+)\*$", said(file, language), re.MULTILINE)
        assert named or file.stem.endswith(FORMS_OF_TALK)
        assert {one for line in named for one in line.split(" · ")} <= known


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_both_languages_name_the_same_sources_and_minutes(file):
    danish, english = said(file, "da"), said(file, "en")
    source = r"\*(?:Kilde|Source): (.+)\*"
    assert re.findall(source, danish) == re.findall(source, english)
    assert minutes(danish) == minutes(english)


def minutes(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\*(\d+) min\.?\*", text)]


def references() -> dict[str, dict[str, str]]:
    return toml(ROOT / "workshops" / "references.toml")


def label(reference: dict[str, str]) -> str:
    """Give a reference as a theory card names it: 'Davies & Harré 1990'."""
    authors = re.sub(r",(?: ?[A-ZÅÆØ]\.-?)+", "", reference["authors"].removesuffix(" (eds)"))
    return f"{authors} {reference['year']}".strip()


def test_an_exercise_names_sources_that_are_known():
    known = {label(one) for one in references().values()}
    for one in exercises():
        for language in LANGUAGES:
            named = re.split(r"(?<!et al)\. ", one.words[language]["source"])[0].split(" · ")
            assert set(named) - OWN <= known


# ── the days ──


@pytest.mark.parametrize("day", DAYS)
def test_a_day_has_a_page_for_the_trainer_and_a_set_of_notebooks(day):
    readme = (ROOT / day / "README.md").read_text(encoding="utf-8")
    for language in LANGUAGES:
        title = plain(words(language)[DAYS[day]])
        assert title in readme
        assert title in said(ROOT / day / "index.ipynb", language)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_lists_every_notebook_of_the_day(day, language):
    listed = re.findall(r"\]\(([^)]+)\)", said(ROOT / day / "index.ipynb", language))
    assert listed == [file.name for file in sorted((ROOT / day).glob("[0-9]*.ipynb"))]


@pytest.mark.parametrize("day", PLANNED)
def test_a_plan_adds_up(day):
    work: Counter[str] = Counter()
    for block in plan(day).blocks:
        if block.stages:
            assert block.minutes == sum(stage.minutes for stage in block.stages), block.id
        order = [STAGES.index(stage.stage) for stage in block.stages]
        assert order == sorted(order), block.id
        if block.notebook:
            notebook = ROOT / day / f"{block.notebook}.ipynb"
            own = [one.minutes for one in block.stages if one.stage in ("individual", "group")]
            work[block.notebook] += sum(own)
            assert f'exercise("{block.exercise}")' in [cell["source"] for cell in cells(notebook)]
    for notebook, planned in work.items():
        assert sum(minutes(said(ROOT / day / f"{notebook}.ipynb", "da"))) == planned, notebook


@pytest.mark.parametrize("day", PLANNED)
def test_a_plan_speaks_both_languages(day):
    table = toml(ROOT / day / "plan.toml")
    assert plain(words("da")[DAYS[day]]) == table["title"]["da"]
    for block in table["blocks"]:
        assert set(block["title"]) == set(LANGUAGES)
        assert len(block["cues"]["da"]) == len(block["cues"]["en"])
        assert block["form"] in {"I", "par", "G", "plenum"}
        assert block["tempo"] in {"low", "high"}
        assert block["body"] in {"seated", "moving"}


@pytest.mark.parametrize("day", PLANNED)
def test_the_readme_s_table_is_the_plan(day):
    readme = (ROOT / day / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| .+? \| (.+?) \| (\d+) \|", readme, re.MULTILINE)
    blocks = plan(day).blocks
    wanted = [(one.title[language], one) for language in LANGUAGES for one in blocks]
    assert [(re.sub(r" \([^)]+\)$", "", title), minutes) for title, minutes in rows] == [
        (title, str(one.minutes)) for title, one in wanted
    ]
