"""What one takes home: Word, Excel, CSV and one zip of it all, from what the groups have shared.

Nothing private and nothing withdrawn is in it: see `gathered`.
"""

from __future__ import annotations

import os
import secrets
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

from workshops.exercises import exercises
from workshops.store import Store
from workshops.takeaway.gathered import Gathered, day_name, gather
from workshops.takeaway.names import slug, unused
from workshops.words import sentence, words

Progress = Callable[[int, int, str], None]
"""Is told how many files are done, of how many, and which one comes now."""


def export(
    store: Store,
    out: Path,
    day: str | None = None,
    progress: Progress | None = None,
    language: str = "da",
) -> Path:
    """Write what is shared at this moment into the folder `out` and give the zip of it all.

    All days, or one (`day1_context`). Files of an earlier export are replaced, so that what has
    been withdrawn since is gone from them.
    """
    # What nobody can share in plenary is private, and stays on its author's own page.
    shareable = [one for one in exercises(day) if one.instruments.get("group") or one.unnamed]
    gathered = [gather(store, exercise, language) for exercise in shareable]
    whole = slug(day_name(day, language) if day else words(language)["take_kit"])
    files = list(_files(gathered, whole, language))
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        for done, (name, make) in enumerate(files):
            _tell(progress, done, len(files) + 1, name, language)
            made = make()
            bundle.writestr(name, made)
            place(out, name, made)
    _tell(progress, len(files), len(files) + 1, f"{whole}.zip", language)
    return place(out, f"{whole}.zip", packed.getvalue())


def _tell(progress: Progress | None, done: int, total: int, file: str, language: str) -> None:
    if progress:
        progress(done, total, sentence("take_making", language, file=file))


def _files(
    gathered: list[Gathered], whole: str, language: str
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Give each file's name and how it is made; the heavy libraries wait until then."""
    from workshops.takeaway import sheets, word, workbook  # noqa: PLC0415 - python-docx, only for an export

    taken: set[str] = set()
    for one in gathered:
        name = unused(slug(f"{one.day} {one.method}"), taken)
        yield f"{name}.docx", partial(word.written, one)
    yield f"{whole}.xlsx", partial(workbook.as_workbook, gathered, language)
    taken.clear()
    for grid in sheets.grids(gathered):
        name = unused(slug(f"{whole} {grid.name}"), taken)
        yield f"{name}.csv", partial(sheets.as_csv, grid, language)


def place(out: Path, name: str, made: bytes) -> Path:
    """Put a file in its place at once and whole; beside it when somebody has it open."""
    fresh = out / f".{secrets.token_hex(4)}.part"
    target = out / name
    try:
        fresh.write_bytes(made)
        if os.name == "posix":
            fresh.chmod(0o600)
        try:
            fresh.replace(target)
        except PermissionError:  # Windows keeps a file that Word or Excel has open
            target = target.with_stem(f"{target.stem}-{secrets.token_hex(2)}")
            fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return target
