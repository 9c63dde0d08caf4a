"""What an exercise's TOML and a table of words are (CONTRIBUTING.md)."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from workshops import cases, methods
from workshops.checks.finding import Finding
from workshops.words import LANGUAGES, words

NAME = re.compile(r"[a-z][a-z0-9_]*")
OPEN = "…"
"""Stands in a draft where words are still to be written."""
ALWAYS = frozenset(
    {
        "title",
        "task",
        "source",
        "plenary_title",
        "plenary_count",
        "plenary_empty",
        "plenary_too_few",
    }
)
"""What phone, big screen and Word say of any exercise."""

_WIDGETS = Path(__file__).resolve().parents[2] / "widgets"


def read(file: Path) -> dict[str, Any]:
    """Give a TOML file's table; an unreadable one is empty, which `check_tables` says."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as why:
        return {"unreadable": why}


def check_tables(file: Path, table: dict[str, Any]) -> Iterator[Finding]:
    """Give what is wrong with the languages of one file."""
    if "unreadable" in table:
        yield Finding(file, "check_unreadable", {"why": table["unreadable"]})
        return
    said: dict[str, dict[str, Any]] = {}
    for language in LANGUAGES:
        if not isinstance(table.get(language), dict):
            yield Finding(file, "check_no_table", {"table": language})
            return
        said[language] = table[language]
    for language in LANGUAGES[1:]:
        yield from _twins(file, said[LANGUAGES[0]], language, said[language])


def _twins(
    file: Path, first: dict[str, Any], language: str, said: dict[str, Any]
) -> Iterator[Finding]:
    """Compare a language with the original, key by key."""
    if keys := first.keys() - said.keys():
        yield Finding(file, "check_word_twin", {"table": language, "keys": _listed(keys)})
    if keys := said.keys() - first.keys():
        yield Finding(file, "check_word_missing", {"table": LANGUAGES[0], "keys": _listed(keys)})
    for key in sorted(first.keys() & said.keys()):
        if not _is_said(first[key]):
            yield Finding(file, "check_word_empty", {"key": key})
        elif not _is_said(said[key]):
            yield Finding(file, "check_word_twin", {"table": language, "keys": key})
        elif _facts(first[key]) != _facts(said[key]):
            yield Finding(file, "check_word_facts", {"key": key, "table": language})


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(sorted(keys))


def _is_said(text: object) -> bool:
    return isinstance(text, str) and text.strip() not in {"", OPEN}


def _facts(text: object) -> set[str | None] | None:
    """Give the names in braces; None when they do not close."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(str(text)) if name is not None}
    except ValueError:
        return None


def check_exercises(files: list[Path]) -> Iterator[Finding]:
    """Give what is wrong in the exercises, alone and together."""
    stems: dict[str, Path] = {}
    same: dict[str, dict[Path, dict[str, Any]]] = defaultdict(dict)
    for file in files:
        table = read(file)
        if not NAME.fullmatch(file.stem):
            yield Finding(file, "check_exercise_name")
        if file.stem in stems:
            yield Finding(file, "check_exercise_twice", {"other": stems[file.stem]})
        stems[file.stem] = file
        tables = list(check_tables(file, table))
        yield from tables
        if "unreadable" not in table:
            yield from _parts(file, table)
            same[str(table.get("method"))][file] = table.get(LANGUAGES[0], {})
    for method, exercises in same.items():
        yield from _complete(method, exercises)


def _parts(file: Path, table: dict[str, Any]) -> Iterator[Finding]:
    method = str(table.get("method", ""))
    if not is_method(method):
        yield Finding(file, "check_no_method", {"method": method})
    if not table.get("instruments"):
        yield Finding(file, "check_no_table", {"table": "instruments"})
    for instrument in sorted(set(_flat(table.get("instruments", {}).values()))):
        if not (_WIDGETS / instrument / "view.js").exists():
            yield Finding(file, "check_no_instrument", {"instrument": instrument})
    if (case := table.get("case")) and not cases.is_known(str(case)):
        yield Finding(file, "check_no_case", {"case": case})


def _flat(lists: Iterable[list[str]]) -> list[str]:
    return [one for some in lists for one in some]


def is_method(name: str) -> bool:
    """Say whether a method of that name is whole: Answer, plenary and page."""
    try:
        module = methods.find(name)
    except (LookupError, ImportError):
        return False
    return all(hasattr(module, public) for public in ("Answer", "plenary", "page"))


def _complete(method: str, exercises: dict[Path, dict[str, Any]]) -> Iterator[Finding]:
    """Exercises of one method say the same things: what one of them words, the others do too."""
    needed = set(needed_words(method)) if is_method(method) else set()
    for said in exercises.values():
        needed |= said.keys()
    for file, said in exercises.items():
        if keys := needed - said.keys() - words().keys():
            facts = {"table": LANGUAGES[0], "keys": _listed(keys)}
            yield Finding(file, "check_word_missing", facts)


def needed_words(method: str) -> frozenset[str]:
    """Give the words a method's page asks for by name, and those every exercise has."""
    found = set(ALWAYS)
    for node in ast.walk(_syntax(methods.find(method))):
        if (
            isinstance(node, ast.Subscript)
            and isinstance(node.value, ast.Name)
            and node.value.id == "words"
            and isinstance(node.slice, ast.Constant)
        ):
            found.add(str(node.slice.value))
    return frozenset(found)


def _syntax(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
