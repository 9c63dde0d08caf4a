"""The files a trainer asks the desk for: all that is shared, or the papers of a day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from workshops.exercises import DAYS
from workshops.store import Declined, Store
from workshops.words import LANGUAGES


def make(
    store: Store,
    out: Path,
    given: dict[str, Any],
    state: dict[str, Any],
    progress: Callable[[int, int, str], None],
) -> None:
    """Make what was asked for: `what`, `day`, `formats` and `language`; all of it may be missing.

    Papers are of one day: the one that runs, where none is chosen.
    """
    from workshops import takeaway  # noqa: PLC0415 - Word and Excel are heavy
    from workshops.takeaway import papers, shelf  # noqa: PLC0415 - as above
    from workshops.takeaway.command import take_in  # noqa: PLC0415 - as above

    language = given["language"] if given.get("language") in LANGUAGES else LANGUAGES[0]
    day = given["day"] if given.get("day") in DAYS else None
    asked = given.get("formats")
    formats = [one for one in asked if one in shelf.FORMATS] if isinstance(asked, list) else []
    if asked is not None and not formats:
        raise Declined("desk_no_formats")
    take_in(store)
    what = given.get("what")
    if what in papers.PAPERS:
        address = (state.get("join") or {}).get("address", "")
        kinds = [one for one in papers.FORMATS if not formats or one in formats] or papers.FORMATS
        papers.write(
            store,
            out,
            str(what),
            day or str(state.get("day")),
            progress,
            language,
            address=address,
            formats=kinds,
        )
        return
    chosen = formats or shelf.FORMATS
    takeaway.export(store, out, day, progress, language, formats=chosen)
