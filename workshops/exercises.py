"""The exercises of the days: one TOML file each, both languages in it."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from workshops import fields, methods

_KIT = Path(__file__).resolve().parent.parent
DAYS = ("day1_context", "day2_inquiry", "day3_facilitation", "day4_motivation")


@dataclass(frozen=True)
class Exercise:
    """What is asked in one exercise; the method says what an answer is."""

    id: str
    day: str
    method: str
    words: dict[str, dict[str, str]]
    instruments: dict[str, list[str]]
    unnamed: tuple[str, ...] = ()
    apart: bool = False
    """Whether the `unnamed` fields are shown each for itself: then one is enough to share."""
    sheet: tuple[dict[str, Any], ...] = ()
    settings: dict[str, Any] = field(default_factory=dict)
    anonymous: bool = False
    """Whether nobody may ever know who answered what: see `questions`."""
    case: str | None = None
    """The case it suggests: None leaves it to the group, "" is where no case is asked for."""

    @property
    def answer(self) -> type[methods.Shape]:
        """The method's `Answer`."""
        found: type[methods.Shape] = methods.find(self.method).Answer
        return found

    @property
    def told(self) -> bool:
        """Whether people may show one another their own sheets at the table."""
        return self.settings.get("told") is not False

    @property
    def held(self) -> tuple[str, ...]:
        """The fields of the group's sheet that only the holder of its controls may write."""
        return tuple(self.settings.get("held", ()))

    @property
    def shown_sheet(self) -> list[str]:
        """The instruments that show a group's sheet to the room: the group's, or fewer of them."""
        return self.instruments.get("plenary") or self.instruments.get("group") or ["field_sheet"]

    def for_all(self, value: dict[str, Any]) -> dict[str, Any]:
        """Give what of a group's shared sheet may leave its table, as the method says."""
        whole = self.answer.parse(value)
        return _kept(value, whole, whole.for_all())

    def for_table(self, value: dict[str, Any]) -> dict[str, Any]:
        """Give what of one's own sheet the table gets when it is told, as the method says."""
        if self.answer.for_table is methods.Shape.for_table:
            return value
        whole = self.answer.parse(value)
        return _kept(value, whole, whole.for_table())

    def options(self, stage: str) -> dict[str, Any]:
        """Give what an instrument is told on a stage: its settings, limits, the sheet's fields."""
        return {
            **self.settings,
            "stage": stage,
            "fields": list(self.sheet),
            "limits": fields.limits(self.answer),
        }


def _kept(value: dict[str, Any], whole: methods.Shape, kept: methods.Shape) -> dict[str, Any]:
    return value if kept is whole else kept.model_dump(exclude_defaults=True)


_rewritten: dict[str, dict[str, dict[str, str]]] = {}


def rewrite(texts: dict[str, dict[str, dict[str, str]]]) -> None:
    """Take the words a desk wrote anew into use: exercise → language → key → text."""
    _rewritten.clear()
    _rewritten.update(texts)


def rewritten(wanted: str) -> dict[str, dict[str, str]]:
    """Give the words of an exercise that a desk wrote anew."""
    return _rewritten.get(wanted, {})


def content() -> Path:
    """Give the folder that holds the days: a copy somebody edits, or the one the kit lies in."""
    named = os.environ.get("LAERINGSDAGE_CONTENT")
    return Path(named) if named else _KIT


def exercises(day: str | None = None) -> list[Exercise]:
    """Give all exercises, or those of one day, by file name."""
    days = DAYS if day is None else (day,)
    files = [
        file for one in days for file in sorted((content() / one / "exercises").glob("*.toml"))
    ]
    return [_worded(_read(file, file.stat().st_mtime_ns)) for file in files]


def exercise(wanted: str) -> Exercise:
    """Give one exercise by its id; LookupError names the file that was looked for."""
    return _worded(as_written(wanted))


def as_written(wanted: str) -> Exercise:
    """Give one exercise as its file has it, whatever a desk says instead."""
    if methods.SEGMENT.fullmatch(wanted):
        for day in DAYS:
            file = content() / day / "exercises" / f"{wanted}.toml"
            if file.is_file():
                return _read(file, file.stat().st_mtime_ns)
    raise LookupError(f"day*/exercises/{wanted}.toml")


def is_known(wanted: str) -> bool:
    """Say whether there is an exercise of this id."""
    try:
        exercise(wanted)
    except LookupError:
        return False
    return True


def _worded(one: Exercise) -> Exercise:
    anew = _rewritten.get(one.id)
    if not anew:
        return one
    # Only what the file has words for: a desk changes what is said, never what is asked for.
    words = {
        language: {key: anew.get(language, {}).get(key) or text for key, text in said.items()}
        for language, said in one.words.items()
    }
    return replace(one, words=words)


def _said(table: dict[str, Any], language: str) -> dict[str, str]:
    """Give the words of a file as its `variants` and `left_out` have them.

    With variants = ["2009"] `type_linear_2009` is said for `type_linear`; left_out = ["nickname_"]
    lets the words go that begin so. Phone, big screen and paper then all say the same.
    """
    words = dict(table[language])
    for variant in table.get("variants", ()):
        end = f"_{variant}"
        words |= {key.removesuffix(end): text for key, text in words.items() if key.endswith(end)}
    left_out = tuple(table.get("left_out", ()))
    return {key: text for key, text in words.items() if not key.startswith(left_out)}


@cache
def _read(file: Path, _stamp: int) -> Exercise:
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Exercise(
        id=file.stem,
        day=file.parent.parent.name,
        method=table["method"],
        words={language: _said(table, language) for language in ("da", "en")},
        instruments=table["instruments"],
        unnamed=tuple(table.get("unnamed", {}).get("fields", ())),
        apart=table.get("unnamed", {}).get("apart") is True,
        sheet=tuple(table.get("field_sheet", {}).get("fields", ())),
        settings=table.get("settings", {}),
        anonymous=table.get("anonymous") is True,
        case=table.get("case"),
    )
