"""One thing to put right in the content, as a sentence in both languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workshops.words import both


@dataclass(frozen=True)
class Finding:
    """In which file, and what: a word in words_house.toml and the facts that fill it."""

    file: Path
    word: str
    facts: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        near = self.file.is_relative_to(Path.cwd())
        file = self.file.relative_to(Path.cwd()) if near else self.file
        return f"{file}: {both(self.word, **self.facts)}"
