"""A notebook as a lesson on paper: its text cells as blocks of words, in one language.

Read from the notebook each time, with what a desk has reworded: a sentence stands in one place,
and whoever prints it asks here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import mistune

from workshops import theme
from workshops.exercises import DAYS, content
from workshops.takeaway.gathered import legible

Block = dict[str, Any]
"""{"is": "prose", "runs", "look"}, {"is": "list", "ordered", "items"} or {"is": "heading", …}."""
Run = dict[str, Any]
"""A piece of a sentence: {"text", "bold", "italic"}."""

_MINUTES = re.compile(r"(?<=\d) (?=min\b)")
"""The space in "7 min.", which a line must not break at."""

PARTS = ("theory", "case", "task", "floor", "takeaway")


@dataclass(frozen=True)
class Lesson:
    """One notebook: `parts` holds the blocks of each part, without its own heading."""

    day: str
    stem: str
    title: str
    lead: list[Block] = field(default_factory=list)
    parts: dict[str, list[Block]] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    exercises: tuple[str, ...] = ()


def lessons(day: str, language: str) -> list[Lesson]:
    """Give the lessons of a day in the order of their files."""
    files = sorted((content() / day).glob("[0-9]*.ipynb"))
    return [lesson(file, language) for file in files]


def every_lesson(language: str) -> list[Lesson]:
    """Give the lessons of all days."""
    return [one for day in DAYS for one in lessons(day, language)]


def lesson(file: Path, language: str) -> Lesson:
    """Give a notebook's words in a language; it is read once, until the file or a desk changes it.

    Whoever asks gets the same lesson: nobody changes it.
    """
    anew = theme.rewritten().get(f"{file.parent.name}/{file.stem}", {})
    return _lesson(file, language, file.stat().st_mtime_ns, tuple(sorted(anew.items())))


@lru_cache(maxsize=256)
def _lesson(file: Path, language: str, _stamp: int, _anew: tuple[tuple[str, str], ...]) -> Lesson:
    title, lead, exercises = file.stem, [], []
    parts: dict[str, list[Block]] = {}
    heads: dict[str, str] = {}
    for cell in theme.cells(file):
        exercises += [name for call, name in cell.get("calls", ()) if call == "exercise"]
        if cell.get("language") != language:
            continue
        blocks = blocks_of(cell["source"])
        if cell["part"] == "title":
            title, lead = _title(blocks, title), [one for one in blocks if one["is"] != "heading"]
        elif cell["part"] in PARTS:
            _put(blocks, cell["part"], parts, heads)
    return Lesson(file.parent.name, file.stem, title, lead, parts, heads, tuple(exercises))


def _put(
    blocks: list[Block], part: str, parts: dict[str, list[Block]], heads: dict[str, str]
) -> None:
    """Lay a cell into its part; the first heading of the first cell is the part's own."""
    if part not in parts and blocks and blocks[0]["is"] == "heading":
        heads[part] = blocks[0]["text"]
        blocks = blocks[1:]
    parts.setdefault(part, []).extend(blocks)


def _title(blocks: list[Block], otherwise: str) -> str:
    return next((str(one["text"]) for one in blocks if one["is"] == "heading"), otherwise)


def blocks_of(markdown: str) -> list[Block]:
    """Give Markdown as blocks; what is no heading, paragraph, list or quotation is left out."""
    found: list[Block] = []
    for token in _read(markdown):
        found += _block(token)
    return found


@cache
def _reader() -> mistune.Markdown:
    return mistune.create_markdown(renderer=None)


def _read(markdown: str) -> list[dict[str, Any]]:
    tokens, _state = _reader().parse(markdown)
    return tokens if isinstance(tokens, list) else []


def _block(token: dict[str, Any], look: str = "normal") -> list[Block]:
    kind = token["type"]
    if kind == "heading":
        level = token["attrs"]["level"]
        return [{"is": "heading", "text": _plain(token["children"]), "level": level}]
    if kind in ("paragraph", "block_text"):
        runs = _runs(token["children"])
        return [{"is": "prose", "runs": runs, "look": _look(runs, look)}] if runs else []
    if kind == "block_quote":
        return [one for inner in token["children"] for one in _block(inner, "voice")]
    if kind == "list":
        items = [_item(item) for item in token["children"] if item["type"] == "list_item"]
        return [{"is": "list", "ordered": token["attrs"]["ordered"], "items": items}]
    return []


def _look(runs: list[Run], look: str) -> str:
    """Say how a paragraph looks: one set whole in italics is a note, as the line of sources."""
    return "quiet" if look == "normal" and all(one["italic"] for one in runs) else look


def _item(item: dict[str, Any]) -> list[Run]:
    runs: list[Run] = []
    for inner in item["children"]:
        runs += _runs(inner.get("children", []))
    return runs


def _runs(children: list[dict[str, Any]], *, bold: bool = False, italic: bool = False) -> list[Run]:
    found: list[Run] = []
    for one in children:
        kind = one["type"]
        if kind in ("softbreak", "linebreak"):
            found.append(_run("\n" if kind == "linebreak" else " ", bold=bold, italic=italic))
        elif kind == "image":
            continue  # a drawing is seen on the screen; its words stand beside it
        elif "children" in one:
            weight, slope = bold or kind == "strong", italic or kind == "emphasis"
            found += _runs(one["children"], bold=weight, italic=slope)
        elif one.get("raw"):
            found.append(_run(one["raw"], bold=bold, italic=italic))
    return found


def _run(text: str, *, bold: bool, italic: bool) -> Run:
    held = _MINUTES.sub("\u00a0", legible(text))
    return {"text": held, "bold": bold, "italic": italic}


def _plain(children: list[dict[str, Any]]) -> str:
    return "".join(run["text"] for run in _runs(children)).strip()
