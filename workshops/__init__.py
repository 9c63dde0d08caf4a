"""Læringsdage: what a trainer writes in a notebook is `exercise("id")` and `plenary("id")`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import workshops.plenary  # noqa: F401 - first, or its later import would hide the function

if TYPE_CHECKING:
    from ipywidgets import Widget

__all__ = ["exercise", "plenary"]


def exercise(wanted: str) -> Widget | None:
    """Show an exercise's instruments; on the big screen the room itself shows task and clock."""
    from workshops.kernel import exercise as shown  # noqa: PLC0415 - the room imports this package

    return shown(wanted)


def plenary(wanted: str) -> Any:
    """Show what has been shared of an exercise, live."""
    from workshops.kernel import plenary as shown  # noqa: PLC0415 - as above

    return shown(wanted)
