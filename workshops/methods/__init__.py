"""Meaning: what every method's `Answer` has in common.

One module in this folder is one method with three public names: `Answer`, `plenary`, `page`; and
`rows`, where the shape that is stored is not the one to count in.
"""

from __future__ import annotations

import importlib
import re
import unicodedata
from datetime import date, time
from types import ModuleType
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
)

OF_A_ROOM = 2
"""So many groups a count of the whole room is made of: one group's count would be that group's."""
SEGMENT = re.compile(r"[a-z0-9_]{1,32}|#")

# Zero-width and bidi controls can hide or reorder words on the wall, other controls break Word.
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]"
)


class Refused(ValueError):
    """A value that is not taken; `word` names the sentence in words.toml, `facts` fill it."""

    def __init__(self, word: str, **facts: object) -> None:
        super().__init__(word)
        self.word = word
        self.facts = facts


def cleaned(text: object) -> object:
    """Give participants' words in NFC without controls; anything but text is left to pydantic."""
    if not isinstance(text, str):
        return text
    try:
        text.encode()
    except UnicodeEncodeError as broken:  # a lone surrogate cannot be stored or printed
        raise ValueError("broken text") from broken
    return _UNSEEN.sub(
        "", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))
    )


Text = Annotated[str, BeforeValidator(cleaned)]


def _day(text: str) -> str:
    if text and date.fromisoformat(text).isoformat() != text:
        raise ValueError("not a day")
    return text


def _clock(text: str) -> str:
    if text and time.fromisoformat(text).isoformat("minutes") != text:
        raise ValueError("not a time of day")
    return text


Day = Annotated[Text, AfterValidator(_day), Field(json_schema_extra={"format": "date"})]
"""A day as a phone gives it, "2026-03-04", or nothing yet."""
Clock = Annotated[Text, AfterValidator(_clock), Field(json_schema_extra={"format": "time"})]
"""A time of day as a phone gives it, "14:30", or nothing yet."""


def day_said(text: str, words: dict[str, str]) -> str:
    """Give a day in words ("4. marts 2026"), as `said_date` and `said_months` have it.

    A day that no calendar has (31 February) is given as it was written.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    month = words["said_months"].split()[day.month - 1]
    return words["said_date"].format(day=day.day, month=month, year=day.year)


def clock_said(text: str, words: dict[str, str]) -> str:
    """Give a time of day as `said_clock` has it ("kl. 14.30")."""
    hour, _, minute = text.partition(":")
    return words["said_clock"].format(hour=hour, minute=minute) if text else ""


class Shape(BaseModel):
    """The common ground of answers: frozen, nothing unknown, everything may be half-filled."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    @classmethod
    def parse(cls, value: object) -> Self:
        """Give the answer, or raise `Refused` with the one thing that is wrong."""
        try:
            return cls.model_validate(value)
        except ValidationError as wrong:
            raise _first(wrong) from None

    def for_all(self) -> Self:
        """Give what may leave the table when a group shares its sheet: all, or what a method says.

        Somebody at the table may own a part of it and say no; the group's own sheet stays whole.
        """
        return self

    def for_table(self) -> Self:
        """Give what the others at the table get when somebody tells them an own sheet: all of it.

        A method may keep a part for its writer alone, whatever else is told.
        """
        return self


def _first(wrong: ValidationError) -> Refused:
    fault = wrong.errors(include_url=False)[0]
    facts = fault.get("ctx", {})
    field = ".".join(str(part) for part in fault["loc"])
    if fault["type"] in {"string_too_long", "too_long"}:
        if isinstance(fault["input"], str):
            has = len(fault["input"])
            return Refused("refused_too_long", field=field, most=facts["max_length"], has=has)
        return Refused("refused_too_many", field=field, most=facts["max_length"])
    if fault["type"] in {"greater_than_equal", "less_than_equal", "finite_number"}:
        return Refused("refused_outside", field=field)
    if fault["type"] == "extra_forbidden":
        return Refused("refused_unknown_field", field=field)
    return Refused("refused_kind", field=field)


def find(method: str) -> ModuleType:
    """Give the module of a method by its name."""
    if not SEGMENT.fullmatch(method):
        raise LookupError(method)
    return importlib.import_module(f"workshops.methods.{method}")
