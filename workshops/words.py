"""The words of the screen: words.toml, in both languages, with facts filled in."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = ("da", "en")


@cache
def words(language: str = "da") -> dict[str, str]:
    """Give all kit-wide words of a language."""
    found: dict[str, str] = {}
    for file in sorted(Path(__file__).parent.glob("words*.toml")):
        found |= tomllib.loads(file.read_text(encoding="utf-8"))[language]
    return found


def sentence(word: str, language: str = "da", **facts: object) -> str:
    """Give one sentence with its facts; an unknown word comes back as itself."""
    return words(language).get(word, word).format_map(_Facts(facts))


def both(word: str, **facts: object) -> str:
    """Give one sentence in both languages, for a reader whose language is not known yet."""
    return " · ".join(sentence(word, language, **facts) for language in LANGUAGES)


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
