"""The papers of a day, from plan, notebooks and store: news pages, record, script, print pack."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from workshops.exercises import exercises
from workshops.store import Store
from workshops.takeaway.document import Document
from workshops.takeaway.gathered import Gathered, day_name, gather
from workshops.takeaway.names import slug
from workshops.takeaway.writing import Progress, place, told_to
from workshops.words import words

PAPERS = ("small", "script", "pack")
"""News pages and record; the trainer's script; everything that is printed before the day."""
FORMATS = ("docx", "pdf")


def write(  # noqa: PLR0913, PLR0917 - what a trainer may choose
    store: Store,
    out: Path,
    what: str,
    day: str,
    progress: Progress | None = None,
    language: str = "da",
    *,
    address: str = "",
    formats: Collection[str] = FORMATS,
) -> list[Path]:
    """Write some papers of a day into a folder, and give where they are.

    `address` is the room's, for the way in; without it the sheet says how to come in.
    """
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = documents(what, store, day, language, address)
    files = [(one, form) for one in made for form in FORMATS if form in formats]
    written = []
    for done, (one, form) in enumerate(files):
        file = f"{slug(f'{one.title} {language}')}.{form}"
        told_to(progress, done, len(files), file, language)
        written.append(place(out, file, as_file(one, form)))
    return written


def documents(
    what: str, store: Store, day: str, language: str, address: str = ""
) -> list[Document]:
    """Give the papers of a day before they are files."""
    if what == "script":
        from workshops.takeaway.script.script import script  # noqa: PLC0415 - only when asked for

        return [script(day, language, store)]
    if what == "pack":
        from workshops.takeaway.script.pack import pack  # noqa: PLC0415 - as above

        return pack(day, language, store, address)
    shareable = [one for one in exercises(day) if one.instruments.get("group") or one.unnamed]
    return small([gather(store, one, language) for one in shareable], language)


def small(gathered: list[Gathered], language: str) -> list[Document]:
    """Give a day's news pages, one for each group, and the record of what was shown in plenary."""
    from workshops.takeaway import record  # noqa: PLC0415 - only when asked for
    from workshops.takeaway.newspaper import newspaper  # noqa: PLC0415 - only when asked for

    tables = sorted({one.table for each in gathered for one in each.outputs}, key=_in_order)
    pages = [newspaper.page(gathered, language, table) for table in tables]
    day, said = day_name(gathered[0].exercise.day, language), words(language)
    seen = replace(record.day(gathered, language), title=f"{day} · {said['take_record_day']}")
    if not pages:
        return [seen]
    title = f"{day} · {said['take_paper_all']}"
    leaves = [leaf for page in pages for leaf in page.leaves]
    return [Document(title, language, pages[0].made, gathered[0].day_title, leaves), seen]


def as_file(one: Document, form: str) -> bytes:
    """Give a document as Word, PDF or Markdown."""
    return _WRITERS[form](one)


def _docx(one: Document) -> bytes:
    from workshops.takeaway.word import worded  # noqa: PLC0415 - python-docx is heavy

    return worded.printed(one)


def _pdf(one: Document) -> bytes:
    from workshops.takeaway.pdf import press  # noqa: PLC0415 - and so is typst

    return press.pressed(one)


def _md(one: Document) -> bytes:
    from workshops.takeaway import marked  # noqa: PLC0415 - as above

    return marked.printed(one)


_WRITERS: dict[str, Callable[[Document], bytes]] = {"docx": _docx, "pdf": _pdf, "md": _md}


def _in_order(table: str) -> tuple[int, str]:
    return (int(table), "") if table.isdigit() else (0, table)
