"""The first draft of an exercise: a TOML with every word it needs, and cells in a notebook."""

from __future__ import annotations

import json
import pkgutil
import re
from pathlib import Path
from typing import Any

from workshops import methods
from workshops.checks.notebooks import IMPORT, MOST_CELLS, ORDER, bare
from workshops.checks.tables import NAME, OPEN, is_method, needed_words, read
from workshops.exercises import DAYS, content
from workshops.fields import limits
from workshops.store import Declined
from workshops.words import LANGUAGES

SHEET = "field_sheet"
"""The instrument whose TOML says which fields it has."""
OWN = re.compile(r"(title|task)(_.*)?")
"""What one exercise says differently from another of the same method."""

_FIRST_LINES = """\
# {exercise}: hvor der står …, mangler der ord. · {exercise}: where it says …, words are missing.
# Behold nøglerne i begge sprog. · Keep the keys in both languages.

"""
_LANGUAGE = re.compile(rf"^\[(?:{'|'.join(LANGUAGES)})\]\s*$", re.MULTILINE)
_ENTRY = re.compile(r"^(\w+) *= *.*$", re.MULTILINE)


def draft(day: str, exercise: str, method: str, notebook: str | None = None) -> tuple[Path, Path]:
    """Begin an exercise; give its new file and the notebook it stands in now."""
    if day not in DAYS:
        raise Declined("new_no_day", day=day, days=", ".join(DAYS))
    if not NAME.fullmatch(exercise):
        raise Declined("new_name", exercise=exercise)
    if not is_method(method):
        raise Declined("new_no_method", method=method, methods=", ".join(known_methods()))
    for stands in content().glob(f"day*_*/exercises/{exercise}.toml"):
        raise Declined("new_stands", exercise=exercise, path=stands)
    target = _notebook(content() / day, exercise, notebook)
    text = json.dumps(_with_cells(target, exercise), ensure_ascii=False, indent=1) + "\n"
    file = content() / day / "exercises" / f"{exercise}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(first_text(exercise, method), encoding="utf-8")
    target.write_text(text, encoding="utf-8")
    return file, target


def known_methods() -> list[str]:
    """Give the names of all whole methods."""
    names = [one.name for one in pkgutil.iter_modules(methods.__path__)]
    return [name for name in names if is_method(name)]


def _notebook(day: Path, exercise: str, wanted: str | None) -> Path:
    """Give the notebook that is wanted, or the path of the day's next."""
    if wanted is None:
        numbers = [int(block.name[:2]) for block in day.glob("[0-9][0-9]_*.ipynb")]
        return day / f"{max(numbers, default=0) + 1:02}_{exercise}.ipynb"
    found = day / Path(wanted).with_suffix(".ipynb").name
    if not found.exists():
        raise Declined("new_no_notebook", path=found)
    return found


def first_text(exercise: str, method: str) -> str:
    """Give the TOML of a new exercise: the words of an older one of the method, or only keys."""
    head = _FIRST_LINES.format(exercise=exercise)
    for older in sorted(content().glob("day*_*/exercises/*.toml")):
        if read(older).get("method") == method:
            return head + _emptied(older.read_text(encoding="utf-8"))
    module = methods.find(method)
    instrument = getattr(module, "INSTRUMENT", method)
    lines = [f'method = "{method}"', "", "[instruments]"]
    lines += [f'{stage} = ["{instrument}"]' for stage in ("individual", "group")]
    texts = [path for path in limits(module.Answer) if "." not in path]
    if instrument == SHEET:
        rows = [f'  {{ field = "{path}", kind = "text" }},' for path in texts]
        lines += ["", f"[{SHEET}]", "fields = [", *rows, "]"]
    for language in LANGUAGES:
        lines += ["", f"[{language}]"]
        lines += [f'{key} = "{OPEN}"' for key in sorted({*needed_words(method), *texts})]
    return head + "\n".join(lines) + "\n"


def _emptied(text: str) -> str:
    """Give an exercise's text from its first key on, with what is its own left open."""
    text = text[text.index("method") :]
    start = _LANGUAGE.search(text)
    at = start.start() if start else len(text)
    return text[:at] + _ENTRY.sub(_left_open, text[at:])


def _left_open(entry: re.Match[str]) -> str:
    return f'{entry[1]} = "{OPEN}"' if OWN.fullmatch(entry[1]) else entry[0]


def _with_cells(file: Path, exercise: str) -> dict[str, Any]:
    """Give the notebook, old or new, with task, exercise and plenary where they belong."""
    if file.exists():
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    else:
        cells = [*_twins("title", "#"), *_twins("theory"), *_twins("takeaway")]
    names = {cell.get("id") for cell in cells}
    end = "" if "exercise" not in names else f"-{exercise}"
    new = [
        *_twins(f"task{end}"),
        _cell("code", f"exercise{end}", f'exercise("{exercise}")'),
        _cell("code", f"plenary{end}", f'plenary("{exercise}")'),
    ]
    if IMPORT not in names:
        new.append(_cell("code", IMPORT, "from workshops import exercise, plenary"))
    for cell in new:
        before = [at for at, one in enumerate(cells) if _place(one) <= _place(cell)]
        cells.insert(max(before, default=-1) + 1, cell)
    if len(cells) > MOST_CELLS:
        raise Declined("new_full", path=file, most=MOST_CELLS)
    return bare({"cells": cells})


def _place(cell: dict[str, Any]) -> int:
    """Give where in a notebook a cell's part belongs."""
    part = cell.get("id", "").split("-")[0]
    return ORDER.index(part) if part in ORDER else 0


def _twins(stem: str, heading: str = "##") -> list[dict[str, Any]]:
    text = f"{heading} {OPEN}\n\n{OPEN}"
    return [_cell("markdown", f"{stem}-{language}", text, language) for language in LANGUAGES]


def _cell(kind: str, name: str, source: str, *tags: str) -> dict[str, Any]:
    return {"cell_type": kind, "id": name, "metadata": {"tags": list(tags)}, "source": source}
