"""Places on a map as they are read off paper: columns A to K, rows 1 to 11; the middle is F6."""

from __future__ import annotations

import re
from collections.abc import Sequence

COLUMNS = "ABCDEFGHIJK"
STEPS = len(COLUMNS) - 1
"""Steps from one edge to the other: eleven lines, so that the middle is one of them."""

_WRITTEN = re.compile(r"\s*([A-K])\s*[-,. ]?\s*(1[01]|[1-9])\s*", re.IGNORECASE)


def place_of(square: str, low: float, high: float) -> list[float] | None:
    """Give the place that "C4" names on a map from `low` to `high`; None: it names none.

    Column A and row 1 are the lowest numbers; where the map is printed upside down (its numbers
    grow downwards) row 1 is printed on top.
    """
    written = _WRITTEN.fullmatch(square)
    if not written:
        return None
    steps = (COLUMNS.index(written[1].upper()), int(written[2]) - 1)
    return [_whole(low + (high - low) * step / STEPS) for step in steps]


def square_of(place: Sequence[float], low: float, high: float) -> str:
    """Give the square nearest to a place."""
    across, up = (round((part - low) / (high - low) * STEPS) for part in place)
    return f"{COLUMNS[across]}{up + 1}"


def _whole(number: float) -> float:
    rounded = round(number, 2)
    return int(rounded) if rounded == int(rounded) else rounded
