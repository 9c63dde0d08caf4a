"""How words are put together in every format: with dots between them, and with legible letters."""

from __future__ import annotations

from typing import Any

from workshops.takeaway.gathered import legible


def dotted(*parts: str) -> str:
    """Give what there is of some words, with a dot between them."""
    return " · ".join(part for part in parts if part)


def lowered(name: str) -> str:
    """Give a name as it stands inside a sentence."""
    return name[:1].lower() + name[1:]


def legible_throughout(told: Any) -> Any:
    """Give the same data with texts that every format can hold."""
    if isinstance(told, str):
        return legible(told)
    if isinstance(told, dict):
        return {str(name): legible_throughout(part) for name, part in told.items()}
    return [legible_throughout(part) for part in told] if isinstance(told, list | tuple) else told
