"""What a notebook of the kit is (CONTRIBUTING.md), and how it is written bare."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workshops.checks.finding import Finding
from workshops.words import LANGUAGES

IMPORT = "kit"  # the cell with the one import line
ORDER = ("title", "theory", "case", "task", IMPORT, "exercise", "plenary", "floor", "takeaway")
PARTS = tuple(part for part in ORDER if part != IMPORT)
MOST_CELLS = 20
MOST_THEORY = 150
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}

_ID = re.compile(
    rf"(?:{'|'.join(PARTS)})(?:-[a-z0-9_]+)*?(?:-(?P<language>{'|'.join(LANGUAGES)}))?"
)
_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_OPEN = re.compile(r"\A\s*\Z|^(#+ )?…$", re.MULTILINE)  # as a draft leaves it
_WORD = re.compile(r"\w[\w’'-]*")

Word = tuple[str, dict[str, Any]]
"""What is wrong: a word in words_house.toml and the facts that fill it."""


def bare(notebook: dict[str, Any]) -> dict[str, Any]:
    """Give a notebook without outputs, counts and any metadata but those allowed.

    A title is allowed: stock Voilà and a phone name the page by it, and a page needs a name.
    """
    title = notebook.get("metadata", {}).get("title")
    named = {"title": title} if isinstance(title, str) else {}
    return {
        "cells": [_bare_cell(cell) for cell in notebook["cells"]],
        "metadata": {"kernelspec": KERNEL, "language_info": {"name": "python"}, **named},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _bare_cell(cell: dict[str, Any]) -> dict[str, Any]:
    tags = cell.get("metadata", {}).get("tags", [])
    kept = {
        "cell_type": cell["cell_type"],
        "id": cell.get("id", ""),
        "metadata": {"tags": tags} if tags else {},
        "source": "".join(cell["source"]).splitlines(keepends=True),
    }
    if cell["cell_type"] == "code":
        kept |= {"execution_count": None, "outputs": []}
    return dict(sorted(kept.items()))


def clean(file: Path) -> bool:
    """Write a notebook bare; say whether that changed it."""
    had = file.read_text(encoding="utf-8")
    text = json.dumps(bare(json.loads(had)), ensure_ascii=False, indent=1) + "\n"
    if text != had:
        file.write_text(text, encoding="utf-8")
    return text != had


def check_notebook(file: Path) -> Iterator[Finding]:
    """Give what is wrong in one notebook (CONTRIBUTING.md)."""
    try:
        notebook = json.loads(file.read_text(encoding="utf-8"))
        cells = [{**cell, "source": "".join(cell["source"])} for cell in notebook["cells"]]
    except (ValueError, KeyError, TypeError) as why:
        yield Finding(file, "check_unreadable", {"why": why})
        return
    if bare(notebook) != notebook:
        yield Finding(file, "check_not_bare")
    if len(cells) > MOST_CELLS:
        yield Finding(file, "check_too_many_cells", {"n": len(cells), "most": MOST_CELLS})
    for name, times in Counter(cell.get("id") for cell in cells).items():
        if times > 1:
            yield Finding(file, "check_cell_twice", {"cell": name})
    for word, facts in (*_cells(cells), *_twins(cells), *_calls(file, cells)):
        yield Finding(file, word, facts)


def _cells(cells: list[dict[str, Any]]) -> Iterator[Word]:
    for cell in cells:
        name, kind = cell.get("id", ""), cell["cell_type"]
        form = _ID.fullmatch(name)
        tags = cell.get("metadata", {}).get("tags", [])
        if kind not in {"markdown", "code"} or "attachments" in cell:
            yield "check_cell_kind", {"cell": name}
        if not form or (kind == "markdown") != bool(form["language"]):
            if (kind, name) != ("code", IMPORT):
                yield "check_cell_id", {"cell": name}
        elif tags != [form["language"]] * bool(form["language"]):
            yield "check_tags", {"cell": name}
        if kind == "markdown" and _OPEN.search(cell["source"]):
            language = name.rpartition("-")[2]
            word = "check_no_twin" if language in LANGUAGES[1:] else "check_cell_open"
            yield word, {"cell": name, "table": language}
        length = len(_WORD.findall(cell["source"]))
        if name.startswith("theory") and length > MOST_THEORY:
            yield "check_theory_long", {"cell": name, "n": length, "most": MOST_THEORY}


def _twins(cells: list[dict[str, Any]]) -> Iterator[Word]:
    """Give the texts that do not stand once in each language, in the languages' order."""
    nothing = {"id": ""}
    around = zip([nothing, *cells], cells, [*cells[1:], nothing], strict=False)
    for before, cell, after in around:
        stem, _, language = cell.get("id", "").rpartition("-")
        if language not in LANGUAGES:
            continue
        place = LANGUAGES.index(language)
        if language != LANGUAGES[-1]:
            following = LANGUAGES[place + 1]
            if after.get("id") != f"{stem}-{following}":
                yield "check_no_twin", {"cell": cell["id"], "table": following}
        if place and before.get("id") != f"{stem}-{LANGUAGES[place - 1]}":
            yield "check_no_original", {"cell": cell["id"], "table": LANGUAGES[place - 1]}
        elif place and _HEADING.findall(cell["source"]) != _HEADING.findall(before["source"]):
            yield "check_headings", {"cell": cell["id"]}


def _calls(file: Path, cells: list[dict[str, Any]]) -> Iterator[Word]:
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    imported: set[str] = set()
    for place, cell in enumerate(code):
        name = cell.get("id", "")
        line = _only_statement(cell["source"])
        if place == 0:
            imported = _imported(line)
            if not imported:
                yield "check_import", {"cell": name}
            continue
        called, asked = _called(line)
        if called not in imported:
            yield "check_one_call", {"cell": name}
        elif asked and not list(file.parent.parent.glob(f"*/exercises/{asked}.toml")):
            yield "check_unknown_exercise", {"cell": name, "exercise": asked}


def _only_statement(source: str) -> ast.stmt | None:
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return None
    return body[0] if len(body) == 1 else None


def _imported(line: ast.stmt | None) -> set[str]:
    if isinstance(line, ast.ImportFrom) and (line.module or "").split(".")[0] == "workshops":
        return {one.asname or one.name for one in line.names}
    return set()


def _called(line: ast.stmt | None) -> tuple[str, str]:
    """Give (function, exercise) of a line that is one call with at most one text, else blanks."""
    call = line.value if isinstance(line, ast.Expr) else None
    if not isinstance(call, ast.Call) or call.keywords or len(call.args) > 1:
        return "", ""
    function = call.func
    while isinstance(function, ast.Attribute):
        function = function.value
    asked = [one.value for one in call.args if isinstance(one, ast.Constant)]
    if not isinstance(function, ast.Name) or len(asked) != len(call.args):
        return "", ""
    return function.id, str(asked[0]) if asked else ""
