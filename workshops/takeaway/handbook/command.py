"""`laeringsdage handbook`: an edition of the method handbook, with a line for every step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workshops.store.opening import data_folder, open_data
from workshops.takeaway.command import bar_for_eyes, formats_of, take_in
from workshops.takeaway.handbook import FORMATS, edition, write
from workshops.takeaway.handbook.edits import edited
from workshops.words import both

if TYPE_CHECKING:
    import argparse


def told(options: argparse.Namespace) -> Iterator[str]:
    """Write the edition that is asked for, and say line by line where it is."""
    formats = formats_of(options.formats, FORMATS)
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
            progress=bar_for_eyes(),
        )
    finally:
        store.close()
    yield from (both("cli_written", path=file) for file in made)
