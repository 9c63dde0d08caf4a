"""What one takes home, in the formats people live in, and one zip of it all.

It is made of what the groups have shared; nothing private and nothing withdrawn is in it: see
`gathered`.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path

from workshops.exercises import exercises
from workshops.store import Store
from workshops.takeaway.gathered import day_name, gather
from workshops.takeaway.names import slug
from workshops.takeaway.shelf import FORMATS, Made, Shelf
from workshops.takeaway.writing import Progress, place, told_to
from workshops.words import words

OURS = re.compile(r"(laeringsdag|learning-day)-\d[a-z0-9-]*\.(svg|png)")
"""How our pictures are called."""

__all__ = ["Progress", "export", "place"]


def export(  # noqa: PLR0913 - what a trainer may choose
    store: Store,
    out: Path,
    day: str | None = None,
    progress: Progress | None = None,
    language: str = "da",
    *,
    formats: Collection[str] = FORMATS,
) -> Path:
    """Write what is shared at this moment into the folder `out` and give the zip of it all.

    All days, or one (`day1_context`); `formats` are some of `FORMATS`. Files of an earlier export
    are replaced, so that what has been withdrawn since is gone from them.
    """
    # What nobody can share in plenary is private, and stays on its author's own page.
    shareable = [one for one in exercises(day) if one.instruments.get("group") or one.unnamed]
    gathered = [gather(store, exercise, language) for exercise in shareable]
    whole = slug(day_name(day, language) if day else words(language)["take_kit"])
    files = list(Shelf(gathered, whole, language, store).files(formats))
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        for done, (name, make) in enumerate(files):
            told_to(progress, done, len(files) + 1, name, language)
            for path, content in _laid(out, name, make()):
                bundle.writestr(path, content)
    told_to(progress, len(files), len(files) + 1, f"{whole}.zip", language)
    return place(out, f"{whole}.zip", packed.getvalue())


def _laid(out: Path, name: str, made: Made) -> Iterator[tuple[str, bytes]]:
    """Put a file, or a folder of files, in its place; a folder is emptied of what was in it."""
    if isinstance(made, bytes):
        place(out, name, made)
        yield name, made
        return
    folder = out / name
    folder.mkdir(mode=0o700, exist_ok=True)
    for old in folder.iterdir():  # only pictures of ours: somebody may keep more in the folder
        if old.name not in made and OURS.fullmatch(old.name):
            old.unlink()
    for inner, content in made.items():
        place(folder, inner, content)
        yield f"{name}/{inner}", content
