"""The case library: one TOML file a case, with a story, roles, lines and questions in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_NAME = re.compile(r"\w{1,60}", re.ASCII)
_FIRST_SENTENCE = re.compile(r".*?[.!?](?=\s|$)", re.DOTALL)


@dataclass(frozen=True)
class Line:
    """A line of the scene: who says it ("" when somebody just reads it out), what, and when."""

    voice: str
    text: str
    opens: bool


@dataclass(frozen=True)
class Case:
    """One fictional case. `voices` names for each line the role that says it, from 1; 0 is nobody.

    `opening` are the numbers of the lines the scene begins with, in their order.
    """

    id: str
    number: int
    days: tuple[int, ...]
    voices: tuple[int, ...]
    opening: tuple[int, ...]
    said: dict[str, dict[str, Any]]

    def teaser(self, language: str) -> str:
        """Give the first sentence of the story."""
        text = str(self.said[language]["text"])
        found = _FIRST_SENTENCE.match(text)
        return found[0] if found else text

    def lines(self, language: str) -> list[Line]:
        """Give the lines as they are played: first those that open the scene."""
        said = self.said[language]
        rest = [n for n in range(1, len(said["lines"]) + 1) if n not in self.opening]
        voices = ["", *(role["name"] for role in said["roles"])]
        return [
            Line(voices[self.voices[n - 1]], said["lines"][n - 1], n in self.opening)
            for n in (*self.opening, *rest)
        ]


def cases() -> list[Case]:
    """Give all cases by their numbers."""
    found = [_read(file, file.stat().st_mtime_ns) for file in _HERE.glob("*.toml")]
    return sorted(found, key=lambda one: one.number)


def case(wanted: str) -> Case:
    """Give one case by its file's name; LookupError names the file that was looked for."""
    file = _HERE / f"{wanted}.toml"
    if not _NAME.fullmatch(wanted) or not file.is_file():
        raise LookupError(f"workshops/cases/{wanted}.toml")
    return _read(file, file.stat().st_mtime_ns)


def is_known(wanted: str) -> bool:
    """Say whether there is a case of this name."""
    try:
        case(wanted)
    except LookupError:
        return False
    return True


@cache
def _read(file: Path, _stamp: int) -> Case:
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Case(
        id=file.stem,
        number=table["number"],
        days=tuple(table["days"]),
        voices=tuple(table["voices"]),
        opening=tuple(table["opening"]),
        said={"da": table["da"], "en": table["en"]},
    )
