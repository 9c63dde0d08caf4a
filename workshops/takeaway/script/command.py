"""`laeringsdage script` and `laeringsdage pack`: a day's papers as files, with a line for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workshops.exercises import DAYS
from workshops.store import Declined
from workshops.store.opening import open_data
from workshops.takeaway import papers
from workshops.takeaway.command import bar_for_eyes, formats_of, take_in
from workshops.words import both

if TYPE_CHECKING:
    import argparse


def script_told(options: argparse.Namespace) -> Iterator[str]:
    """Write the script of a day, and say line by line where it is."""
    yield from _told(options, "script")


def pack_told(options: argparse.Namespace) -> Iterator[str]:
    """Write the print pack of a day, and say line by line where it is."""
    yield from _told(options, "pack")


def _told(options: argparse.Namespace, what: str) -> Iterator[str]:
    formats = formats_of(options.formats, papers.FORMATS)
    if options.day not in DAYS:
        raise Declined("script_no_day", day=options.day, known=", ".join(DAYS))
    address = str(getattr(options, "address", None) or "").removeprefix("http://").strip("/")
    store = open_data(options.data)
    try:
        take_in(store)
        made = papers.write(
            store,
            options.out,
            what,
            options.day,
            bar_for_eyes(),
            options.language,
            address=address,
            formats=formats,
        )
    finally:
        store.close()
    yield from (both("cli_written", path=file) for file in made)
