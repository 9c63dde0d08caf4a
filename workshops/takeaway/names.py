"""Names of files: plain letters only, so that they travel anywhere and stay in their folder."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_TAKEN = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])")  # names Windows keeps for itself


def slug(text: str) -> str:
    """Give a text as a file's name: a–z, 0–9 and hyphens, at most `LONGEST` of them."""
    danish = unicodedata.normalize("NFC", text).lower().translate(_DANISH)
    latin = unicodedata.normalize("NFKD", danish).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", latin)[:LONGEST].strip("-")
    return f"fil-{name}".rstrip("-") if not name or _TAKEN.fullmatch(name) else name


def unused(name: str, taken: set[str]) -> str:
    """Give the name, with a number when it is taken, and take it."""
    number = 1
    free = name
    while free in taken:
        number += 1
        tail = f"-{number}"
        free = name[: LONGEST - len(tail)].rstrip("-") + tail
    taken.add(free)
    return free
