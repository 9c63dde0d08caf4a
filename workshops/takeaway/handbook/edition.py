"""An edition of the handbook: for whom it is, its chapters in order, and what of each is shown.

Editions are TOML files: those beside this module, then `handbook/` where the days lie, then
`handbook/` in the data folder. A later file of the same name stands instead of the earlier one.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workshops.exercises import content
from workshops.store import Declined
from workshops.words import LANGUAGES

HERE = Path(__file__).parent / "editions"
FOLDER = "handbook"

PARTS = (
    "lead", "theory", "sources", "case", "steps", "traps", "floor", "examples", "where",
)  # fmt: skip
"""What a chapter may show, in the order in which it stands."""
NOTES = "notes"
"""The lines from the check-outs; they belong to a day, not to a chapter."""
_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
_CHAPTER = {"of", "minutes", "shown", "without", *LANGUAGES}
_WHOLE = {"days", "shown", "chapter", *LANGUAGES}

Words = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Piece:
    """One chapter as an edition has it: which notebook, what of it, and what is said around it."""

    of: str
    minutes: int = 0
    shown: tuple[str, ...] | None = None
    without: frozenset[str] = frozenset()
    """Examples that are left out: "exercise/group"."""
    words: Words = field(default_factory=dict)
    local: dict[str, str] = field(default_factory=dict)
    """What a desk adds, by language; it stands below what the edition itself says after."""

    def said(self, key: str, language: str) -> str:
        """Give the edition's own title, or its text before or after the chapter; or nothing."""
        return self.words.get(language, {}).get(key, "")


@dataclass(frozen=True)
class Edition:
    """One edition; without pieces of its own it has every notebook."""

    name: str
    words: Words
    shown: tuple[str, ...] = (*PARTS, NOTES)
    days: bool = False
    """Whether the chapters stand under the learning days."""
    pieces: tuple[Piece, ...] = ()

    def said(self, key: str, language: str) -> str:
        """Give the title, for whom it is, or the text on its first page."""
        return self.words[language].get(key, "")


def editions(data: Path | None = None) -> dict[str, Path]:
    """Give name → file of all editions there are."""
    folders = [HERE, content() / FOLDER, *([data / FOLDER] if data else [])]
    files = [file for folder in folders for file in sorted(folder.glob("*.toml"))]
    return {file.stem: file for file in files if _NAME.fullmatch(file.stem)}


def edition(name: str, data: Path | None = None) -> Edition:
    """Give one edition; Declined says which there are, or what in its file is not understood."""
    known = editions(data)
    if name not in known:
        raise Declined("book_no_edition", name=name, known=", ".join(known))
    file = known[name]
    try:
        return _edition(name, tomllib.loads(file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError) as fault:
        raise Declined("book_broken", file=file, what=fault) from None


def _edition(name: str, table: dict[str, Any]) -> Edition:
    _only(_WHOLE, table)
    words = {language: _words(table.get(language), language) for language in LANGUAGES}
    for language, said in words.items():
        if not said.get("title"):
            raise ValueError(f"[{language}] title")
    pieces = tuple(_piece(one) for one in _list(table, "chapter", dict))
    shown = _shown(table) or (*PARTS, NOTES)
    return Edition(name, words, shown, table.get("days") is True, pieces)


def _piece(table: dict[str, Any]) -> Piece:
    _only(_CHAPTER, table)
    of, minutes = table.get("of"), table.get("minutes", 0)
    if not isinstance(of, str):
        raise ValueError("[[chapter]] of")  # noqa: TRY004 - the reader hears of a file, not of types
    if not isinstance(minutes, int):
        raise ValueError(f"[[chapter]] {of}: minutes")  # noqa: TRY004 - as above
    without = frozenset(_list(table, "without", str))
    words = {one: _words(table[one], one) for one in LANGUAGES if one in table}
    return Piece(of, minutes, _shown(table), without, words)


def _shown(table: dict[str, Any]) -> tuple[str, ...] | None:
    if "shown" not in table:
        return None
    shown = _list(table, "shown", str)
    for part in shown:
        if part not in (*PARTS, NOTES):
            raise ValueError(f"shown: {part}")
    return tuple(shown)


def _words(table: Any, language: str) -> dict[str, str]:
    if not isinstance(table, dict) or not all(isinstance(one, str) for one in table.values()):
        raise ValueError(f"[{language}]")
    return table


def _list(table: dict[str, Any], key: str, kind: type) -> list[Any]:
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, kind) for one in found):
        raise ValueError(key)
    return found


def _only(known: set[str], table: dict[str, Any]) -> None:
    """Refuse a key nobody reads: it is a slip of the pen, and would be missed silently."""
    for key in table:
        if key not in known:
            raise ValueError(key)
