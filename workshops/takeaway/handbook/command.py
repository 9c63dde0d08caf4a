"""`laeringsdage handbook`: an edition of the method handbook, with a line for every step."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workshops.store import Declined
from workshops.store.opening import data_folder, open_data
from workshops.takeaway.handbook import FORMATS, edition, take_in, write
from workshops.takeaway.handbook.edits import edited
from workshops.words import both

if TYPE_CHECKING:
    import argparse

WIDTH = 24
"""Signs of the bar."""


def told(options: argparse.Namespace) -> Iterator[str]:
    """Write the edition that is asked for, and say line by line where it is."""
    formats = _formats(options.formats)
    wanted = edition(options.edition, data_folder(options.data))
    store = open_data(options.data)
    try:
        take_in(store)
        made = write(
            store,
            edited(wanted, store),
            options.out,
            language=options.language,
            formats=formats,
            progress=_bar if sys.stdout.isatty() else None,
        )
    finally:
        store.close()
    yield from (both("cli_written", path=file) for file in made)


def _formats(asked: str) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(one.strip() for one in asked.split(",") if one.strip()))
    for form in wanted:
        if form not in FORMATS:
            raise Declined("book_format", format=form, known=", ".join(FORMATS))
    return wanted or FORMATS


def _bar(done: int, total: int, what: str) -> None:
    """Show how far it is, on one line that is wiped at the end."""
    full = WIDTH * done // total
    line = f"{'█' * full}{'·' * (WIDTH - full)} {what[:50]:<50}"
    last = done + 1 == total
    sys.stdout.write(f"\r{line}" if not last else f"\r{line}\r{' ' * len(line)}\r")
    sys.stdout.flush()
