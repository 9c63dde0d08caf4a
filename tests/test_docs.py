"""What the documents say is so: commands, tree, files, both languages."""

from __future__ import annotations

import argparse
import re
import subprocess
from pathlib import Path

import pytest

from workshops.cli import parser

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DANISH, ENGLISH = re.split(r"^---$", README, maxsplit=1, flags=re.MULTILINE)
HALVES = {"da": DANISH, "en": ENGLISH}
DOCUMENTS = sorted(ROOT.glob("*.md"))


def commands() -> dict[str, argparse.ArgumentParser]:
    (action,) = [one for one in parser()._actions if hasattr(one, "choices") and one.choices]
    return dict(action.choices)


def tracked_top() -> set[str]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    return {path.split("/")[0] for path in listed.splitlines()}


def code(half: str) -> list[str]:
    return [block.strip() for block in re.findall(r"```\n(.*?)```", half, flags=re.DOTALL)]


@pytest.mark.parametrize("language", HALVES)
def test_the_readme_shows_the_two_commands(language: str) -> None:
    first, second, *_ = code(HALVES[language])
    assert (first, second) == ("python3 start.py", "python3 start.py test")


@pytest.mark.parametrize("language", HALVES)
def test_the_readmes_tree_is_the_tree(language: str) -> None:
    said = {line.split()[0].rstrip("/") for line in code(HALVES[language])[-1].splitlines()}
    other = {name for name in tracked_top() if name.startswith(".") or name.isupper()}
    other |= {name for name in tracked_top() if name.endswith(".md") or name.startswith("LICENSE")}
    assert said - {"docs"} == tracked_top() - other - {"docs"}
    assert "docs" in said


@pytest.mark.parametrize("language", HALVES)
def test_the_readme_names_every_command_with_its_options(language: str) -> None:
    rows = [row.split() for row in re.findall(r"^\| `(\w+.*?)` \|", HALVES[language], re.MULTILINE)]
    said = {row[0]: set(re.findall(r"--[\w-]+", " ".join(row))) for row in rows}
    known = {
        name: {option for one in command._actions for option in one.option_strings}
        - {"-h", "--help"}
        for name, command in commands().items()
    }
    assert said == known


def test_the_help_says_every_command_in_both_languages() -> None:
    for name, command in commands().items():
        danish, _, english = str(command.description).partition(" · ")
        assert danish, name
        assert english, name
        assert "cli_" not in command.format_help()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
def test_a_file_that_is_named_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = set(re.findall(r"\]\(([\w./-]+)\)", text))
    named |= set(re.findall(r"`((?:workshops|widgets|tests|docs|day\d_\w+)/[\w./-]+)`", text))
    named |= set(
        re.findall(r"`([A-Z][A-Z-]+(?:\.md)?|[\w-]+\.(?:lock|yml)|start\.py|\.ci/run)`", text)
    )
    named -= {"LANGUAGES", "INSTRUMENT"}
    assert {name for name in named if not (ROOT / name).exists()} == set()


@pytest.mark.parametrize("name", ["README.md", "PRIVACY.md", "ACCESSIBILITY.md"])
def test_what_everyone_reads_stands_in_danish_first_and_then_in_english(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    danish, english = re.split(r"^---$", text, maxsplit=1, flags=re.MULTILINE)
    levels = [re.findall(r"^(#+) ", half, flags=re.MULTILINE) for half in (danish, english)]
    assert levels[0] == levels[1]
    assert len(re.findall(r"[æøå]", danish)) > 10 * len(re.findall(r"[æøå]", english))


def test_the_privacy_page_says_who_owns_the_file() -> None:
    text = (ROOT / "PRIVACY.md").read_text(encoding="utf-8")
    for said in (
        "Den, der ejer computeren",
        "Kun for mig",
        "Uden navne",
        "Anonymt",
        "Slet mine data",
    ):
        assert said in text


def test_ci_runs_the_readmes_test_command() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").strip().splitlines()
    assert lines[-1] == code(DANISH)[1]


def test_the_changelog_begins_with_what_is_not_released() -> None:
    headings = re.findall(
        r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert headings[0] == "Unreleased"


def test_the_recipes_are_those_of_the_style() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for recipe in ("New exercise", "New method", "New instrument", "New language", "stored shape"):
        assert re.search(rf"^## .*{recipe}", text, flags=re.MULTILINE), recipe


def test_the_licences_are_whole() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    content = (ROOT / "LICENSE-CONTENT").read_text(encoding="utf-8")
    assert "Attribution-ShareAlike 4.0 International Public\nLicense" in content
    assert "SPDX-License-Identifier: CC-BY-SA-4.0" in content
    assert content.count("\nSection ") == 8
