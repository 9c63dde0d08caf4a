"""Frames: what has been shared as tidy pandas tables, to compare groups, dates and programmes.

Only two verbs of the store are asked: `released` (the groups' sheets) and `unnamed` (what six or
more shared without names). Nothing private, held or withdrawn is in a frame, and nobody's name.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshops import exercises, methods, tidy
from workshops.exercises import DAYS, Exercise
from workshops.store import Declined, Store
from workshops.takeaway.gathered import answer_of, gather
from workshops.tidy.table import SHEET, Kind

if TYPE_CHECKING:
    from pandas import DataFrame, Series
    from plotly.graph_objects import Figure

    from workshops.takeaway.gathered import Gathered

UNNAMED = "unnamed"
"""Tables of what people shared without names: one row a person, and no group."""

KEYS = {"exercise": Kind("text"), "day": Kind("choice", DAYS)}
OF_GROUP = {"group": Kind("text"), "shared_on": Kind("date")}
OF_ONE = {"answer": Kind("integer")}
"""Which rows without a name belong together; the number says nothing of who or when."""

Data = str | Path | Iterable[str | Path] | None


@dataclass
class Frame:
    """A table on its way: what stands in each column, and the rows of all answers."""

    kinds: dict[str, Kind]
    rows: list[dict[str, Any]] = field(default_factory=list)


class Frames(dict[str, "DataFrame"]):
    """The tables by name, and at their side the plenaries of the same exercises as pictures."""

    def __init__(self, tables: dict[str, DataFrame], shared: dict[str, Gathered]) -> None:
        """Keep what is shared now; a store may be closed when a picture is asked for."""
        super().__init__(tables)
        self._shared = shared

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Give each exercise's plenary as a plotly figure, by the exercise's id.

        Of several data folders the key is "exercise.source". An exercise that shows nothing has no
        figure (a `KeyError`): nothing is shared, or fewer than six have shared without names.
        Units are the exercise's own (answers, groups, steps, minutes); a drawing's millimetres.
        """
        from workshops.plotted import figure_of  # noqa: PLC0415 - plotly is heavy

        drawn = {name: figure_of(one) for name, one in self._shared.items()}
        return {name: figure for name, figure in drawn.items() if figure is not None}


def frames(exercise: str | None = None, *, day: str | None = None, data: Data = None) -> Frames:
    """Give what is shared of an exercise as {table: frame}: "sheet" and what repeats in it.

    Without `exercise` those of all days, or of one `day`, as {"exercise.table": frame}. `data`
    names the data folder, or several to compare, told apart by the column `source`; without it
    the room that this kernel belongs to is read, in Lab what was tried out in this very kernel.
    `figures` of what is given are the plenaries of the same. Declined with a sentence when there is
    no such exercise, day or folder.
    """
    wanted = chosen(exercise, day)
    if data is None:
        from workshops.kernel import store  # noqa: PLC0415 - only a kernel has a store of its own

        return _both(wanted, {"": store()}, named=exercise is None)
    with opened(data) as stores:
        return _both(wanted, stores, named=exercise is None)


def _both(wanted: list[Exercise], stores: dict[str, Store], *, named: bool) -> Frames:
    from workshops.kernel import language  # noqa: PLC0415 - as above

    shared = {
        f"{one.id}.{source}" if len(stores) > 1 else one.id: gather(store, one, language())
        for one in wanted
        for source, store in stores.items()
    }
    return Frames(made(wanted, stores, named=named), shared)


def made(
    wanted: list[Exercise], stores: dict[str, Store], *, named: bool = True
) -> dict[str, DataFrame]:
    """Give the frames of exercises from stores by name; `named`: with the exercise's id before."""
    found: dict[str, DataFrame] = {}
    sources = {"source": Kind("choice", tuple(stores))} if len(stores) > 1 else {}
    for one in wanted:
        tables = _tables(one, sources)
        for source, store in stores.items():
            _fill(tables, one, store, {"source": source})
        for name, table in tables.items():
            found[f"{one.id}.{name}" if named else name] = _framed(table)
    return found


def chosen(exercise: str | None, day: str | None) -> list[Exercise]:
    """Give the exercises that are asked for; those that nobody can share only by their name."""
    if day is not None and day not in DAYS:
        raise Declined("frames_no_day", day=day, known=", ".join(DAYS))
    if exercise is None:
        return [one for one in exercises.exercises(day) if _is_shareable(one)]
    found = [one for one in exercises.exercises(day) if one.id == exercise]
    if not found:
        known = ", ".join(one.id for one in exercises.exercises(day) if _is_shareable(one))
        raise Declined("frames_no_exercise", exercise=exercise, known=known or "–")
    return found


@contextmanager
def opened(data: Data) -> Iterator[dict[str, Store]]:
    """Give the stores of data folders by the folder's name; None is the usual folder."""
    from workshops.store.opening import DATABASE, open_data  # noqa: PLC0415 - loads SQLAlchemy

    named = [data] if isinstance(data, str | Path) else data or []
    folders = [Path(one).expanduser() for one in named]
    if len(folders) > 1 and os.environ.get(DATABASE):
        raise Declined("frames_one_database", name=DATABASE)
    for folder in folders:
        _look_into(folder)
    names = [folder.absolute().name for folder in folders]
    alike = len(set(names)) < len(names)
    stores: dict[str, Store] = {}
    try:
        for folder, name in zip(folders, names, strict=True):
            stores[str(folder) if alike else name] = open_data(folder)
        if not folders:
            stores[""] = open_data()
        yield stores
    finally:
        for store in stores.values():
            store.close()


def _look_into(folder: Path) -> None:
    """Decline a folder without data: opening it would make an empty one of a slip of the pen."""
    from workshops.store.opening import DATABASE, FILE, ROOM_FILE  # noqa: PLC0415 - as above

    if os.environ.get(DATABASE) or any((folder / name).exists() for name in (FILE, ROOM_FILE)):
        return
    raise Declined("frames_no_data", folder=folder)


def _is_shareable(one: Exercise) -> bool:
    """Say whether anything of it can come in plenary; the rest is its author's own."""
    return bool(one.instruments.get("group") or one.unnamed)


# ── rows ─────────────────────────────────────────────────────────────────────
def _tables(one: Exercise, sources: dict[str, Kind]) -> dict[str, Frame]:
    """Give an exercise's empty tables: the groups', and those of what is shared without names."""
    own = tidy.tables(methods.find(one.method))
    keys = sources | KEYS
    found = {table.name: Frame(keys | OF_GROUP | table.kinds) for table in own}
    found |= {
        _without_names(table.name): Frame(keys | OF_ONE | table.only(one.unnamed).kinds)
        for table in own
        if any(table.comes_from(path) for path in one.unnamed)
    }
    return found


def _without_names(name: str) -> str:
    return UNNAMED if name == SHEET else f"{UNNAMED}_{name}"


def _fill(tables: dict[str, Frame], one: Exercise, store: Store, source: dict[str, Any]) -> None:
    """Add the rows of what is shared of an exercise in one store."""
    method = methods.find(one.method)
    keys = source | {"exercise": one.id, "day": one.day}
    sheets = store.released(one.id) if one.instruments.get("group") else []
    for sheet in sheets:
        group = {"group": sheet.subject.removeprefix("g:"), "shared_on": _date(sheet.shared_at)}
        told = tidy.rows(method, answer_of(one, sheet.fields).for_all())
        _add(tables, told, keys | group)
    for number, fields in enumerate(_people(one, store), start=1):
        told = tidy.rows(method, answer_of(one, fields))
        own = {_without_names(name): rows for name, rows in told.items()}
        _add(tables, own, keys | {"answer": number})


def _people(one: Exercise, store: Store) -> list[dict[str, Any]]:
    """Give what people shared without names: a row for each, in the order of the values.

    Fields that are shared apart have a row of their own for every value: which of them belong to
    one person can no more be told here than on the big screen.
    """
    found = store.unnamed(one.id, one.unnamed, one.apart) if one.unnamed else []
    if not one.apart:
        return found
    return [
        {name: value}
        for name in one.unnamed
        for value in sorted(row[name] for row in found if row[name] is not None)
    ]


def _add(
    tables: dict[str, Frame], told: dict[str, list[dict[str, Any]]], keys: dict[str, Any]
) -> None:
    for name in told.keys() & tables.keys():
        tables[name].rows += [keys | row for row in told[name]]


def _date(shared_at: dict[str, str]) -> str | None:
    """Give the day it was shared, in the room's own time."""
    at = shared_at.get("plenary")
    return datetime.fromisoformat(at).astimezone().date().isoformat() if at else None


# ── pandas ───────────────────────────────────────────────────────────────────
def _framed(frame: Frame) -> DataFrame:
    import pandas as pd  # noqa: PLC0415 - heavy, and the room imports this package

    return pd.DataFrame(
        {
            name: _column(kind, [row.get(name) for row in frame.rows])
            for name, kind in frame.kinds.items()
        }
    )


def _column(kind: Kind, values: list[Any]) -> Series[Any]:
    import pandas as pd  # noqa: PLC0415 - as above

    if kind.name == "choice":
        # In the order of the exercise, which is no ranking: `ordered` stays off.
        return pd.Series(pd.Categorical(values, categories=list(kind.choices)))
    if kind.name == "date":
        return pd.Series(pd.to_datetime(values)).astype("datetime64[s]")
    dtype = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}.get(kind.name, "string")
    return pd.Series(values, dtype=dtype)
