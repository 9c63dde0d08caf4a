"""`laeringsdage export`: what a command line asks for, and how far it is, line by line."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from workshops import exercises, theme
from workshops.exercises import DAYS
from workshops.programme import planning
from workshops.store import Declined, Store
from workshops.store.opening import open_data
from workshops.takeaway import Progress, export
from workshops.takeaway.shelf import FORMATS
from workshops.words import both

if TYPE_CHECKING:
    import argparse

WIDTH = 24
"""Signs of the bar."""


def told(options: argparse.Namespace) -> Iterator[str]:
    """Write the files that are asked for, and say where they are."""
    formats = formats_of(options.formats, FORMATS)
    if options.day is not None and options.day not in DAYS:
        raise Declined("take_no_day", day=options.day, known=", ".join(DAYS))
    store = open_data(options.data)
    try:
        take_in(store)
        made = export(
            store, options.out, options.day, bar_for_eyes(), options.language, formats=formats
        )
    finally:
        store.close()
    yield both("cli_written", path=made)


def formats_of(asked: str, known: Collection[str]) -> tuple[str, ...]:
    """Give the formats of "docx,pdf"; nothing asked for is all of them."""
    wanted = tuple(dict.fromkeys(one.strip() for one in asked.split(",") if one.strip()))
    for one in wanted:
        if one not in known:
            raise Declined("take_no_format", format=one, known=", ".join(known))
    return wanted or tuple(known)


def take_in(store: Store) -> None:
    """Take in what a desk wrote anew: paper says what the screen says."""
    exercises.rewrite(planning.texts(store))
    theme.rewrite(planning.cells(store))


def bar_for_eyes() -> Progress | None:
    """Give what shows how far it is, where somebody looks; None where a file is written to."""
    return bar if sys.stdout.isatty() else None


def bar(done: int, total: int, what: str) -> None:
    """Show how far it is, on one line that is wiped at the end."""
    full = WIDTH * done // total
    line = f"{'█' * full}{'·' * (WIDTH - full)} {what[:50]:<50}"
    last = done + 1 == total
    sys.stdout.write(f"\r{line}" if not last else f"\r{line}\r{' ' * len(line)}\r")
    sys.stdout.flush()
