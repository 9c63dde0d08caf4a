"""What stands on a sheet of paper as it is typed, and back: "C4" is a place, "2" the second option.

One place to write is one `PaperField`; what cannot be read is refused with a sentence that names
its code, so that whoever types sees where and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from workshops.methods import Refused, cleaned
from workshops.takeaway.script.paper_order import PaperField
from workshops.takeaway.script.squares import place_of, square_of

YES = frozenset(("x", "ja", "j", "yes", "y", "1", "v", "+", "✓"))
NO = frozenset(("nej", "n", "no", "0", "-"))
MOMENTS = ("minute", "moment")

_NUMBERS = re.compile(r"\d+")
_DAY = re.compile(r"(\d{1,2})\D+(\d{1,2})(?:\D+(\d{4}|\d{2}))?\D*")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:\s]?(\d{2}))?", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,4})(?:[.:,\s](\d{1,2}))?")


def typed(field: PaperField, text: str, rows: Sequence[str] = (), began: int = 0) -> Any:
    """Give the value that `text` stands for, None for an empty line; raises `Refused`.

    `rows` are the ids of the list a field of kind "row" points into, an empty one for a line that
    nothing stands in; `began` is the moment (milliseconds) that minutes are counted from.
    """
    written = str(cleaned(text)).strip()
    if not written:
        return None
    if field.kind == "row":
        return _row(field, written, rows)
    if field.kind in MOMENTS:
        seconds = _seconds(field, written)
        return began + 1000 * seconds if field.kind == "moment" else seconds
    if field.options:
        return _MANY.get(field.kind, _option)(field, written)
    return _PLAIN[field.kind](field, written)


def as_typed(field: PaperField, value: Any, rows: Sequence[str] = (), began: int = 0) -> str:
    """Give what somebody types for a value: the inverse of `typed`."""
    if value in (None, "", []) or (value is False and field.kind == "tick"):
        return ""
    if field.kind == "row":
        return str(rows.index(value) + 1) if value in rows else ""
    if field.kind in MOMENTS:
        since = (value - began) // 1000 if field.kind == "moment" else value
        return f"{since // 60}.{since % 60:02}"
    if field.options:
        known = [one for one, _label in field.options]
        some = value if isinstance(value, list) else [value]
        return " ".join(str(known.index(one) + 1) for one in some if one in known)
    shown = {"square": _square_typed, "date": _date_typed, "clock": _clock_typed, "tick": _ticked}
    return shown.get(field.kind, _plainly)(field, value)


def said(field: PaperField, value: Any) -> str:
    """Give the options' own words for a value, to be read beside the numbers that were typed."""
    some = value if isinstance(value, list) else [value]
    labels = dict(field.options) if field.options else {}
    return " · ".join(labels[one] for one in some if one in labels)


# ── options ──────────────────────────────────────────────────────────────────
def _option(field: PaperField, written: str) -> Any:
    """Give an option by its number on the sheet, or by its own words."""
    if written.isdecimal() and 1 <= int(written) <= len(field.options):
        return field.options[int(written) - 1][0]
    folded = written.casefold()
    named = [value for value, label in field.options if label.casefold() == folded]
    if not named and not written.isdecimal():
        named = [value for value, label in field.options if label.casefold().startswith(folded)]
    if len(named) != 1:
        raise Refused("typed_no_option", code=field.code, many=len(field.options))
    return named[0]


def _several(field: PaperField, written: str) -> list[Any]:
    numbers = [int(one) for one in _NUMBERS.findall(written)]
    many = len(field.options)
    wrong = _NUMBERS.sub("", written).strip(" ,.;·-/og&+\n")
    if wrong or not numbers or not all(1 <= one <= many for one in numbers):
        raise Refused("typed_no_options", code=field.code, many=many)
    if len(set(numbers)) != len(numbers):
        raise Refused("typed_twice", code=field.code)
    return [field.options[one - 1][0] for one in numbers]


# ── numbers, places, times ───────────────────────────────────────────────────
def _number(field: PaperField, written: str) -> float | int:
    outside = Refused(
        "typed_no_number", code=field.code, low=f"{field.low:g}", high=f"{field.high:g}"
    )
    try:
        number = float(written.replace(",", "."))
    except ValueError:
        raise outside from None
    if not field.low <= number <= field.high:
        raise outside
    return int(number) if number.is_integer() else number


def _square(field: PaperField, written: str) -> list[float]:
    place = place_of(written, field.low, field.high)
    if place is None:
        raise Refused("typed_no_square", code=field.code)
    return place


def _row(field: PaperField, written: str, rows: Sequence[str]) -> str:
    if not written.isdecimal() or not 1 <= int(written) <= len(rows):
        raise Refused("typed_no_row", code=field.code, many=len(rows))
    if not rows[int(written) - 1]:
        raise Refused("typed_empty_row", code=field.code, row=int(written))
    return rows[int(written) - 1]


def _seconds(field: PaperField, written: str) -> int:
    found = _MINUTES.fullmatch(written)
    if not found or int(found[2] or 0) > 59:
        raise Refused("typed_no_minute", code=field.code)
    seconds = 60 * int(found[1]) + int(found[2] or 0)
    if field.kind == "minute" and seconds > field.high:
        raise Refused("typed_too_late", code=field.code, most=int(field.high // 60))
    return seconds


def _date(field: PaperField, written: str) -> str:
    """Give a day; without a year it is the next one that has the day."""
    try:
        if _ISO.fullmatch(written):
            return date.fromisoformat(written).isoformat()
        found = _DAY.fullmatch(written)
        if found:
            return _next(int(found[1]), int(found[2]), found[3]).isoformat()
    except ValueError:
        pass
    raise Refused("typed_no_date", code=field.code)


def _next(day: int, month: int, year: str | None) -> date:
    today = datetime.now(UTC).astimezone().date()
    if year:
        return date(2000 + int(year) % 100, month, day)
    found = date(today.year, month, day)
    return found if found >= today else date(today.year + 1, month, day)


def _clock(field: PaperField, written: str) -> str:
    found = _CLOCK.fullmatch(written)
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise Refused("typed_no_clock", code=field.code)
    return f"{int(found[1]):02}:{int(found[2] or 0):02}"


def _tick(field: PaperField, written: str) -> bool:
    folded = written.casefold()
    if folded not in YES | NO:
        raise Refused("typed_no_tick", code=field.code)
    return folded in YES


# ── back again ───────────────────────────────────────────────────────────────
def _plainly(field: PaperField, value: Any) -> str:
    return f"{value:g}".replace(".", ",") if field.kind == "number" else str(value)


def _square_typed(field: PaperField, value: Any) -> str:
    return square_of(value, field.low, field.high)


def _date_typed(_field: PaperField, value: Any) -> str:
    year, month, day = str(value).split("-")
    return f"{int(day)}.{int(month)}.{year}"


def _clock_typed(_field: PaperField, value: Any) -> str:
    return str(value).replace(":", ".")


def _ticked(_field: PaperField, value: Any) -> str:
    return "x" if value is True else ""


_MANY: dict[str, Callable[[PaperField, str], Any]] = {"ticks": _several, "order": _several}
_PLAIN: dict[str, Callable[[PaperField, str], Any]] = {
    "text": lambda _field, written: written,
    "number": _number,
    "square": _square,
    "date": _date,
    "clock": _clock,
    "tick": _tick,
}
