"""`laeringsdage frames`: the frames as files, one for each table that has anything in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshops.frames import chosen, made, opened
from workshops.store import Declined
from workshops.takeaway import place
from workshops.takeaway.names import slug, unused
from workshops.takeaway.tables.sheets import Cell, Grid, as_csv
from workshops.words import both

if TYPE_CHECKING:
    import argparse

    from pandas import DataFrame

LANGUAGE = "da"
"""Whose commas a CSV has: a Danish Excel opens it by a double click, like our other ones."""


def told(options: argparse.Namespace) -> Iterator[str]:
    """Write the frames that are asked for, and say line by line what is done."""
    wanted = chosen(options.exercise, options.day)
    yield both("frames_reading")
    with opened(options.data) as stores:
        frames = made(wanted, stores)
    written = list(write(frames, options.out, options.format))
    if not written:
        raise Declined("frames_nothing")
    yield both("frames_written", folder=options.out)
    yield from (f"{rows:>7}  {file.name}" for file, rows in written)


def write(frames: dict[str, DataFrame], out: Path, form: str) -> Iterator[tuple[Path, int]]:
    """Write a file for each frame with rows into the folder `out`; give it and how many it has.

    The file of a frame that is empty now goes: what it held has been withdrawn.
    """
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    taken: set[str] = set()
    for name, frame in frames.items():
        file = f"{unused(slug(name), taken)}.{form}"
        if frame.empty:
            (out / file).unlink(missing_ok=True)
        else:
            written = _csv(name, frame) if form == "csv" else _json(frame)
            yield place(out, file, written), len(frame)


def _csv(name: str, frame: DataFrame) -> bytes:
    """Give a frame as a CSV in which no words can act as a formula."""
    rows = [tuple(map(_cell, row)) for row in _values(frame)]
    return as_csv(Grid(name, tuple(frame.columns), rows), LANGUAGE)


def _cell(value: Any) -> Cell:
    if value is None:
        return ""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if number else str(value)


def _json(frame: DataFrame) -> bytes:
    """Give a frame as a list of rows, the words exactly as they were written."""
    rows = [dict(zip(frame.columns, row, strict=True)) for row in _values(frame)]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()


def _values(frame: DataFrame) -> Iterator[list[Any]]:
    """Give the rows in Python's own values: None for what is missing, dates as text."""
    plain = frame.copy()
    for name in plain.select_dtypes("datetime"):
        plain[name] = plain[name].dt.strftime("%Y-%m-%d")
    yield from plain.astype(object).where(plain.notna(), None).to_numpy().tolist()
