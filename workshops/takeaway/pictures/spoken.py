"""What a picture says: people's words in quotes, and its own words for those who listen."""

from __future__ import annotations

from collections.abc import Iterable

from workshops.takeaway.pictures.cards import plain
from workshops.words import sentence, words

MARKS = ' \n"”“„»«'
"""Quotation marks somebody typed; a picture sets its own."""


def quoted(text: str, language: str) -> str:
    """Give somebody's words in the quotes of the language; nothing stays nothing."""
    bare = text.strip(MARKS)
    return sentence("take_quote", language, text=bare) if bare else ""


def told(word: str, language: str, **facts: object) -> str:
    """Give a sentence of the pictures without what only a line break needs."""
    found = plain(sentence(f"take_pic_{word}", language, **facts)).replace("\n", " ")
    for end in ".?!":
        found = found.replace(f"{end}.", end)
    return " ".join(found.split())


def listed(parts: Iterable[str], language: str) -> str:
    """Give parts as one says them: "Anna, Birgitte og Søren"."""
    *first, last = [part for part in parts if part] or [""]
    return f"{', '.join(first)} {words(language)['take_and']} {last}" if first else last


def minutes(seconds: float) -> str:
    """Give seconds as one says them from a watch: 2:05."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02}"
