"""Læringsdage: what a trainer writes in a notebook is `exercise("id")` and `plenary("id")`.

Whoever wants to count afterwards writes `frames("id")` in a notebook of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import workshops.frames
import workshops.plenary  # noqa: F401 - first, or a later import would hide the functions

if TYPE_CHECKING:
    from ipywidgets import Widget

    from workshops.frames import Data, Frames

__all__ = ["exercise", "frames", "plenary"]


def exercise(wanted: str) -> Widget | None:
    """Show an exercise's instruments; on the big screen the room itself shows task and clock."""
    from workshops.kernel import exercise as shown  # noqa: PLC0415 - the room imports this package

    return shown(wanted)


def frames(exercise: str | None = None, *, day: str | None = None, data: Data = None) -> Frames:
    """Give what is shared of an exercise, or of all, as tidy pandas frames by table.

    `data` names a data folder, or several to compare (CONTRIBUTING.md has examples). What is given
    has `figures`: the plenaries of the same exercises as plotly figures, by the exercise's id.
    """
    from workshops.frames import frames as framed  # noqa: PLC0415 - as above

    return framed(exercise, day=day, data=data)


def plenary(wanted: str) -> Any:
    """Show what has been shared of an exercise, live."""
    from workshops.kernel import plenary as shown  # noqa: PLC0415 - as above

    return shown(wanted)
